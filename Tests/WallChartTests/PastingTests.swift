import Testing
import WallChartStore

@testable import WallChart

@Suite("Pasting")
struct PastingTests {
  @Test(
    "Pasted text stands at the caret as one line",
    arguments: [
      ("x", "axb"), ("", "ab"), ("1\r\n2", "a1 2b"), ("1\n\t\u{1B}\u{0}2", "a1 2b"),
      ("\n", "a b"), ("现\u{2028}场\u{85}\u{2029}", "a现 场 b"), ("1  2", "a1  2b"),
      ("👨‍👩‍👧‍👦", "a👨‍👩‍👧‍👦b"),
    ])
  func line(pasted: String, text: String) {
    var prompt = Prompt(.evidence(task: "A", node: nil), question: "?", text: "ab")
    prompt.caret = 1
    let isWhole = prompt.paste(pasted)
    #expect(isWhole)
    #expect(prompt.answer == text)
    #expect(prompt.caret == prompt.text.count - 1)
  }

  @Test("What is too long is cut, between characters, and what was there stays")
  func cut() {
    var prompt = Prompt(.evidence(task: "A", node: nil), question: "?", text: "ab")
    var isWhole = prompt.paste(String(repeating: "长", count: 5000))
    #expect(!isWhole)
    #expect(prompt.text.count == Prompt.pasteLimit)
    #expect(prompt.answer.hasPrefix("ab长"))
    isWhole = prompt.paste("x")
    #expect(!isWhole)
    #expect(prompt.text.count == Prompt.pasteLimit)
    prompt = Prompt(.evidence(task: "A", node: nil), question: "?")
    isWhole = prompt.paste(String(repeating: "长", count: Prompt.pasteLimit))
    #expect(isWhole)
    prompt = Prompt(.evidence(task: "A", node: nil), question: "?")
    isWhole = prompt.paste("Z" + String(repeating: "\u{301}", count: 1_000_000))
    #expect(!isWhole)
    #expect(prompt.answer.unicodeScalars.count <= Prompt.pasteLimit * 4)
  }

  @Test("In a prompt it is one edit, and says when it was cut; the next key says no more")
  func prompt() {
    var session = Session()
    session.press("e")
    session.send(.pasted("photo\n12"))
    #expect(session.said.contains("photo 12"))
    #expect(session.effects.isEmpty)
    session.send(.pasted(String(repeating: "x", count: 4000)))
    #expect(session.selection.contains("The pasted text is too long: cut at 4000 characters."))
    #expect(session.effects == [.bell])
    session.press("y")
    #expect(!session.selection.contains("too long"))
  }

  @Test("At the chart it says what to do and does nothing else; nor in help")
  func elsewhere() {
    var session = Session()
    let selected = session.selected
    session.send(.pasted("j uq\r"))
    #expect(session.said.contains("Pasted text does nothing here."))
    #expect(session.selected == selected)
    #expect(session.effects == [.bell])
    session.press("?")
    session.send(.pasted("q"))
    #expect(session.state.onTop == .help(scroll: 0))
    #expect(session.ledger.isEmpty)
  }

  // MARK: As it comes in

  private func text(_ bytes: some Sequence<UInt8>) -> (String, isComplete: Bool) {
    var paste = Paste(at: 0)
    for byte in bytes where !paste.isComplete { paste.take(byte) }
    return (paste.text, paste.isComplete)
  }

  @Test(
    "A paste ends at its end and nowhere else",
    arguments: [
      ("abc\u{1B}[201~", "abc", true), ("\u{1B}[201~", "", true), ("abc", "abc", false),
      ("a\u{1B}\u{1B}[201~", "a\u{1B}", true), ("\u{1B}[20\u{1B}[201~", "\u{1B}[20", true),
      ("\u{1B}[202~\u{1B}[201~", "\u{1B}[202~", true), ("a\u{1B}[201", "a", false),
    ])
  func end(bytes: String, pasted: String, isComplete: Bool) {
    let (text, isDone) = text(bytes.utf8)
    #expect(text == pasted)
    #expect(isDone == isComplete)
  }

  @Test("Never more is read than the end still lacks")
  func missing() {
    var paste = Paste(at: 0)
    for (byte, left) in zip("a\u{1B}[2\u{1B}[201~".utf8, [6, 5, 4, 3, 5, 4, 3, 2, 1, 0]) {
      paste.take(byte)
      #expect(paste.missing == left)
    }
  }

  @Test("Bytes that are no UTF-8 are left out, and a mark for them that was pasted stays")
  func bytes() {
    #expect(text([0x61, 0xFF, 0xE7, 0x8E, 0x62, 0xED, 0xA0, 0x80, 0xC0, 0x63]).0 == "abc")
    #expect(text("a\u{FFFD}现\u{0}".utf8).0 == "a\u{FFFD}现\u{0}")
  }

  @Test("More than anybody means is not kept")
  func limit() {
    var paste = Paste(at: 0)
    for _ in 0..<Paste.limit + 1000 { paste.take(0x78) }
    for byte in "\u{1B}[201~".utf8 { paste.take(byte) }
    #expect(paste.isComplete)
    #expect(paste.text.utf8.count == Paste.limit)
  }
}
