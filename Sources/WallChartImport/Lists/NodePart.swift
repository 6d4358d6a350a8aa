import WallChartStore

/// What a column tells of a node; the one place that puts its name together, such as `n3_due`, or
/// `n#survey_due` where a list with a row a node says an id that is no number.
enum NodePart: String, CaseIterable, Sendable {
  case due, en, zh, quota, done

  /// - Parameter node: its id, which mostly is its number.
  func column(of node: some CustomStringConvertible) -> String {
    Self.stem(of: node) + "_" + rawValue
  }

  /// What all columns of a node begin with.
  static func stem(of node: some CustomStringConvertible) -> String {
    let id = "\(node)"
    return isNumber(id) ? "n" + id : "n#" + id
  }

  /// The column of a list with a row a node.
  var column: String { "node_" + rawValue }

  /// The column of such a list that says which node of its task it is.
  static let idColumn = "node_id"

  /// What such a column is about; nil when it is about no node.
  static func parsed(_ name: String) -> (node: String, part: NodePart)? {
    guard name.hasPrefix("n"), let line = name.lastIndex(of: "_"),
      let part = NodePart(rawValue: String(name[name.index(after: line)...]))
    else { return nil }
    let id = String(name[..<line].dropFirst())
    if isNumber(id) { return (id, part) }
    let other = String(id.dropFirst())
    guard id.hasPrefix("#"), Identifier.isValid(other), !isNumber(other) else { return nil }
    return (other, part)
  }

  /// Only one way of writing a number, so that no node has two columns for the same.
  private static func isNumber(_ id: String) -> Bool {
    Int(id).map { $0 > 0 && String($0) == id } ?? false
  }
}
