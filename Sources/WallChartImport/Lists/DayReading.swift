import WallChartStore

/// How the days of a list are read: what its words mean here, and what they leave open.
struct DayReading: Sendable {
  /// No limit is longer; what is, is not looked through.
  private static let lengthLimit = 60
  /// Sorts a number of five digits, which counts days, from other numbers: before it no list of
  /// a computer was made.
  private static let firstSerialYear = 1980

  /// `--dates`.
  var order: DateOrder?
  /// `--year`: of days that have none.
  var year: Int?
  /// The year that the list's surroundings name.
  var surroundings: ListYear?
  /// Days that the chart has, however unlikely they are: no slips of the list.
  private let known: Set<Day>
  private let limitWords: [[Unicode.Scalar]: DayOfYear]

  init(
    order: DateOrder? = nil, year: Int? = nil, surroundings: ListYear? = nil,
    limitWords: [Chart.LimitWord] = [], known: Set<Day> = []
  ) {
    self.known = known
    self.order = order
    self.year = year
    self.surroundings = surroundings
    self.limitWords = Dictionary(
      limitWords.map { (Self.plain($0.words).filter { $0 != " " }, $0.day) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Other years are slips of the pen. Days computed from these, by a public notice of up to a
  /// hundred years, lie on the calendar too.
  static let years = 1900...2199

  static func isLikely(_ day: Day) -> Bool { years.contains(day.date.year) }

  /// A day that is written as files and exports write it; nil for all else.
  func plain(_ text: String) -> Day? {
    guard let day = Day(iso: text), Self.isLikely(day) || known.contains(day) else { return nil }
    return day
  }

  /// What a cell says of a day; nil when nothing that is clear.
  func phrase(_ cell: Table.Cell) throws(DatePhrase.Doubt) -> DatePhrase? {
    guard cell.text.unicodeScalars.count <= Self.lengthLimit else { return nil }
    let text = Self.withoutLabel(Self.plain(cell.text))
    if case .serial(let day) = cell.note, text.allSatisfy({ ("0"..."9").contains($0) }) {
      // A workbook knows its own epoch; only a number that is no likely day stays a number.
      if day.date.year >= Self.firstSerialYear { return .date(PartialDate(day)) }
      return nil
    }
    let joined = text.filter { $0 != " " }
    if let date = limitWord(joined) {
      // Where the rules give 立行立改 its day, it is still done at once.
      if case .atOnce? = try? words(text, joined: joined) { return .atOnce(date) }
      return .date(date)
    }
    return try words(text, joined: joined)
  }

  private func words(
    _ text: [Unicode.Scalar], joined: [Unicode.Scalar]
  ) throws(DatePhrase.Doubt) -> DatePhrase? {
    if text.allSatisfy({ $0.isASCII && !("a"..."z").contains($0) }) {
      return try PartialDate(numbers: joined, order: order).map { .date($0) }
    }
    if text.allSatisfy(\.isASCII) { return try DatePhrase(english: text) }
    return try DatePhrase(chinese: joined, order: order)
  }

  /// What stands behind the name of the column, where the cell repeats it: 完成时限:2020年10月.
  private static func withoutLabel(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let sign = text.firstIndex(of: ":") else { return text }
    let label = String(String.UnicodeScalarView(text[..<sign]))
    guard Field.name(of: label)?.hasPrefix("deadline") == true else { return text }
    return Array(text[(sign + 1)...].drop { $0 == " " })
  }

  /// A word of the chart's rules, with or without a year before it.
  private func limitWord(_ text: [Unicode.Scalar]) -> PartialDate? {
    if let day = limitWords[text] {
      return PartialDate(year: nil, month: day.month, part: .day(day.day))
    }
    var scanner = PhraseScanner(text)
    guard let year = scanner.year() else { return nil }
    _ = scanner.take("年")
    return limitWords[Array(scanner.rest)].map { day in
      PartialDate(year: year, month: day.month, part: .day(day.day))
    }
  }

  /// In lower case and simple signs, full-width ones made narrow, spaces single; without a full
  /// stop at the end, and without the midnight that programs add to a day.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    var plain: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if plain.last != " ", !plain.isEmpty { plain.append(" ") }
      } else {
        plain.append(marks[scalar] ?? scalar.plain)
      }
    }
    while let last = plain.last, last == " " || last == "." || last == ";" || last == "," {
      plain.removeLast()
    }
    for midnight in [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "t00:00:00"]
    where plain.reversed().starts(with: midnight.unicodeScalars.reversed()) {
      plain.removeLast(midnight.unicodeScalars.count)
      break
    }
    return plain
  }

  /// Marks that stand for others here.
  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "。": ".", "、": ",", "–": "-", "—": "-", "‐": "-", "○": "〇",
  ]
}
