import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart add "TEXT" [CHART]`: a newly found problem, in one line.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Console.words(.cliAdd))

  @Argument(help: Console.help(.cliArgumentProblem)) var text: String
  @Argument(help: Console.help(.cliArgumentChart)) var chart: String?
  @OptionGroup var options: EditingOptions

  func run() throws {
    try Console.run {
      try options.write(to: chart) { folder, today in
        let problem: FoundProblem
        do throws(FoundProblem.Fault) {
          problem = try FoundProblem(text, in: folder.chart, on: today)
          return try problem.edit(in: folder.chart, folder.ledger, on: today)
        } catch {
          throw Console.UsageError(
            text: FoundProblem.sentence(for: error, in: folder.chart, Console.words))
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

/// `wallchart withdraw TASK [CHART]`: out of the plan, and back.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: Console.words(.cliWithdraw))

  @Argument(help: Console.help(.cliArgumentTasks)) var task: String
  @Argument(help: Console.help(.cliArgumentChart)) var chart: String?
  @Option(help: Console.help(.cliOptionReason)) var reason: String?
  @Flag(help: Console.help(.cliOptionBringBack)) var undo = false
  @OptionGroup var options: EditingOptions

  func run() throws {
    try Console.run {
      try WritingOptions.Target.each(in: task) { target in
        // Only whole tasks are withdrawn; a slip must not take one for its node.
        if let node = target.node { throw Refusal.noSuchTask("\(target.task)/\(node)") }
        try options.write(to: chart) { folder, today in
          let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
          return undo
            ? try situation.comeback(of: target.task, reason: reason)
            : try situation.withdrawal(of: target.task, reason: reason)
        } sentence: { edit, _ in
          Console.words(undo ? .cliBroughtBack : .cliWithdrawn, ["task": edit.task ?? ""])
        }
      }
    }
  }
}

/// What the commands share that change the plan.
struct EditingOptions: ParsableArguments {
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  /// Makes a change of the plan as it stands on disk, and says so when it is there.
  func write(
    to chart: String?, _ make: (ChartFolder, Day) throws -> PlanEdit,
    sentence: (PlanEdit, Chart) -> String
  ) throws {
    let shared = try shared.checked()
    var folder = try ChartChoice.open(try ChartChoice.forWriting(chart))
    let today = try shared.writingDay(of: folder.chart)
    var tries = 0
    while true {
      tries += 1
      let edit = try make(folder, today)
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try situation.edit(edit, by: actor.author, stamp).entry
      do {
        _ = try folder.edit(edit, as: entry, today: today)
      } catch StoreError.refused(.identifierTaken) where tries < Self.mostTries {
        // Somebody took the next free id meanwhile; the plan has been read anew.
        continue
      }
      if !quiet { Console.say(sentence(edit, folder.chart)) }
      return
    }
  }

  /// So many others may come first.
  private static let mostTries = 100
}
