import Glibc
import Testing

/// Pasted text fills a line that is being typed, and never acts.
@Suite struct PasteTests {
  private static let begin = Array("\u{1B}[200~".utf8)
  private static let end = Array("\u{1B}[201~".utf8)

  @Test func `At the chart it does nothing, and says what to do`() throws {
    let desk = try Desk()
    let session = try desk.open()
    let selection = session.selection
    session.press(.paste("jjj uq\nGe\u{3}\r  \t"))
    try session.wait(
      for: "Pasted text does nothing here. Press e or r first, then paste.", inRow: 23)
    #expect(session.selection == selection)
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
    try session.wait(for: "Space mark", inRow: 23)
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `In Chinese it says so in Chinese`() throws {
    let session = try Desk().open("--lang", "zh")
    session.press(.paste("现场照片"))
    try session.wait(for: "在此粘贴不起作用。", inRow: 23)
  }

  @Test func `In a prompt it stands at the caret, as one line`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e", "ab", .left, .paste("现场\r\n照片\t12\n\n\u{7}x"), "y", .enter)
    try session.waitUntilSaved("evidence added")
    #expect(try desk.ledger().map(\.evidence) == [["a现场 照片 12 xyb"]])
  }

  @Test func `Bytes that are no text are left out`() throws {
    let desk = try Desk()
    let session = try desk.open()
    let bytes: [UInt8] = [0x61, 0xFF, 0xE7, 0x8E, 0x62, 0xC0, 0x80, 0x63, 0xE7]
    session.press("e", .bytes(Self.begin + bytes + Self.end), .enter)
    try session.waitUntilSaved("evidence added")
    #expect(try desk.ledger().map(\.evidence) == [["abc"]])
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[20", "\u{1B}[2\u{1B}[201", "\u{1B}[200~"])
  func `What looks like its end is not`(text: String) throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e", .bytes(Self.begin + Array("a\(text)b".utf8) + Self.end), .enter)
    try session.waitUntilSaved("evidence added")
    let shown = text.replacing("\u{1B}", with: " ")
    #expect(try desk.ledger().map(\.evidence) == [["a\(shown)b"]])
  }

  @Test func `In help and before a question it does nothing`() throws {
    let session = try Desk().open()
    session.press("?")
    try session.wait(for: "Esc or q goes back", inRow: 23)
    session.waitUntilQuiet()
    let before = session.display.text
    session.press(.paste("q\r j"))
    try session.wait("the bell") { session.display.bells == 1 }
    #expect(session.display.text == before)
  }

  @Test func `A megabyte is cut, said so, and holds nothing up`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01", inRow: 23)
    session.press(.paste(String(repeating: "照片1 ", count: 131_000)))
    try session.wait("the cut", seconds: 20) {
      session.selection.contains("The pasted text is too long: cut at 4000 characters.")
    }
    session.press("z", .enter)
    try session.waitUntilSaved("evidence added")
    let evidence = try #require(try desk.ledger().first?.evidence?.first)
    #expect(evidence.count == 4001)
    #expect(evidence.hasSuffix("照片1 z"))
  }

  @Test func `One whose end never comes is taken after a while, and the keys go on`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e", .bytes(Self.begin + Array("photo".utf8)))
    try session.wait(for: "photo", inRow: 23)
    session.press(.enter)
    try session.waitUntilSaved("evidence added")
    #expect(try desk.ledger().map(\.evidence) == [["photo"]])
  }

  @Test func `Amid one, signals are heard and the screen follows the window`() throws {
    let session = try Desk().open()
    session.press(.bytes(Self.begin + Array("photo".utf8)))
    session.watch(milliseconds: 50)
    session.resize(columns: 100, rows: 30)
    session.send(signal: SIGTERM)
    #expect(try session.waitForEnd() == .exit(143))
    #expect(session.isRestored)
    #expect(session.modesLeftOn == [])
  }

  @Test func `In pieces it is still one`() throws {
    let session = try Desk().open()
    session.press("e")
    let bytes = Self.begin + Array("现场\n照片".utf8) + Self.end
    session.press(.bytes(Self.begin))
    for byte in bytes.dropFirst(Self.begin.count) {
      session.press(.bytes([byte]))
      session.watch(milliseconds: 15)
    }
    try session.wait(for: "现场 照片", inRow: 23)
    #expect(session.bottom.contains("Evidence for BS-01"))
  }
}
