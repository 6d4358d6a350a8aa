import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart minutes [CHART]`: the minutes of the last meeting, or of the one that is open.
struct MinutesCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case md, html
  }

  static let configuration = CommandConfiguration(
    commandName: "minutes", abstract: Console.words(.cliMinutes))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(
    help: Console.help(.cliOptionMeetingRhythm, "daily|weekly|monthly"),
    completion: ShellCompletion.rhythms)
  var rhythm: String?
  @Option(help: Console.help(.cliOptionMinutesFormat)) var format = Format.md
  @OptionGroup var templates: TemplateOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let builtIn = format == .md ? Template.BuiltIn.documentMarkdown : .documentHTML
      let formats = Format.allCases.map(\.rawValue)
      if try templates.printed(builtIn, format: format.rawValue, of: formats) { return }
      let template = try templates.chosen(builtIn)
      let rhythm = try rhythm.map(SharedOptions.rhythm)
      let (folder, situation) = try shared.situation(ofChart: chart)
      let open = situation.ledger.openMeeting(of: folder.ownWriters).flatMap { entry -> Entry? in
        guard case .meeting(let meeting) = entry.fact else { return nil }
        return rhythm == nil || rhythm == meeting.rhythm ? entry : nil
      }
      let last = Minutes.last(of: rhythm, by: folder.ownWriters, in: situation)
      let isDue = last.map { MeetingPapers.areDue(of: $0.closed, in: folder) } ?? false
      if let open {
        shared.speech.remark(
          Console.words(
            isDue ? .cliMeetingDue : .cliMeetingOpen,
            ["meeting": Console.words.name(ofMeeting: open.rhythm), "clock": open.at.clock]))
      }
      let minutes: Minutes
      if let open, !isDue {
        minutes = Minutes(of: situation, opened: open, closed: nil)
      } else if let (opened, closed) = last {
        minutes = Minutes(of: situation, opened: opened, closed: closed)
      } else {
        Console.complain(Console.words(.cliNoMeeting))
        throw ExitCode(66)
      }
      let filled = try templates.filled(
        template, with: minutes.datum(Console.words.under(folder.chart.rules.flags)), of: .minutes,
        shared.speech)
      Console.say(filled.text)
      if !folder.damage.isEmpty || !filled.isSound { throw ExitCode(1) }
    }
  }
}

/// `wallchart bulletin [CHART]`: the dispatch bulletin as things stand, or one that was issued.
struct BulletinCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case md, html, csv, json

    /// The template that makes it; nil for one that needs none.
    var template: Template.BuiltIn? {
      switch self {
      case .md: .documentMarkdown
      case .html: .documentHTML
      case .csv, .json: nil
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "bulletin", abstract: Console.words(.cliBulletin))

  @Argument(help: Console.help(.cliArgumentChart), completion: .directory) var chart: String?
  @Option(help: Console.help(.cliOptionNumber)) var number: Int?
  @Option(
    help: Console.help(.cliOptionBulletinRhythm, "daily|weekly|monthly"),
    completion: ShellCompletion.rhythms)
  var rhythm: String?
  @Option(help: Console.help(.cliOptionBulletinSince, "day")) var since: String?
  @Option(help: Console.help(.cliOptionBulletinFormat)) var format = Format.md
  @OptionGroup var templates: TemplateOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.run {
      let name = format.rawValue
      let formats = Format.allCases.filter { $0.template != nil }.map(\.rawValue)
      if try templates.printed(format.template, format: name, of: formats) { return }
      let template = try templates.chosen(format.template, format: name, of: formats)
      if let number, number < 1 {
        throw Console.UsageError(text: Console.words(.cliBadNumber, ["text": "\(number)"]))
      }
      if number != nil, rhythm != nil || since != nil || shared.asOf != nil {
        throw Console.UsageError(text: Console.words(.cliNumberAlone))
      }
      let (folder, situation) = try shared.situation(ofChart: chart)
      guard let bulletin = try bulletin(of: situation) else {
        Console.complain(Console.words(.cliNoBulletin, ["n": "\(number ?? 0)"]))
        throw ExitCode(66)
      }
      let words = Console.words.under(folder.chart.rules.flags)
      var isSound = folder.damage.isEmpty
      switch format {
      case .csv:
        // Saying adds the last line feed.
        let text = bulletin.document(words).csv(words)
        Console.say(String(String.UnicodeScalarView(text.unicodeScalars.dropLast())))
      case .json: Console.say(json: bulletin.datum(words).json)
      case .md, .html:
        guard let template else { break }
        let filled = try templates.filled(
          template, with: bulletin.datum(words), of: .bulletin, shared.speech)
        Console.say(filled.text)
        isSound = isSound && filled.isSound
      }
      if !isSound { throw ExitCode(1) }
    }
  }

  /// The one that was issued under the number, else a draft of the situation's day; nil when none was
  /// issued under it.
  private func bulletin(of situation: Situation) throws -> Bulletin? {
    if let number {
      let issued = situation.ledger.bulletins.last { $0.number == number }
      return issued.map { Bulletin(of: situation, closed: $0.closing) }
    }
    let rhythm = try rhythm.map(SharedOptions.rhythm) ?? .weekly
    let day = try since.map { try SharedOptions.day($0, for: situation, isAhead: false) }
    if let day, day >= situation.day {
      throw Console.UsageError(
        text: Console.words(.cliBulletinSince, ["day": Console.words.date(day)]))
    }
    return Bulletin(
      of: situation, number: nil, rhythm: rhythm,
      since: day.map { .day($0) } ?? situation.sinceBulletin(before: nil, rhythm))
  }
}

extension Entry {
  /// Which meeting it opens or closes.
  fileprivate var rhythm: Chart.Rhythm? {
    if case .meeting(let meeting) = fact { meeting.rhythm } else { nil }
  }
}

extension SharedOptions {
  fileprivate static func rhythm(_ text: String) throws -> Chart.Rhythm {
    if let rhythm = Chart.Rhythm(rawValue: text) { return rhythm }
    throw Console.UsageError(
      text: Console.words(
        .cliBadWord,
        [
          "text": Printable.filtered(text),
          "allowed": Chart.Rhythm.allCases.map(\.rawValue).joined(separator: ", "),
        ]))
  }

  /// A chart that is only read, and how it stands; what is damaged is told of.
  fileprivate func situation(ofChart chart: String?) throws -> (ChartFolder, Situation) {
    let shared = try checked()
    let folder = try ChartChoice.open(try ChartChoice.forReading(chart))
    shared.remark(folder.damage)
    return (
      folder,
      Situation(
        chart: folder.chart, ledger: folder.ledger, on: try shared.day(of: folder.chart))
    )
  }
}
