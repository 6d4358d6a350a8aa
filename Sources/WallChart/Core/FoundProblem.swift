import WallChartStore
import WallChartWords

/// A newly found problem as one line says it: `title @unit +battle !risk limit #template`.
struct FoundProblem: Equatable {
  var title = ""
  /// The responsible unit; of one that is new, its name is given.
  var unit: Unit?
  var battle: String?
  var risk: Chart.Risk?
  var term = Chart.Task.Term.dated
  var limit: Day?
  var template: Chart.Template?

  enum Unit: Equatable {
    case known(String)
    case new(String)
  }

  /// What is wrong with a line, so that it can be mended.
  enum Fault: Error, Equatable {
    case noTitle, noUnit, noLimit
    /// Which battle is not said, and there are several.
    case noBattle([String])
    case unknown(Sign, String, candidates: [String])
    case ambiguous(Sign, String, candidates: [String])
    case twice(Sign)
    case needsYear(String)
    case badDay(String)
    case limitPassed(Day)
    case templateNeedsLimit(String)
    case tooShort(template: String, step: Int, Text)
  }

  /// The sign before a part of the line; the limit has none.
  enum Sign: Character, CaseIterable {
    case unit = "@"
    case battle = "+"
    case risk = "!"
    case template = "#"
    case limit = " "
  }

  /// Reads a line for a chart on a day.
  /// - Parameter battle: the id of the battle that holds where the line names none.
  init(
    _ line: String, in chart: Chart, on day: Day, battle: String? = nil
  ) throws(Fault) {
    let names = PlanNames(chart)
    var words: [String] = []
    for piece in LinePiece.pieces(of: line, names) {
      switch piece {
      case .word(let word):
        if let found = try LimitWord(word, on: day, rules: chart.rules) {
          try take(found)
        } else {
          words.append(word)
        }
      case .part(.unit, let text):
        guard unit == nil else { throw .twice(.unit) }
        // A plus behind the sign makes a unit that the chart does not have yet.
        if text.hasPrefix("+"), text.count > 1 {
          unit = try Self.newUnit(String(text.dropFirst()), names)
        } else {
          unit = .known(try names.find(text, .unit))
        }
      case .part(.battle, let text):
        guard self.battle == nil else { throw .twice(.battle) }
        self.battle = try names.find(text, .battle)
      case .part(.risk, let text):
        if let term = LimitWord.term(text) {
          try take(term)
        } else {
          guard risk == nil else { throw .twice(.risk) }
          guard let found = PlanNames.risk(text) else {
            throw .unknown(.risk, text, candidates: Chart.Risk.allCases.map(\.rawValue))
          }
          risk = found
        }
      case .part(.template, let text):
        guard template == nil else { throw .twice(.template) }
        let name = try names.find(text, .template)
        template = chart.rules.templates.first { $0.name == name }
      case .part(.limit, _): break
      }
    }
    try takeLimitBehindTitle(&words, on: day, rules: chart.rules)
    title = words.joined(separator: " ")
    self.battle = self.battle ?? battle ?? (chart.battles.count == 1 ? chart.battles[0].id : nil)
    try check(chart, on: day)
  }

  private static func newUnit(_ name: String, _ names: PlanNames) throws(Fault) -> Unit {
    // Who is there already, by its whole name, is not made twice.
    if let known = names.exact(name, .unit) { return .known(known) }
    return .new(name)
  }

  private mutating func take(_ found: LimitWord) throws(Fault) {
    switch found {
    case .day(let day):
      guard limit == nil else { throw .twice(.limit) }
      limit = day
    case .term(let term): self.term = term
    }
  }

  /// Chinese is written without blanks: `锅炉冒黑烟10月31日前`.
  private mutating func takeLimitBehindTitle(
    _ words: inout [String], on day: Day, rules: Chart.Rules
  ) throws(Fault) {
    guard limit == nil, let last = words.last else { return }
    for start in last.indices.dropFirst() where !last[last.index(before: start)].isASCII {
      // Only days: 长期 at the end may be a word like any other.
      if case .day(let found)? = try LimitWord(String(last[start...]), on: day, rules: rules) {
        words[words.count - 1] = String(last[..<start])
        limit = found
        return
      }
    }
  }

  private mutating func check(_ chart: Chart, on day: Day) throws(Fault) {
    guard !title.isEmpty else { throw .noTitle }
    guard unit != nil else { throw .noUnit }
    guard battle != nil else { throw .noBattle(chart.battles.map(\.id)) }
    // What is put right at once is so by the end of the day.
    if term == .atOnce, limit == nil { limit = day }
    if let limit, limit < day { throw .limitPassed(limit) }
    if limit == nil {
      if let template { throw .templateNeedsLimit(template.name) }
      guard term == .standing else { throw .noLimit }
    }
  }
}

/// What a line consists of: words, and parts behind a sign.
enum LinePiece: Equatable {
  case word(String)
  case part(FoundProblem.Sign, String)

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
        let (text, length) = part(sign, rest.dropFirst()),
        names.mayBe(sign, text, isAtStart: word.isEmpty)
      {
        flush()
        pieces.append(.part(sign, text))
        rest = rest.dropFirst(1 + length)
      } else {
        word.append(character)
        rest = rest.dropFirst()
      }
    }
    flush()
    return pieces
  }

  /// The text behind a sign and how many characters it takes; nil when there is none.
  private static func part(
    _ sign: FoundProblem.Sign, _ rest: ArraySlice<Character>
  ) -> (String, Int)? {
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
      return text.isEmpty ? nil : (lead + text, plus + end - rest.startIndex + 1)
    }
    // 高10月31日: the risk is the one character.
    if sign == .risk, let first = rest.first, !first.isASCII, PlanNames.risk(String(first)) != nil {
      return (String(first), 1)
    }
    let text = rest.prefix { !$0.isWhitespace && FoundProblem.Sign(typed: $0) == nil }
    return text.isEmpty ? nil : (lead + String(text), plus + text.count)
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
