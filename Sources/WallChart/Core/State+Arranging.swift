import WallChartStore
import WallChartWords

// What stands in the rows and columns: choice, order, folds, axis.
extension State {
  /// Computes rows, columns and loads anew.
  mutating func arrange(keeping kept: Int? = nil) {
    let tasks = showing.tasks(of: situation, keeping: kept)
    rows = showing.rows(of: tasks, in: situation)
    if chosenRows == nil { chosenFrom = nil }
    isShown = Array(repeating: false, count: situation.chart.tasks.count)
    for task in tasks { isShown[task] = true }
    count(tasks)
  }

  /// Computes columns and what the tasks shown come to.
  private mutating func count(_ shown: [Int]) {
    if showing.isWhole {
      (shownTotal, shownLoads) = (situation.status.total, nil)
    } else {
      let loads = Loads(in: situation, of: shown)
      shownTotal = situation.status.tallyWithoutNodes(of: shown)
      loads.count(in: &shownTotal, on: situation.day)
      shownLoads = loads
    }
    countContrast()
    layColumns()
  }

  /// Folds what is to be folded, and nothing else changes.
  mutating func fold() {
    rows.fold(showing.folded)
    if chosenRows == nil { chosenFrom = nil }
  }

  /// Opens all groups where a task is folded away.
  mutating func unfold(_ task: Int) {
    guard isShown[task], !hasRow(task) else { return }
    showing.folded = []
    fold()
  }

  /// The group that a task, by its place in the plan, stands in.
  func group(of task: Int) -> Group {
    let plan = situation.chart.tasks
    return switch showing.order {
    case .unit: .unit(plan[task].unit)
    case .standing: .standing(situation.status.tasks[task].standing)
    case .battle, .limit: .battle(plan[task].battle)
    }
  }

  /// Computes columns and what they come to, keeping the first column on its place in time. The
  /// calendar is that of all tasks, so that it stands still whatever is filtered.
  private mutating func layColumns() {
    let first = columns.lowerBound + firstColumn
    let shown = shownLoads ?? allLoads
    switch axis {
    case .calendar(let zoom):
      let days = allLoads.days(with: situation.day)
      columns = zoom.number(of: days.lowerBound)...zoom.number(of: days.upperBound)
      loads = shown.byColumn(in: zoom, from: columns.lowerBound, by: situation.deadline)
    case .nodes:
      columns = 0...max(0, allLoads.places - 1)
      loads = shown.byPlace(by: situation.deadline)
    }
    firstColumn = first - columns.lowerBound
  }

  /// Counts a task with all that are like it, or takes it out again with `sign` −1.
  private mutating func count(_ task: Int, sign: Int) {
    let nodes = situation.status.records[task].nodes
    allLoads.count(nodes, sign: Int32(sign))
    guard isShown[task] else { return }
    shownLoads?.count(nodes, sign: Int32(sign))
    situation.status.count(task, in: &shownTotal, sign: sign)
    let deadline = situation.deadline
    for place in nodes.indices {
      loads[column(of: place, due: nodes[place].dueInForce), default: Load()]
        .count(nodes[place], by: deadline, sign: sign)
    }
  }

  /// Adds an entry to what is shown. Rows stay where they are, whatever it changes: a task that is
  /// marked must not run away from under the cursor.
  mutating func add(_ entry: Entry) {
    defer { renewNews(by: entry) }
    if contrast != nil { contrast = nil }
    let index = entry.task.flatMap { situation.index(of: $0) }
    if let index { keepArmedLine(of: index) }
    guard let task = index, situation.status.isOnChart(task),
      !situation.ledger.contains(entry.id)
    else {
      _ = takeIn(entry)
      return
    }
    count(task, sign: -1)
    _ = takeIn(entry)
    count(task, sign: 1)
    let isInside = situation.status.tasks[task].nodes.allSatisfy { node in
      guard case .calendar(let zoom) = axis else { return true }
      return columns.contains(zoom.number(of: node.due))
    }
    // A node that moved beyond the calendar makes it longer.
    if !isInside { layColumns() }
  }

  /// What an entry changes of the news: of one task, or, if it is about the chart, of any.
  private mutating func renewNews(by entry: Entry) {
    guard news != nil else { return }
    let situation = situation
    if let task = entry.task.flatMap({ situation.index(of: $0) }) {
      news?.renew(task, in: situation)
      if kept.battleNews?.battle == situation.chart.tasks[task].battle {
        kept.battleNews?.value.renew(task, in: situation)
      }
    } else {
      (news, kept.battleNews) = (nil, nil)
    }
  }

  /// Adds what others wrote. Many entries, of an import or a merge, are cheaper counted at once.
  mutating func arrive(_ entries: [Entry]) {
    guard entries.count > 100 else {
      entries.forEach { add($0) }
      return
    }
    var ledger = situation.ledger
    entries.forEach { ledger.add($0) }
    replace(hasNewPlan: false) { state in
      state.change { $0 = Situation(chart: $0.chart, ledger: ledger, on: $0.day) }
      return false
    }
  }

  /// Takes a changed chart. The selection stays on its task, even where the filter no longer holds
  /// for it; a task that is gone is not exchanged for another under the user's hands.
  mutating func replace(_ fresh: Situation) {
    replace(hasNewPlan: true) { state in
      state.change { $0 = fresh }
      return false
    }
  }

  /// The same of a change that need not copy the situation, and says whether all tasks are shown where
  /// they were.
  mutating func replace(hasNewPlan: Bool, _ change: (inout State) -> Bool) {
    let task = taskOfRow.map { situation.chart.tasks[$0] }
    let nodeID = node.flatMap { place in task.map { $0.nodes[place].id } }
    let group = selectedGroup
    let wanted = lost ?? task?.id
    let chosen = chosenTasks.map { situation.chart.tasks[$0].id }
    keepArmedLines()
    let rowsStay = change(&self)
    (news, kept.battleNews, contrast, signs) = (nil, nil, nil, [:])
    if let only = showing.onlyBattle, situation.chart.battle(only) == nil {
      showing.onlyBattle = nil
    }
    if hasNewPlan {
      (searchIndex, comingIndex) = (nil, nil)
      widths = Self.widths(of: situation.chart, setting)
    }
    let index = wanted.flatMap { situation.index(of: $0) }
    let isThere = index.map { situation.status.tasks[$0].isOnChart } ?? false
    if rowsStay { count([]) } else { arrange(keeping: isThere ? index : nil) }
    if let group, let head = rows.head(of: group) { row = head }
    select(task: wanted, node: nodeID)
    // Nothing is marked that was not chosen.
    if chosenTasks.map({ situation.chart.tasks[$0].id }) != chosen { chosenFrom = nil }
    if isThere || wanted == nil { lost = nil } else if lost == nil { lose(wanted ?? "") }
    if case .ranking(let selected) = onTop {
      onTop = .ranking(selected: max(0, min(selected, ranking.count - 1)))
    }
  }

  /// The selected task left the plan, or is not there yet on the day shown: its view and its prompt are
  /// closed, and nothing is written until the user has chosen another.
  private mutating func lose(_ task: String) {
    lost = task
    if case .task = onTop { views.removeLast() }
    if case .prompt(let prompt) = mode, prompt.purpose.task == task { mode = .commands }
    let added = situation.index(of: task).flatMap { situation.chart.tasks[$0].added }
    if let added, added > situation.day {
      said = Said(text: words(.saidTaskNotYet, ["task": task, "date": words.date(added)]))
    } else {
      said = Said(text: words(.saidTaskGone, ["task": task]), isError: true)
    }
  }

  // MARK: Choice and order

  /// Shows one battle, by its place, or all; false when there is no such battle.
  @discardableResult
  mutating func show(battle: Int?) -> Bool {
    let battles = situation.chart.battles
    if let battle, !battles.indices.contains(battle) { return false }
    rearrange { $0.showing.onlyBattle = battle.map { battles[$0].id } }
    return true
  }

  /// Shows only the tasks that the filter lets through.
  mutating func show(filter: Filter) {
    rearrange { $0.showing.filter = filter }
    if shownTotal.tasks == 0 { said = Said(text: words(.saidFilterEmpty)) }
  }

  mutating func nextOrder() {
    let orders = Order.allCases
    let next = ((orders.firstIndex(of: showing.order) ?? 0) + 1) % orders.count
    rearrange { state in
      state.showing.order = orders[next]
      state.showing.folded = []
    }
    said = Said(text: words(.saidOrder, ["order": words.name(of: showing.order)]))
  }

  // MARK: Folds

  /// Folds the group of the selected task, or unfolds the selected head.
  mutating func toggleFold() -> [Effect] {
    guard rows.indices.contains(row), let group = rows.sections[rows.section(of: row)].group else {
      return [.bell]
    }
    keepSelection { state in
      if state.showing.folded.remove(group) == nil { state.showing.folded.insert(group) }
      state.fold()
    }
    return []
  }

  /// Folds all groups, or unfolds all when any is folded.
  mutating func toggleAllFolds() -> [Effect] {
    let groups = rows.sections.compactMap(\.group)
    keepSelection { state in
      state.showing.folded = state.showing.folded.isEmpty ? Set(groups) : []
      state.fold()
    }
    return []
  }

  // MARK: Axis

  /// Calendar or nodes.
  mutating func toggleAxis() {
    switch axis {
    case .calendar(let shown):
      zoom = shown
      axis = .nodes
    case .nodes: axis = .calendar(zoom)
    }
    layAxis()
    said = Said(text: words.name(of: axis))
  }

  /// A longer or shorter stretch of the calendar a column.
  mutating func changeZoom(by step: Int) -> [Effect] {
    guard case .calendar(let shown) = axis, let next = shown.next(step) else { return [.bell] }
    zoom = next
    axis = .calendar(next)
    layAxis()
    said = Said(text: words.name(of: axis))
    return []
  }

  /// The new columns, with today's in its place and the selection in sight.
  mutating func layAxis() {
    columns = 0...0
    firstColumn = 0
    layColumns()
    scrollToToday()
    scrollToSelection()
  }

  /// The selection and the view to today.
  mutating func goToToday() {
    wantedDay = situation.day
    selectNearestNode()
    scrollToToday()
    scrollToSelection()
  }
}
