import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// All screens where the terminal draws wide what is ambiguous, and in ASCII: nothing is shifted.
@Suite("Screens on other terminals")
struct AlignmentTests {
  enum Kind: CaseIterable, Sendable {
    case wide, safe, ascii, asciiOnly

    func suit(_ session: inout Session) {
      switch self {
      case .wide: session.send(.ambiguousIs(.wide))
      case .safe: session.state.setting.glyphs = .safe
      case .ascii: session.state.setting.glyphs = .ascii
      case .asciiOnly:
        session.state.setting.glyphs = .ascii
        session.state.setting.isASCIIOnly = true
      }
    }

    var ambiguous: CellWidth.Ambiguous { self == .wide ? .wide : .narrow }
  }

  /// Sessions that lead to each screen there is a picture of, and to what each command does.
  private static let sessions: [(name: String, shot: ScreenTests.Shot)] =
    ScreenTests.shots.map { ($0.name, $0) }
    + Story.all.flatMap { story in
      let keys = Command.table.first { $0.name == story.name }?.keys.first?.spelling ?? ""
      return [Language.en, .zh].map { language in
        (
          "\(story.name) \(language)",
          ScreenTests.Shot(
            name: "", language: language, keys: story.before + keys + story.after)
        )
      }
    }

  /// Whether every row is of whole characters and as wide as the screen, to a terminal of a kind.
  private static func fault(of frame: Frame, _ kind: Kind) -> String? {
    CellWidth.measuring(ambiguous: kind.ambiguous) {
      for row in 0..<frame.size.rows {
        var column = 0
        while column < frame.size.columns {
          guard let glyph = frame[column, row].glyph else {
            return "half a character at \(column), \(row)"
          }
          let width = CellWidth.columns(of: glyph)
          if kind == .asciiOnly, !glyph.isASCII { return "\(glyph) at \(column), \(row)" }
          for place in column + 1..<column + width where frame[place, row].glyph != nil {
            return "no room for \(glyph) at \(column), \(row)"
          }
          column += width
        }
        guard column == frame.size.columns else { return "row \(row) ends at \(column)" }
      }
      return nil
    }
  }

  @Test("Every row fills the columns exactly", arguments: Kind.allCases)
  func whole(kind: Kind) {
    for (name, shot) in Self.sessions {
      var session = Session(columns: shot.columns, rows: shot.rows, language: shot.language)
      kind.suit(&session)
      session.press(shot.keys)
      let fault = Self.fault(of: session.frame, kind)
      #expect(fault == nil, "\(name), \(kind): \(fault ?? "")\n\(session.frame.text)")
    }
  }

  @Test("The chart's lines stand where they stand in the heads", arguments: Kind.allCases)
  func lines(kind: Kind) {
    for (name, shot) in Self.sessions {
      var session = Session(columns: shot.columns, rows: shot.rows, language: shot.language)
      kind.suit(&session)
      session.press(shot.keys)
      guard session.state.onTop == .chart, session.state.mode == .commands,
        !session.state.layout.isTooSmall
      else { continue }
      let frame = session.frame
      let line = session.state.setting.glyphs.line
      func columns(_ row: Int) -> [Int] {
        (session.state.layout.gridStart..<session.state.layout.gridEnd).filter {
          frame[$0, row].glyph == line
        }
      }
      let head = columns(2)
      #expect(!head.isEmpty, "\(name)")
      for y in frame.body {
        let place = session.state.topRow + y - frame.body.lowerBound
        guard session.state.rows.indices.contains(place),
          case .task = session.state.rows[place]
        else { continue }
        #expect(columns(y) == head, "\(name), \(kind), row \(y)\n\(frame.text)")
      }
    }
  }

  @Test("Where it is wide, no sign of ours is ambiguous: only words are, and those of charts")
  func ours() {
    // Quotes, dashes, dots and a key's name that belong to sentences.
    let written = Set("“”‘’—…·×↑")
    let chart = Set(
      Seeds.situation.chart.tasks.flatMap { task in
        [task.title, task.wallTitle, task.problem, task.target, task.measures, task.origin]
          .compactMap(\.self).flatMap { [Words(.en)($0), Words(.zh)($0)] }
      }.joined())
    for (name, shot) in Self.sessions {
      var session = Session(columns: shot.columns, rows: shot.rows, language: shot.language)
      Kind.wide.suit(&session)
      session.press(shot.keys)
      let signs = Set(session.frame.text).filter { sign in
        sign.unicodeScalars.contains { AmbiguousCharacters.contains($0.value) }
      }
      #expect(signs.subtracting(written).subtracting(chart).isEmpty, "\(name): \(signs)")
    }
  }

  @Test("The test card fills its columns, too", arguments: Kind.allCases)
  func testCard(kind: Kind) {
    for language in Language.allCases {
      for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 16)] {
        var card = TestCard(
          words: Words(language), glyphs: kind == .wide ? .rich : kind == .safe ? .safe : .ascii,
          size: size)
        card.isASCIIOnly = kind == .asciiOnly
        card.suit(kind.ambiguous)
        for page in TestCard.Page.allCases {
          let frame = card.showing(page).view(.fixed)
          let fault = Self.fault(of: frame, kind)
          #expect(fault == nil, "\(page) \(fault ?? "")\n\(frame.text)")
        }
      }
    }
  }

  @Test("A frame after the answer is the one that knew from the start")
  func answered() {
    var session = Session()
    let before = session.frame
    session.send(.ambiguousIs(.wide))
    #expect(session.frame != before)
    #expect(session.state.setting.glyphs == .safe)
    var known = Session()
    known.state.setting.glyphs = .safe
    known.state.setting.ambiguous = .wide
    known.send(.ambiguousIs(.wide))
    #expect(session.frame == known.frame)
  }
}
