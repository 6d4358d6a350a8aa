import CNcurses
import Glibc

/// The real terminal, by ncurses. Taken once at the start, given back when this goes, however the
/// program ends.
struct CursesTerminal: Terminal, ~Copyable {
  /// The screen; nothing is drawn on it.
  private let window: UnsafeMutablePointer<WINDOW>
  /// Where keys are read.
  let keys: UnsafeMutablePointer<WINDOW>
  let signals: Int32
  /// What ``wait`` lets in while it waits, and only then: a signal between reading and waiting
  /// stays pending and ends the wait at once.
  let waitingMask: sigset_t
  let modes: TerminalModes
  /// The colours that it can show.
  let depth: Theme.Depth
  var painter: Painter
  private let capabilities: Capabilities
  /// What the screen shows; nil where that is not sure.
  var painted: Frame?
  private var isCursorHidden = false
  /// Pasted text whose end has not come yet.
  var paste: Paste?
  /// How it draws what is of ambiguous width, where nobody has said it.
  var question: WidthQuestion

  /// Takes the terminal; nil when it cannot be used.
  /// - Parameter lastWords: what to say if the program crashes.
  init?(colour: ColourChoice, modes: TerminalModes, lastWords: String) {
    // Those that come by the file of signals; the size comes by interrupting the wait. All others
    // that would end the program are crashes (`restoreOnCrash`).
    let told = [
      SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
      SIGXCPU, SIGPIPE, SIGIO, SIGPWR,
    ]
    var blocked = sigset_t()
    sigemptyset(&blocked)
    for signal in told + [SIGWINCH] { sigaddset(&blocked, signal) }
    var before = sigset_t()
    sigprocmask(SIG_BLOCK, &blocked, &before)
    sigdelset(&before, SIGWINCH)
    for signal in told { sigaddset(&before, signal) }
    waitingMask = before
    sigdelset(&blocked, SIGWINCH)
    signals = wallchart_signal_file(&blocked)
    self.modes = modes

    // Never called, since the signal is blocked; but with it ncurses leaves the signal alone, whose
    // switching at every refresh would throw away one that waits to be read.
    Glibc.signal(SIGTSTP) { _ in }
    set_escdelay(25)
    var settings = termios()
    tcgetattr(STDOUT_FILENO, &settings)
    guard let window = wallchart_start() else { return nil }
    guard let capabilities = Capabilities(colour), let keys = wallchart_keys() else {
      endwin()
      return nil
    }
    (self.window, self.keys) = (window, keys)
    depth = Self.depth(colour)
    painter = Painter(capabilities, depth)
    self.capabilities = capabilities
    // Where all is ASCII there is nothing to ask with, and no need to.
    question = WidthQuestion(
      isToAsk: modes.asksWidth && capabilities.encode == nil, asksKind: modes.asksKind)
    Self.restoreOnCrash(to: settings, by: modes.leaving, saying: lastWords)
    wallchart_ready(window)
    // Else ncurses would take the beginning of a mouse report for a key, and its rest for more.
    keyok(KEY_MOUSE, false)
    for (sequence, key) in Self.otherKeys { define_key(sequence, key) }
    Self.send(modes.entering)
    // ncurses takes the terminal at its first refresh.
    wrefresh(window)
  }

  deinit {
    takeLateAnswer()
    endwin()
    Self.send(modes.leaving)
    Self.letGo()
    close(signals)
  }

  var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    wallchart_size(window, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  mutating func paint(_ frame: Frame) {
    var bytes: [UInt8] = []
    if question.isToAsk, painted == nil, frame.size.rows > 1 {
      bytes = question.bytes(capabilities, at: Self.now)
    }
    bytes += painter.paint(frame, over: painted)
    painted = frame
    if frame.hidesCursor != isCursorHidden {
      isCursorHidden = frame.hidesCursor
      curs_set(isCursorHidden ? 0 : 1)
    }
    if !bytes.isEmpty { Self.send(bytes) }
  }

  mutating func redraw() { painted = nil }

  mutating func suspend() {
    takeLateAnswer()
    question.drop()
    endwin()
    Self.send(modes.leaving)
    Self.letGo()
    // The whole job stops, as the shell expects; without a shell above (xterm -e) the system
    // ignores it, where a plain stop would freeze the window for ever.
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    let handler = Glibc.signal(SIGTSTP, SIG_DFL)
    sigprocmask(SIG_UNBLOCK, &stop, nil)
    kill(0, SIGTSTP)
    sigprocmask(SIG_BLOCK, &stop, nil)
    Glibc.signal(SIGTSTP, handler)
    Self.hold()
    Self.send(modes.entering)
    // Else ncurses would ask for it only when it next reads, behind keys pressed at the new picture.
    keypad(keys, true)
    // Back again, and the size may be another.
    wrefresh(window)
    redraw()
  }

  /// Sends bytes past ncurses, which has nothing on the way.
  private static func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes {
      if let start = $0.baseAddress { send(start, $0.count, to: STDOUT_FILENO) }
    }
  }

  /// Sends all of it; a handler may call this.
  static func send(_ start: UnsafeRawPointer, _ count: Int, to file: Int32) {
    var sent = 0
    while sent < count {
      let more = write(file, start.advanced(by: sent), count - sent)
      if more > 0 {
        sent += more
      } else if more < 0, errno == EAGAIN {
        // Somebody made the terminal non-blocking; one that takes nothing is not waited for.
        var file = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        guard poll(&file, 1, 1000) > 0 else { return }
      } else if more == 0 || errno != EINTR {
        // A terminal that is gone needs nothing more.
        return
      }
    }
  }

  func bell() {
    beep()
  }

  func entitle(_ title: String?) {
    Self.send(modes.entitling(title))
  }
}

/// Whether to use colours.
enum ColourChoice: String, CaseIterable, Sendable {
  case auto, always, never
}
