/// A list turned into rows of tasks, before its columns are looked at.
struct LaidOut {
  var columns: [TaskTable.Column]
  var rows: [Table.Row] = []
  var findings: [ImportFinding] = []

  /// The most nodes of one task: as many as a wide list of the most columns could hold.
  static let nodeLimit = Table.columnLimit / 5
}
