import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart show [CHART]`: the chart on stdout.
struct ShowCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, html, csv, ics
  }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: Console.words(.cliShow))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(help: Console.help(.cliOptionFormat)) var format = Format.text
  @Option(help: Console.help(.cliOptionWidth, "columns")) var width: Int?
  @Flag(help: Console.help(.cliOptionPlain)) var plain = false
  @Option(help: Console.help(.cliOptionBattle), completion: ShellCompletion.battles)
  var battle: String?
  @Option(help: Console.help(.cliOptionResponsible, "unit"), completion: ShellCompletion.units)
  var responsible: String?
  @Option(help: Console.help(.cliOptionStanding, "list"), completion: ShellCompletion.standings)
  var standing: String?
  @Flag(inversion: .prefixedNo, help: Console.help(.cliOptionAscii)) var ascii: Bool?
  @OptionGroup var templates: TemplateOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let builtIn: Template.BuiltIn? = format == .html ? .chartHTML : nil
      if try templates.printed(builtIn, format: format.rawValue, of: ["html"]) { return }
      let template = try templates.chosen(builtIn, format: format.rawValue, of: ["html"])
      let shared = try shared.checked()
      shared.speech.check("WALLCHART_AMBIGUOUS", Config.Ambiguous.self)
      let selection = try ReportSelection(
        battle: battle, responsible: responsible, standings: standing)
      let folder = try ChartChoice.open(try ChartChoice.forReading(chart))
      let situation = Situation(
        chart: try selection.applied(to: folder.chart), ledger: folder.ledger,
        on: try shared.day(of: folder.chart))
      let chosen = selection.filtered(situation)
      shared.remark(folder.damage)
      var isSound = folder.damage.isEmpty
      switch format {
      case .json: Console.say(json: ChartJSON.text(of: chosen))
      case .csv:
        // The import withdraws what a list of a battle no longer has.
        let isPart = chosen.chart.tasks.count < folder.chart.tasks.count
        if isPart || chosen.status.tasks.contains(where: { !$0.isOnChart && !$0.isWithdrawn }) {
          shared.speech.remark(Console.words(.cliPartOfChart))
        }
        Console.say(ChartCSV.text(of: chosen, words: Console.words), terminator: "")
      case .ics:
        let text = ChartCalendar.text(
          of: chosen, in: folder.chart, written: folder.planWritten, words: Console.words)
        Console.say(text, terminator: "")
      case .text where plain:
        let words = Console.words.under(folder.chart.rules.flags)
        let letter = CellWidth.measuring(ambiguous: Console.ambiguous() ?? .narrow) {
          ChartLetter.text(of: chosen, words: words, width: width)
        }
        Console.say(letter)
      case .text:
        Console.say(
          ChartText.text(
            of: chosen, words: Console.words,
            glyphs: Console.glyphs(
              ascii: Console.locale.isUTF8 ? ascii : true, Console.ambiguous() ?? .narrow),
            ambiguous: Console.ambiguous() ?? .narrow,
            isASCIIOnly: Console.locale.isASCIIOnly, width: width))
      case .html:
        let narrowing = try selection.narrowing(of: folder.chart, Console.words)
        let page = ChartPage(
          of: chosen, selection.standings == nil ? .wall : .list, narrowing: narrowing,
          of: situation.status.total.tasks,
          words: Console.words, glyphs: Console.glyphs(ascii: ascii))
        guard let template else { break }
        let filled = try templates.filled(template, with: page.datum, of: .page, shared.speech)
        Console.say(filled.text)
        isSound = isSound && filled.isSound
      }
      if !isSound { throw ExitCode(1) }
    }
  }
}

/// Which tasks a report is about.
struct ReportSelection {
  var battle: String?
  var responsible: String?
  var standings: Set<Standing>?

  init(battle: String?, responsible: String?, standings: String?) throws {
    self.battle = battle
    self.responsible = responsible
    self.standings = try standings.map { list in
      Set(
        try list.split(separator: ",").map { word in
          guard let standing = Standing(rawValue: String(word)) else {
            throw Console.UsageError(
              text: Console.words(
                .cliBadWord,
                [
                  "text": Printable.filtered(String(word)),
                  "allowed": Standing.allCases.map(\.rawValue).joined(separator: ", "),
                ]))
          }
          return standing
        })
    }
  }

  /// The plan with only the tasks of the battle, said by its id or its whole name, and of the unit.
  /// Throws when there is no such one.
  func applied(to chart: Chart) throws -> Chart {
    var chart = chart
    let battle = battle.map { PlanNames(chart).exact($0, .battle) ?? $0 }
    let responsible = try responsible.map { try Self.responsible($0, in: chart) }
    if let battle, chart.battle(battle) == nil {
      let ids = chart.battles.map(\.id).joined(separator: ", ")
      throw Console.UsageError(
        text: Console.words(.cliBadWord, ["text": Printable.filtered(battle), "allowed": ids]))
    }
    chart.tasks.removeAll { task in
      battle.map { $0 != task.battle } ?? false || responsible.map { $0 != task.unit } ?? false
    }
    if let battle { chart.battles.removeAll { $0.id != battle } }
    return chart
  }

  /// The id of the unit that the option says.
  static func responsible(_ text: String, in chart: Chart) throws -> String {
    try SaidUnit(text, place: "--responsible").id(in: chart)
  }

  /// What was chosen, in words; none where that is everything.
  func narrowing(of chart: Chart, _ words: Words) throws -> [String] {
    let battle = battle.flatMap { chart.battle(PlanNames(chart).exact($0, .battle) ?? $0) }
    let unit = try responsible.map { try Self.responsible($0, in: chart) }
      .flatMap(chart.unit)
    let standings = Standing.allCases.filter { self.standings?.contains($0) ?? false }
    return [
      battle.map { words($0.name) }, unit.map { words($0.name) },
      standings.isEmpty
        ? nil : standings.map { words.name(of: $0) }.joined(separator: words(.listComma)),
    ].compactMap(\.self)
  }

  /// Only the tasks of the asked standings, which depend on the day.
  func filtered(_ situation: Situation) -> Situation {
    guard let standings else { return situation }
    var chart = situation.chart
    chart.tasks = zip(chart.tasks, situation.status.tasks)
      .filter { standings.contains($1.standing) }.map(\.0)
    return Situation(chart: chart, ledger: situation.ledger, on: situation.day)
  }
}
