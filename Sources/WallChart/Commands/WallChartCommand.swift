import ArgumentParser
import WallChartWords

/// `wallchart`: a wall chart for the meeting room.
@main
struct WallChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wallchart",
    abstract: Console.words(.cliWallchart),
    discussion: Console.words(.cliWallchartMore),
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, NewCommand.self, ShowCommand.self, MarkCommand.self, ReportCommand.self,
      NoteCommand.self, CheckCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}
