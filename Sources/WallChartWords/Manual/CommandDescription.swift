internal import WallChartStore

/// A command as the parser of its arguments describes it, to be told in a man page.
package struct CommandDescription: Sendable {
  /// One argument, option or flag.
  package struct Argument: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case positional, option, flag
    }

    package var kind = Kind.positional
    /// As they are typed: `--on`, `-h`; none of a positional argument.
    package var names: [String] = []
    package var value = ""
    package var text = ""
    package var isOptional = false
    package var isRepeating = false
    fileprivate var isShown = true
  }

  package var name = ""
  package var abstract = ""
  package var arguments: [Argument] = []
  package var subcommands: [CommandDescription] = []

  /// Reads the JSON that the parser makes of a command.
  package init(json: String) throws {
    var reader = JSONReader(Array(json.utf8), file: "description")
    var command: CommandDescription?
    _ = try reader.members { reader, name in
      guard name == "command" else { return false }
      command = try CommandDescription(from: &reader)
      return true
    }
    self = command ?? CommandDescription()
  }

  private init() {}

  private init(from reader: inout JSONReader) throws {
    _ = try reader.members { reader, name in
      switch name {
      case "commandName": self.name = try reader.text()
      case "abstract": abstract = Self.unfolded(try reader.text())
      case "arguments": try reader.elements { arguments.append(try Argument(from: &$0)) }
      case "subcommands":
        try reader.elements { subcommands.append(try CommandDescription(from: &$0)) }
      default: return false
      }
      return true
    }
    arguments.removeAll { !$0.isShown }
    // The parser adds it to every program.
    subcommands.removeAll { $0.name == "help" }
  }

  /// A text as one line: between Chinese characters a break of the line stands for nothing.
  fileprivate static func unfolded(_ text: String) -> String {
    text.split(separator: "\n").reduce("") { line, next in
      let isWide = [line.last, next.first].contains { $0.map { !$0.isASCII } ?? true }
      return line + (isWide ? "" : " ") + next
    }
  }
}

extension CommandDescription.Argument {
  fileprivate init(from reader: inout JSONReader) throws {
    _ = try reader.members { reader, name in
      switch name {
      case "kind": kind = Kind(rawValue: try reader.text()) ?? .positional
      case "valueName": value = try reader.text()
      case "abstract": text = CommandDescription.unfolded(try reader.text())
      case "isOptional": isOptional = try reader.trueOrFalse()
      case "isRepeating": isRepeating = try reader.trueOrFalse()
      case "shouldDisplay": isShown = try reader.trueOrFalse()
      case "names": try reader.elements { names.append(try Self.name(from: &$0)) }
      default: return false
      }
      return true
    }
  }

  /// A name with the hyphens it is typed with.
  private static func name(from reader: inout JSONReader) throws -> String {
    var (kind, text) = ("", "")
    _ = try reader.members { reader, name in
      switch name {
      case "kind": kind = try reader.text()
      case "name": text = try reader.text()
      default: return false
      }
      return true
    }
    return (kind == "long" ? "--" : "-") + text
  }
}
