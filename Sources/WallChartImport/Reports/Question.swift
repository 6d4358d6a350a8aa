import Glibc
import WallChartWords

/// The question before anything is written, when a person sits there.
enum Question {
  /// Whether both sides of the talk are a terminal.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Shows what would be done and asks; anything but yes is no.
  static func ask(_ proposal: Report, in words: Words) -> Bool {
    proposal.print()
    Report.write(text(after: proposal, in: words), to: STDOUT_FILENO)
    return isYes(Surroundings.locale.typed(line()), in: words)
  }

  /// The bytes of a line, as the terminal sends them; up to the end of the input where none follows.
  private static func line() -> [UInt8] {
    var line: [UInt8] = []
    while let byte = nextByte(), byte != 10 { line.append(byte) }
    return line
  }

  private static func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1 ? byte : nil
    }
  }

  /// The question, after the numbers once more where they have left a screen of 24 lines.
  static func text(after proposal: Report, in words: Words) -> String {
    let summary = proposal.output.count > 20 ? proposal.summary : []
    return (summary + [words(.importAsk)]).joined(separator: "\n")
  }

  static func isYes(_ answer: String, in words: Words) -> Bool {
    words(.importYes).split(separator: " ").contains { yes in
      answer.filter { !$0.isWhitespace }.lowercased() == yes
    }
  }
}
