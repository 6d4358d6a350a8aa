import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Filters")
struct FilteringTests {
  /// The ids of the tasks that have a row.
  private func shown(_ session: Session) -> [String] {
    session.state.rows.compactMap {
      if case .task(let task) = $0 { session.state.situation.chart.tasks[task].id } else { nil }
    }
  }

  @Test("A second condition of another kind narrows further, one of the same kind replaces")
  func combining() {
    var session = Session()
    session.press("f4")
    #expect(shown(session).count == 8)
    session.press("fpuland<Enter>")
    #expect(shown(session) == ["CW-01", "CW-05", "BH-11"])
    #expect(session.frame.text(ofRow: 0).contains(" red · Pulandian District "))
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 3 of 63 tasks, 60 hidden   3 red "))
    session.press("fwafang<Enter>")
    #expect(shown(session) == ["BS-13", "AR-04"])
    // What one unit owes.
    session.press("f7")
    #expect(
      session.state.showing.filter.conditions == [.unfinished, .unit("wafangdian-city")])
    session.press("F")
    #expect(shown(session).count == 63)
    #expect(!session.frame.text(ofRow: 1).contains("hidden"))
  }

  @Test("Choosing a condition that holds takes it away; Esc takes all of them, then the battle")
  func clearing() {
    var session = Session()
    session.press("3f4f1f")
    let menu = session.frame.text
    #expect(menu.contains("✓ overdue") && menu.contains("✓ red") && !menu.contains("✓ yellow"))
    session.press("1")
    #expect(session.state.showing.filter == Filter(.standing(.red)))
    session.press("f1<Esc>")
    #expect(session.state.showing.filter.isEmpty)
    #expect(session.frame.text(ofRow: 1).hasPrefix(" 13 of 63 tasks, 50 hidden "))
    session.press("<Esc>")
    #expect(shown(session).count == 63)
    session.press("3f4F")
    #expect(session.state.showing.isWhole)
    session.press("3f4f0")
    #expect(session.state.showing.isWhole)
  }

  @Test("Every digit of the menu chooses what stands beside it")
  func digits() {
    let choices: [(Character, Condition)] = [
      ("1", .overdue), ("2", .due(.thisWeek)), ("3", .silent), ("4", .standing(.red)),
      ("5", .standing(.yellow)), ("6", .standing(.dueSoon)), ("7", .unfinished),
      ("8", .unit("jinpu-new-area")), ("４", .standing(.red)),
    ]
    for (digit, condition) in choices {
      var session = Session()
      session.press("f\(digit)")
      #expect(session.state.showing.filter == Filter(condition), "\(digit)")
      #expect(session.state.mode == .commands)
    }
    // Once something is typed, digits narrow.
    var session = Session()
    session.press("fdue<Space>in<Space>30")
    #expect(session.frame.text.contains("due in 30 days"))
    session.press("<Enter>")
    #expect(session.state.showing.filter == Filter(.due(.nextDays(30))))
  }

  @Test("Every kind of condition lets through what it says, and nothing else")
  func everyKind() throws {
    let situation = Seeds.situation
    let tasks = situation.chart.tasks.indices
    let day = situation.day
    func through(_ condition: Condition) -> Set<Int> {
      Set(Filter(condition).filtered(Array(tasks), in: situation))
    }
    let status = situation.status.tasks
    let plan = situation.chart.tasks
    let lead = "municipal-agriculture-and-rural-affairs-bureau"
    for standing in Standing.allCases {
      #expect(through(.standing(standing)).count == situation.status.total[standing])
    }
    #expect(through(.unfinished).count == 63 - situation.status.total[.crossedOff])
    #expect(through(.silent).count == situation.status.total.silent)
    #expect(through(.overdue) == Set(tasks.filter { status[$0].daysLate > 0 }))
    #expect(
      through(.unit("jinpu-new-area")) == Set(tasks.filter { plan[$0].unit == "jinpu-new-area" }))
    #expect(through(.lead(lead)) == Set(tasks.filter { plan[$0].lead == lead }))
    #expect(through(.lead(lead)).count == 8)
    let byRisk = Chart.Risk.allCases.map { through(.risk($0)).count }
    #expect(byRisk.reduce(0, +) == 63)
    let byRhythm = Chart.Rhythm.allCases.map { through(.rhythm($0)).count }
    #expect(byRhythm.reduce(0, +) == 63)
    // Today is a Friday.
    let week = through(.due(.thisWeek))
    #expect(week == through(.due(.days(day + -4, day + 2))))
    #expect(week.isSubset(of: through(.due(.nextDays(7))).union(through(.overdue))))
    #expect(through(.due(.until(day + -1))).isSubset(of: through(.overdue)))
  }

  @Test("A limit falls due like a node, until the task is handed in")
  func limit() throws {
    let made = Seeds.chart([("A", ["2020-08-03"]), ("B", ["2020-12-31"])], on: "2020-07-31").chart
    func through(_ window: Window) -> [Int] {
      let situation = Situation(chart: made, ledger: Ledger(), on: Day(iso: "2020-07-31")!)
      return Filter(.due(window)).filtered([0, 1], in: situation)
    }
    #expect(through(.nextDays(2)) == [])
    #expect(through(.nextDays(3)) == [0])
    // Both have their limit on 31 December.
    #expect(through(.from(Day(iso: "2020-12-31")!)) == [0, 1])
    #expect(through(.from(Day(iso: "2021-01-01")!)) == [])
  }

  @Test(
    "Days are understood as they are typed",
    arguments: [
      ("10-01 10-31", "2020-10-01/2020-10-31"), ("2020-10-01 2020-10-31", "2020-10-01/2020-10-31"),
      ("10-31", "2020-10-31/2020-10-31"), ("2021-01-05", "2021-01-05/2021-01-05"),
      ("10", "2020-10-01/2020-10-31"), ("2", "2020-02-01/2020-02-29"),
      ("10月", "2020-10-01/2020-10-31"),
      ("2020-12", "2020-12-01/2020-12-31"), ("10月1日至10月15日", "2020-10-01/2020-10-15"),
      ("10月1日-15日", "2020-10-01/2020-10-15"), ("2020年10月1日到2020年11月", "2020-10-01/2020-11-30"),
      ("10.1-10.31", "2020-10-01/2020-10-31"), ("10/1~10/31", "2020-10-01/2020-10-31"),
      ("20201001 20201031", "2020-10-01/2020-10-31"), ("１０－０１　１０－３１", "2020-10-01/2020-10-31"),
      ("11 2", "2020-11-01/2021-02-28"), ("..10-31", "/2020-10-31"), ("10-31前", "/2020-10-31"),
      ("10-01..", "2020-10-01/"), ("10月起", "2020-10-01/"),
      ("10-01 .. 10-31", "2020-10-01/2020-10-31"),
      ("9999-12", "9999-12-01/9999-12-31"), ("2021-2", "2021-02-01/2021-02-28"),
      ("999-12", nil), ("x", nil), ("13", nil), ("02-30", nil), ("10-31 2020-10-01", nil),
      ("1 2 3", nil),
      ("..", nil),
      ("-", nil), ("99999999999999999999", nil), ("10--", "2020-10-01/2020-10-31"),
    ])
  func typedDays(text: String, days: String?) {
    let window = Window(typed: text, today: Day(iso: "2020-07-31")!)
    let said: String? =
      switch window {
      case .days(let first, let last)?: "\(first.iso)/\(last.iso)"
      case .from(let first)?: "\(first.iso)/"
      case .until(let last)?: "/\(last.iso)"
      default: nil
      }
    #expect(said == days)
  }

  @Test("Days are asked for in one line, and what says none is asked for again")
  func askingDays() {
    var session = Session()
    session.press("f9soon<Enter>")
    #expect(session.frame.text.contains("\"soon\" says no days."))
    session.press("<C-u>10-01<Space>10-31<Enter>")
    #expect(session.frame.text(ofRow: 0).contains("due 1 Oct to 31 Oct"))
    #expect(
      session.state.showing.filter
        == Filter(.due(.days(.init(iso: "2020-10-01")!, .init(iso: "2020-10-31")!))))
    session.press("f9<Enter>")
    #expect(!session.state.showing.filter.isEmpty)
  }

  @Test(
    "At 60 columns every condition is named and the hidden ones are counted",
    arguments: Language.allCases)
  func narrow(language: Language) {
    var session = Session(columns: 60, rows: 16, language: language)
    session.press("f4f8f1")
    let words = session.state.words
    let head = session.frame.text(ofRow: 0)
    for name in [words.name(of: .red), words(.filterOverdue)] {
      #expect(head.contains(name), "\(head)")
    }
    #expect(
      session.frame.text(ofRow: 1).contains(language == .en ? "1 of 63 tasks, 62 hidden" : "隐去62项"))
  }

  @Test("Narrowed to a unit, the head says how many nodes are open", arguments: Language.allCases)
  func openNodes(language: Language) {
    for columns in [80, 60] {
      var session = Session(columns: columns, rows: 24, language: language)
      session.press("fpuland<Enter>")
      let tasks = session.state.situation.chart.tasks.indices.filter {
        session.state.situation.chart.tasks[$0].unit == "pulandian-district"
      }
      let open = tasks.flatMap { session.state.situation.status.tasks[$0].nodes }
        .count { !$0.state.isMet }
      let text = language == .en ? "\(open) nodes open" : "还有\(open)个节点未完成"
      #expect(session.frame.text(ofRow: 1).contains(text), "\(session.frame.text(ofRow: 1))")
      session.press("Ff4")
      #expect(!session.frame.text(ofRow: 1).contains(language == .en ? "open" : "未完成"))
    }
  }

  @Test("The totals are of the tasks shown, and follow a mark")
  func totals() {
    var session = Session()
    session.press("f4")
    let before = session.state.shownTotal
    #expect(before.tasks == 8 && before[.red] == 8)
    session.press("<Space>")
    #expect(session.state.shownTotal.tasks == 8)
    #expect(session.state.shownTotal.nodesMet == before.nodesMet + 1)
    session.press("u")
    #expect(session.state.shownTotal == before)
  }

  @Test(
    "The totals are what the tasks shown come to one by one, of any choice and day, after any mark",
    arguments: ["f1", "f3", "f4", "f7", "f2", "2", "2f1", "f7{", "3}", "f4 ", "2 u", "f7{\\"])
  func totalsOfTasks(keys: String) {
    var session = Session()
    session.press(keys.replacing(" ", with: "<Space>"))
    let state = session.state
    var counted = Tally()
    for task in state.situation.chart.tasks.indices where state.isShown[task] {
      state.situation.status.count(task, in: &counted)
    }
    #expect(state.shownTotal == counted)
    #expect(counted.nodes > 0)
  }

  @Test("Walking what needs attention keeps to the tasks in sight, and says so at the turn")
  func attention() {
    var session = Session()
    session.press("fchangh<Enter>..")
    #expect(session.said.contains("Hidden tasks are left out."))
    session.press("F<Tab>z")
    let folded = session.state.showing.folded
    var visited: Set<String> = []
    for _ in 0..<30 where !session.said.contains("From the top again.") {
      session.press(".")
      visited.insert(session.selected)
    }
    #expect(session.said.contains("From the top again. Folded groups are left out."))
    #expect(visited.allSatisfy { !$0.hasPrefix("CW-") })
    #expect(session.state.showing.folded == folded)
  }
}
