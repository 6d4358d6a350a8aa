import Testing

@testable import WallChart

@Suite("Keys and scripts")
struct KeyTests {
  @Test("A script is keys, names in angle brackets, blanks and comments")
  func script() throws {
    #expect(
      try Key.script("# moving\njj <Down> <C-r>\n<Space><lt>？\n")
        == [
          .character("j"), .character("j"), .named(.down), .control("r"), .named(.space),
          .character("<"), .character("？"),
        ])
  }

  @Test("What is no key is named with its line", arguments: [("jj\n<Donw>", 2), ("<C-rr>", 1)])
  func badKey(script: String, line: Int) {
    do {
      _ = try Key.script(script)
      Issue.record("accepted")
    } catch {
      #expect(error.line == line)
    }
  }

  @Test("The keys that the help names for typing do something", arguments: Prompt.keyList.indices)
  func typingKeys(place: Int) {
    for key in Prompt.keyList[place].keys {
      var session = Session()
      session.press("e")
      session.type("one two three")
      session.press("<Enter>e")
      session.type("one two x")
      session.press("<C-w><Left>")
      if key == .named(.down) || key == .control("n") { session.press("<Up>") }
      session.forgetEffects()
      let before = session.state.mode
      session.press(key.spelling)
      #expect(session.effects.isEmpty, "\(key.spelling)")
      #expect(session.state.mode != before, "\(key.spelling)")
    }
  }

  @Test(
    "The line editor",
    arguments: [
      ("abc", "abc", 3), ("abc<BS>", "ab", 2), ("abc<Left>x", "abxc", 3), ("abc<Home>x", "xabc", 1),
      ("abc<C-a><Del>", "bc", 0), ("ab<Space>cd<C-w>", "ab ", 3), ("abc<C-u>", "", 0),
      ("abc<Left><C-k>", "ab", 2), ("<BS><Del><Left>", "", 0), ("水利<Left>库", "水库利", 2),
      ("abc<C-b><C-b><C-f><C-d>", "ab", 2), ("ab<Space>cd<C-Left>x", "ab xcd", 4),
      ("ab,<Space>cd<C-Left><C-Left><C-Left>x", "xab, cd", 1),
      ("ab<Space>cd<Home><C-Right>x<C-Right><C-Right>y", "abx cdy", 7),
      ("现场照片，验收单<C-Left>的", "现场照片，的验收单", 6), ("水利局<C-w>", "水利", 2),
      ("ab<Space>cd<C-w><Home><C-y>", "cdab ", 2), ("abc<C-y>", "abc", 3),
      ("abc<Left><C-k><C-u><C-y><C-y>", "abab", 4), ("abc<C-u><C-w><C-y>", "abc", 3),
      ("e\u{301}x<Left><BS>", "x", 0), ("👨\u{200D}👩<BS>", "", 0),
    ])
  func editor(keys: String, text: String, caret: Int) throws {
    var prompt = Prompt(.evidence(task: "A", node: nil), question: "?")
    for key in try Key.script(keys) { _ = prompt.edit(key) }
    #expect(prompt.answer == text)
    #expect(prompt.caret == caret)
  }
}
