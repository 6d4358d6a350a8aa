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

  @Argument(help: help(.importArgumentFile)) var file: String?
  @Option(help: help(.importOptionInto, "chart")) var into: String
  @Option(help: help(.importOptionLayout, "auto|wide|long|matrix")) var layout: String?
  @Option(help: help(.importOptionBattle, "id|name")) var battle: String?
  @Option(help: help(.importOptionMap, "field=header")) var map: [String] = []
  @Option(help: help(.importOptionAsOf, "day")) var asOf: String?
  @Option(help: help(.importOptionEncoding, "name")) var encoding: String?
  @Option(help: help(.importOptionDelimiter, ",|;|tab")) var delimiter: String?
  @Option(help: help(.importOptionYear, "yyyy")) var year: String?
  @Option(help: help(.importOptionDates, "ymd|dmy|mdy|excel|excel1904")) var dates: String?
  @Option(help: help(.importOptionTemplate, "name")) var template: String?
  @Option(help: help(.cliOptionLang, "en|zh")) var lang: String?
  @Option(name: .customLong("as"), help: help(.cliOptionAs, "name")) var name: String?
  @Option(help: help(.cliOptionUnit, "id")) var unit: String?
  @Option(help: help(.importOptionSheet, "name|number")) var sheet: String?
  @OptionGroup var choices: ImportRun.Choices
  @Flag(help: help(.importOptionUndo)) var undo = false

  /// As the parser's own, which would say a wrong argument again just as it was typed.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      Report(ofArguments: fullMessage(for: error), exitCode: code.rawValue).print()
      exit(withError: code)
    }
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
    report.print()
    if report.exitCode != 0 { throw ExitCode(report.exitCode) }
  }

  /// Does the work and says how it went; it reads and writes files, but prints nothing.
  /// - Parameter ask: shows a proposal and says whether to go on; nil where nobody can be asked.
  func report(
    in environment: [String: String], at now: Moment, input: () throws -> [UInt8],
    ask: ((Report, Words) -> Bool)? = nil
  ) -> Report {
    let language = lang.map { Language(rawValue: $0) } ?? Surroundings.words.language
    guard let language else {
      let allowed = Language.allCases.map(\.rawValue).joined(separator: ", ")
      return misuse(.cliBadWord, lang, allowed: allowed, in: Surroundings.words)
    }
    let words = Words(language)
    var day: Day?
    if let asOf {
      day = Day(iso: asOf)
      if day == nil { return misuse(.cliBadDay, asOf, in: words) }
    }
    var options = TableFile.Options()
    if let encoding {
      options.encoding = TextEncoding(named: encoding)
      if options.encoding == nil { return misuse(.importNoSuchEncoding, encoding, in: words) }
    }
    if let delimiter {
      options.separator = Separator(named: delimiter)
      if options.separator == nil {
        let allowed = Separator.allCases.map(\.name).joined(separator: " ")
        return misuse(.cliBadWord, delimiter, allowed: allowed, in: words)
      }
    }
    var reading = ListReading()
    do throws(ColumnMap.Misuse) {
      reading.map = try ColumnMap(map)
    } catch {
      return Report(error, in: words)
    }
    if let battle, battle.withoutOuterSpaces.isEmpty {
      return misuse(.importBattleNoName, nil, in: words)
    }
    if let layout, layout != "auto" {
      reading.layout = Layout(rawValue: layout)
      let allowed = (["auto"] + Layout.allCases.map(\.rawValue)).joined(separator: ", ")
      if reading.layout == nil { return misuse(.cliBadWord, layout, allowed: allowed, in: words) }
    }
    let order = dates.flatMap { DateOrder(rawValue: $0) }
    if dates != nil, order == nil {
      let allowed = DateOrder.allCases.map(\.rawValue).joined(separator: ", ")
      return misuse(.cliBadWord, dates, allowed: allowed, in: words)
    }
    let givenYear = year.flatMap { Int($0) }
    if let year, !(givenYear.map(RowReader.years.contains) ?? false) {
      return misuse(ofYear: year, in: words)
    }
    let author = Surroundings.author(
      name: name, unit: unit, in: environment, otherwise: "import")
    let run = ImportRun(
      words: words, author: author, day: day, now: now, choices: choices,
      ask: ask.map { ask in { ask($0, words) } }, progress: Progress(in: words))
    defer { run.progress.end() }
    do {
      if undo {
        guard file == nil else { return misuse(.importUndoTakesNoFile, file, in: words) }
        var target = try Target(openingForUndo: into, environment: environment)
        return try run.undo(in: &target)
      }
      guard let file = file.map(PlanFile.path) else {
        return misuse(.importNeedsFile, nil, in: words)
      }
      let bytes = try file == "-" ? input() : PosixFile.contents(of: file)
      let plan = try PlanFile(bytes, file: file)
      if plan != nil, let option = optionOfTables {
        return misuse(.importOptionOfTables, option, in: words)
      }
      var target = try Target(into, list: file, frame: plan?.frame, environment: environment)
      let template = self.template.flatMap { name in
        target.chart.rules.templates.first { $0.name.utf8.elementsEqual(name.utf8) }
      }
      if let name = self.template, template == nil {
        return misuse(ofTemplate: name, of: target.chart, in: words)
      }
      options.sheet = sheet
      guard sheet == nil || FileKind(of: bytes) == .workbook else {
        return misuse(.importNoSheets, file, in: words)
      }
      let list: TaskList
      if let plan {
        list = TaskList(plan, into: target.chart)
      } else {
        let table = TableFile.table(bytes, file: file, options)
        reading.remembered = target.columnMap
        reading.battle = battle.map { TaskRow.Name(ofBattle: $0, in: target.chart) }
        reading.year = givenYear
        reading.yearTexts = ListYear.texts(around: table, into: target.chart)
        let tasks = TaskTable(table, reading)
        let days = DayReading(
          order: order, year: givenYear, surroundings: tasks.year,
          limitWords: target.chart.rules.limitWords)
        list = TaskList(tasks, days: days)
      }
      run.progress.say(.importReading)
      let report = try run.report(
        list, file: file, sha256: HashChain.sha256(bytes), template: template, into: &target)
      // What was refused may have been meant otherwise.
      if !choices.dryRun, report.exitCode <= 1 { target.remember(reading.map) }
      return report
    } catch {
      return Report(error, in: words)
    }
  }

  /// An option that was given and says nothing of a plan.
  private var optionOfTables: String? {
    let given = [
      ("--encoding", encoding), ("--delimiter", delimiter), ("--sheet", sheet),
      ("--layout", layout), ("--map", map.first), ("--battle", battle), ("--year", year),
      ("--dates", dates),
    ]
    return given.first { $0.1 != nil }?.0
  }

  private func misuse(ofYear text: String, in words: Words) -> Report {
    let (first, last) = (RowReader.years.lowerBound, RowReader.years.upperBound)
    return Report(
      misuse: words(
        .importBadYearOption,
        ["text": Printable.excerpt(text), "first": "\(first)", "last": "\(last)"]))
  }

  private func misuse(ofTemplate name: String, of chart: Chart, in words: Words) -> Report {
    let names = chart.rules.templates.map { Printable.excerpt($0.name) }
    return Report(
      misuse: words(
        names.isEmpty ? .importNoTemplates : .importNoTemplate,
        [
          "text": Printable.excerpt(name),
          "names": names.joined(separator: words(.importListComma)),
        ]))
  }

  private func misuse(
    _ word: Word, _ text: String?, allowed: String = "", in words: Words
  ) -> Report {
    Report(
      misuse: words(word, ["text": Printable.filtered(text ?? ""), "allowed": allowed]))
  }
}
