import Testing

/// What begins with an ESC and is no key does nothing; what is one does all of it.
@Suite struct SequenceTests {
  private static func escape(_ rest: String) -> Press { .bytes([0x1B] + Array(rest.utf8)) }

  /// Sequences that terminals send and no key of xterm's description is. Each ends in, or holds,
  /// something that would act as a key.
  static let unknown = [
    "[1;9u", "[27;5;32~", "[200u", "[>0;10;1c", "[?1;2c", "[24;80R", "[I", "[O", "[99;5~", "[[A",
    "[<0;10;5M", "[<0;10;5m", "[<65;10;5M", "[M 25", "[M#25", "[201~", "Oy", "O2 q", "[1;2;3;4;5 q",
  ]

  @Test(arguments: unknown)
  func `A sequence that is no key is passed over`(sequence: String) throws {
    let desk = try Desk()
    let session = try desk.open("--no-mouse")
    let before = session.display.text
    session.press(Self.escape(sequence))
    session.waitUntilQuiet(milliseconds: 120)
    #expect(session.display.text == before)
    #expect(session.display.bells == 0)
    // The next key is heard, and only it.
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
    #expect(try desk.ledger().isEmpty)
  }

  @Test(arguments: ["tmux-256color", "screen-256color", "linux", "vt100", "rxvt-unicode"])
  func `On other terminals too`(kind: String) throws {
    let session = try Desk().open("--no-mouse", with: ["TERM": kind])
    let before = session.display.text
    for sequence in ["[<0;10;5M", "[<0;10;5m", "[M 25", "[I", "[O", "[1;9u"] {
      session.press(Self.escape(sequence))
    }
    session.waitUntilQuiet(milliseconds: 120)
    #expect(session.display.text == before)
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test func `Many sequences at once leave every key between them`() throws {
    let session = try Desk().open("--no-mouse")
    for sequence in Self.unknown { session.press(Self.escape(sequence), "j", "k") }
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test func `Esc alone acts, and a key after it as well`() throws {
    let session = try Desk().open()
    session.press("2")
    try session.wait("Clear water alone") { !session.display.text.contains("BLUE SKY") }
    session.press(.escape)
    try session.wait(for: "BLUE SKY")
    session.press("g")
    try session.wait(for: "BS-01", inRow: 22)
  }

  @Test(arguments: [(Press.text("j"), "j"), (.down, "Down")])
  func `Esc and a key right behind it both act`(key: Press, name: String) throws {
    let session = try Desk().open()
    session.press("e")
    try session.wait(for: "Evidence for BS-01", inRow: 23)
    session.press(.bytes([0x1B] + session.display.bytes(of: key)))
    try session.wait(for: "BS-02", inRow: 22)
    try session.wait(for: "Space mark", inRow: 23)
  }

  @Test(arguments: ["[", "[1", "[1;", "[<0;1", "O", "[M "])
  func `A sequence that breaks off holds up no key for long`(start: String) throws {
    let desk = try Desk()
    let session = try desk.open("--no-mouse")
    session.press(Self.escape(start))
    session.watch(milliseconds: 300)
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
    #expect(try desk.ledger().isEmpty)
  }

  @Test(arguments: ["[1;", "[<0;12;", "O"])
  func `A sequence that comes in two parts is passed over`(start: String) throws {
    let session = try Desk().open("--no-mouse")
    let before = session.display.text
    session.press(Self.escape(start))
    session.watch(milliseconds: 5)
    session.press(start == "O" ? "y" : "2q")
    session.waitUntilQuiet(milliseconds: 120)
    #expect(session.display.text == before)
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test func `A key behind a broken sequence is not lost`() throws {
    let session = try Desk().open()
    session.press(Self.escape("[1;"), .down)
    try session.wait(for: "BS-02", inRow: 22)
    session.press("e")
    try session.wait(for: "Evidence for BS-02", inRow: 23)
    session.press("photo", Self.escape("[1"), .enter)
    try session.waitUntilSaved()
  }

  @Test func `Any number of sequences that break each other off ends nothing`() throws {
    let desk = try Desk()
    let session = try desk.open()
    // The last one is whole: on a busy machine the key would end it else.
    session.press(.text(String(repeating: "\u{1B}[", count: 100_000) + "2q"), "j")
    try session.wait("the next task", seconds: 30) { session.selection.contains("BS-02") }
    #expect(try session.quit() == .exit(0))
  }
}
