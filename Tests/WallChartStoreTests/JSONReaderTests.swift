import Testing

@testable import WallChartStore

struct JSONReaderTests {
  /// What the reader says of a document nobody asked anything of; nil when it is JSON.
  private func refusal(_ bytes: some Sequence<UInt8>) throws -> Finding? {
    var reader = JSONReader(Array(bytes), file: "chart.json")
    do {
      try reader.skipValue()
      try reader.end()
      return nil
    } catch let finding as Finding {
      return finding
    }
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    var text: String
    var line: Int
    var column: Int
    var fault: Fault
    var testDescription: String { text }

    init(_ text: String, _ line: Int, _ column: Int, _ fault: Fault) {
      self.text = text
      self.line = line
      self.column = column
      self.fault = fault
    }
  }

  @Test(
    "What is not JSON is refused where it stops being JSON",
    arguments: [
      Refused("[1,]", 1, 4, .expected(.value, found: "]")),
      Refused("{\"a\":1,}", 1, 8, .expected(.memberName, found: "}")),
      Refused("[1 // one\n]", 1, 4, .expected(.commaOrEnd, found: "//")),
      Refused("/* one */ 1", 1, 1, .expected(.value, found: "/*")),
      Refused("{'a':1}", 1, 2, .expected(.memberName, found: "'a':1}")),
      Refused("['a']", 1, 2, .expected(.value, found: "'a']")),
      Refused("[\nNaN]", 2, 1, .expected(.value, found: "NaN]")),
      Refused("[Infinity]", 1, 2, .expected(.value, found: "Infinity]")),
      Refused("[01]", 1, 2, .badNumber("01")),
      Refused("[.5]", 1, 2, .expected(.value, found: ".5]")),
      Refused("[0x1]", 1, 2, .badNumber("0x1")),
      Refused("[1.]", 1, 2, .badNumber("1.")),
      Refused("[1e]", 1, 2, .badNumber("1e")),
      Refused("[1.2.3]", 1, 2, .badNumber("1.2.3")),
      Refused("[-]", 1, 2, .badNumber("-")),
      Refused("[+1]", 1, 2, .expected(.value, found: "+1]")),
      Refused("{} {}", 1, 4, .expected(.end, found: "{}")),
      Refused("{}\nx", 2, 1, .expected(.end, found: "x")),
      Refused("[1 2]", 1, 4, .expected(.commaOrEnd, found: "2]")),
      Refused("[1}", 1, 3, .expected(.commaOrEnd, found: "}")),
      Refused("[}", 1, 2, .expected(.value, found: "}")),
      Refused("{]", 1, 2, .expected(.memberName, found: "]")),
      Refused("{\"a\" 1}", 1, 6, .expected(.colon, found: "1}")),
      Refused("{\"a\":}", 1, 6, .expected(.value, found: "}")),
      Refused("{1:2}", 1, 2, .expected(.memberName, found: "1:2}")),
      Refused("[tru]", 1, 2, .expected(.value, found: "tru]")),
      Refused("[truer]", 1, 6, .expected(.commaOrEnd, found: "r]")),
      Refused("", 1, 1, .endsEarly),
      Refused(" \n ", 2, 2, .endsEarly),
      Refused("[", 1, 2, .endsEarly),
      Refused("{\"a\":1", 1, 7, .endsEarly),
      Refused("{\"a\"", 1, 5, .endsEarly),
      Refused("\"abc", 1, 5, .endsInsideText),
      Refused("\"abc\n", 1, 5, .endsInsideText),
      Refused("\"abc\\", 1, 6, .endsInsideText),
      Refused("[\"a\tb\"]", 1, 4, .controlCharacter(hex: "09")),
      Refused("[\"a\nb\"]", 1, 4, .controlCharacter(hex: "0A")),
      Refused("[\"\u{1B}[2J\"]", 1, 3, .controlCharacter(hex: "1B")),
      Refused("[\"\\x\"]", 1, 3, .badEscape),
      Refused("[\"\\\n\"]", 1, 3, .badEscape),
      Refused("[\"\\u12G4\"]", 1, 3, .badEscape),
      Refused("[\"\\u12\"]", 1, 3, .badEscape),
      Refused("[\"\\ud800\"]", 1, 3, .badEscape),
      Refused("[\"\\ud800\\u0041\"]", 1, 3, .badEscape),
      Refused("[\"ab\\udc00\"]", 1, 5, .badEscape),
      Refused("<<<<<<< HEAD\n{}", 1, 1, .mergeConflict),
      Refused("{\n<<<<<<< HEAD\n\"a\": 1}", 2, 1, .mergeConflict),
      Refused("{\"a\":1,\"a\":2}", 1, 8, .duplicateMember("a", firstLine: 1, firstColumn: 2)),
      Refused(
        "{\"a\":1,\n \"\\u0061\":2}", 2, 2, .duplicateMember("a", firstLine: 1, firstColumn: 2)),
      Refused(
        "{\"x\": [{\"b\":1,\n\"b\":2}]}", 2, 1,
        .duplicateMember("b", firstLine: 1, firstColumn: 9)),
      Refused("[\"中文\",]", 1, 7, .expected(.value, found: "]")),
    ])
  func refused(row: Refused) throws {
    let finding = try #require(try refusal(row.text.utf8), "\(row.text) was accepted")
    #expect(finding.fault == row.fault)
    #expect([finding.line, finding.column] == [row.line, row.column])
  }

  @Test(
    "JSON of every form is accepted",
    arguments: [
      "{}", "[]", " [ ] ", "{ }", "[[],{},[{}]]", "{\"a\":{},\"b\":[]}", "[1,-0,0.5,1e5,-1.5E-3]",
      "[0e1]", "[true,false,null]", "\"\"", "0", "\"\u{7F}\"", "[\"\\u0000\"]", "{\"\":1}",
      "{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "\r\n\t[1]\r\n",
    ])
  func accepted(text: String) throws {
    #expect(try refusal(text.utf8) == nil)
  }

  @Test("A duplicate among very many members is found, and its first place named")
  func manyMembers() throws {
    let members = (0..<100).map { "\"m\($0)\": {\"m1\": 1}" }
    #expect(try refusal("{\(members.joined(separator: ",\n"))}".utf8) == nil)
    let finding = try refusal("{\((members + ["\"m50\": 1"]).joined(separator: ",\n"))}".utf8)
    #expect(finding?.fault == .duplicateMember("m50", firstLine: 51, firstColumn: 1))
    #expect(finding?.line == 101)
  }

  @Test("Names are told apart by all their bytes, however long they are and however escaped")
  func longNames() throws {
    for count in [1, 7, 8, 9, 14, 15, 16, 17, 24, 25, 40] {
      let name = String(repeating: "n", count: count)
      for other in [name + "n", String(name.dropLast()) + "m", "中" + name] {
        #expect(try refusal("{\"\(name)\": 1, \"\(other)\": 2}".utf8) == nil)
      }
      let again = "\\u006e" + name.dropFirst()
      for twice in [name, again] {
        let finding = try refusal("{\"\(name)\": 1,\n\"\(twice)\": 2}".utf8)
        #expect(finding?.fault == .duplicateMember(name, firstLine: 1, firstColumn: 2))
      }
      let others = (0..<40).map { "\"\($0)\": 0" }.joined(separator: ",")
      let finding = try refusal("{\"\(name)\": 1,\(others),\n\"\(again)\": 2}".utf8)
      #expect(finding?.fault == .duplicateMember(name, firstLine: 1, firstColumn: 2))
      #expect(finding?.line == 2)
    }
  }

  @Test(
    "Bytes that are not UTF-8 are refused at the first of them and never repaired",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE4, 0xB8], [0xEF, 0xBF], [0xEF, 0xBF, 0x41], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func notUTF8(bytes: [UInt8]) throws {
    let hex = String(bytes[0], radix: 16, uppercase: true)
    for (before, column) in [("ab", 4), ("中\\n", 5), ("", 2)] {
      let finding = try refusal(Array("\"\(before)".utf8) + bytes + Array("\"".utf8))
      #expect(finding?.fault == .notUTF8(hex: hex))
      #expect(finding?.column == column)
    }
  }

  @Test("Whole characters of one to four bytes are accepted up to the last one")
  func characters() throws {
    let text = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{FFFF}\u{10000}\u{10FFFF}"
    var reader = JSONReader(Array("\"\(text)\"".utf8), file: "f")
    #expect(try reader.text().unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "Escapes stand for their characters",
    arguments: [
      ("\\\"\\\\\\/", "\"\\/"), ("\\b\\f\\n\\r\\t", "\u{8}\u{c}\n\r\t"), ("\\u0041", "A"),
      ("\\u4E2d文", "中文"), ("\\ud83d\\ude00", "😀"), ("a\\u0000b", "a\0b"), ("\\u00e9", "é"),
      ("\\udbff\\udfff", "\u{10FFFF}"),
    ])
  func escapes(written: String, meant: String) throws {
    var reader = JSONReader(Array("\"\(written)\"".utf8), file: "f")
    #expect(try reader.text().unicodeScalars.elementsEqual(meant.unicodeScalars))
  }

  @Test(
    "Thirty-two levels are read, one more is refused at once",
    arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")])
  func depth(open: String, close: String) throws {
    let perPiece = open.hasPrefix("[{") ? 2 : 1
    func nested(_ levels: Int) -> String {
      let pieces = levels / perPiece
      return String(repeating: open, count: pieces) + "0" + String(repeating: close, count: pieces)
    }
    #expect(try refusal(nested(32).utf8) == nil)
    for levels in [34, 100_000] {
      let finding = try #require(try refusal(nested(levels).utf8))
      #expect(finding.fault == .tooDeep(limit: 32))
      #expect(finding.column == 32 / perPiece * open.count + 1)
    }
  }

  @Test(
    "Whole numbers within 53 bits are read",
    arguments: [
      ("0", 0), ("-1", -1), ("9007199254740991", 9_007_199_254_740_991),
      ("-9007199254740991", -9_007_199_254_740_991),
    ])
  func wholeNumbers(text: String, number: Int) throws {
    var reader = JSONReader(Array(text.utf8), file: "f")
    #expect(try reader.wholeNumber() == number)
  }

  @Test(
    "Numbers that are not whole, too large, or minus nothing are refused as they stand",
    arguments: [
      "1.0", "1e3", "9007199254740992", "-9007199254740992", "-9223372036854775808",
      "9223372036854775808", "99999999999999999999", "1e999", "-0",
    ])
  func notWhole(text: String) {
    var reader = JSONReader(Array(" \(text)".utf8), file: "f")
    #expect(
      throws: Finding(file: "f", line: 1, column: 2, fault: .badNumber(text))
    ) { try reader.wholeNumber() }
  }

  @Test("A number of a million digits is refused with a short quotation")
  func manyDigits() {
    let digits = Array(repeating: UInt8(ascii: "7"), count: 1_000_000)
    var reader = JSONReader(digits, file: "f")
    let short = String(repeating: "7", count: 40)
    #expect(throws: Finding(file: "f", line: 1, column: 1, fault: .badNumber(short))) {
      try reader.wholeNumber()
    }
  }

  @Test("A text over the limit is refused, one at the limit is read")
  func longText() throws {
    func quoted(_ count: Int) -> [UInt8] {
      [34] + Array(repeating: UInt8(ascii: "a"), count: count) + [34]
    }
    #expect(try refusal(quoted(JSONReader.textLimit)) == nil)
    #expect(
      try refusal(quoted(JSONReader.textLimit + 1))?.fault
        == .textTooLong(limit: JSONReader.textLimit))
  }

  @Test("Members nobody asked for come back byte for byte")
  func unknownMembers() throws {
    let values = [
      "{\"b\" : [1.50, 1e5,  \"\\u00e9\\/\"], \"c\":null}", "-0.0", "\"x\"", "[]", "true",
    ]
    let members = values.enumerated().map { "\"m\($0.offset)\" :  \($0.element) " }
    var reader = JSONReader(Array("{\(members.joined(separator: ","))}".utf8), file: "f")
    let unknown = try reader.members { _, _ in false }
    try reader.end()
    #expect(unknown.map(\.value) == values)
    #expect(unknown.map(\.name) == ["m0", "m1", "m2", "m3", "m4"])
  }

  @Test(
    "A value of another type than expected is refused with what was expected",
    arguments: [
      ("1", Fault.Expected.text), ("\"1\"", .wholeNumber), ("[]", .object), ("{}", .array),
      ("0", .trueOrFalse),
    ])
  func wrongType(text: String, expected: Fault.Expected) {
    var reader = JSONReader(Array(text.utf8), file: "f")
    #expect(
      throws: Finding(file: "f", line: 1, column: 1, fault: .expected(expected, found: text))
    ) {
      switch expected {
      case .text: _ = try reader.text()
      case .wholeNumber: _ = try reader.wholeNumber()
      case .object: _ = try reader.members { _, _ in true }
      case .array: try reader.elements { _ in }
      default: _ = try reader.trueOrFalse()
      }
    }
  }
}
