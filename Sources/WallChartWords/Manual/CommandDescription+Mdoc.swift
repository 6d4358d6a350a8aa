// Commands and options as a man page lists them.
extension CommandDescription {
  /// Each subcommand: how it is called, what it does, and the options that it has for itself.
  package var commandList: [String] {
    let shared = shared
    return Mdoc.list(
      subcommands.map { command in
        let own = command.told.filter { argument in !shared.contains { $0.isSame(as: argument) } }
        return (command.synopsis, Mdoc.text(command.abstract) + Self.list(of: own))
      })
  }

  /// What many subcommands have, each told once.
  package var sharedOptionList: [String] { Self.list(of: shared) }

  /// The options and arguments of the command itself.
  package var optionList: [String] { Self.list(of: told) }

  /// How the command is called, in the lines of a synopsis.
  package var synopsisLines: [String] { told.map { "." + $0.synopsis } }

  /// In more commands than these an argument is told only once for all.
  private static let few = 3

  /// Arguments and options that mean the same in many subcommands.
  private var shared: [Argument] {
    let all = subcommands.flatMap(\.told)
    return all.indices.filter { index in
      !all[..<index].contains { $0.isSame(as: all[index]) }
        && all.count { $0.isSame(as: all[index]) } > Self.few
    }.map { all[$0] }
  }

  /// What is told of each: the parser's own, which every command has, stand in the page's words.
  private var told: [Argument] {
    arguments.filter { !$0.names.contains("--help") && !$0.names.contains("--version") }
  }

  private var synopsis: String {
    (["Xo", ".Cm " + Mdoc.argument(name)] + told.map { "." + $0.synopsis } + [".Xc"])
      .joined(separator: "\n")
  }

  private static func list(of arguments: [Argument]) -> [String] {
    // An option and its opposite are one.
    var items: [(head: String, text: [String])] = []
    for (index, argument) in arguments.enumerated() {
      if index > 0, argument.isOpposite(of: arguments[index - 1]) {
        items[items.count - 1].head += " , " + argument.head
      } else if !argument.text.isEmpty {
        items.append((argument.head, Mdoc.text(argument.text)))
      }
    }
    return Mdoc.list(items)
  }
}

extension CommandDescription.Argument {
  fileprivate var head: String {
    let value = kind == .flag ? "" : " Ar " + Mdoc.argument(value)
    guard !names.isEmpty else { return String(value.dropFirst()) }
    return names.map { "Fl " + Mdoc.argument(String($0.dropFirst())) }.joined(separator: " , ")
      + value
  }

  fileprivate var synopsis: String {
    (isOptional ? "Op " : "") + head + (isRepeating ? " ..." : "")
  }

  fileprivate func isSame(as other: Self) -> Bool {
    names == other.names && value == other.value && text == other.text
  }

  fileprivate func isOpposite(of other: Self) -> Bool {
    kind == .flag && text == other.text
      && names.map { $0.dropFirst(5) } == other.names.map { $0.dropFirst(2) }
  }
}
