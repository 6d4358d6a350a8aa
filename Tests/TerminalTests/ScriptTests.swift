import Foundation
import Testing

/// The writing commands as scripts use them: several tasks, pipes, and streams that are not there.
@Suite struct ScriptTests {
  private struct Run {
    var output: String
    var errors: String
    var code: Int32

    /// A script of `sh` in the home of the desk, with `$w` for the program and `$chart`.
    init(_ desk: Desk, _ script: String) throws {
      let process = Process()
      let errors = desk.home + "/errors"
      let output = Pipe()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "exec 2>\(errors)\n" + script]
      process.currentDirectoryURL = URL(fileURLWithPath: desk.home)
      process.environment = desk.environment.merging(["w": Desk.program, "chart": desk.chart]) {
        $1
      }
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      self.output = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      code = process.terminationStatus
      self.errors = try String(contentsOfFile: errors, encoding: .utf8)
    }
  }

  // MARK: Several tasks

  @Test func `Several tasks are marked at once, and the chart stands behind them`() throws {
    let desk = try Desk()
    let run = try Run(desk, "$w mark BS-01/2 BS-02 CW-03 $chart/chart.json --on '30 Jul'")
    #expect(
      run.output == """
        BS-01/2: met on 30 Jul 2020
        BS-02/1: met on 30 Jul 2020
        CW-03/1: met on 30 Jul 2020

        """)
    #expect(run.code == 0 && run.errors == "")
    #expect(try desk.ledger().compactMap(\.node) == ["2", "1", "1"])
  }

  @Test func `Without a chart behind them all words are tasks of the one that is set`() throws {
    let desk = try Desk()
    #expect(try Run(desk, "WALLCHART_CHART=$chart $w supervise BS-01 BS-02").code == 0)
    #expect(try Run(desk, "cd $chart && $w release BS-01 BS-02 --unit epb").code == 0)
    #expect(
      try Run(desk, "echo BS-01 BS-02 | WALLCHART_CHART=$chart xargs $w mark --quiet").output == "")
    #expect(
      try desk.ledger().map(\.kind)
        == ["supervise", "supervise", "release", "release", "met", "met"])
  }

  @Test func `A slip in the name of the chart writes into no other, and is told both ways`() throws
  {
    let desk = try Desk()
    let run = try Run(desk, "WALLCHART_CHART=$chart $w mark BS-01 BS-02 dalain-2020")
    #expect(run.code == 64)
    #expect(
      run.errors == """
        wallchart: "dalain-2020" is neither a task of \(desk.chart) nor a chart. Nothing was entered.

        """)
    let alone = try Run(desk, "$w mark BS-01 dalain-2020")
    #expect(alone.code == 64)
    #expect(
      alone.errors.contains("\"dalain-2020\" is no chart: there is no chart.json. If it is a"))
    #expect(try Run(desk, "WALLCHART_CHART=$chart $w mark BS-01 ./dalain-2020").code == 66)
    let forgotten = try Run(desk, "$w mark $chart")
    #expect(forgotten.code == 64)
    #expect(forgotten.errors.contains("is a chart. Name what to work on in front of it."))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `A task that is named twice is entered once`() throws {
    let desk = try Desk()
    let (text, ending) = try desk.run("mark", "CW-02", "CW-02", desk.chart)
    #expect(ending == .exit(65) && text.contains("named before"))
    #expect(try desk.ledger().count == 1)
    let period = try desk.run("log", desk.chart, "--since", "2020-07-20", "--until", "2020-07-01")
    #expect(period.ending == .exit(64) && period.text.contains("1 Jul 2020"))
  }

  @Test func `What is refused is told by its name, and the others are entered`() throws {
    let desk = try Desk()
    let run = try Run(desk, "$w mark BS-01 BS-99 BS-02/1 BS-02/1 $chart")
    #expect(run.code == 65)
    #expect(run.output == "BS-01/1: met on 31 Jul 2020\nBS-02/1: met on 31 Jul 2020\n")
    #expect(
      run.errors == """
        wallchart: no task has the id "BS-99".
        wallchart: BS-02/1: named before; entered once.
        wallchart: 2 of 4 are entered; the others were refused, as said above.

        """)
  }

  @Test func `What is wrong with an option is told once, and stops before anything is entered`()
    throws
  {
    let desk = try Desk()
    let run = try Run(desk, ": >empty; $w note BS-01 BS-02 BS-03 $chart --evidence ./empty")
    #expect(run.code == 65)
    #expect(
      run.errors == """
        wallchart: ./empty: the file is empty.
        wallchart: stopped at BS-01: 0 of 3 are entered; it and those behind it are not.

        """)
    let day = try Run(
      desk, "$w extend BS-01 BS-02 $chart --to someday --approved-by Wu --reason rain --unit epb")
    #expect(day.code == 64)
    #expect(day.errors.hasPrefix("wallchart: \"someday\" is not understood"))
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `Lines of stdin stand where the hyphen stands`() throws {
    let desk = try Desk()
    let run = try Run(
      desk, "printf '\\357\\273\\277BS-02 contract\\r\\n\\nCW-03' | $w mark BS-01 - CW-02 $chart")
    #expect(run.code == 0)
    #expect(try desk.ledger().map(\.task) == ["BS-01", "BS-02", "CW-03", "CW-02"])
    #expect(try Run(desk, "$w mark - $chart </dev/null").code == 0)
  }

  // MARK: Streams

  @Test func `All lines are entered though nobody reads the answers, and nothing is said of it`()
    throws
  {
    let desk = try Desk(Plan.ladder(60))
    let tasks = (1...60).map(Plan.ladderTask).joined(separator: "\n")
    try desk.write(tasks, to: "home/list")
    let run = try Run(desk, "$w mark - $chart --json <list | head -1")
    #expect(run.output.hasPrefix("{\"id\":") && run.errors == "")
    // The pipe ends with its reader; the writer may go on for a moment.
    for _ in 0..<100 where try desk.ledger().count < 60 { usleep(50_000) }
    #expect(try desk.ledger().count == 60)
    let log = try Run(desk, "$w log $chart --json | head -1")
    #expect(log.output.hasPrefix("{\"id\":") && log.errors == "" && log.code == 0)
  }

  @Test func `Each answer is there before the next line is begun`() throws {
    let desk = try Desk()
    let run = try Run(
      desk,
      "printf 'BS-01\\nBS-02\\n' | $w mark - $chart | while read -r line; do cat $chart/ledger/* | wc -l; done"
    )
    let counts = run.output.split(separator: "\n").compactMap {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    #expect(counts.count == 2 && counts[0] >= 1 && counts[1] == 2)
  }

  @Test func `A stdin that cannot be read is an error, not an empty list`() throws {
    let desk = try Desk()
    let folder = try Run(desk, "$w mark - $chart </tmp")
    #expect(folder.code == 74)
    #expect(folder.errors == "wallchart: -: read: Is a directory. Nothing was changed.\n")
    let closed = try Run(desk, "$w mark - $chart --lang zh <&-")
    #expect(closed.code == 74)
    #expect(closed.errors == "wallchart: -：read：文件没有打开。未作任何更改。\n")
  }

  @Test func `Without stdout the ledger is written as ever, and the loss is told`() throws {
    let desk = try Desk()
    let closed = try Run(desk, "$w mark BS-01 $chart >&-")
    #expect(closed.code == 74)
    #expect(
      closed.errors
        == "wallchart: the output could not be written to its end: Bad file descriptor.\n")
    #expect(try Run(desk, "$w mark BS-02 $chart --quiet >&- <&-").code == 0)
    #expect(try Run(desk, "$w mark CW-03 $chart 2>&-").code == 0)
    for command in ["mark CW-01", "show", "log", "check"] {
      let full = try Run(desk, "$w \(command) $chart >/dev/full")
      #expect(full.code == 74, "\(command)")
      #expect(full.errors.contains("No space left on device"), "\(command)")
    }
    for asked in ["--help", "--version", "mark --help", "--generate-completion-script bash"] {
      let full = try Run(desk, "$w \(asked) >/dev/full")
      #expect(full.code == 74, "\(asked)")
      #expect(full.errors.contains("No space left on device"), "\(asked)")
    }
    #expect(try desk.ledger().map(\.task) == ["BS-01", "BS-02", "CW-03", "CW-01"])
    #expect(try Run(desk, "$w check $chart").code == 0)
  }

  @Test func `An import whose report is lost says so, and has taken the list over all the same`()
    throws
  {
    let desk = try Desk()
    try desk.write("id,title,unit,limit\nCW-09,Leak,epb,2020-12-31\n", to: "home/list.csv")
    let run = try Run(
      desk, "${w}-import list.csv --into $chart --battle CW --yes >/dev/full; echo $?")
    #expect(run.output == "74\n")
    #expect(run.errors.contains("could not be written to its end: No space left on device."))
    #expect(try Run(desk, "$w show $chart").output.contains("CW-09"))
  }

  @Test func `A found problem with a control character is refused, and the others are added`()
    throws
  {
    let desk = try Desk()
    let run = try Run(
      desk, "printf 'Ta\\0nk @jinpu +BS 12-31\nLeak @jinpu +BS 12-31\n' | $w add - $chart")
    #expect(run.code == 65)
    #expect(
      run.errors.hasPrefix(
        "wallchart: -:1: the control character U+0000, which nobody sees, is in the line."))
    #expect(run.output.contains("Leak"))
    #expect(try Run(desk, "$w log $chart").output.contains("nk") == false)
  }

  // MARK: Days, quiet, JSON

  @Test func `Days are written as people write them wherever one is asked for`() throws {
    let desk = try Desk()
    let script = """
      set -e
      $w mark BS-01 $chart --on yesterday --quiet
      $w report CW-03 $chart --progress begun --next list --next-by 8月5日 --quiet
      $w extend BS-02 $chart --to 12-31 --approved-by Wu --reason rain --unit epb --quiet
      $w withdraw CW-02 $chart --reason twice --on '15 Jul' --quiet
      """
    #expect(try Run(desk, script).errors == "")
    let text = try String(
      contentsOfFile: desk.chart + "/ledger/" + desk.ledgerFiles[0], encoding: .utf8)
    for part in [
      #""on":"2020-07-30""#, #""nextBy":"2020-08-05""#, #""to":"2020-12-31""#,
      #""on":"2020-07-15""#,
    ] { #expect(text.contains(part), "\(part)") }
    #expect(try Run(desk, "$w show $chart --as-of '14 Jul'").output.contains("CW-02"))
    #expect(!(try Run(desk, "$w show $chart --as-of 7月15日").output.contains("CW-02")))
    #expect(try Run(desk, "$w log $chart --until 昨天").output == "")
    #expect(try Run(desk, "$w log $chart --since 7-15").output.split(separator: "\n").count == 4)
    #expect(try Run(desk, "$w bulletin $chart --since 20/7").code == 0)
    let unclear = try Run(desk, "$w show $chart --as-of 32/7")
    #expect(unclear.code == 64 && unclear.errors.contains("32/7"))
  }

  @Test func `Quiet leaves out what result and exit code tell, and never an error`() throws {
    let desk = try Desk()
    #expect(try Run(desk, "$w log $chart --quiet").errors == "")
    #expect(try Run(desk, "$w check $chart --quiet").output == "")
    #expect(try Run(desk, "$w mark BS-01 $chart").code == 0)
    let file = desk.chart + "/ledger/" + desk.ledgerFiles[0]
    try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(
      of: "k.wang", with: "k.wong"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try Run(desk, "$w show $chart").errors.contains(".jsonl:1"))
    for command in ["show", "log", "look-back", "bulletin"] {
      let run = try Run(desk, "$w \(command) $chart --quiet")
      #expect(run.code == 1 && run.errors == "", "\(command)")
    }
    #expect(try Run(desk, "$w check $chart --quiet").errors.contains(".jsonl:1"))
    #expect(try Run(desk, "$w mark BS-99 $chart --quiet").errors.contains("BS-99"))
  }

  private struct Check: Decodable {
    struct Finding: Decodable {
      var file: String
      var line: Int?
      var damage: Bool
      var sentence: String
    }
    var format: String
    var tasks: Int
    var entries: Int
    var damaged: Int
    var findings: [Finding]
  }

  @Test func `A check and a new chart answer scripts`() throws {
    let desk = try Desk()
    func check() throws -> (Check, Int32) {
      let run = try Run(desk, "$w check $chart --json")
      #expect(run.errors == "")
      return (try JSONDecoder().decode(Check.self, from: Data(run.output.utf8)), run.code)
    }
    #expect(try Run(desk, "$w mark BS-01 BS-02 $chart").code == 0)
    let (fine, ok) = try check()
    #expect(ok == 0 && fine.tasks == 7 && fine.entries == 2 && fine.findings.isEmpty)
    let file = desk.chart + "/ledger/" + desk.ledgerFiles[0]
    try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(
      of: "BS-02", with: "BS-03"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    let (bad, code) = try check()
    #expect(code == 65 && bad.damaged > 0 && bad.format == "wallchart-check/1")
    #expect(bad.findings.contains { $0.line == 2 && $0.damage && $0.file.hasSuffix(".jsonl") })
    let made = try Run(desk, "cd ../data 2>/dev/null || mkdir ../data; $w new fresh --json")
    let new = try #require(
      try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    #expect((new["path"] as? String)?.hasSuffix("/fresh") ?? false)
    #expect(new["battles"] as? [String] == ["BS", "CW", "BH", "AR"])
  }
}
