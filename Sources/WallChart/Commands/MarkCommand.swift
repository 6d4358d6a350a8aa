import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart mark TASK[/NODE] [CHART]`.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: Console.words(.cliMark))

  @Argument(help: NamedTasks.help(.cliArgumentTasks), completion: ShellCompletion.tasksAndNodes)
  var tasks: [String]
  @Flag(help: Console.help(.cliOptionUndo)) var undo = false
  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @OptionGroup var options: WritingOptions

  func run() throws {
    try Console.run {
      // An undo carries the day of what it takes back, and proves nothing.
      if undo, options.on != nil || !options.evidence.isEmpty {
        throw Console.UsageError(text: Console.words(.cliUndoTakesOnlyReason))
      }
      try options.write(tasks) { asked in
        if undo { return try Self.unmark(asked, reason: reason) }
        return try asked.situation.mark(
          asked.target.task, node: asked.target.node, on: asked.day, evidence: asked.evidence,
          by: asked.author, asked.stamp)
      } sentence: { entry, situation in
        Self.sentence(for: entry, situation)
      }
    }
  }

  private static func unmark(
    _ asked: WritingOptions.Request, reason: String?
  ) throws(Refusal) -> Entry {
    let (situation, target) = (asked.situation, asked.target)
    let node = target.node ?? lastMetNode(of: target.task, situation) ?? ""
    if let index = situation.index(of: target.task),
      let place = situation.chart.tasks[index].nodes.firstIndex(where: { $0.id == node }),
      let metBy = situation.status.tasks[index].record.metBy[place]
    {
      // Later reports reach the quota too: only a lower count says that it is not met.
      if situation.staysMet(place, of: index) {
        throw .needsCount(task: target.task, node: node)
      }
      if reason == nil, situation.needsReason(toUndo: metBy, of: target.task, by: asked.ownWriters)
      {
        throw .needsReason
      }
    }
    return try situation.unmark(
      target.task, node: node, reason: reason, by: asked.author, asked.stamp)
  }

  /// Without a node, what is taken back is the last one met.
  private static func lastMetNode(of task: String, _ situation: Situation) -> String? {
    guard let index = situation.index(of: task) else { return nil }
    return situation.status.tasks[index].nodes.lastIndex { $0.state.isMet }
      .map { situation.chart.tasks[index].nodes[$0].id }
  }

  private static func sentence(for entry: Entry, _ situation: Situation) -> String {
    let task = entry.task ?? ""
    switch entry.fact {
    case .met(let node):
      return Console.words(
        .cliMarked, ["task": task, "node": node, "date": Console.words.date(entry.on)])
    case .undo:
      let node = situation.ledger.root(of: entry).fact.node
      return Console.words(.cliTakenBack, ["task": node.map { "\(task)/\($0)" } ?? task])
    default: return ReportCommand.sentence(for: entry, situation)
    }
  }
}
