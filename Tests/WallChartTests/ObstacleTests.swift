import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Why a command cannot run: the list of commands, its key and choosing it say the same.
@Suite("What stands in a command's way")
struct ObstacleTests {
  /// Where a person is, and which commands cannot run there, each with a part of the reason.
  struct Place: CustomTestStringConvertible, Sendable {
    var name: String
    var keys = ""
    var isReadOnly = false
    var situation = Seeds.situation
    var obstacles: [(name: Word, reason: String)]
    var testDescription: String { name }

    var session: Session {
      var session = Session(situation, columns: 100, isReadOnly: isReadOnly)
      session.press(keys)
      return session
    }
  }

  private static let writing = Command.table.filter(\.writes).map(\.name)
  private static let needingTask: [Word] = [
    .commandMark, .commandChoose, .commandEvidence, .commandNote, .commandReport,
    .commandNextStep, .commandSendBack, .commandExtend, .commandSupervise, .commandEdit,
  ]
  /// What a chart as it opens has nothing for.
  private static let fresh: [(name: Word, reason: String)] = [
    (.commandSearchNext, "Nothing has been searched for yet"),
    (.commandSearchPrevious, "Nothing has been searched for yet"),
    (.commandUndo, "nothing to undo"), (.commandRedo, "nothing to redo"),
    (.commandNextStep, "cannot be submitted"), (.commandSendBack, "nothing to send back"),
    (.commandAllBattles, "All battles are shown"), (.commandFilterNone, "No filter is on"),
    (.commandLookNoMore, "The present day is shown"), (.commandCharts, "No other chart"),
  ]
  private static let noOther: (name: Word, reason: String) = (.commandCharts, "No other chart")
  private static let otherwise = fresh.filter { !writing.contains($0.name) }
  /// What has no place in a view.
  private static func elsewhere(_ place: State.Place) -> [(name: Word, reason: String)] {
    Command.table.filter { !$0.places.contains(place) }.map { ($0.name, "works in the chart") }
  }

  private static let closed: Situation = {
    var situation = Seeds.chart([("T-1", ["2020-07-10"])], on: "2020-07-31")
    for (n, fact) in [Fact.met(node: "1"), .submit].enumerated() {
      var entry = Entry(
        id: EntryID(high: 1, low: UInt64(n)),
        at: Moment(milliseconds: 1_594_000_000_000 + Int64(n), offset: 480), by: "Wu", unit: "u",
        task: "T-1", on: Day(number: Day(iso: "2020-07-10")?.number ?? 0), fact: fact)
      entry.writer = "other-0000000000"
      entry.n = n
      situation.add(entry)
    }
    return situation
  }()

  static let places = [
    Place(name: "at the start", obstacles: fresh),
    Place(
      name: "read-only", isReadOnly: true,
      obstacles: otherwise + writing.map { ($0, "open for looking only") }),
    Place(
      name: "looking at another day", keys: "}",
      obstacles: otherwise.filter { $0.name != .commandLookNoMore }
        + writing.map { ($0, "Another day is shown: \\ goes back") }),
    Place(
      name: "on the head of a folded battle", keys: "z",
      obstacles: needingTask.map { ($0, "group is folded") } + fresh),
    Place(
      name: "behind a mark, a search, a filter and a battle",
      keys: ".<Space>/boiler<Enter>1f1",
      obstacles: [
        (.commandNextStep, "cannot be submitted"), (.commandSendBack, "nothing to send back"),
        (.commandRedo, "nothing to redo"), (.commandLookNoMore, "The present day"), noOther,
      ]),
    Place(
      name: "ordered by limit", keys: "sss",
      obstacles: fresh
        + [Word.commandNextBattle, .commandPreviousBattle, .commandFold, .commandFoldAll]
        .map { ($0, "no groups") }),
    Place(
      name: "on the axis of nodes", keys: "v",
      obstacles: fresh + [Word.commandZoomIn, .commandZoomOut].map { ($0, "one scale") }),
    Place(
      name: "at the shortest columns", keys: "++",
      obstacles: fresh + [(.commandZoomIn, "no other scale")]),
    Place(
      name: "on a submitted task", situation: closed,
      obstacles: fresh.filter { $0.name != .commandNextStep && $0.name != .commandSendBack }
        + [(.commandNextStep, "another unit verifies it")]
        + [Word.commandMark, .commandReport, .commandExtend].map { ($0, "T-1 is") }),
    Place(
      name: "on a task without nodes", situation: Seeds.chart([("T-1", [])], on: "2020-07-31"),
      obstacles: fresh + [(.commandMark, "has no nodes to mark")]),
    Place(
      name: "on a chart without tasks", situation: Seeds.chart([], on: "2020-07-31"),
      obstacles: (needingTask + [.commandOpen]).map { ($0, "has no tasks yet") } + fresh),
    Place(
      name: "in a task's view", keys: "<Enter>",
      obstacles: elsewhere(.task) + fresh),
    Place(name: "in the ranking", keys: "U", obstacles: elsewhere(.ranking) + fresh),
  ]

  @Test("Exactly what cannot run is said not to, and why", arguments: places)
  func table(place: Place) throws {
    let state = place.session.state
    for command in Command.table {
      let key = try #require(command.keys.first)
      let expected = place.obstacles.first { $0.name == command.name }?.reason
      let obstacle = command.obstacle(in: state, by: key)
      #expect((obstacle == nil) == (expected == nil), "\(command.name): \(obstacle ?? "runs")")
      if let obstacle, let expected { #expect(obstacle.contains(expected), "\(command.name)") }
    }
  }

  @Test("What the list of commands says is what the key says, and choosing it", arguments: places)
  func oneTruth(place: Place) throws {
    for command in Command.table {
      let key = try #require(command.keys.first)
      guard let obstacle = command.obstacle(in: place.session.state, by: key) else { continue }
      var pressed = place.session
      pressed.forgetEffects()
      pressed.press(key.spelling)
      #expect(pressed.state.said?.text == pressed.state.alone(obstacle), "\(command.name)")
      #expect(pressed.effects == [.bell])

      var list = place.session
      list.press(":")
      guard case .menu(let menu) = list.state.mode else {
        Issue.record("no list of commands")
        return
      }
      let item = menu.items.first { $0.choice == .command(key) }
      #expect(item?.obstacle == obstacle, "\(command.name)")
      list.type(list.state.words(command.name))
      list.press("<Enter>")
      #expect(list.state.said?.text == list.state.alone(obstacle), "\(command.name)")
      #expect(list.ledger.count == place.session.ledger.count)
    }
  }

  @Test("The list has every command with its key, and those that can run come first")
  func wholeList() throws {
    var session = Session()
    session.press(":")
    guard case .menu(let menu) = session.state.mode else {
      Issue.record("no list of commands")
      return
    }
    #expect(menu.items.count == Command.table.count + 1)
    #expect(menu.items.allSatisfy { !$0.aside.isEmpty })
    let isBlocked = menu.found.map { $0.obstacle != nil }
    let first = try #require(isBlocked.firstIndex(of: true))
    #expect(isBlocked[first...].allSatisfy { $0 })
  }

  @Test("A command is found by its name in the other language, in any order of words")
  func otherLanguage() {
    var chinese = Session(language: .zh)
    chinese.press(":ranking<Enter>")
    #expect(chinese.state.onTop == .ranking(selected: 0))
    var english = Session()
    english.press(":单位<Space>排名<Enter>")
    #expect(english.state.onTop == .ranking(selected: 0))
  }

  @Test("The reason is read without colour and stays within the row", arguments: Language.allCases)
  func reasonsAreSeen(language: Language) {
    for (columns, rows) in [(80, 24), (60, 16), (40, 10)] {
      var session = Session(columns: columns, rows: rows, language: language)
      session.press(":<End>")
      let reason = Words(language)(.saidPresentDay)
      let text = session.frame.text
      #expect(columns < 60 || text.contains("\\"), "\(text)")
      let start = reason.prefix(columns < 60 ? 4 : 8)
      #expect(text.contains(start), "\(text)")
    }
  }
}
