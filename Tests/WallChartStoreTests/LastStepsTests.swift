import Testing

@testable import WallChartStore

/// What undo and redo take does not depend on how many of the last entries they look at.
@Suite("Undo and redo by the last entries")
struct LastStepsTests {
  /// Two computers of one office, one after the other, and another office; at times in one moment.
  private struct Office {
    private(set) var situation: Situation
    private var numbers: [String: Int] = [:]
    private var onTheirWay: [Entry] = []
    /// As another thread holds it: what comes after is kept apart.
    private var held: Ledger?
    private var minutes = 0
    private var dice: SeededDice
    /// How often each thing was done.
    private(set) var times: [String: Int] = [:]

    static let own = ["old-0000000000", "own-0000000000"]
    static let other = "other-0000000000"

    init(seed: UInt64) {
      dice = SeededDice(seed: seed)
      var chart = Sample.chart
      chart.tasks = (1...5).map { number in
        var task = Sample.plainTask
        task.id = "T\(number)"
        return task
      }
      situation = Situation(chart: chart, ledger: Ledger(), on: day("2020-07-31"))
    }

    var entries: [Entry] {
      situation.ledger.tasks.flatMap { situation.ledger.entries(of: $0) }
    }

    /// The same entries, having come in any order, all but a few of them.
    mutating func shuffled(without lost: Int) -> Situation {
      var ledger = Ledger()
      let all = (entries + situation.ledger.general).sorted { $0.id < $1.id }
      for entry in all.shuffled(using: &dice).dropFirst(lost) { ledger.add(entry) }
      return Situation(chart: situation.chart, ledger: ledger, on: situation.day)
    }

    private mutating func stamp() -> Stamp {
      // Mostly later, now and then the same moment, or a clock that was set back.
      minutes += dice.roll(9) == 0 ? -2 : min(1, dice.roll(4))
      let at = Int64(day("2020-07-31").number) * 86_400_000 + Int64(minutes) * 60_000
      return Stamp(
        id: EntryID(high: dice.next(), low: dice.next()), at: Moment(milliseconds: at, offset: 0))
    }

    /// Writes what one keystroke says, or keeps it on its way to disk.
    private mutating func write(_ name: String, by writer: String, _ drafts: [Entry]) {
      times[name, default: 0] += 1
      for var entry in drafts {
        entry.writer = writer
        entry.turn = entry.at.milliseconds
        if writer.isEmpty {
          onTheirWay.append(entry)
        } else {
          entry.n = numbers[writer, default: 0]
          // Now and then lines are missing, or a number comes twice.
          numbers[writer, default: 0] += dice.roll(20) == 0 ? dice.roll(2) * 50 : 1
        }
        situation.add(entry)
      }
    }

    /// What is on its way comes to disk.
    mutating func save() {
      let entries = onTheirWay
      onTheirWay = []
      write("saved", by: Self.own[1], entries)
    }

    mutating func hold() { held = situation.ledger }

    /// One thing out of all that happens, if the rules allow it.
    mutating func act(by writer: String) {
      if writer == Self.own[1] || dice.roll(4) == 0 { save() }
      let stamp = stamp()
      let task = situation.chart.tasks[dice.roll(situation.chart.tasks.count)].id
      let node = "\(1 + dice.roll(2))"
      let clerk = Sample.clerk
      switch dice.roll(16) {
      case 0...2:
        if let mark = try? situation.mark(task, node: node, by: clerk, stamp) {
          write("mark", by: writer, [mark])
        }
      case 3:
        let tasks = situation.chart.tasks.prefix(1 + dice.roll(5))
        let marks = tasks.compactMap { try? situation.mark($0.id, node: node, by: clerk, stamp) }
        write(
          "several", by: writer,
          marks.enumerated().map { number, mark in
            var mark = mark
            mark.id = stamp.further(number).id
            return mark
          })
      case 4:
        if let note = try? situation.note(
          task, Fact.Note(text: "called", node: nil), by: clerk, stamp)
        {
          write("note", by: writer, [note])
        }
      case 5:
        let undo = try? situation.unmark(task, node: node, reason: "false", by: clerk, stamp)
        if let undo { write("unmark", by: writer, [undo]) }
      case 6:
        // Anything that was ever said, by whomever.
        let all = entries.sorted { $0.id < $1.id }
        guard let target = all.isEmpty ? nil : dice.one(of: all), let task = target.task,
          let undo = try? situation.undo(target.id, task: task, reason: "false", by: clerk, stamp)
        else { return }
        write("undo of any", by: writer, [undo])
      case 7...10:
        for _ in 0...dice.roll(4) {
          let undos = try? situation.undoLastStep(by: Self.own, as: clerk, reason: "", self.stamp())
          if let undos { write("undo", by: writer, undos) }
        }
      case 11...13:
        for _ in 0...dice.roll(4) {
          let undos = try? situation.redoLastStep(by: Self.own, as: clerk, self.stamp())
          if let undos { write("redo", by: writer, undos) }
        }
      case 14: list(by: writer, stamp)
      default:
        if let step = try? situation.step(task, .supervise, by: clerk, stamp) {
          write("supervise", by: writer, [step])
        } else if let step = try? situation.step(
          task, .release, by: clerk, stamp)
        {
          write("release", by: writer, [step])
        }
      }
    }

    /// A list that says something of each task; what it says may be undone like anything else.
    private mutating func list(by writer: String, _ stamp: Stamp) {
      let fact = Fact.import(
        Fact.Import(file: "list", sha256: "", added: 0, changed: 0, withdrawn: 0))
      let head = Entry(
        id: stamp.further(100).id, at: stamp.at, by: "k.wang", unit: nil, task: nil,
        on: day("2020-07-31"), fact: fact)
      let notes = situation.chart.tasks.enumerated().compactMap { number, task in
        try? situation.note(
          task.id, Fact.Note(text: "of the list", node: nil), by: Sample.clerk,
          stamp.further(number))
      }
      write("list", by: writer, [head] + notes)
    }

    /// A task leaves the plan, as it does when the folder is read again.
    mutating func replan() {
      var chart = situation.chart
      chart.tasks[dice.roll(chart.tasks.count)].withdrawn = day("2020-07-20")
      chart.tasks.removeLast()
      situation = Situation(chart: chart, ledger: situation.ledger, on: situation.day)
    }

    mutating func someone() -> String {
      switch dice.roll(8) {
      case 0...4: Self.own[1]
      case 5: ""
      default: Self.other
      }
    }
  }

  private enum Answer: Equatable {
    case step([EntryID])
    case refusal(Refusal)
  }

  private func done(_ situation: Situation, _ writers: [String], first: Int) -> Answer {
    do throws(Refusal) {
      return .step(try situation.lastDone(by: writers, first: first).map(\.id))
    } catch {
      return .refusal(error)
    }
  }

  private func undone(_ situation: Situation, _ writers: [String], first: Int) -> [EntryID]? {
    situation.lastUndone(by: writers, first: first) { _ in true }?.map(\.id)
  }

  /// What undo takes for all own writers, and for the last, having looked at few and at all.
  private func check(_ situation: Situation) -> [Answer] {
    [Office.own, [Office.own[1]]].map { writers in
      let all = done(situation, writers, first: .max)
      let back = undone(situation, writers, first: .max)
      for first in [1, 2, 5, LastEntries.few] {
        #expect(done(situation, writers, first: first) == all)
        #expect(undone(situation, writers, first: first) == back)
      }
      return all
    }
  }

  @Test("However few are looked at first, they say what all of them say")
  func fewOrAll() {
    var (answers, times) = ([Answer](), [String: Int]())
    for seed in 1...15 as ClosedRange<UInt64> {
      var office = Office(seed: seed)
      for turn in 0..<40 {
        // The first computer is given up after a while.
        office.act(by: turn < 10 ? Office.own[0] : office.someone())
        if turn == 20 { office.hold() }
        if turn == 35 { office.replan() }
        answers += check(office.situation)
      }
      let sameInAnyOrder = check(office.shuffled(without: 0))
      #expect(sameInAnyOrder == answers.suffix(2))
      for lost in 1...5 { _ = check(office.shuffled(without: lost)) }
      times.merge(office.times, uniquingKeysWith: +)
    }
    // Nothing of it went untried.
    #expect(times.count == 11)
    #expect(times.values.allSatisfy { $0 > 4 }, "\(times)")
    #expect(answers.count { if case .step = $0 { true } else { false } } > 500)
    #expect(Set(answers.map { "\($0)" }.filter { $0.contains("refusal") }).count > 2)
  }

  @Test("The last entries of a person come in the order they were written, without those of lists")
  func order() {
    for seed in 1...10 as ClosedRange<UInt64> {
      var office = Office(seed: seed)
      for turn in 0..<40 {
        office.act(by: turn < 15 ? Office.own[0] : office.someone())
        if turn == 20 { office.hold() }
      }
      let ledger = office.situation.ledger
      let lists = ledger.listStrokes
      let places = Dictionary(
        uniqueKeysWithValues: (Office.own + [""]).enumerated().map { ($1, $0) })
      let all = office.entries
        .filter { places[$0.writer] != nil && !lists.contains(Ledger.Stroke(of: $0)) }
        .sorted { one, other in
          (places[one.writer]!, one.n, one.at.milliseconds, one.id.high, one.id.low)
            < (places[other.writer]!, other.n, other.at.milliseconds, other.id.high, other.id.low)
        }
      var parts = 0
      for last in ledger.lastEntries(by: Office.own, first: 2) {
        #expect(last.entries == all.suffix(last.entries.count))
        #expect(!last.areAll || last.entries.count == all.count)
        parts += 1
      }
      #expect(parts > 1)
    }
  }
}
