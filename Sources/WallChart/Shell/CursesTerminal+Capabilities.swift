import CNcurses
import Glibc
import WallChartWords

// What the description of the terminal says that it understands.
extension CursesTerminal {
  /// The colours to use. Who wants them always has eight where the description has none.
  static func depth(_ choice: ColourChoice) -> Theme.Depth {
    guard choice != .never else { return .none }
    let isDescribed = capability("setaf") != nil && capability("setab") != nil
    let depth = Theme.Depth(colours: isDescribed ? max(0, Int(tigetnum("colors"))) : 0)
    return depth == .none && choice == .always ? .eight : depth
  }

  /// Whether characters come and go as UTF-8.
  static var isUTF8: Bool { Surroundings.locale.isUTF8 }

  /// Text as the locale's character set has it; what is none is left out.
  static func text(ofLocale bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var state = mbstate_t()
    var rest = bytes[...]
    while !rest.isEmpty {
      var scalar: wchar_t = 0
      let count = rest.withUnsafeBytes { bytes in
        mbrtowc(&scalar, bytes.baseAddress, bytes.count, &state)
      }
      if (1...rest.count).contains(count) {
        if let scalar = Unicode.Scalar(UInt32(bitPattern: scalar)) { scalars.append(scalar) }
        rest = rest.dropFirst(count)
      } else {
        state = mbstate_t()
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  /// What bytes are in the locale's character set.
  enum Decoded {
    case whole(wint_t)
    /// The beginning of a character.
    case begun
    case none
  }

  static func character(_ bytes: [UInt8]) -> Decoded {
    var state = mbstate_t()
    var scalar: wchar_t = 0
    return switch mbrtowc(&scalar, bytes.map { CChar(bitPattern: $0) }, bytes.count, &state) {
    case 0...bytes.count: .whole(wint_t(bitPattern: scalar))
    case -2: .begun
    default: .none
    }
  }

  /// A character as the locale's character set has it; nothing where it has none.
  @Sendable static func bytes(of scalar: UInt32) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 16)
    var state = mbstate_t()
    let count = wcrtomb(&buffer, wchar_t(scalar), &state)
    guard (1...buffer.count).contains(count) else { return [] }
    return buffer[..<count].map { UInt8(bitPattern: $0) }
  }

  /// A capability without `$<...>`, where ncurses would wait; nil where the terminal lacks it.
  static func capability(_ name: String) -> [UInt8]? {
    wallchart_capability(name).map(withoutDelays)
  }

  /// A capability with its numbers filled in; nothing where the terminal lacks it.
  static func filled(_ name: String, _ first: Int, _ second: Int = 0) -> [UInt8] {
    guard let text = wallchart_capability(name),
      let filled = wallchart_filled(text, Int32(first), Int32(second))
    else { return [] }
    return withoutDelays(filled)
  }

  private static func withoutDelays(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(String(cString: text).utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension Capabilities {
  /// Those of the terminal that ncurses was started for; nil when no place on its screen can be gone
  /// to.
  init?(_ colour: ColourChoice) {
    func capability(_ name: String) -> [UInt8]? { CursesTerminal.capability(name) }
    guard let move = capability("cup"), let clear = capability("clear") else { return nil }
    self.init()
    self.clear = clear
    clearRow = capability("el")
    let standard = Array("\u{1B}[%i%p1%d;%p2%dH".utf8)
    if move != standard { self.move = { $2 += CursesTerminal.filled("cup", $0, $1) } }
    if let on = capability("cuf") {
      let isStandard = on == Array("\u{1B}[%p1%dC".utf8)
      moveOn = isStandard ? Self.standardMoveOn : { $1 += CursesTerminal.filled("cuf", $0) }
    }
    bold = capability("bold") ?? []
    dim = capability("dim") ?? []
    underline = capability("smul") ?? []
    reverse = capability("rev") ?? []
    ownColours = capability("op") ?? []
    reset = Self.reset
    takeColours(CursesTerminal.depth(colour))
    emptiesInColour = tigetflag("bce") > 0
    // The bits of the capability `ncv`, see terminfo(5).
    let without = max(0, tigetnum("ncv"))
    for (attribute, bit) in [(Attribute.underline, 2), (.reverse, 4), (.dim, 16), (.bold, 32)]
    where without & Int32(bit) != 0 { notWithColours.insert(attribute) }
    scrolling = Self.scrolling
    scrollsAtEnd = tigetflag("am") > 0 && tigetflag("xenl") <= 0
    if !CursesTerminal.isUTF8 { encode = CursesTerminal.bytes(of:) }
  }

  private mutating func takeColours(_ depth: Theme.Depth) {
    guard depth != .none else { return }
    guard CursesTerminal.capability("setaf") != nil else {
      // Those of ECMA-48.
      text = { Array("\u{1B}[3\($0)m".utf8) }
      ground = { Array("\u{1B}[4\($0)m".utf8) }
      ownColours = Array("\u{1B}[39;49m".utf8)
      return
    }
    @Sendable func number(_ colour: Int16) -> Int {
      depth == .direct ? Theme.direct(colour) : Int(colour)
    }
    text = { CursesTerminal.filled("setaf", number($0)) }
    ground = { CursesTerminal.filled("setab", number($0)) }
  }

  /// Without what leaves the other character set, which is never entered; with what takes colours
  /// back where that is not in it.
  private static var reset: [UInt8] {
    var bytes = CursesTerminal.capability("sgr0") ?? []
    if let other = CursesTerminal.capability("rmacs"), other.count < bytes.count {
      if bytes.starts(with: other) {
        bytes.removeFirst(other.count)
      } else if bytes.suffix(other.count) == other[...] {
        bytes.removeLast(other.count)
      }
    }
    let takesColours = bytes.starts(with: "\u{1B}[".utf8) && bytes.last == UInt8(ascii: "m")
    return takesColours ? bytes : bytes + (CursesTerminal.capability("op") ?? [])
  }

  private static var scrolling: Scrolling? {
    func repeated(_ once: String, _ often: String) -> (@Sendable (Int) -> [UInt8])? {
      if CursesTerminal.capability(often) != nil { return { CursesTerminal.filled(often, $0) } }
      guard let bytes = CursesTerminal.capability(once) else { return nil }
      return { count in Array(repeatElement(bytes, count: count).joined()) }
    }
    guard CursesTerminal.capability("csr") != nil, let up = repeated("ind", "indn"),
      let down = repeated("ri", "rin")
    else { return nil }
    return Scrolling(region: { CursesTerminal.filled("csr", $0, $1) }, up: up, down: down)
  }
}
