import CNcurses
import Glibc

// A crash gives the terminal back as well.
extension CursesTerminal {
  /// What is written at a crash, kept for ever: first what takes the modes back, then, from
  /// `words` on, what is said.
  ///
  /// Unsafe without harm: it is written once, before the handlers that read it are installed, and
  /// the memory is never freed.
  nonisolated(unsafe) private static var lastBytes:
    (start: UnsafeMutablePointer<UInt8>, words: Int, count: Int)?

  /// A trap would leave the terminal raw: give it back first, say what the user wants to know,
  /// then crash as before.
  /// - Parameter leaving: what takes the terminal's modes back.
  static func restoreOnCrash(by leaving: [UInt8], saying words: String) {
    let bytes = leaving + Array("wallchart: \(words)\n".utf8)
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    start.initialize(from: bytes, count: bytes.count)
    Self.lastBytes = (start, leaving.count, bytes.count)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      Glibc.signal(signal) { number in
        endwin()
        if let last = CursesTerminal.lastBytes {
          _ = write(STDOUT_FILENO, last.start, last.words)
          _ = write(STDERR_FILENO, last.start + last.words, last.count - last.words)
        }
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
