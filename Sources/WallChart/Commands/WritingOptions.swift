import ArgumentParser
import WallChartStore
import WallChartWords

/// What the commands share that write entries: the day, the evidence, the answer, who acts.
struct WritingOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionOn, "day")) var on: String?
  @Option(help: Console.help(.cliOptionEvidence, "words|file"), completion: .file()) var evidence:
    [String] = []
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  /// What an entry is drafted from: the chart as it stands, and what was said.
  struct Request {
    var situation: Situation
    var target: Target
    /// The day of the fact; that of the situation when nil.
    var day: Day?
    var evidence: [String]
    var author: Author
    var stamp: Stamp
    var ownWriters: [String]
  }

  /// Drafts and appends an entry for each target; each is on disk before the next is begun, and
  /// said when it is.
  /// - Parameters:
  ///   - words: the targets, and behind them perhaps the chart.
  ///   - asUnit: whether only a unit can say this.
  func write(
    _ words: [String], asUnit: Bool = false, draft: (Request) throws -> Entry,
    sentence: (Entry, Situation) -> String
  ) throws {
    let shared = try shared.checked()
    let named = NamedTasks(words)
    let lines = try NamedLines(of: named.tasks)
    var folder = try named.open()
    let today = try shared.writingDay(of: folder.chart)
    var situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let day = try on.map { try SharedOptions.day($0, for: situation, isAhead: false) }
    var writing = try actor.author(in: folder)
    if asUnit { _ = try Console.said(writing.author.unit, orAsk: .refusedNeedsUnit) }
    Console.goOnWithoutReader()
    defer { Console.complain(ofMemory: folder) }
    // Copied into the chart once, when the first entry that names it is one that may be.
    var kept: [String]?
    try lines.each { line in
      // What somebody else wrote while the line before was refused.
      situation.add(folder.takeNews(), of: folder)
      var entry = try draft(
        Request(
          situation: situation, target: Target(line), day: day, evidence: evidence,
          author: writing.author, stamp: Stamp(id: .random(), at: SystemClock.now()),
          ownWriters: folder.ownWriters))
      if !entry.evidence.isEmpty {
        let items = try kept ?? evidence.map { try folder.keep(evidence: $0) }
        (kept, entry.evidence) = (items, items)
      }
      let before = entry.task.flatMap(situation.status(of:))
      let saved = try folder.append(entry, today: today)
      situation.add(folder.takeNews(), of: folder)
      writing.tell()
      if answer.json {
        Console.answer(Printable.json(EntryJSON.line(of: saved, before: before, situation)))
      } else {
        shared.speech.answer {
          Console.words.withEvidence(of: saved, sentence(saved, situation))
        }
      }
    }
  }
}

/// How a command answers that can answer a script.
struct AnswerOptions: ParsableArguments {
  @Flag(help: Console.help(.cliOptionJSON)) var json = false
}

extension Situation {
  /// Takes up what came into the folder it was made of.
  fileprivate mutating func add(_ news: ChartFolder.News, of folder: ChartFolder) {
    if news.isAnew {
      self = Situation(chart: folder.chart, ledger: folder.ledger, on: day)
    } else {
      for entry in news.entries { add(entry) }
    }
  }
}
