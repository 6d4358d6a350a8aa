import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart check [CHART]`: verifies plan and ledgers.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Console.words(.cliCheck))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let shared = try shared.checked()
      let folder = try ChartChoice.open(try ChartChoice.forReading(chart))
      let findings = folder.findings(today: try shared.day(of: folder.chart))
      let damage = findings.filter(\.fault.isDamage)
      for finding in findings { Console.complain(Console.words(finding)) }
      let path = Printable.filtered(folder.name)
      guard damage.isEmpty else {
        Console.complain(Console.words(.cliCheckBad, ["path": path, "n": "\(damage.count)"]))
        throw ExitCode(65)
      }
      guard findings.isEmpty else {
        Console.complain(Console.words(.cliCheckWarned, ["path": path, "n": "\(findings.count)"]))
        throw ExitCode(1)
      }
      if quiet { return }
      Console.say(
        Console.words(
          .cliCheckOk,
          [
            "path": path, "tasks": "\(folder.chart.tasks.count)",
            "entries": "\(folder.extent.entries)", "writers": "\(folder.extent.writers)",
          ]))
    }
  }
}
