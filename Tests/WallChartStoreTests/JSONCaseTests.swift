import Testing

@testable import WallChartStore

/// RFC 8259 case by case: what is JSON is read, what is not is refused where it stops being it.
struct JSONCaseTests {
  private func refusal(_ bytes: [UInt8]) throws -> Finding? {
    var reader = JSONReader(bytes, file: "chart.json")
    do {
      try reader.skipValue()
      try reader.end()
      return nil
    } catch let finding as Finding {
      return finding
    }
  }

  private func check(_ row: JSONCase) throws {
    let finding = try refusal(row.bytes)
    #expect(finding?.fault == row.fault)
    if row.fault != nil { #expect([finding?.line, finding?.column] == [row.line, row.column]) }
  }

  @Test("JSON is accepted", arguments: JSONCase.accepted)
  func accepted(row: JSONCase) throws { try check(row) }

  @Test("JSON is accepted as a member that nobody knows, and kept", arguments: JSONCase.accepted)
  func kept(row: JSONCase) throws {
    let text = String(decoding: row.bytes, as: UTF8.self)
    var reader = JSONReader(Array("{\"x\":\(text)}".utf8), file: "f")
    // One level deeper; the deepest document then lies too deep.
    guard !text.hasPrefix("[[[[[[[") else { return }
    let unknown = try reader.members { _, _ in false }
    try reader.end()
    let trimmed = text.drop { " \t\r\n".unicodeScalars.contains($0.unicodeScalars.first ?? "x") }
    #expect(unknown.count == 1)
    #expect(trimmed.utf8.starts(with: unknown[0].value.utf8))
  }

  @Test("A broken structure is refused in its place", arguments: JSONCase.brokenStructure)
  func structure(row: JSONCase) throws { try check(row) }

  @Test("A broken number is refused in its place", arguments: JSONCase.brokenNumbers)
  func numbers(row: JSONCase) throws { try check(row) }

  @Test("A broken text is refused in its place", arguments: JSONCase.brokenTexts)
  func texts(row: JSONCase) throws { try check(row) }

  @Test("Bytes that are no UTF-8 are refused in their place", arguments: JSONCase.brokenUTF8)
  func utf8(row: JSONCase) throws { try check(row) }

  @Test(
    "Depth without end and names given twice are refused in their place",
    arguments: JSONCase.brokenElsewhere)
  func elsewhere(row: JSONCase) throws { try check(row) }

  @Test("Every document cut off anywhere is refused, and never crashes")
  func cutOff() throws {
    let whole = "{\"a\": [1, -2.5e+3, true, null, \"\\u4e2d\\\"中\"], \"b\": {\"c\": \"d\"}}"
    for count in 0..<whole.utf8.count {
      let finding = try #require(try refusal(Array(whole.utf8.prefix(count))))
      #expect(finding.line == 1)
      #expect((1...count + 1).contains(finding.column))
    }
    #expect(try refusal(Array(whole.utf8)) == nil)
  }

  @Test(
    "A plan that begins with a byte order mark, of UTF-8, 16 or 32, is refused by what it is",
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
      [0xFE, 0xFF, 0x00, 0x7B, 0x00, 0x7D], [0xFF, 0xFE, 0x00, 0x00, 0x7B, 0x00, 0x00, 0x00],
    ] as [[UInt8]])
  func marks(bytes: [UInt8]) throws {
    #expect(throws: Finding(file: "chart.json", line: 1, column: 1, fault: .byteOrderMark)) {
      _ = try ChartReader.read(bytes, file: "chart.json")
    }
  }
}
