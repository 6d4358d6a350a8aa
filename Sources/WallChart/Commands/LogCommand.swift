import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart log [CHART]`: the ledger as sentences, newest first.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: Console.words(.cliLog))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(help: Console.help(.cliOptionTask), completion: ShellCompletion.tasks) var task: String?
  @Option(help: Console.help(.cliOptionResponsible, "unit"), completion: ShellCompletion.units)
  var responsible: String?
  @Option(help: Console.help(.cliOptionPerson, "name")) var person: String?
  @Option(help: Console.help(.cliOptionSince, "day")) var since: String?
  @Option(help: Console.help(.cliOptionUntil, "day")) var until: String?
  @Flag(help: Console.help(.cliOptionSigns)) var signs = false
  @Flag(help: Console.help(.cliOptionLogJSON)) var json = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let shared = try shared.checked()
      let folder = try ChartChoice.open(try ChartChoice.forReading(chart))
      let situation = Situation(
        chart: folder.chart, ledger: folder.ledger, on: try shared.day(of: folder.chart))
      func day(_ text: String) throws -> Day {
        try SharedOptions.day(text, for: situation, isAhead: false)
      }
      // A task or unit that is not there would only look like one without entries.
      var selection = LogReport.Selection(
        task: task,
        responsible: try responsible.map {
          try ReportSelection.responsible($0, in: folder.chart)
        }, person: person)
      selection.since = try since.map(day)
      selection.until = try until.map(day)
      if let since = selection.since, let until = selection.until, until < since {
        throw Console.UsageError(
          text: Console.words(
            .cliPeriodReversed,
            ["since": Console.words.date(since), "until": Console.words.date(until)]))
      }
      selection.hasSigns = signs
      selection.through = shared.asOf == nil ? nil : situation.day
      // Entries stay when their task leaves the plan.
      if let task, folder.chart.task(task) == nil, folder.ledger.entries(of: task).isEmpty {
        throw Refusal.noSuchTask(task)
      }
      shared.remark(folder.damage)
      let glyphs = Console.glyphs(ascii: Console.locale.isUTF8 ? nil : true)
      let report = LogReport(of: situation, selection, words: Console.words, dot: glyphs.dot)
      for entry in report.entries {
        if json {
          Console.say(json: report.json(of: entry))
        } else {
          Console.say(report.line(of: entry))
        }
      }
      if report.entries.isEmpty {
        let path = Printable.filtered(folder.name)
        shared.speech.remark(Console.words(.cliLogEmpty, ["path": path]))
      }
      if !folder.damage.isEmpty { throw ExitCode(1) }
    }
  }
}
