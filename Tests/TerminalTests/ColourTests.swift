import Testing

@Suite struct ColourTests {
  @Test func `States are coloured, on the terminal's own ground`() throws {
    let session = try Desk().open()
    let screen = session.display
    let overdue = try #require(screen.columns(of: "!7", inRow: 10).first)
    #expect(screen.cell(overdue, 10).ground >= 0)
    #expect(screen.cell(0, 11).ground == -1)
    #expect(screen.cell(79, 20).colour == -1)
    #expect(!session.colourPieces.isEmpty)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "xterm-mono"], ["TERM": "vt220"]])
  func `Without colour none is sent, and the signs say it all`(variables: [String: String]) throws {
    let desk = try Desk()
    let session = try desk.open("--no-ascii", with: variables)
    session.press(.space)
    try session.waitUntilSaved()
    session.press("?")
    try session.wait(for: "Keys", inRow: 0)
    session.press("q")
    try session.wait("the chart") { session.bottom.contains("Space mark") }
    let usual = try desk.open()
    for row in 4..<21 { #expect(session.display.row(row) == usual.display.row(row)) }
    try session.quit()
    #expect(session.colourPieces == [])
  }

  @Test func `An option switches colour off, and an empty NO_COLOR does not`() throws {
    let desk = try Desk()
    #expect(try desk.open("--color", "never").colourPieces.isEmpty)
    let session = try desk.open(with: ["NO_COLOR": ""])
    #expect(!session.colourPieces.isEmpty)
  }

  @Test(arguments: ["C", "POSIX"])
  func `In the C locale only ASCII is sent, with one warning`(locale: String) throws {
    let desk = try Desk()
    let session = try desk.open(with: ["LC_ALL": locale])
    session.press(.space)
    try session.waitUntilSaved()
    session.press("?")
    try session.wait(for: "Keys", inRow: 0)
    session.press("q")
    try session.wait("the chart") { session.bottom.contains("Space mark") }
    #expect(session.display.columns(of: "|", inRow: 5).count > 4)
    try session.quit()
    #expect(session.received.allSatisfy { $0 < 0x80 })
    #expect(
      session.receivedText.hasPrefix(
        "wallchart: the locale is not UTF-8: plain ASCII signs are used, "
          + "\"?\" stands for what cannot be shown.\r\n"))
  }

  @Test func `Plain signs can be asked for, and are all that is sent`() throws {
    let session = try Desk().open("--ascii")
    #expect(session.received.allSatisfy { $0 < 0x80 })
    #expect(session.display.row(0).hasPrefix(" Dalian 2020"))
  }
}
