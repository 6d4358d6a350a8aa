import Foundation
import Testing

/// `config.json` as a person writes it, for good and for bad.
@Suite struct ConfigTests {
  @Test func `Name, language, signs, colours and mouse are as the file says`() throws {
    let desk = try Desk(by: nil)
    try desk.write(
      """
      {"name": "王科长", "unit": "市生态环境局", "language": "zh", "glyphs": "ascii", "color": "never",
       "mouse": false}
      """, to: "config/wallchart/config.json")
    let session = try desk.open()
    #expect(session.display.row(0).hasPrefix(" 大连市2020年"))
    #expect(session.bottom.contains("王科长"))
    #expect(session.display.text.contains("!16"))
    #expect(!session.display.text.contains("│"))
    #expect(!session.receivedText.contains("[?1000h"))
    #expect(!session.receivedText.contains("[38;5;"))
    session.press(.space)
    try session.wait("the sign of saving") { session.bottom.hasSuffix("x 已保存") }
    try session.quit()
    #expect(try desk.ledger().map(\.by) == ["王科长"])
    let text = try desk.ledgerText()
    #expect(text.contains(#""unit":"epb""#))
  }

  @Test func `Options and the environment come before the file`() throws {
    let desk = try Desk(by: nil)
    try desk.write(
      #"{"name": "file", "language": "zh", "glyphs": "ascii", "mouse": false}"#,
      to: "config/wallchart/config.json")
    let session = try desk.open(
      "--no-ascii", "--mouse", with: ["WALLCHART_AS": "Env", "WALLCHART_LANG": "en"])
    #expect(session.display.row(0).hasPrefix(" Dalian 2020"))
    #expect(session.bottom.hasSuffix("Env"))
    #expect(session.display.text.contains("│"))
    #expect(session.receivedText.contains("[?1000h"))
  }

  @Test func `A bad line is said on the bottom line, and the rest is used`() throws {
    let desk = try Desk(by: nil)
    try desk.write(
      """
      {"name": "Lin",
       "color": "teal",
       "colours": "dark",
       "glyphs": "ascii"}
      """, to: "config/wallchart/config.json")
    let session = try desk.open()
    #expect(
      session.bottom.hasPrefix(
        #" config.json:2:11: "teal" is not one of: auto, always, never. 1 more."#))
    #expect(!session.display.text.contains("│"))
    session.press("j")
    try session.wait("the keys") { session.bottom.hasSuffix("Lin") }
    #expect(try session.quit() == .exit(0))
  }

  @Test func `A command says all of it, each with its place, and does its work`() throws {
    let desk = try Desk(by: nil)
    try desk.write(
      """
      {"nmae": "Lin",
       "unit": 7,
       "mouse": "yes",
       "name": "Zhao"}
      """, to: "config/wallchart/config.json")
    let (text, ending) = try desk.run("mark", "BS-01", desk.chart)
    #expect(ending == .exit(0))
    let path = desk.folder + "/config/wallchart/config.json"
    #expect(
      text.hasPrefix(
        "wallchart: \(path):1:10: there is no setting \"nmae\", only: name, unit, language, glyphs, "
          + "ambiguous, color, theme, mouse, turnSeconds. The other settings hold.\r\n"), "\(text)")
    #expect(text.contains("\(path):2:10: "))
    #expect(text.contains("\(path):3:11: "))
    #expect(try desk.ledger().map(\.by) == ["Zhao"])
  }

  @Test(arguments: [
    ("", ":1:1: "), ("not JSON", ":1:1: "), ("[1]", ":1:1: "), (#"{"name": "Lin", }"#, ":1:17: "),
    ("{\"name\": \"Lin\",\n\"name\": \"Wu\"}", ":2:1: "), (#"{"name": "Lin"} x"#, ":1:17: "),
    ("\u{FEFF}{}", ":1:1: "),
  ])
  func `A file that is no JSON is said to be none, and everything still works`(
    text: String, place: String
  ) throws {
    let desk = try Desk(by: nil)
    try desk.write(text, to: "config/wallchart/config.json")
    let session = try desk.open()
    #expect(session.bottom.hasPrefix(" config.json\(place)"), "\(session.bottom)")
    #expect(try session.quit() == .exit(0))
    let (printed, ending) = try desk.run("mark", "BS-01", desk.chart)
    #expect(ending == .exit(0))
    #expect(printed.contains("Only the settings before this place hold."))
    // What stood before the fault is used.
    #expect(try desk.ledger().map(\.by) == [text.contains("Lin") ? "Lin" : "k.wang"])
  }

  @Test func `A folder in its place, and text that would move the cursor, do no harm`() throws {
    let desk = try Desk(by: nil)
    try desk.write("", to: "config/wallchart/config.json/x")
    let folder = try desk.run("show", desk.chart)
    #expect(folder.ending == .exit(0))
    #expect(folder.text.contains("config.json"))
    let other = try Desk(by: nil)
    try other.write(
      #"{"\u001b]2;x": 1,"# + " \"name\": \"a\\u001b[2Jb\"}", to: "config/wallchart/config.json")
    let session = try other.open()
    #expect(session.bottom.contains("␛]2;x"))
    #expect(!session.receivedText.contains("\u{1B}]2;x"))
    try session.quit()
  }

  @Test func `The import takes name and language, and says what is wrong`() throws {
    let desk = try Desk(nil, by: nil)
    try desk.write(
      #"{"name": "Zhao", "language": "zh", "mouse": 1}"#, to: "config/wallchart/config.json")
    try desk.write(
      "id,battle,title_zh,unit_zh,deadline\nA-1,蓝天,取缔燃煤锅炉,金普新区,2020-10-31\n",
      to: "home/list.csv")
    let program =
      URL(fileURLWithPath: Desk.program).deletingLastPathComponent().path + "/wallchart-import"
    let session = try desk.start("list.csv", "--into", desk.chart, program: program)
    try session.wait(for: "是否写入？[y/N]")
    session.press("y", .enter)
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.receivedText.contains("config.json:1:45"))
    #expect(try desk.ledger().map(\.by) == ["Zhao"])
  }
}

extension Desk {
  /// All ledger files as they stand.
  fileprivate func ledgerText() throws -> String {
    try ledgerFiles.map { name in
      try String(contentsOfFile: chart + "/ledger/" + name, encoding: .utf8)
    }.joined()
  }
}
