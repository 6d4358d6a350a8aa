/// A key as a person names it: `j`, `<Space>`, `<Down>`, `<C-r>`.
enum Key: Hashable, Sendable {
  case character(Character)
  case control(Character)
  case named(Name)

  /// Keys without a character of their own.
  enum Name: String, CaseIterable, Sendable {
    case up = "Up"
    case down = "Down"
    case left = "Left"
    case right = "Right"
    case wordLeft = "C-Left"
    case wordRight = "C-Right"
    case home = "Home"
    case end = "End"
    case pageUp = "PageUp"
    case pageDown = "PageDown"
    case enter = "Enter"
    case escape = "Esc"
    case space = "Space"
    case tab = "Tab"
    case backTab = "S-Tab"
    case backspace = "BS"
    case delete = "Del"
    case f1 = "F1"
    case f2 = "F2"
    case f3 = "F3"
    case f4 = "F4"
    case f5 = "F5"
    case f6 = "F6"
    case f7 = "F7"
    case f8 = "F8"
  }

  /// Reads a spelling; nil when it names no key.
  init?(_ spelling: some StringProtocol) {
    if spelling.count == 1, let character = spelling.first {
      self = .character(character)
      return
    }
    guard spelling.hasPrefix("<"), spelling.hasSuffix(">") else { return nil }
    let name = spelling.dropFirst().dropLast()
    if let named = Name(rawValue: String(name)) {
      self = .named(named)
    } else if name.count == 3, name.hasPrefix("C-"), let letter = name.last, letter.isASCII {
      self = .control(letter)
    } else if name == "lt" {
      self = .character("<")
    } else {
      return nil
    }
  }

  /// As the key list and scripts write it.
  var spelling: String {
    switch self {
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .control(let letter): "<C-\(letter)>"
    case .named(let name): "<\(name.rawValue)>"
    }
  }

  /// With full-width forms, as a Chinese input method sends them, folded to ASCII.
  var folded: Key {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
      character.unicodeScalars.count == 1
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) } ?? self
    case 0x3000, 0x20: return .named(.space)
    default: return Self.punctuation[scalar].map { .character($0) } ?? self
    }
  }

  /// What a Chinese input method sends for signs of the keyboard, beside the full-width forms.
  private static let punctuation: [Unicode.Scalar: Character] = [
    "\u{3002}": ".", "\u{3001}": "\\", "\u{3010}": "[", "\u{3011}": "]", "\u{300C}": "[",
    "\u{300D}": "]", "\u{300E}": "{", "\u{300F}": "}", "\u{300A}": "<", "\u{300B}": ">",
    "\u{3008}": "<", "\u{3009}": ">", "\u{FFE5}": "$", "\u{2026}": "^",
  ]

  /// Whether only an input method types it: a letter or sign of another script.
  var isOfInputMethod: Bool {
    guard case .character(let character) = self else { return false }
    return !character.isASCII
  }

  /// The keys of a script: single characters or `<Names>`; white space and lines that begin with
  /// `#` do not count. Throws the line and text of what is no key.
  static func script(_ text: String) throws(BadKey) -> [Key] {
    var keys: [Key] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line.drop { $0 == " " || $0 == "\t" }
      if rest.hasPrefix("#") { continue }
      while let first = rest.first {
        if first == " " || first == "\t" {
          rest = rest.dropFirst()
          continue
        }
        let end = first == "<" ? rest.firstIndex(of: ">") : nil
        let spelling = end.map { rest[rest.startIndex...$0] } ?? rest.prefix(1)
        guard let key = Key(spelling) else {
          throw BadKey(line: index + 1, text: String(spelling))
        }
        keys.append(key)
        rest = rest[spelling.endIndex...]
      }
    }
    return keys
  }

  struct BadKey: Error {
    var line: Int
    var text: String
  }
}
