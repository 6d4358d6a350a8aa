import CNcurses
import Glibc

// What comes in behind an ESC and is no key: reports, pasted text, and what nobody knows.
extension CursesTerminal {
  /// Milliseconds to wait for the rest of a sequence that has begun.
  private static let sequenceDelay: Int32 = 50

  /// Takes a control sequence that no key of the terminal description has sent: played as single
  /// keys it would mark and undo. Nil when Esc stands alone or before another key.
  func controlSequence() -> ControlSequence? {
    let isAnswerDue = question.isDue(at: Self.now)
    if isAnswerDue { wtimeout(keys, WidthQuestion.gap) }
    defer { wtimeout(keys, 0) }
    var code: wint_t = 0
    switch read(&code) {
    case OK where code == 0x5B || code == 0x4F: break
    case wallchart_error(): return nil
    case let kind:
      putBack(code, kind)
      return nil
    }
    // A slow line may part it; nothing is lost by waiting a moment for the rest.
    wtimeout(keys, isAnswerDue ? WidthQuestion.gap : Self.sequenceDelay)
    var isSingleShift = code == 0x4F
    var sequence = ControlSequence()
    while true {
      let kind = read(&code)
      // It broke off: what comes now is something else.
      guard kind == OK else {
        if kind != wallchart_error() { putBack(code, kind) }
        return sequence
      }
      switch code {
      case 0x20...0x3F:
        if sequence.parameters.count < ControlSequence.longest {
          sequence.parameters.append(UInt8(code))
        }
      case 0x40...0x7E:
        // A key of the keypad or a function key, with nothing more to it.
        if isSingleShift { return ControlSequence() }
        sequence.final = UInt8(code)
        if sequence.beginsOldReport { sequence.oldReport = bytes(3) }
        if sequence.beginsConsoleKey { _ = bytes(1) }
        return sequence
      case 27:
        // Another one begins; in a loop, for a hostile input may hold any number of them.
        let next = read(&code)
        guard next == OK, code == 0x5B || code == 0x4F else {
          if next != wallchart_error() { putBack(code, next) }
          return sequence
        }
        isSingleShift = code == 0x4F
        sequence = ControlSequence()
      default:
        putBack(code, kind)
        return sequence
      }
    }
  }

  /// The next bytes as they are, fewer when they do not come.
  private func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let byte = UInt8(exactly: wgetch(keys)) else { break }
      bytes.append(byte)
    }
    return bytes
  }

  /// Makes the next reading find this again.
  private func putBack(_ code: wint_t, _ kind: Int32) {
    if kind == wallchart_key_code_yes() {
      ungetch(Int32(bitPattern: code))
    } else {
      unget_wch(wchar_t(bitPattern: code))
    }
  }

  /// Waits a moment for an answer that is still on its way when the terminal is given back: the
  /// shell would take it for something typed.
  func takeLateAnswer() {
    let end = Self.now + WidthQuestion.lastWait
    guard question.isDue(at: Self.now) else { return }
    while Self.now < end {
      wtimeout(keys, Int32(end - Self.now))
      var code: wint_t = 0
      guard read(&code) != wallchart_error() else { break }
      if code == 27, controlSequence()?.reportedPlace != nil { break }
    }
    wtimeout(keys, 0)
  }

  // MARK: Pasted text

  /// Takes what there is of pasted text; nil while more is to come.
  ///
  /// ncurses, which reads byte by byte, holds nothing back by now, and is too slow for this.
  mutating func goOnPasting() -> Input? {
    var bytes = [UInt8](repeating: 0, count: 8)
    // Signals and the screen get their turn even if there is always more.
    for _ in 0..<1 << 16 {
      guard let missing = paste?.missing else { return nil }
      var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 0) > 0 else {
        // The end may have been lost: what there is must do.
        let isOver = paste.map { Self.now - $0.lastHeard >= Paste.patience } ?? true
        return isOver ? endPaste() : nil
      }
      let count = Glibc.read(STDIN_FILENO, &bytes, missing)
      // The terminal is gone; the next reading tells.
      guard count > 0 else { return endPaste() }
      for byte in bytes[..<count] { paste?.take(byte) }
      if paste?.isComplete == true { return endPaste() }
      paste?.lastHeard = Self.now
    }
    return nil
  }

  private mutating func endPaste() -> Input? {
    defer { paste = nil }
    return paste.map {
      .pasted(Self.isUTF8 ? $0.text : Self.text(ofLocale: $0.bytes))
    }
  }

  /// Milliseconds of a clock that never jumps.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
