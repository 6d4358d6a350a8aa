import Foundation
import Testing
import WallChartStore

/// Whatever stands in a file, only text reaches the terminal.
@Suite struct HostileTextTests {
  /// JSON escapes of what a terminal would obey or hide.
  static let poisons = [
    "\\u001b]52;c;SGFja2Vk\\u0007", "\\u001b[2J\\u001b[H", "\\u001bP1$r\\u001b\\\\", "\\r\\n\\t\\b",
    "\\u0007\\u0007", "\\u202e\\u2066", "\\u009b31m\\u009d0;x\\u009c", "\\u0000\\u007f\\u000e",
    "\\ufeff\\u200b\\u2028", "\\udb40\\udc41\\ue000", "\\u001b]0;title\\u001b\\\\",
    "\\u001b[6n\\u001b[c\\u0005",
  ]

  /// Seven tasks, each text of which is poisoned in another way.
  private static func plan(_ poison: String) -> String {
    var plan = Plan.campaign
    for word in [
      "Dalian", "Blue sky", "Jinpu", "Shahekou", "Shut down", "Clean heating", "Dust nets", "Duty",
      "Sewers", "Drinking", "Outfalls", "Notice", "Plan fixed", "Survey", "sites",
    ] {
      plan = plan.replacingOccurrences(of: "\"en\": \"\(word)", with: "\"en\": \"\(poison)\(word)")
    }
    return plan
  }

  @Test(arguments: ["en", "zh"])
  func `Check names what nobody sees as a warning, by its place`(language: String) throws {
    let desk = try Desk(Plan.campaign.replacingOccurrences(of: "取缔", with: "取\u{200B}缔\u{202E}"))
    let check = try desk.run("check", desk.chart, "--lang", language)
    #expect(check.ending == .exit(1))
    #expect(check.text.contains("chart.json:"))
    #expect(check.text.contains(language == "en" ? "<U+200B>, <U+202E>." : "<U+200B>、<U+202E>。"))
    #expect(!check.text.unicodeScalars.contains("\u{200B}"))
  }

  @Test(arguments: poisons)
  func `Nothing a terminal obeys gets from a plan to the terminal`(poison: String) throws {
    let desk = try Desk(Self.plan(poison))
    // A wide window, so that the texts stand in full.
    let session = try desk.open(columns: 200, rows: 30)
    for key in [Press.down, .right, "G", "g", .space, "u", "e", .escape, "r", .escape] {
      session.press(key)
    }
    try session.wait("the end of the keys") { session.bottom.contains("Space mark") }
    let screen = session.display
    #expect(session.harmfulPieces == [])
    // One question was ours.
    #expect(session.answers == Array("\u{1B}[>0;100;0c\u{1B}[2;2R".utf8))
    // The window has one title, the chart's, as the screen shows it.
    #expect(screen.titles == 1)
    #expect(screen.row(0).hasPrefix(" " + screen.title))
    #expect(screen.title.contains("Dalian 2020"))
    // Neighbours are where they belong.
    let lines = screen.columns(of: "│", inRow: 2)
    let ids = ["BS-01", "BS-02", "BS-03", "BS-04", "CW-01", "CW-02", "CW-03"]
    let rows = (4..<28).filter { !screen.columns(of: "│", inRow: $0).isEmpty }
    try #require(rows.count == ids.count)
    for (row, id) in zip(rows, ids) {
      #expect(screen.columns(of: "│", inRow: row) == lines, "row \(row)")
      #expect(screen.columns(of: id, inRow: row) == [2])
    }
    // What was poisoned is seen to be so, with its words behind it.
    #expect(screen.row(0).contains("Dalian 2020"))
    #expect(screen.row(0).contains(/[␀-␡]|<U\+|<[89]/))
    #expect(screen.text.contains("Shut"))
  }

  @Test func `Nothing a terminal obeys gets from a ledger or the user's name to the terminal`()
    throws
  {
    let desk = try Desk()
    let name = "\u{1B}]0;x\u{7}k.\u{202E}wang\u{9B}2J"
    desk.environment["WALLCHART_AS"] = name
    var session = try desk.open(columns: 120)
    #expect(session.bottom.contains("␛]0;x␇k.<U+20"))
    // Nobody acts under such a name: it asks for another one.
    session.press(.space)
    session.waitUntilQuiet()
    #expect(session.bottom.contains("<U+202E>wang<9B>2J"))
    #expect(session.harmfulPieces == [])
    session.press(.escape)
    try session.quit()
    #expect(try desk.ledger().isEmpty)
    // Other programs may let one into the ledger.
    let day = try #require(Day(iso: "2020-07-31"))
    var folder = try ChartFolder(opening: desk.chart, state: desk.folder + "/state3")
    for node in ["1", "2"] {
      let stamp = Stamp(
        id: .random(), at: Moment(milliseconds: Int64(day.number) * 86_400_000, offset: 480))
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: day)
      let mark = try situation.mark("BS-01", node: node, by: Author(name: name), stamp)
      _ = try folder.append(mark, today: day)
    }
    // To another machine the mark is another's: it asks, and names who.
    desk.environment["WALLCHART_AS"] = "m.li"
    desk.environment["XDG_STATE_HOME"] = desk.folder + "/state2"
    session = try desk.open(columns: 120)
    session.press(.space)
    try session.wait(for: "Why is the mark of ␛]0;x␇k.<U+202E>wang<9B>2J taken back?", inRow: 23)
    #expect(session.harmfulPieces == [])
    #expect(session.display.titles == 1)
    #expect(session.display.title == "Dalian 2020: the battle against pollution")
  }

  @Test func `Towers of marks, families and flags stay in their cells`() throws {
    let tower = "Z" + String(repeating: "\\u0301", count: 40)
    let family = "👨‍👩‍👧‍👦🇨🇳👍🏽"
    for text in [tower, family, "ﷺ", "नमस्ते", "각", "\\u0301"] {
      let desk = try Desk(
        Plan.campaign.replacingOccurrences(of: "\"en\": \"Shut", with: "\"en\": \"\(text)Shut"))
      let session = try desk.open(columns: 120)
      let screen = session.display
      let lines = screen.columns(of: "│", inRow: 2)
      for row in 5...7 {
        #expect(screen.columns(of: "│", inRow: row) == lines, "\(text), row \(row)")
      }
      #expect(screen.columns(of: "Jinpu", inRow: 5) == screen.columns(of: "Jinpu", inRow: 7))
      #expect(session.harmfulPieces == [])
    }
  }
}
