import Testing
import WallChartWords

@testable import WallChart

@Suite("What is said where there is little room, and what is found by its other names")
struct ShortFormsTests {
  @Test("The keys and the way out stay on the bottom line", arguments: Language.allCases)
  func keptHints(language: Language) {
    for columns in [40, 60, 80] {
      var session = Session(columns: columns, rows: 16, language: language)
      #expect(session.said.contains("? ") && session.said.contains("q "))
      session.press("p")
      #expect(session.said.contains("Esc "), "\(columns)")
    }
  }

  @Test("A hint is left out whole, never cut", arguments: Language.allCases)
  func wholeHints(language: Language) {
    for keys in [":", "f", ":foo", "/", "a", "V", ".V"] {
      for columns in [60, 80] {
        var session = Session(columns: columns, rows: 16, language: language)
        session.press(keys)
        #expect(!session.said.contains("…"), "\(keys) \(columns)")
      }
    }
  }

  @Test("A mark and its undo name their keys at every width", arguments: Language.allCases)
  func keysOfMarks(language: Language) {
    let words = Words(language)
    for columns in [60, 80, 200] {
      var session = Session(columns: columns, rows: 16, language: language)
      session.press(".<Space>")
      #expect(session.said.contains(language == .en ? "e evidence, u undoes." : "e 佐证，u 撤销。"))
      session.press("u")
      #expect(session.said.contains(words(.wayBackRedo)))
      session.press("ephoto<Enter>u")
      #expect(session.said.contains(language == .en ? "evidence" : "佐证"))
      #expect(session.said.contains(words(.wayBackRedo)))
    }
  }

  @Test(
    "The list of commands knows the words people have",
    arguments: [
      ("证据", Word.commandEvidence), ("evidence", .commandEvidence), ("批量", .commandChoose),
      ("bulk", .commandChoose), ("清除", .commandFilterNone), ("clear", .commandFilterNone),
      ("删除", .commandEdit), ("delete", .commandEdit), ("remove", .commandEdit),
      ("恢复", .commandRedo), ("changed", .commandSince), ("下周", .commandWeekOn),
      ("next week", .commandWeekOn), ("未来", .commandDayOn), ("future", .commandDayOn),
      ("导出", .commandPrint), ("打印", .commandPrint), ("export", .commandPrint),
    ])
  func synonyms(typed: String, name: Word) {
    for language in Language.allCases {
      var session = Session(language: language)
      session.press(":")
      session.type(typed)
      guard case .menu(let menu) = session.state.mode else {
        Issue.record("no list of commands")
        return
      }
      #expect(menu.found.contains { $0.text == Words(language)(name) })
    }
  }

  @Test("A name that begins as typed comes first, and no match begins inside a word")
  func ranking() {
    func found(_ typed: String) -> [String] {
      var session = Session(language: .zh)
      session.press("f")
      session.type(typed)
      guard case .menu(let menu) = session.state.mode else { return [] }
      return menu.found.map(\.text)
    }
    #expect(found("sw").first == "市水务局牵头")
    #expect(found("g").first == "甘井子区")
    #expect(!found("g").contains("中山区"))
  }

  @Test("Help begins with the keys of the view it was called from", arguments: Language.allCases)
  func helpOfTheView(language: Language) {
    let words = Words(language)
    for (keys, head) in [
      ("", Word.helpMoving), ("U", .helpHere), ("=", .helpHere), (".<Enter>", .helpHere),
      ("p", .helpProjector),
    ] {
      var session = Session(language: language)
      session.press(keys + "?")
      #expect(session.frame.text(ofRow: 1).hasPrefix(" " + words(head)))
    }
  }

  @Test("At 200 columns titles are whole")
  func wideTitles() {
    let session = Session(columns: 200, rows: 60)
    #expect(session.frame.text.contains("connect users to the heat grid"))
  }
}
