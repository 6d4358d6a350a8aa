/// What can be wrong with a list's columns and with how it lays out its nodes.
enum LayoutProblem: Sendable, Equatable {
  // The columns
  /// Two columns that mean the same.
  case sameField(String, other: String, field: String)
  /// A header that `--map` names and the list has not.
  case noSuchHeader(String, field: String, found: [String])
  /// `--battle` for a list that names its battles itself, here.
  case battleInList(String)
  case noDateColumns
  /// Columns of days that are all the first of a month: months, most likely.
  case firstDaysOnly(String)
  // The rows
  case tooManyNodes(limit: Int)
  /// The row in which the task begins says something else.
  case saidOtherwise(String, first: String, row: Int)
  /// Two rows of a task with the same node id.
  case sameNode(String)
  /// A node in a cell of a matrix whose day is none of its column.
  case badNodeDay(String, column: String)
  /// A day without its month in a cell that goes over several columns.
  case dayInBar(String)
  case noNodeTitle(String)
  case badShare(String)
  /// A share of a quantity that the task has not.
  case shareOfNothing(String)
  case markInMatrix(String)
  /// Names in two languages that do not go in pairs: how many Chinese, how many English ones.
  case unequalNames(Int, Int)
}
