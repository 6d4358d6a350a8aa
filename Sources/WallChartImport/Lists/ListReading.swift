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
