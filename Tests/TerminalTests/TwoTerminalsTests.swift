import Foundation
import Testing

@Suite(.serialized) struct TwoTerminalsTests {
  /// A second clerk's machine with the same chart on a share.
  private func colleague(_ desk: Desk) -> [String: String?] {
    ["XDG_STATE_HOME": desk.folder + "/state2", "WALLCHART_AS": "m.li"]
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
    // The second clerk presses before the first one's mark can be seen.
    // Its first look at the folder is over by then.
    two.watch(milliseconds: 200)
    two.send(signal: SIGSTOP)
    two.press(.space)
    one.press(.space)
    try one.waitUntilSaved()
    two.send(signal: SIGCONT)
    try two.wait(for: "k.wang changed BS-01 at ", inRow: 23)
    #expect(!two.isSaved)
    try two.wait("the other's mark") { two.display.row(5).contains("~16") }
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
    // Its first look at the folder is over by then.
    two.watch(milliseconds: 200)
    two.send(signal: SIGSTOP)
    two.press(.space)
    one.press("u")
    try one.waitUntilSaved("is open again.")
    two.send(signal: SIGCONT)
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
    // Its first look at the folder is over by then.
    two.watch(milliseconds: 200)
    two.send(signal: SIGSTOP)
    two.press(.space)
    one.press(.space)
    try one.waitUntilSaved()
    one.press("u")
    try one.waitUntilSaved("is open again.")
    two.send(signal: SIGCONT)
    try two.wait(for: "k.wang changed BS-01 at ", inRow: 23)
    try two.wait(for: "Do it all the same? y: yes, Esc: no", inRow: 23)
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
    try two.wait(for: "You have nothing to undo.", inRow: 23)
    two.press(.space)
    try two.wait(for: "Why is the mark of k.wang taken back?", inRow: 23)
    two.press("wrong boiler", .enter)
    try two.waitUntilSaved("is open again")
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

  // MARK: What others write is seen

  @Test func `A mark made elsewhere shows within a second, and the cursor stays on its task`()
    throws
  {
    let desk = try Desk()
    let one = try desk.open()
    let two = try desk.open(with: colleague(desk))
    two.press("G")
    try two.wait("the last task") { two.selection.contains("CW-03") }
    one.press(.space)
    try two.wait("the other's mark") { two.display.row(5).contains("~16") }
    #expect(two.selection.contains("CW-03"))
    #expect(two.display.row(1).hasSuffix("1 of 4 due nodes met"))
    // By a command of a shell, too.
    #expect(try desk.run("mark", "CW-01/1", desk.chart).ending == .exit(0))
    try one.wait("the command's mark") { one.display.text.contains("!3✓") }
    try two.wait("the command's mark") { two.display.text.contains("!3✓") }
    // What a command of this machine wrote is its last step.
    one.press("u")
    try two.wait("the undo") { two.display.text.contains("!7+") }
  }

  @Test func `A changed plan shows, a plan that is broken is told and the last good one stays`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    session.press("G")
    try session.wait("the last task") { session.selection.contains("CW-03") }
    let changed = Plan.campaign.replacingOccurrences(of: "Outfalls of the bay", with: "Outfalls")
    try desk.write(changed, to: "chart/chart.json")
    try session.wait("the new title") {
      session.display.row(session.display.cursor.row).contains("Outfalls  ")
    }
    try desk.write("{", to: "chart/chart.json")
    try session.wait(for: "chart.json:1:2", inRow: 23)
    #expect(session.display.text.contains("Outfalls"))
    session.press(.space)
    try session.waitUntilSaved()
    try desk.write(Plan.campaign, to: "chart/chart.json")
    try session.wait(for: "Outfalls of the bay")
    #expect(try desk.ledger().count == 1)
  }

  @Test func `Marking in two terminals and by commands, all see the same at the end`() throws {
    let desk = try Desk(Plan.ladder(36))
    let one = try desk.open(rows: 44)
    let two = try desk.open(rows: 44, with: colleague(desk))
    two.press("j", times: 12)
    for index in 0..<12 {
      for session in [one, two] {
        if index > 0 { session.press("j") }
        session.press(.space)
      }
      let task = Plan.ladderTask(25 + index)
      #expect(try desk.run("mark", task, desk.chart).ending == .exit(0))
    }
    try one.waitUntilSaved()
    try two.waitUntilSaved()
    for session in [one, two] {
      try session.wait("all marks") {
        (1...36).allSatisfy { number in
          let row = session.display.row(4 + number)
          return row.contains(Plan.ladderTask(number)) && row.contains("✓15")
        }
      }
    }
    #expect(try desk.ledger().count == 36)
    #expect(Set(try desk.ledger().map(\.task)).count == 36)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }
}
