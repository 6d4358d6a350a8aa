import ArgumentParser
import WallChartStore
import WallChartWords

/// How a command speaks, which every one takes: the language, and how much.
struct SpeechOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionLang, Language.codes), completion: ShellCompletion.languages)
  var lang: String?
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false

  /// The words are chosen long before; here only what is no language is refused, and told of.
  func check() throws {
    if lang == nil { check("WALLCHART_LANG", Language.self) }
    if let lang, Language(rawValue: lang) == nil {
      throw Console.UsageError(
        text: Console.words(
          .cliBadWord,
          [
            "text": Printable.filtered(lang),
            "allowed": Language.allCases.map(\.rawValue).joined(separator: ", "),
          ]))
    }
  }

  /// Says that a variable of the environment holds none of the words that it may.
  func check<Choice: CaseIterable & RawRepresentable<String>>(_ name: String, _: Choice.Type) {
    guard let text = Console.environment[name], Choice(rawValue: text) == nil else { return }
    let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    remark(
      name + ": "
        + Console.words(.cliBadWord, ["text": Printable.filtered(text), "allowed": allowed]))
  }

  /// Says what the result or the exit code tells as well.
  func remark(_ text: String) {
    if !quiet { Console.complain(text) }
  }

  /// Says that something was done, when it is.
  func answer(_ sentence: () -> String) {
    if !quiet { Console.answer(sentence()) }
  }
}

/// Options of every command about a chart.
struct SharedOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionAsOf, "day")) var asOf: String?
  @OptionGroup var speech: SpeechOptions

  /// Reads what is not left to the parser.
  func checked() throws -> SharedOptions {
    try speech.check()
    return self
  }

  /// Remarks what is damaged; a report on it ends with 1.
  func remark(_ damage: [Finding]) {
    for finding in damage { speech.remark(Console.words(finding)) }
  }

  /// The day the chart is for: `--as-of`, else the chart's own, else today.
  func day(of chart: Chart) throws -> Day {
    let today = Self.today(of: chart)
    return try asOf.map { try Self.day($0, of: chart, on: today, isAhead: false) } ?? today
  }

  /// The day entries are written for: the chart's own, else today. Another day is only looked at.
  func writingDay(of chart: Chart) throws -> Day {
    let today = Self.today(of: chart)
    guard try day(of: chart) == today else {
      throw Console.UsageError(text: Console.words(.cliAsOfLooks))
    }
    return today
  }

  private static func today(of chart: Chart) -> Day { chart.asOf ?? SystemClock.now().day }

  /// A day as people write it, in the year of the chart's day where none is written.
  /// - Parameter isAhead: whether only a day to come can be meant.
  static func day(_ text: String, for situation: Situation, isAhead: Bool) throws -> Day {
    try day(text, of: situation.chart, on: situation.day, isAhead: isAhead)
  }

  private static func day(
    _ text: String, of chart: Chart, on day: Day, isAhead: Bool
  ) throws -> Day {
    if let day = Day(iso: text) { return day }
    do throws(FoundProblem.Fault) {
      return try WrittenDay.only(text, on: day, rules: chart.rules, isAhead: isAhead)
    } catch {
      throw Console.UsageError(text: FoundProblem.sentence(for: error, in: chart, Console.words))
    }
  }
}

/// Who acts, for commands that write.
struct ActorOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: Console.help(.cliOptionAs, "name")) var name: String?
  @Option(help: Console.help(.cliOptionActingUnit), completion: ShellCompletion.units)
  var unit: String?

  /// Who acts on a chart, of which this machine may remember who did last.
  func author(remembered: Author?, in chart: Chart) throws(UnknownUnit) -> Author {
    var author = Surroundings.author(
      name: name, unit: unit, remembered: remembered, otherwise: "user")
    if let said = Surroundings.saidUnit(unit) { author.unit = try said.idActing(in: chart) }
    return author
  }

  /// Whether nobody said who acts: then the system's name of the user stands in.
  func isUndeclared(remembered: Author?) -> Bool {
    !Surroundings.isDeclared(name: name, remembered: remembered)
  }

  /// Who acts on a chart, for a command. A slip in the unit is told of before anything is written.
  func author(in folder: ChartFolder) throws -> Writing {
    let author = try author(remembered: folder.lastAuthor, in: folder.chart)
    try Self.check(name: author.name)
    return Writing(author: author, isLogin: isUndeclared(remembered: folder.lastAuthor))
  }

  /// Refuses a name that another one could look like.
  static func check(name: String) throws(Console.UsageError) {
    guard let unseen = Console.words.unseen(inName: name) else { return }
    throw Console.UsageError(
      text: Console.words(
        .cliNameUnseen, ["name": Printable.filtered(name), "characters": unseen]))
  }

  /// Who writes with a command.
  struct Writing {
    let author: Author
    /// Whether only the system's name of the user says who it is.
    fileprivate(set) var isLogin: Bool

    /// A login is no official's name: when the first entry bears it, that is told of.
    mutating func tell() {
      guard isLogin else { return }
      isLogin = false
      Console.complain(
        Console.words(.cliActsAsLogin, ["name": Printable.filtered(author.name)]))
    }
  }
}

/// Finds the chart a command is about.
enum ChartChoice {
  /// For commands that write: never the last opened one by accident.
  static func forWriting(_ named: String?) throws -> String {
    if let named = named ?? Console.environment["WALLCHART_CHART"] { return named }
    if PosixFile.exists("chart.json") { return "." }
    throw Console.UsageError(text: Console.words(.cliNeedsChart))
  }

  /// For commands that only look: also the last one opened here.
  static func forReading(_ named: String?) throws -> String {
    do {
      return try forWriting(named)
    } catch let error as Console.UsageError {
      guard let last = Console.folders.lastChart, PosixFile.exists(last + "/chart.json") else {
        throw error
      }
      return last
    }
  }

  /// Whether a path names a chart: its folder, or its plan.
  static func isThere(_ path: String) -> Bool {
    PosixFile.exists(path + "/chart.json")
      || PosixFile.lastComponent(of: path) == "chart.json" && PosixFile.exists(path)
  }

  static func open(_ path: String) throws -> ChartFolder {
    try ChartFolder(opening: path, state: Console.folders.state)
  }
}
