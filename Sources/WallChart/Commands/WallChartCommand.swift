import ArgumentParser
import WallChartStore
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
      NoteCommand.self, SubmitCommand.self, VerifyCommand.self, ReturnCommand.self,
      CrossOffCommand.self, ReopenCommand.self, ExtendCommand.self, SuperviseCommand.self,
      ReleaseCommand.self, AddCommand.self, WithdrawCommand.self, LogCommand.self,
      LookBackCommand.self, MinutesCommand.self, BulletinCommand.self, CheckCommand.self,
      TestCardCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The arguments of the command line; where help is called for, without `--lang`, which was read
  /// before: the parser would take it for an option of `open`, and help with that.
  private static var arguments: [String] {
    let all = Array(CommandLine.arguments.dropFirst())
    var others: [String] = []
    var isValue = false
    for argument in all {
      if !isValue, argument != "--lang", !argument.hasPrefix("--lang=") { others.append(argument) }
      isValue = argument == "--lang"
    }
    return ["--help", "-h", "help"].contains(others.first) ? others : all
  }

  /// As the parser's own, which would say a wrong argument again just as it was typed.
  static func main() {
    StandardFiles.hold()
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let (text, code) = (fullMessage(for: error), exitCode(for: error))
      // A shell would put what is wrong into the line that is being typed.
      if code != .success, TypedLine.isAsked { exit(withError: code) }
      Console.say(ofArguments: text, isWrong: code != .success)
      exit(withError: code == .success && !Console.isDelivered() ? ExitCode(74) : code)
    }
  }
}
