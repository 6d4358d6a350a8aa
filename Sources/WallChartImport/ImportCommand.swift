import ArgumentParser
import Glibc
import WallChartStore
import WallChartWords

/// `wallchart-import FILE --into CHART`: takes a task list over into a chart, all or nothing.
@main
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallchart-import",
    abstract: Surroundings.words(.importAbstract),
    discussion: Report.folded(Surroundings.words(.importDiscussion), to: Report.columns),
    version: "0.1.0")

  @Argument(help: help(.importArgumentFile), completion: .file()) var file: String?
  @Option(help: help(.importOptionInto, "chart"), completion: .directory) var into: String
  @OptionGroup var choices: ImportRun.Choices
  @Flag(help: help(.importOptionUndo)) var undo = false
  @Option(help: help(.importOptionSheet, "name|number")) var sheet: String?
  @Option(help: help(.importOptionEncoding, "name")) var encoding: String?
  @Option(help: help(.importOptionDelimiter, ",|;|tab")) var delimiter: String?
  @Option(
    help: help(.importOptionLayout, "auto|wide|long|matrix"),
    completion: .list(["auto"] + Layout.allCases.map(\.rawValue)))
  var layout: String?
  @Option(help: help(.importOptionMap, "field=header")) var map: [String] = []
  @Option(help: help(.importOptionBattle, "id|name"), completion: battles) var battle: String?
  @Option(help: help(.importOptionYear, "yyyy")) var year: String?
  @Option(
    help: help(.importOptionDates, "ymd|dmy|mdy|excel|excel1904"),
    completion: .list(DateOrder.allCases.map(\.rawValue)))
  var dates: String?
  @Option(help: help(.importOptionTemplate, "name"), completion: templates) var template: String?
  @Option(help: help(.importOptionAsOf, "day")) var asOf: String?
  @Option(name: .customLong("as"), help: help(.cliOptionAs, "name")) var name: String?
  @Option(help: help(.cliOptionActingUnit), completion: units) var unit: String?
  @Option(
    help: help(.cliOptionLang, Language.codes), completion: .list(Language.allCases.map(\.rawValue))
  )
  var lang: String?
  @Flag(help: help(.importOptionManual)) var manual = false

  /// As the parser's own, which would say a wrong argument again just as it was typed.
  static func main() {
    StandardFiles.hold()
    do {
      // Who asks for the manual names no chart.
      if CommandLine.arguments.contains("--manual") {
        exit(withError: ExitCode(try manualPage().print()))
      }
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // A shell would put what is wrong into the line that is being typed.
      if code != .success, TypedLine.isAsked { exit(withError: code) }
      let report = Report(
        ofArguments: fullMessage(for: error), exitCode: code.rawValue, in: Surroundings.words)
      exit(withError: ExitCode(report.print()))
    }
  }

  private static func manualPage() throws -> Report {
    let program = try CommandDescription(json: _dumpHelp())
    let parts = ["synopsis": program.synopsisLines, "options": program.optionList]
    return Report(said: ManualPage.wallchartImport.text(in: Surroundings.words.language, parts))
  }

  private static func help(_ word: Word, _ value: String? = nil) -> ArgumentHelp {
    // Beside the names of the options.
    let text = Report.folded(Surroundings.words(word), to: Report.columns - 26)
    return ArgumentHelp(text, valueName: value)
  }

  func run() throws {
    // A limit on the size of files is then an error of the write, and nothing is half-written.
    signal(SIGXFSZ, SIG_IGN)
    var ask: ((Report, Words) -> Bool)?
    if Question.isPossible { ask = { Question.ask($0, in: $1) } }
    let report = self.report(
      in: Surroundings.environment, at: SystemClock.now(), input: StandardInput.read, ask: ask)
    let code = report.print()
    if code != 0 { throw ExitCode(code) }
  }

  /// Does the work and says how it went; it reads and writes files, but prints nothing.
  /// - Parameter ask: shows a proposal and says whether to go on; nil where nobody can be asked.
  func report(
    in environment: [String: String], at now: Moment, input: () throws -> [UInt8],
    ask: ((Report, Words) -> Bool)? = nil
  ) -> Report {
    var words = Surroundings.words
    do {
      words = try chosenWords()
      let config = Config(environment: environment)
      var report = try report(in: environment, config, at: now, input: input, ask: ask, words)
      report.complaints.insert(
        contentsOf: config.troubles.map { "wallchart-import: \(words($0))" }, at: 0)
      return report
    } catch let misuse as Misuse {
      return Report(misuse: misuse.text)
    } catch {
      return Report(error, in: words)
    }
  }

  private func report(
    in environment: [String: String], _ config: Config, at now: Moment,
    input: () throws -> [UInt8], ask: ((Report, Words) -> Bool)?, _ words: Words
  ) throws -> Report {
    let options = try tableOptions(in: words)
    var reading = try listReading(in: words)
    let order = try dateOrder(in: words)
    let run = ImportRun(
      words: words,
      author: Surroundings.author(
        name: name, unit: unit, in: environment, config: config, otherwise: "import"),
      unit: Surroundings.saidUnit(unit, in: environment, config: config),
      day: try day(in: words), now: now, choices: choices,
      ask: ask.map { ask in { ask($0, words) } }, progress: Progress(in: words))
    defer { run.progress.end() }
    if undo {
      if let file { throw misuse(.importUndoTakesNoFile, file, in: words) }
      var target = try Target(openingForUndo: into, environment: environment)
      return try run.undo(in: &target)
    }
    guard let file = file.map(PlanFile.path) else {
      throw misuse(.importNeedsFile, in: words)
    }
    run.progress.say(.importReading)
    let bytes = try file == "-" ? input() : PosixFile.contents(of: file)
    let plan = try PlanFile(bytes, file: file)
    if plan != nil {
      if let option = optionOfTables { throw misuse(.importOptionOfTables, option, in: words) }
    } else if let word = optionOfOthers(bytes) {
      throw misuse(word, file, in: words)
    }
    var target = try Target(
      into, list: file, id: .random(), frame: plan?.frame, environment: environment)
    let template = try template(of: target.chart, in: words)
    let list: TaskList
    if let plan {
      list = TaskList(plan, into: target.chart)
    } else {
      let table = TableFile.table(bytes, file: file, options)
      reading.remembered = target.columnMap
      reading.battle = battle.map { TaskRow.Name(ofBattle: $0) }
      reading.yearTexts = ListYear.texts(around: table, into: target.chart)
      let tasks = TaskTable(consume table, reading)
      target.entitle(tasks.title)
      let days = DayReading(
        order: order, year: reading.year, surroundings: tasks.year,
        limitWords: target.chart.rules.limitWords, known: target.unlikelyDays)
      list = TaskList(consume tasks, days: days)
    }
    let report = try run.report(
      list, file: file, sha256: HashChain.sha256(bytes), template: template, into: &target)
    // What was refused may have been meant otherwise.
    if !choices.dryRun, report.exitCode <= 1 { target.remember(reading.map) }
    return report
  }

  private func misuse(_ word: Word, _ text: String = "", in words: Words) -> Misuse {
    Misuse(text: words(word, ["text": Printable.filtered(text)]))
  }
}
