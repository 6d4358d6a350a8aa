/// A piece of what a program sent to its terminal.
enum Piece: Equatable {
  case character(Unicode.Scalar)
  /// A control character outside sequences; those of C1 as well.
  case control(UInt32)
  /// `ESC [`, its parameters, and the character that ends it.
  case sequence(String, Character)
  /// `ESC` and what belongs to it.
  case escape(String)
  /// A text for the terminal itself (OSC, DCS, APC, PM, SOS): its kind and its words.
  case string(Character, String)

  /// Parts bytes into pieces; bytes that are no UTF-8 become U+FFFD.
  static func pieces(of bytes: [UInt8]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        pieces.append(escape(&rest))
      } else if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        pieces.append(.control(scalar.value))
      } else {
        pieces.append(.character(scalar))
      }
    }
    return pieces
  }

  private static func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> Piece {
    guard let first = rest.popFirst() else { return .escape("") }
    switch first {
    case "[":
      var parameters = ""
      // CAN, or another ESC, breaks one off.
      while let scalar = rest.first, scalar.value != 0x18, scalar != "\u{1B}" {
        rest.removeFirst()
        if (0x40...0x7E).contains(scalar.value) { return .sequence(parameters, Character(scalar)) }
        parameters.unicodeScalars.append(scalar)
      }
      return .sequence(parameters, " ")
    case "]", "P", "_", "^", "X":
      var text = ""
      while let scalar = rest.popFirst() {
        if scalar == "\u{7}" { break }
        if scalar == "\u{1B}", rest.first == "\\" {
          rest.removeFirst()
          break
        }
        text.unicodeScalars.append(scalar)
      }
      return .string(Character(first), text)
    case "(", ")", "*", "+", "#", "%", " ":
      return .escape(String(first) + String(rest.popFirst() ?? "?"))
    default: return .escape(String(first))
    }
  }

  /// Whether it only writes, moves, clears, scrolls and colours, as ncurses does for a screen, asks
  /// for marked pastes and the mouse, or gives the window a title in plain words.
  var isHarmless: Bool {
    switch self {
    case .character(let scalar): !scalar.isDeceiving
    case .control(let value): [8, 10, 13].contains(value)
    case .escape(let text): ["(B", "(0", "=", ">", "M", "7", "8"].contains(text)
    case .string(let kind, let text): kind == "]" && text.hasPrefix("2;") && text.isPlainWords
    case .sequence(let parameters, "h"), .sequence(let parameters, "l"):
      [
        "?1049", "?1", "?7", "?25", "?12", "?12;25", "?1034", "4", "8", "?2004", "?1000",
        "?1006",
      ].contains(parameters)
    // Where the cursor stands; the tests count how often it is asked.
    case .sequence("6", "n"): true
    // What terminal it is.
    case .sequence(">", "c"): true
    case .sequence(let parameters, "t"):
      ["22;0", "23;0", "22;0;0", "23;0;0"].contains(parameters)
    case .sequence(_, let final): "ABCDGHJKLMPSTXZ@bdfmr".contains(final)
    }
  }

  /// Whether it sets a colour: foreground or ground, by number or by the terminal's own.
  var isColour: Bool {
    guard case .sequence(let parameters, "m") = self else { return false }
    return parameters.split(separator: ";").compactMap { Int($0) }
      .contains { (30...49).contains($0) || (90...107).contains($0) }
  }
}

extension Unicode.Scalar {
  /// Whether it turns the direction of text or cannot be seen, and so hides what a text says.
  fileprivate var isDeceiving: Bool {
    switch value {
    case 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

extension String {
  /// Whether nothing in it controls, hides or turns anything.
  fileprivate var isPlainWords: Bool {
    unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && !$0.isDeceiving
    }
  }
}

extension TerminalSession {
  /// What was sent beyond writing, moving, clearing, scrolling and colouring.
  var harmfulPieces: [Piece] { Piece.pieces(of: received).filter { !$0.isHarmless } }

  var colourPieces: [Piece] { Piece.pieces(of: received).filter(\.isColour) }
}
