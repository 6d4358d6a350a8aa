import ArgumentParser
import WallChartStore
import WallChartWords

/// `wallchart new FOLDER`: an empty chart with the four battles.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Console.words(.cliNew))

  @Argument(help: Console.help(.cliArgumentNewFolder), completion: .directory) var folder: String
  @Flag(help: Console.help(.cliOptionQuiet)) var quiet = false
  @OptionGroup var language: LanguageOption

  func run() throws {
    try Console.run {
      try language.check()
      // The example's plan has the four battles and the usual rules; its tasks go.
      var plan = try Example.plan()
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
      if !quiet {
        Console.say(Console.words(.cliCreated, ["path": Printable.filtered(folder)]))
      }
    }
  }
}
