import Testing

@testable import WallChartStore

struct SituationChecksTests {
  private static let met = entry(1, .met(node: "1"), on: "2020-06-09")
  private static let all = [met, entry(2, count(8), on: "2020-07-01", evidence: ["photo"])]
  private static let submitted = all + [entry(3, .submit, on: "2020-07-02", unit: "jinpu")]
  private static let notice =
    submitted + [entry(4, .verify(noticeUntil: day("2020-07-30")), on: "2020-07-05", was: [3])]
  private static let returned =
    submitted + [entry(4, .return(reason: "photo"), on: "2020-07-10", was: [3])]
  private static let counted = [
    entry(1, count(3), on: "2020-07-01"), entry(2, count(6), on: "2020-07-20"),
  ]
  private static let closed = notice + [entry(5, .crossOff, on: "2020-07-31", was: [4])]

  private static let visit: Fact = {
    var note = Fact.Note(text: "all gone", node: nil)
    note.isLookBack = true
    return .note(note)
  }()
  private static let withdrawal = Fact.edit(
    set: #"{"withdrawn":[null,"2020-07-31"]}"#, reason: "twice")

  struct Refused: Sendable, CustomTestStringConvertible {
    var fact: Fact
    var after: [Entry] = []
    var on = "2020-07-31"
    var task = "T1"
    var was: [UInt64] = []
    var unit: String? = "epb"
    var evidence: [String] = []
    var refusal: Refusal
    var testDescription: String { "\(fact.kind) on \(on): \(refusal)" }
  }

  @Test(
    "What the rules do not allow is refused, and why is said",
    arguments: [
      Refused(fact: .met(node: "1"), task: "T9", refusal: .noSuchTask("T9")),
      Refused(fact: .met(node: "9"), refusal: .noSuchNode(task: "T1", node: "9")),
      Refused(
        fact: .note(Fact.Note(text: "x", node: "9")), refusal: .noSuchNode(task: "T1", node: "9")),
      Refused(
        fact: limit("2020-08-20", "2020-08-25", node: "9"),
        refusal: .noSuchNode(task: "T1", node: "9")),
      Refused(fact: .met(node: "1"), task: "T3", refusal: .withdrawn(task: "T3")),
      Refused(
        fact: .met(node: "1"), on: "2020-08-01", refusal: .dayInTheFuture(day("2020-08-01"))),
      Refused(
        fact: .release, after: [entry(1, .supervise, on: "2020-07-20")], on: "2020-07-19", was: [1],
        refusal: .dayBeforeEarlierEntry(day("2020-07-19"), earlier: day("2020-07-20"))),
      Refused(fact: .met(node: "2"), refusal: .needsCount(task: "T1", node: "2")),
      Refused(
        fact: .met(node: "1"), after: [met], was: [1], refusal: .alreadyMet(task: "T1", node: "1")),
      Refused(fact: count(1), task: "T2", refusal: .countWithoutQuantity(task: "T2")),
      Refused(fact: count(9), refusal: .countOutOfRange(count: 9, total: 8)),
      Refused(fact: count(-1), refusal: .countOutOfRange(count: -1, total: 8)),
      Refused(
        fact: count(7), after: all, refusal: .fallingCountNeedsReason(from: 8, to: 7)),
      Refused(
        fact: count(7, reason: ""), after: all, refusal: .fallingCountNeedsReason(from: 8, to: 7)),
      Refused(
        fact: count(2), after: counted, on: "2020-07-19",
        refusal: .fallingCountNeedsReason(from: 3, to: 2)),
      Refused(
        fact: count(5), after: counted, on: "2020-07-20",
        refusal: .fallingCountNeedsReason(from: 6, to: 5)),
      Refused(fact: .report(Fact.Report()), refusal: .emptyReport),
      Refused(fact: .note(Fact.Note(text: "", node: nil)), refusal: .emptyNote),
      Refused(
        fact: .note(Fact.Note(text: String(repeating: "长", count: 21_800), node: nil)),
        refusal: .entryTooLong(limit: 65_536)),
      Refused(fact: .undo(of: id(77), reason: nil), refusal: .notUndoable),
      Refused(
        fact: .undo(of: id(1), reason: nil), after: [entry(1, .supervise, on: "2020-07-01")],
        refusal: .notUndoable),
      Refused(fact: .undo(of: id(3), reason: nil), after: submitted, refusal: .notUndoable),
      Refused(
        fact: .undo(of: id(1), reason: nil),
        after: [met, entry(2, .undo(of: id(1), reason: nil), on: "2020-06-09", was: [1])], was: [2],
        refusal: .notUndoable),
      Refused(
        fact: .met(node: "1"), after: submitted, refusal: .closed(task: "T1", stage: .submitted)),
      Refused(fact: count(8), after: notice, refusal: .closed(task: "T1", stage: .notice)),
      Refused(
        fact: .undo(of: id(1), reason: nil), after: closed,
        refusal: .closed(task: "T1", stage: .crossedOff)),
      Refused(
        fact: limit("2020-08-31", "2020-10-31"), after: submitted,
        refusal: .closed(task: "T1", stage: .submitted)),
      Refused(
        fact: .met(node: "1"), after: returned, on: "2020-07-09",
        refusal: .wasClosed(task: "T1", stage: .submitted, on: day("2020-07-09"))),
      Refused(
        fact: count(8), after: returned, on: "2020-07-02",
        refusal: .wasClosed(task: "T1", stage: .submitted, on: day("2020-07-02"))),
      Refused(
        fact: limit("2020-08-31", "2020-10-31"), after: returned, on: "2020-07-05",
        refusal: .extensionDatedBack(day("2020-07-05"))),
      Refused(
        fact: .submit, after: submitted, refusal: .notAtStage(task: "T1", stage: .submitted)),
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")), after: all,
        refusal: .notAtStage(task: "T1", stage: .rectifying)),
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")),
        refusal: .notAtStage(task: "T1", stage: .notStarted)),
      Refused(
        fact: .crossOff, after: submitted, refusal: .notAtStage(task: "T1", stage: .submitted)),
      Refused(
        fact: .return(reason: "x"), after: all,
        refusal: .notAtStage(task: "T1", stage: .rectifying)),
      Refused(
        fact: .reopen(reason: "x", isFalse: true), after: notice,
        refusal: .notAtStage(task: "T1", stage: .notice)),
      Refused(
        fact: .submit, after: [met],
        refusal: .incomplete(
          task: "T1", nodes: ["2", "3"], count: 0, total: 8, lacksEvidence: true)),
      Refused(
        fact: .submit, after: [met, entry(2, count(8), on: "2020-07-01")],
        refusal: .incomplete(task: "T1", nodes: [], count: nil, total: nil, lacksEvidence: true)),
      Refused(
        fact: .submit, after: all, on: "2020-06-30",
        refusal: .incomplete(
          task: "T1", nodes: ["2", "3"], count: 0, total: 8, lacksEvidence: true)),
      Refused(fact: .submit, after: all, unit: nil, refusal: .needsUnit),
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")), after: submitted, unit: nil,
        refusal: .needsUnit),
      Refused(fact: .crossOff, after: notice, unit: nil, refusal: .needsUnit),
      Refused(fact: limit("2020-08-31", "2020-10-31"), unit: nil, refusal: .needsUnit),
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")), after: submitted, unit: "jinpu",
        refusal: .verifierIsResponsible(task: "T1", unit: "jinpu")),
      // Who handed in for another unit does not verify it either.
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")),
        after: all + [entry(3, .submit, on: "2020-07-02", unit: "epb")],
        refusal: .verifierSubmitted(task: "T1", unit: "epb")),
      // Since the submission its evidence was taken back, or a node came to the plan.
      Refused(
        fact: .verify(noticeUntil: day("2020-08-05")),
        after: submitted + [entry(9, .undo(of: id(2), reason: nil), on: "2020-07-01")],
        refusal: .incomplete(
          task: "T1", to: .notice, nodes: ["2", "3"], count: 0, total: 8, lacksEvidence: true)),
      Refused(
        fact: .crossOff, after: [met, entry(2, count(8), on: "2020-07-01")] + notice.dropFirst(2),
        refusal: .incomplete(
          task: "T1", to: .crossedOff, nodes: [], count: nil, total: nil, lacksEvidence: true)),
      Refused(
        fact: .undo(of: id(8), reason: nil),
        after: submitted + [
          entry(8, .note(Fact.Note(text: nil, node: nil)), on: "2020-07-01", evidence: ["photo"])
        ], refusal: .closed(task: "T1", stage: .submitted)),
      // What was handed in before it was sent back is spent, and the other side's shows nothing.
      Refused(
        fact: .submit,
        after: submitted + [
          entry(4, .return(reason: "no"), on: "2020-07-10", was: [3], evidence: ["inspection"]),
          entry(5, .supervise, on: "2020-07-11", evidence: ["order"]),
        ],
        refusal: .incomplete(
          task: "T1", nodes: [], count: nil, total: nil, lacksEvidence: true,
          since: day("2020-07-10"))),
      Refused(fact: .met(node: "1"), evidence: ["photo", " "], refusal: .emptyEvidence),
      Refused(fact: .supervise, evidence: [""], refusal: .emptyEvidence),
      Refused(
        fact: limit("2020-08-31", "2020-10-31"), on: "2020-07-30",
        refusal: .extensionDatedBack(day("2020-07-30"))),
      Refused(
        fact: .release, after: [entry(1, .supervise, on: "2020-07-20")], unit: nil,
        refusal: .needsUnit),
      Refused(
        fact: .release, after: [entry(1, .supervise, on: "2020-07-20")], unit: "jinpu",
        refusal: .releaserIsResponsible(task: "T1", unit: "jinpu")),
      Refused(fact: visit, after: closed, unit: nil, refusal: .needsUnit),
      Refused(
        fact: visit, after: closed, unit: "jinpu",
        refusal: .visitorIsResponsible(task: "T1", unit: "jinpu")),
      Refused(
        fact: withdrawal, after: [entry(1, .supervise, on: "2020-07-20")],
        refusal: .supervised(task: "T1")),
      Refused(
        fact: withdrawal,
        after: closed + [
          entry(6, .reopen(reason: "empty", isFalse: true), on: "2020-07-31", was: [5])
        ], refusal: .foundFalse(task: "T1")),
      Refused(fact: .return(reason: ""), after: submitted, refusal: .needsReason),
      Refused(fact: .reopen(reason: "", isFalse: true), after: closed, refusal: .needsReason),
      Refused(fact: limit("2020-08-31", "2020-10-31", reason: ""), refusal: .needsReason),
      Refused(
        fact: .crossOff, after: notice, on: "2020-07-30",
        refusal: .noticeRuns(task: "T1", until: day("2020-07-30"))),
      Refused(
        fact: limit("2020-06-10", "2020-06-30", node: "1"), after: [met],
        refusal: .alreadyMet(task: "T1", node: "1")),
      Refused(
        fact: limit("2020-07-10", "2020-08-20", node: "2"),
        refusal: .extensionOutOfOrder(task: "T1", to: day("2020-08-20"))),
      Refused(
        fact: limit("2020-07-10", "2020-06-10", node: "2"),
        refusal: .extensionOutOfOrder(task: "T1", to: day("2020-06-10"))),
      Refused(
        fact: limit("2020-08-20", "2020-09-01", node: "3"),
        refusal: .extensionOutOfOrder(task: "T1", to: day("2020-09-01"))),
      Refused(
        fact: limit("2020-08-31", "2020-08-19"),
        refusal: .extensionOutOfOrder(task: "T1", to: day("2020-08-19"))),
      Refused(fact: .met(node: "1"), unit: "epb & co", refusal: .noSuchUnit("epb & co")),
      Refused(
        fact: .note(Fact.Note(text: "rain", node: nil)), unit: "nobody",
        refusal: .noSuchUnit("nobody")),
      Refused(
        fact: .undo(of: id(1), reason: nil), after: [met], was: [1], unit: "nobody",
        refusal: .noSuchUnit("nobody")),
    ])
  func refused(row: Refused) {
    var chart = Sample.chart
    var withdrawn = Sample.plainTask
    withdrawn.id = "T3"
    withdrawn.withdrawn = day("2020-07-31")
    chart.tasks.append(withdrawn)
    var ledger = Ledger()
    row.after.forEach { ledger.add($0) }
    let situation = Situation(chart: chart, ledger: ledger, on: day("2020-07-31"))
    var said = entry(99, row.fact, on: row.on, was: row.was, task: row.task, unit: row.unit)
    if case .note(let note) = row.fact, note.text == "x" { said.evidence = ["x"] }
    if !row.evidence.isEmpty { said.evidence = row.evidence }
    #expect(throws: row.refusal) { try situation.check(said) }
  }

  @Test("What is handed in or closed is sent back or opened again before it leaves the chart")
  func closedWithdrawal() {
    for (entries, stage) in [(Self.submitted, Stage.submitted), (Self.closed, .crossedOff)] {
      var ledger = Ledger()
      entries.forEach { ledger.add($0) }
      let situation = Situation(chart: Sample.chart, ledger: ledger, on: day("2020-07-31"))
      #expect(throws: Refusal.closed(task: "T1", stage: stage)) {
        try situation.withdrawal(of: "T1", reason: "counted twice")
      }
    }
  }

  @Test("The whole procedure passes, step by step")
  func procedure() throws {
    var situation = Sample.situation(on: "2020-07-31")
    var number: UInt64 = 100
    func write(_ make: (Stamp) throws -> Entry) rethrows {
      number += 1
      var entry = try make(Sample.stamp(number))
      entry.writer = "office-0000000000"
      situation.add(entry)
    }
    let district = Author(name: "li", unit: "jinpu")
    try write { try situation.mark("T1", on: day("2020-06-09"), by: district, $0) }
    try write { try situation.mark("T1", on: day("2020-07-01"), evidence: ["a"], by: district, $0) }
    try write { try situation.mark("T1", by: district, $0) }
    try write {
      try situation.step(
        "T1", limit("2020-08-31", "2020-09-30"), by: Sample.clerk, $0)
    }
    try write { try situation.step("T1", .submit, on: day("2020-07-31"), by: district, $0) }
    try write { try situation.step("T1", .return(reason: "photo"), by: Sample.clerk, $0) }
    try write {
      try situation.step("T1", .submit, evidence: ["new photo"], by: district, $0)
    }
    try write {
      try situation.step("T1", .verify(noticeUntil: day("2020-08-05")), by: Sample.clerk, $0)
    }
    situation.move(to: day("2020-08-06"))
    try write { try situation.step("T1", .crossOff, by: Sample.clerk, $0) }
    #expect(situation.status.tasks[0].standing == .crossedOff)
    try write {
      try situation.step("T1", .reopen(reason: "empty", isFalse: true), by: Sample.clerk, $0)
    }
    #expect(situation.status.tasks[0].standing == .red)
    #expect(situation.status.tasks[0].record.isFalse)
  }

  @Test("An entry dated back is held against the day it is about, not against what came later")
  func datedBack() throws {
    let counted = Sample.situation(Self.counted)
    #expect(throws: Never.self) {
      try counted.report(
        "T1", Fact.Report(count: 4), on: day("2020-07-19"), by: Sample.clerk, Sample.stamp(9))
    }
    let returned = Sample.situation(Self.returned)
    for date in ["2020-07-01", "2020-07-10", "2020-07-31"] {
      #expect(throws: Never.self) {
        try returned.report(
          "T1", Fact.Report(count: 8), on: day(date), by: Sample.clerk, Sample.stamp(9))
      }
    }
    // A mistake can be taken back though its day was the last one before the submission.
    let handedIn = Sample.situation(
      Self.all + [
        entry(3, .submit, on: "2020-07-01"),
        entry(4, .return(reason: "photo"), on: "2020-07-10", was: [3]),
      ])
    #expect(throws: Never.self) {
      try handedIn.undo(id(2), task: "T1", by: Sample.clerk, Sample.stamp(9))
    }
  }

  @Test("An extension makes nothing that was late be in time, not even with the mark taken back")
  func extensionOfTheLate() throws {
    var situation = Sample.situation([entry(1, .met(node: "1"), on: "2020-06-15")])
    situation.add(try situation.unmark("T1", node: "1", by: Sample.clerk, Sample.stamp(2)))
    let later = limit("2020-06-10", "2020-06-20", node: "1")
    #expect(throws: Refusal.extensionDatedBack(day("2020-06-09"))) {
      try situation.step("T1", later, on: day("2020-06-09"), by: Sample.clerk, Sample.stamp(3))
    }
    situation.add(try situation.step("T1", later, by: Sample.clerk, Sample.stamp(3)))
    situation.add(
      try situation.mark(
        "T1", node: "1", on: day("2020-06-15"), by: Sample.clerk, Sample.stamp(4)))
    #expect(situation.status.tasks[0].nodes[0].state == .metLate)
  }

  @Test("The evidence of a visit, and a remark, can be taken back though the task is closed")
  func undoOfVisit() throws {
    let visit = entry(8, Self.visit, on: "2020-07-31", was: [5], unit: "epb", evidence: ["photo"])
    let remark = entry(9, .note(Fact.Note(text: "rain", node: nil)), on: "2020-07-31")
    let situation = Sample.situation(Self.closed + [visit, remark])
    for number in [8, 9] as [UInt64] {
      #expect(throws: Never.self) {
        try situation.undo(id(number), task: "T1", by: Sample.clerk, Sample.stamp(10))
      }
    }
  }

  @Test("A unit that has left the chart acts no more; what it did stays")
  func unitGone() throws {
    let met = entry(1, .met(node: "1"), on: "2020-07-01", unit: "closed-bureau")
    let situation = Sample.situation([met])
    #expect(situation.status.tasks[0].nodes[0].state.isMet)
    #expect(throws: Never.self) {
      try situation.unmark("T1", node: "1", by: Sample.clerk, Sample.stamp(2))
    }
    let meeting = entry(
      2, .meeting(Fact.Meeting(rhythm: .weekly, isClosing: true)), on: "2020-07-31", task: nil,
      unit: "closed-bureau")
    #expect(throws: Refusal.noSuchUnit("closed-bureau")) { try situation.check(meeting) }
  }

  @Test("Two offices' disagreement can be decided by a mark that knows both")
  func decide() throws {
    let situation = Sample.situation([
      entry(1, .met(node: "1"), on: "2020-06-09"), entry(2, .met(node: "1"), on: "2020-06-12"),
    ])
    let entry = try situation.mark(
      "T1", node: "1", on: day("2020-06-12"), by: Sample.clerk, Sample.stamp(3))
    #expect(Set(entry.was) == [id(1), id(2)])
  }

  @Test("An own mark can be taken back though another office marked a later day")
  func undoInDispute() throws {
    var situation = Sample.situation([
      entry(1, .met(node: "1"), on: "2020-06-09"), entry(2, .met(node: "1"), on: "2020-06-12"),
    ])
    let undo = try situation.undo(id(1), task: "T1", by: Sample.clerk, Sample.stamp(3))
    #expect(undo.on == day("2020-06-09"))
    situation.add(undo)
    #expect(situation.status.tasks[0].nodes[0].metOn == day("2020-06-12"))
    #expect(!situation.status.tasks[0].nodes[0].isDisputed)
  }
}
