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
        sentence.0.parts(of: line).map { sentence.1.filled($0) } ?? line
      }
    }.joined(separator: "\n")
  }

  /// The lines of a text, the remarks at the end of an option's help in one line each: the parser
  /// folds them anywhere.
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if isOpen, let last = lines.indices.last {
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
    .parserMissing, .parserMissingOneOf, .parserBadValueOf, .parserBadValue, .parserSetTwice,
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
