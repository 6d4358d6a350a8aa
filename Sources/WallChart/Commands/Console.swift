import ArgumentParser
import Glibc
import Synchronization
import WallChartStore
import WallChartWords

/// What the subcommands share: the environment, the words, and the one place that prints.
enum Console {
  static var environment: [String: String] { Surroundings.environment }

  static let folders = Folders(environment: environment)

  static var words: Words { Surroundings.words }

  /// The signs that an option asks for, else the settings, else those that suit the terminal.
  /// - Parameter kind: the terminal's, as `TERM` says it; nil for text that goes elsewhere.
  static func glyphs(
    ascii: Bool?, _ ambiguous: CellWidth.Ambiguous = .narrow, on kind: String? = nil
  ) -> Glyphs {
    let config = Surroundings.config.glyphs
    let tier: Config.Glyphs =
      switch ascii {
      case true?: .ascii
      case false?: config == .safe ? .safe : .rich
      case nil: config ?? kind.map(suiting) ?? .rich
      }
    let glyphs: Glyphs =
      switch tier {
      case .rich: .rich
      case .safe: .safe
      case .ascii: .ascii
      }
    return ambiguous == .wide ? glyphs.narrowEverywhere : glyphs
  }

  /// A Linux console has 512 characters; of what is no window little is known, and PuTTY has the
  /// fonts of Windows.
  private static func suiting(_ kind: String) -> Config.Glyphs {
    if Surroundings.isLinuxConsole(kind) { return .ascii }
    return kind.hasPrefix("putty") || !TerminalModes.isWindow(kind) ? .safe : .rich
  }

  /// How a terminal draws what is of ambiguous width, as an option says, the environment or the
  /// settings; nil where it is to be found out.
  static func ambiguous(_ option: Config.Ambiguous? = nil) -> CellWidth.Ambiguous? {
    let named = environment["WALLCHART_AMBIGUOUS"].flatMap(Config.Ambiguous.init)
    return switch option ?? named ?? Surroundings.config.ambiguous {
    case .narrow: .narrow
    case .wide: .wide
    case .auto, nil: nil
    }
  }

  /// - Parameter value: what stands for the value of an option, where its name does not say it.
  static func help(_ word: Word, _ value: String? = nil) -> ArgumentHelp {
    ArgumentHelp(words(word), valueName: value)
  }

  private static let output = Mutex(StandardOutput())

  static func say(_ text: String, terminator: String = "\n") {
    output.withLock { $0.say(text + terminator) }
  }

  /// Says JSON, of which a terminal obeys nothing either.
  static func say(json text: String) { say(Printable.json(text)) }

  /// Says what was done, to whom waits for it: a reader of stdout knows it before the next is begun.
  static func answer(_ text: String) {
    output.withLock {
      $0.say(text + "\n")
      $0.deliver()
    }
  }

  static func complain(_ text: String) {
    output.withLock { $0.deliver() }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      writeError("wallchart: \(line)\n")
    }
  }

  /// Says that this machine could not note how far it had written: each command then begins a file.
  static func complain(ofMemory folder: ChartFolder) {
    guard let failure = folder.memoryFailure, let state = folders.state else { return }
    complain(
      words(
        .cliNotNoted,
        ["path": Printable.filtered(state), "reason": words.reason(for: failure)]))
  }

  /// What the parser says: help and completions, which are data, or what is wrong with the
  /// arguments, which it quotes.
  static func say(ofArguments text: String, isWrong: Bool) {
    guard !text.isEmpty else { return }
    if isWrong {
      for line in Printable.lines(of: words.parserText(text)) { writeError(line + "\n") }
    } else if text.hasPrefix(helpStart) {
      answer(
        words.parserText(text).split(separator: "\n", omittingEmptySubsequences: false)
          .map(folded).joined(separator: "\n"))
    } else {
      answer(words.parserScript(text))
    }
  }

  /// What only a page of help begins with; scripts for shells do not.
  private static let helpStart = "OVERVIEW: "

  /// A line of a help page that the parser left too long, since it breaks lines only at blanks and
  /// counts characters: broken by columns, under where its text begins.
  private static func folded(_ line: Substring) -> String {
    let (columns, textColumn) = (79, 26)
    let text = String(line)
    guard CellWidth.columns(of: text) > columns, !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text
    }
    let head = text.hasPrefix("  ") ? CellWidth.cut(text, to: textColumn, ellipsis: " ") : ""
    guard head.count == textColumn, text.hasPrefix(head) else {
      return CellWidth.wrap(text, to: columns).joined(separator: "\n")
    }
    let margin = String(repeating: " ", count: textColumn)
    let lines = CellWidth.wrap(String(text.dropFirst(textColumn)), to: columns - textColumn)
    return head + lines.joined(separator: "\n" + margin)
  }

  private static func writeError(_ line: String) {
    let bytes = TerminalText.bytes(of: line, on: STDERR_FILENO, standIn: Cell.standIn(for:))
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// What is being written is written to its end, whether or not anybody reads the answers.
  static func goOnWithoutReader() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Does a command's work; an error becomes sentences on stderr and an exit code.
  /// - Parameter tellsOfConfig: whether what is wrong in the settings is said first.
  static func run(tellsOfConfig: Bool = true, _ work: () throws -> Void) throws {
    // A limit on the size of files is then an error of the write, and nothing is lost.
    signal(SIGXFSZ, SIG_IGN)
    if tellsOfConfig { Surroundings.config.troubles.forEach { complain(words($0)) } }
    var ending = ExitCode.success
    do {
      try work()
    } catch {
      ending = tell(of: error)
    }
    if !isDelivered(), ending == .success { ending = ExitCode(74) }
    if ending != .success { throw ending }
  }

  /// Says an error; returns how the program ends with it.
  static func tell(of error: any Error) -> ExitCode {
    if let code = error as? ExitCode { return code }
    if let usage = error as? UsageError {
      complain(usage.text)
      return ExitCode(64)
    }
    complain(words(error))
    if let line = restoringLine(after: error) {
      complain(words(.errorNewestBackup, ["line": line]))
    }
    return ExitCode(Words.exitCode(for: error))
  }

  /// Whether all that was said has been written. Who reads no further, as `head` does, misses nothing.
  static func isDelivered() -> Bool {
    let failure = output.withLock { output in
      output.deliver()
      return output.failure
    }
    guard let failure, failure != EPIPE else { return true }
    complain(words(.cliOutputLost, ["reason": words.reason(ofSystem: failure)]))
    return false
  }

  /// The command that puts the newest backup of a broken plan in its place, if there is one.
  private static func restoringLine(after error: any Error) -> String? {
    guard case .invalid(let findings)? = error as? StoreError, let plan = findings.first?.file,
      PosixFile.lastComponent(of: plan) == "chart.json"
    else { return nil }
    return Backups(of: PosixFile.parent(of: plan)).newest.map { backup in
      Printable.filtered("cp '\(backup)' '\(plan)'")
    }
  }

  /// What an option says; without it, or when it says nothing, the command is not complete.
  static func said(_ option: String?, orAsk word: Word) throws -> String {
    guard let option, option.contains(where: { !$0.isWhitespace }) else {
      throw UsageError(text: words(word))
    }
    return option
  }

  /// What was said on the command line makes no sense.
  struct UsageError: Error {
    var text: String
    /// Whether it is about what is worked on, and not about the whole line: others may go on.
    var isAboutTask = false
  }

  // MARK: The locale

  static var locale: TerminalLocale { Surroundings.locale }

  /// Says that only ASCII can be shown, in a language that can; and why, where the locale is named
  /// and not there.
  static var asciiWarning: String { missingLocale ?? Words(.en)(.asciiOnly) }

  /// Says that the locale is not installed, if that is so.
  static var missingLocale: String? {
    locale.missing.map { Words(.en)(.localeMissing, ["name": Printable.filtered($0)]) }
  }
}
