/// How a text is made one within a format: no sign of it means anything there.
enum Escaping: String, CaseIterable, Sendable {
  case html = "HTML"
  case markdown = "MARKDOWN"
  case mdoc = "MDOC"
  case plain = "TEXT"

  /// The format it is for, as `--format` has it.
  var format: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .mdoc: "mdoc"
    case .plain: "text"
    }
  }

  func escapeText(_ text: String) -> String {
    switch self {
    case .html: Self.html(text)
    case .markdown: Markdown.opening(text)
    case .mdoc: Self.mdoc(text)
    case .plain: text
    }
  }

  /// By scalars: a quotation mark ends an attribute whatever mark stands above it.
  private static func html(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// No escape within a line, no macro at its beginning, and no line of its own.
  private static func mdoc(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first, first == "." || first == "'" {
      result.append(contentsOf: "\\&".unicodeScalars)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result.append(contentsOf: "\\e".unicodeScalars)
      case "\n", "\r": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
