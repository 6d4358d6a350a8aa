import Foundation
import Testing

/// What somebody does to a ledger with an editor is seen by whoever looks at the chart, and `check`
/// says where.
@Suite struct TamperTests {
  /// A way to make the record say something else.
  enum Tampering: CaseIterable, Sendable {
    case lineRemoved, lineEdited, linesReordered, fileCut, clockSetBack

    /// What the head says of it where the lines had been read before.
    var head: String {
      switch self {
      case .lineRemoved, .lineEdited: "1 entry damaged or missing"
      case .linesReordered, .fileCut: "2 entries damaged or missing"
      case .clockSetBack: "a clock was set back"
      }
    }

    /// What `check` says of it.
    var finding: String {
      switch self {
      case .lineRemoved: ":2: entries 1 to 1 of this writer are missing"
      case .lineEdited: ":2: this entry is damaged"
      case .linesReordered: ":3: this entry is damaged"
      case .fileCut: "entries that this machine wrote"
      case .clockSetBack: ":4: by its own word this entry was written 2020"
      }
    }

    func applied(to text: String) throws -> String {
      var lines = text.split(separator: "\n").map(String.init)
      try #require(lines.count == 4)
      switch self {
      case .lineRemoved: lines.remove(at: 1)
      case .lineEdited:
        lines[1] = lines[1].replacingOccurrences(of: "\"BS-02\"", with: "\"CW-03\"")
      case .linesReordered: lines.swapAt(1, 2)
      case .fileCut: return lines[0] + "\n" + lines[1] + "\n" + lines[2].prefix(40)
      case .clockSetBack: lines[3] = try Self.rewritten(lines[3], after: lines[2])
      }
      return lines.joined(separator: "\n") + "\n"
    }

    /// A line as a program writes it whose machine's clock was set back: its hash fits.
    private static func rewritten(_ line: String, after before: String) throws -> String {
      func hash(_ line: String) -> String { String(line.dropLast(2).suffix(32)) }
      var body = String(line.dropLast(43))
      let at = try #require(body.range(of: #""at":"[^"]*""#, options: .regularExpression))
      body.replaceSubrange(at, with: #""at":"2020-07-31T08:00:00.000+08:00""#)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["sha256sum"]
      let (input, output) = (Pipe(), Pipe())
      (process.standardInput, process.standardOutput) = (input, output)
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data((hash(before) + body).utf8))
      try input.fileHandleForWriting.close()
      let digest = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return body + ",\"hash\":\"\(digest.prefix(32))\"}"
    }
  }

  private static let tasks = ["BS-01", "BS-02", "CW-01", "CW-02"]

  /// A chart with four marks; of another machine, or of this one.
  private func marked(byOther: Bool) throws -> (desk: Desk, ledger: String) {
    let desk = try Desk()
    let other: [String: String?] = ["XDG_STATE_HOME": desk.folder + "/state2", "USER": "m.li"]
    for task in Self.tasks {
      let mark = try desk.start("mark", task, desk.chart, with: byOther ? other : [:])
      #expect(try mark.waitForEnd() == .exit(0))
    }
    return (desk, "chart/ledger/" + (try #require(desk.ledgerFiles.first)))
  }

  private func tamper(_ tampering: Tampering, _ desk: Desk, _ ledger: String) throws {
    let text = try String(contentsOfFile: desk.folder + "/" + ledger, encoding: .utf8)
    try desk.write(try tampering.applied(to: text), to: ledger)
  }

  @Test(arguments: Tampering.allCases)
  func `Done while the chart is open, it is said at once and stays said`(tampering: Tampering)
    throws
  {
    let (desk, ledger) = try marked(byOther: true)
    let session = try desk.open(columns: 100)
    #expect(!session.display.row(0).contains("missing"))
    // Its first look at the folder is over by then.
    session.watch(milliseconds: 200)
    try tamper(tampering, desk, ledger)
    let name = try #require(ledger.split(separator: "/").last)
    try session.wait("the sign in the head, and where it is") {
      session.display.row(0).contains(tampering.head) && session.bottom.hasPrefix(" \(name):")
    }
    session.press("j")
    try session.wait("the keys on the bottom line") { !session.bottom.contains(name) }
    #expect(session.display.row(0).contains(tampering.head))
    try session.quit()
  }

  @Test(arguments: Tampering.allCases)
  func `Done before the start, the chart opens with a warning, and check says where`(
    tampering: Tampering
  ) throws {
    // That a file of another machine ends too early, nothing in it tells.
    let isCut = tampering == .fileCut
    let (desk, ledger) = try marked(byOther: !isCut)
    try tamper(tampering, desk, ledger)
    let head = isCut ? "entries of this machine missing" : tampering.head
    let session = try desk.open(columns: 100)
    #expect(session.display.row(0).contains(head), "\(session.display.row(0))")
    #expect(session.bottom.lowercased().contains("\(head). \"wallchart check\" says where."))
    try session.quit()
    let check = try desk.run("check", desk.chart)
    #expect(check.ending == .exit(65))
    #expect(check.text.contains(tampering.finding), "\(check.text)")
    // The log goes on with what can be read, and says that it is not all.
    let log = try desk.run("log", desk.chart)
    #expect(log.ending == .exit(1))
    #expect(log.text.contains(tampering.finding))
    #expect(log.text.contains("BS-01 Shut down 4 small boilers"))
  }
}
