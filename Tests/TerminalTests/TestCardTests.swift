import Foundation
import Testing

@Suite struct TestCardTests {
  @Test func `The test card needs no chart, turns, and leaves the terminal as it was`() throws {
    let desk = try Desk(nil)
    let session = try desk.start("testcard")
    try session.wait("the rows") { session.display.row(2).contains("4.0 heights") }
    session.press(.pageDown)
    try session.wait("the colours") { session.display.row(0).contains("colours") }
    session.press(.escape)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isRestored)
  }

  @Test func `It follows the window's size, and a signal ends it`() throws {
    let desk = try Desk(nil)
    let session = try desk.start("testcard", "--lang", "zh")
    try session.wait("the rows") { session.display.row(2).contains("4.0") }
    session.resize(columns: 60, rows: 16)
    try session.wait("the new size") { session.display.row(2).contains("6.0") }
    session.send(signal: 15)
    #expect(try session.waitForEnd() == .exit(143))
  }

  @Test func `On a pipe its pages are text`() throws {
    let desk = try Desk(nil)
    let output = desk.folder + "/card"
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    let session = try desk.start("testcard", "--size", "60x16", "--ascii", output: output)
    #expect(try session.waitForEnd() == .exit(0))
    let text = try String(contentsOfFile: output, encoding: .utf8)
    #expect(text.contains("up to 6.0 heights") && text.contains("|x|"))
    #expect(!text.contains("\u{1B}") && !text.contains("█"))
  }
}
