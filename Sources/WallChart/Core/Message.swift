import WallChartStore

/// Everything that can happen to the program. Time and new ids come in with it.
enum Message: Sendable {
  case key(Key, Stamp)
  /// Text that was pasted.
  case pasted(String)
  /// The left button of the mouse, at a place of the screen.
  case clicked(column: Int, row: Int)
  /// The wheel of the mouse; up when negative.
  case scrolled(rows: Int)
  case resized(Size)
  /// The day began (past midnight).
  case dayBegan(Day)
  /// An entry is on disk, as it stands there.
  case saved(Entry, ownWriters: [String])
  case failed(Entry, StoreError)
  /// Entries that came to the ledger, one's own among them.
  case arrived([Entry])
  /// Plan and ledger as they are on disk now.
  case loaded(Chart, Ledger, ownWriters: [String])
  case loadFailed(StoreError)
  /// Another chart could not be opened.
  case notOpened(StoreError)
  /// What is damaged or missing in the ledgers now.
  case damaged([Finding])
  /// A signal asks the program to end.
  case terminated(signal: Int32)
  /// No more input will come.
  case inputEnded
}

/// Everything the core may ask of the world.
enum Effect: Hashable, Sendable {
  case append(Entry)
  /// Reads everything anew and says so.
  case reload
  case redraw
  case suspend
  case bell
  /// Goes over to another chart, by its folder.
  case open(path: String)
  /// Everything that an earlier run had left unsaved is decided.
  case settleRescue(isKept: Bool)
  case exit(code: Int32)
}

/// Columns and rows of the terminal.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int
}
