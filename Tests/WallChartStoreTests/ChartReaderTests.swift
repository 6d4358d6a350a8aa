import Testing

@testable import WallChartStore

struct ChartReaderTests {
  private func read(_ text: String) throws -> Chart {
    try ChartReader.read(Array(text.utf8), file: "chart.json")
  }

  private func findings(_ bytes: some Sequence<UInt8>) -> [Finding] {
    do {
      _ = try ChartReader.read(Array(bytes), file: "chart.json")
      return []
    } catch let finding as Finding {
      return [finding]
    } catch StoreError.invalid(let findings) {
      return findings
    } catch {
      Issue.record(error)
      return []
    }
  }

  @Test("Every member of a plan is read")
  func members() throws {
    let chart = try read(Sample.planText)
    #expect(chart.title["zh"] == "大连市2020年污染防治攻坚战")
    #expect(chart.asOf == day("2020-07-31"))
    #expect(chart.units.map(\.kind) == [.district, .bureau])
    #expect(chart.unit("housing")?.short?["en"] == "Housing")
    let task = try #require(chart.task("BS-01"))
    #expect(task.lead == "housing")
    #expect(task.risk == .low)
    #expect(task.limit == day("2020-10-31"))
    #expect(task.limitText == "10月底前")
    #expect(task.quantity?.total == 4)
    #expect(task.wallTitle["en"] == "4 small boilers")
    #expect(task.nodes.map(\.id) == ["1", "4"])
    #expect(task.node("4")?.quota == 4)
  }

  @Test("What is optional may be missing")
  func defaults() throws {
    let chart = try read("{\"format\": \"wallchart/1\", \"title\": \"Empty\"}")
    #expect(chart.rules == Chart.Rules())
    #expect(chart.tasks.isEmpty)
    #expect(chart.asOf == nil)
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var line: Int
    var column: Int
    var fault: Fault
    var testDescription: String { new }

    init(_ old: String, _ new: String, _ line: Int, _ column: Int, _ fault: Fault) {
      self.old = old
      self.new = new
      self.line = line
      self.column = column
      self.fault = fault
    }
  }

  private static let node4 = "{\"id\": \"4\", \"due\": \"2020-09-30\""

  @Test(
    "A plan that breaks a rule is refused at the object that breaks it",
    arguments: [
      Broken(
        "\"battle\": \"BS\"", "\"battle\": \"XX\"", 14, 1, .noSuchBattle("XX")),
      Broken("\"unit\": \"jinpu\"", "\"unit\": \"xx\"", 14, 1, .noSuchUnit("xx")),
      Broken("\"lead\": \"housing\"", "\"lead\": \"xx\"", 14, 1, .noSuchUnit("xx")),
      Broken(
        "\"lead\": \"housing\"", "\"helpers\": [\"jinpu\", \"xx\"]", 14, 1, .noSuchUnit("xx")),
      Broken("\"limit\": \"2020-10-31\", ", "", 14, 1, .noLimit(task: "BS-01")),
      Broken(
        "\"due\": \"2020-06-13\"", "\"due\": \"2020-10-01\"", 14, 1,
        .nodesOutOfOrder(task: "BS-01", node: "4")),
      Broken(
        "\"limit\": \"2020-10-31\"", "\"limit\": \"2020-09-29\"", 14, 1,
        .nodeAfterLimit(task: "BS-01", node: "4")),
      Broken(
        "\"quota\": 4", "\"quota\": 5", 14, 1, .quotaAboveTotal(task: "BS-01", node: "4")),
      Broken(
        "\"zh\": \"完成85%\"}, \"quota\": 4}",
        "\"zh\": \"完成85%\"}, \"quota\": 4}, {\"id\": \"5\", \"due\": \"2020-10-01\", \"title\": \"x\", \"quota\": 3}",
        14, 1, .quotaFalls(task: "BS-01", node: "5")),
      Broken(
        "\"quantity\": {\"total\": 4, \"of\": {\"en\": \"boilers\", \"zh\": \"台\"}}, ", "", 14, 1,
        .quotaWithoutQuantity(task: "BS-01", node: "4")),
      Broken(
        node4, "{\"id\": \"1\", \"due\": \"2020-09-30\"", 14, 1, .duplicateIdentifier("BS-01/1")),
    ])
  func rules(row: Broken) throws {
    let text = Sample.planText.replacing(row.old, with: row.new)
    try #require(text != Sample.planText)
    #expect(
      findings(text.utf8)
        == [Finding(file: "chart.json", line: row.line, column: row.column, fault: row.fault)])
  }

  @Test("Two tasks, units or battles with one id are refused at the second")
  func duplicateTasks() throws {
    let lines = Sample.planText.split(separator: "\n", omittingEmptySubsequences: false)
    let twice = lines[..<13] + [lines[13] + ","] + lines[13...]
    #expect(
      findings(twice.joined(separator: "\n").utf8)
        == [Finding(file: "chart.json", line: 15, column: 1, fault: .duplicateIdentifier("BS-01"))])
    let units = lines[..<10] + [lines[9]] + lines[10...]
    #expect(
      findings(units.joined(separator: "\n").utf8)
        == [Finding(file: "chart.json", line: 11, column: 1, fault: .duplicateIdentifier("jinpu"))])
    let battles = lines[..<6] + [lines[6] + ","] + lines[6...]
    #expect(
      findings(battles.joined(separator: "\n").utf8)
        == [Finding(file: "chart.json", line: 8, column: 1, fault: .duplicateIdentifier("BS"))])
  }

  @Test("Of twenty thousand broken tasks each is named in its place")
  func manyBroken() {
    let count = 20_000
    var text = "{\"format\": \"wallchart/1\", \"title\": \"大连\", \"tasks\": [\n"
    for number in 1...count {
      // Two tasks a line.
      text += number % 2 == 0 ? ", " : number > 1 ? ",\n" : ""
      text += "{\"id\": \"\(number)\", \"battle\": \"BS\", \"title\": \"锅炉\", \"unit\": \"u\"}"
    }
    // Found before the tasks, though it stands behind them.
    text += "],\n\"battles\": [{\"id\": \"A\", \"name\": \"a\"}, {\"id\": \"A\", \"name\": \"b\"}]}"
    let found = findings(text.utf8)
    #expect(found.count == 3 * count + 1)
    let battle = Finding(
      file: "chart.json", line: count / 2 + 2, column: 39, fault: .duplicateIdentifier("A"))
    #expect(found.first == battle)
    #expect(found[1] == Finding(file: "chart.json", line: 2, column: 1, fault: .noSuchBattle("BS")))
    let last = Finding(
      file: "chart.json", line: count / 2 + 1, column: 62, fault: .noLimit(task: "\(count)"))
    #expect(found.last == last)
  }

  @Test(
    "A value that is not what its member asks for is refused where it stands",
    arguments: [
      Broken("wallchart/1", "wallchart/2", 2, 11, .unknownFormat("wallchart/2")),
      Broken("wallchart/1", "wallchart/10", 2, 11, .unknownFormat("wallchart/10")),
      Broken("\"format\": \"wallchart/1\",\n", "", 1, 1, .missingMember("format")),
      Broken(", \"unit\": \"jinpu\"", "", 14, 1, .missingMember("unit")),
      Broken("2020-06-13", "2020-02-30", 14, 364, .badDay("2020-02-30")),
      Broken(
        "\"risk\": \"low\"", "\"risk\": \"none\"", 14, 204,
        .unknownWord("none", allowed: ["high", "medium", "low"])),
      Broken("\"id\": \"BS-01\"", "\"id\": \"BS 01\"", 14, 8, .badIdentifier("BS 01")),
      Broken("\"id\": \"BS-01\"", "\"id\": \"\"", 14, 8, .badIdentifier("")),
      Broken("\"id\": \"BS-01\"", "\"id\": \"大连\"", 14, 8, .badIdentifier("大连")),
      Broken(
        "\"id\": \"BS-01\"", "\"id\": null", 14, 8, .expected(.text, found: "null")),
      Broken("\"graceDays\": 7", "\"graceDays\": -1", 5, 24, .badNumber("-1")),
      Broken("\"graceDays\": 7", "\"graceDays\": 7.0", 5, 24, .badNumber("7.0")),
      Broken(
        "\"noticeDays\": 5", "\"noticeDays\": 9007199254740991", 5, 59,
        .badNumber("9007199254740991")),
      Broken(
        "\"high\": \"daily\"", "\"hihg\": \"daily\"", 5, 72,
        .unknownWord("hihg", allowed: ["high", "medium", "low"])),
    ])
  func values(row: Broken) throws {
    let text = Sample.planText.replacing(row.old, with: row.new)
    try #require(text != Sample.planText)
    #expect(
      findings(text.utf8)
        == [Finding(file: "chart.json", line: row.line, column: row.column, fault: row.fault)])
  }

  @Test("A later minor format is read and kept")
  func minorFormat() throws {
    let text = Sample.planText.replacing("wallchart/1", with: "wallchart/1.9")
    #expect(ChartWriter.bytes(of: try read(text)) == Array(text.utf8))
  }

  @Test(
    "A file that is no plan at all says what it is",
    arguments: [
      ([], .empty), ([0x20, 0x0A], .empty), (Array(repeating: 0, count: 4096), .empty),
      ([0xEF, 0xBB, 0xBF, 0x7B, 0x7D], .byteOrderMark), ([0xFF, 0xFE, 0x7B, 0x00], .byteOrderMark),
      ([0xFE, 0xFF, 0x00, 0x7B], .byteOrderMark),
      ([0x7B, 0x00, 0x7D, 0x00], .expected(.memberName, found: "\0")),
      (Array("[]".utf8), .expected(.object, found: "[]")),
      (Array("<<<<<<< HEAD\n".utf8), .mergeConflict),
    ] as [([UInt8], Fault)])
  func noPlan(bytes: [UInt8], fault: Fault) {
    #expect(findings(bytes).map(\.fault) == [fault])
    #expect(findings(bytes).first?.line == 1)
  }

  @Test("A plan cut off at any byte is refused, never read as a smaller plan")
  func cutOff() {
    let bytes = Array(Sample.planText.utf8)
    // Without its last line feed it is whole.
    for count in 0..<bytes.count - 2 where findings(bytes[..<count]).count != 1 {
      Issue.record("cut off after \(count) bytes it was accepted")
    }
    #expect(findings(bytes.dropLast()).isEmpty)
  }
}
