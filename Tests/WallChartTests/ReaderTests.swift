import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Who hears the screen instead of seeing it follows the real cursor, and the line above the bottom.
@Suite("Read aloud")
struct ReaderTests {
  struct Moment: CustomTestStringConvertible, Sendable {
    var name: String
    var keys: String
    var language = Language.en
    var testDescription: String { name }
  }

  static let moments: [Moment] =
    Story.all.flatMap { story -> [Moment] in
      guard let key = Command.table.first(where: { $0.name == story.name })?.keys.first else {
        return []
      }
      let keys = story.before + key.spelling
      return [
        Moment(name: "\(story.name)", keys: keys),
        Moment(name: "\(story.name), then", keys: keys + story.after),
      ]
    }
    + OfficeStory.all.map { Moment(name: $0.name, keys: $0.keys, language: $0.language) }
    + [
      "f<Down>", "f<Down><Down>", "w<End>", ":<PageDown>", "?j", "U<Down>", "=<Down>", "L<Down>",
      "p4<Tab>A", "p4<Tab>A<Down>", "pA", "z", "Z<Down>",
    ]
    .map {
      Moment(name: $0, keys: $0)
    }

  @Test("The cursor stands on what is selected, or where one types", arguments: moments)
  func cursor(moment: Moment) {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10), (200, 60)] {
      var session = Session(columns: columns, rows: rows, language: moment.language)
      session.press(moment.keys)
      let (state, frame) = (session.state, session.frame)
      let (column, row) = frame.cursor
      guard (0..<columns).contains(column), (0..<rows).contains(row) else {
        Issue.record("\(column), \(row)")
        return
      }
      // Before an audience there is none, unless marks are made there.
      let isShown = state.onTop != .projector || state.mode != .commands || state.isArmed
      #expect(frame.hidesCursor == !isShown)
      if frame.hidesCursor { continue }
      #expect(frame[column, row].glyph != nil, "half a character")
      // A long line is read from where the cursor is: it may stand behind what is selected.
      let isOnSelection = [column - 1, column, column + 1].contains {
        (0..<columns).contains($0) && frame[$0, row].isSelected
      }
      let isInSelectedRow = (0..<columns).contains { frame[$0, row].role == .selectedRow }
      let size = "\(columns)×\(rows)\n\(frame.text)"
      // Some terminals draw what is below a block of a cursor in the colour of its ground.
      if state.mode == .commands, frame[column, row].isSelected {
        #expect([" ", "│"].contains(frame[column, row].glyph), "\(column), \(row) of \(size)")
      }
      switch state.mode {
      case .prompt, .confirming, .overtaken: #expect(row == rows - 1, "\(size)")
      case .menu: #expect(row == rows - 1 || isOnSelection, "\(size)")
      case .commands:
        switch state.onTop {
        case .chart, .task, .ranking, .since, .lookBack, .meeting:
          #expect(isOnSelection || isInSelectedRow, "\(column), \(row) of \(size)")
        case .help: #expect(row == 1, "\(size)")
        case .projector:
          #expect(isOnSelection || row == rows - 1 && state.armedLine == nil, "\(size)")
        }
      }
    }
  }

  @Test("The line above the bottom says the selection in words", arguments: moments)
  func sentence(moment: Moment) {
    var session = Session(language: moment.language)
    session.press(moment.keys)
    guard session.state.mode == .commands else { return }
    if let line = session.state.armedLine, session.state.onTop == .projector {
      let task = session.state.situation.chart.tasks[line.task]
      #expect(session.frame.text(ofRow: 22).contains(task.id))
    }
    switch session.state.onTop {
    case .help, .projector: return
    case .chart, .task, .ranking, .since, .lookBack, .meeting:
      #expect(session.selection.count > 3, "\(session.frame.text)")
    }
  }

  @Test("A unit of the ranking is said in words")
  func ranking() {
    var session = Session()
    session.press("U")
    #expect(session.selection.hasPrefix(" Rank 1 of "), "\(session.selection)")
    #expect(session.selection.contains("Pulandian District: 3 red"), "\(session.selection)")
    var chinese = Session(language: .zh)
    chinese.press("U")
    #expect(chinese.selection.hasPrefix(" 第1名（共"), "\(chinese.selection)")
  }

  @Test("In a list the cursor goes with the arrows, and back to the line when something is typed")
  func list() throws {
    var session = Session()
    session.press("f")
    #expect(session.frame.cursor.row == 23)
    session.press("<Down>")
    let (column, row) = session.frame.cursor
    #expect(row < 23)
    #expect(session.frame[column, row].isSelected)
    session.press("<Down>")
    #expect(session.frame.cursor.row == row + 1)
    session.press("r")
    #expect(session.frame.cursor.row == 23)
  }

  @Test("What is pasted into a list narrows it")
  func pasted() {
    var session = Session(language: .zh)
    session.press("f")
    session.send(.pasted("普兰店\n"))
    guard case .menu(let menu) = session.state.mode else {
      Issue.record("no list")
      return
    }
    #expect(!menu.found.isEmpty && menu.found.allSatisfy { $0.text.contains("普兰店") })
  }
}

extension State {
  fileprivate var isArmed: Bool { projector.armed != nil && !projector.isBlank }
}
