import WallChartStore
import WallChartWords

/// What people type for risks, terms and days, whatever the language of the interface is. The words
/// stand in each language's file, with those that are said.
struct TypedWords: Sendable {
  /// One for each language.
  static let all = Language.allCases.map { TypedWords(Words($0)) }

  /// Words for each, the usual one first.
  let risks: [(Chart.Risk, words: [String])]
  private let terms: [(Chart.Task.Term, words: [String])]
  /// What stands behind a year, a month, a day, a month for its end, and behind all of it.
  let daySigns: [String]
  /// What else stands behind a day, and before a limit, when it is said rather than written.
  static let daySaid = all.flatMap(\.daySaid)
  static let beforeSaid = all.flatMap(\.beforeSaid)
  private let daySaid: [String]
  private let beforeSaid: [String]
  /// Words for a day by how many days it lies from today.
  private let nearDays: [(days: Int, words: [String])]
  /// Whole names of months, in small letters; none where months are numbers.
  private let months: [String]
  /// What stands before a limit: `by`.
  private let leads: [String]
  private let weekdays: [String]

  init(_ words: Words) {
    func typed(_ word: Word) -> [String] { words(word).split(separator: " ").map(String.init) }
    risks = [
      (.high, typed(.typedHigh)), (.medium, typed(.typedMedium)), (.low, typed(.typedLow)),
    ]
    terms = [(.standing, typed(.typedStanding)), (.atOnce, typed(.typedAtOnce))]
    daySigns = typed(.typedDaySigns)
    daySaid = typed(.typedDaySaid)
    beforeSaid = typed(.typedBeforeSaid)
    nearDays = [
      (0, typed(.typedToday)), (-1, typed(.typedYesterday)), (1, typed(.typedTomorrow)),
    ]
    months = typed(.typedMonths)
    leads = typed(.typedBy)
    weekdays = (typed(.weekdays) + typed(.typedWeekdays)).map(PlanNames.plain)
  }

  /// The months of the year by the names they have, in small letters.
  static let months = all.lazy.map(\.months).first { !$0.isEmpty } ?? []

  /// How many days from today a word made plain means: `yesterday`.
  static func nearDay(_ plain: String) -> Int? {
    all.lazy.flatMap(\.nearDays).first { $0.words.contains(plain) }?.days
  }

  /// Whether a word made plain leads to a limit.
  static func leads(toLimit plain: String) -> Bool { all.contains { $0.leads.contains(plain) } }

  /// Whether a word made plain is a day of the week, which says nothing beside a date.
  static func isWeekday(_ plain: String) -> Bool { all.contains { $0.weekdays.contains(plain) } }

  /// The risk of a word made plain.
  static func risk(_ plain: String) -> Chart.Risk? {
    all.lazy.flatMap(\.risks).first { $0.words.contains(plain) }?.0
  }

  /// The term of a word made plain.
  static func term(_ plain: String) -> Chart.Task.Term? {
    all.lazy.flatMap(\.terms).first { $0.words.contains(plain) }?.0
  }
}
