import ArgumentParser
import WallChartStore
import WallChartWords

/// What the steps of the procedure are asked with that are about whole tasks.
struct StepArguments: ParsableArguments {
  @Argument(help: NamedTasks.help(.cliArgumentWholeTasks), completion: ShellCompletion.tasks)
  var tasks: [String]
  @OptionGroup var options: WritingOptions

  /// Drafts and appends a step for each task.
  func write(asUnit: Bool = false, _ fact: (WritingOptions.Request) throws -> Fact) throws {
    try options.writeStep(tasks, asUnit: asUnit) { asked in
      _ = try asked.target.whole()
      return try fact(asked)
    }
  }
}

extension WritingOptions {
  /// Drafts and appends a step of the procedure for each target.
  /// - Parameter asUnit: whether only a unit can take it.
  func writeStep(
    _ words: [String], asUnit: Bool, _ fact: (Request) throws -> Fact
  ) throws {
    try write(words, asUnit: asUnit) { asked in
      try asked.situation.step(
        asked.target.task, try fact(asked), on: asked.day, evidence: asked.evidence,
        by: asked.author, asked.stamp)
    } sentence: { entry, situation in
      let sentences = EntryWords(words: Console.words, situation: situation)
      let task = entry.task.flatMap(situation.chart.task)
      return Console.words(
        .cliStep, ["task": entry.task ?? "", "what": sentences.text(of: entry, task, Roots())])
    }
  }
}
