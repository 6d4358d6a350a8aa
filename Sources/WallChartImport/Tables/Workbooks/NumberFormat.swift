/// What the format of a cell makes of its number, as far as it changes what is meant.
enum NumberFormat: Sendable, Equatable {
  /// A number as it is.
  case plain
  case percent
  /// A day, perhaps with a time.
  case date
  /// A time of the day; of a number that is a day as well, that day and the time.
  case time
  /// Hours that go on after 24.
  case elapsed
  /// Padded with zeros to so many digits, with words around it: BS-07.
  case padded(before: String, digits: Int, after: String)

  /// A format that no workbook writes down. Those from 27 on are of East Asia.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    // From 32 on: a time in one language of East Asia and a day in another.
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .elapsed
    default: self = .plain
    }
  }

  /// A format as it is written down, such as `yyyy"-"mm` or `[$-804]yyyy"/"m"/"d;@`.
  init(code: String) {
    let signs = Signs(of: code)
    func has(_ any: String) -> Bool { signs.others.contains { any.unicodeScalars.contains($0) } }
    if signs.others.map(String.init).joined().lowercased() == "general" {
      self = .plain
    } else if signs.isElapsed {
      self = .elapsed
    } else if has("yYdD\u{5E74}\u{6708}\u{65E5}") {
      self = .date
    } else if has("hHsS") {
      self = .time
    } else if has("mM") {
      self = .date
    } else if has("%") {
      self = .percent
    } else if signs.others.isEmpty, signs.digits > (signs.before.isEmpty ? 1 : 0) {
      self = .padded(before: signs.before, digits: signs.digits, after: signs.words)
    } else {
      self = .plain
    }
  }

  /// A written format taken apart.
  private struct Signs {
    /// Literal words before the zeros, and those after them.
    var before = ""
    var words = ""
    /// The zeros, each a digit that is always shown.
    var digits = 0
    var isElapsed = false
    /// All signs that are neither words nor such zeros.
    var others: [Unicode.Scalar] = []

    init(of code: String) {
      var rest = Array(code.unicodeScalars)[...]
      // What follows a semicolon is for negative numbers and for texts.
      while let sign = rest.popFirst(), sign != ";" {
        switch sign {
        case "\"":
          let quoted = rest.prefix { $0 != "\"" }
          rest = rest.dropFirst(quoted.count + 1)
          words.unicodeScalars.append(contentsOf: quoted)
        case "\\": if let letter = rest.popFirst() { words.unicodeScalars.append(letter) }
        case "-", " ": words.unicodeScalars.append(sign)
        // A space as wide as the next sign, or as many of it as there is room for.
        case "_", "*": rest = rest.dropFirst()
        case "[":
          let inside = rest.prefix { $0 != "]" }
          rest = rest.dropFirst(inside.count + 1)
          // Else a colour, a condition or a language.
          if !inside.isEmpty, inside.allSatisfy({ "hHmMsS".unicodeScalars.contains($0) }) {
            isElapsed = true
          }
        case "0" where digits == 0 || words.isEmpty:
          if digits == 0 { (before, words) = (words, "") }
          digits += 1
        default: others.append(sign)
        }
      }
    }
  }
}

/// The number formats of a workbook's cells, by the number of their style.
struct NumberFormats: Sendable {
  /// As many as Excel has, and some.
  private static let limit = 1 << 17

  /// A workbook without styles has only plain numbers.
  private var styles: [NumberFormat]?

  init() {}

  init(_ part: XMLPart) throws(WorkbookRefusal) {
    var written: [Int: NumberFormat] = [:]
    var found: [NumberFormat] = []
    var isInCells = false
    while try part.next() {
      switch part.node {
      case .start(.numFmt):
        let attributes = part.attributes()
        if let id = attributes[.numFmtId].flatMap({ Int($0) }), let code = attributes[.formatCode] {
          written[id] = NumberFormat(code: code)
        }
      case .start(.cellXfs): isInCells = true
      case .end(.cellXfs): isInCells = false
      case .start(.xf) where isInCells:
        guard found.count < Self.limit else { throw WorkbookRefusal(.inflatesTooFar) }
        let id = part.attributes()[.numFmtId].flatMap { Int($0) } ?? 0
        found.append(written[id] ?? NumberFormat(builtIn: id))
      default: continue
      }
    }
    styles = found
  }

  /// The format of a style; nil when the workbook has no such style.
  subscript(style: Int) -> NumberFormat? {
    guard let styles else { return .plain }
    return styles.indices.contains(style) ? styles[style] : nil
  }
}
