import Glibc
import WallChartStore
import WallChartWords

/// What a run has to say, on which stream, and with which exit code. The only place that prints.
struct Report: Sendable, Equatable {
  var output: [String] = []
  var complaints: [String] = []
  var exitCode: Int32 = 0

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
  init(ofArguments text: String, exitCode: Int32) {
    self.exitCode = exitCode
    guard !text.isEmpty else { return }
    if exitCode == 0 { output = [text] } else { complaints = Printable.lines(of: text) }
  }

  func print() {
    for line in output { Swift.print(line) }
    guard !complaints.isEmpty else { return }
    var text = complaints.joined(separator: "\n") + "\n"
    // The C stream `stderr` is a shared variable, which Swift 6 keeps us from touching.
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
