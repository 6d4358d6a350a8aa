import Foundation
import Testing

@testable import WallChartStore

/// Thousands of random histories, held against a plain reading of the rules that shares no code with
/// the fold.
struct ModelTests {
  private static let sequences: UInt64 =
    ProcessInfo.processInfo.environment["WALLCHART_TRIALS"] == "long" ? 20_000 : 1500
  private static let attempts = 30

  /// A task as its entries tell, read the slow and simple way.
  private struct Reading {
    let standing: [Entry]
    let task: Chart.Task

    init(_ task: Chart.Task, _ entries: [Entry]) {
      self.task = task
      func isTakenBack(_ entry: Entry) -> Bool {
        entries.contains { $0.fact.undoes(entry.id) && !isTakenBack($0) }
      }
      standing = entries.filter { !isTakenBack($0) }.enumerated()
        .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
    }

    /// The steps of the procedure in the order they were made.
    var stage: Stage {
      for entry in standing.reversed() {
        switch entry.fact {
        case .submit: return .submitted
        case .verify: return .notice
        case .crossOff: return .crossedOff
        case .return, .reopen: return .rectifying
        default: continue
        }
      }
      return standing.contains { $0.fact.isSignOfLife } ? .rectifying : .notStarted
    }

    var count: Int? {
      standing.reversed().lazy.compactMap {
        if case .report(let report) = $0.fact { report.count } else { nil }
      }.first
    }

    func isMet(_ node: Chart.Node) -> Bool {
      if let quota = node.quota { return (count ?? 0) >= quota }
      return standing.contains { $0.fact == .met(node: node.id) }
    }

    var isComplete: Bool {
      task.nodes.allSatisfy(isMet) && (count ?? 0) >= task.quantity?.total ?? 0
    }

    /// Whether the unit handed in anything since it was last sent back.
    var hasEvidence: Bool {
      for entry in standing.reversed() {
        switch entry.fact {
        case .return, .reopen: return false
        case .supervise, .release: continue
        case .note(let note) where note.isLookBack: continue
        default: if !entry.evidence.isEmpty { return true }
        }
      }
      return false
    }

    var submitter: String? { standing.last { $0.fact == .submit }?.unit }

    var noticeUntil: Day? {
      standing.reversed().lazy.compactMap {
        if case .verify(let until) = $0.fact { until } else { nil }
      }.first
    }
  }

  @Test("Whatever is tried, in whatever order, no rule of the procedure is ever broken")
  func invariants() {
    var written: [String: Int] = [:]
    var (refused, stages, falselyDone) = (0, Set<Stage>(), 0)
    for seed in 1...Self.sequences {
      var session = ModelSession(seed: seed)
      for _ in 0..<Self.attempts {
        guard let (before, new) = session.attempt() else { continue }
        for entry in new {
          let wrong = Self.wrong(entry, before, session.situation)
          guard wrong.isEmpty else {
            Issue.record("seed \(seed): \(wrong) after \(entry.fact) on \(entry.on.iso)")
            return
          }
        }
      }
      stages.formUnion(session.situation.status.tasks.map(\.record.stage))
      falselyDone += session.situation.status.total.falselyDone
      written.merge(session.written) { $0 + $1 }
      refused += session.refused
      guard Self.addsUp(session.situation) else {
        Issue.record("seed \(seed): the totals do not add up")
        return
      }
    }
    // All of it was tried, and much of it refused.
    #expect(stages == Set(Stage.allCases))
    #expect(falselyDone > 50)
    for kind in [
      "met", "report", "submit", "verify", "return", "crossOff", "reopen", "extend", "supervise",
      "release", "note", "undo",
    ] { #expect(written[kind] ?? 0 > 50, "\(kind): \(written[kind] ?? 0)") }
    #expect(refused > 5000)
  }

  /// What is wrong with an entry that was allowed, and with the task behind it.
  private static func wrong(_ entry: Entry, _ before: Situation, _ after: Situation) -> [String] {
    guard let index = entry.task.flatMap(after.index) else { return ["no task"] }
    let task = after.chart.tasks[index]
    let earlier = before.ledger.entries(of: task.id)
    let all = after.ledger.entries(of: task.id)
    let (then, now) = (Reading(task, earlier), Reading(task, all))
    let (old, status) = (before.status.tasks[index], after.status.tasks[index])
    let record = status.record
    var wrong: [String] = []
    func hold(_ rule: String, _ isKept: Bool) { if !isKept { wrong.append(rule) } }

    hold("stage is \(record.stage), not \(now.stage)", record.stage == now.stage)
    hold("count", record.count == now.count)
    hold("met nodes", zip(task.nodes, record.metOn).allSatisfy { now.isMet($0) == ($1 != nil) })
    hold("evidence", record.evidenceInForce.isEmpty == !now.hasEvidence)
    hold("it cannot be read back", entry.obstacle == nil)
    let known = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    hold("check would complain", entry.brokenRule(in: task, among: known) == nil)
    hold("it lies in the future", entry.on <= before.day)

    switch entry.fact {
    case .submit:
      hold("submitted from \(then.stage)", !then.stage.isClosed)
      hold("submitted incomplete", then.isComplete)
      hold("submitted without evidence", then.hasEvidence || !entry.evidence.isEmpty)
      hold("submitted by nobody", entry.unit != nil)
    case .verify(let until):
      hold("verified from \(then.stage)", then.stage == .submitted)
      hold("verified by itself", entry.unit != nil && entry.unit != task.unit)
      hold("verified by who submitted", entry.unit != then.submitter)
      hold("verified incomplete", then.isComplete && then.hasEvidence)
      hold("notice too short", until - entry.on >= after.chart.rules.noticeDays)
    case .return: hold("returned", then.stage == .submitted || then.stage == .notice)
    case .crossOff:
      hold("crossed off from \(then.stage)", then.stage == .notice)
      hold("notice runs", then.noticeUntil.map { entry.on > $0 } ?? false)
      hold("crossed off incomplete", then.isComplete && then.hasEvidence)
    case .reopen: hold("reopened from \(then.stage)", then.stage == .crossedOff)
    case .met, .report: hold("changed while closed", !then.stage.isClosed)
    case .extend:
      hold("changed while closed", !then.stage.isClosed)
      hold("extended in the past", entry.on == before.day)
    case .release: hold("released by itself", entry.unit != nil && entry.unit != task.unit)
    case .undo:
      hold(
        "evidence taken back while closed",
        !then.stage.isClosed || then.hasEvidence == now.hasEvidence)
    case .note(let note): hold("looked back", !note.isLookBack || then.stage == .crossedOff)
    default: break
    }
    hold(
      "what was met changed while closed",
      !then.stage.isClosed || (record.metOn == old.record.metOn && record.due == old.record.due))
    hold("nodes out of order", zip(record.due, record.due.dropFirst()).allSatisfy { $0 < $1 })
    hold(
      "node after limit",
      record.limit.map { limit in record.due.allSatisfy { $0 <= limit } } ?? true)
    hold(
      "late turned into on time",
      old.nodes.indices.allSatisfy { place in
        old.nodes[place].state != .metLate || status.nodes[place].state == .metLate
          || record.metBy[place] != old.record.metBy[place]
      })
    hold("standing \(status.standing)", isRight(status))
    return wrong
  }

  private static func isRight(_ status: TaskStatus) -> Bool {
    switch status.record.stage {
    case .crossedOff: status.standing == .crossedOff && status.daysLate == 0
    case .submitted, .notice: status.standing == .inClosing
    case .notStarted, .rectifying:
      status.record.isFalse || status.record.isSupervised
        ? status.standing == .red
        : status.standing != .crossedOff && status.standing != .inClosing
    }
  }

  /// Whether every count is the sum of its parts, and of the tasks themselves.
  private static func addsUp(_ situation: Situation) -> Bool {
    let status = situation.status
    func numbers(_ tally: Tally) -> [Int] {
      [
        tally.tasks, tally.silent, tally.falselyDone, tally.daysLate, tally.nodes, tally.nodesDue,
        tally.nodesDueMet, tally.nodesMet, tally.nodesMetLate,
      ] + Standing.allCases.map { tally[$0] }
    }
    func sum(_ tallies: some Collection<Tally>) -> [Int] {
      tallies.reduce(numbers(Tally())) { zip($0, numbers($1)).map { $0 + $1 } }
    }
    var counted = Tally()
    for task in status.tasks.indices { status.count(task, in: &counted) }
    let total = numbers(status.total)
    let falselyDone = status.tasks.count { $0.isOnChart && $0.record.isFalse }
    return sum(status.battles.values) == total && sum(status.units.values) == total
      && numbers(counted) == total && status.total.falselyDone == falselyDone
      && Standing.allCases.map { status.total[$0] }.reduce(0, +) == status.total.tasks
      && status.total.tasks == status.tasks.count(where: \.isOnChart)
  }

  private static func situation(_ chart: Chart, _ entries: [Entry], on day: Day) -> Situation {
    var ledger = Ledger()
    entries.forEach { ledger.add($0) }
    return Situation(chart: chart, ledger: ledger, on: day)
  }

  private static func isSame(_ left: Situation, _ right: Situation) -> Bool {
    left.status.tasks == right.status.tasks && left.status.total == right.status.total
      && left.status.battles == right.status.battles && left.status.units == right.status.units
  }

  @Test("A history gives the same state in any order, followed or read anew, on every day")
  func order() {
    for seed in 1...Self.sequences / 5 {
      var dice = SeededDice(seed: seed)
      var session = ModelSession(seed: seed)
      for _ in 0..<Self.attempts { _ = session.attempt() }
      let (chart, entries) = (session.situation.chart, session.entries)
      let day = session.situation.day
      // As from its file, with hashes.
      let file = Self.file(of: entries)
      guard file.findings.isEmpty, file.entries.map(\.fact) == entries.map(\.fact),
        Self.isSame(session.situation, Self.situation(chart, file.entries, on: day)),
        Self.isSame(
          session.situation, Self.situation(chart, entries.shuffled(using: &dice), on: day))
      else {
        Issue.record("seed \(seed): another state from the same entries")
        return
      }
      var moved = session.situation
      let past = day + -dice.roll(40)
      moved.move(to: past)
      guard
        Self.isSame(moved, Self.situation(chart, entries.filter { $0.on <= past }, on: past)),
        Self.addsUp(moved)
      else {
        Issue.record("seed \(seed): another state on \(past.iso)")
        return
      }
    }
  }

  private static func file(of entries: [Entry]) -> (entries: [Entry], findings: [Finding]) {
    var bytes: [UInt8] = []
    var hash: [UInt8] = []
    for entry in entries {
      hash = HashChain.hash(entry.lineBytes, after: hash)
      bytes += HashChain.seal(entry.lineBytes, hash: hash)
    }
    var file = LedgerFile(writer: entries.first?.writer ?? "", path: "f")
    let read = file.read(bytes)
    return (read, file.findings)
  }

  @Test("Two offices that did not know of each other merge into one state, and break no rule")
  func merge() {
    var disputes = 0
    for seed in 1...Self.sequences / 5 {
      var dice = SeededDice(seed: seed)
      var first = ModelSession(seed: seed)
      for _ in 0..<Self.attempts / 2 { _ = first.attempt() }
      var other = ModelSession(beside: first, seed: seed &* 31)
      for _ in 0..<Self.attempts / 2 {
        _ = first.attempt()
        _ = other.attempt()
      }
      let chart = first.situation.chart
      let day = max(first.situation.day, other.situation.day)
      let merged = Self.situation(chart, first.entries + other.entries, on: day)
      guard
        Self.isSame(
          merged,
          Self.situation(
            chart, (other.entries + first.entries).shuffled(using: &dice), on: day)),
        Self.addsUp(merged)
      else {
        Issue.record("seed \(seed): another state in another order")
        return
      }
      for task in chart.tasks {
        let entries = merged.ledger.entries(of: task.id)
        let known = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        guard entries.allSatisfy({ $0.brokenRule(in: task, among: known) == nil }) else {
          Issue.record("seed \(seed): merging breaks a rule of \(task.id)")
          return
        }
      }
      disputes += merged.status.tasks.flatMap(\.nodes).count(where: \.isDisputed)
    }
    #expect(disputes > 20)
  }
}

extension Fact {
  fileprivate func undoes(_ id: EntryID) -> Bool {
    if case .undo(id, _) = self { true } else { false }
  }

  fileprivate var isSignOfLife: Bool {
    switch self {
    case .met, .report, .submit, .return, .reopen: true
    default: false
    }
  }
}
