import Glibc
import WallChartWords

/// The question before anything is written, when a person sits there.
enum Question {
  /// Whether both sides of the talk are a terminal.
  static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Shows what would be done and asks; anything but yes is no.
  static func ask(_ proposal: Report, in words: Words) -> Bool {
    proposal.print()
    print(words(.importAsk), terminator: "")
    fflush(nil)
    return isYes(readLine() ?? "", in: words)
  }

  static func isYes(_ answer: String, in words: Words) -> Bool {
    words(.importYes).split(separator: " ").contains { yes in
      answer.filter { !$0.isWhitespace }.lowercased() == yes
    }
  }
}
