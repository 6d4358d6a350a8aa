import Foundation
import Testing

/// Whatever stands in a chart, its ledger, the names of files and the environment: what any command
/// prints, in any format and on either stream, is text.
@Suite struct EveryStreamTests {
  /// What a terminal would obey or hide, by what it is in a file of JSON and in an argument.
  private static let poisons = [
    "\u{1B}]52;c;SGFja2Vk\u{7}\u{1B}[2J\u{1B}P1$r\u{1B}\\", "\r\n\t\u{8}\u{0B}\u{0C}\u{7F}",
    "\u{9B}31m\u{9D}0;x\u{9C}\u{85}", "\u{202E}\u{2066}\u{200B}\u{FEFF}\u{2028}\u{2029}",
    "\u{E0041}\u{E000}\u{FFFF}\u{FFF9}",
  ]

  private static func escaped(_ text: String) -> String {
    text.utf16.map { "\\u" + String(format: "%04x", $0) }.joined()
  }

  /// A chart each text of which is poisoned, with entries that are.
  private static func desk(_ poison: String) throws -> Desk {
    let desk = try Desk(nil)
    let said = escaped(poison)
    // In every text, whatever it is of, and as a language's name.
    func plan() throws -> String {
      var plan = try String(
        contentsOfFile: Desk.root + "/seeds/dalian-2020/chart.json", encoding: .utf8)
      for language in ["en", "zh"] {
        plan = plan.replacingOccurrences(
          of: "\"\(language)\": \"", with: "\"\(language)\": \"\(said)")
      }
      plan = plan.replacingOccurrences(of: "\"limitText\": \"", with: "\"limitText\": \"\(said)")
      plan = plan.replacingOccurrences(
        of: "\"unit\": ", with: "\"officer\": \"\(said)\", \"x\": \"\(said)\", \"unit\": ")
      return plan
    }
    try desk.write(try plan(), to: "chart/chart.json")
    desk.environment["WALLCHART_AS"] = "Lin" + poison
    desk.environment["USER"] = "u" + poison
    let texts = [
      [
        "report", "BS-04", desk.chart, "--progress", "p" + poison, "--problem", "q" + poison,
        "--next", "n" + poison,
      ],
      ["note", "BS-04", desk.chart, "--text", "t" + poison, "--evidence", "e" + poison],
      ["mark", "BS-04/2", desk.chart, "--evidence", "m" + poison],
      [
        "extend", "BS-06", desk.chart, "--to", "2020-12-01", "--approved-by", "a" + poison,
        "--reason", "r" + poison, "--unit", "shahekou-district",
      ],
      ["mark", "BS-06", desk.chart, "--json", "--evidence", "j" + poison],
      ["withdraw", "BS-05", desk.chart, "--reason", "w" + poison],
      ["add", "T" + poison + " @+U" + poison + "x +BS 2020-10-31", desk.chart],
      ["mark", "BS-04/2", desk.chart, "--undo", "--reason", "o" + poison],
    ]
    for arguments in texts { try expectPlain(desk, Desk.program, arguments) }
    return desk
  }

  /// What may stand in what is printed: text, line feeds, and what the format itself is made of.
  private static func expectPlain(
    _ desk: Desk, _ program: String, _ arguments: [String], line: Int = #line
  ) throws {
    let output = try desk.output(of: program, arguments)
    let isSheet = arguments.contains("csv")
    let hasCarriage = isSheet || arguments.contains("ics")
    let leaked = output.text.unicodeScalars.enumerated().filter { place, scalar in
      switch scalar {
      case "\n": return false
      // Between a word and its meaning, for fish.
      case "\t": return desk.environment["SAP_SHELL"] != "fish"
      case "\r": return !hasCarriage
      case "\u{FEFF}": return !(isSheet && place == 0)
      case "\u{200D}", "\u{FE0E}", "\u{FE0F}": return false
      default: break
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
        .paragraphSeparator:
        return true
      default: return false
      }
    }.map { "U+" + String($0.element.value, radix: 16) }
    let text = output.text.prefix(300)
    #expect(
      leaked.isEmpty, "\(arguments.joined(separator: " ")): \(Set(leaked).sorted())\n\(text)",
      sourceLocation: SourceLocation(
        fileID: #fileID, filePath: #filePath, line: line, column: 1))
    #expect([0, 1, 64, 65, 66, 73, 74, 75].contains(output.ending), "\(arguments)")
  }

  @Test(arguments: poisons)
  func `What is said of a poisoned chart is text, by every command in every format`(
    poison: String
  ) throws {
    let desk = try Self.desk(poison)
    let chart = desk.chart
    let commands = [
      ["show", chart], ["show", chart, "--plain"], ["show", chart, "--ascii"],
      ["show", chart, "--format", "json"], ["show", chart, "--format", "csv"],
      ["show", chart, "--format", "csv", "--lang", "zh"], ["show", chart, "--format", "html"],
      ["show", chart, "--format", "html", "--standing", "red,yellow"],
      ["show", chart, "--format", "ics"], ["log", chart], ["log", chart, "--json"],
      ["log", chart, "--signs"], ["look-back", chart], ["look-back", chart, "--json"],
      ["bulletin", chart], ["bulletin", chart, "--format", "html"],
      ["bulletin", chart, "--format", "csv"], ["bulletin", chart, "--format", "json"],
      ["minutes", chart], ["minutes", chart, "--format", "html"], ["check", chart],
      ["check", chart, "--json"],
    ]
    for arguments in commands { try Self.expectPlain(desk, Desk.program, arguments) }
    for arguments in commands where arguments.count < 3 {
      try Self.expectPlain(desk, Desk.program, arguments + ["--lang", "zh"])
    }
    // What shells are offered.
    for shell in ["bash", "zsh", "fish"] {
      desk.environment["SAP_SHELL"] = shell
      for word in ["mark", "bulletin"] {
        let complete = [
          "---completion", word, "--", "positional@0", "2", "0", "wallchart", word, "",
        ]
        try Self.expectPlain(desk, Desk.program, complete + [chart])
      }
    }
    desk.environment["SAP_SHELL"] = nil
    try Self.expectPlain(
      desk, Desk.importProgram, [chart + "/chart.json", "--into", desk.folder + "/other", "--yes"])
    try desk.write("id,title,unit,limit\r\nX\(poison),T,U,2020-10-31\r\n", to: "list.csv")
    for extra in [["--dry-run"], ["--dry-run", "--json"], ["--dry-run", "--lang", "zh"]] {
      try Self.expectPlain(
        desk, Desk.importProgram, [desk.folder + "/list.csv", "--into", chart] + extra)
    }
  }

  @Test(arguments: poisons)
  func `What is said of poisoned arguments, paths and settings is text`(poison: String) throws {
    let desk = try Desk()
    // A path ends at its first zero byte, and holds no slash.
    let name = poison.replacingOccurrences(of: "/", with: "")
    let chart = desk.folder + "/c" + name
    try FileManager.default.copyItem(atPath: desk.chart, toPath: chart)
    let broken = "broken" + name
    try desk.write("not json" + poison, to: broken + "/chart.json")
    try desk.write(
      "{\"name\": 7, \"x\(Self.escaped(poison))\": 1, \"unit\": \"\(Self.escaped(poison))\"}",
      to: "config/wallchart/config.json")
    try desk.write("{{% CONTENT_TYPE:HTML}}{{a\(poison)}}{{/b\(poison)}}", to: "t" + name)
    try desk.write("j \(poison) <Donw>", to: "keys" + name)
    let commands = [
      ["show", chart], ["check", chart], ["log", chart, "--task", "x" + poison],
      ["show", chart, "--battle", poison], ["show", chart, "--responsible", poison],
      ["show", chart, "--standing", poison], ["show", chart, "--as-of", poison],
      ["show", desk.folder + "/none" + name], ["check", desk.folder + "/" + broken],
      ["check", desk.folder + "/" + broken, "--json"],
      ["mark", "BS-01" + poison, chart], ["mark", poison, chart],
      ["mark", "BS-01/" + poison, chart],
      ["mark", "BS-01", chart, "--unit", poison], ["mark", "BS-01", chart, "--on", poison],
      ["mark", "BS-02", chart, "--evidence", "./" + poison + ".jpg", "--as", poison],
      ["report", "BS-03", chart, "--count", poison], ["add", poison, chart],
      ["add", "x @\(poison) 10-31", chart], ["new", desk.folder + "/n" + name],
      ["new", chart], ["bulletin", chart, "--number", poison],
      ["bulletin", chart, "--rhythm", poison],
      ["bulletin", chart, "--since", poison],
      ["minutes", chart, "--template", desk.folder + "/t" + name],
      ["show", chart, "--format", "html", "--template", desk.folder + "/none" + name],
      ["open", chart, "--script", desk.folder + "/keys" + name], ["open", chart, "--size", poison],
      ["look-back", chart, "--seed", poison], ["manual", poison], ["--lang", poison], [poison],
      ["--" + poison], ["show", "--" + poison + "=1"], ["help", poison],
      ["testcard", "--size", poison],
      ["open", chart],
    ]
    for arguments in commands { try Self.expectPlain(desk, Desk.program, arguments) }
    for arguments in [
      [chart, "--into", chart], [desk.folder + "/none" + name, "--into", chart],
      ["-", "--into", chart, "--map", poison], ["-", "--into", chart, "--encoding", poison],
      ["-", "--into", chart, "--year", poison], ["-", "--into", chart, "--template", poison],
      ["--into", chart, "--undo", poison], ["-", "--into", desk.folder + "/none" + name + "/x"],
    ] {
      try Self.expectPlain(desk, Desk.importProgram, arguments)
    }
  }
}
