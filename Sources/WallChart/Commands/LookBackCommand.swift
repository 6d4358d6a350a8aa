import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart look-back [CHART]`: a reproducible sample of closed tasks to visit again.
struct LookBackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "look-back", abstract: Console.words(.cliLookBack))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(help: Console.help(.cliOptionSample)) var count: Int?
  @Option(help: Console.help(.cliOptionSeed)) var seed: UInt64?
  @Flag(help: Console.help(.cliOptionLookBackJSON)) var json = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let shared = try shared.checked()
      if let count, count < 1 {
        throw Console.UsageError(text: Console.words(.cliBadCount, ["text": "\(count)"]))
      }
      let folder = try ChartChoice.open(try ChartChoice.forReading(chart))
      let situation = Situation(
        chart: folder.chart, ledger: folder.ledger, on: try shared.day(of: folder.chart))
      shared.remark(folder.damage)
      let report = LookBackReport(of: situation, count: count, seed: seed) {
        folder.faults(ofEvidenceIn: $0)
      }
      let dot = Console.glyphs(ascii: Console.locale.isUTF8 ? nil : true).dot
      if json {
        Console.say(json: report.json)
      } else {
        Console.say(report.text(Console.words, dot: dot))
      }
      if !folder.damage.isEmpty { throw ExitCode(1) }
    }
  }
}
