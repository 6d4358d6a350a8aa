import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The dispatch bulletin")
struct BulletinTests {
  private static func bulletin(of situation: Situation, _ rhythm: Chart.Rhythm = .weekly)
    -> Bulletin
  {
    Bulletin(
      of: situation, number: 2, rhythm: rhythm, since: situation.sinceBulletin(before: 2, rhythm))
  }

  private static func numbers(_ figures: Bulletin.Figures) -> [Int] {
    Standing.allCases.map { figures.standings[$0] ?? 0 } + [
      figures.tasks, figures.silent, figures.falselyDone, figures.nodesDue, figures.metInTime,
      figures.metLate, figures.overdue, figures.dueToday, figures.daysLate,
    ]
  }

  private static func sum(_ all: [Bulletin.Figures]) -> [Int] {
    all.map(numbers).reduce(Array(repeating: 0, count: 15)) { zip($0, $1).map { $0 + $1 } }
  }

  @Test("On every day of the example all parts add up, and every list is as long as its number")
  func addsUp() {
    var situation = Seeds.situation
    var sizes: Set<Int> = []
    for days in stride(from: -50, through: 150, by: 10) {
      situation.move(to: Seeds.situation.day + days)
      for rhythm in Chart.Rhythm.allCases {
        let bulletin = Self.bulletin(of: situation, rhythm)
        let total = bulletin.total
        #expect(Self.sum(bulletin.battles.map(\.figures)) == Self.numbers(total))
        #expect(Self.sum(bulletin.units.map(\.figures)) == Self.numbers(total))
        for figures in [total] + bulletin.units.map(\.figures) + bulletin.battles.map(\.figures) {
          #expect(figures.standings.values.reduce(0, +) == figures.tasks)
          #expect(figures.judged + figures.dueToday == figures.nodesDue)
          #expect(figures.metInTime >= 0 && figures.overdue >= 0 && figures.dueToday >= 0)
        }
        #expect(bulletin.overdue.map(\.days).reduce(0, +) == total.daysLate)
        #expect(bulletin.silent.flatMap(\.tasks).count == total.silent)
        #expect(bulletin.overdue.map(\.days) == bulletin.overdue.map(\.days).sorted(by: >))
        let late = bulletin.overdue.flatMap(\.nodes).count
        #expect(late + bulletin.overdueCrossedOff.flatMap(\.nodes).count == total.overdue)
        #expect(bulletin.dueToday.count { $0.node != nil } == total.dueToday)
        #expect(bulletin.dueToday.allSatisfy { $0.day == situation.day })
        #expect(
          bulletin.coming.allSatisfy { $0.day > situation.day && $0.day <= bulletin.next })
        sizes.insert(bulletin.coming.count)
      }
    }
    #expect(sizes.count > 5)
  }

  /// The tables of a paper: rows of cells, heads first.
  private static func tables(in text: String) -> [[[String]]] {
    text.split(separator: "\n\n").compactMap { block in
      guard block.hasPrefix("|") else { return nil }
      return block.split(separator: "\n").map { line in
        line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
          .map(String.init)
      }
    }
  }

  @Test("As it is printed, each column adds up to its total, and each share has its base")
  func printed() throws {
    var situation = Seeds.situation
    for days in [0, 60] {
      situation.move(to: Seeds.situation.day + days)
      let text = Self.bulletin(of: situation).markdown(Words(.en))
      let withTotal = Self.tables(in: text).filter { $0.last?.contains("Total") ?? false }
      #expect(withTotal.count == 5)
      for table in withTotal {
        let total = try #require(table.last)
        for column in total.indices {
          guard let sum = Int(total[column]) else { continue }
          let parts = table.dropFirst(2).dropLast().map { Int($0[column]) ?? .min }
          #expect(parts.reduce(0, +) == sum, "\(table[0][column])")
        }
      }
      let shares = text.matches(of: /(\d+) of (\d+), (\d+) %/)
      #expect(shares.count > 20)
      for share in shares {
        let (part, whole) = (try #require(Int(share.1)), try #require(Int(share.2)))
        #expect(part <= whole && percent(part, of: whole) == share.3)
      }
    }
  }

  @Test("It tells in both languages what an office expects of it", arguments: Language.allCases)
  func heads(language: Language) {
    let text = Self.bulletin(of: Seeds.situation).markdown(Words(language))
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map(String.init)
    #expect(
      heads
        == (language == .en
          ? [
            "# Dalian 2020: the battle against pollution, dispatch bulletin No. 2", "## 1. Totals",
            "## 2. By battle", "## 3. Ranking of units", "## 4. Overdue tasks",
            "## 5. Silent tasks, by unit", "## 6. Sent back or reopened in the period",
            "## 7. Extensions in the period", "## 8. Due today", "## 9. Coming nodes and limits",
            "## 10. Changes",
          ]
          : [
            "# 大连市2020年污染防治攻坚战调度通报（第2期）", "## 一、总体情况", "## 二、各攻坚战情况",
            "## 三、责任单位排名", "## 四、逾期任务名单", "## 五、未报任务（按责任单位）", "## 六、本期退回和重新整改",
            "## 七、本期延期", "## 八、今日到期", "## 九、下期到期节点和时限", "## 十、变化情况",
          ]))
  }

  /// A closing of another office, with all read that came before it.
  private static func closing(_ n: Int, bulletin: Int?, on day: Day, _ ledger: Ledger) throws
    -> Entry
  {
    var meeting = Fact.Meeting(rhythm: .weekly, isClosing: true)
    (meeting.seen, meeting.bulletin) = (ledger.seen, bulletin)
    return try NewsTests.entry(n, .meeting(meeting), nil, on: day.iso)
  }

  @Test(
    "One that was issued is printed again as it was, and tells what changed since the one before")
  func issued() throws {
    var situation = NewsTests.situation(on: "2020-07-24")
    situation.add(try NewsTests.entry(0, .met(node: "1"), "D", on: "2020-07-01"))
    let first = try Self.closing(1, bulletin: 1, on: situation.day, situation.ledger)
    situation.add(first)
    let asIssued = Bulletin(of: situation, closed: first).markdown(Words(.en))
    #expect(asIssued.contains("\nFrom 18 Jul 2020\n"))
    situation.move(to: situation.day + 7)
    situation.add(try NewsTests.entry(2, .met(node: "1"), "A", on: "2020-07-30"))
    situation.add(try Self.closing(3, bulletin: nil, on: situation.day, situation.ledger))
    let second = try Self.closing(4, bulletin: 2, on: situation.day, situation.ledger)
    situation.add(second)
    #expect(Bulletin(of: situation, closed: first).markdown(Words(.en)) == asIssued)
    let text = Bulletin(of: situation, closed: second).markdown(Words(.en))
    #expect(text.contains("\nSince No. 1 of 24 Jul 2020\n"))
    #expect(text.contains("\n1 node met late:\n\n- A Title A (Unit): Node 1, 10 days late\n"))
    #expect(text.contains("\n- Period: 24 Jul 2020 to 31 Jul 2020\n"))
    #expect(situation.ledger.lastBulletin == 2)
  }

  @Test("It says which unit issued it; where that is not known, as on a draft, a blank")
  func issuer() throws {
    var situation = NewsTests.situation()
    #expect(!Self.bulletin(of: situation).markdown(Words(.en)).contains("draft"))
    let draft = Bulletin(of: situation, number: nil, rhythm: .weekly, since: .day(situation.day))
    let lines = draft.markdown(Words(.en)).split(separator: "\n")
    #expect(lines.contains("- Issued by: …………"))
    #expect(lines.suffix(2) == ["- Signed by: …………", "- Printed on: …………"])
    for (n, unit, line) in [(0, "u", "- 签发单位：Unit\n"), (1, nil, "- 签发单位：＿＿＿＿＿＿\n")] {
      var closing = try Self.closing(n, bulletin: n + 1, on: situation.day, situation.ledger)
      closing.unit = unit
      situation.add(closing)
      let text = Bulletin(of: situation, closed: closing).markdown(Words(.zh))
      #expect(text.contains(line), "\(text)")
    }
  }

  @Test("Each red task is told of by name: as overdue with its light, else why it is red")
  func reds() throws {
    var situation = NewsTests.situation()
    let entries: [(Fact, String)] = [
      (.supervise, "C"), (.supervise, "D"), (.release, "D"), (.met(node: "1"), "D"),
    ]
    for (n, (fact, task)) in entries.enumerated() {
      situation.add(try NewsTests.entry(n, fact, task, on: "2020-07-30"))
    }
    let text = Self.bulletin(of: situation).markdown(Words(.en))
    for line in [
      "| 1 | A Title A | Unit | Red | Node 1 | 20 Jul | 11 |",
      "Red, though nothing is overdue: 1 task", "- C Title C (Unit): under supervision",
      "2 put under supervision:\n\n- C Title C (Unit)\n- D Title D (Unit)",
      "1 released from supervision:\n\n- D Title D (Unit)",
    ] { #expect(text.contains("\n\(line)\n") || text.hasSuffix("\n" + line), "\(line)\n\(text)") }
    let chinese = Self.bulletin(of: situation).markdown(Words(.zh))
    #expect(chinese.contains("\n| 1 | A Title A | Unit | 红灯 | Node 1 | 7月20日 | 11 |\n"))
    #expect(chinese.contains("\n新增挂牌督办2项：\n\n- C Title C（Unit）\n- D Title D（Unit）\n"))
  }

  @Test("What is due on the day is not late, and comes before the next period")
  func dueToday() {
    let situation = Seeds.chart(
      [("A", ["2020-07-01"]), ("B", ["2020-07-31"]), ("C", ["2020-08-01"])], on: "2020-07-31")
    let bulletin = Self.bulletin(of: situation)
    #expect([bulletin.total.overdue, bulletin.total.dueToday] == [1, 1])
    let text = bulletin.markdown(Words(.zh))
    #expect(text.contains("\n| 逾期未完成 | 1 | 1/2，50% |\n| 今日到期 | 1 | 1/2，50% |\n"), "\(text)")
    #expect(text.contains("| 2 | 0 | 0 | 1 | 1 | 0/1，0% |\n"))
    let (today, coming) = (
      text.split(separator: "## 八、今日到期")[1].split(separator: "## 九")[0],
      text.split(separator: "## 九、")[1].split(separator: "## 十")[0]
    )
    #expect(today.contains("B Title B") && !today.contains("C Title C"))
    #expect(coming.contains("C Title C") && !coming.contains("B Title B"))
  }

  @Test("News of more than ten tasks is told by their ids alone")
  func many() {
    for (count, isByName) in [(10, true), (11, false)] {
      let tasks = (1...count).map { ("T\($0)", ["2020-07-30"]) }
      let text = Self.bulletin(of: Seeds.chart(tasks, on: "2020-07-31")).markdown(Words(.en))
      #expect(text.contains("\n\(count) newly yellow:\n\n- T1 Title T1 (") == isByName, "\(text)")
      #expect(text.contains("\n11 newly yellow: T1, T2, T3") == !isByName)
    }
  }

  @Test("The column of lights holds lights; that a task is in closing stands in the remark")
  func remark() throws {
    var situation = NewsTests.situation()
    #expect(!Self.bulletin(of: situation).markdown(Words(.zh)).contains("备注"))
    situation.add(try NewsTests.entry(0, .submit, "A", on: "2020-07-30"))
    let text = Self.bulletin(of: situation).markdown(Words(.zh))
    #expect(text.contains("| A Title A | Unit | — | Node 1 | 7月20日 | 11 | 销号中 |"), "\(text)")
  }

  @Test("Coming days of the next year say so")
  func newYear() {
    let situation = Seeds.chart([("A", ["2020-12-29", "2021-01-02"])], on: "2020-12-28")
    let text = Self.bulletin(of: situation).markdown(Words(.en))
    #expect(text.contains("\n| Tue 29 Dec | A Title A |"), "\(text)")
    #expect(text.contains("\n| Sat 2 Jan 2021 | A Title A |"))
  }

  @Test("A number that no bulletin can have is none that was issued")
  func badNumber() throws {
    var situation = NewsTests.situation()
    for (n, number) in [-5, 9_007_199_254_740_991].enumerated() {
      situation.add(try Self.closing(n, bulletin: number, on: situation.day, situation.ledger))
    }
    #expect(situation.ledger.bulletins.isEmpty)
    #expect(situation.ledger.lastBulletin == 0)
    let closing = try #require(situation.ledger.general.first)
    #expect(Bulletin(of: situation, closed: closing).number == nil)
  }

  @Test("Whatever a chart holds, it makes no head, no cell, no tag and no line of its own")
  func hostile() {
    let evil = "x | y |\n# head\n- <script> **b** [l](http://e.org) \u{1B}[2J\u{202E}"
    var chart = NewsTests.situation().chart
    chart.title = Text(evil)
    chart.battles[0].name = Text(evil)
    chart.units[0].name = Text(evil)
    for place in chart.tasks.indices {
      chart.tasks[place].title = Text(evil)
      for node in chart.tasks[place].nodes.indices {
        chart.tasks[place].nodes[node].title = Text(evil)
      }
    }
    let situation = Situation(chart: chart, ledger: Ledger(), on: NewsTests.situation().day)
    for language in Language.allCases {
      let (tame, text) = (
        Self.bulletin(of: NewsTests.situation()).markdown(Words(language)),
        Self.bulletin(of: situation).markdown(Words(language))
      )
      func shape(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
          let cells = line.replacing("\\|", with: "").count { $0 == "|" }
          return "\(line.prefix { "#-| ".contains($0) }) \(cells)"
        }
      }
      #expect(shape(text) == shape(tame))
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      for sign in ["<", ">", "*", "["] {
        #expect(text.replacing("\\" + sign, with: "").contains(sign) == false, "\(sign)")
      }
    }
  }
}
