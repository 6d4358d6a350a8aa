import Glibc
import WallChartStore
import WallChartWords

/// What a run has to say, on which stream, and with which exit code. The only place that prints.
struct Report: Sendable, Equatable {
  var output: [String] = []
  var complaints: [String] = []
  var exitCode: Int32 = 0
  /// The first lines of the output, which a long one pushes off the screen.
  var summary: [String] = []

  /// Nothing but a sentence.
  init(said text: String) {
    output = [text]
  }

  /// An error of files or of the store.
  init(_ error: any Error, in words: Words) {
    complaints = words(error).split(separator: "\n").map { "wallchart-import: \($0)" }
    exitCode = Words.exitCode(for: error)
  }

  /// An argument that cannot be meant.
  init(misuse text: String) {
    complaints = ["wallchart-import: \(text)"]
    exitCode = 64
  }

  /// What the parser says: help and completions, which are data, or what is wrong with the
  /// arguments, which it quotes.
  init(ofArguments text: String, exitCode: Int32, in words: Words) {
    self.exitCode = exitCode
    guard !text.isEmpty else { return }
    let isScript = exitCode == 0 && !text.hasPrefix("OVERVIEW: ")
    let text = isScript ? text : words.parserText(text)
    if exitCode == 0 { output = [text] } else { complaints = Printable.lines(of: text) }
  }

  /// Says all of it; returns the exit code, which is another one where stdout did not take it.
  @discardableResult
  func print(in words: Words = Surroundings.words) -> Int32 {
    let failure = Self.write(Self.text(of: output), to: STDOUT_FILENO)
    Self.write(Self.text(of: complaints), to: STDERR_FILENO)
    // Who reads no further misses nothing.
    guard let failure, failure != EPIPE else { return exitCode }
    let lost = words(.cliOutputLost, ["reason": words.reason(ofSystem: failure)])
    Self.write("wallchart-import: \(lost)\n", to: STDERR_FILENO)
    return exitCode == 0 ? 74 : exitCode
  }

  private static func text(of lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// Writes a text; returns what it failed with, an `errno`. The C streams `stdout` and `stderr` are
  /// shared variables, which Swift 6 keeps us from touching.
  @discardableResult
  static func write(_ text: String, to file: Int32) -> Int32? {
    var rest = TerminalText.bytes(of: text, on: file) { _ in "?" }[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
