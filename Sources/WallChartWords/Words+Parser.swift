// What the parser of arguments says. It speaks English only, in the sentences of the words
// `parser…`; by these they are known again, and said in the language.
extension Words {
  /// A help page of the parser, or what it says of wrong arguments, in the language.
  package func parserText(_ text: String) -> String {
    guard language != .en else { return text }
    let english = Words(.en)
    let sentences = Self.parserWords.map { word in
      (Sentence(english(word)), Sentence(self(word)))
    }
    return Self.unfolded(text).map { line in
      sentences.reduce(line) { line, sentence in
        sentence.0.parts(of: line).map { sentence.1.filled(listing($0)) } ?? line
      }
    }.joined(separator: "\n")
  }

  /// A script of the parser for a shell, in the language where it tells of the parser's own options.
  package func parserScript(_ text: String) -> String {
    guard language != .en else { return text }
    let english = Words(.en)
    return [.parserShowVersion, .parserShowHelp, .parserShowSubcommandHelp].reduce(text) {
      $0.replacing(english($1), with: self($1))
    }
  }

  /// The parts of a sentence, with the values that an option takes as the language lists them: the
  /// parser writes `a, b`, `'a' and 'b'`, or `'a', 'b' or 'c'`.
  private func listing(_ parts: [Substring: Substring]) -> [Substring: Substring] {
    guard let values = parts["values"] else { return parts }
    var parts = parts
    let names = values.replacing("' or '", with: "', '").replacing("' and '", with: "', '")
      .split(separator: ", ").map { $0.filter { $0 != "'" } }
    parts["values"] = names.joined(separator: self(.listComma))[...]
    return parts
  }

  /// The lines of a text, the remarks at the end of an option's help in one line each, which the
  /// parser folds anywhere; and the values that may stand for a wrong one, each of which it gives a
  /// line when they are many.
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isValue = line.hasPrefix("  - ")
      if isValue, let last = lines.indices.last {
        lines[last] += (lines[last].hasSuffix(":") ? " " : ", ") + line.dropFirst(4)
      } else if isOpen, let last = lines.indices.last {
        lines[last] += " " + line.drop { $0 == " " }
      } else {
        lines.append(String(line))
      }
      let remark = lines.last.flatMap { line in
        line.firstRange(of: "(values:").map { line[$0.lowerBound...] }
      }
      isOpen = remark.map { !$0.contains(")") } ?? false
    }
    return lines
  }

  /// The longer sentences before those that they begin with.
  private static let parserWords: [Word] = [
    .parserOverview, .parserUsage, .parserArguments, .parserOptions, .parserSubcommands,
    .parserMoreHelp, .parserShowVersion, .parserShowHelp, .parserShowSubcommandHelp,
    .parserValuesDefault, .parserValues, .parserDefault, .parserDefaultCommand, .parserError,
    .parserHelp, .parserUsageShort, .parserSee, .parserDidYouMean, .parserUnknownOption,
    .parserMissingValue, .parserTakesNoValue, .parserUnexpectedSeveral, .parserUnexpected,
    .parserMissing, .parserMissingOneOf, .parserBadValueOfMany, .parserBadValueOf,
    .parserBadValue, .parserNoScript, .parserNoShell, .parserUseShell, .parserSetTwice,
  ]

  /// A sentence with places, `{name}`.
  private struct Sentence {
    private var pieces: [(text: Substring, isPlace: Bool)] = []

    init(_ text: String) {
      for part in text.split(separator: "{", omittingEmptySubsequences: false) {
        let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
        if halves.count == 2 { pieces.append((halves[0], true)) }
        if let said = halves.last, !said.isEmpty { pieces.append((said, false)) }
      }
    }

    /// What stands before the sentence in a line that ends with it, under no name, and in its places;
    /// nil when the line does not end so.
    func parts(of line: String) -> [Substring: Substring]? {
      guard let first = pieces.first?.text, let start = line.firstRange(of: first) else {
        return nil
      }
      var parts: [Substring: Substring] = ["": line[..<start.lowerBound]]
      var rest = line[start.upperBound...]
      var place: Substring?
      for (index, piece) in pieces.enumerated().dropFirst() {
        if piece.isPlace {
          place = piece.text
        } else {
          let isLast = index == pieces.count - 1
          let end =
            isLast && rest.hasSuffix(piece.text)
            ? rest.index(rest.endIndex, offsetBy: -piece.text.count)
            : rest.firstRange(of: piece.text)?.lowerBound
          guard let end, let name = place else { return nil }
          (parts[name], place) = (rest[..<end], nil)
          rest = rest[end...].dropFirst(piece.text.count)
        }
      }
      if let place { (parts[place], rest) = (rest, "") }
      return rest.isEmpty ? parts : nil
    }

    func filled(_ parts: [Substring: Substring]) -> String {
      (parts[""].map(String.init) ?? "")
        + pieces.map { $0.isPlace ? parts[$0.text] ?? "" : $0.text }.joined()
    }
  }
}
