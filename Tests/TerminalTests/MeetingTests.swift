import Foundation
import Glibc
import Testing

/// A meeting led at a real terminal: what it leaves in the folder, and what a crash leaves of it.
@Suite struct MeetingTests {
  private func text(_ desk: Desk, _ name: String) throws -> String {
    try String(contentsOfFile: desk.chart + "/" + name, encoding: .utf8)
  }

  /// What this machine keeps of the meeting's place.
  private func kept(_ desk: Desk) -> String {
    let folder = desk.state + "/wallchart/charts/"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".meeting") }
      .compactMap { try? String(contentsOfFile: folder + $0, encoding: .utf8) }.joined()
  }

  private func begin(_ desk: Desk) throws -> TerminalSession {
    let session = try desk.open()
    session.press("m")
    try session.wait(for: "Which meeting?")
    session.press("2")
    try session.wait(for: "1 of 3", inRow: 1)
    try session.waitUntilSaved()
    return session
  }

  /// From anywhere in the roll-call to the end, and out of it by its closing.
  private func close(_ session: TerminalSession) throws {
    session.press("G", .enter)
    try session.wait(for: "tasks discussed")
    session.press(.enter)
    try session.wait(for: "bulletin no.")
    session.press("2")
    try session.wait(for: "minutes/2020-07-31-weekly", inRow: 23)
  }

  @Test func `Killed in the middle of it, the next start goes on at the same task`() throws {
    let desk = try Desk()
    let session = try begin(desk)
    session.press(.space)
    try session.waitUntilSaved()
    session.press(.enter)
    try session.wait(for: "2 of 3", inRow: 1)
    try session.wait("the kept place") { kept(desk).contains(#""task": "BS-02", "discussed""#) }
    session.send(signal: SIGKILL)
    #expect(try session.waitForEnd() == .signal(SIGKILL))

    let next = try desk.open()
    #expect(next.bottom.contains("is still open; m goes on with it."))
    #expect(next.display.row(0).contains("weekly scheduling meeting open"))
    next.press("m", .enter)
    try next.wait(for: "2 of 3", inRow: 1)
    try next.wait(for: "BS-02")
    try close(next)
    #expect(try next.quit() == .exit(0))

    #expect(try desk.ledger().map(\.kind) == ["meeting", "met", "meeting"])
    let minutes = try text(desk, "minutes/2020-07-31-weekly.md")
    #expect(minutes.contains("BS-01") && minutes.contains("BS-02") && minutes.contains("CW-01"))
    #expect(!(try text(desk, "bulletins/1.md")).isEmpty)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Without what was kept of its place, it is made anew from the ledger`() throws {
    let desk = try Desk()
    let session = try begin(desk)
    session.press(.space)
    try session.waitUntilSaved()
    session.press("q", "q")
    try session.waitForEnd()
    let folder = desk.state + "/wallchart/charts/"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".meeting") {
      try FileManager.default.removeItem(atPath: folder + name)
    }
    let next = try desk.open()
    next.press("m")
    try next.wait(for: "1 of 3 discussed")
    next.press(.enter)
    try next.wait(for: "2 of 3", inRow: 1)
    next.press("q", "q")
    #expect(try next.waitForEnd() == .exit(0))
  }

  @Test func `A second meeting of the day leaves the minutes of the first alone`() throws {
    let desk = try Desk()
    try close(begin(desk))
    let first = try text(desk, "minutes/2020-07-31-weekly.md")
    try close(begin(desk))
    #expect(try text(desk, "minutes/2020-07-31-weekly.md") == first)
    #expect(!(try text(desk, "minutes/2020-07-31-weekly-2.md")).isEmpty)
    #expect(!(try text(desk, "bulletins/2.md")).isEmpty)
  }

  @Test func `Minutes that cannot be written are said, and the command prints them`() throws {
    let desk = try Desk()
    let session = try begin(desk)
    // In the place of the folder, for root may write anywhere.
    try desk.write("in the way", to: "chart/minutes")
    session.press("G", .enter)
    try session.wait(for: "tasks discussed")
    session.press(.enter, .enter)
    try session.wait(
      for: "Not written: the minutes (minutes is no folder).", inRow: 23)
    try session.quit()
    #expect(try desk.ledger().map(\.kind) == ["meeting", "meeting"])
    #expect(try desk.run("minutes", desk.chart).text.contains("BS-01"))
  }
}
