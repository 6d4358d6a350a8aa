import ArgumentParser
import WallChartStore
import WallChartWords

/// What the writing commands share: the tasks, the chart, the day, who acts.
struct WritingOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionOn)) var on: String?
  @Option(help: Console.help(.cliOptionEvidence)) var evidence: [String] = []
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  /// A TASK or TASK/NODE as named on the command line or on a line of stdin.
  struct Target {
    var task: String
    var node: String?

    init(_ text: some StringProtocol) {
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      task = String(parts[0])
      node = parts.count == 2 ? String(parts[1]) : nil
    }
  }

  /// Drafts and appends an entry for each target; each is on disk before the next is begun, and
  /// said when it is.
  func write(
    _ named: String, to chart: String?,
    draft: (Situation, Target, Day?, Author, Stamp, [String]) throws -> Entry,
    sentence: (Entry, Situation) -> String
  ) throws {
    let shared = try shared.checked()
    var folder = try ChartChoice.open(try ChartChoice.forWriting(chart))
    let today = try shared.writingDay(of: folder.chart)
    let day = try on.map(SharedOptions.day)
    var situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    try Target.each(in: named) { target in
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try draft(situation, target, day, actor.author, stamp, folder.ownWriters)
      let saved = try folder.append(entry, today: today)
      situation.add(saved)
      if !quiet { Console.say(sentence(saved, situation)) }
    }
  }
}

extension WritingOptions.Target {
  /// Does something for the task named on the command line, or with `-` for each of stdin. A
  /// refused line of stdin is told, and the others go on.
  static func each(in named: String, _ work: (Self) throws -> Void) throws {
    let isInput = named == "-"
    var code: Int32 = 0
    for (line, target) in isInput ? targetsOfInput() : [(0, Self(named))] {
      do {
        try work(target)
      } catch  where isInput && Words.exitCode(for: error) == 65 {
        // One line that is refused does not hold up the others.
        Console.complain("-:\(line): " + Console.words(error))
        code = 65
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  private static func targetsOfInput() -> [(line: Int, target: Self)] {
    var targets: [(line: Int, target: Self)] = []
    var number = 0
    while let line = readLine() {
      number += 1
      if let word = line.split(whereSeparator: \.isWhitespace).first {
        targets.append((number, Self(word)))
      }
    }
    return targets
  }
}

/// `wallchart mark TASK[/NODE] [CHART]`.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: Console.words(.cliMark))

  @Argument(help: Console.help(.cliArgumentTasks)) var task: String
  @Argument(help: Console.help(.cliArgumentChart)) var chart: String?
  @Flag(help: Console.help(.cliOptionUndo)) var undo = false
  @Option(help: Console.help(.cliOptionReason)) var reason: String?
  @OptionGroup var options: WritingOptions

  func run() throws {
    try Console.run {
      // An undo carries the day of what it takes back, and proves nothing.
      if undo, options.on != nil || !options.evidence.isEmpty {
        throw Console.UsageError(text: Console.words(.cliUndoTakesOnlyReason))
      }
      try options.write(task, to: chart) { situation, target, day, author, stamp, ownWriters in
        if undo {
          return try Self.unmark(
            target, in: situation, reason: reason, by: author, stamp, ownWriters)
        }
        return try situation.mark(
          target.task, node: target.node, on: day, evidence: options.evidence, by: author, stamp)
      } sentence: { entry, situation in
        Self.sentence(for: entry, situation)
      }
    }
  }

  private static func unmark(
    _ target: WritingOptions.Target, in situation: Situation, reason: String?, by author: Author,
    _ stamp: Stamp, _ ownWriters: [String]
  ) throws(Refusal) -> Entry {
    let node = target.node ?? lastMetNode(of: target.task, situation) ?? ""
    if let index = situation.index(of: target.task),
      let place = situation.chart.tasks[index].nodes.firstIndex(where: { $0.id == node }),
      let metBy = situation.status.tasks[index].record.metBy[place]
    {
      // Later reports reach the quota too: only a lower count says that it is not met.
      if situation.staysMet(place, of: index) {
        throw .needsCount(task: target.task, node: node)
      }
      if reason == nil, situation.needsReason(toUndo: metBy, of: target.task, by: ownWriters) {
        throw .needsReason
      }
    }
    return try situation.unmark(target.task, node: node, reason: reason, by: author, stamp)
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
