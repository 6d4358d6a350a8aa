import Foundation
import Testing

@testable import WallChartStore

/// The agenda held against a plain reading of the entries that shares no code with the fold: over the
/// example on many days, and over random histories.
struct AgendaModelTests {
  /// A task as its entries tell, read the slow and simple way. Two offices that disagree are not in
  /// it.
  private struct Reading {
    let task: Chart.Task
    let rules: Chart.Rules
    let day: Day
    let standing: [Entry]

    init(_ task: Chart.Task, _ rules: Chart.Rules, _ entries: [Entry], _ day: Day) {
      (self.task, self.rules, self.day) = (task, rules, day)
      let known = entries.filter { $0.on <= day }
      func isTakenBack(_ entry: Entry) -> Bool {
        known.contains { other in
          if case .undo(entry.id, _) = other.fact { !isTakenBack(other) } else { false }
        }
      }
      standing = known.filter { !isTakenBack($0) }.enumerated()
        .sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }.map(\.element)
    }

    func last<Value>(_ read: (Entry) -> Value?) -> Value? {
      standing.reversed().lazy.compactMap(read).first
    }

    var stage: String {
      last {
        ["submit", "verify", "crossOff", "return", "reopen"].contains($0.fact.kind)
          ? $0.fact.kind : nil
      } ?? ""
    }

    var count: Int {
      last { if case .report(let report) = $0.fact { report.count } else { nil } } ?? 0
    }

    func moved(_ node: String?, from first: Day?) -> Day? {
      last { entry -> Day? in
        guard case .extend(let moved) = entry.fact, moved.node == node else { return nil }
        return moved.to
      } ?? first
    }

    /// The days on which something is due that is not done.
    var openDays: [Day] {
      var days: [Day] = []
      for node in task.nodes {
        let isMet =
          node.quota.map { count >= $0 }
          ?? standing.contains { $0.fact == .met(node: node.id) }
        if !isMet, let due = moved(node.id, from: node.due) { days.append(due) }
      }
      if task.term != .standing, let limit = moved(nil, from: task.limit) { days.append(limit) }
      return days
    }

    var report: Fact.Report? {
      last { entry in
        guard case .report(let report) = entry.fact,
          report.progress != nil || report.problem != nil || report.next != nil
        else { return nil }
        return report
      }
    }

    func isSilent(_ listed: Day?, _ rhythm: Chart.Rhythm) -> Bool {
      let signs = standing.filter {
        ["met", "report", "submit", "return", "reopen"].contains($0.fact.kind)
      }.map(\.on)
      guard task.term != .standing, let from = signs.max() ?? task.added ?? listed else {
        return false
      }
      switch rhythm {
      case .daily:
        var workdays = 0
        var next = from + 1
        while next <= day {
          if rules.isWorkday(next) { workdays += 1 }
          next = next + 1
        }
        return workdays > 1
      case .weekly: return day - from > 7
      case .monthly: return day - from > 31
      }
    }

    func reasons(until next: Day, _ listed: Day?, _ rhythm: Chart.Rhythm) -> [String] {
      guard stage != "crossOff", !(task.withdrawn.map { $0 <= day } ?? false) else { return [] }
      var reasons: [String] = []
      if openDays.contains(where: { $0 < day }) { reasons.append("overdue") }
      guard stage != "submit", stage != "verify" else { return reasons }
      if last({ ["supervise", "release"].contains($0.fact.kind) ? $0.fact.kind : nil })
        == "supervise"
      {
        reasons.append("listed")
      }
      if stage == "return" || stage == "reopen" { reasons.append("returned") }
      if let report, report.next != nil, report.nextBy.map({ $0 <= next }) ?? true {
        reasons.append("promised")
      }
      if openDays.contains(where: { $0 >= day && $0 <= next }) { reasons.append("due") }
      if isSilent(listed, rhythm) { reasons.append("silent") }
      return reasons
    }
  }

  /// What a meeting must discuss by a plain reading: ids of tasks, each with its reasons.
  private static func plain(_ situation: Situation, _ entries: [Entry], _ meeting: Chart.Rhythm)
    -> [String]
  {
    let (day, rules) = (situation.day, situation.chart.rules)
    let next: Day
    switch meeting {
    case .daily:
      next = (1...60).lazy.map { day + $0 }.first { rules.isWorkday($0) } ?? day
    case .weekly: next = day + 7
    case .monthly:
      let (year, month, number) = day.date
      next =
        (0...3).lazy.compactMap { less in
          Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: number - less)
        }.first ?? day
    }
    let listed = entries.filter { if case .import = $0.fact { $0.on <= day } else { false } }
      .map(\.on).min()
    let scope: [Chart.Rhythm] =
      meeting == .daily
      ? [.daily] : meeting == .weekly ? [.daily, .weekly] : [.daily, .weekly, .monthly]
    return situation.chart.tasks.compactMap { task in
      guard let rhythm = rules.rhythm[task.risk], scope.contains(rhythm) else { return nil }
      let reading = Reading(task, rules, entries.filter { $0.task == task.id }, day)
      let reasons = reading.reasons(until: next, listed, rhythm)
      return reasons.isEmpty ? nil : "\(task.id) \(reasons.joined(separator: " "))"
    }
  }

  private static func agenda(_ situation: Situation, _ meeting: Chart.Rhythm) -> [String] {
    Agenda(of: situation, rhythm: meeting).items.map { item in
      let reasons = item.reasons.map(\.rawValue).joined(separator: " ")
      return "\(situation.chart.tasks[item.task].id) \(reasons)"
    }
  }

  @Test("Over the example the agenda is complete and has nothing more, on every day of half a year")
  func seeds() throws {
    let path =
      URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
      + "/../../seeds/dalian-2020"
    let folder = try ChartFolder(opening: path, state: nil)
    var entries = folder.ledger.general
    for task in folder.ledger.tasks { entries += folder.ledger.entries(of: task) }
    entries.sort { $0.n < $1.n }
    var seen: Set<String> = []
    var day = Day(number: 18_414)
    while day.iso < "2020-12-31" {
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: day)
      for meeting in Chart.Rhythm.allCases {
        let expected = Self.plain(situation, entries, meeting)
        #expect(Self.agenda(situation, meeting) == expected, "\(meeting) on \(day.iso)")
        seen.formUnion(expected.flatMap { $0.split(separator: " ").dropFirst().map(String.init) })
      }
      day = day + 1
    }
    #expect(seen.isSuperset(of: ["overdue", "due", "silent"]))
  }

  @Test("Over random histories the agenda is what a plain reading says")
  func histories() throws {
    var counts: [String: Int] = [:]
    for seed in UInt64(1)...600 {
      var session = ModelSession(seed: seed)
      for _ in 0..<30 { _ = session.attempt() }
      var (situation, entries) = (session.situation, session.entries)
      var dice = SeededDice(seed: seed)
      var renewed = AgendaCounts(in: situation)
      // What was promised, or only said.
      for task in situation.chart.tasks where dice.roll(2) == 0 {
        var report = Fact.Report()
        if dice.roll(3) > 0 { report.next = "pipes" } else { report.problem = "rain" }
        report.nextBy = dice.roll(3) == 0 ? nil : situation.day + dice.roll(60)
        let stamp = Stamp(
          id: EntryID(high: dice.next(), low: dice.next()),
          at: Moment(
            milliseconds: Int64(situation.day.number + 90) * 86_400_000, offset: 480))
        guard var entry = try? situation.report(task.id, report, by: Sample.clerk, stamp) else {
          continue
        }
        (entry.writer, entry.n) = ("first-0000000000", entries.count)
        entries.append(entry)
        situation.add(entry)
        renewed.renew(try #require(situation.index(of: task.id)), in: situation)
      }
      for meeting in Chart.Rhythm.allCases {
        #expect(renewed[meeting] == Agenda(of: situation, rhythm: meeting).items.count)
      }
      situation.move(to: situation.day + dice.roll(30))
      let counted = AgendaCounts(in: situation)
      for meeting in Chart.Rhythm.allCases {
        let expected = Self.plain(situation, entries, meeting)
        guard Self.agenda(situation, meeting) == expected else {
          Issue.record(
            "seed \(seed), \(meeting): \(Self.agenda(situation, meeting)), not \(expected)")
          return
        }
        #expect(counted[meeting] == expected.count)
        for item in expected {
          for reason in item.split(separator: " ").dropFirst() {
            counts[String(reason), default: 0] += 1
          }
        }
      }
    }
    // All of them came up, but the disagreement of two offices.
    for reason in Agenda.Reason.allCases where reason != .disputed {
      #expect(counts[reason.rawValue] ?? 0 > 50, "\(reason): \(counts[reason.rawValue] ?? 0)")
    }
  }
}
