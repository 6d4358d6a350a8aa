import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The chart as a letter")
struct ChartLetterTests {
  private static func letter(
    _ situation: Situation = Seeds.situation, _ language: Language = .en, width: Int? = nil
  ) -> [String] {
    ChartLetter.text(of: situation, words: Words(language), width: width)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    "It stays within its columns in both languages, and holds nothing but plain signs",
    arguments: Language.allCases)
  func width(language: Language) {
    for width in [nil, 40, 60, 80] {
      for line in Self.letter(Seeds.situation, language, width: width) {
        #expect(CellWidth.columns(of: line) <= width ?? 72, "\(line)")
        #expect(!line.hasSuffix(" "))
        #expect(
          !line.unicodeScalars.contains { $0.value < 32 || (0x2500...0x25FF).contains($0.value) })
      }
    }
  }

  @Test("A unit reads what its tasks wait for, and by how long")
  func unit() {
    var situation = Seeds.chart([("A", ["2020-07-16", "2020-08-02"])], on: "2020-07-31")
    #expect(
      Self.letter(situation) == [
        "Test", "Unit, as of Fri 31 Jul 2020", "1 task: 1 red.",
        "Nodes due so far: 1, of them met: 0.", "", "Red (1)", "-------", "A  Title A",
        "    Limit: 31 Dec 2020, due in 153 days", "    - 16 Jul  Node 1: 15 days overdue",
        "    - 2 Aug  Node 2: due in 2 days",
      ])
    situation.move(to: situation.day + 154)
    #expect(Self.letter(situation).contains("    Limit: 31 Dec 2020, 1 day overdue"))
  }

  @Test("Percents and silence are said in sentences", arguments: Language.allCases)
  func sentences(language: Language) {
    var chart = Seeds.chart([("A", ["2020-07-16", "2020-09-02"])], on: "2020-07-31").chart
    chart.tasks[0].quantity = .init(total: 100, of: Text("%"))
    (chart.tasks[0].risk, chart.tasks[0].added) = (.medium, Day(iso: "2020-06-01"))
    let lines = Self.letter(
      Situation(chart: chart, ledger: Ledger(), on: Day(iso: "2020-07-31")!), language)
    let said =
      language == .en
      ? [
        "    Done: 0 %, of 100 % asked for",
        "    Silent: no report within its rhythm (scheduled weekly)",
      ] : ["    已完成0%，目标100%", "    未报：超过周调度的时限没有报送"]
    #expect(said.allSatisfy(lines.contains), "\(lines)")
  }

  @Test("Every task stands in it once, under its standing; no task is said so")
  func all() {
    let lines = Self.letter()
    for task in Seeds.situation.chart.tasks {
      #expect(lines.count { $0.hasPrefix(task.id + "  ") } == 1, "\(task.id)")
    }
    let red = Seeds.situation.status.total[.red]
    #expect(lines.contains("Red (\(red))"))
    #expect(Self.letter(Seeds.chart([], on: "2020-07-31"), .zh).last == "没有任务。")
  }
}
