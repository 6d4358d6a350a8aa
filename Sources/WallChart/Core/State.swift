import WallChartStore
import WallChartWords

/// All that the screen depends on. A value: no clock, no randomness, no disk.
struct State: Sendable {
  /// What the keys mean at the moment.
  enum Mode: Equatable, Sendable {
    case chart
    /// The key list, scrolled by so many lines.
    case help(scroll: Int)
    case prompt(Prompt)
    case overtaken(Question)
    case projector
  }

  /// The last thing said on the bottom line.
  struct Said: Equatable, Sendable {
    var text: String
    var isError = false
  }

  /// How the program was started; fixed while it runs.
  struct Setting: Sendable {
    var words: Words
    var glyphs = Glyphs.rich
    /// The locale can show nothing else; signs alone may be ASCII where it can.
    var isASCIIOnly = false
    var author: Author
    var isReadOnly = false
    /// Started for the meeting room: `q` at the projector ends it.
    var isProjector = false
  }

  /// An entry that somebody else's came before, and that other one: write it all the same?
  struct Question: Equatable, Sendable {
    var entry: Entry
    var other: Entry
  }

  let setting: Setting
  var situation: Situation
  /// The machine's day.
  var today: Day
  /// Another day that is looked at; nothing is written there.
  var lens: Day?
  /// Writers of this installation, oldest first: whose steps `u` takes back.
  var ownWriters: [String]
  var size: Size
  var mode = Mode.chart
  var said: Said?
  /// Entries on screen and not yet on disk, oldest first.
  var unsaved: [Entry] = []
  /// Those of them whose saving failed.
  var failed: Set<EntryID> = []
  /// The last entry that reached the disk, while its sign is shown.
  var justSaved: EntryID?
  /// End as soon as nothing is on its way to disk.
  var leaving: Int32?
  /// A signal or the end of input is no wish that a key could take back.
  var mustLeave = false
  /// What is to be asked as soon as nothing else is being typed, oldest first.
  var questions: [Question] = []

  /// Only this battle is shown.
  var onlyBattle: Int?
  var rows: [Row] = []
  /// The selected row; always a task where there is one.
  var row = 0
  /// The selected node of that task, by place; nil when it has none.
  var node: Int?
  /// The day that moving up and down keeps to, as vi keeps its column.
  var wantedDay: Day
  /// The first row and the first time column shown.
  var topRow = 0
  var firstColumn = 0
  /// The months that are the columns of the chart.
  var months: ClosedRange<Int>
  var widths: Layout.Widths
  var projector = Projector()

  /// - Parameters:
  ///   - today: the machine's day; by default that of the situation.
  ///   - lens: the day to look at instead, which the situation is for.
  init(
    setting: Setting, situation: Situation, ownWriters: [String], size: Size, today: Day? = nil,
    lens: Day? = nil
  ) {
    self.setting = setting
    self.situation = situation
    self.today = today ?? situation.day
    self.lens = lens
    self.ownWriters = ownWriters
    self.size = size
    wantedDay = situation.day
    months = Self.months(of: situation)
    widths = Layout.Widths(of: situation.chart, words: setting.words)
    rows = Row.rows(of: situation, onlyBattle: nil)
    row = rows.firstIndex { if case .task = $0 { true } else { false } } ?? 0
    // Today's column stands second from the left.
    firstColumn = max(0, Month(of: situation.day).number - months.lowerBound - 1)
    firstColumn = min(firstColumn, max(0, months.count - layout.columnCount))
    selectNearestNode()
  }

  var layout: Layout {
    Layout(size: size, widths: widths, columnTotal: months.count)
  }

  /// The months from the first node or day to the last.
  private static func months(of situation: Situation) -> ClosedRange<Int> {
    var first = situation.day
    var last = situation.day
    for task in situation.status.tasks where !task.isWithdrawn {
      for node in task.nodes {
        first = min(first, node.due)
        last = max(last, node.due)
      }
    }
    return Month(of: first).number...Month(of: last).number
  }

  // MARK: The day

  /// The day entries are written for: the chart's own, else the machine's.
  var writingDay: Day { situation.chart.asOf ?? today }

  /// Whether another day than that is shown.
  var isLooking: Bool { situation.day != writingDay }

  var canWrite: Bool { !setting.isReadOnly && !isLooking }

  /// Shows the day that the clock, the chart and the lens now ask for.
  mutating func showDay() {
    let day = lens ?? writingDay
    guard day != situation.day else { return }
    var fresh = situation
    fresh.move(to: day)
    replace(fresh)
  }

  // MARK: The selection

  /// The selected task's place in the plan.
  var selectedTask: Int? {
    guard rows.indices.contains(row), case .task(let index) = rows[row] else { return nil }
    return index
  }

  /// The time column of a due day, counted from the first month.
  func column(of day: Day) -> Int {
    Month(of: day).number - months.lowerBound
  }

  /// Selects the node nearest to the wanted day, in its own column before any other.
  mutating func selectNearestNode() {
    guard let task = selectedTask else {
      node = nil
      return
    }
    let nodes = situation.status.tasks[task].nodes
    let wanted = column(of: wantedDay)
    func distance(_ place: Int) -> (Int, Int) {
      (column(of: nodes[place].due) == wanted ? 0 : 1, abs(nodes[place].due - wantedDay))
    }
    node = nodes.indices.min { distance($0) < distance($1) }
  }

  /// Scrolls as little as needed to show the selection, and with it the head of its battle.
  mutating func scrollToSelection() {
    let layout = layout
    let above = row > 0 && rows.indices.contains(row - 1) && isBattle(row - 1) ? row - 1 : row
    if above < topRow { topRow = above }
    if row >= topRow + layout.bodyRows { topRow = row - layout.bodyRows + 1 }
    topRow = max(0, min(topRow, rows.count - layout.bodyRows))
    if let task = selectedTask, let node {
      let column = column(of: situation.status.tasks[task].nodes[node].due)
      if column < firstColumn { firstColumn = column }
      if column >= firstColumn + layout.columnCount {
        firstColumn = column - layout.columnCount + 1
      }
    }
    firstColumn = max(0, min(firstColumn, months.count - layout.columnCount))
  }

  func isBattle(_ row: Int) -> Bool {
    if case .battle = rows[row] { true } else { false }
  }

  /// Takes a changed chart, keeping the selection on its task and node.
  mutating func replace(_ fresh: Situation) {
    let selected = selectedTask.map { situation.chart.tasks[$0] }
    let selectedNode = node.flatMap { place in selected.map { $0.nodes[place].id } }
    situation = fresh
    if let only = onlyBattle, only >= fresh.chart.battles.count { onlyBattle = nil }
    let before = months.lowerBound
    months = Self.months(of: fresh)
    firstColumn += before - months.lowerBound
    widths = Layout.Widths(of: fresh.chart, words: words)
    rows = Row.rows(of: fresh, onlyBattle: onlyBattle)
    select(task: selected?.id, node: selectedNode)
  }

  /// Selects a task and node by id; where they are gone, what is nearest.
  mutating func select(task: String?, node id: String?) {
    let index = task.flatMap { situation.index(of: $0) }
    if let index, let found = rows.firstIndex(of: .task(index)) {
      row = found
    } else {
      row = min(row, max(0, rows.count - 1))
      if rows.indices.contains(row), isBattle(row) { row = min(row + 1, rows.count - 1) }
    }
    selectNearestNode()
    if let id, let selectedTask, index == selectedTask,
      let place = situation.chart.tasks[selectedTask].nodes.firstIndex(where: { $0.id == id })
    {
      node = place
      wantedDay = situation.status.tasks[selectedTask].nodes[place].due
    }
    scrollToSelection()
  }
}
