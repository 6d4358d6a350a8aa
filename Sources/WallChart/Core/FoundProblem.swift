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
    /// A sign that nobody would see on the wall, by its Unicode number.
    case controlCharacter(String)
    /// Which battle is not said, and there are several.
    case noBattle([String])
    case unknown(Sign, String, candidates: [String])
    case ambiguous(Sign, String, candidates: [String])
    /// Some words of a name of several, that may be the name's or the title's.
    case halfName(Sign, String, first: String, candidates: [String])
    /// A risk without its sign, where it may be one.
    case bareRisk(String)
    case twice(Sign)
    case needsYear(String)
    case badDay(String)
    /// A line that should be a day, and is none.
    case notADay(String)
    /// Day and month cannot be told apart.
    case ambiguousDay(String, Day, Day)
    /// The day stands where the month belongs, and may be a year: `13-1`.
    case monthFirst(String, day: Day, year: Int)
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
    var words: [TitleWord] = []
    let line = try Self.onOneLine(line)
    let pieces = LinePiece.pieces(of: line, names)
    var place = 0
    var limitPlace: Int?
    /// The id that a name is found by, which may go on in the words behind it.
    func find(_ text: String, _ sign: Sign, isQuoted: Bool) throws(Fault) -> String {
      if isQuoted { return try names.find(text, sign) }
      let behind = pieces[(place + 1)...].prefix { $0.word != nil }.compactMap(\.word)
      let (id, count) = try names.find(text, sign, behind: behind)
      place += count
      return id
    }
    while place < pieces.count {
      switch pieces[place] {
      case .word(let word):
        if let found = try LimitWord(word, on: day, rules: chart.rules) {
          try take(found)
          if case .day = found { limitPlace = place }
        } else {
          words.append(TitleWord(text: word, place: place))
        }
      case .part(.unit, let text, let isQuoted):
        guard unit == nil else { throw .twice(.unit) }
        // A plus behind the sign makes a unit that the chart does not have yet.
        if text.hasPrefix("+"), text.count > 1 {
          unit = try Self.newUnit(String(text.dropFirst()), names)
        } else {
          unit = .known(try find(text, .unit, isQuoted: isQuoted))
        }
      case .part(.battle, let text, let isQuoted):
        guard self.battle == nil else { throw .twice(.battle) }
        self.battle = try find(text, .battle, isQuoted: isQuoted)
      case .part(.risk, let text, _):
        if let term = LimitWord.term(text) {
          try take(term)
        } else {
          guard risk == nil else { throw .twice(.risk) }
          guard let found = PlanNames.risk(text) else {
            throw .unknown(.risk, text, candidates: Chart.Risk.allCases.map(\.rawValue))
          }
          risk = found
        }
      case .part(.template, let text, _):
        guard template == nil else { throw .twice(.template) }
        let name = try names.find(text, .template)
        template = chart.rules.templates.first { $0.name == name }
      case .part(.limit, _, _): break
      }
      place += 1
    }
    if let limitPlace { words.dropAround(limitPlace..<limitPlace + 1) }
    try takeLimitBehindTitle(&words, on: day, rules: chart.rules)
    try takeWrittenDay(&words, on: day)
    if risk == nil { try words.refuseBareRisk() }
    title = words.map(\.text).joined(separator: " ")
    self.battle = self.battle ?? battle ?? (chart.battles.count == 1 ? chart.battles[0].id : nil)
    try check(chart, on: day)
  }

  /// A line with blanks for tabs and line feeds; other control characters are refused.
  private static func onOneLine(_ line: String) throws(Fault) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let properties = scalar.properties
      if properties.generalCategory != .control {
        scalars.append(scalar)
      } else if properties.isWhitespace {
        scalars.append(" ")
      } else {
        throw .controlCharacter(Printable.codePoint(scalar))
      }
    }
    return String(scalars)
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
    _ words: inout [TitleWord], on day: Day, rules: Chart.Rules
  ) throws(Fault) {
    guard limit == nil, let last = words.last?.text else { return }
    for start in last.indices.dropFirst() where !last[last.index(before: start)].isASCII {
      // Only days: 长期 at the end may be a word like any other.
      if case .day(let found)? = try LimitWord(String(last[start...]), on: day, rules: rules) {
        words[words.count - 1].text = String(last[..<start])
        limit = found
        return
      }
    }
  }

  /// A day as the screen and people write it: `31 Oct 2020`, `31/10`. It may as well be a part of
  /// the title, and is, where the line names another limit.
  private mutating func takeWrittenDay(_ words: inout [TitleWord], on day: Day) throws(Fault) {
    guard limit == nil else { return }
    guard
      let (found, range) = try WrittenDay.find(
        in: words.map(\.text), on: day, onlyPlain: term == .standing)
    else { return }
    limit = found
    let places = words[range.lowerBound].place..<words[range.upperBound - 1].place + 1
    words.removeSubrange(range)
    words.dropAround(places)
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
