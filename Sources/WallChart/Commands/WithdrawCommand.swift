import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart withdraw TASK [CHART]`: out of the plan, and back.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: Console.words(.cliWithdraw))

  @Argument(help: NamedTasks.help(.cliArgumentWholeTasks), completion: ShellCompletion.tasks)
  var tasks: [String]
  @Option(help: Console.help(.cliOptionReason, "words")) var reason: String?
  @Option(help: Console.help(.cliOptionWithdrawnOn, "day")) var on: String?
  @Flag(help: Console.help(.cliOptionBringBack)) var undo = false
  @OptionGroup var options: EditingOptions

  func run() throws {
    try Console.run {
      if undo, on != nil {
        throw Console.UsageError(text: Console.words(.cliComebackTakesNoDay))
      }
      if !undo { _ = try Console.said(reason, orAsk: .refusedNeedsReason) }
      let named = NamedTasks(tasks)
      try options.write(try NamedLines(of: named.tasks), in: named.open, on: on) {
        line, day, situation in
        let task = try Target(line).whole()
        return undo
          ? try situation.comeback(of: task, reason: reason)
          : try situation.withdrawal(of: task, reason: reason, on: day)
      } sentence: { edit, _ in
        Console.words(undo ? .cliBroughtBack : .cliWithdrawn, ["task": edit.task ?? ""])
      }
    }
  }
}
