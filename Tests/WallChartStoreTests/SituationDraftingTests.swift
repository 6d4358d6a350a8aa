import Testing

@testable import WallChartStore

struct SituationDraftingTests {
  @Test("A mark without a node takes the earliest unmet one")
  func earliestUnmet() throws {
    let first = try Sample.situation().mark("T2", by: Sample.clerk, Sample.stamp(9))
    #expect(first.fact == .met(node: "1"))
    #expect(first.on == day("2020-07-31"))
    #expect(first.by == "k.wang")
    let met = [entry(1, .met(node: "1"), on: "2020-07-01", task: "T2")]
    let second = try Sample.situation(met).mark("T2", by: Sample.clerk, Sample.stamp(9))
    #expect(second.fact == .met(node: "2"))
    let skipped = [entry(1, .met(node: "2"), on: "2020-07-01", task: "T2")]
    #expect(
      try Sample.situation(skipped).mark("T2", by: Sample.clerk, Sample.stamp(9)).fact
        == .met(node: "1"))
  }

  @Test("When every node is met there is nothing to mark")
  func everythingMet() {
    let met = (1...2).map { entry(UInt64($0), .met(node: "\($0)"), on: "2020-07-01", task: "T2") }
    #expect(throws: Refusal.everythingMet(task: "T2")) {
      try Sample.situation(met).mark("T2", by: Sample.clerk, Sample.stamp(9))
    }
  }

  @Test("The mark of a node with a quota becomes a report of the quota")
  func quota() throws {
    let situation = Sample.situation([entry(1, .met(node: "1"), on: "2020-06-09")])
    let report = try situation.mark(
      "T1", evidence: ["photo"], by: Sample.clerk, Sample.stamp(9))
    #expect(report.fact == count(4))
    #expect(report.was.isEmpty)
    #expect(report.evidence == ["photo"])
    #expect(
      try situation.mark("T1", node: "3", by: Sample.clerk, Sample.stamp(9)).fact == count(8))
    let full = Sample.situation([entry(1, count(8), on: "2020-06-09")])
    #expect(throws: Refusal.alreadyMet(task: "T1", node: "2")) {
      try full.mark("T1", node: "2", by: Sample.clerk, Sample.stamp(9))
    }
  }

  @Test("A draft names what its author saw as current")
  func was() throws {
    let situation = Sample.situation([
      entry(1, .met(node: "1"), on: "2020-06-09"),
      entry(2, .undo(of: id(1), reason: nil), on: "2020-06-09", was: [1]),
      entry(3, .supervise, on: "2020-07-01"),
    ])
    #expect(try situation.mark("T1", by: Sample.clerk, Sample.stamp(9)).was == [id(2)])
    #expect(try situation.step("T1", .release, by: Sample.clerk, Sample.stamp(9)).was == [id(3)])
    #expect(
      try situation.step(
        "T1", limit("2020-08-31", "2020-09-30"), by: Sample.clerk, Sample.stamp(9)
      ).was.isEmpty)
  }

  @Test("Taking a mark back names the entry that met the node, and carries its day")
  func unmark() throws {
    let situation = Sample.situation([
      entry(1, .met(node: "1"), on: "2020-06-09"), entry(2, count(5), on: "2020-07-01"),
    ])
    let plain = try situation.unmark(
      "T1", node: "1", reason: "wrong row", by: Sample.clerk, Sample.stamp(9))
    #expect(plain.fact == .undo(of: id(1), reason: "wrong row"))
    #expect(plain.on == day("2020-06-09"))
    #expect(plain.was == [id(1)])
    let report = try situation.unmark("T1", node: "2", by: Sample.clerk, Sample.stamp(9))
    #expect(report.fact == .undo(of: id(2), reason: nil))
    #expect(throws: Refusal.notMet(task: "T1", node: "3")) {
      try situation.unmark("T1", node: "3", by: Sample.clerk, Sample.stamp(9))
    }
  }

  @Test("Reports and notes never conflict")
  func reports() throws {
    let situation = Sample.situation([entry(1, count(5), on: "2020-07-01")])
    #expect(
      try situation.report("T1", Fact.Report(count: 6), by: Sample.clerk, Sample.stamp(9)).was == []
    )
    #expect(
      try situation.note(
        "T1", Fact.Note(text: "rain", node: "1"), by: Sample.clerk, Sample.stamp(9)
      ).was == [])
  }
}
