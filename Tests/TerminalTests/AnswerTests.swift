import Foundation
import Testing

/// What the writing commands answer: to a script, to a person, and whom they name.
@Suite struct AnswerTests {
  /// One line of `--json`.
  private struct Line: Decodable, Equatable {
    var id: String
    var task: String
    var node: String?
    var kind: String
    var on: String
    var by: String
    var unit: String?
    var evidence: [String]?
    var stage: String?
    var standing: String?
    var withdrawn: Bool?
  }

  private func lines(_ desk: Desk, _ arguments: String...) throws -> [Line] {
    try desk.answer(arguments + [desk.chart, "--as", "Lin", "--json"]).split(separator: "\r\n").map
    {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func `Every writing command has a line for scripts, with what is new of its task`() throws {
    let desk = try Desk()
    let mark = try #require(try lines(desk, "mark", "CW-02", "--on", "2020-07-20").first)
    #expect(
      mark
        == Line(
          id: try desk.ledger()[0].id, task: "CW-02", node: "1", kind: "met", on: "2020-07-20",
          by: "Lin", stage: "rectifying"))
    let submit = try lines(
      desk, "submit", "CW-02", "--on", "2020-07-21", "--unit", "epb", "--evidence", "photos")[0]
    #expect(submit.stage == "submitted" && submit.standing == "inClosing")
    #expect(submit.unit == "epb" && submit.evidence == ["photos"])
    try desk.freeze(on: "2020-07-22")
    #expect(
      try lines(desk, "verify", "CW-02", "--on", "2020-07-22", "--unit", "jinpu")[0].stage
        == "notice")
    try desk.freeze(on: "2020-07-31")
    let crossOff = try lines(desk, "cross-off", "CW-02", "--unit", "jinpu")[0]
    #expect(crossOff.kind == "crossOff" && crossOff.standing == "crossedOff")
    let reopen = try lines(desk, "reopen", "CW-02", "--false", "--reason", "no")[0]
    #expect(reopen.stage == "rectifying" && reopen.standing == "red")
    let report = try lines(desk, "report", "BS-03", "--count", "3")[0]
    #expect(report.kind == "report" && report.stage == "rectifying" && report.standing == nil)
    #expect(try lines(desk, "note", "BS-03/1", "--text", "seen")[0].node == "1")
    #expect(try lines(desk, "mark", "BS-01")[0].node == "1")
    let undone = try lines(desk, "mark", "BS-01", "--undo")[0]
    #expect(undone.kind == "undo" && undone.node == "1" && undone.stage == "notStarted")
    #expect(try lines(desk, "supervise", "BS-02")[0].standing == "red")
    #expect(try lines(desk, "release", "BS-02", "--unit", "epb")[0].standing == "dueSoon")
    #expect(
      try lines(
        desk, "extend", "BS-02/1", "--to", "2020-09-01", "--approved-by", "Wu", "--reason", "rain",
        "--unit", "epb")[0].standing == "green")
  }

  @Test func `A problem that is added and a task that is withdrawn have their line, too`() throws {
    let desk = try Desk()
    let added = try lines(desk, "add", "Leaking tank @epb +CW 2020-10-31")[0]
    #expect(added.task == "CW-04" && added.kind == "edit" && added.standing == "green")
    #expect(added.stage == "notStarted" && added.withdrawn == nil)
    let gone = try lines(desk, "withdraw", "CW-04", "--reason", "twice")[0]
    #expect(gone.withdrawn == true && gone.on == "2020-07-31" && gone.stage == nil)
    #expect(try lines(desk, "withdraw", "CW-04", "--undo")[0].withdrawn == false)
  }

  @Test func `A task is withdrawn from a day on that has passed, never from one to come`() throws {
    let desk = try Desk()
    func run(_ arguments: String...) throws -> (text: String, ending: TerminalSession.Ending) {
      let session = try desk.begin(
        ["withdraw", "CW-02", desk.chart, "--as", "Lin"] + arguments)
      let ending = try session.waitForEnd()
      return (session.receivedText, ending)
    }
    #expect(try run("--reason", "twice", "--on", "2020-08-01").text.contains("in the future"))
    #expect(try run("--undo", "--on", "2020-07-15").ending == .exit(64))
    #expect(try run("--reason", "twice", "--on", "2020-07-15").ending == .exit(0))
    func tasks(_ day: String) throws -> Bool {
      try desk.run("show", desk.chart, "--as-of", day).text.contains("CW-02")
    }
    #expect(try tasks("2020-07-14") && !tasks("2020-07-15"))
    #expect(try run("--undo").ending == .exit(0))
    #expect(try tasks("2020-07-15"))
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `A line for scripts is that of the ledger, without its hash, as the help says`() throws
  {
    let desk = try Desk()
    let line = try desk.answer(["mark", "CW-02", desk.chart, "--json"])
    let name = try #require(desk.ledgerFiles.first)
    let written = try String(contentsOfFile: desk.chart + "/ledger/" + name, encoding: .utf8)
    let members = try #require(written.components(separatedBy: ",\"hash\"").first)
    #expect(line.hasPrefix(members + ","), "\(line)\n\(written)")
    #expect(!line.contains("\"hash\""))
    for command in ["mark", "log"] {
      #expect(
        try desk.answer([command, "--help"]).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ").contains("as in the ledger, without its hash"))
    }
  }

  @Test func `Where this machine cannot note how far it wrote, each command says so`() throws {
    let desk = try Desk()
    #expect(!(try desk.answer(["mark", "CW-02", desk.chart])).contains("ledger file"))
    // In the place of the folder, for root may write anywhere.
    try FileManager.default.removeItem(atPath: desk.state)
    try desk.write("in the way", to: "state")
    for (place, arguments) in [
      ["mark", "CW-03", desk.chart], ["add", "Leak @epb +CW 2020-10-31", desk.chart],
      ["mark", "BS-02", "CW-01", desk.chart, "--quiet"],
    ].enumerated() {
      let said = try desk.answer(arguments)
      #expect(
        said.components(separatedBy: "begins a new ledger file").count == 2, "\(place) \(said)")
      #expect(said.contains("wallchart: \(desk.state)/wallchart: Not a directory"), "\(said)")
    }
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `A problem with a control character is refused, and the lines beside it are not`()
    throws
  {
    let desk = try Desk()
    try desk.write(
      "Tank\0B @jinpu +BS 2020-10-31\nTank\tC @jinpu +BS 2020-10-31\n", to: "home/found")
    let session = try desk.start(
      "add", "-", desk.chart, "--as", "Lin", input: desk.home + "/found")
    #expect(try session.waitForEnd() == .exit(65))
    #expect(session.receivedText.contains("wallchart: -:1: the control character U+0000"))
    #expect(session.receivedText.contains("BS-05 added: Tank C"), "\(session.receivedText)")
    let plan = try String(contentsOfFile: desk.chart + "/chart.json", encoding: .utf8)
    #expect(!plan.contains("u0000") && plan.contains("Tank C"))
  }

  @Test func `Problems are added line by line, and the lines that cannot be are told`() throws {
    let desk = try Desk()
    try desk.write(
      """
      Leaking tank @epb +CW 2020-10-31

      Nobody's heap 2020-10-31
      Dust at gate 3 @jinpu +BS !high 2020-09-30

      """, to: "home/found")
    let session = try desk.start(
      "add", "-", desk.chart, "--as", "Lin", input: desk.home + "/found")
    #expect(try session.waitForEnd() == .exit(65))
    let said = session.receivedText.split(separator: "\r\n").map(String.init)
    #expect(said.count == 4, "\(said)")
    #expect(said.first?.hasPrefix("CW-04 added: Leaking tank") ?? false)
    #expect(said.dropFirst().first?.hasPrefix("wallchart: -:3: ") ?? false, "\(said)")
    #expect(said.dropFirst(2).first?.hasPrefix("BS-05 added: Dust at gate 3") ?? false)
  }

  @Test func `A login is said to be one, once, and only where nobody said who acts`() throws {
    let desk = try Desk()
    desk.environment["WALLCHART_AS"] = nil
    try desk.write("BS-01\nBS-02\n", to: "home/list")
    let session = try desk.start("mark", "-", desk.chart, "--quiet", input: desk.home + "/list")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(
      session.receivedText == """
        wallchart: entered as k.wang, the login of this machine. Who acts is said by --as, by \
        WALLCHART_AS, or for good by "name" in config.json.\r

        """)
    #expect(try desk.run("mark", "BS-01", desk.chart, "--as", "Lin", "--quiet").text == "")
    desk.environment["WALLCHART_AS"] = "Zhao"
    #expect(try desk.run("mark", "BS-01", desk.chart, "--quiet").text == "")
    desk.environment["WALLCHART_AS"] = nil
    try desk.write(#"{"name": "Wu"}"#, to: "config/wallchart/config.json")
    #expect(try desk.run("mark", "BS-01", desk.chart, "--quiet").text == "")
    #expect(try desk.ledger().map(\.by) == ["k.wang", "k.wang", "Lin", "Zhao", "Wu"])
  }

  @Test func `A unit is said by its id, its names or how one of them alone begins`() throws {
    let desk = try Desk()
    for said in ["shahekou", "沙河口区", "Shahekou District", "沙河口", "沙河", "Shahe"] {
      #expect(
        try lines(desk, "note", "BS-01", "--text", said, "--unit", said)[0].unit == "shahekou")
    }
    #expect(try lines(desk, "note", "BS-01", "--text", "x", "--unit", "")[0].unit == nil)
    // How a name is read is for a person who looks on.
    let read = try desk.run("note", "BS-01", desk.chart, "--text", "x", "--unit", "shk")
    #expect(read.ending == .exit(64))
    #expect(
      read.text == """
        wallchart: --unit: no unit of this chart is called "shk". It has: Jinpu, Shahekou, \
        Ecology.\r

        """)
  }

  @Test func `A beginning that several units have is refused with their names`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(
        of: #""short": {"en": "Ecology""#, with: #""short": {"en": "Shading""#))
    let several = try desk.run("note", "BS-01", desk.chart, "--text", "x", "--unit", "sha")
    #expect(several.ending == .exit(64))
    #expect(several.text.contains(#"--unit: "sha" may be Shahekou, Shading: write more of it."#))
    #expect(try desk.ledger().isEmpty)
  }
}
