import Testing

@testable import WallChartStore

/// What a meeting must discuss, and why.
struct AgendaTests {
  /// The reasons of T1, whose nodes are due on 10 June, 10 July and 20 August and its limit on the 31st.
  private static func reasons(
    _ entries: [Entry], on date: String, _ rhythm: Chart.Rhythm = .weekly,
    _ change: (inout Chart.Task) -> Void = { _ in }
  ) -> [Agenda.Reason] {
    var chart = Sample.chart
    chart.tasks.removeLast()
    change(&chart.tasks[0])
    var ledger = Ledger()
    entries.forEach { ledger.add($0) }
    let situation = Situation(chart: chart, ledger: ledger, on: day(date))
    return Agenda(of: situation, rhythm: rhythm).items.first?.reasons ?? []
  }

  private static let first = entry(1, .met(node: "1"), on: "2020-06-09")

  private static func words(
    _ number: UInt64, next: String?, by: String? = nil, progress: String? = nil, on date: String
  ) -> Entry {
    var report = Fact.Report()
    (report.next, report.progress) = (next, progress)
    report.nextBy = by.map { day($0) }
    return entry(number, .report(report), on: date)
  }

  @Test("Overdue from the day after, due up to the day of the next meeting")
  func calendar() {
    let report = Self.words(2, next: nil, progress: "half", on: "2020-07-01")
    let entries = [Self.first, report]
    #expect(Self.reasons(entries, on: "2020-07-02") == [])
    #expect(Self.reasons(entries, on: "2020-07-03") == [.due])
    #expect(Self.reasons(entries, on: "2020-07-08") == [.due])
    #expect(Self.reasons(entries, on: "2020-07-10") == [.due, .silent])
    #expect(Self.reasons(entries, on: "2020-07-11") == [.overdue, .silent])
    #expect(Self.reasons(entries, on: "2020-08-15") == [.overdue, .due, .silent])
    // The limit alone, and of a standing duty not even that.
    #expect(Self.reasons([Self.first], on: "2020-08-30") { $0.nodes = [] } == [.due, .silent])
    let standing = Self.reasons([Self.first], on: "2020-09-30") {
      $0.nodes = []
      $0.term = .standing
    }
    #expect(standing == [])
  }

  @Test("A promise is on the agenda when its day comes, or has none, until the next words")
  func promises() {
    let entries = [Self.first, Self.words(2, next: "pipes", by: "2020-06-30", on: "2020-06-20")]
    #expect(Self.reasons(entries, on: "2020-06-22") == [])
    #expect(Self.reasons(entries, on: "2020-06-23") == [.promised])
    #expect(Self.reasons(entries, on: "2020-07-01") == [.promised, .silent])
    #expect(
      Self.reasons([Self.first, Self.words(2, next: "pipes", on: "2020-06-20")], on: "2020-06-20")
        == [.promised])
    // A count that Space writes says nothing of it; words do, and so does taking it back.
    let counted = entries + [entry(3, count(2), on: "2020-06-21")]
    #expect(Self.reasons(counted, on: "2020-06-23") == [.promised])
    let said = entries + [Self.words(3, next: " ", progress: "laid", on: "2020-06-21")]
    #expect(Self.reasons(said, on: "2020-06-23") == [])
    let undo = entry(3, .undo(of: id(2), reason: nil), on: "2020-06-20")
    #expect(Self.reasons(entries + [undo], on: "2020-06-23") == [.silent])
  }

  @Test("Sent back until it is submitted again; under supervision until it is released")
  func returned() {
    let closed = [
      Self.first, entry(2, count(8), on: "2020-06-10"),
      entry(3, .submit, on: "2020-06-11", evidence: ["photo"]),
    ]
    #expect(Self.reasons(closed, on: "2020-06-11") == [])
    let back = closed + [entry(4, .return(reason: "smoke"), on: "2020-06-12", was: [3])]
    #expect(Self.reasons(back, on: "2020-06-12") == [.returned])
    let again = back + [entry(5, .submit, on: "2020-06-13", was: [4], evidence: ["photo"])]
    #expect(Self.reasons(again, on: "2020-06-13") == [])
    let listed = back + [entry(6, .supervise, on: "2020-06-12")]
    #expect(Self.reasons(listed, on: "2020-06-12") == [.listed, .returned])
    let released = listed + [entry(7, .release, on: "2020-06-13", was: [6])]
    #expect(Self.reasons(released, on: "2020-06-13") == [.returned])
  }

  @Test("In closing only what is overdue or disputed is discussed, and crossed off nothing")
  func closing() {
    let closed = [
      Self.first, entry(2, count(8), on: "2020-06-10"),
      entry(3, .submit, on: "2020-06-11", evidence: ["photo"]),
      entry(4, .supervise, on: "2020-06-11"),
    ]
    #expect(Self.reasons(closed, on: "2020-08-28") == [])
    #expect(Self.reasons(closed, on: "2020-09-01") == [.overdue])
    var again = entry(9, .met(node: "1"), on: "2020-06-10", was: [1])
    again.writer = "third-0000000000"
    let disputed =
      closed + [
        entry(10, .undo(of: id(1), reason: nil), on: "2020-06-09", was: [1]), again,
      ]
    #expect(Self.reasons(disputed, on: "2020-06-12") == [.disputed])
    let over =
      closed + [
        entry(5, .verify(noticeUntil: day("2020-06-20")), on: "2020-06-12", was: [3]),
        entry(6, .crossOff, on: "2020-06-21", was: [5]),
      ]
    #expect(Self.reasons(over, on: "2020-09-30", .monthly) == [])
  }

  @Test("The rarer meeting takes the more frequent tasks with it; withdrawn ones are on none")
  func scope() {
    let expected: [(Chart.Risk, [Chart.Rhythm])] = [
      (.high, [.daily, .weekly, .monthly]), (.medium, [.weekly, .monthly]), (.low, [.monthly]),
    ]
    for (risk, rhythms) in expected {
      let found = Chart.Rhythm.allCases.filter { rhythm in
        !Self.reasons([], on: "2020-07-31", rhythm) { $0.risk = risk }.isEmpty
      }
      #expect(found == rhythms)
    }
    #expect(Self.reasons([], on: "2020-07-31") { $0.withdrawn = day("2020-07-31") } == [])
  }

  @Test("The next meeting is the next working day, a week on, the same day of the next month")
  func next() {
    var rules = Chart.Rules()
    rules.holidays = [day("2020-10-01"), day("2020-10-02")]
    rules.workdays = [day("2020-09-27")]
    func next(_ rhythm: Chart.Rhythm, _ date: String) -> String {
      rules.meeting(of: rhythm, after: day(date)).iso
    }
    #expect(next(.daily, "2020-09-24") == "2020-09-25")
    #expect(next(.daily, "2020-09-25") == "2020-09-27")
    #expect(next(.daily, "2020-09-30") == "2020-10-05")
    #expect(next(.weekly, "2020-09-30") == "2020-10-07")
    #expect(next(.monthly, "2020-12-31") == "2021-01-31")
    #expect(next(.monthly, "2021-01-31") == "2021-02-28")
    #expect(next(.monthly, "2020-07-15") == "2020-08-15")
  }
}
