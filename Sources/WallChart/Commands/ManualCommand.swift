import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart manual [PAGE]`: a man page, made of what the program knows of itself.
struct ManualCommand: ParsableCommand {
  /// The pages this program can print; `wallchart-import` prints its own.
  static let pages = [ManualPage.wallchart, .wallchartChart]

  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: Console.words(.cliManual))

  @Argument(
    help: Console.help(.cliArgumentPage), completion: .list(Self.pages.map(\.rawValue)))
  var page = ManualPage.wallchart.rawValue
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    try Console.run {
      try speech.check()
      guard let page = Self.pages.first(where: { $0.isCalled(page) }) else {
        throw Console.UsageError(
          text: Console.words(
            ManualPage.wallchartImport.isCalled(page) ? .cliImportsOwnPage : .cliBadWord,
            [
              "text": Printable.filtered(page),
              "allowed": Self.pages.map(\.rawValue).joined(separator: ", "),
            ]))
      }
      Console.say(page.text(in: Console.words.language, try Self.parts()))
    }
  }

  /// What the pages say that the program knows of itself.
  private static func parts() throws -> [String: [String]] {
    let program = try CommandDescription(json: WallChartCommand._dumpHelp())
    let keys = KeyList(words: Console.words)
    return [
      "commands": program.commandList, "options": program.sharedOptionList, "keys": keys.keys,
      "meeting": keys.meetingKeys, "projector": keys.projectorKeys, "signs": keys.signs,
    ]
  }
}
