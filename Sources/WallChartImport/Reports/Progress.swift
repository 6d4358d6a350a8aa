import Glibc
import WallChartWords

/// One line on a terminal that says how far a long import is; silent elsewhere, and at first.
final class Progress {
  private let words: Words
  private let isShown: Bool
  private var start = Progress.now
  private var last = ""

  /// Shown only when standard error is a terminal.
  init(in words: Words, isShown: Bool = isatty(STDERR_FILENO) == 1) {
    self.words = words
    self.isShown = isShown
  }

  /// Says what is being done when it has taken half a second by now.
  func say(_ word: Word, _ done: Int = 0, of all: Int = 0) {
    // The clock is looked at only now and then.
    guard isShown, done % 256 == 0, Self.now - start > 500 else { return }
    let text = words(word, ["n": "\(done)", "all": "\(all)"])
    guard text != last else { return }
    last = text
    put("\r" + text + "\u{1B}[K")
  }

  /// Clears the line.
  func end() {
    if !last.isEmpty { put("\r\u{1B}[K") }
    last = ""
    start = Self.now
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  /// Milliseconds of a clock that never jumps.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
