import WallChartStore

/// Makes a plan what a list says: adds battles, units and tasks, changes the tasks that read
/// otherwise, and withdraws those that the list no longer has.
struct PlanBuilder {
  let list: TaskList
  private(set) var chart: Chart
  private(set) var findings: [ImportFinding] = []
  /// What becomes of the chart's tasks.
  private(set) var proposal = Proposal()
  /// Days that entries are to move, by task id.
  private(set) var moves: [String: [Move]] = [:]
  /// Tasks of the chart that get further nodes.
  private(set) var extended: Set<String> = []
  /// The row of each task that is new or changed, as indices of the list and of the plan.
  private var rows: [Int: Int] = [:]
  /// Tasks whose nodes were laid back from their limit.
  private(set) var scheduled: [Chart.Task] = []
  private let before: Chart
  private let ledger: Ledger
  private let day: Day
  private let schedule: BackSchedule?
  private let template: String
  private var battles = NameBook()
  private var units = NameBook()
  private var unitIDs: NewIdentifiers
  /// The same by id, to find one among very many.
  private var battlePlaces: [String: Int] = [:]
  private var unitPlaces: [String: Int] = [:]
  /// The rows in which a new unit's kind was said, by place of the unit.
  private var kinds: [Int: Int] = [:]

  /// - Parameters:
  ///   - day: the day from which tasks are on a chart that had tasks before, and from which those
  ///     missing in the list are withdrawn; no node is laid before it.
  ///   - template: the course of work for tasks without nodes.
  init(
    _ list: TaskList, into chart: Chart, ledger: Ledger, on day: Day,
    template: Chart.Template? = nil
  ) {
    self.list = list
    self.ledger = ledger
    self.chart = chart
    self.day = day
    before = chart
    schedule = template.map { BackSchedule($0, from: day, rules: chart.rules) }
    self.template = template?.name ?? ""
    unitIDs = NewIdentifiers(taken: chart.units.map(\.id))
    for (place, battle) in chart.battles.enumerated() {
      battles.enter(battle.name, at: place)
      battles.enter(id: battle.id, at: place)
    }
    for (place, unit) in chart.units.enumerated() {
      units.enter(unit.name, at: place)
      units.enter(id: unit.id, at: place)
    }
    if let plan = list.plan { adopt(plan) }
    for (place, unit) in self.chart.units.enumerated() { unitPlaces[unit.id] = place }
    addBattles()
    for (place, battle) in self.chart.battles.enumerated() { battlePlaces[battle.id] = place }
    let places = Dictionary(
      zip(chart.tasks.lazy.map(\.id), chart.tasks.indices), uniquingKeysWith: { first, _ in first })
    if before.tasks.isEmpty { self.chart.tasks.reserveCapacity(list.rows.count) }
    for (number, row) in list.rows.enumerated() {
      let place = places[row.id]
      // One that its plan has withdrawn is missing in it, but new ones come as they are.
      if place == nil || !row.isWithdrawn { add(number, at: place) }
    }
    // A chart of nothing yet shares them all.
    proposal.new =
      before.tasks.isEmpty
      ? self.chart.tasks : Array(self.chart.tasks.dropFirst(before.tasks.count))
    proposal.units = Array(self.chart.units.dropFirst(before.units.count))
    proposal.battles = Array(self.chart.battles.dropFirst(before.battles.count))
    withdrawMissing()
    findBrokenRules()
  }

  private mutating func find(
    _ problem: ImportFinding.Problem, _ row: TaskRow, _ column: String
  ) {
    findings.append(list.finding(problem, in: row.source, column: column))
  }

  // MARK: Battles and units

  /// Battles and units of another plan keep their ids. A chart of nothing yet takes all of them,
  /// in their order; any other one those of its tasks.
  private mutating func adopt(_ plan: Chart) {
    if chart.battles.isEmpty, chart.units.isEmpty, chart.tasks.isEmpty {
      (chart.battles, chart.units) = (plan.battles, plan.units)
    }
    var theirBattles = Adoption(of: plan.battles, into: chart.battles)
    var theirUnits = Adoption(of: plan.units, into: chart.units)
    for row in list.rows {
      let ids = [row.unit, row.lead].compactMap { $0?.id } + row.helpers.compactMap(\.id)
      for id in ids {
        theirUnits.adopt(id, into: &chart.units, &units)
        if let problem = theirUnits.problems[id] { find(problem, row, "unit_en") }
      }
      guard let id = row.battle.id else { continue }
      theirBattles.adopt(id, into: &chart.battles, &battles)
      if let problem = theirBattles.problems[id] { find(problem, row, "battle") }
    }
  }

  /// Battles first: the id of a new one depends on all its tasks.
  private mutating func addBattles() {
    var tasks: [Int: [String]] = [:]
    for row in list.rows {
      let places = battles.places(of: row.battle)
      if places.count > 1 {
        let problem: ImportFinding.Problem =
          battles.isContradictory(row.battle)
          ? .twoBattles(row.battle.en, row.battle.zh)
          : .sameBattle(row.battle.spoken, ids: places.map { chart.battles[$0].id })
        find(problem, row, column(of: row.battle, "battle", "battle_zh"))
      }
      let place = places.first ?? chart.battles.count
      if places.isEmpty {
        chart.battles.append(Chart.Battle(id: "", name: row.battle.text))
      } else if place >= before.battles.count {
        chart.battles[place].name.complete(with: row.battle)
      }
      battles.enter(chart.battles[place].name, at: place)
      tasks[place, default: []].append(row.id)
    }
    var ids = NewIdentifiers(taken: chart.battles.map(\.id))
    for place in chart.battles.indices where chart.battles[place].id.isEmpty {
      chart.battles[place].id = ids.battle(chart.battles[place].name, tasks: tasks[place] ?? [])
    }
  }

  /// The id of a row's responsible or lead unit, which is added when it is new. One that is both
  /// is a district: that is what a responsible unit is unless the list says otherwise.
  /// - Parameter stem: of the columns that name it.
  private mutating func unit(
    _ name: TaskRow.Name, of row: TaskRow, _ stem: String, isResponsible: Bool
  ) -> String {
    let places = units.places(of: name)
    if places.count > 1 {
      let problem: ImportFinding.Problem =
        units.isContradictory(name)
        ? .twoUnits(name.en, name.zh)
        : .sameUnit(name.spoken, ids: places.map { chart.units[$0].id })
      find(problem, row, column(of: name, stem + "_en", stem + "_zh"))
    }
    let place = places.first ?? chart.units.count
    if places.isEmpty {
      let id = unitIDs.unit(name.text)
      unitPlaces[id] = place
      chart.units.append(Chart.Unit(id: id, name: name.text, kind: .bureau))
    }
    guard place >= before.units.count else { return chart.units[place].id }
    chart.units[place].name.complete(with: name)
    units.enter(chart.units[place].name, at: place)
    if chart.units[place].short == nil { chart.units[place].short = name.short }
    if isResponsible, name.id == nil { settleKind(of: place, row) }
    return chart.units[place].id
  }

  /// The column that says a name: the first one that there is and that is filled.
  private func column(of name: TaskRow.Name, _ en: String, _ zh: String) -> String {
    name.en.isEmpty ? list.columns.present(zh, en) : list.columns.present(en, zh)
  }

  private mutating func settleKind(of place: Int, _ row: TaskRow) {
    guard let kind = row.kind else {
      if kinds[place] == nil { chart.units[place].kind = row.unit.isJoint ? .joint : .district }
      return
    }
    if let first = kinds[place], chart.units[place].kind != kind {
      let (id, kind) = (chart.units[place].id, chart.units[place].kind.rawValue)
      find(.twoKinds(unit: id, kind: kind, row: first), row, "unit_kind")
    } else if kinds[place] == nil {
      kinds[place] = row.source.number
      chart.units[place].kind = kind
    }
  }

  // MARK: Tasks

  /// - Parameter place: where the task stands in the plan; nil when it is new.
  private mutating func add(_ number: Int, at place: Int?) {
    let row = list.rows[number]
    let known = place.map { chart.tasks[$0] }
    let battle = battles.places(of: row.battle).first.map { chart.battles[$0].id } ?? ""
    let unit = self.unit(row.unit, of: row, "unit", isResponsible: true)
    var task =
      list.planned(row) ?? Chart.Task(id: row.id, battle: battle, title: row.title, unit: unit)
    (task.battle, task.unit) = (battle, unit)
    task.short = row.short
    task.lead = row.lead.map { self.unit($0, of: row, "lead", isResponsible: false) }
    task.helpers = row.helpers.map { self.unit($0, of: row, "helpers", isResponsible: false) }
    task.officer = row.officer
    task.origin = row.origin
    task.problem = row.problem
    task.target = row.target
    task.measures = row.measures
    task.risk = row.risk ?? risk(with: row.frequency) ?? .medium
    task.term = row.term
    task.limit = row.limit
    task.limitText = row.limitText
    task.quantity = row.quantity
    // A row without nodes says nothing of them: those of the chart may come from a template.
    task.nodes = row.nodes.isEmpty ? known?.nodes ?? [] : row.nodes
    let rhythm = chart.rules.rhythm[task.risk] ?? .monthly
    if let frequency = row.frequency, frequency != rhythm {
      find(.rhythmDiffers(frequency, risk: task.risk, rhythm: rhythm), row, "frequency")
    }
    if let place {
      if merge(task, row, at: place) { rows[place] = number }
    } else {
      if !before.tasks.isEmpty { task.added = day }
      if task.nodes.isEmpty { task = laidBack(task, row) }
      rows[chart.tasks.count] = number
      chart.tasks.append(task)
    }
  }

  /// The risk that the chart schedules in this rhythm, for a list that says no more.
  private func risk(with rhythm: Chart.Rhythm?) -> Chart.Risk? {
    rhythm.flatMap { rhythm in
      Chart.Risk.allCases.first { chart.rules.rhythm[$0] ?? .monthly == rhythm }
    }
  }

  /// Whether the task is another one then.
  private mutating func merge(_ listed: Chart.Task, _ row: TaskRow, at place: Int) -> Bool {
    let entries = ledger.entries(of: row.id)
    var merge = TaskMerge(
      row, listed, into: chart.tasks[place], columns: list.columns,
      entries: entries, on: day,
      unit: { unitPlaces[$0].map { chart.units[$0].name } },
      battle: { battlePlaces[$0].map { chart.battles[$0].name } })
    // Once something has happened to a task, nodes nobody knew of would change what it meant.
    if merge.task.nodes.isEmpty, entries.isEmpty {
      merge.take(nodes: laidBack(merge.task, row).nodes)
    }
    for (problem, column) in merge.problems { find(problem, row, column) }
    proposal.take(merge)
    if !merge.moves.isEmpty { moves[row.id] = merge.moves }
    if merge.addsNode { extended.insert(row.id) }
    guard merge.task != chart.tasks[place] else { return false }
    chart.tasks[place] = merge.task
    return true
  }

  /// Withdraws what the list no longer has. A list is about the battles it names; the tasks of
  /// others are none of its business, nor are those whose rows were left out as bad; what a person
  /// has put on the chart here was in no list, and stays.
  private mutating func withdrawMissing() {
    guard !before.tasks.isEmpty else { return }
    var scope: Set<String> = []
    var listed: Set<String> = []
    for row in list.rows {
      scope.formUnion(battles.places(of: row.battle).map { chart.battles[$0].id })
      if !row.isWithdrawn { listed.insert(row.id) }
    }
    proposal.scope = before.battles.filter { scope.contains($0.id) }
    let spared = list.isOfRejects ? nil : list.idsLeftOut
    var missing: [Int] = []
    for (place, task) in before.tasks.enumerated()
    where task.withdrawn == nil && scope.contains(task.battle) {
      proposal.inScope += 1
      guard !listed.contains(task.id) else { continue }
      guard let spared else {
        proposal.spared = list.isOfRejects ? .rejects : .unread
        continue
      }
      guard !spared.contains(task.id) else { continue }
      if let entry = ledger.addition(of: task.id) {
        proposal.kept.append(Proposal.Kept(task: task, addedOn: entry.on, by: entry.by))
        continue
      }
      let entries = ledger.entries(of: task.id)
      do throws(Refusal) {
        try TaskRecord(of: task, entries: entries, on: day).checkWithdrawable(task.id)
      } catch {
        proposal.held.append(Proposal.Held(task: task.id, why: error))
        continue
      }
      missing.append(place)
      proposal.withdraw(task, entries: entries)
    }
    // Aside, so that a plan in which none is missing is not copied.
    for place in missing { chart.tasks[place].withdrawn = day }
  }

  /// A task with the nodes of the template, if there is one and the task has an end and is not
  /// handed in already.
  private mutating func laidBack(_ task: Chart.Task, _ row: TaskRow) -> Chart.Task {
    guard let schedule, task.term != .standing, row.state.steps == 0, let limit = task.limit else {
      return task
    }
    var task = task
    do throws(BackSchedule.Obstacle) {
      task.nodes = try schedule.nodes(until: limit, quantity: task.quantity)
      if !task.nodes.isEmpty { scheduled.append(task) }
    } catch {
      find(
        .noTime(
          template: template, step: error.step, title: error.title, from: day, limit: limit),
        row, list.columns.limit)
    }
    return task
  }

  private mutating func findBrokenRules() {
    for (place, fault) in chart.brokenInvariants() {
      guard case .task(let index) = place, let number = rows[index] else { continue }
      find(.fault(fault), list.rows[number], column(of: fault))
    }
  }

  /// The column to look at when a rule of the plan does not hold.
  private func column(of fault: Fault) -> String {
    switch fault {
    case .noLimit: list.columns.limit
    case .nodesOutOfOrder(_, let node), .nodeAfterLimit(_, let node): NodePart.due.column(of: node)
    case .quotaFalls(_, let node), .quotaAboveTotal(_, let node),
      .quotaWithoutQuantity(_, let node):
      NodePart.quota.column(of: node)
    default: "id"
    }
  }
}

extension Text {
  /// Adds the name in a language that was still missing.
  fileprivate mutating func complete(with name: TaskRow.Name) {
    for (language, words) in [("en", name.en), ("zh", name.zh)] {
      if words.isEmpty || translations.contains(where: { $0.language == language }) { continue }
      translations.append(Translation(language: language, words: words))
    }
  }
}
