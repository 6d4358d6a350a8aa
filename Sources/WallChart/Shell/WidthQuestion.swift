/// The question to a terminal how it draws what is of ambiguous width: such a character is written,
/// and where does the cursor stand then? Nothing waits for the answer; but as long as it may be on
/// its way, what looks like its beginning is not taken for the Esc key. With it goes, where signs are
/// ours to choose, the question what terminal it is: PuTTY says `xterm` as others do, and has the
/// fonts of Windows. The answer comes before the other, and costs no wait of its own.
struct WidthQuestion {
  /// Milliseconds after which an answer is not reckoned with any longer, how long its parts may be
  /// apart, and how long the end of the program waits for it.
  private static let patience = 10_000
  static let gap: Int32 = 1000
  static let lastWait = 500

  /// When it was asked; nil before, and when it is answered.
  private var askedAt: Int?
  private(set) var isToAsk: Bool
  private let asksKind: Bool

  init(isToAsk: Bool, asksKind: Bool) { (self.isToAsk, self.asksKind) = (isToAsk, asksKind) }

  /// What asks, on a screen that is drawn anew behind it. In the second row: an answer from the first
  /// one would look like Shift-F3.
  mutating func bytes(_ terminal: Capabilities, at time: Int) -> [UInt8] {
    isToAsk = false
    askedAt = time
    var bytes: [UInt8] = []
    terminal.move(Self.row, 0, &bytes)
    return bytes + Array("▽\(asksKind ? "\u{1B}[>c" : "")\u{1B}[6n".utf8)
  }

  private static let row = 1

  func isDue(at time: Int) -> Bool { askedAt.map { time - $0 < Self.patience } ?? false }

  /// What an answer says; nil when it answers something else.
  mutating func answer(_ place: (row: Int, column: Int)) -> CellWidth.Ambiguous? {
    guard askedAt != nil, place.row == Self.row,
      let ambiguous = CellWidth.Ambiguous(rawValue: place.column)
    else { return nil }
    askedAt = nil
    return ambiguous
  }

  /// Whether a sequence says that it is PuTTY, and was asked for.
  func isAnsweredByPuTTY(_ sequence: ControlSequence) -> Bool {
    asksKind && askedAt != nil && sequence.isFromPuTTY
  }

  /// It is asked no more, and no answer expected.
  mutating func drop() {
    isToAsk = false
    askedAt = nil
  }
}
