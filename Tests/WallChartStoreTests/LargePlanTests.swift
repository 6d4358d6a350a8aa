import Testing

@testable import WallChartStore

/// Plans so large that their later half is read on another thread: what is read, and what is said
/// of a broken one, is the same as when it is read from beginning to end.
struct LargePlanTests {
  /// A task a line, as our own writer has them.
  private static let lines = (0..<1500).map { number in
    let nodes = (1...4).map { node in
      "{\"id\": \"\(node)\", \"due\": \"2020-0\(node + 4)-15\", "
        + "\"title\": {\"en\": \"Step \(node)\", \"zh\": \"第\(node)步\"}}"
    }
    return "    {\"id\": \"T\(number)\", \"battle\": \"BS\", \"title\": \"Pit \(number)\", "
      + "\"unit\": \"jinpu\", \"limit\": \"2020-10-31\", \"nodes\": [\(nodes.joined(separator: ", "))]}"
  }

  private static let head = """
    {"format": "wallchart/1", "title": "Pits",
      "battles": [{"id": "BS", "name": "Blue sky"}],
      "units": [{"id": "jinpu", "name": "Jinpu", "kind": "district"}],
      "tasks": [

    """
  private static let foot = "\n  ],\n  \"later\": {\"a\": 1}\n}\n"

  private func plan(_ lines: [String] = lines, between: String = ",\n") -> String {
    Self.head + lines.joined(separator: between) + Self.foot
  }

  private func finding(_ text: String) -> Finding? {
    do {
      _ = try ChartReader.read(Array(text.utf8), file: "chart.json")
      return nil
    } catch let finding as Finding {
      return finding
    } catch StoreError.invalid(let findings) {
      return findings.first
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test("A plan of a task a line and the same plan in few lines are read as the same")
  func oneLine() throws {
    let text = plan()
    #expect(text.utf8.count > 1 << 19)
    let chart = try ChartReader.readWithPlaces(Array(text.utf8), file: "chart.json")
    let single = try ChartReader.read(Array(plan(between: ", ").utf8), file: "chart.json")
    #expect(chart.chart.tasks == single.tasks)
    #expect(chart.chart.tasks.map(\.id) == (0..<1500).map { "T\($0)" })
    #expect(chart.chart.unknown == [UnknownMember(name: "later", value: "{\"a\": 1}")])
    let bytes = Array(text.utf8)
    #expect(
      chart.tasks.allSatisfy { bytes[$0...].starts(with: "{\"id\": \"T".utf8) })
    #expect(chart.tasks == chart.tasks.sorted() && Set(chart.tasks).count == 1500)
  }

  @Test("Nodes on lines of their own, which begin as tasks do, are not taken for tasks")
  func nodesOnLines() throws {
    let indented = plan().split(separator: "{\"id\": \"").joined(separator: "\n    {\"id\": \"")
    let chart = try ChartReader.read(Array(indented.utf8), file: "chart.json")
    #expect(chart.tasks.map(\.nodes.count) == Array(repeating: 4, count: 1500))
  }

  @Test("The first fault of the file is named, in whichever half, at its line and column")
  func faults() {
    var lines = Self.lines
    lines[1400].replace("2020-10-31", with: "2020-02-30")
    #expect(finding(plan(lines))?.line == 1405)
    #expect(finding(plan(lines))?.fault == .badDay("2020-02-30"))
    lines[3].replace("\"jinpu\"", with: "\"jin pu\"")
    #expect(finding(plan(lines))?.line == 8)
    #expect(finding(plan(lines))?.fault == .badIdentifier("jin pu"))
  }

  @Test("A comma or bracket that is missing behind the middle is named where it is missing")
  func structure() {
    var lines = Self.lines
    lines[1400].removeLast()
    let finding = finding(plan(lines))
    #expect(finding?.line == 1406)
    let cut = String(plan().prefix(500_000))
    #expect(self.finding(cut)?.fault == self.finding(cut.replacing("\n", with: " "))?.fault)
    #expect(self.finding(cut) != nil)
  }

  @Test("Two tasks of one id are named by the second, also across the halves")
  func duplicates() {
    var lines = Self.lines
    lines[1450].replace("\"T1450\"", with: "\"T2\"")
    #expect(finding(plan(lines))?.line == 1455)
    #expect(finding(plan(lines))?.fault == .duplicateIdentifier("T2"))
  }

  @Test("A second list of tasks is refused, not read")
  func twoLists() {
    let text = plan().replacing("\"later\": {\"a\": 1}", with: "\"tasks\": []")
    #expect(finding(text)?.fault == .duplicateMember("tasks", firstLine: 4, firstColumn: 3))
  }
}
