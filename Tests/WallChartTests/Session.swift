import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A person at the chart without a terminal and without a disk: keys go in, the state comes out.
/// Every append is acknowledged at once unless the test says otherwise.
struct Session {
  var state: State
  /// What the "disk" holds, in the order of writing.
  private(set) var ledger: [Entry] = []
  private(set) var effects: [Effect] = []
  var isDiskFull = false
  /// Evidence that names no file, though it begins like a path.
  var missing: Set<String> = []
  private var stamps = 0

  static let writer = "clerk-0000000000"

  init(
    _ situation: Situation = Seeds.situation, columns: Int = 80, rows: Int = 24,
    language: Language = .en, words: Words? = nil, glyphs: Glyphs = .rich,
    isReadOnly: Bool = false, isProjector: Bool = false
  ) {
    state = State(
      setting: State.Setting(
        words: words ?? Words(language), glyphs: glyphs, author: Author(name: "Lin", unit: nil),
        isReadOnly: isReadOnly, isProjector: isProjector),
      situation: situation, ownWriters: [Self.writer], size: Size(columns: columns, rows: rows))
    state.scrollToSelection()
  }

  /// The same person after a restart: a chart with what is on disk, and nothing else kept.
  func restarted(_ situation: Situation = Seeds.situation) -> Session {
    var situation = situation
    ledger.forEach { situation.add($0) }
    var next = Session(situation)
    (next.ledger, next.stamps) = (ledger, stamps)
    return next
  }

  /// Presses keys, spelled as in scripts; text in prompts needs `<Space>` for blanks.
  mutating func press(_ keys: String) {
    let keys = try! Key.script(keys)
    for key in keys {
      stamps += 1
      // 09:00 on the day of the chart, a minute a key.
      let at = Moment(
        milliseconds: Int64(state.situation.day.number) * 86_400_000 + Int64(stamps + 60) * 60_000,
        offset: 480)
      send(.key(key, Stamp(id: EntryID(high: UInt64(stamps), low: 7), at: at)))
    }
  }

  mutating func forgetEffects() { effects = [] }

  mutating func send(_ message: Message) {
    for effect in state.update(message) {
      effects.append(effect)
      if case .edit(_, let entry) = effect {
        edit(entry)
        continue
      }
      if case .keep(let text, let id) = effect {
        let error = StoreError.system(operation: "open", path: text, code: ENOENT)
        send(missing.contains(text) ? .notKept(id, error) : .kept(id, item: text))
        continue
      }
      guard case .append(let entries) = effect else { continue }
      if isDiskFull {
        send(.failed(entries, .system(operation: "write", path: "ledger", code: ENOSPC)))
      } else {
        var saved = entries
        for place in saved.indices {
          saved[place].writer = Self.writer
          saved[place].n = ledger.count + place
        }
        ledger += saved
        send(.saved(saved, ownWriters: [Self.writer]))
      }
    }
  }

  /// A change of the plan reaches the disk with its entry, or neither does.
  private mutating func edit(_ entry: Entry) {
    if isDiskFull {
      send(.notEdited(entry, .system(operation: "write", path: "chart.json", code: ENOSPC)))
      return
    }
    var saved = entry
    saved.writer = Self.writer
    saved.n = ledger.count
    ledger.append(saved)
    var all = state.situation.ledger
    all.add(saved)
    send(.edited(saved, state.situation.chart, all, ownWriters: [Self.writer]))
  }

  mutating func type(_ text: String) {
    press(text.map { $0 == " " ? "<Space>" : $0 == "<" ? "<lt>" : String($0) }.joined())
  }

  var frame: Frame { state.view() }
  /// The bottom line.
  var said: String { frame.text(ofRow: state.size.rows - 1) }
  /// The line above it.
  var selection: String { frame.text(ofRow: state.size.rows - 2) }

  /// The id of the selected task, and of the node behind a slash.
  var selected: String {
    guard let index = state.selectedTask else { return "" }
    let task = state.situation.chart.tasks[index]
    return state.node.map { "\(task.id)/\(task.nodes[$0].id)" } ?? task.id
  }
}

/// The Dalian example that the program carries.
enum Seeds {
  static let path = root + "/seeds/dalian-2020"

  /// The root of the package.
  static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" })

  static let situation: Situation = {
    let folder = try! ChartFolder(opening: path, state: nil)
    return Situation(chart: folder.chart, ledger: folder.ledger, on: folder.chart.asOf!)
  }()

  /// A chart made in the test: one battle, one unit, tasks by id with the days of their nodes.
  static func chart(_ tasks: [(id: String, nodes: [String])], on day: String) -> Situation {
    var chart = Chart(title: Text("Test"))
    chart.asOf = Day(iso: day)
    chart.battles = [Chart.Battle(id: "B", name: Text("Battle"))]
    chart.units = [Chart.Unit(id: "u", name: Text("Unit"), kind: .district)]
    chart.tasks = tasks.map { task in
      var made = Chart.Task(id: task.id, battle: "B", title: Text("Title \(task.id)"), unit: "u")
      made.limit = Day(iso: "2020-12-31")
      made.nodes = task.nodes.enumerated().map { index, due in
        Chart.Node(id: "\(index + 1)", due: Day(iso: due)!, title: Text("Node \(index + 1)"))
      }
      return made
    }
    return Situation(chart: chart, ledger: Ledger(), on: chart.asOf!)
  }
}
