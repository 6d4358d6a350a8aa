import Testing

@testable import WallChartStore

@Suite("Words for limits and templates in the rules of a plan")
struct TemplateTests {
  private static let rules = """
    , "limitWords": {"采暖期前": "10-31", "leap day": "02-29"}, \
    "templates": {"works": [{"title": {"en": "Plan fixed", "zh": "方案确定"}, "share": 25}, \
    {"title": "Most", "daysBefore": 10, "quotaShare": 85, "x-later": [1.50]}, \
    {"title": "All", "quotaShare": 100}], "empty": []}, "x-rules": null
    """

  private static func text(_ rules: String = rules) -> String {
    Sample.planText.replacing("\"flags\": \"lights\"", with: "\"flags\": \"lights\"" + rules)
  }

  private func read(_ text: String) throws -> Chart {
    try ChartReader.read(Array(text.utf8), file: "chart.json")
  }

  @Test("They are read in the order of the file, and written byte for byte")
  func roundTrip() throws {
    let chart = try read(Self.text())
    #expect(chart.rules.limitWords.map(\.words) == ["采暖期前", "leap day"])
    #expect(chart.rules.limitWords.map(\.day.iso) == ["10-31", "02-29"])
    #expect(chart.rules.templates.map(\.name) == ["works", "empty"])
    let steps = chart.rules.templates[0].steps
    #expect(steps.map(\.due) == [.share(25), .daysBefore(10), .limit])
    #expect(steps.map(\.quotaShare) == [nil, 85, 100])
    #expect(steps[0].title == Text(en: "Plan fixed", zh: "方案确定"))
    #expect(chart.rules.unknown.map(\.name) == ["x-rules"])
    #expect(String(decoding: ChartWriter.bytes(of: chart), as: UTF8.self) == Self.text())
  }

  @Test("A plan that states none has none, and says nothing of them")
  func none() throws {
    let chart = try read(Self.text(#", "limitWords": {}, "templates": {}"#))
    #expect(chart.rules.limitWords.isEmpty && chart.rules.templates.isEmpty)
    #expect(String(decoding: ChartWriter.bytes(of: chart), as: UTF8.self) == Sample.planText)
  }

  private static func step(_ steps: String) -> String { #", "templates": {"a": [\#(steps)]}"# }

  @Test(
    "What cannot be meant is found where it stands",
    arguments: [
      (#", "limitWords": {"a": "10-32"}"#, Fault.badDayOfYear("10-32")),
      (#", "limitWords": {"a": "2020-10-31"}"#, .badDayOfYear("2020-10-31")),
      (#", "limitWords": {"a": "1-1"}"#, .badDayOfYear("1-1")),
      (#", "limitWords": {"a": ""}"#, .badDayOfYear("")),
      (step(#"{"share": 20}"#), .missingMember("title")),
      (step(#"{"title": "a", "share": 101}"#), .badNumber("101")),
      (step(#"{"title": "a", "share": -1}"#), .badNumber("-1")),
      (step(#"{"title": "a", "daysBefore": -1}"#), .badNumber("-1")),
      (step(#"{"title": "a", "daysBefore": 40000}"#), .badNumber("40000")),
      (step(#"{"title": "a", "quotaShare": 0}"#), .badNumber("0")),
      (step(#"{"title": "a", "quotaShare": 101}"#), .badNumber("101")),
      (
        step(#"{"title": "a", "share": 20, "daysBefore": 5}"#),
        .stepDueTwice(template: "a", step: 1)
      ),
      (
        step(#"{"title": "a", "share": 20}, {"title": "b", "share": 20}"#),
        .stepOutOfOrder(template: "a", step: 2)
      ),
      (
        step(#"{"title": "a", "daysBefore": 5}, {"title": "b", "daysBefore": 6}"#),
        .stepOutOfOrder(template: "a", step: 2)
      ),
      (
        step(#"{"title": "a"}, {"title": "b", "share": 20}"#),
        .stepOutOfOrder(template: "a", step: 2)
      ),
      (
        step(#"{"title": "a", "share": 100}, {"title": "b"}"#),
        .stepOutOfOrder(template: "a", step: 2)
      ),
      (
        step(
          #"{"title": "a", "share": 1, "quotaShare": 50}, {"title": "b", "share": 2}, "#
            + #"{"title": "c", "quotaShare": 40}"#),
        .stepOutOfOrder(template: "a", step: 3)
      ),
    ])
  func refused(rules: String, fault: Fault) throws {
    let finding = #expect(throws: Finding.self) { try read(Self.text(rules)) }
    #expect(finding?.fault == fault)
    #expect(finding?.line == 5)
  }

  @Test("Twice the same word is refused")
  func duplicates() {
    let finding = #expect(throws: Finding.self) {
      try read(Self.text(#", "limitWords": {"a": "10-31", "a": "10-30"}"#))
    }
    guard case .duplicateMember("a", _, _)? = finding?.fault else {
      Issue.record("\(String(describing: finding))")
      return
    }
  }

  @Test("A day of every year is one that some year has")
  func daysOfYear() throws {
    #expect(DayOfYear(month: 2, day: 29)?.iso == "02-29")
    #expect(DayOfYear(month: 2, day: 30) == nil)
    #expect(DayOfYear(iso: "02-29")?.day(in: 2020) == day("2020-02-29"))
    #expect(DayOfYear(iso: "02-29")?.day(in: 2021) == nil)
    #expect(DayOfYear(iso: "10-31")?.day(in: 20_200) == nil)
    for text in ["", "10", "10-3", "2020-10-31", "13-01", "00-01", "10-31 ", "１０-31"] {
      #expect(DayOfYear(iso: text) == nil, "\(text)")
    }
  }
}
