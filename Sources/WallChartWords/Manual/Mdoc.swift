/// Writes mdoc(7), the language of man pages. It alone knows its signs.
package enum Mdoc {
  /// Words as text: nothing in them is an instruction. A sentence begins a line, and none is long, as
  /// mdoc wants it.
  package static func text(_ words: String) -> [String] {
    var lines: [String] = []
    var endsSentence = true
    for word in Printable.filtered(words).split(separator: " ") {
      let word = escaped(String(word))
      let room = lineLength - (lines.last.map(length) ?? 0)
      if endsSentence || length(of: word) >= room {
        // Else it would be taken for an instruction.
        lines.append(word.hasPrefix(".") || word.hasPrefix("'") ? "\\&" + word : word)
      } else {
        lines[lines.count - 1] += " " + word
      }
      endsSentence = word.last.map { ".?!".contains($0) } ?? false
    }
    return lines
  }

  /// Words as one argument of an instruction.
  package static func argument(_ words: String) -> String {
    let text = escaped(Printable.filtered(words)).replacing("\"", with: "\\(dq")
    // A stop alone would be taken for one.
    let isStop = words.count == 1 && !words.allSatisfy { $0.isLetter || $0.isNumber }
    return "\"" + (isStop ? "\\&" : "") + text + "\""
  }

  /// A list of names, each with what it means.
  package static func list(_ items: [(head: String, text: [String])]) -> [String] {
    guard !items.isEmpty else { return [] }
    return [".Bl -tag -width Ds"] + items.flatMap { [".It " + $0.head] + $0.text } + [".El"]
  }

  /// A page in which lines may be broken behind Chinese stops, where there is no blank.
  package static func breakable(_ page: String) -> String {
    var result = ""
    for (sign, next) in zip(page, page.dropFirst() + "\n") {
      result.append(sign)
      if "，。；：、".contains(sign), next != "\n" { result += "\\:" }
    }
    return result
  }

  private static let lineLength = 78

  /// How long a line is as mandoc(1) reads it: signs beyond ASCII go in as names.
  private static func length(of line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : "\\[u0000]".count) }
  }

  private static func escaped(_ words: String) -> String {
    words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}
