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
  /// - Parameter asUnit: whether only a unit can say this.
  func write(
    _ named: String, to chart: String?, asUnit: Bool = false, draft: (Request) throws -> Entry,
    sentence: (Entry, Situation) -> String
  ) throws {
    let shared = try shared.checked()
    let lines = NamedLines(of: named)
    var folder = try ChartChoice.open(try ChartChoice.forWriting(chart))
    let today = try shared.writingDay(of: folder.chart)
    var situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
    let day = try on.map { try SharedOptions.day($0, for: situation, isAhead: false) }
    let author = actor.author(in: folder)
    if asUnit { _ = try Console.said(author.unit, orAsk: .refusedNeedsUnit) }
    // Copied into the chart once, when the first entry that names it is one that may be.
    var kept: [String]?
    try lines.each { line in
      var entry = try draft(
        Request(
          situation: situation, target: Target(line), day: day, evidence: evidence,
          author: author, stamp: Stamp(id: .random(), at: SystemClock.now()),
          ownWriters: folder.ownWriters))
      if !entry.evidence.isEmpty {
        let items = try kept ?? evidence.map { try folder.keep(evidence: $0) }
        (kept, entry.evidence) = (items, items)
      }
      let before = entry.task.flatMap(situation.status(of:))
      let saved = try folder.append(entry, today: today)
      let news = folder.takeNews()
      if news.isAnew {
        situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      } else {
        for entry in news.entries { situation.add(entry) }
      }
      answer.say(saved, before: before, situation) {
        Console.words.withEvidence(of: saved, sentence(saved, situation))
      }
    }
  }
}

/// How a command answers: by a sentence, by a line for scripts, or not at all.
struct AnswerOptions: ParsableArguments {
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false
  @Flag(help: Console.help(.cliOptionJSON)) var json = false

  /// Says what is on disk now; `before` is how its task stood before.
  func say(_ entry: Entry, before: TaskStatus?, _ situation: Situation, _ sentence: () -> String) {
    if json {
      Console.say(EntryJSON.line(of: entry, before: before, situation))
    } else if !quiet {
      Console.say(sentence())
    }
  }
}
