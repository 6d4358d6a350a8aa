@testable import WallChartStore

/// Numbers from a seed, the same on every machine.
struct SeededDice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// 0 to one less than `sides`.
  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }
  mutating func one<Element>(of elements: [Element]) -> Element { elements[roll(elements.count)] }
}

/// An office that tries this and that on a chart made up at random, mostly what the procedure asks
/// for next. What the rules refuse is not written.
struct ModelSession {
  private(set) var situation: Situation
  private(set) var entries: [Entry] = []
  /// How often each kind was written, and how often something was refused.
  private(set) var written: [String: Int] = [:]
  private(set) var refused = 0
  private let writer: String
  private var dice: SeededDice
  private var minutes: Int

  static let beginning = day("2020-06-01")

  init(seed: UInt64) {
    dice = SeededDice(seed: seed)
    situation = Situation(chart: Self.chart(&dice), ledger: Ledger(), on: Self.beginning)
    writer = "first-0000000000"
    minutes = 0
  }

  /// Another office that has read all that was written so far.
  init(beside first: ModelSession, seed: UInt64) {
    (situation, entries, minutes) = (first.situation, first.entries, first.minutes)
    dice = SeededDice(seed: seed)
    writer = "other-0000000000"
  }

  // MARK: The chart

  private static func chart(_ dice: inout SeededDice) -> Chart {
    var chart = Sample.chart
    chart.battles.append(Chart.Battle(id: "CW", name: Text("Clear water")))
    chart.units.append(Chart.Unit(id: "ganjingzi", name: Text("Ganjingzi"), kind: .district))
    chart.rules.graceDays = dice.roll(8)
    chart.rules.noticeDays = dice.roll(6)
    chart.tasks = (0..<2 + dice.roll(3)).map { task("T\($0)", &dice) }
    return chart
  }

  private static func task(_ id: String, _ dice: inout SeededDice) -> Chart.Task {
    var task = Chart.Task(
      id: id, battle: dice.one(of: ["BS", "CW"]), title: Text(id),
      unit: dice.one(of: ["jinpu", "ganjingzi"]))
    task.risk = dice.one(of: Chart.Risk.allCases)
    task.added = beginning
    let total = dice.roll(3) == 0 ? nil : 1 + dice.roll(9)
    task.quantity = total.map { Chart.Task.Quantity(total: $0, of: Text("boilers")) }
    var due = beginning + dice.roll(20)
    let count = dice.roll(4)
    for place in 0..<count {
      due = due + 1 + dice.roll(20)
      var node = Chart.Node(id: "\(place + 1)", due: due, title: Text("Node"))
      if let total, place >= count - 2, dice.roll(2) == 0 {
        node.quota = place == count - 1 ? total : min(total, 1)
      }
      task.nodes.append(node)
    }
    // Quotas never fall.
    if count > 1, task.nodes[count - 1].quota == nil { task.nodes[count - 2].quota = nil }
    task.term = dice.roll(5) == 0 ? .standing : .dated
    if task.term == .dated || dice.roll(2) == 0 { task.limit = due + dice.roll(40) }
    return task
  }

  // MARK: What is tried

  /// Tries one thing; returns what was written, with what stood before.
  mutating func attempt() -> (before: Situation, new: [Entry])? {
    if dice.roll(3) == 0 { situation.move(to: situation.day + dice.roll(6)) }
    minutes += 1
    let stamp = Stamp(
      id: EntryID(high: dice.next(), low: dice.next()),
      at: Moment(
        milliseconds: Int64(Self.beginning.number) * 86_400_000 + Int64(minutes) * 60_000,
        offset: 480))
    let before = situation
    do throws(Refusal) {
      let new = try draft(stamp).map { draft in
        var entry = draft
        (entry.writer, entry.n) = (writer, entries.count { $0.writer == writer })
        return entry
      }
      for (place, entry) in new.enumerated() {
        var entry = entry
        entry.n += place
        entries.append(entry)
        situation.add(entry)
        written[entry.fact.kind, default: 0] += 1
      }
      return (before, new)
    } catch {
      refused += 1
      return nil
    }
  }

  private mutating func author() -> Author {
    Author(name: dice.one(of: ["li", "wang"]), unit: dice.one(of: ["jinpu", "epb", "ganjingzi"]))
  }

  private mutating func draft(_ stamp: Stamp) throws(Refusal) -> [Entry] {
    let task = dice.one(of: situation.chart.tasks)
    guard let index = situation.index(of: task.id) else { throw .noSuchTask(task.id) }
    let record = situation.status.tasks[index].record
    let on = dice.roll(3) == 0 ? situation.day + -dice.roll(5) : situation.day
    let author = author()
    func step(_ fact: Fact, _ evidence: [String] = []) throws(Refusal) -> [Entry] {
      [
        try situation.step(
          task.id, fact, on: on, evidence: evidence, by: author, stamp)
      ]
    }
    if dice.roll(2) == 0 {
      // What comes next.
      switch record.stage {
      case .notStarted, .rectifying:
        if record.metOn.contains(nil) {
          return [try situation.mark(task.id, on: on, by: author, stamp)]
        }
        if let total = task.quantity?.total, record.count ?? 0 < total {
          return [
            try situation.report(
              task.id, Fact.Report(count: total), on: on, by: author, stamp)
          ]
        }
        return try step(.submit, ["photo"])
      case .submitted: return try step(.verify(noticeUntil: on + dice.roll(8)))
      case .notice: return try step(.crossOff)
      case .crossedOff:
        var note = Fact.Note(text: "seen", node: nil)
        note.isLookBack = true
        if dice.roll(2) == 0 {
          return [try situation.note(task.id, note, on: on, by: author, stamp)]
        }
        return try step(.reopen(reason: "empty", isFalse: dice.roll(2) == 0), ["photo"])
      }
    }
    let node = task.nodes.isEmpty ? "1" : dice.one(of: task.nodes).id
    switch dice.roll(14) {
    case 0: return [try situation.mark(task.id, node: node, on: on, by: author, stamp)]
    case 1: return [try situation.unmark(task.id, node: node, by: author, stamp)]
    case 2, 3:
      var report = Fact.Report(count: dice.roll((task.quantity?.total ?? 2) + 2))
      report.reason = dice.roll(2) == 0 ? "recount" : nil
      return [try situation.report(task.id, report, on: on, by: author, stamp)]
    case 4: return try step(.submit, dice.roll(2) == 0 ? ["photo"] : [])
    case 5: return try step(.verify(noticeUntil: on + dice.roll(8)))
    case 6: return try step(.return(reason: dice.roll(4) == 0 ? "" : "photo"))
    case 7: return try step(.crossOff)
    case 8: return try step(.reopen(reason: "smoke", isFalse: dice.roll(2) == 0))
    case 9:
      let isNode = dice.roll(2) == 0 && !task.nodes.isEmpty
      let place = task.nodes.firstIndex { $0.id == node } ?? 0
      let from = isNode ? record.due[place] : record.limit ?? on
      return try step(
        .extend(
          Fact.Extension(
            from: from, to: from + (dice.roll(30) - 5), approvedBy: "office", reason: "flood",
            node: isNode ? node : nil)))
    case 10:
      // Mostly the one that can be.
      return try step(record.isSupervised != (dice.roll(4) == 0) ? .release : .supervise)
    case 11: return try situation.undoLastStep(by: [writer], as: author, stamp)
    case 12:
      return [
        try situation.note(
          task.id, Fact.Note(text: nil, node: nil), on: on, evidence: ["photo"], by: author, stamp)
      ]
    default:
      let about = situation.ledger.entries(of: task.id)
      guard !about.isEmpty else { throw .nothingToUndo }
      return [
        try situation.undo(dice.one(of: about).id, task: task.id, by: author, stamp)
      ]
    }
  }
}
