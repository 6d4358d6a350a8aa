import Glibc
import WallChartStore

/// A chart opened for writing. Every act is tried until it is saved or refused; a retry keeps the
/// entry's id, as both programs do.
struct Desk {
  var folder: ChartFolder
  private var lastFailure: (any Error)?

  init(chart: String, state: String) throws {
    folder = try ChartFolder(opening: chart, state: state)
  }

  var situation: Situation {
    Situation(chart: folder.chart, ledger: folder.ledger, on: Campaign.today)
  }

  // MARK: One entry

  /// Appends an entry and says so; says what kept it away and tries again, `tries` times at most.
  @discardableResult
  private mutating func save(_ entry: Entry, tries: Int = 4) -> Entry? {
    save(step: [entry], tries: tries)?.first
  }

  /// Appends a step, whose entries are all there before the first one is said to be saved.
  @discardableResult
  private mutating func save(step: [Entry], tries: Int = 4) -> [Entry]? {
    for _ in 0..<tries {
      do {
        let saved = try folder.append(step: step, today: Campaign.today)
        for entry in saved { Line.say("saved", entry.id.text) }
        lastFailure = nil
        return saved
      } catch {
        Line.say(failure: error)
        lastFailure = error
        switch error as? StoreError {
        case .overtaken, .refused:
          // Somebody else was quicker: that is an answer.
          lastFailure = nil
          return nil
        default: continue
        }
      }
    }
    return nil
  }

  /// Ends the program as a command would when its last entry was not saved.
  private func end() {
    if let lastFailure { exit(Line.exitCode(for: lastFailure)) }
  }

  // MARK: Days at the desk

  /// So many random acts.
  mutating func act(times: Int, seed: UInt64) throws {
    var clerk = Clerk(seed: seed)
    for _ in 0..<times { save(step: clerk.step(in: situation, writers: folder.ownWriters)) }
    end()
  }

  /// Marks nodes of the plan in turn, counted through all tasks.
  mutating func mark(from first: Int, count: Int) throws {
    var situation = situation
    let clerk = Author(name: "k.wang", unit: "epb")
    let nodes = situation.chart.tasks.flatMap { task in task.nodes.map { (task.id, $0.id) } }
    for (task, node) in nodes.dropFirst(first).prefix(count) {
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try situation.mark(task, node: node, by: clerk, stamp)
      if let saved = save(entry, tries: 1000) { situation.add(saved) }
    }
    end()
  }

  /// A short day that goes through every call of the store: marks, undoes, notes, takes over a
  /// new plan, and marks again.
  mutating func session() throws {
    var clerk = Clerk(seed: 1)
    let author = clerk.author
    try save(situation.mark("T1", by: author, clerk.stamp()))
    // When the mark was not saved there is nothing to take back.
    if let undo = try? situation.undoLastStep(
      by: folder.ownWriters, as: author, clerk.stamp()
    ).first {
      save(undo)
    }
    replacePlan(clerk.stamp())
    save(clerk.note(about: "T2"))
    end()
  }

  /// Replaces the plan and says under which title, with the entry that tells of it.
  private mutating func replacePlan(_ stamp: Stamp) {
    let told = Entry(
      id: stamp.id, at: stamp.at, by: "k.wang", unit: "epb", task: nil, on: Campaign.today,
      fact: .import(
        Fact.Import(file: "list.csv", sha256: "", added: 0, changed: 1, withdrawn: 0)))
    for _ in 0..<4 {
      do {
        var plan = folder.chart
        plan.title = Text(told.id.text)
        try folder.apply(plan: plan, entries: [told])
        Line.say("saved", told.id.text)
        Line.say("planned", told.id.text)
        lastFailure = nil
        return
      } catch {
        Line.say(failure: error)
        lastFailure = error
      }
    }
  }

  /// Notes until the disk takes no more; then, when stdin says that there is room again, the one
  /// that was not saved, and a last one.
  mutating func fill() throws {
    var clerk = Clerk(seed: 2)
    while true {
      let note = clerk.note(about: "T1")
      if save(note, tries: 1) != nil { continue }
      save(note, tries: 2)
      guard readLine() != nil else { return end() }
      save(note, tries: 1)
      save(clerk.note(about: "T1"), tries: 1)
      return end()
    }
  }
}
