import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart check [CHART]`: verifies plan and ledgers.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Console.words(.cliCheck))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Flag(help: Console.help(.cliOptionCheckJSON)) var json = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let shared = try shared.checked()
      let path = try ChartChoice.forReading(chart)
      let folder: ChartFolder
      do {
        folder = try ChartChoice.open(path)
      } catch  where json {
        // What is wrong with the plan is what was asked for.
        Console.say(json: try CheckReport(of: path, failing: error).json(Console.words))
        throw error
      }
      let report = CheckReport(of: folder, today: try shared.day(of: folder.chart))
      let sentence = report.sentence(Console.words)
      if json {
        Console.say(json: report.json(Console.words))
      } else if report.findings.isEmpty {
        shared.speech.answer { sentence }
      } else {
        for finding in report.findings { Console.complain(Console.words(finding)) }
        Console.complain(sentence)
      }
      if report.damage > 0 { throw ExitCode(65) }
      if !report.findings.isEmpty { throw ExitCode(1) }
    }
  }
}
