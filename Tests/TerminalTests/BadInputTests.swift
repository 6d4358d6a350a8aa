import Foundation
import Testing

/// What goes wrong before the screen is there is said in plain text, with the exit code for it.
@Suite struct BadInputTests {
  private func expect(
    _ session: TerminalSession, says text: String, code: Int32,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let ending = try session.waitForEnd()
    #expect(session.receivedText == "wallchart: " + text + "\r\n", sourceLocation: location)
    #expect(ending == .exit(code), sourceLocation: location)
    #expect(session.isRestored, sourceLocation: location)
  }

  private let needsTerminal =
    "there is no terminal to draw on. Use \"wallchart show\" to print the chart."

  @Test func `A folder that is not there`() throws {
    let desk = try Desk(nil)
    try expect(
      desk.start("/nowhere/at/all"),
      says: "/nowhere/at/all: no chart here. A chart is a folder with a chart.json; "
        + "\"wallchart new FOLDER\" makes one.", code: 66)
  }

  @Test func `A folder without a chart`() throws {
    let desk = try Desk(nil)
    try expect(
      desk.start(desk.home),
      says: "\(desk.home): no chart here. A chart is a folder with a chart.json; "
        + "\"wallchart new FOLDER\" makes one.", code: 66)
  }

  @Test func `A name with control characters is said without them`() throws {
    let desk = try Desk(nil)
    let session = try desk.start("/no\u{1B}]52;c;SGk=\u{7}where\u{202E}")
    #expect(try session.waitForEnd() == .exit(66))
    #expect(session.receivedText.contains("/no␛]52;c;SGk=␇where<U+202E>: no chart here."))
    #expect(session.harmfulPieces == [])
    #expect(!session.received.contains(0x1B))
  }

  @Test func `An empty chart.json`() throws {
    let desk = try Desk("")
    try expect(
      desk.start(desk.chart),
      says: "\(desk.chart)/chart.json:1:1: the file is empty; a chart.json begins with "
        + "{\"format\": \"wallchart/1\". Restore it from .backup or git.", code: 65)
  }

  @Test func `A broken chart.json, by line and column`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(of: "\"2020-07-31\",\n", with: "\"2020-07-31\"\n"))
    try expect(
      desk.start(desk.chart),
      says: "\(desk.chart)/chart.json:5:1: a comma or the end of the list or object expected, "
        + "not \"\"battles\":\".", code: 65)
  }

  @Test func `A chart.json that ends in the middle`() throws {
    let desk = try Desk(String(Plan.campaign.prefix(200)))
    let session = try desk.start(desk.chart)
    #expect(try session.waitForEnd() == .exit(65))
    #expect(session.receivedText.hasPrefix("wallchart: \(desk.chart)/chart.json:"))
    #expect(session.receivedText.contains("the file ends "))
    #expect(!session.received.contains(0x1B))
  }

  @Test func `A broken rule, by the line of the task`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(
        of: "\"unit\": \"epb\", \"limit\"", with: "\"unit\": \"mars\", \"limit\""))
    try expect(
      desk.start(desk.chart),
      says: "\(desk.chart)/chart.json:20:1: no unit has the id \"mars\".", code: 65)
  }

  @Test func `A format of the future`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(of: "wallchart/1", with: "wallchart/2"))
    try expect(
      desk.start(desk.chart),
      says: "\(desk.chart)/chart.json:2:11: format \"wallchart/2\" is not known to this version, "
        + "which reads wallchart/1. Nothing was changed.", code: 65)
  }

  @Test func `Stdin that is no terminal`() throws {
    let desk = try Desk()
    try expect(desk.start(desk.chart, input: "/dev/null"), says: needsTerminal, code: 64)
  }

  @Test func `Stdout that is no terminal`() throws {
    let desk = try Desk()
    try expect(desk.start(desk.chart, output: "/dev/null"), says: needsTerminal, code: 64)
  }

  @Test func `A terminal that can do nothing, none at all, and one nobody knows`() throws {
    let desk = try Desk()
    for name in ["dumb", "", nil] {
      try expect(desk.start(desk.chart, with: ["TERM": name]), says: needsTerminal, code: 64)
    }
    try expect(
      desk.start(desk.chart, with: ["TERM": "no-such-terminal"]),
      says: "nothing is known here about terminals of the kind TERM=no-such-terminal. Set TERM to "
        + "one that is, such as xterm-256color, or use \"wallchart show\" to print the chart.",
      code: 64)
  }

  @Test func `An option that does not exist`() throws {
    let desk = try Desk()
    let session = try desk.start("--bogus", desk.chart)
    #expect(try session.waitForEnd() == .exit(64))
    #expect(session.receivedText.contains("Unknown option '--bogus'"))
    #expect(!session.received.contains(0x1B))
  }

  @Test func `A battle that does not exist`() throws {
    let desk = try Desk()
    try expect(
      desk.start(desk.chart, "--battle", "XX"), says: "\"XX\" is not one of: BS, CW.", code: 64)
  }

  @Test func `A damaged ledger line is found and everything else is on screen`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press(.space)
    try session.waitUntilSaved()
    session.press(.right, .space)
    try session.waitUntilSaved()
    try session.quit()
    let name = try #require(desk.ledgerFiles.first)
    let path = "chart/ledger/" + name
    let text = try String(contentsOfFile: desk.folder + "/" + path, encoding: .utf8)
    try desk.write(
      text.replacingOccurrences(of: "\"node\":\"2\"", with: "\"node\":\"1\""), to: path)

    let next = try desk.open()
    #expect(next.display.row(5).contains("✓30"))
    next.press("G", .space)
    try next.waitUntilSaved()
    try next.quit()
    #expect(desk.ledgerFiles.count == 2, "after damage the writer goes on in a new file")
    let check = try desk.run("check", desk.chart)
    #expect(check.ending == .exit(65))
    #expect(check.text.contains("\(name):1: this entry is damaged"))
  }
}
