import WallChartStore

/// The plan of another chart, to be taken over like a list.
struct PlanFile {
  let chart: Chart
  /// A row a task with its id, each at the place where the task begins in the file.
  let table: Table
  /// Its texts with characters that nobody sees.
  let unseen: [UnseenText]

  /// Nil when the bytes are no JSON. Throws what is wrong with a plan, at its place.
  init?(_ bytes: [UInt8], file: String) throws {
    guard FileKind(of: bytes) == .foreign(.json) else { return nil }
    let (chart, places) = try ChartReader.readWithPlaces(bytes, file: file)
    self.chart = chart
    unseen = UnseenTexts(in: bytes, file: file).findingsOfPlan.compactMap { finding in
      guard case .unseenInPlan(let characters) = finding.fault else { return nil }
      return UnseenText(
        place: "\(file):\(finding.line):\(finding.column)", characters: characters)
    }
    let rows = zip(chart.tasks, places).enumerated().map { index, task in
      Table.Row(
        number: index + 1, cells: [Table.Cell(text: task.0.id, place: task.1)])
    }
    table = Table(
      file: file, rows: rows,
      findings: rows.isEmpty ? [ImportFinding(place: 0, problem: .noTasks)] : [],
      places: .plan(LinePlaces(bytes: bytes)))
  }

  /// A folder is meant as the plan in it.
  static func path(of file: String) -> String {
    guard PosixFile.isFolder(file) else { return file }
    return file + (file.hasSuffix("/") ? "" : "/") + "chart.json"
  }

  /// What a chart of nothing yet takes of it beside the tasks, and what is theirs.
  var frame: Chart {
    var frame = chart
    (frame.battles, frame.units, frame.tasks) = ([], [], [])
    return frame
  }
}

extension TaskRow {
  /// A task of a plan, which says nothing of what has happened.
  init(_ task: Chart.Task, _ source: Table.Row) {
    func name(_ id: String) -> Name { Name(en: "", zh: "", id: id) }
    self.source = source
    isWithdrawn = task.withdrawn != nil
    id = task.id
    battle = name(task.battle)
    unit = name(task.unit)
    kind = nil
    lead = task.lead.map(name)
    title = task.title
    short = task.short
    origin = task.origin
    problem = task.problem
    target = task.target
    measures = task.measures
    helpers = task.helpers.map(name)
    officer = task.officer
    risk = task.risk
    frequency = nil
    term = task.term
    limit = task.limit
    limitText = task.limitText
    quantity = task.quantity
    nodes = task.nodes
    met = []
    count = nil
    countOn = nil
    state = .notStarted
    since = nil
    evidence = nil
  }
}
