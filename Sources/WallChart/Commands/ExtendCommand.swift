import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart extend TASK[/NODE] [CHART]`: a new day for the limit, or for one node.
struct ExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: Console.words(.cliExtend))

  @Argument(help: NamedTasks.help(.cliArgumentTasks), completion: ShellCompletion.tasksAndNodes)
  var tasks: [String]
  @Option(help: Console.help(.cliOptionTo, "day")) var to: String?
  @Option(help: Console.help(.cliOptionApprovedBy, "who")) var approvedBy: String?
  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @Option(help: Console.help(.cliOptionNode), completion: ShellCompletion.nodes) var node: String?
  @OptionGroup var options: WritingOptions

  func run() throws {
    try Console.run {
      let to = try Console.said(to, orAsk: .cliNeedsTo)
      let approvedBy = try Console.said(approvedBy, orAsk: .refusedNeedsApproval)
      let reason = try Console.said(reason, orAsk: .refusedNeedsReason)
      try options.writeStep(tasks, asUnit: true) { asked in
        if node != nil, asked.target.node != nil {
          throw Console.UsageError(text: Console.words(.cliNodeTwice), isAboutTask: true)
        }
        let node = node ?? asked.target.node
        return .extend(
          Fact.Extension(
            from: try Self.day(of: node, asked),
            to: try SharedOptions.day(to, for: asked.situation, isAhead: true),
            approvedBy: approvedBy,
            reason: reason, node: node))
      }
    }
  }

  /// The day in force until now. Throws ``Refusal``.
  private static func day(
    of node: String?, _ asked: WritingOptions.Request
  ) throws -> Day {
    let (task, chart) = (asked.target.task, asked.situation.chart)
    guard let index = asked.situation.index(of: task) else { throw Refusal.noSuchTask(task) }
    let record = asked.situation.status.tasks[index].record
    if let node {
      guard let place = chart.tasks[index].nodes.firstIndex(where: { $0.id == node }) else {
        throw Refusal.noSuchNode(task: task, node: node)
      }
      return record.due[place]
    }
    guard let limit = record.limit else {
      throw Refusal.extendsAnotherDay(task: task, now: nil)
    }
    return limit
  }
}
