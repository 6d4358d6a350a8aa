import Testing
import WallChartStore
import WallChartWords

@testable import WallChartImport

@Suite("What columns and words of lists mean")
struct FieldTests {
  @Test(
    "Headers as offices write them",
    arguments: [
      ("编号", "id"), ("編號", "id"), (" 编 号 ", "id"), ("编号：", "id"), ("*编号", "id"), ("Task ID", "id"),
      ("攻坚战", "battle_zh"), ("战役", "battle_zh"), ("戰役", "battle_zh"), ("战役/攻坚战", "battle_zh"),
      ("Battle", "battle"), ("任务来源", "origin_zh"), ("origin", "origin"),
      ("存在问题", "problem_zh"), ("問題", "problem_zh"), ("Problem", "problem_en"),
      ("整改任务", "title_zh"), ("整改\n任务", "title_zh"), ("任务", "title_zh"), ("主要任务", "title_zh"),
      ("任务（英文）", "title_en"), ("Title", "title_en"), ("title_zh", "title_zh"),
      ("整改目标", "target_zh"), ("目标（验收标准）", "target_zh"), ("整改措施", "measures_zh"),
      ("责任单位", "unit_zh"), ("責任單位", "unit_zh"), ("责任单位(英文)", "unit_en"),
      ("Responsible unit", "unit_en"),
      ("牵头部门", "lead_zh"), ("牽頭單位", "lead_zh"), ("配合单位", "helpers_zh"), ("参与部门", "helpers_zh"),
      ("责任人", "officer"), ("完成时限", "deadline_zh"), ("整改時限", "deadline_zh"), ("时限", "deadline_zh"),
      ("整改时限（年/月/日）", "deadline_zh"), ("截止日期", "deadline"), ("Deadline", "deadline"),
      ("风险等级", "risk"), ("風險", "risk"), ("调度频次", "frequency"), ("数量", "quantity"),
      ("数量（台）", "quantity"), ("总数", "quantity"), ("单位（计量）", "quantity_unit_zh"),
      ("完成数", "quantity_done"), ("状态", "state"),
      ("节点名称", "node_zh"), ("节点时限", "node_due"), ("節點", "node_zh"), ("Milestone", "node_en"),
      ("n3_due", "n3_due"), ("节点1", "n1_zh"), ("节点１", "n1_zh"), ("节点一时限", "n1_due"),
      ("时间节点2", "n2_zh"), ("第一阶段", "n1_zh"), ("第十二个节点完成时间", "n12_due"), ("第2阶段目标数", "n2_quota"),
      ("第三节点实际完成日期", "n3_done"), ("Node 2", "n2_en"), ("Node 2 due", "n2_due"),
      ("Milestone 4 quota", "n4_quota"),
    ])
  func headers(_ header: String, _ field: String) {
    #expect(Field.name(of: header) == field)
  }

  @Test(
    "Headers that mean nothing, or nothing for sure",
    arguments: [
      "", "备注", "n0_due", "n01_due", "n1_what", "节点", "第零阶段", "节点1完成", "节点401", "6月", "序号", "单位",
      "时间节点", "完成时间", "完成情况", "x", "（）",
    ])
  func unknown(_ header: String) {
    let field = Field.name(of: header)
    #expect(field == (header == "节点" ? "node_zh" : nil))
  }

  @Test("No header stands for two fields, and each is in its plainest form")
  func table() {
    var seen: Set<String> = []
    for field in Field.table {
      for header in field.headers {
        #expect(seen.insert(header).inserted, "\(header)")
        #expect(HeaderText.plain(header) == header)
        #expect(Field.name(of: header) == field.name)
      }
    }
    for (header, fields) in Field.makeshift {
      #expect(seen.insert(header).inserted, "\(header)")
      #expect(fields.allSatisfy { Field.names.contains($0) })
    }
  }

  @Test(
    "Dates, weeks and months as headers; other numbers are none",
    arguments: [
      ("6月", "month(6)"), ("６月份", "month(6)"), ("十二月", "month(12)"), ("2020年6月", "2020 month(6)"),
      ("2020-06", "2020 month(6)"), ("2020.6", "2020 month(6)"), ("Jun", "month(6)"),
      ("Sept. 2020", "2020 month(9)"), ("2020 June", "2020 month(6)"),
      ("May-2020", "2020 month(5)"),
      ("第30周", "week(30)"), ("30週", "week(30)"), ("W30", "week(30)"), ("2020-W05", "2020 week(5)"),
      ("二〇二〇年六月", "2020 month(6)"), ("二零二零年第三十周", "2020 week(30)"),
      ("Week 7", "week(7)"), ("2020-06-15", "2020 day(month: 6, day: 15)"),
      ("2020/6/15", "2020 day(month: 6, day: 15)"), ("6月15日", "day(month: 6, day: 15)"),
      ("2020年6月15号", "2020 day(month: 6, day: 15)"), ("15 Jun", "day(month: 6, day: 15)"),
      ("June 15, 2020", "2020 day(month: 6, day: 15)"),
      ("15-Jun-2020", "2020 day(month: 6, day: 15)"),
      ("6", nil), ("2020", nil), ("2020年", nil), ("13月", nil), ("第54周", nil), ("6/15", nil),
      ("15/06/2020", nil), ("0999-06", nil), ("一季度", nil), ("6月底", nil), ("6月-8月", nil), ("月", nil),
      ("45123", nil), ("marks", nil), ("", nil), ("2020-06-15-1", nil),
      ("99999999999999999999月", nil),
    ])
  func dates(_ header: String, _ expected: String?) {
    let date = DateHeader(header)
    let said = date.map { ($0.year.map { "\($0) " } ?? "") + "\($0.period)" }
    #expect(said == expected)
  }

  @Test("Every week of the calendar has seven days, and the last ones lie in the next year")
  func weeks() {
    #expect(DateHeader("W53")?.days(in: 2020) == day("2020-12-28")...day("2021-01-03"))
    #expect(DateHeader("W53")?.days(in: 2021) == nil)
    #expect(DateHeader("W1")?.days(in: 2021) == day("2021-01-04")...day("2021-01-10"))
    #expect(DateHeader("2月")?.days(in: 2020)?.upperBound == day("2020-02-29"))
    #expect(DateHeader("2月30日")?.days(in: 2020) == nil)
  }

  @Test("Chinese numerals up to ninety-nine")
  func numerals() {
    let values = ["一", "九", "十", "十一", "二十", "九十九", "", "十十", "一二", "零", "十零", "三〇"]
      .map { ChineseNumber.value(of: $0) }
    #expect(values == [1, 9, 10, 11, 20, 99, nil, nil, nil, nil, nil, nil])
  }

  @Test("The words that the programs themselves show are understood in lists, in both scripts")
  func ownWords() {
    let words = Words(.zh)
    for risk in Chart.Risk.allCases { #expect(Chart.Risk(listWord: words.name(of: risk)) == risk) }
    for rhythm in Chart.Rhythm.allCases {
      #expect(Chart.Rhythm(listWord: words.name(of: rhythm)) == rhythm)
    }
    let stages: [(Stage, TaskRow.State)] = [
      (.notStarted, .notStarted), (.rectifying, .rectifying), (.submitted, .submitted),
      (.notice, .notice), (.crossedOff, .crossedOff),
    ]
    for (stage, state) in stages {
      #expect(TaskRow.State(listWord: words.name(of: stage)) == state)
    }
    #expect(Chart.Task.Term(listWord: words(.termAtOnce)) == .atOnce)
    #expect(Chart.Rhythm(listWord: " 每 週 ") == .weekly)
    #expect(TaskRow.State(listWord: "已銷號") == .crossedOff)
    #expect(Chart.Unit.Kind(listWord: "区市县") == .district)
    #expect(Chart.Risk(listWord: "较高") == nil)
    #expect(TaskRow.State(listWord: "已完成") == nil)
  }

  @Test("A word that is none is answered in its own language")
  func unknownWord() throws {
    let session = try ImportSession()
    #expect(
      try session.complaints([
        "编号,战役,任务,责任单位,截止日期,风险等级,状态", "T-1,蓝天,取缔,北区,2020-10-31,较高,已完成",
      ]) == [
        "list.csv:2:25 (row 1, column \"风险等级\"): \"较高\" is not one of: 高, 中, 低."
          + " Correct it, or rename the column to have it passed over.",
        "list.csv:2:28 (row 1, column \"状态\"): \"已完成\" is not one of: 未启动, 整改中, 待验收, 公示中, 已销号."
          + " Correct it, or rename the column to have it passed over.",
        "2 findings: nothing was imported.",
      ])
  }
}
