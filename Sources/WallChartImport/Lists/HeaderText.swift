import WallChartStore

/// A header with what offices write differently taken out: spaces, line breaks, full-width signs,
/// a colon at the end, stars for what must be filled in, traditional characters.
struct HeaderText: Sendable {
  let plain: String
  /// Without what stands in brackets, such as a unit: 数量（台）.
  let withoutBrackets: String
  /// Whether the brackets say that the column is in English: 任务（英文）.
  let isEnglishSide: Bool
  /// Whether they say that it is in Chinese.
  let isChineseSide: Bool

  init(_ header: String) {
    plain = Self.plain(header)
    guard plain.utf8.count <= Self.limit else {
      withoutBrackets = plain
      (isEnglishSide, isChineseSide) = (false, false)
      return
    }
    var depth = 0
    var outside = String.UnicodeScalarView()
    var inside = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth > 0 { inside.append(scalar) } else { outside.append(scalar) }
      }
    }
    withoutBrackets = Self.trimmed(outside)
    isEnglishSide = ["英文", "英", "english", "en"].contains(String(inside))
    isChineseSide = ["中文", "中", "chinese", "zh"].contains(String(inside))
  }

  /// The longest text that can be a header, in bytes: others are taken as they are.
  static let limit = 400

  /// The header in its plainest form, to be compared.
  static func plain(_ header: String) -> String {
    guard header.utf8.count <= limit else { return header }
    var result = String.UnicodeScalarView()
    for scalar in header.unicodeScalars {
      switch scalar.plain {
      case "_", "\u{200B}", "\u{FEFF}": continue
      case "[", "{", "【", "〔": result.append("(")
      case "]", "}", "】", "〕": result.append(")")
      case let sign where sign.properties.isWhitespace: continue
      case let sign: result.append(sign)
      }
    }
    return trimmed(result)
  }

  private static func trimmed(_ scalars: String.UnicodeScalarView) -> String {
    var rest = scalars[...]
    while let last = rest.last, last == ":" || last == "*" || last == "★" { rest.removeLast() }
    while let first = rest.first, first == "*" || first == "★" { rest.removeFirst() }
    return String(Substring(rest))
  }
}
