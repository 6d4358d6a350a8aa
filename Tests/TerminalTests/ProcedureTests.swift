import Foundation
import Testing

/// A task on its way to being crossed off, and back, by commands.
@Suite struct ProcedureTests {
  @Test func `From the mark to the cross-off, and reopened as false`() throws {
    let desk = try Desk()
    func command(_ arguments: String...) throws -> String {
      try desk.answer(arguments + [desk.chart, "--as", "Lin"])
    }
    #expect(try command("submit", "CW-02", "--unit", "epb").contains("CW-02 cannot be submitted: "))
    #expect(
      try command("mark", "CW-02", "--on", "2020-07-20") == "CW-02/1: met on 20 Jul 2020\r\n")
    #expect(
      try command(
        "submit", "CW-02", "--unit", "epb", "--on", "2020-07-21", "--evidence", "photos of 4 signs")
        == "CW-02: submitted for verification (words: photos of 4 signs)\r\n")
    #expect(
      try command("verify", "CW-02", "--unit", "epb").contains(
        "epb is responsible for CW-02 and cannot verify it."))
    #expect(
      try command("verify", "CW-02", "--unit", "jinpu", "--on", "2020-07-25")
        == "CW-02: verified, public notice until 5 Aug 2020\r\n",
      "the notice begins on the day it is entered")
    #expect(
      try command("cross-off", "CW-02", "--unit", "jinpu").contains(
        "CW-02: the public notice runs until 5 Aug 2020;"))
    try desk.freeze(on: "2020-08-06")
    #expect(
      try command("cross-off", "CW-02", "--unit", "jinpu") == "CW-02: crossed off\r\n")
    #expect(
      try command("reopen", "CW-02", "--false", "--reason", "two signs have no text")
        == "CW-02: reopened as false, because: two signs have no text\r\n")
    #expect(
      try desk.ledger().map(\.kind) == ["met", "submit", "verify", "crossOff", "reopen"])
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Sent back before the cross-off, put under supervision and released`() throws {
    let desk = try Desk()
    func command(_ arguments: String...) throws -> String {
      try desk.answer(arguments + [desk.chart, "--as", "Lin"])
    }
    _ = try command("mark", "CW-02")
    _ = try command("submit", "CW-02", "--unit", "epb", "--evidence", "photos")
    #expect(try command("mark", "CW-02/1", "--undo").contains("submitted: nothing changes there"))
    #expect(
      try command("return", "CW-02", "--reason", "no date on the photos")
        == "CW-02: sent back, because: no date on the photos\r\n")
    #expect(try command("supervise", "CW-02") == "CW-02: put under supervision\r\n")
    #expect(
      try command("release", "CW-02", "--unit", "epb")
        == "wallchart: epb is responsible for CW-02 and cannot release it from supervision.\r\n")
    #expect(
      try command("release", "CW-02", "--unit", "jinpu")
        == "CW-02: released from supervision\r\n")
    #expect(
      try command("supervise", "CW-02", "--lang", "zh") == "CW-02：挂牌督办\r\n")
  }

  @Test func `A limit and a node are extended, in order, and not of a duty that has no limit`()
    throws
  {
    let desk = try Desk()
    func extend(_ arguments: String...) throws -> String {
      try desk.answer(
        ["extend"] + arguments + [
          desk.chart, "--as", "Lin", "--unit", "epb", "--approved-by", "Vice mayor Wu", "--reason",
          "rain",
        ])
    }
    #expect(
      try extend("CW-02", "--to", "2020-10-15")
        == "CW-02: limit extended from 30 Sep 2020 to 15 Oct 2020, approved by Vice mayor Wu, "
        + "because: rain\r\n")
    #expect(
      try extend("CW-02/1", "--to", "2020-09-30")
        == "CW-02: Signs set extended from 15 Aug 2020 to 30 Sep 2020, approved by Vice mayor Wu, "
        + "because: rain\r\n")
    #expect(
      try extend("CW-02", "--node", "1", "--to", "2020-09-20").contains(
        "from 30 Sep 2020 to 20 Sep"))
    #expect(
      try extend("CW-02", "--to", "2020-09-01").contains("would not keep the order"))
    #expect(
      try extend("BS-04", "--to", "2020-12-31").contains(
        "BS-04 has no limit that could be moved."))
    #expect(
      try extend("CW-02/1", "--node", "1", "--to", "2020-09-21").contains("named twice"))
    #expect(try desk.ledger().count == 3)
  }

  @Test(arguments: [
    (["submit", "BS-01"], "say which unit acts (--unit)."),
    (["verify", "BS-01"], "say which unit acts (--unit)."),
    (["cross-off", "BS-01"], "say which unit acts (--unit)."),
    (
      ["extend", "BS-01", "--to", "2021-01-31", "--approved-by", "Wu", "--reason", "rain"],
      "(--unit)"
    ),
    (["extend", "BS-01", "--unit", "epb"], "say to which day (--to)."),
    (["extend", "BS-01", "--to", "2021-01-31", "--reason", "rain"], "(--approved-by)"),
    (["extend", "BS-01", "--to", "2021-01-31", "--approved-by", "Wu"], "say why (--reason)."),
    (
      [
        "extend", "BS-01", "--unit", "epb", "--to", "soon", "--approved-by", "Wu", "--reason",
        "rain",
      ], "write it like"
    ),
    (["return", "BS-01"], "say why (--reason)."),
    (["reopen", "BS-01", "--reason", " "], "say why"),
    (["withdraw", "BS-01"], "say why (--reason)."), (["supervise", "BS-01", "--json=1"], "json"),
  ])
  func `A command that lacks what it cannot do without says so, and writes nothing`(
    arguments: [String], says: String
  ) throws {
    let desk = try Desk()
    let session = try desk.begin(arguments + [desk.chart])
    #expect(try session.waitForEnd() == .exit(64))
    #expect(session.receivedText.contains(says), "\(session.receivedText)")
    #expect(try desk.ledger().isEmpty)
  }

  @Test(arguments: ["submit", "verify", "return", "cross-off", "reopen", "supervise", "release"])
  func `No step is taken for a node`(step: String) throws {
    let desk = try Desk()
    let session = try desk.begin(
      [
        step, "BS-01/1", desk.chart, "--unit", "epb",
      ] + (["return", "reopen"].contains(step) ? ["--reason", "why"] : []))
    #expect(try session.waitForEnd() == .exit(65))
    #expect(session.receivedText.contains(#"no task has the id "BS-01/1"."#))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `Each task of a list goes its way; the lines that are refused are told`() throws {
    let desk = try Desk()
    for task in ["CW-02", "CW-03"] {
      #expect(try desk.run("supervise", task, desk.chart).ending == .exit(0))
    }
    try desk.write("\u{FEFF}CW-02 done\r\n\r\nBS-99\nBS-01/1\nCW-03\n", to: "home/list")
    let session = try desk.start(
      "release", "-", desk.chart, "--as", "Lin", "--unit", "shahekou", input: desk.home + "/list")
    #expect(try session.waitForEnd() == .exit(65))
    #expect(
      session.receivedText == """
        CW-02: released from supervision\r
        wallchart: -:3: no task has the id "BS-99".\r
        wallchart: -:4: no task has the id "BS-01/1".\r
        CW-03: released from supervision\r
        wallchart: 2 of 4 are entered; the others were refused, as said above.\r

        """)
  }
}
