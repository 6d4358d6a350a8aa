/// Something worth a word that keeps nothing out: what was found out about a file, and what of it
/// is passed over. Worded in ``Report``.
enum Remark: Sendable, Equatable {
  /// The text is not in UTF-8 but in this encoding.
  case encoding(String)
  /// The columns are not parted by commas.
  case separator(Separator)
  /// Cells with line breaks inside, each of which became a space.
  case joinedLines(cells: Int)
  /// Columns whose names mean nothing here.
  case ignored([String])
  /// Days without a year got the one that the list's surroundings name.
  case year(ListYear)
}
