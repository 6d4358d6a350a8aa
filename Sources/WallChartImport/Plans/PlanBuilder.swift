import WallChartStore

/// Adds the battles, units and tasks of a list to a plan; those that are there stay as they are.
struct PlanBuilder {
  let list: TaskList
  private(set) var chart: Chart
  private(set) var findings: [ImportFinding] = []
  /// The row of each task that is new, by task id.
  private(set) var newRows: [String: TaskRow] = [:]
  private let before: Chart
  private let day: Day
  private var battles = NameBook()
  private var units = NameBook()
  private var unitIDs: NewIdentifiers
  /// The rows in which a new unit's kind was said, by place of the unit.
  private var kinds: [Int: Int] = [:]

  /// - Parameter day: the day from which tasks are on a chart that had tasks before.
  init(_ list: TaskList, into chart: Chart, on day: Day) {
    self.list = list
    self.chart = chart
    self.day = day
    before = chart
    unitIDs = NewIdentifiers(taken: chart.units.map(\.id))
    for (place, battle) in chart.battles.enumerated() { battles.enter(battle.name, at: place) }
    for (place, unit) in chart.units.enumerated() { units.enter(unit.name, at: place) }
    addBattles()
    let known = Dictionary(
      chart.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in list.rows { add(row, known: known[row.id]) }
    findBrokenRules()
  }

  var newBattles: Int { chart.battles.count - before.battles.count }
  var newUnits: Int { chart.units.count - before.units.count }

  private mutating func find(
    _ problem: ImportFinding.Problem, _ row: TaskRow, _ column: String
  ) {
    findings.append(list.finding(problem, in: row.source, column: column))
  }

  // MARK: Battles and units

  /// Battles first: the id of a new one depends on all its tasks.
  private mutating func addBattles() {
    var tasks: [Int: [String]] = [:]
    for row in list.rows {
      let places = battles.places(of: row.battle)
      if places.count > 1 { find(.twoBattles(row.battle.en, row.battle.zh), row, "battle") }
      let place = places.first ?? chart.battles.count
      if places.isEmpty {
        chart.battles.append(Chart.Battle(id: "", name: row.battle.text))
      } else if place >= before.battles.count {
        chart.battles[place].name.complete(with: row.battle)
      }
      battles.enter(chart.battles[place].name, at: place)
      tasks[place, default: []].append(row.id)
    }
    var ids = NewIdentifiers(taken: before.battles.map(\.id))
    for place in chart.battles.indices.dropFirst(before.battles.count) {
      chart.battles[place].id = ids.battle(chart.battles[place].name, tasks: tasks[place] ?? [])
    }
  }

  /// The id of a row's responsible or lead unit, which is added when it is new. One that is both
  /// is a district: that is what a responsible unit is unless the list says otherwise.
  private mutating func unit(
    _ name: TaskRow.Name, of row: TaskRow, _ column: String, isResponsible: Bool
  ) -> String {
    let places = units.places(of: name)
    if places.count > 1 { find(.twoUnits(name.en, name.zh), row, column) }
    let place = places.first ?? chart.units.count
    if places.isEmpty {
      chart.units.append(
        Chart.Unit(id: unitIDs.unit(name.text), name: name.text, kind: .bureau))
    }
    guard place >= before.units.count else { return chart.units[place].id }
    chart.units[place].name.complete(with: name)
    units.enter(chart.units[place].name, at: place)
    if chart.units[place].short == nil { chart.units[place].short = name.short }
    if isResponsible { settleKind(of: place, row) }
    return chart.units[place].id
  }

  private mutating func settleKind(of place: Int, _ row: TaskRow) {
    guard let kind = row.kind else {
      if kinds[place] == nil { chart.units[place].kind = .district }
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

  private mutating func add(_ row: TaskRow, known: Chart.Task?) {
    var task = Chart.Task(
      id: row.id, battle: battles.places(of: row.battle).first.map { chart.battles[$0].id } ?? "",
      title: row.title, unit: unit(row.unit, of: row, "unit_en", isResponsible: true))
    task.short = row.short
    task.lead = row.lead.map { unit($0, of: row, "lead_en", isResponsible: false) }
    task.helpers = row.helpers.map { unit($0, of: row, "helpers_zh", isResponsible: false) }
    task.officer = row.officer
    task.origin = row.origin
    task.problem = row.problem
    task.target = row.target
    task.measures = row.measures
    task.risk = row.risk
    task.term = row.term
    task.limit = row.limit
    task.limitText = row.limitText
    task.quantity = row.quantity
    task.nodes = row.nodes
    let rhythm = chart.rules.rhythm[row.risk] ?? .monthly
    if let frequency = row.frequency, frequency != rhythm {
      find(
        .rhythmDiffers(frequency.rawValue, risk: row.risk.rawValue, rhythm: rhythm.rawValue), row,
        "frequency")
    }
    if let known {
      for (column, list, chart) in differences(of: row, from: known, as: task) {
        find(.differs(task: row.id, list: list, chart: chart), row, column)
      }
    } else {
      if !before.tasks.isEmpty { task.added = day }
      chart.tasks.append(task)
      newRows[row.id] = row
    }
  }

  private mutating func findBrokenRules() {
    for (place, fault) in chart.brokenInvariants() {
      guard case .task(let index) = place, let row = newRows[chart.tasks[index].id] else {
        continue
      }
      find(.fault(fault), row, Self.column(of: fault))
    }
  }

  /// The column to look at when a rule of the plan does not hold.
  private static func column(of fault: Fault) -> String {
    switch fault {
    case .noLimit: "deadline"
    case .nodesOutOfOrder(_, let node), .nodeAfterLimit(_, let node): "n\(node)_due"
    case .quotaFalls(_, let node), .quotaAboveTotal(_, let node),
      .quotaWithoutQuantity(_, let node):
      "n\(node)_quota"
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
