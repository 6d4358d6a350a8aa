/// A string literal of a source file: what it says without what is put into it.
struct Literal {
  var line: Int
  var text: String

  /// Whether a person would take it for words: two or more in a row, a word that ends a sentence, or
  /// anything in a script that no identifier here is written in.
  var saysWords: Bool {
    text.contains(/[A-Za-z]{2,}[,;:]? (?:\\ )?[A-Za-z]{2,}|\\ [a-z]{2,}/)
      || text.contains(/[a-z]{2,}[.!?](?: |$)/)
      || text.unicodeScalars.contains { $0.value >= 0x2E80 && $0.properties.isAlphabetic }
  }
}

/// Reads string literals out of Swift, as far as the house's style writes it.
enum Literals {
  static func all(in source: String) -> [Literal] {
    var found: [Literal] = []
    var lines: Substring = source[...]
    var number = 0
    var isLong = false
    while !lines.isEmpty {
      let line = lines.prefix { $0 != "\n" }
      lines = lines[line.endIndex...].dropFirst()
      number += 1
      let code = line.drop { $0 == " " }
      if code.contains("\"\"\"") {
        isLong.toggle()
      } else if isLong {
        found.append(Literal(line: number, text: String(code)))
      } else if !code.hasPrefix("//") {
        found += literals(in: code).map { Literal(line: number, text: $0) }
      }
    }
    return found
  }

  private static func literals(in code: Substring) -> [String] {
    var texts: [String] = []
    var rest = code[...]
    while let start = rest.firstIndex(of: "\"") {
      // What stands behind `//` outside of a literal is a comment.
      if rest[..<start].contains("//") { break }
      rest = rest[rest.index(after: start)...]
      var text = ""
      var depth = 0
      while let next = rest.popFirst() {
        if next == "\\", depth == 0, let escaped = rest.popFirst() {
          if escaped == "(" { depth = 1 } else { text.append(escaped == "\"" ? "'" : "\\") }
        } else if depth > 0 {
          depth += next == "(" ? 1 : next == ")" ? -1 : 0
          if depth == 0 { text += "\\" }
        } else if next == "\"" {
          break
        } else {
          text.append(next)
        }
      }
      texts.append(text)
    }
    return texts
  }
}
