import ArgumentParser
import WallChartStore
import WallChartWords

/// Templates of an office's own, for commands that fill one in.
struct TemplateOptions: ParsableArguments {
  @Option(help: Console.help(.cliOptionTemplate, "file"), completion: .file()) var template: String?
  @Flag(help: Console.help(.cliOptionPrintTemplate)) var printTemplate = false

  private static let limitMegabytes = 4
  /// Twenty times as many as the wall of the largest chart has.
  private static let mostElements = 5_000_000

  /// The same for a format that may need none; then one may not be asked for.
  /// - Parameter formats: those that are made by a template.
  func chosen(
    _ builtIn: Template.BuiltIn?, format: String, of formats: [String]
  ) throws -> Template? {
    if let builtIn { return try chosen(builtIn) }
    guard template == nil else { throw Self.noTemplate(format, formats) }
    return nil
  }

  private static func noTemplate(_ format: String, _ formats: [String]) -> Console.UsageError {
    let formats = formats.joined(separator: Console.words(.listComma))
    return Console.UsageError(
      text: Console.words(.cliNoTemplate, ["format": format, "formats": formats]))
  }

  /// The office's own template, else the built-in one.
  func chosen(_ builtIn: Template.BuiltIn) throws -> Template {
    guard let template else { return Template(builtIn) }
    let bytes = try Self.contents(of: template)
    do throws(Template.Fault) {
      return try Template(bytes, insteadOf: builtIn)
    } catch {
      Console.complain(sentence(of: error, in: template))
      throw ExitCode(65)
    }
  }

  /// What a template makes of a paper, and whether all its names stood for something. What is wrong
  /// with an office's own is said.
  func filled(
    _ chosen: Template, with datum: Datum, of paper: Template.Paper, _ speech: SpeechOptions
  ) throws -> (text: String, isSound: Bool) {
    guard let template else { return (chosen.text(of: datum), true) }
    let text: String
    do throws(Template.Fault) {
      text = try chosen.text(of: datum, most: Self.mostElements)
    } catch {
      Console.complain(sentence(of: error, in: template))
      throw ExitCode(65)
    }
    let unknown = chosen.unknownTags(in: datum, of: paper)
    for (name, tag) in unknown {
      let fault = Template.Fault(
        at: tag, .templateUnknownName,
        ["name": "{{" + Printable.filtered(name) + "}}", "schema": paper.schema])
      speech.remark(sentence(of: fault, in: template))
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      Console.complain(
        Console.words(.cliBlankTemplate, ["file": Printable.filtered(template)]))
      throw ExitCode(65)
    }
    return (text, unknown.isEmpty)
  }

  private func sentence(of fault: Template.Fault, in file: String) -> String {
    Console.words(
      .cliBadTemplate,
      [
        "file": Printable.filtered(file), "line": "\(fault.line)", "column": "\(fault.column)",
        "reason": Console.words(fault.reason, fault.values),
      ])
  }

  /// Nothing is ever changed here, and so the sentences say nothing of that.
  private static func contents(of file: String) throws -> [UInt8] {
    do throws(StoreError) {
      return try PosixFile.contents(of: file, limitMegabytes: limitMegabytes)
    } catch {
      let shown = Printable.filtered(file)
      switch error {
      case .notAFile where PosixFile.isFolder(file):
        Console.complain(Console.words(.cliTemplateFolder, ["file": shown]))
      case .system(_, _, let code):
        let reason = Console.words.reason(ofSystem: code)
        Console.complain(Console.words(.cliNoTemplateFile, ["file": shown, "reason": reason]))
      default: throw error
      }
      throw ExitCode(Words.exitCode(for: error))
    }
  }

  /// Prints the built-in template where that is asked for; then there is nothing else to do.
  func printed(
    _ builtIn: Template.BuiltIn?, format: String, of formats: [String]
  ) throws -> Bool {
    guard printTemplate else { return false }
    guard let builtIn else { throw Self.noTemplate(format, formats) }
    // It ends with a line feed, and saying adds one.
    Console.say(String(builtIn.text.dropLast()))
    return true
  }
}
