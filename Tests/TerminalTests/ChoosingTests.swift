import Testing

@Suite struct ChoosingTests {
  @Test func `V and a motion choose, Space marks them in one step that u takes back whole`() throws
  {
    let desk = try Desk()
    var session = try desk.open()
    session.press("V", "G")
    try session.wait(for: "7 tasks, 2 nodes selected. Space marks 2, Esc leaves.", inRow: 23)
    for row in [5, 8, 10, 12] { #expect(session.display.row(row).hasPrefix(">")) }
    session.press(.space)
    try session.waitUntilSaved("2 nodes met. u undoes.")
    #expect(!session.display.text.contains(">"))
    #expect(session.selection.hasPrefix(" 5 skipped: BS-02, BS-03, BS-04 and 2 more have no node"))
    let marks = try desk.ledger()
    #expect(marks.map(\.kind) == ["met", "met"])
    #expect(marks.map(\.task) == ["BS-01", "CW-01"])
    #expect(marks.map(\.node) == ["2", "1"])
    #expect(marks.map(\.n) == [0, 1])
    try session.quit()

    session = try desk.open()
    session.press("u")
    try session.waitUntilSaved("Undone: 2 marks of ")
    #expect(try desk.ledger().suffix(2).map(\.of) == marks.map(\.id))
    try session.quit()

    session = try desk.open()
    session.press(.control("r"))
    try session.waitUntilSaved("Redone: 2 marks of ")
    session.press(.control("r"))
    try session.wait(for: "You have nothing to redo.", inRow: 23)
    // One of the two goes back alone, and comes back by u.
    session.press("g", "/", "CW-01", .enter, .left, .space)
    try session.waitUntilSaved("CW-01 · Survey is open again")
    #expect(session.bottom.contains("u undoes."))
    session.press("u")
    try session.waitUntilSaved("Redone: CW-01 · Survey is met again")
    try session.quit()
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Esc leaves the choice and marks nothing`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("V", .down)
    try session.wait(for: "2 tasks, 1 node selected.", inRow: 23)
    session.press(.escape)
    try session.wait("the keys") { session.bottom.contains("help") }
    #expect(!session.display.row(5).hasPrefix(">"))
    #expect(try desk.ledger().isEmpty)
    try session.quit()
  }

  @Test func `Words are walked by Ctrl and arrows, and what was entered before comes back by Up`()
    throws
  {
    let desk = try Desk()
    var session = try desk.open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01", inRow: 23)
    session.press("one two", .text("\u{1B}[1;5D"), "x", .text("\u{1B}[1;5C"), "y", .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.evidence) == [["one xtwoy"]])
    try session.quit()

    session = try desk.open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01", inRow: 23)
    session.press(.up)
    try session.wait(for: "one xtwoy", inRow: 23)
    session.press(.control("w"), .control("y"), .control("y"), .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().last?.evidence == ["one xtwoyxtwoy"])
    try session.quit()
  }
}
