import Testing

@testable import WallChartStore

/// Objects whose members are known: what stands in them twice is named where it stands.
@Suite struct KnownNamesTests {
  private func finding(_ read: () throws -> Void) -> Finding? {
    do {
      try read()
      return nil
    } catch {
      return error as? Finding
    }
  }

  private func node(_ text: String) -> Finding? {
    finding {
      var reader = JSONReader(Array(text.utf8), file: "chart.json")
      _ = try ChartReader.node(&reader)
      try reader.end()
    }
  }

  private func expect(
    _ found: Finding?, line: Int, column: Int, twice name: String, first: (line: Int, column: Int)
  ) {
    #expect(found?.line == line)
    #expect(found?.column == column)
    #expect(
      found?.fault
        == .duplicateMember(name, firstLine: first.line, firstColumn: first.column))
  }

  private struct Twice: Sendable {
    var text: String
    var line, column: Int
    var name: String
    var first: (line: Int, column: Int)
  }

  @Test(
    "A known member that comes twice is named with both places, escaped or not",
    arguments: [
      Twice(
        text: "{\"id\": \"1\", \"title\": \"中文\",\n \"id\": \"2\"}",
        line: 2, column: 2, name: "id", first: (1, 2)),
      Twice(
        text: "{\"id\": \"1\", \"title\": \"中文\",\n  \"\\u0069d\": \"2\"}",
        line: 2, column: 3, name: "id", first: (1, 2)),
      Twice(
        text: "{\"\\u0069d\": \"1\",\n\"title\": \"中文\", \"id\": \"2\"}",
        line: 2, column: 16, name: "id", first: (1, 2)),
      Twice(
        text: "{\"id\": \"1\", \"title\": \"a\", \"title\": \"b\", \"id\": \"2\"}",
        line: 1, column: 27, name: "title", first: (1, 13)),
    ])
  private func twice(row: Twice) {
    expect(node(row.text), line: row.line, column: row.column, twice: row.name, first: row.first)
  }

  @Test("A known member that comes twice is found behind other objects of its kind")
  func twiceInArray() {
    expect(
      finding {
        let tasks = #"[{"id": "a", "helpers": ["b"]}, {"id": "c","unit": "d","unit": "e"}]"#
        var reader = JSONReader(Array(tasks.utf8), file: "chart.json")
        try reader.elements { reader in
          _ = try reader.members(TaskMember.names) { reader, _ in
            try reader.skipValue()
            return true
          }
        }
      }, line: 1, column: 56, twice: "unit", first: (1, 44))
  }

  @Test("An unknown member that comes twice is named beside known ones")
  func unknownTwice() {
    expect(
      node(#"{"x": 1, "id": "1", "due": "2020-05-29", "x": 2, "title": "a"}"#),
      line: 1, column: 42, twice: "x", first: (1, 2))
  }

  @Test("Names that begin as known ones do are unknown, and kept as they stand")
  func alike() throws {
    let text =
      #"{"id": "1", "i": 1, "ids": [ 2 ], "due": "2020-05-29", "title": "a", "#
      + #""quotaquotaquota": 3, "quotaquotaquotaquotaquota": {"id": 4}, "qu\u006fta": 5}"#
    var reader = JSONReader(Array(text.utf8), file: "chart.json")
    let node = try ChartReader.node(&reader)
    try reader.end()
    #expect(node.quota == 5)
    #expect(
      node.unknown.map(\.name) == ["i", "ids", "quotaquotaquota", "quotaquotaquotaquotaquota"])
    #expect(node.unknown.map(\.value) == ["1", "[ 2 ]", "3", #"{"id": 4}"#])
  }

  @Test("In a line of the ledger, too, also a member that means nothing to its kind")
  func line() {
    let line =
      #"{"id":"qfy5jskkv5v7t4trotgvc72pza","writer":"a-b","n":0,"at":"2020-03-27T09:00:00+08:00","#
      + #""by":"w","kind":"met","task":"T1","node":"1","on":"2020-03-27"#
    func read(_ rest: String) -> Finding? {
      finding { _ = try Entry(line: Array((line + rest).utf8), file: "l", number: 7) }
    }
    #expect(read("\"}") == nil)
    #expect(read("\",\"count\":[1]}") == nil)
    expect(
      read("\",\"task\":\"T2\"}"), line: 7, column: 153, twice: "task", first: (7, 112))
    expect(
      read("\",\"count\":1,\"count\":2}"), line: 7, column: 163, twice: "count", first: (7, 153))
  }
}
