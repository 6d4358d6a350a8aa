import Testing

@testable import WallChartStore

struct EntrySoundnessTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var said: Entry
    var after: [Entry] = []
    var broken: Refusal?
    var testDescription: String { "\(said.fact.kind): \(broken.map { "\($0)" } ?? "sound")" }
  }

  private static let submitted = entry(1, .submit, on: "2020-07-01", unit: "jinpu")
  private static let verified = entry(
    2, .verify(noticeUntil: day("2020-07-10")), on: "2020-07-05", was: [1], unit: "epb")

  private static func said(
    _ fact: Fact, on date: String = "2020-07-20", was: [UInt64] = [], unit: String? = "epb"
  ) -> Entry {
    entry(9, fact, on: date, was: was, unit: unit)
  }

  @Test(
    "What no office may write, whatever it knew, is named; what only came too late is not",
    arguments: [
      Row(said: said(.met(node: "1"))),
      Row(said: said(.met(node: "9")), broken: .noSuchNode(task: "T1", node: "9")),
      Row(said: said(.met(node: "2")), broken: .needsCount(task: "T1", node: "2")),
      // Another office has handed it in meanwhile.
      Row(said: said(.met(node: "1")), after: [submitted]),
      Row(said: said(count(8))),
      Row(said: said(count(2)), after: [entry(1, count(4), on: "2020-07-01")]),
      Row(said: said(count(9)), broken: .countOutOfRange(count: 9, total: 8)),
      Row(said: said(.report(Fact.Report())), broken: .emptyReport),
      Row(said: said(.note(Fact.Note(text: " ", node: nil))), broken: .emptyNote),
      Row(said: said(.undo(of: id(1), reason: nil)), after: [submitted]),
      Row(said: said(.undo(of: id(1), reason: nil)), broken: .notUndoable),
      Row(said: said(.submit, unit: nil), broken: .needsUnit),
      Row(
        said: said(.verify(noticeUntil: day("2020-07-25")), was: [1], unit: "epb"),
        after: [submitted]),
      Row(
        said: said(.verify(noticeUntil: day("2020-07-25")), was: [1], unit: nil),
        after: [submitted], broken: .needsUnit),
      Row(
        said: said(.verify(noticeUntil: day("2020-07-25")), was: [1], unit: "jinpu"),
        after: [submitted], broken: .verifierIsResponsible(task: "T1", unit: "jinpu")),
      Row(
        said: said(.verify(noticeUntil: day("2020-07-25")), was: [1], unit: "epb"),
        after: [entry(1, .submit, on: "2020-07-01", unit: "epb")],
        broken: .verifierSubmitted(task: "T1", unit: "epb")),
      Row(
        said: said(.release, unit: "jinpu"),
        broken: .releaserIsResponsible(task: "T1", unit: "jinpu")),
      Row(
        said: said(.verify(noticeUntil: day("2020-07-25")), unit: "epb"), after: [submitted],
        broken: .notAtStage(task: "T1", stage: .rectifying)),
      Row(said: said(.crossOff, on: "2020-07-11", was: [2]), after: [submitted, verified]),
      Row(
        said: said(.crossOff, on: "2020-07-10", was: [2]), after: [submitted, verified],
        broken: .noticeRuns(task: "T1", until: day("2020-07-10"))),
      Row(
        said: said(.crossOff, was: [1]), after: [submitted, verified],
        broken: .notAtStage(task: "T1", stage: .rectifying)),
      Row(said: said(.reopen(reason: "", isFalse: true)), broken: .needsReason),
      Row(said: said(limit("2020-08-31", "2020-10-31", reason: "")), broken: .needsReason),
      Row(said: said(.unknown(kind: "inspect"))),
    ])
  func brokenRule(row: Row) {
    let known = Dictionary(uniqueKeysWithValues: (row.after + [row.said]).map { ($0.id, $0) })
    #expect(row.said.brokenRule(in: Sample.task, among: known) == row.broken)
  }
}
