import CNcurses
import Glibc

/// The real terminal, by ncurses. Taken once at the start, given back when this goes, however the
/// program ends.
struct CursesTerminal: Terminal, ~Copyable {
  private let window: UnsafeMutablePointer<WINDOW>
  private let theme: Theme
  private let signals: Int32
  /// What ``wait`` lets in while it waits, and only then: a signal between reading and waiting
  /// stays pending and ends the wait at once.
  private let waitingMask: sigset_t
  /// What the screen shows.
  private var painted: Frame?

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

  /// What a crash says at the end, kept for ever.
  ///
  /// Unsafe without harm: it is written once, before the handlers that read it are installed, and
  /// the memory is never freed.
  nonisolated(unsafe) private static var lastWords:
    (start: UnsafeMutablePointer<UInt8>, count: Int)?

  /// A trap would leave the terminal raw: give it back first, say what the user wants to know,
  /// then crash as before.
  private static func restoreOnCrash(saying words: String) {
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

  private static func startColours(_ colour: ColourChoice) -> Theme {
    if colour != .never { start_color() }
    let count = colour == .never ? 0 : Int(wallchart_colour_count())
    let theme = Theme.standard(colours: count)
    if count > 0 {
      use_default_colors()
      for role in Role.allCases {
        for isSelected in [false, true] {
          let number = pair(role, isSelected, theme)
          let style = theme[role, isSelected: isSelected]
          if number > 0 { init_pair(number, style.text, style.ground) }
        }
      }
    }
    return theme
  }

  /// The number of a look's colour pair; 0, the terminal's own, where it sets no colour.
  private static func pair(_ role: Role, _ isSelected: Bool, _ theme: Theme) -> Int16 {
    let style = theme[role, isSelected: isSelected]
    guard style.text >= 0 || style.ground >= 0 else { return 0 }
    return Int16(role.rawValue) * 2 + (isSelected ? 2 : 1)
  }

  var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    wallchart_size(window, &rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: Input

  mutating func wait(for files: [Int32], seconds: Int) {
    var files = ([STDIN_FILENO, signals] + files).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var time = timespec(tv_sec: max(0, seconds), tv_nsec: 0)
    var mask = waitingMask
    let count = ppoll(&files, nfds_t(files.count), &time, &mask)
    // SIGWINCH ended the wait. `next` tells a new size; but a window that was smaller only for a
    // moment has the old one again and yet lost what was cut away: draw everything anew.
    if count < 0 { redraw() }
  }

  mutating func next() -> Input? {
    var information = signalfd_siginfo()
    if read(signals, &information, MemoryLayout.size(ofValue: information)) > 0 {
      return .terminated(signal: Int32(information.ssi_signo))
    }
    while true {
      var code: wint_t = 0
      let kind = wget_wch(window, &code)
      if kind == wallchart_error() { return hasHungUp ? .terminated(signal: SIGHUP) : nil }
      if kind == wallchart_key_code_yes() {
        if Int32(bitPattern: code) == KEY_RESIZE {
          painted = nil
          return .resized(size)
        }
        if let name = Self.names[Int32(bitPattern: code)] { return .key(.named(name)) }
      } else if code == 27, passOverSequence() {
        continue
      } else if let key = Self.key(code) {
        return .key(key)
      }
    }
  }

  /// Passes over a control sequence that no key of the terminal description has sent: played as
  /// single keys it would mark and undo. False when Esc stands alone or before another key.
  private func passOverSequence() -> Bool {
    var code: wint_t = 0
    guard wget_wch(window, &code) == OK else { return false }
    guard code == 0x5B || code == 0x4F else {
      unget_wch(wchar_t(bitPattern: code))
      return false
    }
    // Parameters, then one byte that ends it.
    while wget_wch(window, &code) == OK, !(0x40...0x7E).contains(code) {}
    return true
  }

  /// The terminal is gone: reading would find nothing for ever.
  private var hasHungUp: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) > 0 && file.revents & Int16(POLLHUP) != 0
  }

  private static func key(_ code: wint_t) -> Key? {
    switch code {
    case 9: return .named(.tab)
    case 10, 13: return .named(.enter)
    case 27: return .named(.escape)
    case 32: return .named(.space)
    case 8, 127: return .named(.backspace)
    case 1...26:
      return Unicode.Scalar(code + 96).map { .control(Character($0)) }
    case 0..<32: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static let names: [Int32: Key.Name] = {
    var names: [Int32: Key.Name] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
      KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BTAB: .backTab,
      KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_ENTER: .enter,
    ]
    let function: [Key.Name] = [.f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8]
    for (index, name) in function.enumerated() {
      names[wallchart_function_key(Int32(index + 1))] = name
    }
    return names
  }()

  // MARK: Output

  mutating func paint(_ frame: Frame) {
    if var old = painted, old.size == frame.size {
      scroll(&old, towards: frame)
      for row in 0..<frame.size.rows { paint(row, of: frame, over: old) }
    } else {
      werase(window)
      let blank = Frame(size: frame.size)
      for row in 0..<frame.size.rows { paint(row, of: frame, over: blank) }
    }
    painted = frame
    curs_set(frame.hidesCursor ? 0 : 1)
    wmove(window, Int32(frame.cursor.row), Int32(frame.cursor.column))
    wrefresh(window)
  }

  /// A body that moved by a few rows is scrolled in its region: the terminal then needs only the
  /// rows that came in.
  private func scroll(_ old: inout Frame, towards frame: Frame) {
    let rows = frame.bodyTop - old.bodyTop
    guard old.body == frame.body, rows != 0, abs(rows) < frame.body.count / 2 else { return }
    wsetscrreg(window, Int32(frame.body.lowerBound), Int32(frame.body.upperBound) - 1)
    scrollok(window, true)
    wscrl(window, Int32(rows))
    scrollok(window, false)
    old.scrollBody(by: rows)
  }

  /// Touches only the cells that differ, in runs of one look.
  private func paint(_ row: Int, of frame: Frame, over old: Frame) {
    var column = 0
    var run: [wchar_t] = []
    var start = 0
    var look = Cell.blank
    func flush() {
      guard !run.isEmpty else { return }
      setLook(look)
      mvwaddnwstr(window, Int32(row), Int32(start), run, Int32(run.count))
      run.removeAll(keepingCapacity: true)
    }
    while column < frame.size.columns {
      let cell = frame[column, row]
      let isWide = column + 1 < frame.size.columns && frame[column + 1, row].glyph == nil
      let isSame =
        cell == old[column, row] && (!isWide || frame[column + 1, row] == old[column + 1, row])
      if isSame || cell.role != look.role || cell.isSelected != look.isSelected { flush() }
      if !isSame {
        if run.isEmpty {
          start = column
          look = cell
        }
        for scalar in (cell.glyph ?? " ").unicodeScalars { run.append(wchar_t(scalar.value)) }
      }
      column += isWide ? 2 : 1
    }
    flush()
  }

  private func setLook(_ cell: Cell) {
    let style = theme[cell.role, isSelected: cell.isSelected]
    var attributes: attr_t = 0
    if style.isBold { attributes |= wallchart_bold() }
    if style.isDim { attributes |= wallchart_dim() }
    if style.isUnderlined { attributes |= wallchart_underline() }
    if style.isReverse { attributes |= wallchart_reverse() }
    wallchart_style(window, attributes, Self.pair(cell.role, cell.isSelected, theme))
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
