/// Something worth a word that keeps nothing out: what was found out about a file, and what of it
/// is passed over. Worded in ``Report``.
enum Remark: Sendable, Equatable {
  /// The text is not in UTF-8 but in this encoding.
  case encoding(String)
  /// The columns are not parted by commas.
  case separator(Separator)
  /// Cells with line breaks inside, each of which became a space.
  case joinedLines(cells: Int)
  /// Texts with characters that nobody sees, kept as they are.
  case unseen([UnseenText])
  /// Columns whose names mean nothing here.
  case ignored([String])
  /// The sheet of a workbook that was read, and the hidden ones with something in them.
  case sheet(String, hidden: [String])
  /// Hidden rows that were read as well, numbered as the sheet does.
  case hiddenRows([ClosedRange<Int>])
  /// Hidden columns that were read as well, from 0.
  case hiddenColumns([ClosedRange<Int>])
  /// What was found out about columns and rows.
  case inLayout(LayoutRemark)
  /// Days without a year got the one that the list's surroundings name.
  case year(ListYear)
  /// None of the new tasks has a node: the wall stays empty.
  case noNodes
  /// The list says nothing of risk: its new tasks are of medium risk.
  case mediumRisk
  /// The file is an export of a chart that had no task to show.
  case emptyExport
  /// The file is the plan of a chart, whose ledger is not taken over.
  case onlyPlan
  /// The chart keeps its own title, rules and day, which are others than those of the file.
  case ownRules
}

/// A text of a list in which characters stand that nobody sees.
struct UnseenText: Sendable, Equatable {
  /// As messages name it.
  var place: String
  var characters: [Unicode.Scalar]
}
