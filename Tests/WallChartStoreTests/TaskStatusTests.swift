import Testing

@testable import WallChartStore

struct TaskStatusTests {
  private func status(
    _ task: Chart.Task = Sample.plainTask, _ entries: [Entry] = [], on: String,
    rules: Chart.Rules = Chart.Rules(), listed: String? = nil
  ) -> TaskStatus {
    TaskStatus(
      of: task, rules: rules, entries: entries, on: day(on), listed: listed.map(day))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var rule: String
    var on: String
    var entries: [Entry] = []
    var term = Chart.Task.Term.dated
    var standing: Standing
    var daysLate = 0
    var testDescription: String { rule }
  }

  private static let first = entry(1, .met(node: "1"), on: "2020-07-01")
  private static let second = entry(2, .met(node: "2"), on: "2020-07-02")
  private static let submitted = [first, second, entry(3, .submit, on: "2020-07-03")]
  private static let notice =
    submitted + [entry(4, .verify(noticeUntil: day("2020-07-10")), on: "2020-07-05")]
  private static let closed = notice + [entry(5, .crossOff, on: "2020-07-11")]

  @Test(
    "A task with nodes due 10 July and 20 August and its limit on 31 August stands",
    arguments: [
      Row(rule: "green before anything is near", on: "2020-06-30", standing: .green),
      Row(rule: "due soon from a week before a node", on: "2020-07-03", standing: .dueSoon),
      Row(rule: "due soon on the day itself", on: "2020-07-10", standing: .dueSoon),
      Row(rule: "yellow from the day after", on: "2020-07-11", standing: .yellow, daysLate: 1),
      Row(rule: "yellow to the end of grace", on: "2020-07-17", standing: .yellow, daysLate: 7),
      Row(rule: "red past the grace", on: "2020-07-18", standing: .red, daysLate: 8),
      Row(rule: "green when the node is met", on: "2020-07-18", entries: [first], standing: .green),
      Row(
        rule: "due soon a week before the limit", on: "2020-08-24", entries: [first, second],
        standing: .dueSoon),
      Row(
        rule: "due soon on the limit", on: "2020-08-31", entries: [first, second],
        standing: .dueSoon),
      Row(
        rule: "red past the limit, though every node is met", on: "2020-09-01",
        entries: [first, second], standing: .red, daysLate: 1),
      Row(
        rule: "late since its earliest unmet day", on: "2020-09-01", entries: [first],
        standing: .red, daysLate: 12),
      Row(
        rule: "an extension moves the limit", on: "2020-09-20",
        entries: [first, second, entry(3, limit("2020-08-31", "2020-10-31"), on: "2020-08-01")],
        standing: .green),
      Row(
        rule: "red under supervision", on: "2020-06-30",
        entries: [entry(3, .supervise, on: "2020-06-30")], standing: .red),
      Row(
        rule: "green after release", on: "2020-06-30",
        entries: [
          entry(3, .supervise, on: "2020-06-29"), entry(4, .release, on: "2020-06-30", was: [3]),
        ], standing: .green),
      Row(
        rule: "in closing when submitted", on: "2020-07-04", entries: submitted,
        standing: .inClosing),
      Row(rule: "in closing in notice", on: "2020-07-06", entries: notice, standing: .inClosing),
      Row(
        rule: "in closing past its limit it still counts days late", on: "2020-09-05",
        entries: notice, standing: .inClosing, daysLate: 5),
      Row(rule: "crossed off", on: "2020-07-11", entries: closed, standing: .crossedOff),
      Row(
        rule: "crossed off counts no days late", on: "2020-12-31", entries: closed,
        standing: .crossedOff),
      Row(
        rule: "crossed off even under supervision", on: "2020-07-12",
        entries: closed + [entry(6, .supervise, on: "2020-07-12")], standing: .crossedOff),
      Row(
        rule: "red when reopened as false", on: "2020-07-12",
        entries: closed + [entry(6, .reopen(reason: "x", isFalse: true), on: "2020-07-12")],
        standing: .red),
      Row(
        rule: "by the calendar when reopened otherwise", on: "2020-07-12",
        entries: closed + [entry(6, .reopen(reason: "x", isFalse: false), on: "2020-07-12")],
        standing: .green),
      Row(
        rule: "a standing duty is never red by its limit", on: "2020-12-31",
        entries: [first, second], term: .standing, standing: .green),
      Row(
        rule: "a standing duty is red by its nodes", on: "2020-12-31", entries: [first],
        term: .standing, standing: .red, daysLate: 133),
      Row(
        rule: "a task at once is held to its limit", on: "2020-09-01", entries: [first, second],
        term: .atOnce, standing: .red, daysLate: 1),
    ])
  func standing(row: Row) {
    var task = Sample.plainTask
    task.term = row.term
    let found = status(task, row.entries, on: row.on)
    #expect(found.standing == row.standing)
    #expect(found.daysLate == row.daysLate)
  }

  @Test("A task without nodes stands by its limit alone")
  func withoutNodes() {
    var task = Sample.plainTask
    task.nodes = []
    #expect(status(task, on: "2020-08-31").standing == .dueSoon)
    #expect(status(task, on: "2020-09-01").standing == .red)
    #expect(status(task, on: "2020-09-01").daysLate == 1)
  }

  @Test("Grace and warning are the chart's own")
  func ownRules() {
    var rules = Chart.Rules()
    rules.graceDays = 0
    rules.dueSoonDays = 1
    #expect(status(on: "2020-07-08", rules: rules).standing == .green)
    #expect(status(on: "2020-07-09", rules: rules).standing == .dueSoon)
    #expect(status(on: "2020-07-11", rules: rules).standing == .red)
  }

  struct Silence: Sendable, CustomTestStringConvertible {
    var rule: String
    var risk: Chart.Risk
    var sign: String
    var on: String
    var isSilent: Bool
    var testDescription: String { rule }
  }

  // 31 July 2020 is a Friday.
  @Test(
    "A task is silent when its rhythm allows no more waiting",
    arguments: [
      Silence(
        rule: "daily, the same day", risk: .high, sign: "2020-07-29", on: "2020-07-29",
        isSilent: false),
      Silence(
        rule: "daily, next day", risk: .high, sign: "2020-07-29", on: "2020-07-30", isSilent: false),
      Silence(
        rule: "daily, two days", risk: .high, sign: "2020-07-29", on: "2020-07-31", isSilent: true),
      Silence(
        rule: "daily, Friday to Sunday", risk: .high, sign: "2020-07-31", on: "2020-08-02",
        isSilent: false),
      Silence(
        rule: "daily, Friday to Monday", risk: .high, sign: "2020-07-31", on: "2020-08-03",
        isSilent: false),
      Silence(
        rule: "daily, Friday to Tuesday", risk: .high, sign: "2020-07-31", on: "2020-08-04",
        isSilent: true),
      Silence(
        rule: "daily, over a holiday", risk: .high, sign: "2020-09-30", on: "2020-10-09",
        isSilent: false),
      Silence(
        rule: "daily, a worked Saturday counts", risk: .high, sign: "2020-10-09", on: "2020-10-12",
        isSilent: true),
      Silence(
        rule: "daily, years ago", risk: .high, sign: "2001-01-01", on: "2020-10-12", isSilent: true),
      Silence(
        rule: "weekly, seven days", risk: .medium, sign: "2020-07-01", on: "2020-07-08",
        isSilent: false),
      Silence(
        rule: "weekly, eight days", risk: .medium, sign: "2020-07-01", on: "2020-07-09",
        isSilent: true),
      Silence(
        rule: "monthly, 31 days", risk: .low, sign: "2020-07-01", on: "2020-08-01", isSilent: false),
      Silence(
        rule: "monthly, 32 days", risk: .low, sign: "2020-07-01", on: "2020-08-02", isSilent: true),
    ])
  func silence(row: Silence) {
    var task = Sample.plainTask
    task.risk = row.risk
    task.added = day("2000-01-01")
    var rules = Chart.Rules()
    rules.holidays = (1...8).map { day("2020-10-0\($0)") }
    rules.workdays = [day("2020-10-10")]
    var report = Fact.Report()
    report.progress = "on plan"
    let signs: [Fact] = [
      .report(report), .met(node: "1"), .return(reason: "x"), .reopen(reason: "x", isFalse: false),
    ]
    for fact in signs {
      let found = status(task, [entry(1, fact, on: row.sign)], on: row.on, rules: rules)
      #expect(found.isSilent == row.isSilent, "\(fact.kind)")
    }
    // Without any sign the day it was added counts, else that of the import.
    task.added = day(row.sign)
    #expect(status(task, on: row.on, rules: rules).isSilent == row.isSilent)
    task.added = nil
    #expect(status(task, on: row.on, rules: rules, listed: row.sign).isSilent == row.isSilent)
    #expect(!status(task, on: row.on, rules: rules).isSilent)
    // Notes, supervision and what was taken back are no sign of life.
    let noise = [
      entry(1, .note(Fact.Note(text: "x", node: nil)), on: row.on),
      entry(2, .supervise, on: row.on),
      entry(3, .met(node: "1"), on: row.on), entry(4, .undo(of: id(3), reason: nil), on: row.on),
    ]
    task.added = day(row.sign)
    #expect(status(task, noise, on: row.on, rules: rules).isSilent == row.isSilent)
  }

  @Test("Standing duties, crossed off and withdrawn tasks are never silent; submitted ones may be")
  func neverSilent() {
    var task = Sample.plainTask
    task.term = .standing
    #expect(!status(task, on: "2020-12-31").isSilent)
    #expect(!status(entries: Self.closed).isSilent)
    #expect(status(entries: Self.submitted).isSilent)
    task = Sample.plainTask
    task.withdrawn = day("2020-12-31")
    #expect(!status(task, on: "2020-12-31").isSilent)
    #expect(status(task, on: "2020-12-30").isSilent)
  }

  private func status(entries: [Entry]) -> TaskStatus {
    status(Sample.plainTask, entries, on: "2020-12-31")
  }
}
