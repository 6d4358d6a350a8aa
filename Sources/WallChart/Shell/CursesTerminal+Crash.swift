import CNcurses
import Glibc
import Synchronization

// A crash gives the terminal back as well.
//
// The handler runs on any thread: on the one that crashed, and where the signal came from outside,
// as often as not on one of the worker. The others go on meanwhile and may be drawing. So nothing of
// ncurses is called here; what it would say stands ready, and what it still says goes nowhere.
extension CursesTerminal {
  /// What the handler needs, in memory that is never freed.
  private struct LastActs {
    /// The terminal by a descriptor that nobody else knows.
    var terminal: Int32
    var nowhere: Int32
    let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    /// What takes everything back that was asked of the terminal, and then what is said.
    var restoring: (start: UnsafeRawPointer, count: Int)
    var words: (start: UnsafeRawPointer, count: Int)
  }

  /// Unsafe without harm: it is written once, before the handlers that read it are installed.
  nonisolated(unsafe) private static var lastActs: LastActs?

  /// Who has the terminal.
  private static let holder = Atomic<Int>(shell)
  private static let shell = 0
  private static let program = 1
  private static let handler = 2

  private static let stack = SignalStack()

  /// A trap would leave the terminal raw: give it back first, say what the user wants to know,
  /// then crash as before.
  /// - Parameters:
  ///   - settings: those of the terminal before the program.
  ///   - leaving: what takes the terminal's modes back.
  static func restoreOnCrash(
    to settings: termios, by leaving: [UInt8], saying words: String
  ) {
    let copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let acts = LastActs(
      terminal: copy < 0 ? STDOUT_FILENO : copy, nowhere: open("/dev/null", O_WRONLY | O_CLOEXEC),
      restoring: kept(restoring + leaving), words: kept(Array("wallchart: \(words)\n".utf8)))
    acts.settings.initialize(to: settings)
    lastActs = acts
    hold()
    stack.begin()
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS] {
      var action = sigaction()
      action.sa_flags = SA_ONSTACK
      sigfillset(&action.sa_mask)
      action.__sigaction_handler.sa_handler = { CursesTerminal.crash($0) }
      sigaction(signal, &action, nil)
    }
  }

  /// The program has the terminal: a crash must give it back.
  static func hold() { holder.store(program, ordering: .sequentiallyConsistent) }

  /// The program has given the terminal back.
  static func letGo() {
    let before = exchange(program, for: shell)
    // A handler on another thread is at it, and ends the program when it is done.
    while before == handler { pause() }
  }

  /// Only calls that a handler may make (signal-safety(7)).
  private static func crash(_ number: Int32) {
    let before = exchange(program, for: handler)
    while before == handler { pause() }
    if let acts = lastActs {
      if before == program {
        dup2(acts.nowhere, STDOUT_FILENO)
        send(acts.restoring.start, acts.restoring.count, to: acts.terminal)
        tcsetattr(acts.terminal, TCSANOW, acts.settings)
      }
      send(acts.words.start, acts.words.count, to: STDERR_FILENO)
    }
    Glibc.signal(number, SIG_DFL)
    // It is held back until the handler returns, and ends the program then.
    raise(number)
  }

  private static func exchange(_ expected: Int, for desired: Int) -> Int {
    holder.compareExchange(
      expected: expected, desired: desired, ordering: .sequentiallyConsistent
    ).original
  }

  private static func kept(_ bytes: [UInt8]) -> (start: UnsafeRawPointer, count: Int) {
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    start.initialize(from: bytes, count: bytes.count)
    return (UnsafeRawPointer(start), bytes.count)
  }

  /// Takes back whatever may have been asked of the terminal, wherever it was interrupted.
  private static var restoring: [UInt8] {
    // CAN breaks off a sequence that has come in half.
    var bytes: [UInt8] = [0x18]
    for name in ["rmir", "smam", "rmacs", "op", "sgr0"] { bytes += capability(name) ?? [] }
    // The whole screen scrolls again; where that has another form, ncurses restores it by the size.
    if capability("csr")?.starts(with: "\u{1B}[".utf8) ?? false {
      bytes += Array("\u{1B}[r".utf8)
    }
    // Where there is no screen to go back to, what is said begins in the last row.
    bytes += filled("cup", 998, 0) + (capability("el") ?? [])
    for name in ["rmcup", "cnorm", "rmkx"] { bytes += capability(name) ?? [] }
    return bytes + [0x0D]
  }
}
