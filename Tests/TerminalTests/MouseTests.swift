import Glibc
import Testing

/// The mouse selects and scrolls, and marks nothing.
@Suite struct MouseTests {
  /// Where a text begins on the screen.
  private func place(_ text: String, _ session: TerminalSession) throws -> (Int, Int) {
    for row in 3..<session.display.size.rows - 2 {
      if let column = session.display.columns(of: text, inRow: row).first { return (column, row) }
    }
    throw TerminalSession.Failure(description: "\(text) is not shown")
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color", "rxvt-unicode"])
  func `A click on a task selects it, one on a cell its node`(kind: String) throws {
    let desk = try Desk()
    let session = try desk.open(with: ["TERM": kind])
    let (column, row) = try place("CW-02", session)
    session.press(.click(column: column, row: row))
    try session.wait(for: "CW-02 · Signs set", inRow: 22)
    let (_, first) = try place("BS-01", session)
    let september = try #require(session.display.columns(of: "Sep", inRow: 2).first)
    session.press(.click(column: september, row: first))
    try session.wait(for: "BS-01 · Half shut down", inRow: 22)
    #expect(session.display.cursor.row == first)
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `A cell of several nodes shows the worst, and steps at further clicks`() throws {
    let session = try Desk().open()
    let (_, row) = try place("CW-01", session)
    let july = try #require(session.display.columns(of: "Jul", inRow: 2).first)
    for node in ["Survey", "Design", "Survey"] {
      session.press(.click(column: july, row: row))
      try session.wait(for: "CW-01 · \(node)", inRow: 22)
    }
  }

  @Test func `The wheel scrolls by three rows and the selection stays in view`() throws {
    let session = try Desk(Plan.ladder(60)).open()
    session.press(.wheel(isDown: true))
    try session.wait(for: "T-03", inRow: 4)
    try session.wait(for: "T-03", inRow: 22)
    for _ in 0..<30 { session.press(.wheel(isDown: true)) }
    try session.wait(for: "T-60", inRow: 21)
    for _ in 0..<30 { session.press(.wheel(isDown: false)) }
    try session.wait(for: "STEPS", inRow: 4)
    try session.wait(for: "T-17", inRow: 22)
  }

  @Test func `A released button holds nothing up`() throws {
    let desk = try Desk()
    let session = try desk.open()
    let (column, row) = try place("CW-02", session)
    session.press(.click(column: column, row: row))
    try session.wait(for: "CW-02 · Signs set", inRow: 22)
    session.watch(milliseconds: 50)
    // A reading that blocks would hear neither a signal nor a size.
    session.resize(columns: 100, rows: 30)
    try session.wait(for: "CW-02 · Signs set", inRow: 28)
    session.send(signal: SIGTERM)
    #expect(try session.waitForEnd() == .exit(143))
  }

  @Test func `Beyond the columns that old reports know it works as well`() throws {
    let session = try Desk().open(columns: 300, rows: 24, with: ["TERM": "tmux-256color"])
    let row = try place("BS-01", session).1
    let december = try #require(session.display.columns(of: "Dec", inRow: 2).first)
    session.press(.click(column: december, row: row))
    try session.wait(for: "BS-01 · All shut down", inRow: 22)
    session.press(.click(column: 290, row: row + 1))
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test func `A terminal that sends old reports is understood`() throws {
    let session = try Desk().open()
    let (column, row) = try place("CW-02", session)
    let report = Array("\u{1B}[M ".utf8) + [UInt8(column + 33), UInt8(row + 33)]
    session.press(.bytes(report))
    try session.wait(for: "CW-02 · Signs set", inRow: 22)
    // A column of 128 and more is no text.
    session.press(
      .bytes(Array("\u{1B}[M ".utf8) + [200, UInt8(row + 32)]),
      .bytes([0x1B, 0x5B, 0x4D, 35, 200, 40]))
    try session.wait(for: "CW-01", inRow: 22)
  }

  @Test func `With --no-mouse nothing is asked of the terminal`() throws {
    let session = try Desk().open("--no-mouse")
    session.press(.click(column: 5, row: 8), .wheel(isDown: true))
    #expect(!session.receivedText.contains("[?1000h"))
    #expect(!session.receivedText.contains("[?1006h"))
  }

  @Test func `In a prompt clicks are passed over, in help the wheel scrolls`() throws {
    let session = try Desk().open()
    session.press("e", "xy")
    try session.wait(for: "fixed: xy", inRow: 23)
    let selection = session.selection
    session.press(.click(column: 5, row: 9), .wheel(isDown: true), "z")
    try session.wait(for: "fixed: xyz", inRow: 23)
    #expect(session.selection == selection)
    session.press(.escape)
    session.watch(milliseconds: 60)
    session.press("?")
    try session.wait(for: "Esc or q goes back", inRow: 23)
    session.waitUntilQuiet()
    let fourth = session.display.row(4)
    session.press(.wheel(isDown: true))
    try session.wait("three lines on") { session.display.row(1).hasPrefix(fourth) }
  }

  @Test func `Resting after a click it sends nothing and uses no processor`() throws {
    let session = try Desk().open()
    let (column, row) = try place("CW-02", session)
    session.press(.click(column: column, row: row), .wheel(isDown: true))
    try session.wait(for: "CW-02", inRow: 22)
    session.watch(milliseconds: 50)
    let count = session.received.count
    let before = try session.processorTime()
    session.watch(milliseconds: 400)
    #expect(session.received.count == count)
    #expect(try session.processorTime() - before < .milliseconds(5))
  }
}
