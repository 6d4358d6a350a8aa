import Testing
import WallChartWords

@testable import WallChart

/// A clerk with the test card, before the people arrive.
@Suite("The test card")
struct TestCardTests {
  private static func card(
    _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, _ glyphs: Glyphs = .rich
  ) -> TestCard {
    TestCard(
      words: Words(language), glyphs: glyphs, size: Size(columns: columns, rows: rows))
  }

  private static func pressed(_ keys: String, _ card: TestCard = card()) throws -> TestCard {
    var card = card
    for key in try Key.script(keys) {
      let goesOn = card.press(key)
      #expect(goesOn)
    }
    return card
  }

  @Test(
    "A window is read from the seats it says",
    arguments: [(32, 3), (24, 4), (19, 5), (16, 6), (12, 8)])
  func seats(rows: Int, seat: Int) {
    #expect(Seats.mostRows(seat: seat) == rows)
    #expect(Seats.farthest(rows: rows) >= seat * 10)
    #expect(Seats.farthest(rows: rows + 1) < seat * 10)
    let text = Self.card(80, rows).view(.fixed).text
    for usual in Seats.usual {
      let verdict = usual <= seat ? "✓ is read" : "! too small"
      #expect(
        text.split(separator: "\n").contains {
          $0.contains("\(usual) heights ") && $0.contains(verdict)
        })
    }
  }

  @Test("Every row has its number and a mark at the edge, so that nothing is cut off unseen")
  func edges() {
    let frame = Self.card().view(.fixed)
    for row in 0..<24 {
      let text = frame.text(ofRow: row)
      #expect(text.hasPrefix("\(row + 1) ") && text.hasSuffix("│"))
      #expect(frame[79, row].glyph == "│")
    }
  }

  @Test("On a pipe too, each row of the page has its number")
  func piped() {
    let lines = Self.card().text(.fixed).split(separator: "\n", omittingEmptySubsequences: false)
    for row in 1...24 { #expect(lines[row - 1].hasPrefix("\(row) ")) }
  }

  @Test("q leaves the page of keys too, as long as nothing is typed there")
  func leavesKeys() {
    var card = Self.card().showing(.keys)
    let empty = card.press(.character("q"))
    #expect(!empty)
    _ = card.press(.character("a"))
    let typed = card.press(.character("q"))
    #expect(typed)
  }

  @Test("A clicker, arrows, Space and Enter turn; the ends hold; Esc and q leave")
  func turning() throws {
    #expect(try Self.pressed("<PageDown><Space><Enter><Down>").page == .letters)
    #expect(try Self.pressed("<PageDown><PageDown><PageUp><Up><Left>").page == .rows)
    #expect(try Self.pressed("<PageDown><PageDown><PageDown><PageDown><PageDown>").page == .keys)
    for key in ["<Esc>", "q", "<C-c>"] {
      var card = Self.card()
      let goesOn = card.press(try #require(Key(key)))
      #expect(!goesOn)
    }
  }

  @Test("What is typed stands where the cursor is, and each key is named")
  func typing() throws {
    var card = Self.card().showing(.keys)
    for character in "大连 q" { _ = card.press(.character(character)) }
    var frame = card.view(.fixed)
    #expect(frame.text.contains("> 大连 q"))
    #expect(frame.text.contains("Last key: q"))
    #expect(!frame.hidesCursor)
    #expect(frame.cursor.column == 4 + 2 + 6)
    card = try Self.pressed("<Left><Left>连？", card)
    frame = card.view(.fixed)
    #expect(frame.text.contains("> 大连连？ q"))
    #expect(frame.text.contains("Last key: ？, taken for ?"))
    // A clicker's keys, of which one turns back.
    #expect(try Self.pressed("<F5>", card).view(.fixed).text.contains("Last key: F5"))
    #expect(try Self.pressed("<PageUp>", card).page == .letters)
    card.paste("现场\n照片\u{1B}[2J")
    #expect(card.view(.fixed).text.contains("> 大连连？现场 照片 [2J q"))
    let goesOn = card.press(.named(.escape))
    #expect(!goesOn)
  }

  @Test("Contrast is told where the colours are known, else what to look at instead")
  func contrast() {
    let card = Self.card().showing(.colours)
    #expect(card.view(.fixed).text.contains(/overdue by so many days +7\.4 +6\.5/))
    for (depth, note) in [(Theme.Depth.eight, "chooses their shades"), (.none, "Without colours")] {
      let text = card.view(depth).text
      #expect(text.contains(note))
      #expect(!text.contains(/[0-9]\.[0-9]/))
    }
  }

  @Test("Every sign of the screen stands between bars that stand above bars")
  func bars() throws {
    for glyphs in [Glyphs.rich, .ascii] {
      let frame = Self.card(80, 24, .en, glyphs).showing(.signs).view(.fixed)
      for sign in glyphs.all where sign != " " { #expect(frame.text.contains("|\(sign)|")) }
      var compared = 0
      for row in 0..<23 where frame.text(ofRow: row + 1).contains(/^ *\|xx?\|x/) {
        // The bar of the ASCII signs stands between bars too.
        for column in 0..<80 where frame[column, row + 1].glyph == "|" {
          #expect(frame[column, row].glyph == "|")
        }
        compared += 1
      }
      #expect(compared >= 2)
    }
    // As many signs as there are members that hold one.
    #expect(Glyphs.rich.all.count >= 24)
    #expect(Set(Glyphs.rich.all).count == Glyphs.rich.all.count)
  }

  @Test("Every figure and every letter is shown large")
  func large() throws {
    let figures = Self.card().showing(.figures).view(.fixed)
    for role in [Role.tileRed, .tileYellow, .tileSoon, .tileCalm, .tileDone] {
      #expect(figures.lines.joined().contains { $0.role == role })
    }
    let points = BigText.characters.reduce(0) { sum, character in
      sum
        + (BigText(String(character), .small)?.rows.joined().count { $0 } ?? 0)
    }
    for (columns, rows) in [(80, 24), (120, 34), (200, 60)] {
      let letters = Self.card(columns, rows).showing(.letters).view(.fixed)
      let filled = letters.lines.joined().count { $0.role == .inkCalm }
      #expect(filled >= points / 2 && filled % (points / 2) == 0)
    }
  }

  @Test(
    "Every page fits every window, and no row is longer than it",
    arguments: [(80, 24), (60, 16), (40, 10), (120, 34), (200, 60), (43, 11), (39, 9)])
  func sizes(columns: Int, rows: Int) {
    for language in Language.allCases {
      for glyphs in [Glyphs.rich, .ascii] {
        for page in TestCard.Page.allCases {
          let frame = Self.card(columns, rows, language, glyphs).showing(page).view(.fixed)
          #expect(frame.lines.count == rows && frame.lines.allSatisfy { $0.count == columns })
          if columns >= 40 {
            #expect(!frame.text(ofRow: rows - 1).isEmpty && !frame.text(ofRow: 0).isEmpty)
          }
        }
      }
    }
  }

  @Test(
    "Its pages are as their pictures",
    arguments: [
      (80, 24, Language.en, TestCard.Page.rows), (60, 16, .zh, .rows), (40, 10, .en, .rows),
      (80, 24, .zh, .colours), (60, 16, .en, .colours), (80, 24, .en, .signs),
      (80, 24, .zh, .figures), (80, 24, .en, .letters), (120, 34, .en, .letters),
      (80, 24, .zh, .keys),
    ])
  func picture(columns: Int, rows: Int, language: Language, page: TestCard.Page) throws {
    let frame = Self.card(columns, rows, language).showing(page).view(.fixed)
    try Picture.compare(
      frame.text + "\n" + Picture.roles(of: frame),
      with: "Screens/testcard-\(page)-\(columns)x\(rows)-\(language.rawValue).screen")
  }
}
