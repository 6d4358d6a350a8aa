import CVterm
import Foundation
import Testing

/// The built program before a room, with nobody at its keys for a while.
@Suite struct ProjectorTests {
  @Test func `The pages turn by themselves, a clicker turns them at once, and F5 pauses`() throws {
    let desk = try Desk()
    let session = try desk.start(desk.chart, "--projector", "--turn", "5")
    try session.wait(for: "turns every 5 s · page 1 of", inRow: 23)
    session.press(.pageDown)
    try session.wait(for: "page 2 of", inRow: 23)
    let turned = Date()
    try session.wait(for: "page 3 of", inRow: 23)
    // Not before its time, whatever the machine is busy with.
    #expect(Date().timeIntervalSince(turned) > 4)
    // The time of the machine, as the room's clock shows it.
    let row = session.display.row(0)
    let clock = DateFormatter()
    clock.dateFormat = "HH:mm"
    clock.timeZone = TimeZone(identifier: "Asia/Shanghai")
    let times = [Date(), Date() - 60].map { clock.string(from: $0) }
    #expect(times.contains { row.hasSuffix("as of Fri 31 Jul 2020  \($0)") }, "\(row)")
    session.press(.key(VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + 5)))
    try session.wait(for: "The pages stand still.", inRow: 23)
    session.watch(milliseconds: 6000)
    #expect(session.display.row(23).contains("page 3 of"))
    session.press("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try desk.ledger().isEmpty)
  }

  @Test
  func `Armed, a mark made before the room is on disk, and the program's end leaves no trace`()
    throws
  {
    let desk = try Desk()
    let session = try desk.start(desk.chart, "--projector")
    try session.wait(for: "page 1 of", inRow: 23)
    session.press("2", .tab, "A", .space)
    try session.wait(for: "is marked. u undoes.", inRow: 23)
    try session.wait(for: "✓ saved", inRow: 23)
    #expect(try desk.ledger().map(\.kind) == ["met"])
    #expect(session.display.text.contains("✓ met"))
    session.press("q")
    #expect(try session.waitForEnd() == .exit(0))
    // The clerk's own start goes on where it was left, not at the projector.
    let next = try desk.open()
    #expect(!next.display.text.contains("ARMED"))
    try next.quit()
  }

  @Test(arguments: ["0", "4", "3601", "-5", "soon"])
  func `An interval that no page can stand for is refused before anything is shown`(
    seconds: String
  ) throws {
    let desk = try Desk()
    let session = try desk.start(desk.chart, "--projector", "--turn=\(seconds)")
    #expect(try session.waitForEnd() == .exit(64))
  }
}
