/// What the program needs of a terminal: the real one, or one that plays a script.
protocol Terminal: ~Copyable {
  var size: Size { get }
  /// Waits until keys or one of these files can be read, or the time is over.
  mutating func wait(for files: [Int32], milliseconds: Int)
  /// The next thing that came in, without waiting.
  mutating func next() -> Input?
  mutating func paint(_ frame: Frame)
  /// Draws everything anew at the next painting.
  mutating func redraw()
  /// Gives the terminal back, stops the process, and takes it again when it goes on.
  mutating func suspend()
  mutating func bell()
  /// Gives the window another title; nil for one that it could not show.
  mutating func entitle(_ title: String?)
}

/// What comes in from a terminal.
enum Input: Equatable, Sendable {
  case key(Key)
  /// Text that was pasted, in one.
  case pasted(String)
  /// The left button of the mouse, at a place counted from 0.
  case clicked(column: Int, row: Int)
  /// The wheel of the mouse; up when negative.
  case scrolled(rows: Int)
  case resized(Size)
  /// How the terminal draws what is of ambiguous width, where it is not as assumed.
  case ambiguousIs(CellWidth.Ambiguous)
  /// It has the fonts of Windows, without some of the rich signs.
  case lacksSigns
  /// A signal asks the program to stop until it is called back.
  case suspended
  /// A signal asks the program to end.
  case terminated(signal: Int32)
  /// Nothing more will come.
  case ended
}
