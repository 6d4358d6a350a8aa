import Foundation
import Testing
import WallChartStore

@testable import TrialWriter

/// Two offices go on with copies of one chart and put their ledger files side by side.
struct MergeTrials {
  private let trial: Trial
  private let size = Trial.size(100, long: 1000)

  init() throws { trial = try Trial() }

  /// So many random entries by one person in a chart.
  private func work(on chart: String, _ count: Int, by clerk: inout Clerk) throws {
    var folder = try ChartFolder(opening: chart, state: trial.path("state"))
    var situation = Situation(chart: folder.chart, ledger: folder.ledger, on: Campaign.today)
    for _ in 0..<count {
      let draft = clerk.draft(in: situation, writers: folder.ownWriters)
      situation.add(try folder.append(draft, today: Campaign.today))
    }
  }

  private func copy(_ chart: String, to name: String) throws -> String {
    try FileManager.default.copyItem(atPath: chart, toPath: trial.path(name))
    return trial.path(name)
  }

  /// Puts the ledger files of one chart beside those of another one.
  private func put(ledgersOf chart: String, into other: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: chart + "/ledger")
    where !FileManager.default.fileExists(atPath: "\(other)/ledger/\(name)") {
      try FileManager.default.copyItem(
        atPath: "\(chart)/ledger/\(name)", toPath: "\(other)/ledger/\(name)")
    }
  }

  private func situation(_ chart: String, on day: Day = Campaign.today) throws -> Situation {
    let folder = try ChartFolder(opening: chart, state: nil)
    #expect(folder.findings(today: Campaign.today).filter(\.fault.isDamage) == [])
    return Situation(chart: folder.chart, ledger: folder.ledger, on: day)
  }

  /// The nodes of which two offices say different things.
  private func disputes(_ situation: Situation) -> [String] {
    zip(situation.chart.tasks, situation.status.tasks).flatMap { task, status in
      zip(task.nodes, status.nodes).filter(\.1.isDisputed).map { "\(task.id)/\($0.0.id)" }
    }
  }

  @Test func `Two copies merged both ways are the same, and both show what is in dispute`() throws {
    let base = try trial.makeChart("base", tasks: 30)
    var common = Clerk(seed: 1)
    // A clock of its own for everybody, so that the same comes out of every run.
    common.time = Moment(rfc3339: "2020-07-31T09:00:00.000+08:00")
    try work(on: base, 40, by: &common)
    let here = try copy(base, to: "here")
    let there = try copy(base, to: "there")
    var one = Clerk(seed: 2)
    var other = Clerk(seed: 3, name: "l.zhao", unit: "jinpu")
    (one.time, other.time) = (common.time, common.time)
    try work(on: here, size, by: &one)
    // Open all the while: what the other office wrote comes in by a refresh.
    var open = try ChartFolder(opening: here, state: nil)
    try work(on: there, size, by: &other)

    let merged = try copy(here, to: "merged")
    try put(ledgersOf: there, into: merged)
    try put(ledgersOf: here, into: there)
    try put(ledgersOf: there, into: here)
    try open.refresh()
    let live = Situation(chart: open.chart, ledger: open.ledger, on: Campaign.today)

    let first = try situation(merged)
    #expect(first.ledger.count == 40 + 2 * size)
    let disputed = disputes(first)
    #expect(!disputed.isEmpty)
    for second in [try situation(there), try situation(here), live] {
      #expect(second.ledger.count == first.ledger.count)
      #expect(second.status.tasks == first.status.tasks)
      #expect(disputes(second) == disputed)
    }
    // On every day of the week, too.
    for back in 1...6 {
      let day = Campaign.today + -back
      #expect(try situation(there, on: day).status.tasks == situation(merged, on: day).status.tasks)
    }
    Trial.report(
      "merge: 40 common and twice \(size) entries: equal both ways and live, "
        + "\(disputed.count) nodes in dispute on both sides")
  }

  @Test func `The order in which entries are read does not matter`() throws {
    let chart = try trial.makeChart("chart", tasks: 10)
    var one = Clerk(seed: 4)
    var other = Clerk(seed: 5, name: "l.zhao", unit: "jinpu")
    one.time = Moment(rfc3339: "2020-07-31T09:00:00.000+08:00")
    other.time = one.time
    let copied = try copy(chart, to: "copied")
    try work(on: chart, size / 2, by: &one)
    try work(on: copied, size / 2, by: &other)
    try put(ledgersOf: copied, into: chart)
    let known = try situation(chart)
    var entries = known.chart.tasks.flatMap { known.ledger.entries(of: $0.id) }
    #expect(entries.count == size / 2 * 2)
    var dice = Dice(seed: 6)
    for _ in 0..<Trial.size(10, long: 100) {
      entries.shuffle(using: &dice)
      var ledger = Ledger()
      // Everything twice: what was written again counts once.
      for entry in entries + entries.prefix(size / 4) { ledger.add(entry) }
      let shuffled = Situation(chart: known.chart, ledger: ledger, on: Campaign.today)
      #expect(shuffled.status.tasks == known.status.tasks)
      // Entry by entry, as they come to an open chart.
      var growing = Situation(chart: known.chart, ledger: Ledger(), on: Campaign.today)
      for entry in entries { growing.add(entry) }
      #expect(growing.status.tasks == known.status.tasks)
      #expect(growing.status.total == known.status.total)
    }
  }

  @Test func `What was taken back and brought back is as it was`() throws {
    let plan = Campaign.plan(tasks: 6, nodes: 4)
    var clerk = Clerk(seed: 7)
    clerk.time = Moment(rfc3339: "2020-07-31T09:00:00.000+08:00")
    var situation = Situation(chart: plan, ledger: Ledger(), on: Campaign.today)
    var count = 0
    for _ in 0..<size {
      situation.add(clerk.draft(in: situation, writers: []))
      let entries = plan.tasks.flatMap { situation.ledger.entries(of: $0.id) }
      guard let target = entries.randomElement(using: &clerk.dice), let task = target.task,
        let undo = try? situation.undo(target.id, task: task, by: clerk.author, clerk.stamp())
      else { continue }
      var after = situation
      after.add(undo)
      let redo = try after.undo(undo.id, task: task, by: clerk.author, clerk.stamp())
      after.add(redo)
      count += 1
      let index = try #require(situation.index(of: task))
      expectSame(after.status.tasks[index], situation.status.tasks[index])
    }
    #expect(count > size / 4)
    Trial.report("undo of an undo: \(count) times as it was")
  }

  /// Everything that is shown of a task; only the log is longer.
  private func expectSame(_ left: TaskStatus, _ right: TaskStatus) {
    #expect(left.nodes == right.nodes)
    #expect(left.standing == right.standing)
    #expect(left.daysLate == right.daysLate)
    #expect(left.isSilent == right.isSilent)
    #expect(left.record.stage == right.record.stage)
    #expect(left.record.metBy == right.record.metBy)
    #expect(left.record.count == right.record.count)
    #expect(left.record.limit == right.record.limit)
    #expect(left.record.due == right.record.due)
    #expect(left.record.evidence == right.record.evidence)
    #expect(left.record.lastSign == right.record.lastSign)
  }
}
