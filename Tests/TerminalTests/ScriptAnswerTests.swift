import Foundation
import Glibc
import Testing

/// What a script reads on stdout, command by command: JSON or nothing, and the exit code says which.
@Suite struct ScriptAnswerTests {
  /// What a command writes to stdout alone, and its exit code.
  private static func stdout(
    _ desk: Desk, _ arguments: [String], input: String = ""
  ) throws -> (text: String, ending: Int32) {
    let line = #"printf '%s' "$0" | "$@" 2>/dev/null"#
    return try desk.output(of: "/bin/sh", ["-c", line, input, Desk.program] + arguments)
  }

  /// The objects on stdout: one that fills it, or one a line.
  private static func objects(_ text: String) throws -> [[String: Any]] {
    func object(_ text: some StringProtocol) throws -> [String: Any]? {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    }
    if text.isEmpty { return [] }
    if let whole = try? object(text) { return [whole] }
    return try text.split(separator: "\n").map { try #require(try object($0), "\($0)") }
  }

  /// Every command that writes or reads a chart, in an order in which each has something to do.
  private static let commands: [(words: [String], code: Int32)] = [
    (["add", "Leaking tank @jinpu +CW 2020-10-31"], 0),
    (["mark", "CW-02", "--evidence", "photo"], 0),
    (["report", "BS-03", "--count", "2", "--problem", "rain"], 0),
    (["note", "BS-01", "--text", "seen"], 0),
    (["cross-off", "CW-02", "--unit", "jinpu"], 65),
    (["submit", "CW-02", "--unit", "epb", "--evidence", "photo 2"], 0),
    (["verify", "CW-02", "--unit", "epb"], 65), (["verify", "CW-02", "--unit", "jinpu"], 0),
    (["return", "CW-02", "--reason", "no date"], 0), (["reopen", "CW-02", "--reason", "no"], 65),
    (
      [
        "extend", "CW-01", "--to", "2021-01-31", "--approved-by", "Wu", "--reason", "x", "--unit",
        "epb",
      ], 0
    ),
    (["supervise", "CW-03"], 0), (["release", "CW-03", "--unit", "epb"], 0),
    (["withdraw", "CW-03", "--reason", "twice"], 0), (["mark", "no-such"], 65),
    (["mark", "BS-01", "--unit", "nobody"], 64), (["report", "BS-01"], 65),
    (["log"], 0), (["look-back"], 0), (["check"], 0),
    (["show", "--format"], 0), (["bulletin", "--format"], 0),
  ]

  private static func arguments(_ words: [String], _ chart: String) -> [String] {
    if words.last == "--format" { return [words[0], chart, "--format", "json"] }
    let options = words.firstIndex { $0.hasPrefix("--") } ?? words.count
    return words[..<options] + [chart, "--json"] + words[options...]
  }

  @Test func `Each command answers in JSON, and a refusal leaves stdout empty`() throws {
    let desk = try Desk()
    for (words, code) in Self.commands {
      let (text, ending) = try Self.stdout(desk, Self.arguments(words, desk.chart))
      #expect(ending == code, "\(words) \(text)")
      let isLog = words[0] == "log"
      #expect(try Self.objects(text).count == (code != 0 ? 0 : isLog ? 11 : 1), "\(words) \(text)")
    }
    let new = try Self.stdout(desk, ["new", desk.folder + "/new", "--json"])
    #expect(try new.ending == 0 && Self.objects(new.text).count == 1)
    let again = try Self.stdout(desk, ["new", desk.folder + "/new", "--json"])
    #expect(again.ending == 73 && again.text.isEmpty)
  }

  @Test func `A chart that is not there or cannot be read is an exit code, and no half answer`()
    throws
  {
    let desk = try Desk()
    for (words, _) in Self.commands {
      let missing = try Self.stdout(desk, Self.arguments(words, desk.folder + "/none"))
      #expect(missing.ending == 66 && missing.text.isEmpty, "\(words) \(missing)")
    }
    try desk.write(
      Plan.campaign.replacingOccurrences(of: "\"unit\": \"epb\"", with: "\"unit\": 3"),
      to: "chart/chart.json")
    for (words, _) in Self.commands where words != ["check"] {
      let broken = try Self.stdout(desk, Self.arguments(words, desk.chart))
      #expect(broken.ending == 65 && broken.text.isEmpty, "\(words) \(broken)")
    }
  }

  @Test func `What is wrong with a plan that cannot be read is what check was asked for`() throws {
    let desk = try Desk()
    for (plan, line) in [("{\n\"format\": 1,\n}\n", 2), ("", 1), (Plan.campaign + "x", 24)] {
      try desk.write(plan, to: "chart/chart.json")
      let (text, ending) = try Self.stdout(desk, ["check", desk.chart, "--json"])
      #expect(ending == 65)
      let report = try #require(try Self.objects(text).first, "\(text)")
      #expect(report["format"] as? String == "wallchart-check/1")
      let findings = try #require(report["findings"] as? [[String: Any]])
      #expect(
        findings.first?["line"] as? Int == line && report["damaged"] as? Int == findings.count,
        "\(text)")
      #expect((findings.first?["file"] as? String)?.hasSuffix("chart/chart.json") ?? false)
    }
  }

  @Test func `A chart that somebody else holds is 75, and nothing is answered`() throws {
    let desk = try Desk()
    #expect(try Self.stdout(desk, ["mark", "BS-01", desk.chart, "--json"]).ending == 0)
    let lock = open(desk.chart + "/.lock", O_RDWR | O_CREAT, 0o600)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    for words in [["mark", "BS-01"], ["withdraw", "BS-02", "--reason", "twice"]] {
      let (text, ending) = try Self.stdout(desk, Self.arguments(words, desk.chart))
      #expect(ending == 75 && text.isEmpty, "\(words) \(text)")
    }
    for words in [["log"], ["check"], ["show", "--format"]] {
      #expect(try Self.stdout(desk, Self.arguments(words, desk.chart)).ending == 0, "\(words)")
    }
  }

  @Test func `Nothing on stdin is said to be nothing, and names nobody as who entered it`() throws {
    let desk = try Desk(by: nil)
    for command in ["mark", "add", "supervise"] {
      let session = try desk.start(command, "-", desk.chart, input: "/dev/null")
      #expect(try session.waitForEnd() == .exit(0))
      #expect(
        session.receivedText == "wallchart: stdin names nothing; nothing was entered.\r\n",
        "\(session.receivedText)")
    }
    // Nor does a refusal.
    let refused = try desk.run("mark", "no-such", desk.chart)
    #expect(!refused.text.contains("entered as"), "\(refused.text)")
    #expect(try desk.run("mark", "BS-01", desk.chart).text.contains("entered as k.wang"))
  }

  @Test func `Of several tasks, one that is refused is named once`() throws {
    let desk = try Desk()
    let text = try desk.run("mark", "BS-01/1", "BS-01/9", "CW-09", "BS-02", desk.chart).text
    #expect(!text.contains("CW-09: CW-09") && !text.contains("BS-01: BS-01"), "\(text)")
    #expect(text.contains("wallchart: BS-01 has no node \"9\""), "\(text)")
    #expect(text.contains("wallchart: no task has the id \"CW-09\""), "\(text)")
  }

  @Test func `A unit that the chart does not have is told of at once, whatever else is wrong`()
    throws
  {
    let desk = try Desk()
    for command in [
      ["mark", "no-such"], ["add", "words without a unit"], ["submit", "BS-01"],
    ] {
      let (text, ending) = try desk.run(command[0], command[1], desk.chart, "--unit", "nobody")
      #expect(ending == .exit(64), "\(command)")
      #expect(
        text.hasPrefix("wallchart: --unit: no unit of this chart is called \"nobody\"."), "\(text)")
    }
    let open = try desk.run(desk.chart, "--unit", "nobody")
    #expect(open.ending == .exit(64) && open.text.contains("is called \"nobody\""), "\(open.text)")
  }
}
