import CNcurses
import Glibc

/// The real terminal, by ncurses. Taken once at the start, given back when this goes, however the
/// program ends.
struct CursesTerminal: Terminal, ~Copyable {
  let window: UnsafeMutablePointer<WINDOW>
  let theme: Theme
  let signals: Int32
  /// What ``wait`` lets in while it waits, and only then: a signal between reading and waiting
  /// stays pending and ends the wait at once.
  let waitingMask: sigset_t
  /// What the screen shows.
  var painted: Frame?

  /// Takes the terminal; nil when it cannot be used.
  /// - Parameter lastWords: what to say if the program crashes.
  init?(colour: ColourChoice, lastWords: String) {
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH] { sigaddset(&blocked, signal) }
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &blocked, &before)
    sigdelset(&before, SIGWINCH)
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] { sigaddset(&before, signal) }
    waitingMask = before
    sigdelset(&blocked, SIGWINCH)
    signals = wallchart_signal_file(&blocked)

    set_escdelay(25)
    guard let window = wallchart_start() else { return nil }
    self.window = window
    Self.restoreOnCrash(saying: lastWords)
    wallchart_ready(window)
    idlok(window, true)
    theme = Self.startColours(colour)
  }

  deinit {
    endwin()
    close(signals)
  }

  var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    wallchart_size(window, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  mutating func redraw() {
    painted = nil
    clearok(window, true)
  }

  mutating func suspend() {
    endwin()
    // The whole job stops, as the shell expects; without a shell above (xterm -e) the system
    // ignores it, where a plain stop would freeze the window for ever.
    let handler = Glibc.signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    Glibc.signal(SIGTSTP, handler)
    // Back again: ncurses takes the terminal at the next refresh, whose size may be another.
    redraw()
    wrefresh(window)
  }

  func bell() {
    beep()
  }
}

/// Whether to use colours.
enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}
