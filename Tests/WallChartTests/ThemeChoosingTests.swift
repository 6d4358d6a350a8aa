import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A clerk who chooses colours, and what red is called then.
@Suite("Choosing colours")
struct ThemeChoosingTests {
  /// The example as an office keeps it whose charts have flags.
  private static var flagged: Situation {
    var chart = Seeds.situation.chart
    chart.rules.flags = .flags
    return Situation(chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
  }

  @Test(
    "T shows all themes; the chart wears the one that is selected, Esc goes back, Enter keeps it")
  func choosing() {
    var session = Session()
    session.press("T")
    for name in ThemeName.allCases {
      #expect(session.frame.text.contains(Words(.en)(name.word)))
    }
    session.press("<Home><Down>")
    #expect(session.frame.theme == .dark)
    session.press("<Down>")
    #expect(session.frame.theme == .light)
    session.press("<Esc>")
    #expect(session.frame.theme == .standard)
    #expect(session.effects.isEmpty)
    session.press("T2")
    #expect(session.frame.theme == .dark)
    #expect(session.said.hasPrefix(" Colours: dark ground."))
    #expect(session.effects == [.rememberTheme(.dark)])
  }

  @Test("Where no colours are shown it is said why, as far as there is room")
  func unseen() {
    var session = Session()
    session.state.setting.colours = .off
    session.press("T2")
    #expect(session.said.hasPrefix(" dark ground: not shown, colours are switched off."))
    session.state.setting.colours = .none
    session.press("T2")
    #expect(
      session.said.hasPrefix(" Colours: dark ground, not shown: this terminal has no colours."))
    // What has none by itself is shown.
    session.press("T6")
    #expect(session.said.hasPrefix(" Colours: without colour."))
    var chinese = Session(language: .zh)
    chinese.state.setting.colours = .off
    chinese.press("T2")
    #expect(chinese.said.contains("颜色已被NO_COLOR、--color或设置关闭"))
  }

  @Test("As usual is what the settings say, else the chart; nothing is kept then")
  func usual() {
    var session = Session()
    session.state.setting.usualTheme = .light
    session.press("T2T0")
    #expect(session.frame.theme == .light)
    #expect(session.effects == [.rememberTheme(.dark), .rememberTheme(nil)])
    var flagged = Session(Self.flagged)
    #expect(flagged.frame.theme == .printedFlags)
    flagged.press("T2T0")
    #expect(flagged.frame.theme == .printedFlags)
  }

  @Test(
    "It works in the task, the meeting, the ranking and the help, too",
    arguments: ["<Enter>", "m2", "U", "?"])
  func everywhere(keys: String) {
    var session = Session()
    session.press(keys)
    session.press("T4")
    #expect(session.frame.theme == .highContrast)
  }

  @Test("At the projector no menu opens: the next theme is worn at once, and said")
  func projector() {
    var session = Session()
    session.press("pTT")
    #expect(session.frame.theme == .light)
    #expect(session.frame.text.contains("Colours: light ground."))
    #expect(session.effects == [.rememberTheme(.dark), .rememberTheme(.light)])
  }

  @Test(
    "Nothing is called red that is drawn black, nor black that is drawn red",
    arguments: Language.allCases)
  func words(language: Language) throws {
    // The example itself has black waters.
    let (red, black) =
      language == .en ? ("\\bred\\b", "black flag|newly black") : ("红灯", "黑旗")
    for (columns, rows) in [(60, 16), (80, 24), (120, 34)] {
      for keys in ["", "?G", "U", "p", "p<PageDown><PageDown>", "m2", "=", "f", "w", "<Enter>"] {
        var lights = Session(columns: columns, rows: rows, language: language)
        var flags = Session(Self.flagged, columns: columns, rows: rows, language: language)
        lights.press(keys)
        flags.press(keys)
        func says(_ word: String, _ session: Session) throws -> Bool {
          session.frame.text.lowercased().contains(try Regex(word))
        }
        #expect(try !says(black, lights), "\(columns) \(keys)\n\(lights.frame.text)")
        #expect(try !says(red, flags), "\(columns) \(keys)\n\(flags.frame.text)")
        // At the start it is told how many there are.
        if keys.isEmpty {
          #expect(try says(red, lights) && says(language == .en ? "8 black" : black, flags))
        }
      }
    }
  }

  @Test("A theme that is named holds against the chart, and its words with it")
  func named() {
    var session = Session(Self.flagged)
    session.press("T2")
    #expect(session.frame.text.contains("8 red"))
    session.press("T7")
    #expect(session.frame.text.contains("8 black"))
    // Without colour nothing contradicts the chart.
    session.press("T6")
    #expect(session.frame.text.contains("8 black"))
    var lights = Session()
    lights.press("T7")
    #expect(lights.frame.text.contains("8 black"))
  }

  @Test("A chart whose rules change changes its colours and its words")
  func loaded() {
    var session = Session()
    session.send(
      .loaded(Self.flagged.chart, Self.flagged.ledger, ownWriters: [Session.writer]))
    #expect(session.frame.theme == .printedFlags)
    #expect(session.frame.text.contains("8 black"))
  }

  @Test("The test card shows the theme, turns to the next with T, and names its states as it draws")
  func testCard() {
    var card = TestCard(
      words: Words(.en), glyphs: .rich, size: Size(columns: 80, rows: 24)
    ).showing(.colours)
    #expect(card.view(.fixed).text.contains("colours · standard: on the terminal"))
    for _ in 1..<ThemeName.allCases.count { _ = card.press(.character("T")) }
    let frame = card.view(.fixed)
    #expect(frame.theme == .printedFlags)
    #expect(frame.text.contains("as on paper") && frame.text.contains("black"))
    #expect(!frame.text.contains(/\bthe task is red\b/))
    _ = card.press(.character("T"))
    #expect(card.theme == .standard)
    // Where letters are typed it is one.
    card = card.showing(.keys)
    _ = card.press(.character("T"))
    #expect(card.theme == .standard && card.view(.fixed).text.contains("> T"))
  }

  @Test("The page for the browser has the chart's flags")
  func page() {
    let page = ChartPage(of: Self.flagged, .wall, words: Words(.en), glyphs: .rich).datum.json
    #expect(page.contains("\"black\"") && page.contains("the task has a black flag"))
    #expect(!page.contains("is red") && page.contains("\"ground\": \"#000000\""))
    // On the dark ground of a browser black would not be seen.
    for (situation, canBeDark) in [(Self.flagged, false), (Seeds.situation, true)] {
      let page = ChartPage(of: situation, .wall, words: Words(.en), glyphs: .rich)
      let html = Template(.chartHTML).text(of: page.datum)
      #expect(html.contains("prefers-color-scheme: dark") == canBeDark)
    }
  }
}
