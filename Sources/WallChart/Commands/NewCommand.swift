import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart new FOLDER`: an empty chart with the four battles.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Console.words(.cliNew))

  @Argument(help: Console.help(.cliArgumentNewFolder), completion: .directory) var folder: String
  @Flag(help: Console.help(.cliOptionNewJSON)) var json = false
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    try Console.run {
      try speech.check()
      // The example's plan has the four battles and the usual rules; its tasks go.
      var plan = try Example.plan()
      plan.id = EntryID.random().text
      plan.title = Text(
        translations: Language.allCases.map {
          Text.Translation(language: $0.rawValue, words: Words($0)(.titleNew))
        })
      plan.asOf = nil
      plan.units = []
      plan.tasks = []
      // A folder of other things is none that a chart is made in by mistake.
      guard PosixFile.names(in: folder).isEmpty else { throw StoreError.alreadyThere(path: folder) }
      try ChartFolder.create(at: folder, plan: plan, state: Console.folders.state)
      if json {
        Console.say(json: Self.json(of: plan, at: folder))
      } else {
        speech.answer { Console.words(.cliCreated, ["path": Printable.filtered(folder)]) }
      }
    }
  }

  /// Where the chart is, whatever folder the script goes to, and what tasks can be filed under.
  private static func json(of plan: Chart, at folder: String) -> String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("path", PosixFile.resolved(folder))
      writer.member("title", plan.title)
      writer.member("battles", plan.battles.map(\.id))
    }
    return writer.text
  }
}
