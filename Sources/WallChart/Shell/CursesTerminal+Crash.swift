import CNcurses
import Glibc

// A crash gives the terminal back as well.
extension CursesTerminal {
  /// What a crash says at the end, kept for ever.
  ///
  /// Unsafe without harm: it is written once, before the handlers that read it are installed, and
  /// the memory is never freed.
  nonisolated(unsafe) private static var lastWords:
    (start: UnsafeMutablePointer<UInt8>, count: Int)?

  /// A trap would leave the terminal raw: give it back first, say what the user wants to know,
  /// then crash as before.
  static func restoreOnCrash(saying words: String) {
    let bytes = Array("wallchart: \(words)\n".utf8)
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    start.initialize(from: bytes, count: bytes.count)
    Self.lastWords = (start, bytes.count)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      Glibc.signal(signal) { number in
        endwin()
        if let words = CursesTerminal.lastWords {
          _ = write(STDERR_FILENO, words.start, words.count)
        }
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}
