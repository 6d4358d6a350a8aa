/// A sign of perfunctory work 敷衍整改 on an entry: a finding with its reason, never a verdict.
public struct Sign: Hashable, Sendable {
  /// What was noticed.
  public enum Kind: Hashable, Sendable {
    /// Entered so many days after the day it claims, more than a week of them while the task was on
    /// the chart.
    case enteredLate(days: Int)
    /// The same person submitted and verified, though for two units.
    case samePerson(by: String)
    /// The day was extended when it had been past for so many days.
    case extendedLate(days: Int)
    /// Who entered the extension is named as the one who approved it.
    case approvedOneself(by: String)
    /// One of many marks and reports, of different tasks or nodes, that one person wrote for one unit
    /// within so many seconds: at least five within any minute of them. What one keystroke wrote is
    /// one mark.
    case manyAtOnce(count: Int, by: String, seconds: Int)
    /// Handed in for several tasks, this one among them, in the order of the plan.
    case sharedEvidence(Evidence, tasks: [String])
  }

  /// What was noticed.
  public var kind: Kind
  /// The id of the task.
  public var task: String
  /// The entry that shows it.
  public var entry: EntryID

  /// A sign on an entry of a task.
  public init(kind: Kind, task: String, entry: EntryID) {
    self.kind = kind
    self.task = task
    self.entry = entry
  }

  /// More days than this between a fact and its entry are a sign.
  static let mostDays = 7
  /// So many marks within so many milliseconds are a sign.
  static let (manyMarks, moment) = (5, 60_000)
}

extension Situation {
  /// The signs of perfunctory work on entries that stand on the day, task by task in the order of
  /// the plan; tasks that are not on the chart have none. In proportion to the whole ledger.
  public var signs: [Sign] { signs(amongTasksAt: Array(chart.tasks.indices)) }

  /// The signs on one task, as quickly known as few other tasks have to do with it.
  public func signs(of task: String) -> [Sign] {
    guard let index = index(of: task) else { return [] }
    return signs(amongTasksAt: related(to: index)).filter { $0.task == task }
  }

  /// The places of a task and of all others whose entries decide whether its own are signs.
  private func related(to index: Int) -> [Int] {
    var tasks: Set<String> = []
    for entry in standingEntries(ofTaskAt: index) {
      for item in entry.evidence { tasks.formUnion(ledger.tasks(with: Evidence(item))) }
      if entry.fact.isMark { tasks.formUnion(ledger.tasks(markedAround: entry)) }
    }
    return Set(tasks.compactMap { self.index(of: $0) } + [index]).sorted()
  }

  private func signs(amongTasksAt places: [Int]) -> [Sign] {
    let standing = places.map(standingEntries)
    // What a list says was said when it was written, and nobody knows when that was.
    let lists = ledger.listStrokes
    func isOfList(_ entry: Entry) -> Bool {
      !lists.isEmpty && lists.contains(Ledger.Stroke(of: entry))
    }
    let evidence = SharedEvidence(zip(places, standing).map { (chart.tasks[$0].id, $1) })
    let bursts = Bursts(standing, except: isOfList)
    let listed = ledger.firstImport(through: day)
    var signs: [Sign] = []
    for (index, entries) in zip(places, standing) {
      let task = chart.tasks[index].id
      let added = chart.tasks[index].added ?? listed
      var submitted: Entry?
      for entry in entries {
        func add(_ kind: Sign.Kind) {
          signs.append(Sign(kind: kind, task: task, entry: entry.id))
        }
        // Before a task was on the chart nobody could enter anything. A chart that stands still on a
        // day is written after it.
        let days = entry.at.day - max(entry.on, added ?? entry.on)
        if chart.asOf == nil, days > Sign.mostDays, entry.fact.claimsDay,
          !isOfList(entry)
        {
          add(.enteredLate(days: entry.daysUntilEntered))
        }
        switch entry.fact {
        case .submit: submitted = entry
        case .verify:
          if let submitted, submitted.by == entry.by, !isOfList(submitted), !isOfList(entry) {
            add(.samePerson(by: entry.by))
          }
        case .extend(let move):
          if entry.on > move.from { add(.extendedLate(days: entry.on - move.from)) }
          if move.approvedBy.utf8.elementsEqual(entry.by.utf8) {
            add(.approvedOneself(by: entry.by))
          }
        default: break
        }
        if let burst = bursts[entry.id] { add(burst) }
        for kind in evidence.signs(of: entry) { add(kind) }
      }
    }
    return signs
  }

  /// What is said of a task and not taken back, in the order of the fold.
  private func standingEntries(ofTaskAt index: Int) -> [Entry] {
    guard status.tasks[index].isOnChart else { return [] }
    let record = status.tasks[index].record
    func stands(_ entry: Entry) -> Bool {
      if case .undo = entry.fact { return false }
      return entry.on <= day && !record.isTakenBack(entry.id)
    }
    // Mostly all of them do. By place: copying entries costs.
    let entries = ledger.entries(of: chart.tasks[index].id)
    let areAll = entries.indices.allSatisfy { stands(entries[$0]) }
    return FoldOrder.sorted(areAll ? entries : entries.filter(stands))
  }
}

extension Fact {
  /// Whether its day is a claim; a change of the plan is made on the day it is written.
  fileprivate var claimsDay: Bool {
    switch self {
    case .edit, .undo, .unknown, .meeting, .import: false
    default: true
    }
  }

  var isMark: Bool {
    switch self {
    case .met, .report: true
    default: false
    }
  }
}

/// What the same evidence was handed in for.
private struct SharedEvidence {
  private var tasks: [Evidence.Likeness: [String]] = [:]
  /// Of each item, read once: the same is asked for again and again.
  private var likenesses: [String: Evidence.Likeness?] = [:]

  /// - Parameter standing: tasks in the order of the plan, each with what stands of it.
  init(_ standing: [(task: String, entries: [Entry])]) {
    for (task, entries) in standing {
      for place in entries.indices {
        for item in entries[place].evidence {
          let known = likenesses[item] ?? Evidence(item).likeness
          likenesses[item] = .some(known)
          guard let likeness = known, tasks[likeness]?.last != task else { continue }
          tasks[likeness, default: []].append(task)
        }
      }
    }
  }

  func signs(of entry: Entry) -> [Sign.Kind] {
    var seen: Set<Evidence.Likeness> = []
    return entry.evidence.compactMap { item in
      guard case .some(.some(let likeness)) = likenesses[item], let tasks = tasks[likeness],
        tasks.count > 1, seen.insert(likeness).inserted
      else { return nil }
      return .sharedEvidence(Evidence(item), tasks: tasks)
    }
  }
}

/// Marks of one person that came too quickly for each to have been looked at.
private struct Bursts {
  private var kinds: [EntryID: Sign.Kind] = [:]

  subscript(entry: EntryID) -> Sign.Kind? { kinds[entry] }

  init(_ tasks: [[Entry]], except isExcepted: (Entry) -> Bool) {
    let busy = Self.busyMinutes(of: tasks)
    guard !busy.isEmpty else { return }
    let marks = tasks.joined().filter {
      $0.fact.isMark && busy.contains(Self.minute(of: $0)) && !isExcepted($0)
    }
    let strokes = Dictionary(grouping: marks, by: Ledger.Stroke.init)
    for (person, marks) in Dictionary(grouping: strokes.values.map(Mark.init), by: \.person) {
      note(marks.sorted { ($0.at.milliseconds, $0.id) < ($1.at.milliseconds, $1.id) }, of: person)
    }
  }

  /// The minutes by the clock that, with the ones beside them, have strokes enough for many at once:
  /// a minute that begins in between reaches no further. Of a large ledger that leaves few.
  private static func busyMinutes(of tasks: [[Entry]]) -> Set<Int64> {
    var strokes: [Int64: Set<Ledger.Stroke>] = [:]
    for entries in tasks {
      for place in entries.indices where entries[place].fact.isMark {
        strokes[minute(of: entries[place]), default: []].insert(Ledger.Stroke(of: entries[place]))
      }
    }
    return Set(
      strokes.keys.filter { minute in
        (minute - 1...minute + 1).reduce(0) { $0 + (strokes[$1]?.count ?? 0) } >= Sign.manyMarks
      })
  }

  private static func minute(of mark: Entry) -> Int64 {
    mark.at.milliseconds / Int64(Sign.moment)
  }

  /// Joins the minutes with many marks that overlap; `marks` are in the order of writing.
  private mutating func note(_ marks: [Mark], of person: Author) {
    var minute: [Set<Place>: Int] = [:]
    var (start, burst) = (0, 0..<0)
    for (end, mark) in marks.enumerated() {
      minute[mark.places, default: 0] += 1
      while mark.at.milliseconds - marks[start].at.milliseconds > Int64(Sign.moment) {
        let places = marks[start].places
        minute[places] = minute[places].flatMap { $0 > 1 ? $0 - 1 : nil }
        start += 1
      }
      guard minute.count >= Sign.manyMarks else { continue }
      if start >= burst.upperBound {
        add(marks[burst], of: person)
        burst = start..<end + 1
      } else {
        burst = burst.lowerBound..<end + 1
      }
    }
    add(marks[burst], of: person)
  }

  private mutating func add(_ burst: ArraySlice<Mark>, of person: Author) {
    guard let first = burst.first, let last = burst.last else { return }
    let kind = Sign.Kind.manyAtOnce(
      count: Set(burst.map(\.places)).count, by: person.name,
      seconds: Int((last.at.milliseconds - first.at.milliseconds + 999) / 1000))
    for id in burst.lazy.flatMap(\.entries) { kinds[id] = kind }
  }

  /// What was written at one stroke: whoever chose several tasks has looked at them together.
  private struct Mark {
    let entries: [EntryID]
    let places: Set<Place>
    let person: Author
    let at: Moment
    let id: EntryID

    init(_ stroke: [Entry]) {
      let first = stroke[0]
      entries = stroke.map(\.id)
      places = Set(stroke.map(Place.init))
      // Names are common; the unit tells two people of one name apart.
      person = Author(name: first.by, unit: first.unit)
      (at, id) = (first.at, first.id)
    }
  }

  /// What a mark is of.
  private struct Place: Hashable {
    let task: String?
    let node: String?

    init(_ mark: Entry) {
      (task, node) = (mark.task, mark.fact.node)
    }
  }
}
