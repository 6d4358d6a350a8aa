/// What a column tells of a node; the one place that puts its name together, such as `n3_due`.
enum NodePart: String, CaseIterable, Sendable {
  case due, en, zh, quota, done

  /// - Parameter node: its id, which is its number.
  func column(of node: some CustomStringConvertible) -> String {
    Self.stem(of: node) + "_" + rawValue
  }

  /// What all columns of a node begin with.
  static func stem(of node: some CustomStringConvertible) -> String { "n\(node)" }

  /// The column of a list with a row a node.
  var column: String { "node_" + rawValue }

  /// What such a column is about; nil when it is about no node.
  static func parsed(_ name: String) -> (node: Int, part: NodePart)? {
    guard name.hasPrefix("n"), let line = name.firstIndex(of: "_"),
      let part = NodePart(rawValue: String(name[name.index(after: line)...]))
    else { return nil }
    let digits = name[..<line].dropFirst()
    // Only one way of writing a number, so that no node has two columns for the same.
    guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
    return (number, part)
  }
}
