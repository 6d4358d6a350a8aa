import Foundation
import Glibc
import Testing

/// Marks that could not be saved outlive the program: they wait in a file until R saves them.
@Suite struct RescueTests {
  /// The rescue files on a desk's machine.
  private func files(_ desk: Desk) -> [String] {
    let folder = desk.state + "/wallchart/rescue"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }
  }

  /// A chart that goes while it is open, with two marks made after that.
  private func marked(_ desk: Desk) throws -> TerminalSession {
    let session = try desk.open(columns: 120)
    try FileManager.default.moveItem(atPath: desk.chart, toPath: desk.folder + "/gone")
    session.press(.space)
    try session.wait(for: "1 not saved", inRow: 0)
    session.press(.down, .space)
    try session.wait(for: "2 not saved", inRow: 0)
    return session
  }

  /// What a person reads and finds when the program has ended with two marks unsaved.
  private func expectRescue(_ desk: Desk, _ session: TerminalSession) throws {
    #expect(session.isRestored)
    let file = try #require(files(desk).first)
    #expect(files(desk).count == 1)
    let text = session.receivedText.replacing("\r\n", with: "\n")
    #expect(
      text.hasSuffix(
        """
        wallchart: 2 entries are not saved. They are kept in \(file)
        wallchart: When \(desk.chart) can be written again, open it and press R: that saves them.

        """))
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains(#""kind":"met","task":"BS-01""#))
    #expect(lines[1].contains(#""kind":"met","task":"BS-02""#))
  }

  private func comeBack(_ desk: Desk) throws {
    try FileManager.default.moveItem(atPath: desk.folder + "/gone", toPath: desk.chart)
  }

  @Test func `Marks of a chart that went are kept, and R saves them when it is back`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q")
    try session.wait(
      for: "2 entries not saved: R tries again, q again leaves and keeps them.", inRow: 23)
    #expect(try session.quit() == .exit(74))
    try expectRescue(desk, session)

    try comeBack(desk)
    let next = try desk.open(columns: 120)
    #expect(next.bottom.contains("2 entries of an earlier run not saved: R saves them."))
    #expect(next.display.row(0).contains("2 not saved"))
    #expect(try desk.ledger().isEmpty)
    next.press("R")
    try next.waitUntilSaved()
    #expect(try desk.ledger().map(\.task) == ["BS-01", "BS-02"])
    try next.wait("the end of the file") { files(desk).isEmpty }
    next.press("R")
    #expect(try next.quit() == .exit(0))
    #expect(try desk.ledger().count == 2)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `A signal keeps them too`(signal: Int32) throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.send(signal: signal)
    #expect(try session.waitForEnd() == .exit(74))
    try expectRescue(desk, session)
  }

  @Test func `Ctrl-C twice keeps them too, of a ledger that could not be written`() throws {
    let desk = try Desk()
    try desk.write("", to: "chart/ledger")
    let session = try desk.open(columns: 120)
    session.press(.space)
    try session.wait(for: "1 not saved", inRow: 0)
    session.press(.control("c"), .control("c"))
    #expect(try session.waitForEnd() == .exit(74))
    #expect(files(desk).count == 1)
    let blocked = try desk.open(columns: 120)
    blocked.press("R")
    try blocked.wait(for: "NOT SAVED", inRow: 23)
    blocked.press("q", "q")
    #expect(try blocked.waitForEnd() == .exit(74))
    #expect(files(desk).count == 1)
    try FileManager.default.removeItem(atPath: desk.chart + "/ledger")
    let free = try desk.open(columns: 120)
    free.press("R")
    try free.waitUntilSaved()
    #expect(try desk.ledger().map(\.task) == ["BS-01"])
    #expect(try free.quit() == .exit(0))
    #expect(files(desk).isEmpty)
  }

  @Test func `Opened only to look, they stay where they are`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q", "q")
    try session.waitForEnd()
    try comeBack(desk)
    let looking = try desk.open("--read-only", columns: 120)
    #expect(!looking.display.row(0).contains("not saved"))
    #expect(try looking.quit() == .exit(0))
    #expect(files(desk).count == 1)
  }

  @Test func `The closed window keeps them`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.closeWindow()
    #expect(try session.waitForEnd() == .exit(74))
    #expect(files(desk).count == 1)
  }

  @Test func `Left a second time without R, the same entries stay kept in one file`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q", "q")
    #expect(try session.waitForEnd() == .exit(74))
    try comeBack(desk)
    let next = try desk.open(columns: 120)
    next.press("q", "q")
    #expect(try next.waitForEnd() == .exit(74))
    try expectRescue(desk, next)
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `Killed after saving and before the file went, nothing is saved twice`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q", "q")
    try session.waitForEnd()
    try comeBack(desk)
    let file = try #require(files(desk).first)
    let copy = desk.folder + "/copy"
    try FileManager.default.copyItem(atPath: file, toPath: copy)
    let next = try desk.open(columns: 120)
    next.press("R")
    try next.waitUntilSaved()
    #expect(try next.quit() == .exit(0))
    try FileManager.default.copyItem(atPath: copy, toPath: file)
    let third = try desk.open(columns: 120)
    #expect(!third.display.row(0).contains("not saved"))
    #expect(files(desk).isEmpty)
    #expect(try third.quit() == .exit(0))
    #expect(try desk.ledger().count == 2)
  }

  @Test func `What somebody else has marked meanwhile is asked, and no is the end of it`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q", "q")
    try session.waitForEnd()
    try comeBack(desk)
    #expect(try desk.run("mark", "BS-01/2", desk.chart, "--as", "Wang").ending == .exit(0))
    #expect(
      try desk.run("mark", "BS-01/2", desk.chart, "--undo", "--as", "Wang").ending == .exit(0))
    let next = try desk.open(columns: 120)
    next.press("R")
    try next.wait(for: "Wang changed BS-01", inRow: 23)
    #expect(files(desk).count == 1)
    next.press(.escape)
    try next.wait(for: "BS-01 is left as it is.", inRow: 23)
    #expect(try next.quit() == .exit(0))
    #expect(files(desk).isEmpty)
    #expect(try desk.ledger().map(\.kind).sorted() == ["met", "met", "undo"])
  }

  @Test func `What was refused is still kept when the rest is left for another start`() throws {
    let desk = try Desk()
    let session = try marked(desk)
    session.press("q", "q")
    try session.waitForEnd()
    try comeBack(desk)
    // One task has left the plan meanwhile, and the ledger cannot be written yet.
    let plan = try String(contentsOfFile: desk.chart + "/chart.json", encoding: .utf8)
    try desk.write(
      plan.replacing("\"id\": \"BS-01\"", with: "\"id\": \"BS-99\""), to: "chart/chart.json")
    try? FileManager.default.removeItem(atPath: desk.chart + "/ledger")
    try desk.write("", to: "chart/ledger")
    let next = try desk.open(columns: 120)
    next.press("R")
    try next.wait(for: "1 not saved", inRow: 0)
    next.press("q", "q")
    #expect(try next.waitForEnd() == .exit(74))
    let texts = try files(desk).map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts.contains { $0.contains(#""task":"BS-01""#) })
    #expect(files(desk).map { $0.hasSuffix(".refused") } == [true, false])
  }

  @Test func `With no place to keep them, the entries are said`() throws {
    let desk = try Desk()
    try desk.write("", to: "state/wallchart/rescue")
    let session = try marked(desk)
    session.press("q", "q")
    #expect(try session.waitForEnd() == .exit(74))
    #expect(session.receivedText.contains("could not be kept either"))
    #expect(session.receivedText.contains(#""kind":"met","task":"BS-01""#))
  }
}
