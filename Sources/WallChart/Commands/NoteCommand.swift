import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart note TASK[/NODE] [CHART]`: words, evidence, or the visit of a look-back.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: Console.words(.cliNote))

  @Argument(help: NamedTasks.help(.cliArgumentTasks), completion: ShellCompletion.tasksAndNodes)
  var tasks: [String]
  @Option(help: Console.help(.cliOptionText, "words")) var text: String?
  @Flag(help: Console.help(.cliOptionLookBack)) var lookBack = false
  @OptionGroup var options: WritingOptions

  func run() throws {
    try Console.run {
      try options.write(tasks, asUnit: lookBack) { asked in
        var note = Fact.Note(text: text, node: asked.target.node)
        note.isLookBack = lookBack
        return try asked.situation.note(
          asked.target.task, note, on: asked.day, evidence: asked.evidence, by: asked.author,
          asked.stamp)
      } sentence: { entry, _ in
        Console.words(lookBack ? .cliVisited : .cliNoted, ["task": entry.task ?? ""])
      }
    }
  }
}
