import Testing

@testable import WallChartStore

/// Signs of perfunctory work: findings, each with its reason.
struct SignTests {
  private static func situation(
    _ entries: [Entry], tasks: Int = 12, frozen: Bool = false
  ) -> Situation {
    var chart = Sample.chart
    chart.asOf = frozen ? day("2020-07-31") : nil
    chart.tasks = (0..<tasks).map { number in
      var task = Sample.plainTask
      task.id = "T\(number)"
      return task
    }
    var ledger = Ledger()
    entries.forEach { ledger.add($0) }
    return Situation(chart: chart, ledger: ledger, on: day("2020-07-31"))
  }

  private static func mark(
    _ number: UInt64, _ task: String, node: String = "1", on date: String = "2020-07-30",
    at time: String, by person: String = "k.wang", evidence: [String] = []
  ) -> Entry {
    var mark = entry(
      number, .met(node: node), on: date, at: "\(time)+08:00", task: task, evidence: evidence)
    mark.by = person
    return mark
  }

  // MARK: Entered late

  @Test("An entry more than a week after the day it claims is a sign")
  func late() {
    let entries = [
      Self.mark(1, "T1", on: "2020-07-22", at: "2020-07-30T09:00:00"),
      Self.mark(2, "T2", on: "2020-07-23", at: "2020-07-30T09:20:00"),
      entry(3, .submit, on: "2020-07-01", at: "2020-07-31T10:00:00+08:00", task: "T3"),
    ]
    #expect(
      Self.situation(entries).signs == [
        Sign(kind: .enteredLate(days: 8), task: "T1", entry: id(1)),
        Sign(kind: .enteredLate(days: 30), task: "T3", entry: id(3)),
      ])
    #expect(Self.situation(entries).signs(of: "T3").map(\.entry) == [id(3)])
    // A chart that stands still is written after its day.
    #expect(Self.situation(entries, frozen: true).signs.isEmpty)
  }

  @Test("What is taken back is no sign, nor is taking it back")
  func takenBack() {
    let entries = [
      Self.mark(1, "T1", on: "2020-07-01", at: "2020-07-30T09:00:00"),
      entry(
        2, .undo(of: id(1), reason: nil), on: "2020-07-01", at: "2020-07-30T09:05:00+08:00",
        task: "T1"),
    ]
    #expect(Self.situation(entries).signs.isEmpty)
    let redo = entry(
      3, .undo(of: id(2), reason: nil), on: "2020-07-01", at: "2020-07-30T09:06:00+08:00",
      task: "T1")
    #expect(Self.situation(entries + [redo]).signs.map(\.entry) == [id(1)])
  }

  @Test("What came with a list was said when the list was written, and nobody knows when")
  func list() {
    let source = Fact.Import(file: "a.csv", sha256: "", added: 12, changed: 0, withdrawn: 0)
    var entries = [
      entry(1, .import(source), on: "2020-07-30", at: "2020-07-30T09:00:00+08:00", task: nil)
    ]
    entries += (0..<8).map {
      Self.mark(2 + $0, "T\($0)", on: "2020-06-01", at: "2020-07-30T09:00:00")
    }
    #expect(Self.situation(entries).signs.isEmpty)
    // Written at one stroke, though, they are one mark.
    #expect(Self.situation(Array(entries.dropFirst())).signs.count == 8)
  }

  // MARK: Many at once

  private static func second(_ second: Int) -> String {
    "2020-07-30T09:0\(second / 60):\(second % 60 < 10 ? "0" : "")\(second % 60)"
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var seconds: [Int]
    /// How many marks bear the sign, of how many things, in how many seconds.
    var signs: (Int, count: Int, seconds: Int)?
  }

  @Test(
    "Five marks of one person within a minute are a sign on each of them",
    arguments: [
      Row(testDescription: "four", seconds: [0, 1, 2, 3]),
      Row(testDescription: "many at one stroke", seconds: [0, 0, 0, 0, 0, 0, 0, 0]),
      Row(testDescription: "five strokes", seconds: [0, 0, 1, 2, 3, 4], signs: (6, 5, 4)),
      Row(testDescription: "just a minute", seconds: [0, 15, 30, 45, 60], signs: (5, 5, 60)),
      Row(testDescription: "over a minute", seconds: [0, 15, 30, 45, 61]),
      Row(
        testDescription: "only the quick ones", seconds: [0, 100, 101, 102, 103, 104, 200],
        signs: (5, 5, 4)),
      Row(
        testDescription: "minutes that overlap are one",
        seconds: [0, 14, 28, 42, 56, 70, 84, 98], signs: (8, 8, 98)),
    ])
  func many(row: Row) {
    let entries = row.seconds.enumerated().map { number, second in
      Self.mark(UInt64(number), "T\(number)", at: Self.second(second))
    }
    let signs = Self.situation(entries).signs
    #expect(signs.count == row.signs?.0 ?? 0)
    #expect(
      signs.allSatisfy {
        $0.kind
          == .manyAtOnce(
            count: row.signs?.count ?? 0, by: "k.wang", seconds: row.signs?.seconds ?? 0)
      })
  }

  @Test("Several persons, or the same node again and again, are not many")
  func different() {
    let persons = (0..<8).map {
      Self.mark($0, "T\($0)", at: Self.second(Int($0)), by: $0 < 4 ? "li" : "lin")
    }
    #expect(Self.situation(persons).signs.isEmpty)
    // Two people of one name.
    let units = (0..<UInt64(8)).map { number in
      var mark = Self.mark(number, "T\(number)", at: Self.second(Int(number)))
      mark.unit = number < 4 ? "jinpu" : "epb"
      return mark
    }
    #expect(Self.situation(units).signs.isEmpty)
    let same = (0..<8).map { Self.mark($0, "T\($0 % 4)", at: Self.second(Int($0))) }
    #expect(Self.situation(same).signs.isEmpty)
    let nodes = (0..<6).map {
      Self.mark($0, "T\($0 / 2)", node: "\($0 % 2 + 1)", at: Self.second(Int($0)))
    }
    #expect(
      Self.situation(nodes).signs.map(\.kind)
        == Array(repeating: .manyAtOnce(count: 6, by: "k.wang", seconds: 5), count: 6))
  }

  // MARK: Shared evidence

  @Test("The same file on two tasks is a sign, whatever it is called; so are the same words")
  func shared() {
    let digest = HashChain.sha256([1])
    let entries = [
      Self.mark(
        1, "T3", at: "2020-07-30T09:00:00",
        evidence: ["evidence/\(digest).jpg a.jpg", "site photo", "现场照片"]),
      Self.mark(
        2, "T1", at: "2020-07-30T10:00:00",
        evidence: ["site photo", "evidence/\(digest).png b.png", " photo   of gate 7 ", "现场照片"]),
      Self.mark(3, "T1", node: "2", at: "2020-07-30T11:00:00", evidence: ["grid contract"]),
      Self.mark(4, "T2", at: "2020-07-30T12:00:00", evidence: ["photo of gate 7"]),
      Self.mark(5, "T4", at: "2020-07-30T13:00:00", evidence: ["锅炉拆除照片"]),
      Self.mark(6, "T5", at: "2020-07-30T14:00:00", evidence: ["锅炉拆除照片"]),
    ]
    #expect(
      Self.situation(entries).signs == [
        Sign(
          kind: .sharedEvidence(
            Evidence("evidence/\(digest).png b.png"), tasks: ["T1", "T3"]),
          task: "T1", entry: id(2)),
        Sign(
          kind: .sharedEvidence(Evidence(" photo   of gate 7 "), tasks: ["T1", "T2"]), task: "T1",
          entry: id(2)),
        Sign(
          kind: .sharedEvidence(Evidence("photo of gate 7"), tasks: ["T1", "T2"]), task: "T2",
          entry: id(4)),
        Sign(
          kind: .sharedEvidence(
            Evidence("evidence/\(digest).jpg a.jpg"), tasks: ["T1", "T3"]),
          task: "T3", entry: id(1)),
        Sign(
          kind: .sharedEvidence(Evidence("锅炉拆除照片"), tasks: ["T4", "T5"]), task: "T4",
          entry: id(5)),
        Sign(
          kind: .sharedEvidence(Evidence("锅炉拆除照片"), tasks: ["T4", "T5"]), task: "T5",
          entry: id(6)),
      ])
  }

  // MARK: The same person

  @Test("Who submits and verifies in one person is a sign, for whichever units; not in a list")
  func samePerson() {
    func closing(_ verifier: String) -> [Entry] {
      var entries = [
        entry(1, .submit, on: "2020-07-30", task: "T1", unit: "jinpu"),
        entry(
          2, .verify(noticeUntil: day("2020-08-05")), on: "2020-07-30",
          at: "2020-07-30T10:00:00+08:00", was: [1], task: "T1", unit: "epb"),
      ]
      entries[1].by = verifier
      return entries
    }
    #expect(
      Self.situation(closing("k.wang")).signs == [
        Sign(kind: .samePerson(by: "k.wang"), task: "T1", entry: id(2))
      ])
    #expect(Self.situation(closing("li")).signs.isEmpty)
    let source = Fact.Import(file: "a.csv", sha256: "", added: 12, changed: 0, withdrawn: 0)
    let list = entry(9, .import(source), on: "2020-07-30", task: nil)
    #expect(Self.situation([list] + closing("k.wang")).signs.isEmpty)
  }

  @Test("An extension of what is overdue is a sign, and one approved by who enters it")
  func extensions() {
    func moved(by approver: String, from first: String) -> [Sign] {
      let move = Fact.Extension(
        from: day(first), to: day("2020-08-20"), approvedBy: approver, reason: "rain")
      return Self.situation([entry(1, .extend(move), on: "2020-07-30", task: "T1")]).signs
    }
    #expect(moved(by: "the mayor", from: "2020-07-30").isEmpty)
    #expect(
      moved(by: "the mayor", from: "2020-07-20")
        == [Sign(kind: .extendedLate(days: 10), task: "T1", entry: id(1))])
    #expect(
      moved(by: "k.wang", from: "2020-08-01")
        == [Sign(kind: .approvedOneself(by: "k.wang"), task: "T1", entry: id(1))])
  }

  @Test("What could not be entered before the task was on the chart is not late")
  func listedLater() {
    var chart = Sample.chart
    chart.tasks[0].added = day("2020-07-22")
    func signs(_ time: String) -> [Sign] {
      var ledger = Ledger()
      ledger.add(Self.mark(1, "T1", on: "2020-06-09", at: time))
      return Situation(chart: chart, ledger: ledger, on: day("2020-07-31")).signs
    }
    #expect(signs("2020-07-29T09:00:00").isEmpty)
    // How long after its day is said all the same.
    #expect(signs("2020-07-30T09:00:00").map(\.kind) == [.enteredLate(days: 51)])
  }

  @Test("Short words, and the same evidence for several nodes of one task, are none")
  func notShared() {
    let entries = [
      Self.mark(1, "T1", at: "2020-07-30T09:00:00", evidence: ["photo", "the same words"]),
      Self.mark(
        2, "T1", node: "2", at: "2020-07-30T10:00:00", evidence: ["photo", "the same words"]),
      Self.mark(3, "T2", at: "2020-07-30T11:00:00", evidence: ["photo"]),
    ]
    #expect(Self.situation(entries).signs.isEmpty)
  }

  @Test("Withdrawn tasks have no signs, and none come from what has not happened yet")
  func nothing() {
    var chart = Sample.chart
    chart.tasks[0].withdrawn = day("2020-07-20")
    var ledger = Ledger()
    for number in 1...2 {
      ledger.add(
        entry(
          UInt64(number), .note(Fact.Note(text: nil, node: nil)), on: "2020-07-01",
          at: "2020-07-31T09:00:00+08:00", task: "T1", evidence: ["the same words"]))
    }
    ledger.add(
      entry(3, .submit, on: "2020-08-01", at: "2020-08-30T09:00:00+08:00", task: "T2"))
    #expect(Situation(chart: chart, ledger: ledger, on: day("2020-07-31")).signs.isEmpty)
  }
}
