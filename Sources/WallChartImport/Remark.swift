/// Something worth a word that keeps nothing out: what was found out about a file, and what of it
/// is passed over. Worded in ``Report``.
enum Remark: Sendable, Equatable {
  /// Columns whose names mean nothing here.
  case ignored([String])
  /// What was found out about columns and rows.
  case inLayout(LayoutRemark)
  /// Days without a year got the one that the list's surroundings name.
  case year(ListYear)
}
