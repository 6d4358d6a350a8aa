/// How a list lays out its tasks and nodes.
enum Layout: String, CaseIterable, Sendable {
  /// A row a task, a few columns a node.
  case wide
  /// A row a node; the task's cells repeated, blank or merged.
  case long
  /// A row a task, a column a day, week or month, the nodes' titles in the cells.
  case matrix
}

/// How a list is to be read, beyond what stands in it.
struct ListReading: Sendable {
  /// Nil: the layout is found out.
  var layout: Layout?
  /// What `--map` says now.
  var map = ColumnMap()
  /// What it said at an earlier import of the chart.
  var remembered = ColumnMap()
  /// The battle of all tasks, for a list that names none.
  var battle: TaskRow.Name?
  /// The year of columns that name none.
  var year: Int?
  /// What may name it where the list's own titles do not, see ``ListYear``.
  var yearTexts: [String] = []
}

/// A list turned into rows of tasks, before its columns are looked at.
struct LaidOut {
  var columns: [TaskTable.Column]
  var rows: [Table.Row] = []
  var findings: [ImportFinding] = []

  /// The most nodes of one task: as many as a wide list of the most columns could hold.
  static let nodeLimit = Table.columnLimit / 5
}
