import Testing
import WallChartWords

@testable import WallChart

/// What the painter sends makes a terminal show the frame, whatever it showed before.
@Suite struct PainterTests {
  /// A terminal as most are, and ones that lack something.
  enum Kind: CaseIterable {
    case usual, noScrolling, noErasing, eightColours, mono, noMovingOn, apart, plainOwn
    case ownGround

    var capabilities: Capabilities {
      var terminal = Capabilities()
      terminal.clear = escape("H") + escape("2J")
      terminal.reset = escape("m")
      terminal.bold = escape("1m")
      terminal.dim = escape("2m")
      terminal.underline = escape("4m")
      terminal.reverse = escape("7m")
      if self != .noErasing { terminal.clearRow = escape("K") }
      if self != .mono {
        terminal.ownColours = escape("39;49m")
        terminal.text = { escape(self == .eightColours ? "3\($0)m" : "38;5;\($0)m") }
        terminal.ground = { escape(self == .eightColours ? "4\($0)m" : "48;5;\($0)m") }
      }
      if self != .noMovingOn { terminal.moveOn = { $1 += escape("\($0)C") } }
      if self != .noScrolling {
        terminal.scrolling = Capabilities.Scrolling(
          region: { escape("\($0 + 1);\($1 + 1)r") }, up: { escape("\($0)S") },
          down: { escape("\($0)T") })
      }
      terminal.emptiesInColour = self != .ownGround
      if self == .plainOwn { terminal.ownColours = escape("m") }
      // Nothing can be made one, so that every sequence stands alone.
      if self == .apart { terminal.reset = escape("m") + [0x0F] }
      return terminal
    }

    var depth: Theme.Depth {
      switch self {
      case .eightColours: .eight
      case .mono: .none
      default: .fixed
      }
    }
  }

  @Test(arguments: Kind.allCases, [ThemeName.standard, .light])
  func `A terminal shows each of many frames, painted over the one before`(
    kind: Kind, theme: ThemeName
  ) throws {
    var random = Numbers(state: 20_200_731)
    for size in [
      Size(columns: 80, rows: 24), Size(columns: 7, rows: 5), Size(columns: 33, rows: 9),
    ] {
      let display = Display(columns: size.columns, rows: size.rows)
      var painter = Painter(kind.capabilities, kind.depth)
      var nothing: Frame?
      painter.trustAmbiguous(on: &nothing)
      var frame = Frame(size: size)
      frame.theme = theme
      frame.body = 1..<size.rows - 1
      var shown: Frame?
      for turn in 0..<200 {
        change(&frame, &random)
        // Now and then other colours are chosen.
        if random.next() % 25 == 0 { frame.theme = frame.theme == .dark ? theme : .dark }
        display.take(painter.paint(frame, over: shown))
        shown = frame
        if let wrong = difference(of: display, from: frame, Theme(frame.theme, kind.depth)) {
          Issue.record("\(kind) \(size) turn \(turn): \(wrong)")
          return
        }
        // Now and then the screen is drawn anew.
        if random.next() % 20 == 0 { shown = nil }
      }
    }
  }

  @Test func `A frame that is the same sends nothing`() {
    var painter = Painter(Kind.usual.capabilities, .fixed)
    var frame = Frame(size: Size(columns: 40, rows: 10))
    frame.write("BS-04", at: 3, 2, .red)
    _ = painter.paint(frame, over: nil)
    #expect(painter.paint(frame, over: frame).isEmpty)
  }

  @Test func `A body that moved by a row is scrolled, and only the new row is sent`() {
    var frame = Frame(size: Size(columns: 40, rows: 10))
    frame.body = 1..<9
    for row in 1..<9 { frame.write("row \(row)", at: 0, row) }
    var painter = Painter(Kind.usual.capabilities, .fixed)
    _ = painter.paint(frame, over: nil)
    var next = frame
    next.scrollBody(by: 1)
    next.bodyTop = 1
    next.write("row 9", at: 0, 8)
    let sent = String(decoding: painter.paint(next, over: frame), as: UTF8.self)
    #expect(sent.contains("row 9"))
    #expect(!sent.contains("row 5"))
    #expect(sent.utf8.count < 50)
  }

  @Test func `The last place of a terminal that would scroll there is left alone`() {
    var terminal = Kind.usual.capabilities
    terminal.scrollsAtEnd = true
    var painter = Painter(terminal, .fixed)
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.write("abcd", at: 0, 0)
    frame.write("efgh", at: 0, 1)
    let sent = String(decoding: painter.paint(frame, over: nil), as: UTF8.self)
    #expect(sent.contains("abcd"))
    #expect(sent.contains("efg") && !sent.contains("h"))
  }

  @Test func `A character that the locale lacks is a question mark for each of its columns`() {
    var terminal = Kind.usual.capabilities
    terminal.encode = { $0 == 0xE9 ? [0xE9] : [] }
    var painter = Painter(terminal, .fixed)
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.write("Café 大连", at: 0, 0)
    let sent = painter.paint(frame, over: nil)
    #expect(sent.contains(0xE9))
    #expect(String(decoding: sent, as: UTF8.self).contains(" ????"))
  }

  /// What terminals do not agree on.
  private static let disputed = [
    "×", "…", "Ⅲ", "│", "“千”", "👨‍👩‍👧", "🇨🇳", "⌚", "e\u{301}\u{302}\u{303}", "क्षि", "น้ำ", "שָׁ", "ﷺ",
    "䷀", "☰", "⚊", "1️⃣", "á̷̗", "①", "½", "\u{1112}\u{119E}\u{11AB}",
  ]

  @Test(arguments: [(1, 0), (2, 0), (1, 1), (2, 1)])
  func `A terminal that takes other columns loses no neighbour, and no row is shifted`(
    columns: Int, marks: Int
  ) {
    var random = Numbers(state: 20_200_731)
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      let marks: [Unicode.GeneralCategory] = [.nonspacingMark, .spacingMark, .enclosingMark]
      return marks.contains(scalar.properties.generalCategory) || scalar == "\u{E33}"
    }
    for size in [Size(columns: 40, rows: 6), Size(columns: 9, rows: 4)] {
      var other = OtherWidths(columns: size.columns, rows: size.rows) { scalar in
        if isMark(scalar) { return marks }
        if scalar.value < 0x7F || (0x4E00...0x9FFF).contains(scalar.value) {
          return WideCharacters.contains(scalar) ? 2 : 1
        }
        return columns
      }
      var painter = Painter(Kind.noScrolling.capabilities, .fixed)
      var frame = Frame(size: size)
      var shown: Frame?
      for turn in 0..<300 {
        for _ in 0..<Int(random.next() % 4) {
          let texts = Self.disputed + ["BS-04", "大连", "      ", "x", "!16"]
          frame.write(
            texts[Int(random.next() % UInt64(texts.count))],
            at: Int(random.next() % UInt64(size.columns)),
            Int(random.next() % UInt64(size.rows)), random.next() % 3 == 0 ? .red : .plain)
        }
        other.take(painter.paint(frame, over: shown))
        shown = random.next() % 30 == 0 ? nil : frame
        for row in 0..<size.rows {
          for column in 0..<size.columns {
            guard let glyph = frame[column, row].glyph, let first = glyph.unicodeScalars.first,
              glyph.unicodeScalars.count == 1,
              first.value < 0x7F || (0x4E00...0x9FFF).contains(first.value),
              other.cells[row][column] != String(glyph)
            else { continue }
            Issue.record(
              "turn \(turn), \(column), \(row): \(other.cells[row]) for \(frame.text(ofRow: row))")
            return
          }
        }
        #expect(other.scrolls == 0)
      }
    }
  }

  @Test func `What the terminal has said of its width costs no bytes any more`() {
    var frame = Frame(size: Size(columns: 80, rows: 4))
    for row in 0..<4 { frame.write(String(repeating: "│ 15 ", count: 16), at: 0, row) }
    var painter = Painter(Kind.usual.capabilities, .fixed)
    let unknown = painter.paint(frame, over: nil).count
    var shown: Frame? = frame
    painter.trustAmbiguous(on: &shown)
    // At the edge something stood in for it.
    frame.write("…", at: 79, 0, .plain)
    var other = Painter(Kind.usual.capabilities, .fixed)
    _ = other.paint(frame, over: nil)
    shown = frame
    other.trustAmbiguous(on: &shown)
    let rest = String(decoding: other.paint(frame, over: shown), as: UTF8.self)
    #expect(rest.contains("…") && rest.utf8.count < 20)
    let known = painter.paint(frame, over: nil).count
    #expect(known * 3 < unknown * 2)
  }

  // MARK: Parts

  private func change(_ frame: inout Frame, _ random: inout Numbers) {
    let texts = [
      "BS-04", "大连市", "│", "✓15", "e\u{301}a\u{308}", "  ", "x", "沙河口 !16", "     ",
      "a long text that goes on beyond the edge", "!", "é", "~8+",
    ]
    if random.next() % 4 == 0, frame.body.count > 2 {
      let rows = Int(random.next() % 5) - 2
      frame.scrollBody(by: rows)
      frame.bodyTop += rows
    }
    if random.next() % 4 == 0 {
      let start = Int(random.next() % UInt64(frame.size.columns))
      frame.beam = start..<min(frame.size.columns, start + Int(random.next() % 6))
      frame.setLit(random.next() % 2 == 0, Int(random.next() % UInt64(frame.size.rows)))
    }
    for _ in 0..<Int(random.next() % 6) {
      let column = Int(random.next() % UInt64(frame.size.columns))
      let row = Int(random.next() % UInt64(frame.size.rows))
      let role = Role.allCases[Int(random.next() % UInt64(Role.allCases.count))]
      let isSelected = random.next() % 5 == 0
      switch random.next() % 5 {
      case 0:
        frame.write(
          String(repeating: " ", count: frame.size.columns), at: 0, row,
          random.next() % 2 == 0 ? .plain : role)
      default:
        frame.write(
          texts[Int(random.next() % UInt64(texts.count))], at: column, row, role,
          isSelected: isSelected)
      }
    }
    frame.cursor = (
      Int(random.next() % UInt64(frame.size.columns)), Int(random.next() % UInt64(frame.size.rows))
    )
  }

  private func difference(of display: Display, from frame: Frame, _ theme: Theme) -> String? {
    guard display.cursor == frame.cursor else { return "cursor \(display.cursor)" }
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[column, row]
        let seen = display.cell(column, row)
        // What big digits are made of is a ground.
        guard let glyph = cell.role.isInk ? " " : cell.glyph else {
          guard seen.text.isEmpty else { return "no right half at \(column), \(row)" }
          continue
        }
        let style = theme[cell.role, isSelected: cell.isSelected]
        // Marks in the last column might go on in the next row.
        let base = glyph.unicodeScalars.prefix(1).map { Character($0) }
        let shown = column + 1 < frame.size.columns ? [glyph] : base
        let isRight =
          seen.text.utf8.elementsEqual(String(shown).utf8)
          && seen.isBold == style.isBold && seen.isReverse == style.isReverse
          && seen.isUnderlined == style.isUnderlined && seen.colour == Int(style.text)
          && seen.ground == Int(style.ground)
        guard isRight else { return "\(seen) instead of \(glyph) \(style) at \(column), \(row)" }
      }
    }
    return nil
  }

  /// The same numbers at every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}

private func escape(_ rest: String) -> [UInt8] { [0x1B] + Array("[\(rest)".utf8) }
