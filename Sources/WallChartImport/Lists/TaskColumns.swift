import WallChartStore

/// The columns of a task list, found by their names, in any order.
struct TaskColumns: Sendable {
  /// One column of each of these groups must be there.
  private static let needed = [
    ["id"], ["battle", "battle_zh"], ["title_en", "title_zh"], ["unit_en", "unit_zh"],
  ]

  /// The columns of one node, by their names; put together once, for every row asks for them.
  struct Node: Sendable {
    let id, due, en, zh, quota, done: String
    fileprivate let firstPlace: Int

    fileprivate init(_ id: String, from place: Int) {
      self.id = id
      due = NodePart.due.column(of: id)
      en = NodePart.en.column(of: id)
      zh = NodePart.zh.column(of: id)
      quota = NodePart.quota.column(of: id)
      done = NodePart.done.column(of: id)
      firstPlace = place
    }
  }

  private var places: [String: Int] = [:]
  /// The nodes that have columns, their numbers ascending; those whose id is none come last.
  private(set) var nodes: [Node] = []
  /// Names of columns that mean nothing here.
  private(set) var ignored: [String] = []
  private(set) var findings: [ImportFinding] = []
  private var isMissingColumns = false
  /// Whether the list itself says which node is which: then their days decide on their order.
  let saysNodeIDs: Bool
  /// Whether the tasks are those of a plan, which says all there is of them: what it leaves out
  /// is not there.
  private(set) var isPlan = false

  /// Those of a plan: its tasks are shown by their ids.
  static var ofPlan: TaskColumns {
    var columns = TaskColumns(of: [])
    columns.places = ["id": 0]
    columns.isPlan = true
    return columns
  }

  /// - Parameter source: the columns as they stand in the list itself.
  init(of header: [TaskTable.Column], in source: [TaskTable.Column] = []) {
    saysNodeIDs = source.contains { $0.field == NodePart.idColumn }
    let names = source.map(\.label)
    var seen: [String: String] = [:]
    var nodes: [String: Int] = [:]
    for (index, column) in header.enumerated() {
      let name = column.field
      func find(_ problem: ImportFinding.Problem) {
        findings.append(ImportFinding(place: column.place, problem: problem))
      }
      if name.isEmpty {
        find(.blankHeader)
      } else if let other = seen.updateValue(column.label, forKey: name) {
        find(
          other == column.label
            ? .duplicateHeader(other)
            : .inLayout(.sameField(column.label, other: other, field: name)))
      } else if let node = Field.node(of: name) {
        places[name] = index
        nodes[node] = min(index, nodes[node] ?? index)
      } else if Field.names.contains(name), !name.hasPrefix("node_") {
        places[name] = index
      } else {
        ignored.append(column.label)
      }
    }
    self.nodes = nodes.map { (number: Int($0.key) ?? .max, id: $0.key, place: $0.value) }
      .sorted { ($0.number, $0.place) < ($1.number, $1.place) }
      .map { Node($0.id, from: $0.place) }
    let missing = Self.needed.filter { !$0.contains { places[$0] != nil } }
    guard let first = header.first, !missing.isEmpty else { return }
    isMissingColumns = true
    // That alone is said: this is hardly the line of column names.
    findings = [
      ImportFinding(
        place: first.place, problem: .missingColumns(missing, found: names.filter { !$0.isEmpty }))
    ]
  }

  /// Whether something found in the rows still means anything: counted against a line that is not
  /// that of the column names, every row looks torn.
  func stands(_ finding: ImportFinding) -> Bool {
    if case .columnCount = finding.problem { return !isMissingColumns }
    return true
  }

  /// The nodes that a row of so many cells can have: the others' columns lie behind its end.
  func nodes(ofWidth width: Int) -> [Node] { nodes.filter { $0.firstPlace < width } }

  subscript(name: String) -> Int? { places[name] }

  /// The first of these columns that the list has; the first one when it has none.
  func present(_ names: String...) -> String {
    names.first { places[$0] != nil } ?? names[0]
  }

  /// Whether the list says something of a field, if only that it is empty.
  func has(_ name: String) -> Bool { isPlan || places[name] != nil }
}
