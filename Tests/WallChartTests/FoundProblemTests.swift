import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A found problem in one line: what is read out of it, and what is refused.
@Suite("A found problem in one line")
struct FoundProblemTests {
  private static let day = Day(iso: "2020-07-31")!
  private static let chart: Chart = {
    var chart = Seeds.situation.chart
    chart.rules.limitWords = [
      Chart.LimitWord(words: "采暖期前", day: DayOfYear(month: 10, day: 31)!)
    ]
    chart.rules.templates = [
      Chart.Template(
        name: "works",
        steps: [
          Chart.Template.Step(title: Text("Planned"), due: .share(50)),
          Chart.Template.Step(title: Text("Finished"), due: .limit),
        ])
    ]
    return chart
  }()

  private func read(
    _ line: String, battle: String? = "BS"
  ) throws(FoundProblem.Fault) -> FoundProblem {
    try FoundProblem(line, in: Self.chart, on: Self.day, battle: battle)
  }

  /// `title | unit battle risk term limit template`, for a line.
  private func summary(_ line: String) throws -> String {
    let problem = try read(line)
    var unit = ""
    switch problem.unit {
    case .known(let id): unit = id
    case .new(let name): unit = "new:" + name
    case nil: break
    }
    let parts = [
      unit, problem.battle ?? "-", problem.risk?.rawValue ?? "-", problem.term.rawValue,
      problem.limit?.iso ?? "-", problem.template?.name ?? "-",
    ]
    return problem.title + " | " + parts.joined(separator: " ")
  }

  @Test(
    "Its parts stand anywhere, in either language, with blanks or as Chinese is written",
    arguments: [
      (
        "Leak at the dock @jinpu !high 10-31",
        "Leak at the dock | jinpu-new-area BS high dated 2020-10-31 -"
      ),
      ("!low @Jinpu 2021-01-31 Leak +CW at", "Leak at | jinpu-new-area CW low dated 2021-01-31 -"),
      ("Leak @\"jinpu new\" +blue 12-01", "Leak | jinpu-new-area BS - dated 2020-12-01 -"),
      ("Leak @金普 +碧水 10月31日", "Leak | jinpu-new-area CW - dated 2020-10-31 -"),
      ("锅炉房冒黑烟＠金普新区＋蓝天！高10月31日前", "锅炉房冒黑烟 | jinpu-new-area BS high dated 2020-10-31 -"),
      (
        "锅炉房冒黑烟10月底前　＠住建局",
        "锅炉房冒黑烟 | municipal-housing-and-urban-rural-development-bureau BS - dated 2020-10-31 -"
      ),
      (
        "冒烟 @住建局 2021年2月底",
        "冒烟 | municipal-housing-and-urban-rural-development-bureau BS - dated 2021-02-28 -"
      ),
      ("冒烟 @庄河 采暖期前", "冒烟 | zhuanghe-city BS - dated 2020-10-31 -"),
      ("Watch it @jinpu !standing", "Watch it | jinpu-new-area BS - standing - -"),
      ("巡查 @金普 长期坚持", "巡查 | jinpu-new-area BS - standing - -"),
      ("清理 @金普 立行立改", "清理 | jinpu-new-area BS - atOnce 2020-07-31 -"),
      ("Clean !at-once @jinpu 08-01", "Clean | jinpu-new-area BS - atOnce 2020-08-01 -"),
      ("Build @jinpu 10-31 #wo", "Build | jinpu-new-area BS - dated 2020-10-31 works"),
      ("Mend @+\"Port Authority\" 10-31", "Mend | new:Port Authority BS - dated 2020-10-31 -"),
      ("Mend @+金普新区 10-31", "Mend | jinpu-new-area BS - dated 2020-10-31 -"),
      ("立即整改！请 @金普 10-31", "立即整改！请 | jinpu-new-area BS - dated 2020-10-31 -"),
      (
        "3# boiler, +20% smoke, a@b.cn, 24-48 hours! @jinpu 10-31",
        "3# boiler, +20% smoke, a@b.cn, 24-48 hours! | jinpu-new-area BS - dated 2020-10-31 -"
      ),
      ("长期渗漏 @金普 10-31", "长期渗漏 | jinpu-new-area BS - dated 2020-10-31 -"),
    ])
  func read(line: String, expected: String) throws {
    #expect(try summary(line) == expected)
  }

  @Test(
    "A day is read as the screen says it and as people write it",
    arguments: [
      ("Leak @jinpu 31 Oct", "Leak 2020-10-31"),
      ("Leak @jinpu by 31 October 2020", "Leak 2020-10-31"),
      ("Oct 31 Leak @jinpu", "Leak 2020-10-31"),
      ("Leak @jinpu October 31st, 2021", "Leak 2021-10-31"),
      ("Leak @jinpu Sat 31 Oct 2020", "Leak 2020-10-31"),
      ("Leak @jinpu 31/10", "Leak 2020-10-31"),
      ("Leak @jinpu 10/31/2020", "Leak 2020-10-31"),
      ("Leak @jinpu 2020/10/03", "Leak 2020-10-03"),
      ("Leak @jinpu 10/10", "Leak 2020-10-10"),
      ("冒烟 @金普 10.31", "冒烟 2020-10-31"),
      ("冒烟 @金普 10/31", "冒烟 2020-10-31"),
      ("冒烟 @金普 10月31日 周六", "冒烟 2020-10-31"),
      ("冒烟 @金普 10月31日 星期六", "冒烟 2020-10-31"),
      ("冒烟 @金普 10月底", "冒烟 2020-10-31"),
      ("Leak @jinpu by 10-31", "Leak 2020-10-31"),
      // Where a day is clear, numbers and other days are the title's.
      (
        "Half, 1/2, of pH 8.5 since 3 June @jinpu 10-31",
        "Half, 1/2, of pH 8.5 since 3 June 2020-10-31"
      ),
      ("Water of 10.31 mg @jinpu 31 Oct", "Water of 10.31 mg 2020-10-31"),
      ("Pit 3 may leak, 1/2 full @jinpu 12 Dec", "Pit 3 may leak, 1/2 full 2020-12-12"),
      ("Watch it 24/7 @jinpu !standing", "Watch it 24/7 -"),
    ])
  func days(line: String, expected: String) throws {
    let problem = try read(line)
    #expect(problem.title + " " + (problem.limit?.iso ?? "-") == expected)
  }

  @Test(
    "A name of several words is taken whole, and found by its pinyin",
    arguments: [
      ("BBQ @Jinpu !high 10-31 +blue sky", "BBQ | jinpu-new-area BS high dated 2020-10-31 -"),
      (
        "BBQ 10-31 +blu sky @Jinpu New Area stove",
        "BBQ stove | jinpu-new-area BS - dated 2020-10-31 -"
      ),
      ("+clear water BBQ 10-31 @jinpu", "BBQ | jinpu-new-area CW - dated 2020-10-31 -"),
      (
        "New leak @\"Jinpu\" new pipe 10-31",
        "New leak new pipe | jinpu-new-area BS - dated 2020-10-31 -"
      ),
      (
        "冒烟 @zhujianju 10-31",
        "冒烟 | municipal-housing-and-urban-rural-development-bureau BS - dated 2020-10-31 -"
      ),
      (
        "Water level high @jinpu 10-31 !low",
        "Water level high | jinpu-new-area BS low dated 2020-10-31 -"
      ),
      ("High smoke @jinpu 10-31", "High smoke | jinpu-new-area BS - dated 2020-10-31 -"),
    ])
  func names(line: String, expected: String) throws {
    #expect(try summary(line) == expected)
  }

  @Test("What cannot be understood is refused, with what there is to choose from")
  func refused() {
    let lines: [(String, FoundProblem.Fault)] = [
      ("@jinpu 10-31", .noTitle),
      ("Tank\0B @jinpu 10-31", .controlCharacter("U+0000")),
      ("Tank \u{1B}[31m @jinpu 10-31", .controlCharacter("U+001B")),
      ("Tank @\"+Har\u{9B}bour\" 10-31", .controlCharacter("U+009B")),
      ("Leak 10-31", .noUnit),
      ("Leak @jinpu", .noLimit),
      ("Leak @nobody 10-31", .unknown(.unit, "nobody", candidates: [])),
      (
        "Leak @jinpu 10-31 +XY",
        .unknown(.battle, "XY", candidates: ["BS", "CW", "BH", "AR"])
      ),
      ("Leak @jinpu 10-31 +B", .ambiguous(.battle, "B", candidates: ["BS", "BH"])),
      (
        "Leak @jinpu 10-31 !huge",
        .unknown(.risk, "huge", candidates: ["high", "medium", "low"])
      ),
      ("Leak @jinpu 10-31 #none", .unknown(.template, "none", candidates: ["works"])),
      ("Leak @jinpu @xigang 10-31", .twice(.unit)),
      ("Leak @jinpu 10-31 2020-11-30", .twice(.limit)),
      ("Leak @jinpu 03-31", .needsYear("03-31")),
      ("Leak @jinpu 3月31日", .needsYear("3月31日")),
      ("Leak @jinpu 2020-02-30", .badDay("2020-02-30")),
      ("Leak @jinpu 2月30日", .badDay("2月30日")),
      (
        "Leak @jinpu 3/4", .ambiguousDay("3/4", Day(iso: "2021-03-04")!, Day(iso: "2021-04-03")!)
      ),
      (
        "Leak @jinpu 11.12.2020",
        .ambiguousDay("11.12.2020", Day(iso: "2020-11-12")!, Day(iso: "2020-12-11")!)
      ),
      ("Leak @jinpu pH 8.5", .noLimit),
      ("Leak @jinpu 31 Oct 15 Nov", .twice(.limit)),
      ("Leak @jinpu 30 June", .needsYear("30 June")),
      ("Leak @jinpu 31 Nov", .badDay("31 Nov")),
      (
        "Leak @jinpu new pipe 10-31",
        .halfName(.unit, "jinpu new", first: "jinpu", candidates: ["jinpu-new-area"])
      ),
      ("Leak @jinpu 10-31 high", .bareRisk("high")),
      ("Leak @jinpu medium 10-31", .bareRisk("medium")),
      ("渗漏 @金普 10-31 高风险", .bareRisk("高风险")),
      ("Leak @jinpu 2020-07-30", .limitPassed(Day(iso: "2020-07-30")!)),
      ("Leak @jinpu !standing #works", .templateNeedsLimit("works")),
    ]
    for (line, fault) in lines {
      #expect(throws: fault, "\(line)") { try read(line) }
      for language in Language.allCases {
        let text = FoundProblem.sentence(for: fault, in: Self.chart, Words(language))
        #expect(!text.contains("{"), "\(text)")
      }
    }
    #expect(throws: FoundProblem.Fault.noBattle(["BS", "CW", "BH", "AR"])) {
      try read("Leak @jinpu 10-31", battle: nil)
    }
  }

  @Test("It becomes the next task of its battle, with one node on its limit that can be marked")
  func task() throws {
    let edit = try read("Leak @jinpu 10-31").edit(in: Self.chart, Ledger(), on: Self.day)
    let plan = try edit.applied(to: Self.chart)
    let task = try #require(plan.task("BS-23"))
    #expect(plan.tasks.firstIndex { $0.id == "BS-23" } == 22)
    #expect(task.risk == .medium)
    #expect(task.added == Self.day)
    #expect(task.nodes.map(\.due) == [Day(iso: "2020-10-31")])
    #expect(task.nodes[0].title["zh"] == "整改到位")
    #expect(task.nodes[0].title["en"] == "Done")
  }

  @Test(
    "With a template its nodes are laid back from the limit; where there is no time, it says so")
  func template() throws {
    let edit = try read("Build @jinpu 10-31 #works").edit(in: Self.chart, Ledger(), on: Self.day)
    let task = try #require(try edit.applied(to: Self.chart).task("BS-23"))
    #expect(task.nodes.map(\.due.iso) == ["2020-09-15", "2020-10-31"])
    #expect(throws: FoundProblem.Fault.self) {
      try read("Build @jinpu 2020-07-31 #works").edit(in: Self.chart, Ledger(), on: Self.day)
    }
  }

  @Test(
    "Ids go on as the battle's others do",
    arguments: [
      (["BS-01", "BS-22"], "BS-23"), ([], "B-01"), (["B-099", "B-7"], "B-100"),
      (["T1", "T2", "X-5"], "T3"), (["one", "two"], "B-01"), (["B-01x"], "B-01"),
      (["B-01", "C-9"], "B-02"),
    ])
  func ids(taken: [String], next: String) {
    var chart = Seeds.chart(taken.map { ($0, []) }, on: "2020-07-31").chart
    #expect(chart.nextTaskID(inBattle: "B") == next)
    // The id of another battle's task is not taken a second time.
    chart.battles.append(Chart.Battle(id: "C", name: Text("C")))
    chart.tasks.append(Chart.Task(id: next, battle: "C", title: Text("x"), unit: "u"))
    #expect(chart.nextTaskID(inBattle: "B") != next)
  }

  @Test("An id that entries name, of a task that left the plan, is not given to a new one")
  func idsOfEntries() throws {
    var ledger = Ledger()
    ledger.add(
      Entry(
        id: EntryID.random(), at: Moment(milliseconds: 0, offset: 0), by: "k.wang", unit: nil,
        task: "BS-23", on: Self.day, fact: .met(node: "1")))
    let edit = try read("Leak @jinpu 10-31").edit(in: Self.chart, ledger, on: Self.day)
    #expect(edit.task == "BS-24")
  }
}
