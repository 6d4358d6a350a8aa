import Testing

@testable import WallChartStore

struct ChartWriterTests {
  private func rewritten(_ text: String) throws -> String {
    let chart = try ChartReader.read(Array(text.utf8), file: "chart.json")
    return String(decoding: ChartWriter.bytes(of: chart), as: UTF8.self)
  }

  @Test("A plan reads and writes byte for byte")
  func byteStable() throws {
    #expect(try rewritten(Sample.planText) == Sample.planText)
  }

  @Test("A plan that another program wrote in the same form stays as it is")
  func otherProgram() throws {
    let text = """
      {
      "format": "wallchart/1",
      "title": {"en": "Generated chart of 1 tasks", "zh": "1项任务的示例"},
      "asOf": "2020-07-31",
      "rules": {"graceDays": 7, "dueSoonDays": 7, "noticeDays": 5, "rhythm": {"high": "daily", "medium": "weekly", "low": "monthly"}, "flags": "lights"},
      "battles": [
      {"id": "BS", "name": {"en": "Blue sky", "zh": "蓝天"}}
      ],
      "units": [
      {"id": "jinpu", "name": {"en": "Jinpu New Area", "zh": "金普新区"}, "kind": "district"},
      {"id": "eeb", "name": {"en": "Ecology and Environment Bureau", "zh": "市生态环境局"}, "kind": "bureau"}
      ],
      "tasks": [
      {"id": "T000001", "battle": "BS", "title": {"en": "Dredge 65 sea outfalls", "zh": "清淤入海排污口65处"}, "unit": "jinpu", "lead": "eeb", "risk": "high", "term": "dated", "limit": "2020-05-28", "quantity": {"total": 65, "of": {"en": "sites", "zh": "处"}}, "nodes": [{"id": "1", "due": "2020-04-14", "title": {"en": "Plan fixed", "zh": "方案确定"}}, {"id": "2", "due": "2020-05-28", "title": {"en": "Work started", "zh": "开工"}, "quota": 65}]}
      ]
      }

      """
    #expect(try rewritten(text) == text)
  }

  @Test("Members of a later version survive at every level, and their values byte for byte")
  func unknownMembers() throws {
    let value = "{\"deep\" : [1.50, \"\\u00e9\\/\",  null]}"
    var text = Sample.planText
    for (place, member) in [
      ("\"flags\": \"lights\"", "x-rules"), ("\"zh\": \"蓝天\"}", "x-battle"),
      ("\"kind\": \"district\"", "x-unit"), ("\"zh\": \"台\"}", "x-quantity"),
      ("\"zh\": \"通告下发\"}", "x-node"), ("\"quota\": 4}]", "x-task"),
    ] {
      text = text.replacing(place, with: "\(place), \"\(member)\": \(value)")
    }
    text = text.replacing("]\n}\n", with: "],\n\"x-chart\": \(value)\n}\n")
    #expect(text.ranges(of: value).count == 7)
    #expect(try rewritten(text) == text)
  }

  @Test("All optional members are written in one order, and read back equal")
  func everything() throws {
    var chart = Sample.chart
    chart.asOf = day("2020-07-31")
    chart.rules.holidays = [day("2020-10-01")]
    chart.rules.workdays = [day("2020-10-10")]
    chart.rules.limitWords = [
      Chart.LimitWord(words: "采暖期前 \"", day: try #require(DayOfYear(month: 10, day: 31)))
    ]
    chart.rules.templates = [
      Chart.Template(
        name: "works",
        steps: [
          Chart.Template.Step(title: try #require(Text(en: "Plan", zh: "方案")), due: .share(25)),
          Chart.Template.Step(title: Text("Most"), due: .daysBefore(10), quotaShare: 85),
          Chart.Template.Step(title: Text("All"), due: .limit, quotaShare: 100),
        ])
    ]
    chart.rules.flags = .flags
    chart.tasks[0].short = Text(en: "boilers", zh: "锅炉")
    chart.tasks[0].lead = "epb"
    chart.tasks[0].helpers = ["epb", "jinpu"]
    chart.tasks[0].officer = "王 \"K\" \\ \n"
    chart.tasks[0].origin = Text("inspection")
    chart.tasks[0].problem = Text("smoke")
    chart.tasks[0].target = Text("none")
    chart.tasks[0].measures = Text("shut down")
    chart.tasks[0].withdrawn = day("2020-07-30")
    chart.tasks[1].term = .standing
    chart.tasks[1].limit = nil
    let bytes = ChartWriter.bytes(of: chart)
    let read = try ChartReader.read(bytes, file: "chart.json")
    #expect(read == chart)
    #expect(ChartWriter.bytes(of: read) == bytes)
  }

  @Test("One task stands on one line")
  func lines() {
    let text = String(decoding: ChartWriter.bytes(of: Sample.chart), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.contains("\"battle\":") }
    #expect(lines.count == 2)
    #expect(text.hasSuffix("]\n}\n"))
  }
}
