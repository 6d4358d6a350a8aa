import Foundation
import Glibc
import Testing

/// When the disk does not take a mark, the screen never says that it did.
@Suite struct NotSavedTests {
  /// A chart whose ledger cannot be written: a plain file stands where its folder belongs.
  private func blockedDesk() throws -> Desk {
    let desk = try Desk()
    try desk.write("", to: "chart/ledger")
    return desk
  }

  @Test func `A mark that cannot be saved stays on screen, says so, and R saves it later`() throws {
    let desk = try blockedDesk()
    let session = try desk.open()
    session.press(.space)
    try session.wait(for: "1 not saved", inRow: 0)
    try session.wait(for: "NOT SAVED, R tries again: ", inRow: 23)
    #expect(!session.receivedText.contains("✓ saved"))
    #expect(session.display.row(5).contains("~16"))
    session.press(.down)
    try session.wait("the sign beside the keys") {
      session.selection.contains("BS-02") && session.display.row(0).contains("1 not saved")
    }
    try FileManager.default.removeItem(atPath: desk.chart + "/ledger")
    session.press("R")
    try session.waitUntilSaved()
    #expect(try desk.ledger().map(\.task) == ["BS-01"])
    #expect(try session.quit() == .exit(0))
  }

  @Test func `It does not leave with an unsaved mark unless asked twice`() throws {
    let desk = try blockedDesk()
    let session = try desk.open()
    session.press(.space)
    try session.wait(for: "1 not saved", inRow: 0)
    session.press("q")
    try session.wait(
      for: "1 entry not saved: R tries again, q again leaves and keeps it.", inRow: 23)
    try session.quit()
    #expect(session.isRestored)
    #expect(!session.display.isAlternate)
  }

  @Test
  func `While another program holds the chart the keys go on, and saved comes when it lets go`()
    throws
  {
    let desk = try Desk()
    let session = try desk.open()
    let lock = open(desk.chart + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    defer { close(lock) }
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    session.press(.space)
    try session.wait("the sign of saving") { session.bottom.hasSuffix(" saving") }
    session.press(.down)
    try session.wait(for: "BS-02", inRow: 22)
    #expect(session.bottom.hasSuffix(" saving"))
    #expect(try desk.ledger().isEmpty)
    flock(lock, LOCK_UN)
    try session.waitUntilSaved()
    #expect(try desk.ledger().count == 1)
  }

  @Test func `Leaving while it saves waits until it is saved`() throws {
    let desk = try Desk()
    let session = try desk.open()
    let lock = open(desk.chart + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
    defer { close(lock) }
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    session.press(.space)
    try session.wait("the sign of saving") { session.bottom.hasSuffix(" saving") }
    session.press("q")
    try session.wait(for: "Still saving; leaves when done.", inRow: 23)
    flock(lock, LOCK_UN)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try desk.ledger().count == 1)
  }
}
