import Testing

@Suite struct MarkingTests {
  @Test
  func `Space marks the node: the screen says so, one line is in the ledger, u takes it back`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    #expect(try desk.ledger().isEmpty)
    session.press(.space)
    try session.waitUntilSaved()
    #expect(
      session.bottom.hasPrefix(" BS-01 · Plan fixed: met, 16 days late. e evidence, u undoes."))
    #expect(session.display.row(5).contains("~16"))
    #expect(session.selection.contains("met on 31 Jul, 16 days late"))
    #expect(session.display.row(1).hasSuffix("1 of 4 due nodes met"))
    var ledger = try desk.ledger()
    try #require(ledger.count == 1)
    #expect(ledger[0].kind == "met" && ledger[0].task == "BS-01" && ledger[0].node == "2")
    #expect(ledger[0].by == "k.wang" && ledger[0].n == 0)

    session.press("u")
    try session.waitUntilSaved("Undone: BS-01 · ")
    #expect(session.display.row(5).contains("!16"))
    ledger = try desk.ledger()
    try #require(ledger.count == 2)
    #expect(ledger[1].kind == "undo" && ledger[1].of == ledger[0].id)
    #expect(try session.quit() == .exit(0))
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Space a second time takes the own mark of today back at once`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press(.space)
    try session.waitUntilSaved()
    session.press(.space)
    try session.waitUntilSaved("is open again.")
    #expect(try desk.ledger().map(\.kind) == ["met", "undo"])
  }

  @Test func `Undo and redo go on over restarts, and the cursor stands where it stood`() throws {
    let desk = try Desk()
    var session = try desk.open()
    session.press(.down, .right, .space)
    try session.waitUntilSaved("BS-02 · Pipes (31 Oct): met.")
    session.press("G", .left, .space)
    try session.waitUntilSaved("CW-03 · List (20 Aug): met.")
    let place = session.selection
    #expect(place.hasPrefix(" CW-03 · List (20 Aug): met"))
    try session.quit()

    session = try desk.open()
    #expect(session.selection == place)
    session.press("u")
    try session.waitUntilSaved("Undone: CW-03 · ")
    session.press("u")
    try session.waitUntilSaved("Undone: BS-02 · ")
    #expect(session.selection.hasPrefix(" BS-02 · Pipes"))
    try session.quit()

    session = try desk.open()
    #expect(session.selection.hasPrefix(" BS-02 · Pipes (31 Oct): due in"))
    session.press(.control("r"))
    try session.waitUntilSaved("Redone: BS-02 · ")
    #expect(session.selection.contains("met on 31 Jul"))
    try session.quit()

    session = try desk.open()
    session.press(.control("r"))
    try session.waitUntilSaved("Redone: CW-03 · ")
    session.press(.control("r"))
    try session.wait(for: "You have nothing to redo.", inRow: 23)
    try session.quit()
    #expect(try desk.ledger().map(\.kind) == ["met", "met", "undo", "undo", "undo", "undo"])
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `A node with a quota asks for the count, filled with the quota`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press(.down, .down, .space)
    try session.wait(for: "BS-03 · done of 12 sites: 6", inRow: 23)
    #expect(session.display.cursor.row == 23)
    session.press(.enter)
    try session.waitUntilSaved()
    #expect(session.bottom.hasPrefix(" BS-03: 6 of 12 sites reported."))
    #expect(try desk.ledger().map(\.count) == [6])
  }

  @Test func `Evidence typed with an input method stands in the ledger, the caret behind it`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01 · Plan fixed:", inRow: 23)
    session.press("现场照片12")
    try session.wait(for: "现场照片12", inRow: 23)
    let start = try #require(session.display.columns(of: "现场照片12", inRow: 23).first)
    try session.wait("the caret") { session.display.cursor == (start + 10, 23) }
    session.press(.backspace, .backspace, .enter)
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.evidence) == [["现场照片"]])
  }

  @Test func `Keys in their full-width form, as an input method sends them, count`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("？")
    try session.wait(for: "Keys", inRow: 0)
    session.press(.escape)
    try session.wait("the chart") {
      session.isChartShown && session.display.row(0).contains("2020")
    }
    session.press("\u{3000}")
    try session.waitUntilSaved()
    #expect(try desk.ledger().count == 1)
  }

  @Test func `Arrows, Home, End, Tab, Page keys and their letters go to the same places`() throws {
    let desk = try Desk(Plan.ladder(60))
    let session = try desk.open()
    func expect(_ task: Int) throws {
      try session.wait("task \(task)") {
        session.selection.hasPrefix(" \(Plan.ladderTask(task)) ")
      }
      let cursor = session.display.cursor
      #expect(session.display.row(cursor.row).contains(Plan.ladderTask(task)))
    }
    session.press(.down)
    try expect(2)
    session.press("j")
    try expect(3)
    session.press(.up)
    try expect(2)
    session.press("G")
    try expect(60)
    session.press(.pageUp)
    try expect(42)
    session.press(.pageDown)
    try expect(60)
    session.press("g")
    try expect(1)
    #expect(session.display.row(4).contains("STEPS"))
  }

  @Test func `A held key never lags: hundreds of presses end on the right row at once`() throws {
    let desk = try Desk(Plan.ladder(90))
    let session = try desk.open()
    session.press(.text(String(repeating: "j", count: 400)))
    session.press(.text(String(repeating: "k", count: 40)))
    try session.wait(for: "T-50 ", inRow: 22)
    #expect(session.display.row(session.display.cursor.row).contains("T-50 Step 50"))
    // Every row of the body is one of the chart, in order, nothing left over from before.
    let shown = (4..<22).map { session.display.row($0) }
    let first = try #require((1...90).first { shown[0].contains("\(Plan.ladderTask($0)) ") })
    for (line, row) in shown.enumerated() {
      #expect(row.contains("\(Plan.ladderTask(first + line)) Step \(first + line) "))
    }
  }
}
