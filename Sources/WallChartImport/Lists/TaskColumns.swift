import WallChartStore

/// The columns of a task list, found by their names, in any order.
struct TaskColumns: Sendable {
  private static let single: Set<String> = [
    "id", "battle", "battle_zh", "title_en", "title_zh", "short_en", "short_zh", "origin",
    "unit_en", "unit_zh", "unit_short_en", "unit_short_zh", "unit_kind",
    "lead_en", "lead_zh", "lead_short_en", "lead_short_zh", "risk", "frequency", "term",
    "deadline", "deadline_zh", "state", "state_since", "evidence_en", "evidence_zh",
    "quantity", "quantity_unit_en", "quantity_unit_zh", "quantity_done", "quantity_asof",
  ]
  /// One column of each of these groups must be there.
  private static let needed = [
    ["id"], ["battle", "battle_zh"], ["title_en", "title_zh"], ["unit_en", "unit_zh"],
  ]
  private static let partsOfNode: Set<Substring> = ["due", "en", "zh", "quota", "done"]

  private var places: [String: Int] = [:]
  /// The numbers of the nodes that have columns, ascending.
  private(set) var nodes: [Int] = []
  /// Names of columns that mean nothing here.
  private(set) var ignored: [String] = []
  private(set) var findings: [ImportFinding] = []
  private var isMissingColumns = false

  init(of header: [TaskTable.Column]) {
    var seen: Set<String> = []
    var nodes: Set<Int> = []
    for (index, column) in header.enumerated() {
      let name = column.field
      func find(_ problem: ImportFinding.Problem) {
        findings.append(ImportFinding(place: column.place, problem: problem))
      }
      if name.isEmpty {
        find(.blankHeader)
      } else if !seen.insert(name).inserted {
        find(.duplicateHeader(column.label))
      } else if Self.single.contains(name) {
        places[name] = index
      } else if let node = Self.node(of: name) {
        places[name] = index
        nodes.insert(node)
      } else {
        ignored.append(column.label)
      }
    }
    self.nodes = nodes.sorted()
    let missing = Self.needed.filter { !$0.contains { places[$0] != nil } }
    guard let first = header.first, !missing.isEmpty else { return }
    isMissingColumns = true
    let names = header.map(\.label).filter { !$0.isEmpty }
    // That alone is said: this is hardly the line of column names.
    findings = [
      ImportFinding(place: first.place, problem: .missingColumns(missing, found: names))
    ]
  }

  /// Whether something found in the rows still means anything: counted against a line that is not
  /// that of the column names, every row looks torn.
  func stands(_ finding: ImportFinding) -> Bool {
    if case .columnCount = finding.problem { return !isMissingColumns }
    return true
  }

  /// The number of the node that a column such as `n3_due` is about.
  private static func node(of name: String) -> Int? {
    guard name.hasPrefix("n"), let line = name.firstIndex(of: "_"),
      partsOfNode.contains(name[name.index(after: line)...])
    else { return nil }
    let digits = name[..<line].dropFirst()
    // Only one way of writing a number, so that no node has two columns for the same.
    guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
    return number
  }

  subscript(name: String) -> Int? { places[name] }
}
