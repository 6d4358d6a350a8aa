import Testing

/// What the terminal shows after many small changes is what a drawing from nothing shows.
@Suite(.serialized) struct ManyKeysTests {
  static let presses: [Press] = [
    "j", "k", "h", "l", .down, .up, .left, .right, "g", "G", .home, .end, .pageDown, .pageUp,
    .control("d"), .control("u"), .tab, .backTab, ".", ",", .space, .space, "u", .control("r"),
    "0", "1", "2", "?", "e", "r", "现场", .enter, .backspace, "x", "。", .control("l"), "R",
    "/", "n", "N", "f", "F", "s", "z", "Z", "v", "+", "-", "t", "U", "[", "]", "{", "}", "\\", ":",
  ]

  /// Leaves prompts and help, and waits until every key is done with.
  private func settle(_ session: TerminalSession) throws {
    for _ in 0..<6 {
      session.press(.escape)
      // Else the next key would be read as one with Alt.
      session.watch(milliseconds: 60)
    }
    session.press("?")
    try session.wait("the key list") { [" Keys", " 按键"].contains(session.display.row(0)) }
    session.press("?")
    try session.wait("the chart") {
      session.isChartShown && session.display.row(0).contains("2020")
    }
    session.waitUntilQuiet()
  }

  @Test(arguments: [1, 2, 3, 4], ["en", "zh"])
  func `The picture after many keys is the one a redrawing gives`(
    seed: UInt64, language: String
  ) throws {
    let desk = try Desk()
    let session = try desk.open("--lang", language, columns: 90, rows: 13)
    var random = seed
    for step in 0..<150 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      session.press(Self.presses[Int(random >> 33) % Self.presses.count])
      // Sometimes one by one, sometimes many at once.
      if step % 7 < 3 { session.watch(milliseconds: 2) }
    }
    try settle(session)
    let before = (0..<13).map { session.display.cells(ofRow: $0) }
    let picture = session.display.text
    let cursor = session.display.cursor
    let count = session.received.count
    session.press(.control("l"))
    try session.wait("a redrawing") { session.received[count...].contains(74) }
    try session.wait("the picture of before:\n\(picture)") {
      (0..<13).allSatisfy { session.display.cells(ofRow: $0) == before[$0] }
    }
    try session.wait("the cursor of before") { session.display.cursor == cursor }
    // The bell is for keys that do nothing.
    #expect(session.harmfulPieces.filter { $0 != .control(7) } == [])
    try session.quit()
    #expect(session.isRestored)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `No key but Ctrl-L clears the screen, so nothing flickers`() throws {
    let session = try Desk(Plan.ladder(60)).open()
    let count = session.received.count
    session.press("j", times: 30)
    session.press("G", "k", "g", .pageDown, .space, "u", ".")
    try session.wait("the last key") { session.bottom.contains("Nothing else") }
    let pieces = Piece.pieces(of: Array(session.received[count...]))
    #expect(pieces.count > 100)
    #expect(!pieces.contains(.sequence("2", "J")))
  }

  @Test func `With nothing to do it sends nothing and uses no processor`() throws {
    let session = try Desk().open()
    session.watch(milliseconds: 50)
    let count = session.received.count
    let before = try session.processorTime()
    session.watch(milliseconds: 400)
    #expect(session.received.count == count)
    #expect(try session.processorTime() - before < .milliseconds(5))
  }

  @Test func `Titles of a third of a million signs keep no key from its work`() throws {
    var plan = Plan.campaign
    let sign = String(repeating: "\u{202E}", count: 330_000)
    for title in ["Shut down", "Clean heating", "Dust nets"] {
      plan = plan.replacing("\"en\": \"\(title)", with: "\"en\": \"\(sign)")
    }
    let session = try Desk(plan).open()
    session.press("j", times: 10)
    // As wide as a line, however long: how much of a text is looked at is tested where it is cut.
    try session.wait("the last task", seconds: 60) { session.selection.contains("CW-03") }
  }

  @Test func `A text of many pages pasted into a prompt is refused, not cut`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01", inRow: 23)
    session.press(.text(String(repeating: "长", count: 22_000)))
    session.press(.enter)
    try session.wait("the refusal", seconds: 20) {
      session.bottom.contains("The entry is longer than")
    }
    #expect(try desk.ledger().isEmpty)
  }
}
