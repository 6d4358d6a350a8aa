import Glibc
import WallChartWords

/// What the writer prints: a word and its subject, one line, one write, nothing held back.
enum Line {
  private static let words = Words(.en)

  static func say(_ word: String, _ subject: String) {
    let bytes = Array("\(word) \(subject)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  /// A failure as both programs would end with it: exit code and sentence.
  static func say(failure: any Error) {
    let sentence = words(failure).split(separator: "\n").joined(separator: " | ")
    say("failed", "\(exitCode(for: failure)) \(sentence)")
  }

  static func exitCode(for failure: any Error) -> Int32 { Words.exitCode(for: failure) }
}
