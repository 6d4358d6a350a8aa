import Glibc
import Testing

/// The subcommands as a script or a person at a shell uses them.
@Suite struct CommandLineTests {
  @Test func `Taking back the first of two reports that reach a quota asks for a count instead`()
    throws
  {
    let desk = try Desk()
    #expect(try desk.run("report", "BS-03", desk.chart, "--count", "6").ending == .exit(0))
    #expect(try desk.run("report", "BS-03", desk.chart, "--count", "8").ending == .exit(0))
    let refused = try desk.run("mark", "BS-03/1", desk.chart, "--undo")
    #expect(refused.ending == .exit(65))
    #expect(refused.text.contains("BS-03/1 asks for a count: report it."))
    #expect(try desk.ledger().map(\.count) == [6, 8])
  }

  @Test func `Taking back the only report that reached a quota opens the node`() throws {
    let desk = try Desk()
    #expect(try desk.run("report", "BS-03", desk.chart, "--count", "6").ending == .exit(0))
    #expect(try desk.run("mark", "BS-03/1", desk.chart, "--undo").ending == .exit(0))
    #expect(try desk.ledger().map(\.kind) == ["report", "undo"])
  }

  @Test(arguments: ["en", "zh"])
  func `A name that another could look like is not written`(language: String) throws {
    let desk = try Desk()
    for name in ["Lin\u{200B}", "\u{202E}Lin"] {
      let refused = try desk.run("mark", "BS-01", desk.chart, "--as", name, "--lang", language)
      #expect(refused.ending == .exit(64))
      #expect(refused.text.contains("<U+20"))
    }
    #expect(try desk.ledger().isEmpty)
    #expect(try desk.run("mark", "BS-01", desk.chart, "--as", "林").ending == .exit(0))
  }

  @Test func `An undo takes neither a day nor evidence`() throws {
    let desk = try Desk()
    #expect(try desk.run("mark", "BS-01", desk.chart).ending == .exit(0))
    for option in [["--on", "2020-07-30"], ["--evidence", "photo"]] {
      let (text, ending) = try desk.run("mark", "BS-01", desk.chart, "--undo", option[0], option[1])
      #expect(ending == .exit(64))
      #expect(text.contains("--reason does"))
    }
    #expect(try desk.ledger().count == 1)
  }

  @Test func `Checked for an earlier day, later entries are named and nothing is damaged`() throws {
    let desk = try Desk()
    #expect(try desk.run("mark", "BS-01", desk.chart).ending == .exit(0))
    let check = try desk.run("check", desk.chart, "--as-of", "2020-07-01")
    #expect(check.ending == .exit(1))
    #expect(check.text.contains("2020-07-31"))
    #expect(check.text.contains("nothing is damaged, but 1 thing is to be looked at."))
    #expect(!check.text.contains("everything is in order"))
  }

  @Test func `Lines from stdin are read to their end before the chart is opened`() throws {
    let desk = try Desk()
    let pipe = desk.home + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    // Who may read and write it waits for nobody.
    let lines = open(pipe, O_RDWR | O_CLOEXEC)
    try #require(lines >= 0)
    let session = try desk.start("mark", "-", desk.chart, "--on", "2020-08-01", input: pipe)
    #expect(write(lines, "BS-01\n", 6) == 6)
    usleep(300_000)
    // The chart is at another day by the time the lines are at their end.
    try desk.freeze(on: "2020-08-01")
    close(lines)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.receivedText == "BS-01/1: met on 1 Aug 2020\r\n")
  }

  @Test func `Eight add a problem at once, and each gets an id of its own`() throws {
    let desk = try Desk()
    let adding = try (1...8).map {
      try desk.begin(["add", "P\($0) @jinpu +BS 2020-10-31", desk.chart])
    }
    for session in adding { #expect(try session.waitForEnd() == .exit(0)) }
    #expect(try desk.ledger().map(\.kind) == Array(repeating: "edit", count: 8))
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `A node is not withdrawn, nor its task for it`() throws {
    let desk = try Desk()
    let refused = try desk.run("withdraw", "BS-01/1", desk.chart, "--reason", "twice")
    #expect(refused.ending == .exit(65))
    #expect(refused.text.contains("BS-01/1"))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `A script leaves the place of the cursor and the last chart alone`() throws {
    let desk = try Desk()
    try desk.write("G", to: "home/end.keys")
    let played = try desk.run("open", desk.chart, "--script", desk.home + "/end.keys")
    #expect(played.ending == .exit(0))
    #expect(played.text.contains("CW-03 · List"))
    let session = try desk.open()
    #expect(session.selection.contains("BS-01"))
    #expect(try desk.run("show").text.contains("Dalian 2020"))
  }

  @Test func `A chart goes out as a sheet, as a calendar and as a letter`() throws {
    let desk = try Desk()
    func shown(_ options: String...) throws -> String {
      try desk.answer(["show", desk.chart] + options)
    }
    #expect(try shown("--format", "csv").hasPrefix("\u{FEFF}id,battle,title,"))
    #expect(try shown("--format", "csv", "--battle", "BS").contains("a part of the chart"))
    #expect(try shown("--format", "csv", "--lang", "zh").hasPrefix("\u{FEFF}编号,攻坚战,整改任务,"))
    let calendar = try shown("--format", "ics", "--battle", "BS")
    #expect(calendar.hasPrefix("BEGIN:VCALENDAR"))
    #expect(calendar.contains("UID:BS-01+1@") && !calendar.contains("UID:CW"))
    let letter = try shown("--plain", "--responsible", "jinpu")
    #expect(letter.contains("BS-01  ") && !letter.contains("│"))
  }

  @Test func `Started as a projector it shows the totals first, and q leaves`() throws {
    let desk = try Desk()
    try desk.write("q <Space>", to: "home/leave.keys")
    let played = try desk.run(
      "open", desk.chart, "--projector", "--script", desk.home + "/leave.keys")
    #expect(played.ending == .exit(0))
    #expect(played.text.contains("page 1 of"))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `A new chart has no day of its own and takes none`() throws {
    let desk = try Desk(nil)
    let made = try desk.run("new", desk.folder + "/fresh", "--as-of", "2020-07-31")
    #expect(made.ending == .exit(64))
    #expect(try desk.run("new", desk.folder + "/fresh", "--lang", "zh").ending == .exit(0))
  }
}
