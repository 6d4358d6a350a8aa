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

  @Test(
    "The line editor",
    arguments: [
      ("abc", "abc", 3), ("abc<BS>", "ab", 2), ("abc<Left>x", "abxc", 3), ("abc<Home>x", "xabc", 1),
      ("abc<C-a><Del>", "bc", 0), ("ab<Space>cd<C-w>", "ab ", 3), ("abc<C-u>", "", 0),
      ("abc<Left><C-k>", "ab", 2), ("<BS><Del><Left>", "", 0), ("水利<Left>库", "水库利", 2),
      ("abc<C-b><C-b><C-f><C-d>", "ab", 2),
    ])
  func editor(keys: String, text: String, caret: Int) throws {
    var prompt = Prompt(.evidence(task: "A", node: nil), question: "?")
    for key in try Key.script(keys) { _ = prompt.edit(key) }
    #expect(prompt.answer == text)
    #expect(prompt.caret == caret)
  }
}
