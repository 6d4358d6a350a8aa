import Glibc
import Testing

/// The terminal is asked how it draws what is of ambiguous width. Nobody waits for the answer, and
/// nobody takes it for keys.
@Suite struct WidthQuestionTests {
  private static let narrow = "\u{1B}[2;2R"
  private static let wide = "\u{1B}[2;3R"

  private static func bytes(_ text: String) -> Press { .bytes(Array(text.utf8)) }

  /// A chart on a terminal that answers nothing by itself.
  private func open(
    _ options: String..., with variables: [String: String?] = [:]
  ) throws -> (desk: Desk, session: TerminalSession) {
    let desk = try Desk()
    var launch = desk.launch([desk.chart] + options, with: variables)
    launch.isSilent = true
    let session = try TerminalSession(launch)
    try session.wait("the chart") { session.isChartShown }
    return (desk, session)
  }

  private func questions(_ session: TerminalSession) -> Int {
    Piece.pieces(of: session.received).count { $0 == .sequence("6", "n") }
  }

  @Test func `It is asked once, with the first picture, which leaves nothing of the question`()
    throws
  {
    let (_, session) = try open()
    #expect(questions(session) == 1)
    #expect(session.display.row(0).hasPrefix(" Dalian 2020"))
    #expect(!session.display.text.contains("▽"))
    session.press("j", .control("l"))
    try session.wait(for: "BS-02", inRow: 22)
    session.resize(columns: 90, rows: 24)
    session.waitUntilQuiet()
    #expect(questions(session) == 1)
  }

  @Test func `An answer as assumed changes nothing; what is sent gets shorter`() throws {
    let (_, session) = try open()
    let before = session.display.text
    session.press(Self.bytes(Self.narrow))
    session.waitUntilQuiet()
    #expect(session.display.text == before)
    #expect(session.display.bells == 0)
    var count = session.received.count
    session.press(.control("l"))
    session.waitUntilQuiet()
    let known = session.received.count - count
    let (_, unasked) = try open("--ambiguous", "1")
    #expect(questions(unasked) == 0)
    count = unasked.received.count
    unasked.press(.control("l"))
    unasked.waitUntilQuiet()
    #expect(known < unasked.received.count - count)
    #expect(unasked.display.text == before)
  }

  @Test func `A wide terminal gets signs that are narrow everywhere, and the selection stays`()
    throws
  {
    let (_, session) = try open("--lang", "zh")
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
    #expect(session.display.text.contains("│"))
    session.press(Self.bytes(Self.wide))
    try session.wait("other signs") {
      session.display.text.contains("¦") && session.isChartShown
    }
    #expect(!session.display.text.contains("│"))
    #expect(session.selection.contains("BS-02"))
    #expect(session.display.bells == 0)
    #expect(try session.quit() == .exit(0))
  }

  @Test(arguments: [
    ("\u{1B}[>0;136;0c", "¦"), ("\u{1B}[>41;390;0c", "│"), ("\u{1B}[>1;136;0c", "│"),
    ("\u{1B}[>84;0;0c", "│"), ("\u{1B}[?6c", "│"),
  ])
  func `PuTTY is known by its answer, which nobody waits for, and gets signs of Windows' fonts`(
    answer: String, line: String
  ) throws {
    let (_, session) = try open()
    #expect(Piece.pieces(of: session.received).count { $0 == .sequence(">", "c") } == 1)
    session.press(Self.bytes("j" + answer + Self.narrow + "j"))
    try session.wait(for: "BS-03", inRow: 22)
    try session.wait("the signs") { session.display.text.contains(line) }
    #expect(session.display.text.contains("✓") == (line == "│"))
    #expect(session.display.bells == 0)
    #expect(try session.quit() == .exit(0))
  }

  @Test func `Who has said which signs to use is not asked for the terminal`() throws {
    let (_, session) = try open("--no-ascii")
    #expect(Piece.pieces(of: session.received).count { $0 == .sequence(">", "c") } == 0)
    let before = session.display.text
    session.press(Self.bytes("\u{1B}[>0;136;0c" + Self.narrow))
    session.waitUntilQuiet()
    #expect(session.display.text == before)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `An answer in pieces, far apart, is still one`(place: Int) throws {
    let (desk, session) = try open()
    let answer = Array(Self.wide.utf8)
    session.press(.bytes(Array(answer[..<place])))
    session.watch(milliseconds: 300)
    session.press(.bytes(Array(answer[place...])))
    try session.wait("other signs") { session.display.text.contains("¦") }
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
    #expect(session.display.bells == 0)
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `Keys before it and behind it act, each once`() throws {
    let (_, session) = try open()
    session.press(.bytes(Array("j\u{1B}[2;3Rj".utf8)))
    try session.wait(for: "BS-03", inRow: 22)
    #expect(session.display.text.contains("¦"))
  }

  @Test func `Esc acts all the same, and so does what is typed meanwhile`() throws {
    let (_, session) = try open()
    session.press("2")
    try session.wait("Clear water alone") { !session.display.text.contains("BLUE SKY") }
    session.press(.escape)
    try session.wait(for: "BLUE SKY")
    session.press("j")
    try session.wait(for: "BS-02", inRow: 22)
  }

  @Test(arguments: [
    "\u{1B}[1;2R", "\u{1B}[5;3R", "\u{1B}[2;9R", "\u{1B}[2;R", "\u{1B}[;R",
    "\u{1B}[-9223372036854775808;3R",
  ])
  func `What answers something else is no answer`(text: String) throws {
    let (_, session) = try open()
    let before = session.display.rows.dropLast(1)
    session.press(Self.bytes(text))
    session.waitUntilQuiet()
    #expect(session.display.rows.dropLast(1) == before)
    // The true one is still taken.
    session.press(Self.bytes(Self.wide))
    try session.wait("other signs") { session.display.text.contains("¦") }
    session.press(Self.bytes(Self.narrow))
    session.waitUntilQuiet()
    #expect(session.display.text.contains("¦"))
  }

  @Test func `An answer that comes when the program ends is not left for the shell`() throws {
    let (_, session) = try open()
    session.press("q")
    session.watch(milliseconds: 50)
    session.press(Self.bytes(Self.narrow))
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isRestored)
    #expect(session.unread.isEmpty)
  }

  @Test func `A terminal that never answers ends the program without much waiting`() throws {
    let (_, session) = try open()
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try session.quit() == .exit(0))
    #expect(clock.now - start < .seconds(3))
    let (_, killed) = try open()
    killed.send(signal: SIGTERM)
    #expect(try killed.waitForEnd() == .exit(143))
  }

  @Test(
    arguments: [
      (["--ambiguous", "2"], nil, nil, true), ([], "2", nil, true), ([], nil, "2", true),
      ([], nil, "\"2\"", true), (["--ambiguous", "1"], "2", "2", false), ([], "1", "2", false),
      (["--ambiguous", "auto"], "2", "2", nil), ([], nil, "\"auto\"", nil), ([], "x", nil, nil),
    ] as [([String], String?, String?, Bool?)])
  func `Option, environment and settings say it, in this order; else it is asked`(
    options: [String], environment: String?, config: String?, isWide: Bool?
  ) throws {
    let desk = try Desk()
    if let config {
      try desk.write("{\"ambiguous\": \(config)}", to: "config/wallchart/config.json")
    }
    var launch = desk.launch([desk.chart] + options, with: ["WALLCHART_AMBIGUOUS": environment])
    launch.isSilent = true
    let session = try TerminalSession(launch)
    try session.wait("the chart") { session.isChartShown }
    #expect(session.display.text.contains("¦") == (isWide ?? false))
    #expect((questions(session) == 0) == (isWide != nil))
  }

  @Test(arguments: [
    ("xterm-256color", "│", true), ("tmux-256color", "│", true),
    ("linux", "|", false), ("vt100", "¦", false),
  ])
  func `Each kind of terminal gets signs that it has`(kind: String, line: String, asks: Bool) throws
  {
    let (_, session) = try open(with: ["TERM": kind])
    #expect(session.display.text.contains(line), "\(session.display.text)")
    #expect((questions(session) == 1) == asks)
    let signs: Set<Character> = ["│", "¦", "|"]
    #expect(signs.filter { session.display.text.contains($0) } == [Character(line)])
    for option in ["--ascii", "--no-ascii"] {
      let (_, session) = try open(option, with: ["TERM": kind])
      #expect(session.display.text.contains(option == "--ascii" ? "|" : "│"))
    }
  }

  @Test func `A Linux console is told that it has no Chinese, where there is some`() throws {
    let (_, chinese) = try open("--lang", "zh", with: ["TERM": "linux"])
    #expect(chinese.bottom.contains("A Linux console has no Chinese characters"))
    let (_, english) = try open("--lang", "en", with: ["TERM": "linux"])
    #expect(!english.bottom.contains("Chinese"))
  }

  @Test func `The safe signs can be set for good`() throws {
    let desk = try Desk()
    try desk.write(#"{"glyphs": "safe"}"#, to: "config/wallchart/config.json")
    let session = try desk.open()
    #expect(session.display.text.contains("¦"))
    #expect(session.display.text.contains("!16"))
  }
}
