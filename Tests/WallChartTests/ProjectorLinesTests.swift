import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("What stands on the projector's pages")
struct ProjectorLinesTests {
  private func names(_ lines: [Projector.Line], _ situation: Situation) -> [String] {
    lines.map { "\(situation.chart.tasks[$0.task].id) \($0.days)" }
  }

  /// A plain look at all tasks.
  private func lines(
    _ standings: [Standing], _ situation: Situation, in battle: String? = nil
  ) -> [Projector.Line] {
    let (plan, statuses) = (situation.chart.tasks, situation.status.tasks)
    return standings.flatMap { standing in
      plan.indices.filter {
        statuses[$0].isOnChart && statuses[$0].standing == standing
          && (battle == nil || plan[$0].battle == battle)
      }.sorted { (-statuses[$0].daysLate, $0) < (-statuses[$1].daysLate, $1) }
    }.map(situation.status.lineBehind)
  }

  private func coming(
    _ days: ClosedRange<Int>, _ situation: Situation, in battle: String? = nil
  ) -> [Projector.Line] {
    let orders = ProjectorTasks(in: situation, only: battle).orders
    return orders.coming(days, 0..<orders.comingCount(days))
  }

  private func lines(_ topic: Projector.Topic, _ state: State) -> [Projector.Line] {
    state.sheets.filter { $0.page.topic == topic }.flatMap(state.lines(of:))
  }

  @Test("The red tasks of the example, the longest overdue first, then in the order of the plan")
  func laggards() {
    let lines = lines([.red], Seeds.situation)
    #expect(
      names(lines, Seeds.situation) == [
        "CW-05 31", "BS-04 16", "BS-05 16", "BH-11 16", "AR-04 16", "BS-13 11", "BS-14 11",
        "CW-01 11",
      ])
    #expect(lines.map(\.cause) == [1, 1, 1, 1, 1, 1, 1, 2].map { .node($0) })
  }

  @Test("On a battle's page red stands before yellow, however late")
  func redBeforeYellow() {
    let lines = lines([.red, .yellow], Seeds.situation, in: "CW")
    #expect(names(lines, Seeds.situation) == ["CW-05 31", "CW-01 11", "CW-06 6"])
  }

  @Test("A battle's worst units: by red tasks, then by days late; joint ones are not ranked")
  func worstUnits() {
    func units(_ battle: String, _ situation: Situation) -> [String] {
      ProjectorTasks(in: situation, only: nil).units.units(of: battle, in: situation.chart)
        .map { "\(situation.chart.units[$0.unit].id) \($0.red) \($0.daysLate)" }
    }
    #expect(
      units("BS", Seeds.situation) == [
        "shahekou-district 1 16", "ganjingzi-district 1 16", "wafangdian-city 1 11",
        "zhuanghe-city 1 11",
      ])
    #expect(
      units("CW", Seeds.situation) == [
        "pulandian-district 2 42", "wafangdian-city 0 6",
      ])
    var chart = Seeds.chart([("A", ["2020-01-01"])], on: "2020-07-31").chart
    chart.units[0].kind = .joint
    let joint = Situation(chart: chart, ledger: Ledger(), on: chart.asOf!)
    #expect(units("B", joint).isEmpty)
  }

  @Test("Coming nodes by day: today and the seventh day belong to the week, the eighth does not")
  func coming() {
    let situation = Seeds.chart(
      [
        ("A", ["2020-07-30", "2020-08-07"]), ("B", ["2020-07-31", "2020-08-08"]),
        ("C", ["2020-08-31", "2020-09-01"]),
      ], on: "2020-07-31")
    #expect(names(coming(Projector.week, situation), situation) == ["B 0", "A 7"])
    #expect(names(coming(Projector.month, situation), situation) == ["B 8", "C 31"])
    #expect(coming(Projector.week, situation, in: "X").isEmpty)
  }

  @Test("A task that is late by its limit alone says so")
  func byLimit() {
    let chart = Seeds.chart([("A", [])], on: "2021-01-10")
    #expect(
      lines([.red], chart) == [Projector.Line(task: 0, cause: .limit, days: 10)])
    var session = Session(chart)
    session.press("pnn")
    #expect(session.frame.text.contains("limit 31 Dec 2020 passed"))
  }

  @Test("A task put under supervision is red without being late, and says why")
  func supervised() {
    var situation = Seeds.chart([("A", ["2020-12-01"]), ("B", ["2020-12-01"])], on: "2020-07-31")
    var entry = Entry(
      id: EntryID(high: 3, low: 3), at: Moment(milliseconds: 0, offset: 0), by: "Wang",
      unit: "u", task: "B", on: situation.day, fact: .supervise)
    entry.writer = "other-0000000000"
    situation.add(entry)
    #expect(
      lines([.red], situation)
        == [Projector.Line(task: 1, cause: .supervised, days: 0)])
    for language in Language.allCases {
      var session = Session(situation, language: language)
      session.press("pnn")
      #expect(session.frame.text.contains(Words(language)(.projectorSupervised)))
    }
  }

  @Test("Withdrawn tasks stand on no page")
  func withdrawn() {
    var chart = Seeds.chart([("A", ["2020-01-01", "2020-08-01"])], on: "2020-07-31").chart
    chart.tasks[0].withdrawn = Day(iso: "2020-07-01")
    let situation = Situation(chart: chart, ledger: Ledger(), on: chart.asOf!)
    #expect(lines([.red], situation).isEmpty)
    #expect(coming(Projector.week, situation).isEmpty)
  }

  @Test(
    "Every line stands on exactly one page, pages are even, and their order is that of the lines",
    arguments: [(40, 10), (60, 16), (80, 24), (120, 34), (200, 60)])
  func split(columns: Int, rows: Int) {
    let many = Seeds.chart(
      (0..<100).map { ("T\($0)", ["2020-0\($0 % 7 + 1)-10", "2020-08-\($0 % 20 + 10)"]) },
      on: "2020-07-31")
    for situation in [Seeds.situation, many] {
      let state = Session(situation, columns: columns, rows: rows).state
      let sheets = state.sheets.filter { $0.page.topic == .laggards }
      #expect(lines(.laggards, state) == lines([.red], situation))
      #expect(sheets.map(\.page.part) == Array(0..<sheets.count))
      let counts = sheets.map { state.lines(of: $0).count }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
      let layout = ProjectorLayout(size: state.size)
      for sheet in state.sheets {
        let count = state.lines(of: sheet).count
        let end =
          layout.lineTop(of: sheet.page.topic) + max(0, count - 1) * sheet.rowsPerLine
          + layout.lineRows(of: sheet.page.topic, isBig: sheet.isBig)
        #expect(count == 0 || end <= layout.end, "\(sheet.page) at \(columns)x\(rows)")
      }
    }
  }

  @Test("A battle with more than three pages can hold shows its worst and says of how many")
  func worst() {
    var session = Session(
      Seeds.chart((0..<40).map { ("T\($0)", ["2020-07-0\($0 % 9 + 1)"]) }, on: "2020-07-31"))
    session.press("p1")
    #expect(session.state.sheets.count { $0.page.topic == .battle("B") } == 3)
    #expect(
      lines(.battle("B"), session.state)
        == Array(lines([.red, .yellow], session.state.situation, in: "B").prefix(12)))
    #expect(session.frame.text.contains("the worst 12 of 40 · 1 of 3"))
    #expect(lines(.laggards, session.state).count == 40)
  }

  @Test(
    "The share of nodes met is never rounded to all or nothing",
    arguments: [
      (96, 113, "96 of 113 due nodes met (85 %)"), (999, 1000, "999 of 1000 due nodes met (99 %)"),
      (1, 1000, "1 of 1000 due nodes met (1 %)"), (0, 3, "0 of 3 due nodes met (0 %)"),
      (3, 3, "3 of 3 due nodes met (100 %)"), (0, 0, "No node has been due yet."),
    ])
  func share(met: Int, due: Int, expected: String) {
    var tally = Tally()
    tally.nodesDue = due
    tally.nodesDueMet = met
    #expect(Session().state.metSentence(tally) == expected)
  }

  @Test("Figures too wide for big digits stand as lines")
  func manyDigits() {
    var session = Session(columns: 40, rows: 12)
    session.press("p")
    #expect(session.frame.text.contains("8  red"))
    let large = FigureTiles(Tally(), words: Words(.en), block: "█")
    #expect(large.scale(width: 58, height: 8) == .small)
    #expect(large.scale(width: 76, height: 14)?.rows == 2)
    #expect(large.scale(width: 38, height: 8) == nil)
  }
}
