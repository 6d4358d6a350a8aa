import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Random charts, marks and lists")
struct ImportPropertyTests {
  private let today = day("2020-07-31")
  private static let isLong = ProcessInfo.processInfo.environment["WALLCHART_TRIALS"] == "long"
  private static let seeds: ClosedRange<UInt64> = isLong ? 1...600 : 1...16

  /// A row of a list, as a clerk would type it.
  private struct Row: Equatable {
    struct Node: Equatable {
      var due: Day
      var title: String
      var quota: Int?
      var done: Day?
    }

    var id: String
    var battle: String
    var title: String
    var unit: String
    var lead: String
    var risk: String
    var limit: Day
    var words: String
    var quantity: Int?
    var count: Int?
    var nodes: [Node]

    static let head =
      "id,battle,title_en,unit_en,lead_en,risk,deadline,deadline_zh,quantity,quantity_done,"
      + "quantity_asof,"
      + (1...3).map { "n\($0)_due,n\($0)_en,n\($0)_quota,n\($0)_done" }.joined(separator: ",")

    init(_ id: String, _ dice: inout Dice) {
      self.id = id
      battle = dice.one(["Air", "Water"])
      title = dice.one(["Close it", "Open it", "Lock it"])
      unit = dice.one(["North", "South"])
      lead = dice.one(["", "EPB"])
      risk = dice.one(["high", "medium", "low"])
      limit = day("2020-10-01") + Int.random(in: 0..<60, using: &dice)
      words = ""
      quantity = dice.chance(50) ? Int.random(in: 5...9, using: &dice) : nil
      nodes = []
      var due = day("2020-06-01")
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        due = due + Int.random(in: 1..<35, using: &dice)
        nodes.append(Node(due: due, title: dice.one(["Plan", "Build", "Show"])))
      }
      if let quantity, !nodes.isEmpty, dice.chance(60) {
        nodes[nodes.count - 1].quota = Int.random(in: 1...quantity, using: &dice)
      }
      say(&dice)
    }

    /// What has happened by the day of the list.
    mutating func say(_ dice: inout Dice) {
      for place in nodes.indices where nodes[place].quota == nil && dice.chance(25) {
        nodes[place].done = day("2020-07-01") + Int.random(in: 0..<30, using: &dice)
      }
      if let quantity, dice.chance(30) {
        count = Int.random(in: (count ?? 0)...max(count ?? 0, quantity), using: &dice)
      }
    }

    mutating func change(_ dice: inout Dice) {
      switch Int.random(in: 0..<9, using: &dice) {
      case 0: title = dice.one(["Close it", "Open it", "Lock it", "Paint it"])
      case 1: unit = dice.one(["North", "South", "East"])
      case 2: lead = dice.one(["", "EPB", "MCC"])
      case 3: risk = dice.one(["high", "medium", "low"])
      case 4: limit = limit + Int.random(in: -20..<40, using: &dice)
      case 5: say(&dice)
      case 6: quantity = dice.chance(30) ? nil : Int.random(in: 3...12, using: &dice)
      case 7:
        guard !nodes.isEmpty else { return }
        let place = Int.random(in: 0..<nodes.count, using: &dice)
        nodes[place].due = nodes[place].due + Int.random(in: -5..<9, using: &dice)
        if dice.chance(30) { nodes[place].title = "Other" }
        if dice.chance(20) { nodes[place].quota = dice.one([nil, 1, 4]) }
      default:
        if dice.chance(50) {
          if !nodes.isEmpty { nodes.removeLast() }
        } else if nodes.count < 3 {
          nodes.append(Node(due: (nodes.last?.due ?? day("2020-06-01")) + 9, title: "More"))
        }
      }
    }

    var line: String {
      func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
      var cells = [
        id, battle, title, unit, lead, risk, limit.iso, words, text(quantity), text(count),
        count == nil ? "" : "2020-07-30",
      ]
      for place in 0..<3 {
        guard nodes.indices.contains(place) else {
          cells += ["", "", "", ""]
          continue
        }
        let node = nodes[place]
        cells += [node.due.iso, node.title, text(node.quota), node.done?.iso ?? ""]
      }
      return cells.joined(separator: ",")
    }
  }

  /// A chart, the list it came from, and a clerk who marks.
  private final class Desk {
    let session: ImportSession
    var dice: Dice
    var rows: [Row]
    private let today: Day

    init(seed: UInt64, today: Day) throws {
      session = try ImportSession()
      self.today = today
      dice = Dice(seed: seed)
      rows = []
      for number in 1...7 { rows.append(Row("T-\(number)", &dice)) }
    }

    func run(_ options: String...) throws -> Report {
      let list = try session.save(
        "list.csv", Row.head, rows.map(\.line).joined(separator: "\n"))
      return try session.run([list, "--into", session.path("chart")] + options)
    }

    func undo() throws -> Report { try session.run("--undo", "--into", session.path("chart")) }

    func open() throws -> Situation {
      let folder = try session.open("chart")
      #expect(folder.findings(today: today) == [])
      return Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    }

    /// The clerk marks, reports, notes and takes back as the rules allow; gives what was written.
    func mark(_ times: Int) throws -> [Entry] {
      var folder = try session.open("chart")
      var written: [Entry] = []
      for time in 0..<times {
        let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
        let task = dice.one(folder.chart.tasks)
        // Close to the time of the lists: a clock set back would be found.
        let moment = Moment(
          rfc3339: "2020-07-31T09:0\(time / 50):\(10 + time % 50).000+08:00")!
        let stamp = Stamp(id: .random(), at: moment)
        let clerk = Author(name: "clerk", unit: folder.chart.units[0].id)
        let entry: Entry?
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: entry = try? situation.mark(task.id, on: today + -1, by: clerk, stamp)
        case 1:
          var report = Fact.Report(count: Int.random(in: 0...9, using: &dice))
          report.reason = "counted"
          entry = try? situation.report(task.id, report, by: clerk, stamp)
        case 2:
          entry = try? situation.note(task.id, Fact.Note(text: "Seen", node: nil), by: clerk, stamp)
        case 3:
          let node = task.nodes.randomElement(using: &dice)?.id
          let from = task.limit ?? today
          let to = from + Int.random(in: 1..<20, using: &dice)
          let move = Fact.Extension(
            from: from, to: to, approvedBy: "chair", reason: "rain", node: node)
          entry = try? situation.step(task.id, .extend(move), by: clerk, stamp)
        default:
          let known = folder.ledger.entries(of: task.id).map(\.id).sorted()
          entry = known.randomElement(using: &dice).flatMap {
            try? situation.undo($0, task: task.id, by: clerk, stamp)
          }
        }
        if let entry { written.append(try folder.append(entry, today: today)) }
      }
      return written
    }
  }

  /// All that can be seen of a task.
  private func sight(_ situation: Situation, _ id: String) -> [String] {
    guard let index = situation.index(of: id) else { return [] }
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    let record = status.record
    return [
      "\(task)", "\(record.stage) \(record.metOn) \(String(describing: record.count))",
      "\(String(describing: record.limit)) \(record.due) \(record.evidence)",
      "\(String(describing: record.lastSign)) \(status.standing)",
      "\(status.nodes.map(\.state))",
    ]
  }

  private func changed(_ desk: Desk) -> Set<String> {
    let before = desk.rows
    for place in desk.rows.indices where desk.dice.chance(50) {
      for _ in 0..<2 { desk.rows[place].change(&desk.dice) }
    }
    if desk.dice.chance(40) {
      desk.rows.remove(at: Int.random(in: 0..<desk.rows.count, using: &desk.dice))
    }
    if desk.dice.chance(40) { desk.rows.append(Row("T-\(10 + desk.rows.count)", &desk.dice)) }
    return Set(before.filter { desk.rows.contains($0) }.map(\.id))
  }

  @Test("Twice is once; limits, entries and untouched tasks stay; undo gives back what was")
  func properties() throws {
    var (taken, undone, refused) = (0, 0, 0)
    for seed in Self.seeds {
      let desk = try Desk(seed: seed, today: today)
      guard try desk.run().exitCode == 0 else { continue }
      _ = try desk.open()
      #expect(try desk.run().said.first?.contains("0 changes") == true, "seed \(seed)")
      _ = try desk.mark(12)
      for round in 0..<3 {
        let place: Comment = "seed \(seed), round \(round)"
        let before = try desk.open()
        let (files, rows) = (try desk.session.files("chart"), desk.rows)
        // A list that was taken over before the clerk marked may have something to say again.
        let same = round == 0 ? [] : changed(desk)
        let report = try desk.run("--yes")
        guard report.exitCode == 0 else {
          refused += 1
          #expect(try desk.session.files("chart") == files, place)
          desk.rows = rows
          continue
        }
        taken += 1
        let after = try desk.open()
        let wasWritten = try desk.session.files("chart") != files
        for task in before.chart.tasks {
          let now = try #require(after.chart.task(task.id), place)
          if task.limit != nil { #expect(now.limit == task.limit, place) }
          for node in task.nodes {
            if let kept = now.node(node.id) { #expect(kept.due == node.due, place) }
          }
          if same.contains(task.id), task.withdrawn == nil, round > 0 {
            #expect(sight(after, task.id) == sight(before, task.id), place)
          }
          let (old, new) = (before.ledger.entries(of: task.id), after.ledger.entries(of: task.id))
          #expect(old.allSatisfy { entry in new.contains { $0 == entry } }, place)
        }
        #expect(try desk.run("--yes").said.first?.contains("0 changes") == true, place)
        guard wasWritten, desk.dice.chance(60) else { continue }
        let marks = desk.dice.chance(40) ? try desk.mark(8) : []
        let marked = try desk.open()
        #expect(try desk.undo().exitCode == 0, place)
        undone += 1
        let back = try desk.open()
        let touched = Set(marks.compactMap(\.task))
        // Taking back what came with a list says nothing that outlives it.
        let spoken = Set(
          marks.filter { if case .undo = $0.fact { false } else { true } }.compactMap(\.task))
        for task in before.chart.tasks where !touched.contains(task.id) {
          #expect(sight(back, task.id) == sight(before, task.id), place)
        }
        for task in marked.chart.tasks where back.chart.task(task.id) == nil {
          #expect(before.chart.task(task.id) == nil, place)
          #expect(!spoken.contains(task.id), place)
        }
        for mark in marks {
          guard let task = mark.task, let index = back.index(of: task) else { continue }
          let now = marked.index(of: task).map { marked.status.tasks[$0].record }
          #expect(
            back.status.tasks[index].record.isTakenBack(mark.id) == now?.isTakenBack(mark.id),
            place)
        }
        desk.rows = rows
      }
    }
    if Self.isLong {
      print(
        "trial: \(Self.seeds.count) seeds: \(taken) lists taken, \(undone) undone, \(refused) refused"
      )
    }
    #expect(taken > 12 && undone > 4 && refused > 4, "\(taken) \(undone) \(refused)")
  }
}
