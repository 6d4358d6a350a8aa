import Foundation
import Testing

@Suite struct FirstRunTests {
  @Test func `A copied program without anything shows the example, and keeps what is marked`()
    throws
  {
    let desk = try Desk(nil)
    let program = desk.folder + "/copy/wallchart"
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/copy", withIntermediateDirectories: true)
    // By another program: a file that this one had open for writing could not be run yet.
    try TerminalSession(
      TerminalSession.Launch(
        program: "/bin/cp", arguments: [Desk.program, program], folder: desk.folder)
    ).waitForEnd()
    let copy = desk.data + "/wallchart/dalian-2020"

    let session = try desk.start(program: program)
    try session.wait("the example") { session.isChartShown }
    #expect(session.display.row(0).contains("Dalian"))
    #expect(session.bottom.contains("Your own copy of the example"))
    #expect(FileManager.default.fileExists(atPath: copy + "/chart.json"))
    session.press(".")
    try session.wait("an overdue node") { session.selection.contains("overdue") }
    session.press(.space)
    try session.waitUntilSaved()
    let place = session.selection
    #expect(place.contains("late"))
    #expect(try session.quit() == .exit(0))

    let second = try desk.start(program: program)
    try second.wait("the example") { second.isChartShown }
    #expect(second.selection == place)
    #expect(try desk.run("check", copy).ending == .exit(0))
  }

  @Test func `Without any home it says that there is no place for the example`() throws {
    let desk = try Desk(nil)
    let session = try desk.start(
      with: ["HOME": nil, "XDG_DATA_HOME": nil, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil])
    #expect(try session.waitForEnd() == .exit(64))
    #expect(
      session.receivedText
        == "wallchart: no place for the example: neither XDG_DATA_HOME nor HOME is set. "
        + "Name a chart.\r\n")
  }

  @Test func `A named chart opens without any home, and can be marked`() throws {
    let desk = try Desk()
    let session = try desk.open(
      with: ["HOME": nil, "XDG_DATA_HOME": nil, "XDG_STATE_HOME": nil, "XDG_CONFIG_HOME": nil])
    session.press(.space)
    try session.waitUntilSaved()
    #expect(try desk.ledger().count == 1)
  }

  @Test func `The last chart opens again without being named`() throws {
    let desk = try Desk()
    try desk.open().quit()
    let session = try desk.start()
    try session.wait("the chart") { session.isChartShown }
    #expect(session.display.row(0).hasPrefix(" Dalian 2020"))
  }
}
