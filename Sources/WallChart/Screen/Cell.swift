/// One place of the screen: two plain numbers, so that a frame is made, compared and let go without
/// counting references.
struct Cell: Equatable, Sendable {
  /// From the lowest bit: 21 of the base, 9 of the look, 21 of the first mark. The scalars are 0 where
  /// there is none; all of them in the right half of a wide character.
  private var low: UInt64
  /// Three more marks, 21 bits each.
  private var high: UInt64 = 0

  private static let scalarMask: UInt64 = 1 << 21 - 1
  private static let lookMask: UInt64 = 0x1FF << 21

  static let blank = Cell(0x20, .plain)
  /// Like no cell that is drawn.
  static let unknown = Cell(0, .plain)

  /// A glyph of one scalar; 0 in the right half of a wide one.
  init(_ scalar: UInt32, _ role: Role, isSelected: Bool = false) {
    low = UInt64(scalar) | UInt64(role.rawValue) << 21 | (isSelected ? 0x100 << 21 : 0)
  }

  static func == (left: Cell, right: Cell) -> Bool {
    // Without branches: thousands of them are compared at every key.
    (left.low ^ right.low) | (left.high ^ right.high) == 0
  }

  var role: Role {
    get { Role(rawValue: UInt8(truncatingIfNeeded: low >> 21)) ?? .plain }
    set { low = low & ~(0xFF << 21) | UInt64(newValue.rawValue) << 21 }
  }

  /// As it looks where the beam falls on it.
  var lit: Cell {
    // By number: hundreds are asked at a step to the side.
    let number = UInt8(truncatingIfNeeded: low >> 21)
    guard number == Role.plain.rawValue || number == Role.open.rawValue else { return self }
    var cell = self
    cell.role = .beam
    return cell
  }

  /// Whether it is what big digits are made of.
  var isInk: Bool { Role.inks &>> (low >> 21 & 0xFF) & 1 != 0 }

  /// In reverse video.
  var isSelected: Bool {
    get { low & 0x100 << 21 != 0 }
    set { low = low & ~(0x100 << 21) | (newValue ? 0x100 << 21 : 0) }
  }

  /// What its look depends on, as one number below ``looks``.
  var lookNumber: Int { Int(low >> 21 & 0x1FF) }
  static let looks = 0x200

  /// Whether it shows the same glyph as another cell, in whatever look.
  func hasGlyph(of other: Cell) -> Bool {
    (low ^ other.low) & ~Self.lookMask | (high ^ other.high) == 0
  }

  /// Whether marks stand on its base.
  var hasMarks: Bool { low >> 30 != 0 }

  /// Its base; 0 in the right half of a wide character.
  var base: UInt32 { UInt32(low & Self.scalarMask) }

  /// Whether it is the right half of a wide character.
  var isRightHalf: Bool { base == 0 }

  var isASCII: Bool { (1..<0x80).contains(base) && !hasMarks }

  var isPrintableASCII: Bool { (0x20..<0x7F).contains(base) && !hasMarks }

  /// The most columns that terminals may give its marks: two to letters joined to it.
  var columnsOfMarks: Int {
    var columns = 0
    var isBase = true
    forEachScalar { scalar in
      if !isBase {
        let category = Unicode.Scalar(scalar)?.properties.generalCategory
        columns += category == .otherLetter ? 2 : 1
      }
      isBase = false
    }
    return columns
  }

  /// What is shown; nil in the right half of a wide character.
  var glyph: Character? {
    get {
      guard !isRightHalf else { return nil }
      var text = String.UnicodeScalarView()
      forEachScalar { text.append(Unicode.Scalar($0) ?? " ") }
      return Character(String(text))
    }
    set {
      low = low & Self.lookMask | UInt64(newValue?.unicodeScalars.first?.value ?? 0)
      high = 0
      guard let newValue, newValue.unicodeScalars.count > 1 else { return }
      for (place, scalar) in newValue.unicodeScalars.dropFirst().prefix(4).enumerated() {
        let value = UInt64(scalar.value)
        if place == 0 { low |= value << 30 } else { high |= value << (21 * UInt64(place - 1)) }
      }
    }
  }

  /// What stands for signs that are no letters where only ASCII can.
  static let standIns: [UInt32: Character] = [
    0xB7: "-", 0x2013: "-", 0x2014: "-", 0x2026: ".", 0x2191: "^", 0x2193: "v", 0x2500: "-",
    0x2502: "|", 0x250A: ":",
  ]

  /// What stands for a character in ASCII, in as many columns.
  static func standIn(for character: Character) -> String {
    let sign = character.unicodeScalars.first.flatMap { standIns[$0.value] } ?? "?"
    return String(repeating: sign, count: CellWidth.columns(of: character))
  }

  /// Shows ASCII instead of what it shows.
  mutating func standIn() { glyph = Self.standIns[base] ?? "?" }

  /// Shows its base alone.
  mutating func dropMarks() { glyph = Unicode.Scalar(base).map { Character($0) } }

  /// The scalars of the glyph, base first.
  func forEachScalar(_ take: (UInt32) -> Void) {
    take(base)
    guard hasMarks else { return }
    let marks = [low >> 30, high, high >> 21, high >> 42].map { $0 & Self.scalarMask }
    for mark in marks where mark != 0 { take(UInt32(mark)) }
  }
}

extension Cell {
  /// The cells from the first to the last in which two rows of one length differ; nil when in none.
  static func difference(
    of new: UnsafeBufferPointer<Cell>, from old: UnsafeBufferPointer<Cell>
  ) -> Range<Int>? {
    /// Whether a stretch is the same. Without branches, so that it is done several cells at a time.
    func isSame(_ cells: Range<Int>) -> Bool {
      var difference: UInt64 = 0
      for cell in cells {
        difference |= (new[cell].low ^ old[cell].low) | (new[cell].high ^ old[cell].high)
      }
      return difference == 0
    }
    let stretch = 16
    var start = 0
    while start + stretch <= new.count, isSame(start..<start + stretch) { start += stretch }
    while start < new.count, new[start] == old[start] { start += 1 }
    guard start < new.count else { return nil }
    var end = new.count
    while end - stretch > start, isSame(end - stretch..<end) { end -= stretch }
    while new[end - 1] == old[end - 1] { end -= 1 }
    return start..<end
  }
}
