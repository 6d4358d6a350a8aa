import Glibc
import WallChartWords

/// One line on a terminal that says how far a long import is; silent elsewhere, and at first.
final class Progress {
  private let words: Words
  /// Where it goes; nil when nobody sees it.
  private let put: ((String) -> Void)?
  private let milliseconds: () -> Int
  private let start: Int
  private var last = ""

  /// On standard error when that is a terminal.
  convenience init(in words: Words) {
    let isSeen = isatty(STDERR_FILENO) == 1
    self.init(
      in: words, milliseconds: { Progress.now },
      put: isSeen ? { Report.write($0, to: STDERR_FILENO) } : nil)
  }

  /// - Parameter milliseconds: of a clock that never jumps.
  init(in words: Words, milliseconds: @escaping () -> Int, put: ((String) -> Void)?) {
    self.words = words
    self.milliseconds = milliseconds
    self.put = put
    start = milliseconds()
  }

  /// Says what is being done: it may last.
  func say(_ word: Word, _ count: Int = 0) { show(words(word, ["n": "\(count)"])) }

  /// Says how many of all are done, when it has taken half a second by now.
  func say(_ word: Word, _ done: Int, of all: Int) {
    // The clock is looked at only now and then.
    guard put != nil, done % 256 == 0, milliseconds() - start > 500 else { return }
    show(words(word, ["n": "\(done)", "all": "\(all)"]))
  }

  /// Clears the line.
  func end() {
    if !last.isEmpty { put?("\r\u{1B}[K") }
    last = ""
  }

  private func show(_ text: String) {
    guard let put, text != last else { return }
    last = text
    put("\r" + text + "\u{1B}[K")
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
