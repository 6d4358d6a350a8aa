import WallChartStore

/// What a row says of the limit of its task.
struct Limit: Sendable, Equatable {
  /// What kind of limit the words mean; nil when they mean a day.
  var term: Chart.Task.Term?
  var day: Day?
  /// The list's own words.
  var words: String?
}

// Days, in whatever form is clear. Nothing is guessed: a year that is missing is taken from where
// it is written, never from the clock.
extension RowReader {
  /// The day of something that has happened; nil when empty or none.
  mutating func day(_ column: String) -> Day? {
    let text = exactText(column)
    guard !text.isEmpty else { return nil }
    if let day = days.plain(text) { return day }
    switch phrase(column) {
    case .success(.date(let date)?) where date.isExact:
      return day(date, column, year: days.year, isToldOnly: true)
    case .success: find(.badDay(text), column)
    case .failure(let doubt): find(doubt.problem(of: text), column)
    }
    return nil
  }

  /// The day a node is due, which may be a part of a month: 10月底; nil when empty or none.
  mutating func due(_ column: String) -> Day? {
    let text = exactText(column)
    guard !text.isEmpty else { return nil }
    if let day = days.plain(text) { return day }
    switch phrase(column) {
    case .success(.date(let date)?):
      let yearOfLimit = writtenYear("deadline") ?? writtenYear("deadline_zh")
      return day(date, column, year: yearOfNodes() ?? yearOfLimit)
    case .success: find(.badDay(text), column)
    case .failure(let doubt): find(doubt.problem(of: text), column)
    }
    return nil
  }

  /// The limit of the task, from a column of days, one of words, or both: then the day holds, and
  /// words that mean another one are found.
  /// - Parameter term: what the list says itself; a standing duty needs no day.
  mutating func limit(_ term: Chart.Task.Term?) -> Limit {
    let words = text("deadline_zh")
    var limit = Limit(words: hasWords("deadline_zh") ? words : nil)
    let column = text("deadline").isEmpty ? "deadline_zh" : "deadline"
    let text = column == "deadline" ? exactText(column) : text(column)
    guard !text.isEmpty else { return limit }
    if let day = days.plain(text) {
      limit.day = day
    } else {
      let isNeeded = term != .standing || column == "deadline"
      switch phrase(column) {
      case .success(.date(let date)?):
        limit.day = day(date, column, year: yearOfNodes())
        if !date.isExact || date.year == nil || !text.isPlainDay {
          limit.words = limit.words ?? text
        }
      case .success(.atOnce(let date)?):
        limit.term = .atOnce
        limit.words = limit.words ?? text
        if let date {
          limit.day = day(date, column, year: yearOfNodes())
        } else if term != .standing {
          find(.needsDay(text), column)
        }
      case .success(.standing?), .success(.atOnceForGood?):
        limit.term = .standing
        limit.words = limit.words ?? text
      case .success(nil): if isNeeded { find(.badLimit(text), column) }
      case .failure(let doubt): if isNeeded { find(doubt.problem(of: text), column) }
      }
    }
    if column == "deadline", !words.isEmpty { compare(words, with: &limit) }
    return limit
  }

  /// Holds the words of a limit against the day beside them. Words that cannot be read, such as
  /// 采暖期前, are right to have one.
  private mutating func compare(_ words: String, with limit: inout Limit) {
    let meant: PartialDate?
    switch phrase("deadline_zh") {
    case .success(.date(let date)?): meant = date
    case .success(.atOnce(let date)?):
      limit.term = .atOnce
      meant = date
    case .success(.atOnceForGood?):
      limit.term = .atOnce
      meant = nil
    case .success(.standing?):
      limit.term = .standing
      meant = nil
    case .success(nil), .failure: meant = nil
    }
    guard let meant, let day = limit.day else { return }
    let other = meant.day(in: meant.year ?? day.date.year)
    if let other, other != day {
      find(.limitDiffers(words, means: other, day: day), "deadline_zh")
    } else if other == nil {
      find(.noSuchDay(words), "deadline_zh")
    }
  }

  private func phrase(_ column: String) -> Result<DatePhrase?, DatePhrase.Doubt> {
    guard let cell = cell(column) else { return .success(nil) }
    do throws(DatePhrase.Doubt) {
      return .success(try days.phrase(cell))
    } catch {
      return .failure(error)
    }
  }

  /// The day of a date; of one without a year, in this year, else in the one that the list's
  /// surroundings name, unless the year must be told.
  private mutating func day(
    _ date: PartialDate, _ column: String, year: Int?, isToldOnly: Bool = false
  ) -> Day? {
    let text = text(column)
    var year = date.year ?? year
    if year == nil, !isToldOnly, let surroundings = days.surroundings {
      year = surroundings.year
      usesSurroundings = true
    }
    guard let year else {
      find(.noYear(text), column)
      return nil
    }
    guard DayReading.years.contains(year) else {
      find(.badYear(text, allowed: DayReading.years), column)
      return nil
    }
    if let day = date.day(in: year) { return day }
    find(.noSuchDay(text), column)
    return nil
  }

  /// `--year`, else the one that all dated nodes of the row lie in; looked for once, for a row may
  /// have thousands of nodes.
  private mutating func yearOfNodes() -> Int? {
    if let year = days.year { return year }
    if let known = knownYearOfNodes { return known }
    let years = Set(
      columns.nodes(ofWidth: cells.count).compactMap { writtenYear($0.due) })
    let year = years.count == 1 ? years.first : nil
    knownYearOfNodes = .some(year)
    return year
  }

  /// Whether a cell says more than a day in figures.
  private mutating func hasWords(_ column: String) -> Bool {
    let text = text(column)
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    if text.isEmpty || Day(iso: text) != nil { return false }
    if case .success(.date(let date)?) = phrase(column) { return !date.isExact || date.year == nil }
    return true
  }

  /// The year that is written in a cell.
  private func writtenYear(_ column: String) -> Int? {
    switch phrase(column) {
    case .success(.date(let date)?), .success(.atOnce(let date?)?): date.year
    default: nil
    }
  }
}

extension DatePhrase.Doubt {
  /// What to say of a text that is not taken for a day.
  fileprivate func problem(of text: String) -> ImportFinding.Problem {
    switch self {
    case .order: .dayOrder(text)
    case .shortYear: .shortYear(text)
    case .serial: .serialNumber(text)
    case .beginning: .beginningOrEnd(text)
    }
  }
}

extension String {
  /// Whether nothing but a day stands there, which needs no keeping: 2020年10月31日前.
  fileprivate var isPlainDay: Bool {
    unicodeScalars.allSatisfy { $0.isASCII || "年月日号前".unicodeScalars.contains($0) }
  }
}
