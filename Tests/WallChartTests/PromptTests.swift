import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The line being typed, on the screen")
struct PromptTests {
  static let texts = [
    "", "photo 12 of the works", "现场照片十二张，验收单一份，整改前后对比，由区生态环境分局提交，请核查",
    "a现b场c照d片e十f二g张h验i收j单k一l份m整n改o前p后q对r比s由t区u",
    String(repeating: "e\u{301}", count: 80), String(repeating: "现", count: 200),
  ]

  @Test("The cursor stands on the character behind the caret, wherever the line is cut")
  func caret() throws {
    for language in Language.allCases {
      for columns in [40, 60, 61, 80] {
        for text in Self.texts {
          var session = Session(columns: columns, rows: 16, language: language)
          session.press("e")
          session.send(.pasted(text))
          for caret in (0...text.count).reversed() {
            let frame = session.frame
            let (column, row) = frame.cursor
            #expect(row == 15 && column < columns)
            // A sign at the right edge stands for what has no room; the cursor is never on it.
            let expected = caret < text.count ? Array(text)[caret] : nil
            let glyph = frame[column, row].glyph
            if let expected {
              #expect(glyph == expected, "\(columns) \(caret) \(frame.text(ofRow: 15))")
            } else if !text.isEmpty {
              #expect(glyph == " ")
            }
            if caret > 0 {
              let before = frame[column - 1, row].glyph ?? frame[column - 2, row].glyph
              #expect(before == Array(text)[caret - 1])
            }
            session.press("<Left>")
          }
        }
      }
    }
  }

  @Test("The first letter typed takes the place of a proposal; a motion keeps it")
  func proposal() {
    var session = Session()
    session.state.setting.author.name = "user"
    session.press("W")
    session.type("Lin Hong")
    session.press("<Enter><C-u><Enter>")
    #expect(session.state.setting.author.name == "Lin Hong")
    session.press("W<End>")
    session.type(", deputy")
    session.press("<Enter><C-u><Enter>")
    #expect(session.state.setting.author.name == "Lin Hong, deputy")
    session.press("W")
    session.send(.pasted("Wu"))
    session.press("<Enter><C-u><Enter>")
    #expect(session.state.setting.author.name == "Wu")
    session.press("W<BS><Enter>")
    #expect(session.selection.contains("name"))
    // What one edits is no proposal.
    session.press("<Esc>Etitle<Enter>x")
    #expect(session.said.contains(Words(.en)(Seeds.situation.chart.tasks[0].title).suffix(8) + "x"))
  }

  @Test("A proposed count gives way to the one that is typed")
  func proposedCount() {
    var session = Session()
    session.press("lll<Space>3<Enter>")
    guard case .report(let report)? = session.ledger.last?.fact else {
      Issue.record("\(session.said)")
      return
    }
    #expect(report.count == 3)
  }

  @Test("Where the line is cut, a sign says so")
  func cut() throws {
    var session = Session(columns: 60, rows: 16, language: .zh)
    session.press("e")
    session.send(.pasted(Self.texts[2]))
    #expect(session.said.contains(" …区生态"))
    #expect(session.said.hasSuffix("请核查"))
    session.press("<Home>")
    #expect(session.said.contains("… 现场照片"))
    #expect(session.said.hasSuffix("…"))
  }
}
