import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A whole weekly meeting over the example, as a script of keys.
@Suite("A weekly meeting over the example")
struct WeeklyMeetingTests {
  /// What is said and done about the tasks that come up, in their order.
  static let script: [(task: String, keys: String)] = [
    ("BS-04", "<Space>"),
    (
      "BS-05",
      "r3<Enter>plans<Space>drawn<Space>up<Enter>no<Space>money<Enter>contract<Space>by<Space>5<Space>Aug<Enter><Enter>"
    ),
    ("BS-13", "dshahekou<Enter>108-10<Enter>vice<Space>mayor<Enter>rain<Enter>"),
    ("BS-14", "i<Enter>"),
    ("BS-19", "ccalled<Enter>"),
    ("CW-01", "ephoto<Enter>"),
    ("CW-05", ""),
    // Marked by mistake, and taken back.
    ("CW-06", "<Space>u"),
    ("CW-07", ""),
    ("CW-09", "<Space>"),
    ("CW-11", ""), ("BH-02", ""), ("BH-03", ""), ("BH-04", ""), ("BH-06", ""), ("BH-09", ""),
    ("BH-10", ""), ("BH-11", ""), ("AR-04", ""), ("AR-09", ""), ("AR-10", ""), ("AR-15", ""),
  ]

  /// The tasks a weekly meeting must discuss, worked out the plain way: task by task, from the plan and
  /// the days on which nodes were met.
  static var plain: [String] {
    let situation = Seeds.situation
    let (day, next) = (situation.day, situation.day + 7)
    return situation.chart.tasks.indices.compactMap { place in
      let task = situation.chart.tasks[place]
      let status = situation.status.tasks[place]
      if task.risk == .low || status.record.stage == .crossedOff { return nil }
      var days = zip(status.record.due, status.record.metOn).filter { $1 == nil }.map(\.0)
      if task.term != .standing, let limit = status.record.limit { days.append(limit) }
      let isLate = days.contains { $0 < day }
      let isNear = days.contains { $0 >= day && $0 <= next }
      if status.record.stage == .submitted || status.record.stage == .notice {
        return isLate ? task.id : nil
      }
      // The example has no supervision, returns, disagreements and promises.
      return isLate || isNear || status.isSilent ? task.id : nil
    }
  }

  /// The meeting up to its end, before it is closed.
  static func held(_ language: Language = .en) -> Session {
    var session = Session(language: language)
    session.press("m2")
    for (task, keys) in script {
      #expect(session.state.meeting?.task == task)
      session.press(keys + "<Enter>")
    }
    return session
  }

  @Test(
    "The agenda is what a plain reading of plan and ledger asks for: all of it, and nothing else")
  func agenda() {
    let shown = Self.held().state.meeting?.items.map(\.task)
    #expect(shown == Self.plain)
    #expect(Self.script.map(\.task) == Self.plain)
  }

  @Test("Everything entered stands in the ledger between the opening and the closing")
  func entries() throws {
    var session = Self.held()
    session.press("<Enter>2")
    #expect(
      session.ledger.map(\.fact.kind) == [
        "meeting", "met", "report", "extend", "supervise", "note", "note", "met", "undo", "met",
        "meeting",
      ])
    #expect(
      session.ledger.map(\.task) == [
        nil, "BS-04", "BS-05", "BS-13", "BS-14", "BS-19", "CW-01", "CW-06", "CW-06", "CW-09", nil,
      ])
    guard case .report(let report) = session.ledger[2].fact,
      case .meeting(let opened) = session.ledger[0].fact,
      case .meeting(let closed) = try #require(session.ledger.last).fact
    else {
      Issue.record("other entries")
      return
    }
    #expect(report.count == 3 && report.nextBy == Day(iso: "2020-08-05"))
    #expect(!opened.isClosing && opened.rhythm == .weekly && opened.seen[Session.writer] == nil)
    #expect(closed.isClosing && closed.rhythm == .weekly && closed.bulletin == 1)
    // Everything before the closing was read.
    #expect(closed.seen[Session.writer] == 9)
    #expect(opened.seen.allSatisfy { closed.seen[$0.key] == $0.value })
  }

  @Test("The last page says what was done, and what is carried over")
  func end() {
    var session = Self.held()
    session.send(.resized(Size(columns: 120, rows: 50)))
    let text = session.runningText
    #expect(text.contains("22 of 22 tasks discussed"))
    #expect(
      text.contains(
        "2 marked, 1 reported, 1 with a next step, 1 extended, 1 put under supervision, 2 noted"))
    // Marked or heard of, three are settled: BS-04, BS-19 and what was near.
    let still = Set(
      Agenda(of: session.state.situation, rhythm: .weekly).items.map {
        session.state.situation.chart.tasks[$0.task].id
      })
    let carried = Self.plain.filter(still.contains)
    #expect(text.contains("Carried over, \(carried.count): \(carried.joined(separator: ", "))"))
    #expect(!carried.contains("BS-04"))
  }

  @Test("Its minutes say all of it, as the office files them", arguments: Language.allCases)
  func minutes(language: Language) throws {
    var session = Self.held(language)
    session.press("<Enter>2")
    let situation = session.state.situation
    let papers = MeetingPapers.all(
      of: try #require(session.ledger.last), situation.chart, situation.ledger, Words(language))
    #expect(
      papers.map { "\($0.folder)/\($0.name)" } == ["minutes/2020-07-31-weekly", "bulletins/1"])
    let minutes = try #require(papers.first?.text)
    try Picture.compare(minutes, with: "Papers/weekly-minutes-\(language.rawValue).md")
    for task in Self.plain { #expect(minutes.contains(task), "\(task)") }
    for text in ["plans drawn up", "no money", "contract by 5 Aug", "vice mayor", "rain"] {
      #expect(minutes.contains(text), "\(text)")
    }
  }

  @Test("By unit it goes through the same tasks, each unit in one go")
  func byUnit() {
    var session = Session()
    session.press("m2vg")
    var seen: [String] = []
    var units: [String] = []
    while let task = session.state.meeting?.task {
      seen.append(task)
      if let unit = session.state.situation.chart.task(task)?.unit, units.last != unit {
        units.append(unit)
      }
      session.press("<PageDown>")
    }
    #expect(seen.sorted() == Self.plain.sorted())
    #expect(Set(units).count == units.count)
  }
}
