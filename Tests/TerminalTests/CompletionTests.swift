import Foundation
import Testing

/// What the programs offer to a shell while a command is typed.
@Suite struct CompletionTests {
  /// Asks as the shells' scripts do, the last word being the one that is typed.
  private func offered(
    on desk: Desk, to shell: String = "bash", _ argument: String, in words: [String],
    program: String = Desk.program
  ) throws -> [String] {
    desk.environment["SAP_SHELL"] = shell
    let typed = words.last ?? ""
    let command = program == Desk.program ? [words[1]] : []
    let (text, ending) = try desk.output(
      of: program,
      ["---completion"] + command + ["--", argument, "\(words.count - 1)", "\(typed.count)"] + words
    )
    #expect(ending == 0)
    return text.split(separator: "\n").map(String.init).filter { $0 != " " }
  }

  @Test func `Tasks of the chart on the line, and behind a slash the nodes of one`() throws {
    let desk = try Desk()
    let line = ["wallchart", "mark", "--evidence", desk.chart, ""]
    #expect(try offered(on: desk, "positional@0", in: line).contains("BS-01"))
    #expect(
      try offered(on: desk, "positional@0", in: line.dropLast() + ["BS-01"]) == ["BS-01"])
    let nodes = try offered(on: desk, "positional@0", in: line.dropLast() + ["BS-01/"])
    #expect(nodes.first == "BS-01/1")
    #expect(nodes.allSatisfy { $0.hasPrefix("BS-01/") })
    // Behind a task may come another one, or the chart.
    try desk.write(Plan.campaign, to: "home/copy/chart.json")
    let second = try offered(on: desk, "positional@0", in: ["wallchart", "mark", "BS-01/2", ""])
    #expect(second == ["copy"])
    desk.environment["WALLCHART_CHART"] = desk.chart
    let behind = try offered(on: desk, "positional@0", in: ["wallchart", "mark", "BS-01/2", ""])
    #expect(behind.contains("BS-02") && behind.contains("copy"))
  }

  @Test func `A shell that shows meanings gets the titles, others words alone`() throws {
    let desk = try Desk()
    desk.environment["WALLCHART_CHART"] = desk.chart
    let line = ["wallchart", "mark", "BS-01"]
    let title = try #require(
      try offered(on: desk, to: "zsh", "positional@0", in: line).first?.split(separator: ":").last)
    #expect(title.count > 3)
    #expect(
      try offered(on: desk, to: "fish", "positional@0", in: line) == ["BS-01\t\(title)"])
    #expect(try offered(on: desk, to: "bash", "positional@0", in: line) == ["BS-01"])
  }

  @Test func `Units, battles, rhythms, and standings one behind the other`() throws {
    let desk = try Desk()
    let show = ["wallchart", "show", desk.chart]
    #expect(
      try offered(on: desk, "--responsible", in: show + ["--responsible", "jin"]) == ["jinpu"])
    #expect(try offered(on: desk, "--battle", in: show + ["--battle", ""]).contains("BS"))
    let standings = try offered(on: desk, "--standing", in: show + ["--standing", "red,"])
    #expect(standings.contains("red,yellow") && !standings.contains("red,red"))
  }

  @Test func `The chart last opened is offered from where none is named`() throws {
    let desk = try Desk()
    let line = ["wallchart", "log", "--task", "BS-0"]
    #expect(try offered(on: desk, "--task", in: line) == [])
    let session = try desk.open()
    session.press("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try offered(on: desk, "--task", in: line).contains("BS-01"))
  }

  @Test func `A script of another version that asks for what is not there gets silence`() throws {
    let desk = try Desk()
    desk.environment["SAP_SHELL"] = "bash"
    let typed = ["--", "positional@7", "2", "0", "wallchart", "add", ""]
    #expect(try desk.output(of: Desk.program, ["---completion", "add"] + typed).text == "")
    #expect(try desk.output(of: Desk.importProgram, ["---completion"] + typed).text == "")
  }

  @Test func `A backslash of a title is doubled for zsh, which takes one away`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(of: "Shut down", with: #"C:\\Shut"#))
    let line = ["wallchart", "mark", desk.chart, "BS-01"]
    #expect(
      try offered(on: desk, to: "zsh", "positional@0", in: line)
        == [#"BS-01:C:\\Shut 4 small boilers, Jinpu"#])
    #expect(
      try offered(on: desk, to: "fish", "positional@0", in: line)
        == ["BS-01\tC:\\Shut 4 small boilers, Jinpu"])
  }

  @Test func `The import offers what the chart has that it goes into`() throws {
    let desk = try Desk()
    let line = ["wallchart-import", "list.csv", "--into", desk.chart, "--battle", ""]
    #expect(
      try offered(on: desk, "--battle", in: line, program: Desk.importProgram).contains("BS"))
  }

  @Test func `Nothing is written, and a broken chart offers nothing in silence`() throws {
    let desk = try Desk()
    let before = try FileManager.default.subpathsOfDirectory(atPath: desk.folder)
    let line = ["wallchart", "mark", desk.chart, ""]
    #expect(try !offered(on: desk, "positional@0", in: line).isEmpty)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.folder) == before)
    try desk.write("{", to: "chart/chart.json")
    #expect(try offered(on: desk, "positional@0", in: line) == [])
  }

  @Test func `A hostile title neither moves the cursor nor is obeyed`() throws {
    let desk = try Desk(
      Plan.campaign.replacingOccurrences(
        of: "Shut down", with: "\\u001b[2J$(touch x):`y`\\n"))
    let offered = try offered(
      on: desk, to: "zsh", "positional@0", in: ["wallchart", "mark", desk.chart, "BS-01"])
    #expect(offered.count == 1)
    #expect(!(offered.first ?? "").contains("\u{1B}"))
  }
}
