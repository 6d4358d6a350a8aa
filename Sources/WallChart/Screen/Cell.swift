/// One place of the screen: plain numbers, so that a frame is made, compared and let go without
/// counting references.
struct Cell: Equatable, Sendable {
  /// The scalars of the glyph, two to a number: a base and at most four marks, 0 where there is
  /// none; all of them 0 in the right half of a wide character.
  private var scalars: (UInt64, UInt64)
  private var lastMark: UInt32 = 0
  private var look: UInt32

  static let blank = Cell(0x20, .plain)

  /// A glyph of one scalar; 0 in the right half of a wide one.
  init(_ scalar: UInt32, _ role: Role, isSelected: Bool = false) {
    scalars = (UInt64(scalar), 0)
    look = UInt32(role.rawValue) | (isSelected ? 0x100 : 0)
  }

  static func == (left: Cell, right: Cell) -> Bool {
    // Without branches: thousands of them are compared at every key.
    (left.scalars.0 ^ right.scalars.0) | (left.scalars.1 ^ right.scalars.1)
      | UInt64((left.lastMark ^ right.lastMark) | (left.look ^ right.look)) == 0
  }

  var role: Role {
    get { Role(rawValue: UInt8(truncatingIfNeeded: look)) ?? .plain }
    set { look = look & 0x100 | UInt32(newValue.rawValue) }
  }

  /// In reverse video.
  var isSelected: Bool {
    get { look & 0x100 != 0 }
    set { look = look & 0xFF | (newValue ? 0x100 : 0) }
  }

  /// What its look depends on, as one number below ``looks``.
  var lookNumber: Int { Int(look) }
  static let looks = 0x200

  /// Whether it shows the same glyph as another cell, in whatever look.
  func hasGlyph(of other: Cell) -> Bool {
    scalars == other.scalars && lastMark == other.lastMark
  }

  /// Whether marks stand on its base.
  var hasMarks: Bool { scalars.0 >> 32 != 0 }

  /// Its base; 0 in the right half of a wide character.
  var base: UInt32 { UInt32(truncatingIfNeeded: scalars.0) }

  /// Whether it is the right half of a wide character.
  var isRightHalf: Bool { scalars.0 == 0 }

  var isASCII: Bool { (1..<0x80).contains(scalars.0) }

  /// What is shown; nil in the right half of a wide character.
  var glyph: Character? {
    get {
      guard !isRightHalf else { return nil }
      var text = String.UnicodeScalarView()
      forEachScalar { text.append(Unicode.Scalar($0) ?? " ") }
      return Character(String(text))
    }
    set {
      scalars = (UInt64(newValue?.unicodeScalars.first?.value ?? 0), 0)
      lastMark = 0
      guard let newValue, newValue.unicodeScalars.count > 1 else { return }
      var all: [UInt64] = [0, 0, 0, 0, 0]
      for (place, scalar) in newValue.unicodeScalars.prefix(5).enumerated() {
        all[place] = UInt64(scalar.value)
      }
      scalars = (all[0] | all[1] << 32, all[2] | all[3] << 32)
      lastMark = UInt32(all[4])
    }
  }

  /// The scalars of the glyph, base first.
  func forEachScalar(_ take: (UInt32) -> Void) {
    take(UInt32(truncatingIfNeeded: scalars.0))
    guard scalars.0 >> 32 != 0 else { return }
    for mark in [scalars.0 >> 32, scalars.1 & 0xFFFF_FFFF, scalars.1 >> 32, UInt64(lastMark)]
    where mark != 0 { take(UInt32(mark)) }
  }
}
