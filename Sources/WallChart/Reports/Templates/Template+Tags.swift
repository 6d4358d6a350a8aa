import WallChartWords

extension Template {
  /// What stands between braces, and where: line and column count from 1.
  struct Tag {
    /// `#`, `/` and the like; none of a name that is printed.
    let sign: Unicode.Scalar?
    let content: String
    let line: Int
    let column: Int

    var opensSection: Bool { sign.map { "#^<$".unicodeScalars.contains($0) } ?? false }

    /// As it is written.
    var text: String {
      Printable.filtered("{{" + (sign.map { String(Character($0)) } ?? "") + content + "}}")
    }
  }

  /// The tags of a template in their order, up to one that is not finished.
  static func tags(of text: String) -> [Tag] {
    let scalars = Array(text.unicodeScalars)
    var braces = (open: Array("{{".unicodeScalars), close: Array("}}".unicodeScalars))
    // Other braces are only for the section that chooses them.
    var outer: [([Unicode.Scalar], [Unicode.Scalar])] = []
    var tags: [Tag] = []
    var (at, line, lineStart) = (0, 1, 0)
    func advance(to end: Int) {
      while at < end {
        if scalars[at] == "\n" { (line, lineStart) = (line + 1, at + 1) }
        at += 1
      }
    }
    while at < scalars.count {
      guard scalars[at...].starts(with: braces.open) else {
        advance(to: at + 1)
        continue
      }
      var start = at + braces.open.count
      let sign =
        start < scalars.count && "#^/!{&><$=%".unicodeScalars.contains(scalars[start])
        ? scalars[start] : nil
      if sign != nil { start += 1 }
      let close =
        switch sign {
        case "{": braces.close + ["}"]
        case "=": ["="] + braces.close
        default: braces.close
        }
      var end = start
      while end < scalars.count, !scalars[end...].starts(with: close) { end += 1 }
      guard end < scalars.count else { break }
      let words = scalars[start..<end].split { $0.properties.isWhitespace }
      let tag = Tag(
        sign: sign, content: words.map { string($0) }.joined(separator: " "), line: line,
        column: at - lineStart + 1)
      tags.append(tag)
      if tag.opensSection { outer.append(braces) }
      if sign == "/", let last = outer.popLast() { braces = last }
      if sign == "=", words.count == 2 { braces = (Array(words[0]), Array(words[1])) }
      advance(to: end + close.count)
    }
    return tags
  }

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

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

extension Template.Fault {
  init(at tag: Template.Tag, _ reason: Word, _ values: KeyValuePairs<String, String>) {
    self.init(line: tag.line, column: tag.column, reason: reason, values: values)
  }
}
