import WallChartStore

/// Somebody who marks, takes back, reports, notes and moves tasks through the procedure at random.
struct Clerk {
  var dice: Dice
  let author: Author
  /// The time of the next entry when it is not the clock's.
  var time: Moment?

  init(seed: UInt64, name: String = "k.wang", unit: String = "epb") {
    dice = Dice(seed: seed)
    author = Author(name: name, unit: unit)
  }

  /// An entry that the rules allow as things stand.
  /// - Parameter writers: the own ones, whose last steps can be taken back.
  mutating func draft(in situation: Situation, writers: [String]) -> Entry {
    for _ in 0..<8 {
      do throws(Refusal) {
        return try attempt(in: situation, writers: writers)
      } catch {
        // Refused by the rules: something else, then.
        continue
      }
    }
    return note(about: someTask(situation).id)
  }

  /// The most entries that one keystroke of the clerk writes.
  static let mostTogether = 4

  /// What one keystroke says: mostly one entry; now and then marks of several tasks together, or
  /// the last step taken back whole.
  mutating func step(in situation: Situation, writers: [String]) -> [Entry] {
    switch dice.roll(6) {
    case 0:
      let stamp = stamp()
      let tasks = Set((0..<Self.mostTogether).map { _ in someTask(situation).id }).sorted()
      var marks: [Entry] = []
      for task in tasks {
        let further = stamp.further(marks.count)
        if let mark = try? situation.mark(task, by: author, further) { marks.append(mark) }
      }
      if !marks.isEmpty { return marks }
    case 1:
      if let undos = try? situation.undoLastStep(by: writers, as: author, stamp()) { return undos }
    default: break
    }
    return [draft(in: situation, writers: writers)]
  }

  private mutating func attempt(
    in situation: Situation, writers: [String]
  ) throws(Refusal) -> Entry {
    let task = someTask(situation)
    let node = task.nodes[dice.roll(task.nodes.count)].id
    let day = situation.day + -dice.roll(3)
    let stamp = stamp()
    switch dice.roll(16) {
    case 0...6: return try situation.mark(task.id, node: node, on: day, by: author, stamp)
    case 7...9:
      let step =
        dice.roll(3) > 0
        ? try situation.undoLastStep(by: writers, as: author, stamp)
        : try situation.redoLastStep(by: writers, as: author, stamp)
      // Of a step of several this is a part, as a stopped machine leaves one.
      guard let entry = step.first else { throw .nothingToUndo }
      return entry
    case 10: return try situation.unmark(task.id, node: node, by: author, stamp)
    case 11...12:
      var report = Fact.Report(count: task.quantity.map { dice.roll($0.total + 1) })
      report.progress = "went on"
      report.reason = "counted again"
      return try situation.report(task.id, report, on: day, by: author, stamp)
    case 13:
      return try situation.step(
        task.id, step(of: task, in: situation, day), on: day, evidence: ["photo"], by: author, stamp
      )
    default: return note(about: task.id)
    }
  }

  /// One of the steps of the procedure; most of them are refused most of the time.
  private mutating func step(
    of task: Chart.Task, in situation: Situation, _ day: Day
  ) -> Fact {
    switch dice.roll(8) {
    case 0...2: return .submit
    case 3: return .return(reason: "photos are missing")
    case 4: return .supervise
    case 5: return .release
    case 6: return .reopen(reason: "not so", isFalse: dice.roll(2) == 0)
    default:
      let limit = situation.index(of: task.id).flatMap {
        situation.status.tasks[$0].record.limit
      }
      return .extend(
        Fact.Extension(
          from: limit ?? day, to: day + 70 + dice.roll(5), approvedBy: "office",
          reason: "flood"))
    }
  }

  private mutating func someTask(_ situation: Situation) -> Chart.Task {
    situation.chart.tasks[dice.roll(situation.chart.tasks.count)]
  }

  mutating func note(about task: String) -> Entry {
    let stamp = stamp()
    var entry = Entry(
      id: stamp.id, at: stamp.at, by: author.name, unit: author.unit, task: task,
      on: Campaign.today,
      fact: .note(Fact.Note(text: "called, number \(dice.roll(1000))", node: nil)))
    entry.evidence = []
    return entry
  }

  mutating func stamp() -> Stamp {
    guard let now = time else { return Stamp(id: .random(), at: SystemClock.now()) }
    // Now and then two people write in the same millisecond.
    time = Moment(milliseconds: now.milliseconds + Int64(dice.roll(3)), offset: now.offset)
    return Stamp(id: EntryID(high: dice.next(), low: dice.next()), at: now)
  }
}
