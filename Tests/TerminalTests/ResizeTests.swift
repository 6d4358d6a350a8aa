import Glibc
import Testing

@Suite(.serialized) struct ResizeTests {
  /// Waits until the screen is what a fresh start at the same size shows.
  private func expectFreshPicture(_ session: TerminalSession, _ desk: Desk) throws {
    let (columns, rows) = session.display.size
    let fresh = try desk.open(columns: columns, rows: rows)
    try session.wait("the picture of a fresh start at \(columns) x \(rows):\n\(fresh.display.text)")
    {
      session.display.rows == fresh.display.rows
    }
    for row in 0..<rows {
      #expect(session.display.cells(ofRow: row) == fresh.display.cells(ofRow: row), "row \(row)")
    }
    #expect(session.display.cursor == fresh.display.cursor)
  }

  @Test func `A larger and a smaller window are filled as if opened so`() throws {
    let desk = try Desk()
    let session = try desk.open()
    for (columns, rows) in [(120, 34), (200, 60), (100, 20), (81, 25), (80, 24), (60, 16)] {
      session.resize(columns: columns, rows: rows)
      try expectFreshPicture(session, desk)
    }
  }

  @Test func `Too small a window says so kindly, and the chart comes back`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.resize(columns: 39, rows: 24)
    try session.wait(for: "This window is 39 x 24. A wall chart")
    try session.wait("the rest of the sentence") {
      session.display.row(1).hasSuffix("needs 40 x 10.")
    }
    session.resize(columns: 60, rows: 9)
    try session.wait(for: "This window is 60 x 9. A wall chart needs 40 x 10.")
    session.resize(columns: 40, rows: 10)
    try session.wait("the chart") { session.isChartShown && session.selection.contains("BS-01") }
    session.resize(columns: 80, rows: 24)
    try expectFreshPicture(session, desk)
  }

  @Test func `A window of one cell crashes nothing`() throws {
    let desk = try Desk()
    let session = try desk.open()
    for (columns, rows) in [(1, 1), (2, 1), (1, 50), (300, 1), (3, 3), (1, 1)] {
      session.resize(columns: columns, rows: rows)
      session.watch(milliseconds: 30)
    }
    session.resize(columns: 80, rows: 24)
    try session.wait("the chart") { session.isChartShown && session.selection.contains("BS-01") }
    #expect(try session.quit() == .exit(0))
    #expect(session.isRestored)
  }

  @Test func `It starts on a window of one cell`() throws {
    let desk = try Desk()
    let session = try desk.start(desk.chart, columns: 1, rows: 1)
    try session.wait("a first character") {
      session.display.isAlternate && session.display.row(0) == "T"
    }
    session.resize(columns: 80, rows: 24)
    try session.wait("the chart") { session.isChartShown && session.selection.contains("BS-01") }
  }

  @Test func `A window smaller for a moment, before the program could look, is whole again`() throws
  {
    let desk = try Desk()
    let session = try desk.open()
    let before = session.display.rows
    // Stopped, as a busy machine would hold it up: then both changes are one to it.
    session.send(signal: SIGSTOP)
    session.resize(columns: 50, rows: 12)
    session.resize(columns: 80, rows: 24)
    #expect(session.display.rows != before, "a terminal keeps only what the small window held")
    session.send(signal: SIGCONT)
    try expectFreshPicture(session, desk)
  }

  @Test func `A storm of fifty sizes ends in the right picture`() throws {
    let desk = try Desk()
    let session = try desk.open()
    var random: UInt64 = 2020
    for _ in 0..<50 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      session.resize(columns: 20 + Int(random >> 33 % 180), rows: 5 + Int(random >> 40 % 60))
    }
    session.resize(columns: 90, rows: 28)
    try expectFreshPicture(session, desk)
  }

  @Test func `Keys amid a storm of sizes are not lost`() throws {
    let desk = try Desk(Plan.ladder(60))
    let session = try desk.open()
    for step in 0..<40 {
      session.resize(columns: 60 + step, rows: 16 + step % 9)
      session.press("j")
    }
    session.resize(columns: 120, rows: 30)
    try session.wait("task 41") {
      session.selection.hasPrefix(" T-41 ")
        && session.display.row(session.display.cursor.row).contains("T-41 Step 41")
    }
    // What any window of this size shows: every row of the body is one of the chart, in order.
    let shown = (4..<27).map { session.display.row($0) }
    let first = try #require((1...60).first { shown[0].contains("\(Plan.ladderTask($0)) ") })
    for (line, row) in shown.enumerated() {
      #expect(row.contains("\(Plan.ladderTask(first + line)) Step \(first + line) "))
    }
  }
}
