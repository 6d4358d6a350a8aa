import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The ledger as sentences")
struct LogTests {
  static func report(
    _ entries: [Entry], _ selection: LogReport.Selection = LogReport.Selection(),
    _ situation: Situation = NewsTests.situation(), language: Language = .en
  ) -> LogReport {
    var situation = situation
    entries.forEach { situation.add($0) }
    return LogReport(of: situation, selection, words: Words(language), dot: "·")
  }

  private static func lines(_ report: LogReport) -> [String] {
    report.entries.map { report.line(of: $0) }
  }

  /// What can be said, with a part of its sentence in English and in Chinese.
  private static let kinds: [(fact: Fact, english: String, chinese: String)] = {
    let day = Day(iso: "2020-08-05") ?? Day(number: 0)
    var count = Fact.Report(count: 3)
    count.problem = "rain"
    var visit = Fact.Note(text: "boilers cold", node: nil)
    visit.isLookBack = true
    var closing = Fact.Meeting(rhythm: .weekly, isClosing: true)
    closing.bulletin = 3
    return [
      (.met(node: "1"), "Node 1: met", "Node 1：完成"),
      (.report(count), "report: 3 done, problem: rain", "报送：已完成3、问题：rain"),
      (.submit, "submitted for verification", "提交验收"),
      (.verify(noticeUntil: day), "public notice until 5 Aug 2020", "公示至2020年8月5日"),
      (.return(reason: "no photo"), "sent back, because: no photo", "退回整改，原因：no photo"),
      (.crossOff, "crossed off", "销号"),
      (
        .reopen(reason: "smoke", isFalse: true), "reopened as false, because: smoke",
        "认定虚假整改，重新整改，原因：smoke"
      ),
      (
        .reopen(reason: "smoke", isFalse: false), "reopened, the problem came back, because: smoke",
        "问题反弹，重新整改，原因：smoke"
      ),
      (
        .extend(Fact.Extension(from: day, to: day + 1, approvedBy: "the mayor", reason: "rain")),
        "limit extended from 5 Aug 2020 to 6 Aug 2020, approved by the mayor, because: rain",
        "整改时限由2020年8月5日延至2020年8月6日，批准：the mayor，原因：rain"
      ),
      (.supervise, "put under supervision", "挂牌督办"),
      (.release, "released from supervision", "解除督办"),
      (.note(Fact.Note(text: "phoned", node: "2")), "Node 2: note: phoned", "Node 2：记录：phoned"),
      (.note(visit), "look-back, all in order: boilers cold", "回头看，未发现问题：boilers cold"),
      (
        .undo(of: EntryID(high: 5, low: 5), reason: "wrong"),
        "took back an entry that is not here, because: wrong", "撤销一条此处没有的记录，原因：wrong"
      ),
      (.edit(set: #"{"risk":["low","high"]}"#), "changed risk from", "由“低风险”改为“高风险”"),
      (
        .meeting(Fact.Meeting(rhythm: .daily, isClosing: false)),
        "opened the daily scheduling meeting", "日调度会开始"
      ),
      (
        .meeting(closing), "closed the weekly scheduling meeting, bulletin no. 3",
        "周调度会结束，通报第3期"
      ),
      (
        .import(Fact.Import(file: "a.xlsx", sha256: "", added: 2, changed: 1, withdrawn: 0)),
        "imported the list a.xlsx: 2 new, 1 changed, 0 withdrawn",
        "导入任务清单a.xlsx：新增2项，变更1项，移出0项"
      ),
      (.unknown(kind: "praise"), "an entry of a later version: praise", "较新版本的记录：praise"),
    ]
  }()

  @Test("Every kind of entry is a sentence in both languages", arguments: Language.allCases)
  func everyKind(language: Language) throws {
    for (n, kind) in Self.kinds.enumerated() {
      let isGeneral = ["meeting", "import"].contains(kind.fact.kind)
      let entry = try NewsTests.entry(n, kind.fact, isGeneral ? nil : "A", on: "2020-07-20")
      let report = Self.report([entry], language: language)
      let line = report.line(of: entry)
      #expect(line.contains(language == .en ? kind.english : kind.chinese), "\(line)")
      #expect(line.hasPrefix("2020-07-20 10:00  " + (isGeneral ? "Wang" : "A Title A · Wang")))
      #expect(!line.contains("{"), "\(line)")
    }
    #expect(Set(Self.kinds.map(\.fact.kind)).count == 16)
  }

  @Test("Newest first, by what was written last, even where a clock was set back")
  func order() throws {
    var late = try NewsTests.entry(1, .release, "A", on: "2020-07-20")
    // What its file says of the order.
    late.turn = try NewsTests.entry(1, .release, "A", on: "2020-07-22").turn
    let early = try NewsTests.entry(0, .supervise, "A", on: "2020-07-21")
    let report = Self.report([early, late])
    #expect(report.entries.map(\.fact) == [.release, .supervise])
  }

  @Test("A mark that was taken back stays in the log and says so, and so does what took it back")
  func takenBack() throws {
    let mark = try NewsTests.entry(0, .met(node: "1"), "A", on: "2020-07-20")
    let undo = try NewsTests.entry(
      1, .undo(of: mark.id, reason: "wrong node"), "A", on: "2020-07-20", written: "2020-07-29")
    var redo = try NewsTests.entry(
      2, .undo(of: undo.id, reason: nil), "A", on: "2020-07-20", written: "2020-07-30")
    #expect(
      Self.lines(Self.report([mark, undo])) == [
        "2020-07-29 10:00  A Title A · Wang: took back: Node 1: met (Wang), because: wrong node, "
          + "dated 20 Jul, entered 9 days later",
        "2020-07-20 10:00  A Title A · Wang: Node 1: met, taken back since",
      ])
    redo.by = "Zhao"
    let lines = Self.lines(Self.report([mark, undo, redo]))
    #expect(lines[0].contains("Zhao: brought back: Node 1: met (Wang)"))
    #expect(lines[1].contains("taken back since"))
    #expect(!lines[2].contains("taken back"))
    let list = Fact.Import(file: "a.csv", sha256: "", added: 1, changed: 0, withdrawn: 0)
    let first = try NewsTests.entry(3, .import(list), nil, on: "2020-07-20")
    let gone = try NewsTests.entry(4, .undo(of: first.id, reason: nil), nil, on: "2020-07-20")
    #expect(
      Self.lines(Self.report([first, gone]))[0].contains("took back: imported the list a.csv"))
    #expect(Self.lines(Self.report([first, gone]))[1].contains("withdrawn, taken back since"))
  }

  @Test("It is narrowed by task, responsible unit, person and the days of writing")
  func filters() throws {
    var chart = NewsTests.situation().chart
    chart.units.append(Chart.Unit(id: "v", name: Text("V"), kind: .district))
    chart.tasks[1].unit = "v"
    let situation = Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf))
    var zhao = try NewsTests.entry(2, .met(node: "1"), "B", on: "2020-07-20", written: "2020-07-23")
    zhao.by = "Zhao Li"
    let entries = [
      try NewsTests.meeting(0, seen: -1, on: "2020-07-20"),
      try NewsTests.entry(1, .met(node: "1"), "A", on: "2020-07-21"), zhao,
      try NewsTests.entry(3, .supervise, "gone", on: "2020-07-25"),
    ]
    func tasks(_ change: (inout LogReport.Selection) -> Void) -> [String] {
      var selection = LogReport.Selection()
      change(&selection)
      return Self.report(entries, selection, situation).entries.map { $0.task ?? "-" }
    }
    #expect(tasks { _ in } == ["gone", "B", "A", "-"])
    #expect(tasks { $0.task = "A" } == ["A"])
    #expect(tasks { $0.task = "gone" } == ["gone"])
    #expect(tasks { $0.responsible = "v" } == ["B"])
    #expect(tasks { $0.person = "zhao" } == ["B"])
    #expect(tasks { $0.since = Day(iso: "2020-07-23") } == ["gone", "B"])
    // Written on the 23rd, whatever day it claims.
    #expect(tasks { $0.until = Day(iso: "2020-07-22") } == ["A", "-"])
    #expect(tasks { $0.through = Day(iso: "2020-07-20") } == ["B", "-"])
    #expect(
      tasks {
        $0.responsible = "u"
        $0.person = "WANG"
        $0.since = Day(iso: "2020-07-21")
      } == ["A"])
  }

  @Test("For scripts: the entry as in the ledger, one object a line, and what is known of it")
  func json() throws {
    var late = try NewsTests.entry(
      0, .note(Fact.Note(text: "a \"b\"\u{1B}[2J", node: nil)), "A", on: "2020-06-01",
      written: "2020-07-20")
    late.evidence = ["photo\n1"]
    var chart = NewsTests.situation().chart
    chart.asOf = nil
    let situation = Situation(
      chart: chart, ledger: Ledger(), on: try #require(Day(iso: "2020-07-31")))
    let report = Self.report([late], LogReport.Selection(), situation)
    let text = report.json(of: late)
    #expect(!text.unicodeScalars.contains { $0.value < 32 || $0.value == 127 })
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["id"] as? String == late.id.text)
    #expect(json["text"] as? String == "a \"b\"\u{1B}[2J")
    #expect(json["evidence"] as? [String] == ["photo\n1"])
    #expect(json["enteredLater"] as? Int == 49)
    #expect(json["takenBack"] as? Bool == false)
    #expect((json["sentence"] as? String)?.contains("note: a \"b\"␛[2J") == true)
    let signs = try #require(json["signs"] as? [[String: Any]])
    #expect(signs.count == 1)
    #expect(signs[0]["sign"] as? String == "enteredLate")
    #expect(signs[0]["days"] as? Int == 49)
  }

  @Test("Signs of perfunctory work stand behind the sentence, and alone where they are asked for")
  func signs() throws {
    var chart = NewsTests.situation().chart
    chart.asOf = nil
    let situation = Situation(
      chart: chart, ledger: Ledger(), on: try #require(Day(iso: "2020-07-31")))
    var entries: [Entry] = []
    for (n, task) in ["A", "B"].enumerated() {
      var mark = try NewsTests.entry(n, .met(node: "1"), task, on: "2020-07-20")
      mark.evidence = ["photo  of the gate"]
      entries.append(mark)
    }
    entries.append(try NewsTests.entry(2, .supervise, "C", on: "2020-07-21"))
    let all = Self.report(entries, LogReport.Selection(), situation)
    #expect(all.entries.count == 3)
    #expect(
      Self.lines(all)[2].hasSuffix(
        "[the same evidence was handed in for B: photo  of the gate]"))
    var selection = LogReport.Selection()
    selection.hasSigns = true
    #expect(Self.report(entries, selection, situation).entries.map(\.task) == ["B", "A"])
    let chinese = Self.report(entries, selection, situation, language: .zh)
    #expect(Self.lines(chinese)[0].hasSuffix("[同一佐证也用于A：photo  of the gate]"))
  }

  @Test("The seeds' ledger has a line for every entry, and no two spellings of one fact")
  func seeds() {
    let report = Self.report([], LogReport.Selection(), Seeds.situation)
    #expect(report.entries.count == 153)
    #expect(Set(Self.lines(report)).count == 153)
    #expect(Self.lines(report).last?.contains("imported the list dalian-tasks.csv: 63 new") == true)
  }
}
