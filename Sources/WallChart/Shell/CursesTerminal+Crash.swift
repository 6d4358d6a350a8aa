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
    giveStack()
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
      var action = sigaction()
      // Once only, as what comes then is the crash itself.
      action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_handler = { number in
        endwin()
        if let last = CursesTerminal.lastBytes {
          _ = write(STDOUT_FILENO, last.start, last.words)
          _ = write(STDERR_FILENO, last.start + last.words, last.count - last.words)
        }
        raise(number)
      }
      sigaction(signal, &action, nil)
    }
  }

  /// A stack for the handlers: where the program's own has overflowed, there is no other to run on,
  /// and the system would end the program without them (sigaltstack(2); RestoredTerminalTests lets it
  /// overflow). It is that of this thread, which draws; a thread of the worker has none. The memory
  /// is never freed.
  private static func giveStack() {
    let size = 256 << 10
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }
}
