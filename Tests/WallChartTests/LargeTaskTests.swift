import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What a room sees of the task that is up at a meeting.
@Suite("A task for the room")
struct LargeTaskTests {
  private static func tiles(_ frame: Frame, _ role: Role) -> Int {
    frame.lines.joined().count { $0.role == role }
  }

  @Test("The days late and the id stand in big letters on tiles, the unit with its letters apart")
  func large() throws {
    var session = Session()
    session.press("m2")
    let frame = session.frame
    #expect(Self.tiles(frame, .tileRed) > 0)
    #expect(Self.tiles(frame, .tileYellow) == 0)
    let ink = try #require(BigText("BS-04", .small)).rows.joined().count { $0 }
    let days = BigText(16, .small).rows.joined().count { $0 }
    #expect(Self.tiles(frame, .inkCalm) == ink)
    #expect(Self.tiles(frame, .inkRed) == days)
    for words in ["days late", "S H A H E K O U", "Shut down 11", "limit 31 Oct", "overdue"] {
      #expect(frame.text.contains(words), "\(words)")
    }
  }

  @Test(
    "A task that is not late says how long it has; what is closed or red without being late its name"
  )
  func notLate() throws {
    var situation = Seeds.chart(
      [("A", ["2020-08-02"]), ("B", ["2020-09-30"]), ("C", ["2020-07-01"])], on: "2020-07-31")
    func figure(_ task: Int) -> State.LargeFigure {
      Session(situation).state.largeFigure(of: task)
    }
    #expect(figure(0) == .init(number: 2, label: "days left", role: .tileSoon))
    #expect(figure(1) == .init(number: 61, label: "days left", role: .tileDone))
    #expect(figure(2) == .init(number: 30, label: "days late", role: .tileRed))
    var entry = try situation.step(
      "B", .supervise, by: Author(name: "Lin", unit: "u"),
      Stamp(id: EntryID(high: 1, low: 1), at: Moment(milliseconds: 0, offset: 0)))
    entry.writer = Session.writer
    situation.add(entry)
    #expect(figure(1) == .init(number: nil, label: "red", role: .tileRed))
  }

  @Test("An id without big letters, or too long for them, stands in small ones")
  func longIDs() {
    let long = String(repeating: "Long-", count: 12)
    for id in [long, "A"] {
      for (columns, rows) in [(80, 24), (60, 16), (40, 10), (200, 60)] {
        var session = Session(
          Seeds.chart([(id, ["2020-07-01"])], on: "2020-07-31"), columns: columns, rows: rows)
        session.press("m3")
        let text = session.frame.text
        #expect(text.contains("Title"))
        let isBig = Self.tiles(session.frame, .tileCalm) > 0
        #expect(isBig || text.contains(String(id.prefix(8))), "\(columns)x\(rows):\n\(text)")
      }
    }
  }

  @Test(
    "All of a task is seen at every size: nodes, the last report and what is entered now",
    arguments: [(80, 24), (60, 16), (120, 34), (200, 60)])
  func whole(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      var session = Session(columns: columns, rows: rows, language: language)
      session.press("m2<Space>")
      let text = session.frame.text
      let task = try #require(session.state.selectedTask)
      let words = session.state.words
      let nodes = session.state.situation.chart.tasks[task].nodes
      let node = try #require(session.state.node)
      // On few rows those around the selected one.
      for place in rows < 20 ? node - 1...node + 1 : 0...nodes.count - 1 {
        let title = String(words(nodes[place].title).prefix(8))
        #expect(text.contains(title), "\(title)\n\(text)")
      }
      #expect(text.contains(words(.meetingNow)) && text.contains(words(.meetingReport)))
    }
  }

  @Test(
    "At any size everything that is drawn is inside, and the head says how far the meeting is",
    arguments: [(80, 24), (60, 16), (40, 10), (120, 34), (200, 60), (43, 11), (300, 20), (40, 70)])
  func sizes(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      for glyphs in [Glyphs.rich, .ascii] {
        var session = Session(columns: columns, rows: rows, language: language, glyphs: glyphs)
        session.press("m3")
        let count = try #require(session.state.meeting?.items.count)
        for _ in 0...count {
          let frame = session.frame
          #expect(frame.lines.count == rows && frame.lines.allSatisfy { $0.count == columns })
          #expect(frame.cursor.row < rows && frame.cursor.column < columns)
          session.press("<Enter>")
        }
        #expect(session.state.meeting?.task == nil)
      }
    }
  }

  static let shots = [
    ScreenTests.Shot(name: "meeting-80x24-en", keys: "m2<Enter>"),
    ScreenTests.Shot(name: "meeting-80x24-zh", language: .zh, keys: "m2<Space>"),
    ScreenTests.Shot(name: "meeting-60x16-en", columns: 60, rows: 16, keys: "m2"),
    ScreenTests.Shot(name: "meeting-60x16-zh", columns: 60, rows: 16, language: .zh, keys: "m3"),
    ScreenTests.Shot(name: "meeting-40x10-en", columns: 40, rows: 10, keys: "m2"),
    ScreenTests.Shot(name: "meeting-120x34-zh", columns: 120, rows: 34, language: .zh, keys: "m2G"),
    ScreenTests.Shot(name: "meeting-120x34-en", columns: 120, rows: 34, keys: "m2"),
    ScreenTests.Shot(name: "meeting-200x60-en", columns: 200, rows: 60, keys: "m3"),
    ScreenTests.Shot(name: "meeting-ascii-80x24-en", glyphs: .ascii, keys: "m2"),
    ScreenTests.Shot(name: "meeting-end-80x24-en", keys: "m2<Space><Enter><Enter>G<Enter>"),
    ScreenTests.Shot(
      name: "meeting-end-60x16-zh", columns: 60, rows: 16, language: .zh,
      keys: "m2<Space><Enter><Enter>G<Enter>"),
  ]

  @Test("The meeting is as its pictures", arguments: shots)
  func picture(shot: ScreenTests.Shot) throws {
    var session = Session(
      columns: shot.columns, rows: shot.rows, language: shot.language, glyphs: shot.glyphs)
    session.press(shot.keys)
    try Picture.compare(
      session.frame.text + "\n" + Picture.roles(of: session.frame),
      with: "Screens/\(shot.name).screen")
  }
}
