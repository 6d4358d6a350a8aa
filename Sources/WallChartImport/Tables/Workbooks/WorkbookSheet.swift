/// A sheet of a workbook, as its tab names it.
struct WorkbookSheet: Sendable, Equatable {
  var name: String
  /// Its place among the tabs, from 1.
  var number: Int
  var isHidden: Bool
  /// The part it is in.
  var part: String

  /// How cells of it are named; a name that is not short, as all are, fills no page.
  var places: Table.Places {
    .sheet(String(String.UnicodeScalarView(name.unicodeScalars.prefix(80))))
  }
}
