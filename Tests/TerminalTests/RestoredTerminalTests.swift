import Foundation
import Glibc
import Testing

/// However the program ends, the terminal is as it was.
@Suite struct RestoredTerminalTests {
  private func expectRestored(_ session: TerminalSession) {
    #expect(session.isRestored, "settings of the terminal")
    #expect(!session.display.isAlternate)
    #expect(session.display.isCursorVisible)
    #expect(session.modesLeftOn == [])
  }

  @Test func `Every mode of the keyboard and the screen that it sets is as before at the end`()
    throws
  {
    let session = try Desk().open()
    #expect(session.modesLeftOn.isSuperset(of: ["?2004", "?1000", "?1006", "?1049", "title"]))
    try session.quit()
    #expect(session.modesLeftOn == [])
  }

  @Test func `After q the terminal is as it was`() throws {
    let session = try Desk().open()
    #expect(!session.isRestored)
    #expect(try session.quit() == .exit(0))
    expectRestored(session)
  }

  @Test func `After Ctrl-C it ends with 130`() throws {
    let session = try Desk().open()
    session.press(.control("c"))
    #expect(try session.waitForEnd() == .exit(130))
    expectRestored(session)
  }

  @Test(
    arguments: [
      (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131), (SIGUSR1, 138), (SIGXCPU, 152),
    ] as [(Int32, Int32)]
  )
  func `After a signal it ends with 128 and the signal's number`(
    signal: Int32, code: Int32
  ) throws {
    let session = try Desk().open()
    session.send(signal: signal)
    #expect(try session.waitForEnd() == .exit(code))
    expectRestored(session)
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS])
  func `After a crash too, and it still counts as a crash`(signal: Int32) throws {
    let session = try Desk().open()
    session.send(signal: signal)
    #expect(try session.waitForEnd() == .signal(signal))
    expectRestored(session)
    #expect(session.receivedText.contains("Every mark shown as saved is on disk."))
  }

  /// The chart, opened with faults in front of the C library.
  private func open(with faults: [String: String]) throws -> TerminalSession {
    let library = Desk.program.dropLast("wallchart".count) + "libTrialFaults.so"
    let desk = try Desk()
    let variables = ["LD_PRELOAD": String(library), "TRIAL_FOLDER": desk.chart]
    return try desk.open(with: variables.merging(faults) { $1 })
  }

  @Test func `A stack that overflows is a crash like any other`() throws {
    let session = try open(with: ["TRIAL_OVERFLOW": "1"])
    session.send(signal: SIGSTKFLT)
    #expect(try session.waitForEnd() == .signal(SIGSEGV))
    expectRestored(session)
    #expect(session.receivedText.contains("Every mark shown as saved is on disk."))
  }

  @Test func `That of the thread which writes is as well`() throws {
    let session = try open(with: ["TRIAL_FAULTS": "fdatasync:1:overflow"])
    session.press(.space)
    #expect(try session.waitForEnd() == .signal(SIGSEGV))
    expectRestored(session)
    #expect(session.receivedText.contains("Every mark shown as saved is on disk."))
  }

  @Test func `A crash while keys come in restores the terminal as well`() throws {
    for _ in 0..<5 {
      let session = try Desk().open()
      session.press(.text(String(repeating: "jk", count: 200)))
      session.send(signal: SIGTRAP)
      #expect(try session.waitForEnd() == .signal(SIGTRAP))
      expectRestored(session)
    }
  }

  /// The thread that draws is not the one that crashes; it goes on until the end and has time to
  /// draw here, as the last words take long.
  @Test func `What is drawn while the other thread crashes does not take the terminal again`()
    throws
  {
    let session = try open(with: ["TRIAL_FAULTS": "fdatasync:1:trap", "TRIAL_LINGER": "300"])
    session.press(.space)
    for _ in 0..<20 {
      session.press("j")
      session.watch(milliseconds: 10)
    }
    #expect(try session.waitForEnd() == .signal(SIGTRAP))
    expectRestored(session)
    // Behind that only what was typed and the last words.
    let taken = try #require(session.receivedText.range(of: "\u{1B}[23;0t", options: .backwards))
    #expect(!session.receivedText[taken.upperBound...].contains("\u{1B}"))
  }

  @Test func `A crash in the midst of a sequence breaks it off`() throws {
    let session = try Desk().open()
    session.send(signal: SIGABRT)
    try session.waitForEnd()
    let text = session.receivedText
    let begin = try #require(text.unicodeScalars.lastIndex(of: "\u{18}"))
    for half in ["\u{1B}[38;5", "\u{1B}]2;a title", "\u{1B}[", "\u{1B}"] {
      let display = Display(columns: 80, rows: 24)
      display.take("\u{1B}[?1049h\u{1B}[?25l\(half)".utf8)
      display.take(String(text[begin...]).utf8)
      #expect(!display.isAlternate && display.isCursorVisible)
    }
  }

  @Test func `In help, in a prompt and on a window too small the same holds`() throws {
    for keys in ["?", "e", ""] {
      let session = try Desk().open()
      session.press(.text(keys))
      if keys.isEmpty {
        session.resize(columns: 30, rows: 8)
        try session.wait(for: "This window is 30 x 8.")
      } else {
        try session.wait(for: keys == "?" ? "Keys" : "Evidence for BS-01")
      }
      session.send(signal: SIGTERM)
      #expect(try session.waitForEnd() == .exit(143))
      expectRestored(session)
    }
  }

  @Test func `Closing the window ends the program, and what was marked is there`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press(.space)
    try session.waitUntilSaved()
    session.closeWindow()
    #expect(try session.waitForEnd() == .exit(129))
    #expect(try desk.ledger().count == 1)
  }

  @Test func `A signal right behind a mark leaves it whole or absent`() throws {
    for signal in [SIGTERM, SIGHUP] {
      let desk = try Desk()
      let session = try desk.open()
      session.press(.space)
      session.send(signal: signal)
      #expect(try session.waitForEnd() == .exit(128 + signal))
      let count = try desk.ledger().count
      #expect(count <= 1)
      if session.receivedText.contains("saved") { #expect(count == 1) }
      #expect(try desk.run("check", desk.chart).ending == .exit(0))
    }
  }
}

extension TerminalSession {
  /// What was switched on and not off again; the titles put on the pile and not taken back.
  var modesLeftOn: Set<String> {
    var modes: Set<String> = []
    var titles = 0
    for piece in Piece.pieces(of: received) {
      switch piece {
      case .sequence(let mode, "h"): modes.insert(mode)
      case .sequence(let mode, "l"): modes.remove(mode)
      case .sequence("22;0", "t"), .sequence("22;0;0", "t"): titles += 1
      case .sequence("23;0", "t"), .sequence("23;0;0", "t"): titles -= 1
      case .escape("="): modes.insert("keypad")
      case .escape(">"): modes.remove("keypad")
      default: break
      }
    }
    if titles != 0 { modes.insert("title") }
    // These are on in a terminal as it comes: wrapping, the cursor, and turning letters around.
    return modes.subtracting(["?7", "?25", "8"])
  }
}
