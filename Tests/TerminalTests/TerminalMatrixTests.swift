import Foundation
import Glibc
import Testing

/// Kinds of terminals by kinds of locales: on each the chart is what it can be there.
@Suite struct TerminalMatrixTests {
  /// A kind of terminal, and how it is told colours.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    /// The parameters of its sequences for colours: all of them match this.
    var colour: String?
    var testDescription: String { name }

    static let all: [Kind] = {
      let eight = "39;49|[34][0-7]"
      let sixteen = "39;49|[34][0-7]|9[0-7]|10[0-7]"
      let fixed = "39;49|[34]8;5;[0-9]+"
      return [
        Kind(name: "xterm-256color", colour: fixed), Kind(name: "screen-256color", colour: fixed),
        Kind(name: "tmux-256color", colour: fixed), Kind(name: "xterm", colour: eight),
        Kind(name: "linux", colour: eight), Kind(name: "xterm-16color", colour: sixteen),
        Kind(name: "xterm-direct", colour: "39;49|[34]8:2::[0-9]+:[0-9]+:[0-9]+"),
        Kind(name: "vt100"), Kind(name: "xterm-mono"),
      ]
    }()
  }

  /// Without the package locales the last one is left out, and the tests below say that they are.
  static let locales = ["C", "C.UTF-8"] + (Locales.has("zh_CN.GB18030") ? ["zh_CN.GB18030"] : [])

  @Test(arguments: Kind.all, locales)
  func `The chart is shown in the colours and characters that there are`(
    kind: Kind, locale: String
  ) throws {
    let desk = try Desk()
    let session = try desk.open("--lang", "zh", with: try Self.variables(kind.name, locale))
    session.press(".", .space)
    try session.wait("an answer") { session.received.count > 0 && !session.bottom.isEmpty }
    session.waitUntilQuiet()
    session.press("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isRestored)
    try checkColours(session, kind)
    try checkCharacters(session, locale)
  }

  @Test(arguments: locales)
  func `On a terminal that cannot be drawn on, a sentence says what to do instead`(
    locale: String
  ) throws {
    let desk = try Desk()
    let session = try desk.start(desk.chart, with: try Self.variables("dumb", locale))
    #expect(try session.waitForEnd() == .exit(64))
    #expect(session.receivedText.contains("wallchart show"))
    #expect(!session.received.contains(0x1B))
  }

  @Test(.enabled(if: Locales.has("zh_CN.GB18030"), "the package locales is not installed"))
  func `In a GB18030 locale Chinese is typed and pasted as it is shown`() throws {
    let desk = try Desk()
    let session = try desk.open(with: try Self.variables("xterm-256color", "zh_CN.GB18030"))
    session.press(".", "c")
    session.waitUntilQuiet()
    session.press(.bytes(Self.encoded("现场")))
    session.waitUntilQuiet()
    let start = Array("\u{1B}[200~".utf8)
    session.press(.bytes(start + Self.encoded("照片") + Array("\u{1B}[201~".utf8)), .enter)
    session.waitUntilQuiet()
    session.press("q")
    try session.waitForEnd()
    let name = try #require(desk.ledgerFiles.first)
    let text = try String(contentsOfFile: desk.chart + "/ledger/" + name, encoding: .utf8)
    #expect(text.contains(#""text":"现场照片""#))
  }

  @Test(.enabled(if: Locales.has("zh_CN.GB18030"), "the package locales is not installed"))
  func `What commands say in a GB18030 locale is in its characters, and UTF-8 in a file`() throws {
    let desk = try Desk()
    let variables = try Self.variables("xterm-256color", "zh_CN.GB18030")
    for arguments in [["show", desk.chart], ["mark", "BS-99", desk.chart], ["open", "--help"]] {
      let session = try desk.begin(arguments, with: variables)
      try session.waitForEnd()
      let said = try #require(Locales.decoded(session.received, "GB18030"))
      #expect(said.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(!said.contains("??"))
    }
    // The import's report on a list, its question, and what it has against another.
    try desk.write(
      "id,battle,title_zh,unit_zh,deadline\nA-1,蓝天,整治砂场,金普新区,2020-10-31\n", to: "home/list.csv")
    for list in ["list.csv", "清单.csv"] {
      let session = try desk.start(
        list, "--into", desk.folder + "/new", "--lang", "zh", with: variables,
        program: Desk.importer)
      if list == "list.csv" {
        try session.wait("the question") { session.receivedText.contains("[y/N] ") }
        session.press("n", .enter)
      }
      try session.waitForEnd()
      let text = try #require(Locales.decoded(session.received, "GB18030"))
      #expect(text.contains(list == "list.csv" ? "砂场" : "清单"))
    }
    let output = desk.folder + "/chart.txt"
    #expect(FileManager.default.createFile(atPath: output, contents: nil))
    let session = try desk.start("show", desk.chart, with: variables, output: output)
    try session.waitForEnd()
    #expect(try String(contentsOfFile: output, encoding: .utf8).contains("大连市"))
  }

  // MARK: Colour that is asked for

  @Test(arguments: [
    (["NO_COLOR": "1"], [], false), (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], [], false),
    (["NO_COLOR": ""], [], true), (["CLICOLOR": "0"], [], false),
    (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], [], true), (["CLICOLOR_FORCE": "0"], [], true),
    (["NO_COLOR": "1"], ["--color", "always"], true),
    (["NO_COLOR": "1"], ["--color", "auto"], false),
    (["FORCE_COLOR": "1"], ["--color", "never"], false), (["FORCE_COLOR": "0"], [], false),
    (["FORCE_COLOR": "0"], ["--color", "always"], true),
    (["FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"], [], true),
    (["TERM": "vt100", "FORCE_COLOR": "1"], [], true), (["TERM": "vt100"], [], false),
    (["TERM": "vt100"], ["--color", "always"], true),
    (["TERM": "vt100", "CLICOLOR_FORCE": "0"], [], false),
  ])
  func `Option, settings and the variables of all programs say whether there are colours`(
    variables: [String: String], options: [String], areThere: Bool
  ) throws {
    let desk = try Desk()
    let session = try desk.begin(
      [desk.chart] + options, with: variables.mapValues { Optional($0) })
    try session.wait("the chart") { session.isChartShown }
    #expect(session.colourPieces.isEmpty == !areThere)
    // The settings are a person's word on this program; the variable is not.
    try desk.write(#"{"color": "always"}"#, to: "config/wallchart/config.json")
    let other = try desk.begin(
      [desk.chart] + options, with: variables.mapValues { Optional($0) })
    try other.wait("the chart") { other.isChartShown }
    let isTaken = options.isEmpty || options.contains("always")
    #expect(other.colourPieces.isEmpty == !(isTaken || areThere))
  }

  @Test func `A theme is named by option, environment, key, settings, in this order`() throws {
    let desk = try Desk()
    func ground(_ options: String..., name: String? = nil) throws -> Int {
      let session = try desk.begin([desk.chart] + options, with: ["WALLCHART_THEME": name])
      try session.wait("the chart") { session.isChartShown }
      let ground = session.display.cell(79, 20).ground
      session.press("q")
      try session.waitForEnd()
      // Nothing is left switched on behind the program.
      #expect(session.display.cell(0, 0).ground == -1)
      return ground
    }
    #expect(try ground() == -1)
    try desk.write(#"{"theme": "light"}"#, to: "config/wallchart/config.json")
    #expect(try ground() == 231)
    let session = try desk.open()
    session.press("T2")
    try session.wait("the dark ground") { session.display.cell(79, 20).ground == 234 }
    session.press("q")
    try session.waitForEnd()
    #expect(try ground() == 234)
    #expect(try ground(name: "high-contrast") == 16)
    #expect(try ground("--theme", "light", name: "high-contrast") == 231)
    // The test card keeps what is chosen there.
    let card = try desk.start("testcard")
    try card.wait("the rows") { card.display.row(2).contains("4.0 heights") }
    #expect(card.display.cell(79, 20).ground == 234)
    card.press("T")
    try card.wait("the light ground") { card.display.cell(79, 20).ground == 231 }
    card.press(.escape)
    try card.waitForEnd()
    #expect(try ground() == 231)
    // As usual again.
    let last = try desk.open()
    last.press("T0")
    last.waitUntilQuiet()
    last.press("q")
    try last.waitForEnd()
    try desk.write("{}", to: "config/wallchart/config.json")
    #expect(try ground() == -1)
  }

  @Test func `A theme that there is not is said, and the chart opens all the same`() throws {
    let desk = try Desk()
    let session = try desk.open(with: ["WALLCHART_THEME": "pink"])
    #expect(session.receivedText.contains("WALLCHART_THEME: "))
    let (text, ending) = try desk.run(desk.chart, "--theme", "pink")
    #expect(ending == .exit(64))
    #expect(text.contains("colour-blind"))
  }

  @Test(arguments: [
    ("WALLCHART_AMBIGUOUS", "3", "1, 2, auto"), ("WALLCHART_LANG", "fr", "en, zh"),
    ("WALLCHART_THEME", "pink", "standard, dark"),
  ])
  func `What a variable names that there is not is said, with what there is`(
    name: String, text: String, allowed: String
  ) throws {
    let desk = try Desk()
    let session = try desk.open(with: [name: text])
    #expect(session.receivedText.contains("wallchart: \(name): \"\(text)\""))
    #expect(session.receivedText.contains(allowed))
    let shown = try desk.begin(["show", desk.chart], with: [name: text])
    try shown.waitForEnd()
    #expect(shown.receivedText.contains(name) == (name != "WALLCHART_THEME"))
  }

  @Test(arguments: [
    (["NO_COLOR": "1"], "not shown: NO_COLOR"), (["TERM": "vt100"], "this terminal has no colours"),
    (["TERM": "vt100", "CLICOLOR": "0"], "not shown: NO_COLOR"),
  ])
  func `Where there are no colours, the theme that is chosen is said not to be shown`(
    variables: [String: String], says: String
  ) throws {
    let session = try Desk().open(columns: 120, with: variables.mapValues { Optional($0) })
    session.press("T2")
    try session.wait(for: says, inRow: 23)
  }

  // MARK: Parts

  private func checkColours(_ session: TerminalSession, _ kind: Kind) throws {
    var isColoured = false
    let colour = try kind.colour.map { try Regex($0) }
    for case .sequence(let parameters, "m") in Piece.pieces(of: session.received) {
      var rest = Substring(parameters)
      // Attributes, and taking everything back.
      let attributes = /0|[1247]|2[2-7]/
      while !rest.isEmpty {
        if let colour, let match = rest.prefixMatch(of: colour) {
          rest = rest[match.range.upperBound...]
          isColoured = true
        } else if let match = rest.prefixMatch(of: attributes) {
          rest = rest[match.range.upperBound...]
        } else {
          Issue.record("\(kind.name) is sent \(parameters)")
          return
        }
        if rest.first == ";" { rest = rest.dropFirst() }
      }
    }
    #expect(isColoured == (kind.colour != nil))
  }

  private func checkCharacters(_ session: TerminalSession, _ locale: String) throws {
    let title = "大连市"
    switch locale {
    case "C":
      #expect(session.received.allSatisfy { $0 < 0x7F })
      #expect(session.receivedText.contains("??????"))
    case "C.UTF-8":
      #expect(String(validating: session.received, as: UTF8.self) != nil)
      #expect(session.receivedText.contains(title))
    default:
      let sent = Data(session.received)
      #expect(sent.range(of: Data(Self.encoded(title))) != nil)
      #expect(sent.range(of: Data(title.utf8)) == nil)
      #expect(Locales.decoded(session.received, "GB18030") != nil)
    }
  }

  private static func encoded(_ text: String) -> [UInt8] {
    Locales.encoded(text, "GB18030") ?? []
  }

  private static func variables(_ kind: String, _ locale: String) throws -> [String: String?] {
    var variables: [String: String?] = ["TERM": kind, "LC_ALL": nil, "LANG": locale]
    if locale == "zh_CN.GB18030" { variables["LOCPATH"] = Locales.folder }
    // Only ncurses-term has these.
    if kind == "xterm-direct" || kind == "xterm-16color" { variables["TERMINFO"] = terminals }
    return variables
  }

  /// Where descriptions are made that Debian does not have from the start.
  private static let terminals: String = {
    let folder = Locales.folder
    let source = """
      xterm-direct|wallchart's test, RGB, colors#0x1000000, pairs#0x10000,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
      \tuse=xterm-256color,
      xterm-16color|wallchart's test, colors#16, pairs#256,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m,
      \tuse=xterm-256color,

      """
    try? source.write(toFile: folder + "/source", atomically: true, encoding: .utf8)
    Locales.run("/usr/bin/tic", "-x", "-o", folder, folder + "/source")
    return folder
  }()
}
