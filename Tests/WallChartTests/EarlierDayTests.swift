import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A chart as it stood: what came onto it later counts on no earlier day.
@Suite("An earlier day")
struct EarlierDayTests {
  /// C was found on 28 July, and half of it had been done by then; four entries of days up to the 24th.
  private static func situation(on day: String) throws -> Situation {
    var chart = NewsTests.situation().chart
    chart.tasks[2].added = Day(iso: "2020-07-28")
    var situation = Situation(
      chart: chart, ledger: Ledger(), on: try #require(Day(iso: "2020-07-31")))
    var report = Fact.Report()
    report.progress = "half way"
    let list = Fact.Import(file: "a.csv", sha256: "", added: 1, changed: 0, withdrawn: 0)
    for entry in [
      try NewsTests.entry(0, .met(node: "1"), "D", on: "2020-07-01"),
      try NewsTests.entry(1, .met(node: "1"), "A", on: "2020-07-20"),
      try NewsTests.entry(2, .report(report), "C", on: "2020-07-22"),
      try NewsTests.entry(3, .supervise, "C", on: "2020-07-24"),
      try NewsTests.entry(4, .import(list), nil, on: "2020-07-28"),
      try NewsTests.entry(5, .met(node: "1"), "B", on: "2020-07-29"),
    ] { situation.add(entry) }
    situation.move(to: try #require(Day(iso: day)))
    return situation
  }

  private static func bulletin(on day: String) throws -> Bulletin {
    let situation = try situation(on: day)
    return Bulletin(
      of: situation, number: nil, rhythm: .monthly,
      since: situation.sinceBulletin(before: nil, .monthly))
  }

  @Test("A task counts from the day it came onto the chart, in every total and list")
  func task() throws {
    for (day, isThere) in [("2020-07-27", false), ("2020-07-28", true), ("2020-07-31", true)] {
      let situation = try Self.situation(on: day)
      #expect(situation.status.total.tasks == (isThere ? 4 : 3), "\(day)")
      #expect(situation.status.units["u"]?.tasks == (isThere ? 4 : 3))
      // Under supervision, so it is on every agenda and page.
      #expect(Agenda(of: situation, rhythm: .monthly).items.contains { $0.task == 2 } == isThere)
      let bulletin = try Self.bulletin(on: day)
      #expect(bulletin.redOtherwise == (isThere ? [2] : []))
      let words = Words(.en)
      for (name, text) in [
        ("json", ChartJSON.text(of: situation)),
        ("csv", ChartCSV.text(of: situation, words: words)),
        (
          "ics",
          ChartCalendar.text(of: situation, written: ChartCalendarTests.written, words: words)
        ),
        ("plain", ChartLetter.text(of: situation, words: words, width: 80)),
        (
          "text",
          ChartText.text(
            of: situation, words: words, glyphs: .rich, isASCIIOnly: false, width: 120)
        ),
        ("bulletin", bulletin.markdown(words)),
      ] { #expect(text.contains("Title C") == isThere, "\(name) \(day)\n\(text)") }
    }
  }

  @Test("A bulletin rests on the entries of days up to its own")
  func entries() throws {
    for (day, basis) in [
      ("2020-07-21", "3 tasks with 5 nodes, 2 ledger entries"),
      ("2020-07-27", "3 tasks with 5 nodes, 4 ledger entries"),
      ("2020-07-31", "4 tasks with 6 nodes, 6 ledger entries"),
    ] {
      let text = try Self.bulletin(on: day).markdown(Words(.en))
      #expect(text.contains("- Basis: \(basis)\n"), "\(day)\n\(text)")
    }
  }

  @Test("Looked at, its row is not there yet; back at the present it is, and can be marked")
  func lens() throws {
    var session = Session(try Self.situation(on: "2020-07-31"), columns: 100)
    session.press("jj")
    #expect(session.selected == "C/1")
    session.press("[[[[")
    #expect(session.state.situation.day == Day(iso: "2020-07-27"))
    #expect(!session.frame.text.contains("Title C"))
    #expect(session.said.contains("C came onto the chart on 28 Jul 2020"), "\(session.said)")
    session.press("<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Another day is shown"), "\(session.said)")
    session.press("\\")
    #expect(session.frame.text.contains("Title C"))
    session.press("gjj<Space>")
    #expect(session.ledger.map(\.task) == ["C"])
  }
}
