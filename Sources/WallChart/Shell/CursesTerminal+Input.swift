import CNcurses
import Glibc

// What comes in: keys and signals.
extension CursesTerminal {
  mutating func wait(for files: [Int32], milliseconds: Int) {
    var files = ([STDIN_FILENO, signals] + files).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var time = Self.time(milliseconds)
    // The end of a paste is not waited for for ever.
    if let paste {
      time = Self.time(paste.lastHeard + Paste.patience - Self.now)
    }
    var mask = waitingMask
    let count = ppoll(&files, nfds_t(files.count), &time, &mask)
    // SIGWINCH ended the wait. `next` tells a new size; but a window that was smaller only for a
    // moment has the old one again and yet lost what was cut away: draw everything anew.
    if count < 0 { redraw() }
  }

  private static func time(_ milliseconds: Int) -> timespec {
    let left = max(0, milliseconds)
    return timespec(tv_sec: left / 1000, tv_nsec: left % 1000 * 1_000_000)
  }

  mutating func next() -> Input? {
    var information = signalfd_siginfo()
    if Glibc.read(signals, &information, MemoryLayout.size(ofValue: information)) > 0 {
      let signal = Int32(information.ssi_signo)
      return signal == SIGTSTP ? .suspended : .terminated(signal: signal)
    }
    if paste != nil { return goOnPasting() }
    while true {
      var code: wint_t = 0
      let kind = read(&code)
      if kind == wallchart_error() { return hasHungUp ? .terminated(signal: SIGHUP) : nil }
      if kind == wallchart_key_code_yes() {
        if Int32(bitPattern: code) == KEY_RESIZE {
          painted = nil
          return .resized(size)
        }
        if let name = Self.name(Int32(bitPattern: code)) { return .key(.named(name)) }
      } else if code == 27, let sequence = controlSequence() {
        if sequence.beginsPaste {
          paste = Paste(at: Self.now)
          return goOnPasting()
        }
        if modes.hasMouse, let mouse = sequence.mouse { return mouse }
        if question.isAnsweredByPuTTY(sequence) { return .lacksSigns }
        if let place = sequence.reportedPlace, let ambiguous = question.answer(place) {
          if learn(ambiguous) { return .ambiguousIs(ambiguous) }
        }
      } else if let key = Self.key(code) {
        return .key(key)
      }
    }
  }

  /// Milliseconds to wait for the next byte of a character that has begun: a slow line parts it.
  private static let characterDelay: Int32 = 100
  /// The most bytes that a character has in any locale.
  private static let longestCharacter = 4

  /// Reads a character or a key, as `wget_wch` does, which drops half a character when its rest has
  /// not come yet. One that breaks off, or is none of the locale's, is left out; nothing is made of
  /// its parts.
  func read(_ code: inout wint_t) -> Int32 {
    let delay = wgetdelay(keys)
    defer { wtimeout(keys, delay) }
    var bytes: [UInt8] = []
    while true {
      let value = wgetch(keys)
      guard let byte = UInt8(exactly: value) else {
        guard value == wallchart_error() else {
          code = wint_t(value)
          return wallchart_key_code_yes()
        }
        if bytes.isEmpty { return value }
        bytes = []
        wtimeout(keys, delay)
        continue
      }
      // ASCII is the same everywhere, but may be the end of a character.
      if byte < 0x80, bytes.isEmpty {
        code = wint_t(byte)
        return OK
      }
      bytes.append(byte)
      switch Self.character(bytes) {
      case .whole(let scalar):
        code = scalar
        return OK
      case .begun where bytes.count < Self.longestCharacter:
        wtimeout(keys, Self.characterDelay)
      case .begun, .none:
        // This byte may be a character by itself, or begin one.
        if bytes.count > 1 { ungetch(Int32(byte)) }
        bytes = []
        wtimeout(keys, delay)
      }
    }
  }

  /// The terminal is gone: reading would find nothing for ever.
  private var hasHungUp: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) > 0 && file.revents & Int16(POLLHUP) != 0
  }

  /// Takes in how the terminal draws what is of ambiguous width; whether that is news.
  private mutating func learn(_ ambiguous: CellWidth.Ambiguous) -> Bool {
    painter.trustAmbiguous(on: &painted)
    if ambiguous == .wide { redraw() }
    return ambiguous == .wide
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
    // No key sends them: a terminal of another encoding does.
    case 0..<32, 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  /// What terminals send and descriptions lack: the arrows of a terminal that does not know yet, or
  /// never learns, that the keypad was asked for; and the left and right arrow with Ctrl or Alt. Alt
  /// with letters is left out: it cannot be told from Esc and a key typed behind it.
  static let otherKeys: [(sequence: String, key: Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN),
    ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
    ("\u{1B}[1;5D", wordLeft), ("\u{1B}[1;3D", wordLeft), ("\u{1B}[5D", wordLeft),
    ("\u{1B}Od", wordLeft), ("\u{1B}[1;5C", wordRight), ("\u{1B}[1;3C", wordRight),
    ("\u{1B}[5C", wordRight), ("\u{1B}Oc", wordRight),
  ]

  /// Far above the numbers that ncurses gives out itself.
  private static let wordLeft: Int32 = 0x7001
  private static let wordRight: Int32 = 0x7002

  /// No table: one would be made at the first such key, for as long as that key takes otherwise.
  private static func name(_ code: Int32) -> Key.Name? {
    switch code {
    case KEY_UP: return .up
    case KEY_DOWN: return .down
    case KEY_LEFT: return .left
    case KEY_RIGHT: return .right
    case KEY_HOME: return .home
    case KEY_END: return .end
    case KEY_PPAGE: return .pageUp
    case KEY_NPAGE: return .pageDown
    case KEY_BTAB: return .backTab
    case KEY_BACKSPACE: return .backspace
    case KEY_DC: return .delete
    case KEY_ENTER: return .enter
    case wordLeft: return .wordLeft
    case wordRight: return .wordRight
    default:
      let function: [Key.Name] = [.f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8]
      let number = Int(code) - Int(wallchart_function_key(1))
      return function.indices.contains(number) ? function[number] : nil
    }
  }
}
