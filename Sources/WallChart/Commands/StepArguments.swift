import ArgumentParser
import WallChartStore
import WallChartWords

/// What the steps of the procedure are asked with that are about whole tasks.
struct StepArguments: ParsableArguments {
  @Argument(help: Console.help(.cliArgumentWholeTasks)) var task: String
  @Argument(help: Console.help(.cliArgumentChart)) var chart: String?
  @OptionGroup var options: WritingOptions

  /// Drafts and appends a step for each task.
  func write(asUnit: Bool = false, _ fact: (WritingOptions.Request) throws -> Fact) throws {
    try options.writeStep(task, to: chart, asUnit: asUnit) { asked in
      _ = try asked.target.whole()
      return try fact(asked)
    }
  }
}

extension WritingOptions {
  /// Drafts and appends a step of the procedure for each target.
  /// - Parameter asUnit: whether only a unit can take it.
  func writeStep(
    _ named: String, to chart: String?, asUnit: Bool, _ fact: (Request) throws -> Fact
  ) throws {
    if asUnit { _ = try Console.said(actor.author.unit, orAsk: .refusedNeedsUnit) }
    try write(named, to: chart) { asked in
      try asked.situation.step(
        asked.target.task, try fact(asked), on: asked.day, evidence: asked.evidence,
        by: asked.author, asked.stamp)
    } sentence: { entry, _ in
      Console.words(
        .cliStep, ["task": entry.task ?? "", "what": Self.what(entry.fact, Console.words)])
    }
  }

  private static func what(_ fact: Fact, _ words: Words) -> String {
    switch fact {
    case .submit: words(.recordSubmit)
    case .verify(let until): words(.recordVerify, ["date": words.date(until)])
    case .return: words(.recordReturn)
    case .crossOff: words(.recordCrossOff)
    case .reopen(_, let isFalse): words(isFalse ? .recordReopenFalse : .recordReopen)
    case .extend(let moved):
      words(
        .recordExtend,
        [
          "what": moved.node.map { words(.fieldNode, ["node": $0]) } ?? words(.recordLimit),
          "from": words.date(moved.from), "to": words.date(moved.to),
          "who": Printable.filtered(moved.approvedBy),
        ])
    case .supervise: words(.recordSupervise)
    default: words(.recordRelease)
    }
  }
}
