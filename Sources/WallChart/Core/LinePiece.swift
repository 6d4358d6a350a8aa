/// What a line consists of: words, and parts behind a sign.
enum LinePiece: Equatable {
  case word(String)
  case part(FoundProblem.Sign, String, isQuoted: Bool)

  var word: String? {
    if case .word(let word) = self { word } else { nil }
  }

  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]

  /// Takes a line apart. A sign begins a part at the beginning of a word, and behind Chinese, which
  /// has no blanks, where what follows is one: `冒黑烟！高`, but not `立即整改！`.
  static func pieces(of line: String, _ names: PlanNames) -> [LinePiece] {
    var pieces: [LinePiece] = []
    var word = ""
    var rest = Array(line)[...]
    func flush() {
      if !word.isEmpty { pieces.append(.word(word)) }
      word = ""
    }
    while let character = rest.first {
      if character.isWhitespace {
        flush()
        rest = rest.dropFirst()
      } else if let sign = FoundProblem.Sign(typed: character), word.last?.isASCII != true,
        let (text, length, isQuoted) = part(sign, rest.dropFirst()),
        names.mayBe(sign, text, isAtStart: word.isEmpty)
      {
        flush()
        pieces.append(.part(sign, text, isQuoted: isQuoted))
        rest = rest.dropFirst(1 + length)
      } else {
        word.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return pieces
  }

  /// The text behind a sign, how many characters it takes and whether in quotes; nil when there is
  /// none.
  private static func part(
    _ sign: FoundProblem.Sign, _ rest: ArraySlice<Character>
  ) -> (String, Int, isQuoted: Bool)? {
    var plus = 0
    // A new unit: @+.
    if sign == .unit, let first = rest.first, FoundProblem.Sign(typed: first) == .battle {
      plus = 1
    }
    let rest = rest.dropFirst(plus)
    let lead = plus == 1 ? "+" : ""
    if let open = rest.first, let close = quotes[open],
      let end = rest.dropFirst().firstIndex(of: close)
    {
      let text = String(rest[(rest.startIndex + 1)..<end])
      return text.isEmpty ? nil : (lead + text, plus + end - rest.startIndex + 1, true)
    }
    // 高10月31日: the risk is the one character.
    if sign == .risk, let first = rest.first, !first.isASCII, PlanNames.risk(String(first)) != nil {
      return (String(first), 1, false)
    }
    let text = rest.prefix { !$0.isWhitespace && FoundProblem.Sign(typed: $0) == nil }
    return text.isEmpty ? nil : (lead + String(text), plus + text.count, false)
  }
}

extension FoundProblem.Sign {
  /// A sign as it is typed, full-width too.
  init?(typed character: Character) {
    guard case .character(let plain) = Key.character(character).folded, plain != " ",
      let sign = Self(rawValue: plain)
    else { return nil }
    self = sign
  }
}
