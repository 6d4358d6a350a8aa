import WallChartWords

extension Template {
  /// What stands between braces, and where: line and column count from 1.
  struct Tag {
    /// `#`, `/` and the like; none of a name that is printed.
    let sign: Character?
    let content: String
    let line: Int
    let column: Int

    var opensSection: Bool { sign.map { "#^<$".contains($0) } ?? false }

    /// As it is written.
    var text: String {
      Printable.filtered("{{" + (sign.map { String($0) } ?? "") + content + "}}")
    }
  }

  /// The tags of a template in their order. By characters, as the library reads them: it would see
  /// others where a mark stands above a brace.
  static func tags(of text: String) throws(Fault) -> [Tag] {
    let signs = Array(text)
    var braces = (open: Array("{{"), close: Array("}}"))
    // Other braces are only for the section that chooses them.
    var outer: [([Character], [Character])] = []
    var tags: [Tag] = []
    var (at, line, lineStart) = (0, 1, 0)
    func advance(to end: Int) {
      while at < end {
        if signs[at] == "\n" { (line, lineStart) = (line + 1, at + 1) }
        at += 1
      }
    }
    while at < signs.count {
      guard signs[at...].starts(with: braces.open) else {
        advance(to: at + 1)
        continue
      }
      var start = at + braces.open.count
      let sign = start < signs.count && "#^/!{&><$=%".contains(signs[start]) ? signs[start] : nil
      if sign != nil { start += 1 }
      let close =
        switch sign {
        case "{": braces.close + ["}"]
        case "=": ["="] + braces.close
        default: braces.close
        }
      var end = start
      while end < signs.count, !signs[end...].starts(with: close) { end += 1 }
      let words = signs[start..<end].split(whereSeparator: \.isWhitespace)
      let tag = Tag(
        sign: sign, content: words.map { String($0) }.joined(separator: " "), line: line,
        column: at - lineStart + 1)
      // One that runs into the next is not finished either.
      guard end < signs.count, sign == "!" || !tag.content.contains(String(braces.open)) else {
        throw Fault(at: tag, .templateUnfinished, ["close": String(close)])
      }
      tags.append(tag)
      if tag.opensSection { outer.append(braces) }
      if sign == "/", let last = outer.popLast() { braces = last }
      if sign == "=", words.count == 2 { braces = (Array(words[0]), Array(words[1])) }
      advance(to: end + close.count)
    }
    return tags
  }

  /// What the library would come to grief over, or leave out without a word.
  static func hazard(in tags: [Tag]) -> Fault? {
    var depth = 0
    for tag in tags {
      if tag.opensSection { depth += 1 }
      if tag.sign == "/" { depth -= 1 }
      let functions = tag.content.count { $0 == "(" }
      if max(depth, functions) > deepest {
        return Fault(at: tag, .templateDeep, ["most": "\(deepest)"])
      }
      switch tag.sign {
      case ">", "<": return Fault(at: tag, .templateAlone, ["tag": tag.text])
      // Of one sign, what stands before it would be cut off.
      case "=" where tag.content.split(separator: " ").contains { $0.count < 2 }:
        return Fault(at: tag, .templateBraces, ["tag": tag.text, "example": bracesExample])
      default: continue
      }
    }
    return nil
  }

  static let bracesExample = "{{=<% %>=}}"

  /// Sections within sections, and functions of functions: the library reads both by going deeper.
  private static let deepest = 100

  /// The first section that is not closed, or not opened.
  static func sectionFault(in tags: [Tag]) -> Fault? {
    var open: [Tag] = []
    for tag in tags {
      if tag.opensSection { open.append(tag) }
      guard tag.sign == "/" else { continue }
      guard let last = open.popLast() else {
        return Fault(at: tag, .templateUnopened, ["closing": tag.text])
      }
      if last.content != tag.content {
        return Fault(
          at: tag, .templateClosing,
          ["closing": tag.text, "section": last.text, "line": "\(last.line)"])
      }
    }
    return open.last.map {
      Fault(at: $0, .templateOpen, ["section": $0.text, "line": "\($0.line)"])
    }
  }
}

extension Template.Fault {
  init(at tag: Template.Tag, _ reason: Word, _ values: KeyValuePairs<String, String>) {
    self.init(line: tag.line, column: tag.column, reason: reason, values: values)
  }
}
