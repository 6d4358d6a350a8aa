import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart report TASK [CHART]`: the three parts of a report, and the count.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: Console.words(.cliReport))

  @Argument(help: NamedTasks.help(.cliArgumentWholeTasks), completion: ShellCompletion.tasks)
  var tasks: [String]
  @Option(help: Console.help(.cliOptionCount)) var count: Int?
  @Option(help: Console.help(.cliOptionProgress, "words")) var progress: String?
  @Option(help: Console.help(.cliOptionProblem, "words")) var problem: String?
  @Option(help: Console.help(.cliOptionNext, "words")) var next: String?
  @Option(help: Console.help(.cliOptionNextBy, "day")) var nextBy: String?
  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @OptionGroup var options: WritingOptions

  func run() throws {
    try Console.run {
      var report = Fact.Report(count: count)
      report.progress = progress
      report.problem = problem
      report.next = next
      report.reason = reason
      try options.write(tasks) { asked in
        report.nextBy = try nextBy.map {
          try SharedOptions.day($0, for: asked.situation, isAhead: true)
        }
        return try asked.situation.report(
          try asked.target.whole(), report, on: asked.day, evidence: asked.evidence,
          by: asked.author, asked.stamp)
      } sentence: { entry, situation in
        Self.sentence(for: entry, situation)
      }
    }
  }

  static func sentence(for entry: Entry, _ situation: Situation) -> String {
    let task = entry.task ?? ""
    guard case .report(let report) = entry.fact, let count = report.count,
      let total = situation.chart.task(task)?.quantity?.total
    else { return Console.words(.cliReported, ["task": task]) }
    return Console.words(
      .cliReportedCount, ["task": task, "count": "\(count)", "total": "\(total)"])
  }
}
