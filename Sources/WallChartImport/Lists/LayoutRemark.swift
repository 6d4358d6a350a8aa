/// What was found out about a list's columns and rows, and which rows are passed over.
enum LayoutRemark: Sendable, Equatable {
  /// A row that is none of a task, counted from the heading.
  struct PassedRow: Sendable, Equatable {
    var number: Int
    var text: String
  }

  /// A field, and the header that a person named for it.
  struct NamedColumn: Sendable, Equatable {
    var field: String
    var header: String
  }

  /// The heading is not the first row.
  case heading(row: Int)
  case layout(Layout)
  /// Cells of a matrix that go over several columns of dates, each of them one node.
  case bars(Int)
  /// What an earlier `--map` named.
  case remembered([NamedColumn])
  /// A column taken for a field for want of a better one.
  case makeshift(String, field: String)
  /// The same, where the running number becomes the id.
  case runningNumbers(String)
  /// Rows that name the battle of those below them.
  case battleRows([String])
  /// Totals, notes and the like.
  case passedOver([PassedRow])
  /// Ids that were written otherwise, with what they became: `407（45-13） → 407-45-13`.
  case plainIDs([String])
  /// Rows that have their battle from the row above.
  case battleAbove([Int])
}
