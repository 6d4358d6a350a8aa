import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart add "TEXT" [CHART]`: a newly found problem, in one line.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.words(.cliAdd))

  @Argument(help: Console.help(.cliArgumentProblem)) var text: String
  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @OptionGroup var options: EditingOptions

  func run() throws {
    try Console.run {
      let lines = try NamedLines(of: [text], areTasks: false)
      try options.write(lines, in: { try ChartChoice.open(try ChartChoice.forWriting(chart)) }) {
        line, _, situation in
        do throws(FoundProblem.Fault) {
          return try FoundProblem(line, in: situation.chart, on: situation.day)
            .edit(in: situation.chart, situation.ledger, on: situation.day)
        } catch {
          throw Console.UsageError(
            text: FoundProblem.sentence(for: error, in: situation.chart, Console.words),
            isAboutTask: true)
        }
      } sentence: { edit, chart in
        Self.sentence(for: edit, chart)
      }
    }
  }

  private static func sentence(for edit: PlanEdit, _ chart: Chart) -> String {
    let words = Console.words
    guard let task = edit.task.flatMap(chart.task) else { return "" }
    return words(
      .cliAdded,
      [
        "task": task.id, "title": words(task.title),
        "unit": chart.unit(task.unit).map { words($0.name) } ?? task.unit,
        "risk": words.name(of: task.risk),
        "limit": task.limit.map { words.date($0) } ?? words(.termStanding),
      ])
  }
}
