import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

@Suite("An import that asks")
struct QuestionTests {
  private func list(_ session: ImportSession) throws -> String {
    try session.save(
      "list.csv", ProposalTests.head, ProposalTests.changed.joined(separator: "\n"))
  }

  @Test("No writes nothing; yes writes; what changes nothing, or --yes, is not asked")
  func answers() throws {
    let session = try ProposalTests.chart()
    let list = try list(session)
    let before = try session.files("chart")
    var asked: [Report] = []
    let no = try session.run([list, "--into", session.path("chart")]) {
      asked.append($0)
      return false
    }
    #expect(no.said == ["Nothing was written."])
    #expect(no.exitCode == 0)
    #expect(asked.count == 1)
    #expect(asked[0].said.contains("  T-2 limit 2020-10-31 -> 2020-11-15 (extension)"))
    #expect(try session.files("chart") == before)

    let yes = try session.run([list, "--into", session.path("chart")]) { _ in true }
    // All the rest was shown before the question.
    #expect(
      yes.said == [
        "1 task new, 2 units, 0 battles; 3 entries",
        "Tasks of the chart: 3 changed, 0 back, 1 withdrawn, 1 unchanged",
      ])
    #expect(try session.open("chart").chart.task("T-9") != nil)

    let again = try session.run([list, "--into", session.path("chart")]) { _ in
      Issue.record("asked about nothing")
      return false
    }
    #expect(again.said == ["0 changes: the chart has all of this list already."])
    let undo = try session.run(["--undo", "--yes", "--into", session.path("chart")]) { _ in
      Issue.record("asked though --yes was given")
      return false
    }
    #expect(undo.said.first?.hasPrefix("Taken back:") == true)
  }

  @Test("A person who sees the numbers may withdraw most of a chart")
  func consent() throws {
    let session = try ProposalTests.chart()
    let list = try session.save("list.csv", ProposalTests.head, ProposalTests.rows[0])
    _ = try session.run([list, "--into", session.path("chart")]) { _ in true }
    #expect(try session.open("chart").chart.tasks.count { $0.withdrawn != nil } == 4)
  }

  @Test("A mark made while the question stood survives beside the import")
  func race() throws {
    let session = try ProposalTests.chart()
    var questions = 0
    let report = try session.run([try list(session), "--into", session.path("chart")]) { _ in
      questions += 1
      if questions == 1 { try? session.mark("T-4") }
      return true
    }
    #expect(report.exitCode == 0)
    // The proposal is the same with the mark: it is not asked again.
    #expect(questions == 1)
    let folder = try session.open("chart")
    #expect(folder.ledger.entries(of: "T-4").map(\.by) == ["clerk"])
    #expect(folder.chart.task("T-9") != nil)
    #expect(folder.ledger.imports.count == 2)
    #expect(folder.findings(today: day("2020-07-31")) == [])
  }

  @Test("When what happened meanwhile changes the proposal, it is asked again")
  func askedAgain() throws {
    let session = try ProposalTests.chart()
    var proposals: [Report] = []
    _ = try session.run([try list(session), "--into", session.path("chart")]) { proposal in
      proposals.append(proposal)
      // T-5 is the one to be withdrawn.
      if proposals.count == 1 { try? session.mark("T-5") }
      return true
    }
    #expect(proposals.count == 2)
    #expect(!proposals[0].said.contains("Touches marks:"))
    #expect(proposals[1].said.contains("  T-5 is withdrawn; 1 entry of it stays in the ledger"))
    #expect(try session.open("chart").chart.task("T-5")?.withdrawn != nil)
  }

  @Test(
    "What counts as yes, in Chinese and in English",
    arguments: [
      ("y", true, true), ("Yes", true, true), (" y ", true, true), ("是", true, false),
      ("ｙ", true, false), ("", false, false), ("n", false, false), ("yy", false, false),
      ("否", false, false),
    ])
  func yes(_ answer: String, _ inChinese: Bool, _ inEnglish: Bool) {
    #expect(Question.isYes(answer, in: Words(.zh)) == inChinese)
    #expect(Question.isYes(answer, in: Words(.en)) == inEnglish)
  }

  @Test("Before the question stand the numbers again, when all that was shown fills a screen")
  func numbers() throws {
    let session = try ProposalTests.chart()
    var questions: [String] = []
    func ask(_ report: Report) -> Bool {
      questions.append(Question.text(after: report, in: Words(.en)))
      return false
    }
    _ = try session.run([try list(session), "--into", session.path("chart")], ask: ask)
    let many = (1...25).map { "N-\($0)," + ProposalTests.rows[1].dropFirst(4) }
    let long = try session.save("long.csv", ProposalTests.head, many.joined(separator: "\n"))
    _ = try session.run([long, "--into", session.path("chart")], ask: ask)
    #expect(
      questions[1].split(separator: "\n").map(String.init) == [
        "25 tasks new, 0 units, 0 battles; 1 entry",
        "Tasks of the chart: 0 changed, 0 back, 5 withdrawn, 0 unchanged", "Write this? [y/N] ",
      ])
    #expect(questions[0].hasSuffix("Write this? [y/N] "))
  }
}
