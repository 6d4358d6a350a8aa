import Foundation
import Glibc
import Testing

@Suite struct SuspendTests {
  static let shells = [
    ["/bin/bash", "--norc", "--noprofile", "-i"], ["/bin/sh", "-i"],
  ]

  /// The chart, opened by hand under a shell.
  private func open(_ desk: Desk, under shell: [String]) throws -> TerminalSession {
    let session = try TerminalSession(
      TerminalSession.Launch(
        program: shell[0], arguments: Array(shell.dropFirst()),
        environment: desk.environment.merging(["PS1": "ready> "]) { $1 }, folder: desk.home))
    try session.wait(for: "ready>")
    session.press(.text("\(Desk.program) \(desk.chart)"), .enter)
    try session.wait("the chart") { session.display.isAlternate && session.isChartShown }
    return session
  }

  /// Waits for the prompt behind everything else on the screen.
  private func waitForPrompt(_ session: TerminalSession) throws {
    try session.wait("the prompt") {
      !session.display.isAlternate
        && session.display.rows.last { !$0.isEmpty }?.hasPrefix("ready>") == true
    }
  }

  @Test(arguments: shells)
  func `Ctrl-Z gives the shell back, fg brings the same screen`(shell: [String]) throws {
    let desk = try Desk()
    let session = try open(desk, under: shell)
    session.press(.down)
    try session.wait(for: "BS-02", inRow: 22)
    let before = session.display.rows
    let cursor = session.display.cursor
    session.press(.control("z"))
    try waitForPrompt(session)
    #expect(session.display.isCursorVisible)
    #expect(session.modesLeftOn.isDisjoint(with: ["?1000", "?1006", "title"]))
    session.press("echo it is $((40+2))", .enter)
    try session.wait(for: "it is 42")
    try waitForPrompt(session)
    session.press("fg", .enter)
    try session.wait("the same screen") {
      session.display.isAlternate && session.display.rows == before
    }
    try session.wait("the cursor") { session.display.cursor == cursor }
    #expect(session.modesLeftOn.isSuperset(of: ["?1000", "?1006", "?2004", "title"]))
    session.press(.space)
    try session.waitUntilSaved()
    session.press("q")
    try waitForPrompt(session)
    session.press("exit", .enter)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isRestored)
    #expect(try desk.ledger().map(\.task) == ["BS-02"])
  }

  @Test(arguments: shells)
  func `A window resized while the chart is stopped shows it at the new size`(shell: [String])
    throws
  {
    let desk = try Desk()
    let session = try open(desk, under: shell)
    session.press(.control("z"))
    try waitForPrompt(session)
    session.resize(columns: 100, rows: 30)
    session.press("fg", .enter)
    let fresh = try desk.open(columns: 100, rows: 30)
    try session.wait("the screen of the new size") {
      session.display.isAlternate && session.display.rows == fresh.display.rows
    }
    session.press("q")
    try waitForPrompt(session)
    session.press("exit", .enter)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isRestored)
  }

  @Test func `A signal to stop gives the terminal back as Ctrl-Z does, in a prompt too`() throws {
    let desk = try Desk()
    let session = try open(desk, under: Self.shells[0])
    session.press("e", "xy")
    try session.wait(for: "fixed: xy", inRow: 23)
    let children = try String(
      contentsOfFile: "/proc/\(session.process)/task/\(session.process)/children", encoding: .utf8)
    let program = try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
    for _ in 0..<2 {
      kill(program, SIGTSTP)
      try waitForPrompt(session)
      #expect(session.modesLeftOn.isDisjoint(with: ["?1000", "?1006", "title"]))
      session.press("fg", .enter)
      try session.wait("the prompt") {
        session.display.isAlternate && session.bottom.contains("fixed: xy")
      }
    }
    session.press("z", .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.evidence) == [["xyz"]])
  }

  @Test func `Without a shell above, Ctrl-Z does not freeze the window`() throws {
    let session = try Desk().open()
    let before = session.display.rows
    let count = session.received.count
    session.press(.control("z"))
    try session.wait("the chart painted anew") {
      session.received.count > count + 1000 && session.display.isAlternate
        && session.display.rows == before
    }
    session.press(.down)
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test func `Keys that come in behind Ctrl-Z, or before the keypad is asked for, count`() throws {
    // So a terminal sends the arrows that has not heard of the keypad, and so one that has.
    for down in ["\u{1B}[B", "\u{1B}OB", "j"] {
      let session = try Desk().open()
      session.press(.control("z"), .text(down))
      try session.wait(for: "BS-02", inRow: 22)
    }
  }

  @Test(arguments: shells)
  func `Keys typed right behind fg are the chart's`(shell: [String]) throws {
    let desk = try Desk()
    let session = try open(desk, under: shell)
    session.press(.control("z"))
    try waitForPrompt(session)
    session.press("fg", .enter, "j", .down, .up, .space)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.task) == ["BS-02"])
  }

  @Test func `The keypad is asked for before the chart is painted anew`() throws {
    let session = try Desk().open()
    let count = session.received.count
    session.press(.control("z"), "j")
    try session.wait(for: "BS-02", inRow: 22)
    let text = String(decoding: session.received[count...], as: UTF8.self)
    let keypad = try #require(text.range(of: "\u{1B}[?1h\u{1B}="))
    let picture = try #require(text.range(of: "\u{1B}[?1049h"))
    #expect(keypad.upperBound <= picture.lowerBound)
  }
}
