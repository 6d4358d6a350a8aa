import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Longer stories than one command's: what people of an office come to the chart for. Each ends in
/// a picture beside those of the commands.
struct OfficeStory: Sendable, CustomTestStringConvertible {
  var name: String
  var language: Language
  var keys: String
  var holds: @Sendable (Session) -> Bool
  var testDescription: String { name }

  init(
    _ name: String, _ language: Language, _ keys: String,
    _ holds: @escaping @Sendable (Session) -> Bool
  ) {
    (self.name, self.language, self.keys, self.holds) = (name, language, keys, holds)
  }

  static let all: [OfficeStory] = [
    OfficeStory("find-overdue-of-zhuanghe", .en, "/Zhuanghe<Enter>") {
      $0.selected == "BS-14/2" && $0.state.situation.status.tasks[13].standing == .red
    },
    OfficeStory("find-overdue-of-zhuanghe-zh", .zh, "/庄河<Enter>") { $0.selected == "BS-14/2" },
    OfficeStory("mark-with-evidence-zh", .zh, "/庄河<Enter><Space>e现场照片12<Enter>") {
      $0.ledger.map(\.fact.kind) == ["met", "note"] && $0.ledger[1].evidence == ["现场照片12"]
        && $0.state.situation.status.total[.red] == 7
    },
    OfficeStory("take-both-back-zh", .zh, "/庄河<Enter><Space>e现场照片12<Enter>uu") {
      $0.ledger.map(\.fact.kind) == ["met", "note", "undo", "undo"]
        && $0.state.situation.status.total[.red] == 8
    },
    OfficeStory("red-by-friday", .en, "}") {
      $0.frame.text(ofRow: 1).contains("10 red +2") && $0.said.contains("2 more red (CW-06")
    },
    OfficeStory("red-by-friday-zh", .zh, "}") {
      $0.said.contains("CW-06") && $0.said.contains("AR-15")
    },
    OfficeStory("what-pulandian-owes", .en, "fPul<Enter>f7") {
      $0.frame.text(ofRow: 0).contains("Pulandian") && $0.state.rows.count { !$0.isGroup } == 7
    },
    OfficeStory("what-pulandian-owes-zh", .zh, "fpld<Enter>f7") {
      $0.frame.text(ofRow: 0).contains("普兰店") && $0.state.rows.count { !$0.isGroup } == 7
    },
    OfficeStory("back-to-everything", .en, "fPul<Enter>f4F") {
      $0.state.showing.isWhole && $0.state.rows.count == 67
    },
    OfficeStory("by-pinyin-zh", .zh, "/swj<Enter>") { $0.selected.hasPrefix("CW-06/") },
    OfficeStory("several-at-once", .en, "..kVjjjjj<Space>") {
      $0.ledger.count == 2 && Set($0.ledger.map(\.at.milliseconds)).count == 1
    },
    OfficeStory("several-taken-back", .en, "..kVjjjjj<Space>u") {
      $0.ledger.map(\.fact.kind) == ["met", "met", "undo", "undo"]
        && $0.state.situation.status.total[.red] == 8
    },
    OfficeStory(
      "one-mark-of-several-zh", .zh, "..kVjjjjj<Space>gjjj<Space>"
    ) {
      $0.ledger.map(\.fact.kind) == ["met", "met", "undo"]
        && $0.state.situation.status.total[.red] == 7
    },
    OfficeStory("add-a-problem-zh", .zh, "a湾里河段垃圾堆放<Space>@金普新区<Space>！高<Space>10-31<Enter>") {
      $0.selected == "BS-23/1" && $0.state.situation.status.total.tasks == 64
    },
    OfficeStory(
      "mend-a-title", .en, "E<Enter><C-u>Four<Space>small<Space>boilers<Space>gone<Enter>"
    ) {
      $0.state.situation.chart.tasks[0].title["en"] == "Four small boilers gone"
        && $0.state.situation.chart.tasks[0].title["zh"]
          == Seeds.situation.chart.tasks[0].title["zh"]
    },
    OfficeStory("withdraw-and-bring-back", .en, "Ewithdraw<Enter>double<Enter>u") {
      $0.ledger.map(\.fact.kind) == ["edit", "undo"]
        && $0.state.situation.status.total.tasks == 63
    },
    OfficeStory("this-week-by-name", .en, "w2") {
      $0.state.axis == .calendar(.week) && $0.state.showing.filter == Filter(.due(.thisWeek))
    },
    OfficeStory("why-not", .en, ":undo") { $0.frame.text.contains("nothing to undo") },
    OfficeStory("report-in-full-zh", .zh, ".r3<Enter>拆除3台<Enter>缺资金<Enter>8月5日前到位<Enter><Enter>") {
      guard case .report(let report)? = $0.ledger.first?.fact else { return false }
      return report.count == 3 && report.progress == "拆除3台" && report.problem == "缺资金"
        && report.nextBy == Day(iso: "2020-08-05")
    },
    OfficeStory("quota-asks-the-count", .en, "lll<Space><Enter>") {
      $0.ledger.map(\.fact.kind) == ["report"]
    },
  ]
}

@Suite("A day at the office")
struct OfficeDayTests {
  @Test("A story ends as it should, in its picture", arguments: OfficeStory.all)
  func story(story: OfficeStory) throws {
    var session = Session(language: story.language)
    session.press(story.keys)
    let holds = story.holds(session)
    #expect(holds, "\(session.frame.text)")
    try Picture.compare(
      "keys \(story.keys)\n\(session.frame.text)\n", with: "Stories/\(story.name).story")
  }
}
