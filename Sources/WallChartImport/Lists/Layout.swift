/// How a list lays out its tasks and nodes.
enum Layout: String, CaseIterable, Sendable {
  /// A row a task, a few columns a node.
  case wide
  /// A row a node; the task's cells repeated, blank or merged.
  case long
  /// A row a task, a column a day, week or month, the nodes' titles in the cells.
  case matrix
}
