import Foundation
import Testing

/// Changing the plan at the terminal and by commands.
@Suite struct EditingTests {
  private func plan(_ desk: Desk) throws -> String {
    try String(contentsOfFile: desk.chart + "/chart.json", encoding: .utf8)
  }

  @Test func `A found problem is typed with completion, saved, and withdrawn by u over a restart`()
    throws
  {
    let desk = try Desk()
    var session = try desk.open()
    session.press("a", "Leaking tank @shah")
    try session.wait("what Tab offers") { session.selection.contains("Tab:  Shahekou") }
    session.press(.tab, "!high 10-31", .enter)
    try session.waitUntilSaved("BS-05 added: Leaking ta… · Shahekou · high risk · 31 Oct.")
    // What the sentence has no room for.
    #expect(session.selection == " BS-05 · Leaking tank")
    session.press("k", "j")
    try session.wait("the new node") {
      session.selection.hasPrefix(" BS-05 · Done (31 Oct): due in 92 days")
    }
    #expect(try plan(desk).contains(#""id": "BS-05", "battle": "BS", "title": "Leaking tank""#))
    #expect(try desk.ledger().map(\.kind) == ["edit"])
    #expect(try session.quit() == .exit(0))

    session = try desk.open()
    #expect(session.display.row(1).contains("8 tasks"))
    session.press("u")
    try session.waitUntilSaved("Undone: BS-05 is off the wall.")
    #expect(session.display.row(1).contains("7 tasks"))
    try session.quit()
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Of two terminals that change one title the second is told, and keeps what it typed`()
    throws
  {
    let desk = try Desk()
    let here = try desk.open()
    here.press("E", .enter, .control("u"), "Mine")
    try here.wait("the line") { here.bottom.contains("Mine") }
    let there = try desk.open("--as", "Zhao")
    there.press("E", .enter, .control("u"), "Theirs", .enter)
    try there.waitUntilSaved("BS-01: title is now “Theirs”.")
    try there.quit()
    try here.wait("what came in") { here.display.rows.joined().contains("Theirs") }
    here.press(.enter)
    try here.wait("who was first") {
      here.selection.contains("BS-01: title was changed meanwhile to “Theirs” by Zhao.")
    }
    #expect(here.bottom.contains("Mine"))
    #expect(try desk.ledger().count == 1)
    here.press(.enter)
    try here.waitUntilSaved("BS-01: title is now “Mine”.")
    let plan = try plan(desk)
    #expect(plan.contains(#""title": {"en": "Mine", "zh": "取缔燃煤锅炉4台"}"#))
    #expect(try desk.ledger().count == 2)
  }

  @Test func `What was brought back by command goes and comes by u and Ctrl-R, in true words`()
    throws
  {
    let desk = try Desk()
    _ = try desk.run("withdraw", "BS-03", desk.chart, "--reason", "twice")
    _ = try desk.run("withdraw", "BS-03", desk.chart, "--undo")
    let session = try desk.open()
    #expect(session.display.row(1).contains("7 tasks"))
    session.press("u")
    try session.waitUntilSaved("Undone: BS-03 is off the wall.")
    #expect(session.display.row(1).contains("6 tasks"))
    session.press(.control("r"))
    try session.waitUntilSaved("BS-03 is on the wall again.")
    #expect(session.display.row(1).contains("7 tasks"))
    try session.quit()
  }

  @Test func `Adding and withdrawing by command says what was done, and refuses with what helps`()
    throws
  {
    let desk = try Desk()
    let added = try desk.run("add", "Leaking tank @epb +CW 10-31", desk.chart, "--as", "Lin")
    #expect(added.ending == .exit(0))
    #expect(
      added.text == "CW-04 added: Leaking tank · Ecology Bureau · medium risk · 31 Oct 2020\r\n")
    let refused = try desk.run("add", "Leaking tank @epb 10-31", desk.chart)
    #expect(refused.ending == .exit(64))
    #expect(refused.text.contains("BS Blue sky, CW Clear water"))
    #expect(try desk.run("withdraw", "CW-04", desk.chart).ending == .exit(64))
    #expect(
      try desk.run("withdraw", "CW-04", desk.chart, "--reason", "twice", "--as", "Lin").text
        == "CW-04: withdrawn\r\n")
    #expect(try desk.run("mark", "CW-04", desk.chart).text.contains("CW-04 is withdrawn."))
    #expect(try desk.run("withdraw", "CW-04", desk.chart, "--undo").ending == .exit(0))
    #expect(try desk.run("mark", "CW-04", desk.chart).ending == .exit(0))
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
    #expect(try desk.run("add", "--help").text.contains("@unit"))
    #expect(try desk.run("withdraw", "--help", "--lang", "zh").text.contains("移出台账"))
  }

  @Test
  func `A new chart has the four battles, takes a first task, and is made only where none is`()
    throws
  {
    let desk = try Desk(nil)
    let folder = desk.folder + "/fresh"
    #expect(try desk.run("new", folder).text.contains("wallchart-import"))
    let text = try String(contentsOfFile: folder + "/chart.json", encoding: .utf8)
    for name in ["蓝天", "Blue sky", "碧水", "渤海", "农业农村", "New campaign", "新的攻坚行动"] {
      #expect(text.contains(name), "\(name)")
    }
    #expect(try desk.run("new", folder).ending == .exit(73))
    // Known from all others by more than its title.
    #expect(try desk.run("new", desk.folder + "/another").ending == .exit(0))
    let ids = try ["fresh", "another"].map { name in
      try String(contentsOfFile: "\(desk.folder)/\(name)/chart.json", encoding: .utf8)
        .firstMatch(of: /\n"id": "([a-z2-7]{26})",\n/)?.1
    }
    #expect(ids[0] != nil && ids[1] != nil && ids[0] != ids[1])
    let first = try desk.run("add", "渗漏 @+港口局 +蓝天 !长期", folder)
    #expect(first.text.contains("BS-01"))
    try desk.write("mine", to: "other/notes.txt")
    #expect(try desk.run("new", desk.folder + "/other").ending == .exit(73))
  }

  @Test func `A new chart for which there is no room leaves nothing behind`() throws {
    let desk = try Desk(nil)
    let session = try desk.start(
      "-c", "ulimit -f 0; exec \(Desk.program) new \(desk.folder)/fresh", program: "/bin/sh")
    #expect(try session.waitForEnd() == .exit(74))
    #expect(!FileManager.default.fileExists(atPath: desk.folder + "/fresh"))
  }
}
