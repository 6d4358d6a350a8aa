import ArgumentParser
import WallChartStore
import WallChartWords

/// Templates of an office's own, for commands that fill one in.
struct TemplateOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionTemplate)) var template: String?
  @Flag(help: Console.help(.cliOptionPrintTemplate)) var printTemplate = false

  private static let limitMegabytes = 4

  /// The same for a format that may need none; then one may not be asked for.
  func chosen(_ builtIn: Template.BuiltIn?, format: String) throws -> Template? {
    if let builtIn { return try chosen(builtIn) }
    guard template == nil else {
      throw Console.UsageError(text: Console.words(.cliNoTemplate, ["format": format]))
    }
    return nil
  }

  /// The office's own template, else the built-in one.
  func chosen(_ builtIn: Template.BuiltIn) throws -> Template {
    guard let template else { return Template(builtIn) }
    let bytes = try PosixFile.contents(of: template, limitMegabytes: Self.limitMegabytes)
    do throws(Template.Fault) {
      return try Template(bytes)
    } catch {
      Console.complain(
        Console.words(
          .cliBadTemplate,
          [
            "file": Printable.filtered(template), "line": "\(error.line)",
            "column": "\(error.column)", "reason": Console.words(error.reason),
          ]))
      throw ExitCode(65)
    }
  }

  /// Prints the built-in template where that is asked for; then there is nothing else to do.
  func printed(_ builtIn: Template.BuiltIn?, format: String) throws -> Bool {
    guard printTemplate else { return false }
    guard let builtIn else {
      throw Console.UsageError(text: Console.words(.cliNoTemplate, ["format": format]))
    }
    // It ends with a line feed, and saying adds one.
    Console.say(String(builtIn.text.dropLast()))
    return true
  }
}
