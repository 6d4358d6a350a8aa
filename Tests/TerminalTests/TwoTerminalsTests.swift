import Testing

@Suite(.serialized) struct TwoTerminalsTests {
  /// A second clerk's machine with the same chart on a share.
  private func colleague(_ desk: Desk) -> [String: String?] {
    ["XDG_STATE_HOME": desk.folder + "/state2", "USER": "m.li"]
  }

  @Test(arguments: [true, false])
  func `Two terminals marking at once lose nothing`(isOneMachine: Bool) throws {
    let desk = try Desk(Plan.ladder(20))
    let one = try desk.open(rows: 30)
    let two = try desk.open(rows: 30, with: isOneMachine ? [:] : colleague(desk))
    two.press("j", times: 10)
    for index in 0..<10 {
      for session in [one, two] {
        if index > 0 { session.press("j") }
        session.press(.space)
      }
    }
    try one.waitUntilSaved()
    try two.waitUntilSaved()
    let ledger = try desk.ledger()
    #expect(ledger.count == 20)
    #expect(Set(ledger.map(\.task)).count == 20)
    #expect(desk.ledgerFiles.count <= 2)
    #expect(try one.quit() == .exit(0))
    #expect(try two.quit() == .exit(0))
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Who marks what the other has just marked is told whose mark it is`() throws {
    let desk = try Desk()
    let one = try desk.open()
    let two = try desk.open(with: colleague(desk))
    one.press(.space)
    try one.waitUntilSaved()
    two.press(.space)
    try two.wait(for: "k.wang changed BS-01 at ", inRow: 23)
    #expect(!two.isSaved)
    try two.wait("the other's mark") { two.display.row(4).contains("~16") }
    #expect(try desk.ledger().map(\.by) == ["k.wang"])
  }

  @Test func `Who takes back what the other has taken back is told, and nothing is written`()
    throws
  {
    let desk = try Desk()
    let one = try desk.open()
    one.press(.space)
    try one.waitUntilSaved()
    let two = try desk.open()
    #expect(two.selection.contains("met on 31 Jul"))
    one.press("u")
    try one.waitUntilSaved("is open again (")
    two.press(.space)
    try two.wait(for: "k.wang changed BS-01 at ", inRow: 23)
    try two.wait("the open node") { two.selection.contains("16 days overdue") }
    #expect(try desk.ledger().map(\.kind) == ["met", "undo"])
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Who marks what the other has marked and taken back is asked, and y marks it`() throws
  {
    let desk = try Desk()
    let one = try desk.open()
    let two = try desk.open(with: colleague(desk))
    one.press(.space)
    try one.waitUntilSaved()
    one.press("u")
    try one.waitUntilSaved("is open again (")
    two.press(.space)
    try two.wait(for: "k.wang changed BS-01 at ", inRow: 23)
    try two.wait(for: "Do it all the same? y/n", inRow: 23)
    #expect(try desk.ledger().count == 2)
    two.press("y")
    try two.waitUntilSaved()
    #expect(two.selection.contains("met on 31 Jul"))
    #expect(Set(try desk.ledger().map(\.by)) == ["k.wang", "m.li"])
    #expect(try desk.ledger().count == 3)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Another's mark is taken back only with a reason`() throws {
    let desk = try Desk()
    let one = try desk.open()
    one.press(.space)
    try one.waitUntilSaved()
    let two = try desk.open(with: colleague(desk))
    two.press("u")
    try two.wait(for: "you have nothing to undo.", inRow: 23)
    two.press(.space)
    try two.wait(for: "Why is the mark of k.wang taken back?", inRow: 23)
    two.press("wrong boiler", .enter)
    try two.waitUntilSaved("is open again (")
    #expect(try desk.ledger().count == 2)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test
  func `Closing a terminal that only looked does not make the machine forget the other's mark`()
    throws
  {
    let desk = try Desk()
    let one = try desk.open()
    let two = try desk.open()
    one.press(.space)
    try one.waitUntilSaved()
    try one.quit()
    try two.quit()
    let third = try desk.open()
    third.press("u")
    try third.waitUntilSaved("Undone: BS-01 · ")
    #expect(desk.ledgerFiles.count == 1)
  }

  @Test func `After two terminals of one machine, u takes back the marks of both`() throws {
    let desk = try Desk()
    let one = try desk.open()
    let two = try desk.open()
    one.press(.space)
    try one.waitUntilSaved()
    two.press(.down, .space)
    try two.waitUntilSaved()
    try one.quit()
    try two.quit()
    let third = try desk.open()
    third.press("u")
    try third.waitUntilSaved("Undone: BS-02 · ")
    third.press("u")
    try third.waitUntilSaved("Undone: BS-01 · ")
  }
}
