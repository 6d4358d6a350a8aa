@testable import WallChartStore

// What is not JSON, and where it stops being it.
extension JSONCase {
  private static func expected(_ what: Fault.Expected, _ found: String) -> Fault {
    .expected(what, found: found)
  }

  /// A text value of the bytes between the quotes.
  private static func quoted(_ bytes: [UInt8]) -> [UInt8] { [0x5B, 0x22] + bytes + [0x22, 0x5D] }

  static let brokenStructure: [JSONCase] = [
    // Commas
    JSONCase("[1,,2]", 1, 4, expected(.value, ",")),
    JSONCase("[,1]", 1, 2, expected(.value, ",")),
    JSONCase("[,]", 1, 2, expected(.value, ",")),
    JSONCase("[,", 1, 2, expected(.value, ",")),
    JSONCase("[1,", 1, 4, .endsEarly),
    JSONCase("[\"\",]", 1, 5, expected(.value, "]")),
    JSONCase("[\"x\"", 1, 5, .endsEarly),
    JSONCase("[1\n1]", 2, 1, expected(.commaOrEnd, "1]")),
    JSONCase("[3[4]]", 1, 2, .badNumber("3[4")),
    JSONCase("[1:2]", 1, 3, expected(.commaOrEnd, ":2]")),
    JSONCase("{\"a\":1,,\"b\":2}", 1, 8, expected(.memberName, ",")),
    JSONCase("{,\"a\":1}", 1, 2, expected(.memberName, ",")),
    JSONCase("{\"a\":1 \"b\":2}", 1, 8, expected(.commaOrEnd, "\"b\":2}")),
    JSONCase("{\"a\":1,\n\n}", 3, 1, expected(.memberName, "}")),
    // Brackets
    JSONCase("]", 1, 1, expected(.value, "]")),
    JSONCase("}", 1, 1, expected(.value, "}")),
    JSONCase("[[]", 1, 4, .endsEarly),
    JSONCase("[]]", 1, 3, expected(.end, "]")),
    JSONCase("{}}", 1, 3, expected(.end, "}")),
    JSONCase("[\n\"a\",\n4\n,1,", 4, 4, .endsEarly),
    JSONCase("{", 1, 2, .endsEarly),
    JSONCase("{\"a\":", 1, 6, .endsEarly),
    JSONCase("{\"a\":\"b\"", 1, 9, .endsEarly),
    JSONCase("{\"a\":[1}", 1, 8, expected(.commaOrEnd, "}")),
    JSONCase("[{\"a\":1]", 1, 8, expected(.commaOrEnd, "]")),
    JSONCase("[{", 1, 3, .endsEarly),
    // Colons and names
    JSONCase("{\"a\"}", 1, 5, expected(.colon, "}")),
    JSONCase("{\"a\",1}", 1, 5, expected(.colon, ",")),
    JSONCase("{\"a\"::1}", 1, 6, expected(.value, ":1}")),
    JSONCase("{:1}", 1, 2, expected(.memberName, ":1}")),
    JSONCase("{a:1}", 1, 2, expected(.memberName, "a:1}")),
    JSONCase("{null:1}", 1, 2, expected(.memberName, "null:1}")),
    JSONCase("{\"a\"=1}", 1, 5, expected(.colon, "=1}")),
    JSONCase("{[]:1}", 1, 2, expected(.memberName, "[]:1}")),
    // Words
    JSONCase("[nul]", 1, 2, expected(.value, "nul]")),
    JSONCase("[True]", 1, 2, expected(.value, "True]")),
    JSONCase("[TRUE]", 1, 2, expected(.value, "TRUE]")),
    JSONCase("[undefined]", 1, 2, expected(.value, "undefined]")),
    JSONCase("nulll", 1, 5, expected(.end, "l")),
    JSONCase("[-Infinity]", 1, 2, .badNumber("-Infinity")),
    JSONCase("[-NaN]", 1, 2, .badNumber("-NaN")),
    JSONCase("*", 1, 1, expected(.value, "*")),
    JSONCase("<null>", 1, 1, expected(.value, "<null>")),
    // What follows, and comments
    JSONCase("{\"a\":1}#", 1, 8, expected(.end, "#")),
    JSONCase("{\"a\":1}/**/", 1, 8, expected(.end, "/**/")),
    JSONCase("{\"a\":/*1*/2}", 1, 6, expected(.value, "/*1*/2}")),
    JSONCase("[1]\n[2]", 2, 1, expected(.end, "[2]")),
    JSONCase("1 2", 1, 3, expected(.end, "2")),
    JSONCase("{}, 1", 1, 3, expected(.end, ",")),
    // White space that is none of the four
    JSONCase("[\u{C}]", 1, 2, expected(.value, "\u{C}")),
    JSONCase("[\u{B}1]", 1, 2, expected(.value, "\u{B}")),
    JSONCase("[\u{A0}]", 1, 2, expected(.value, "\u{A0}]")),
    JSONCase("[\u{2060}]", 1, 2, expected(.value, "\u{2060}]")),
    JSONCase("[１]", 1, 2, expected(.value, "１]")),
    // NUL
    JSONCase("\u{0}", 1, 1, expected(.value, "\u{0}")),
    JSONCase("[1]\u{0}", 1, 4, expected(.end, "\u{0}")),
    JSONCase("[\u{0}]", 1, 2, expected(.value, "\u{0}")),
    JSONCase("[1\u{0}]", 1, 3, expected(.commaOrEnd, "\u{0}")),
  ]

  static let brokenNumbers: [JSONCase] = [
    "-01", "-012", "012", "00", "-", "--1", "-a", "-.5", "0.e1", "2.", "2.e3", "2.e+3", "0.3e",
    "0.3e+", "1eE2", "1e+", "1.0e-", "1e1.5", "0x42", "1a", "1_000", "1+2", "123abc", "0e", "9.",
    "1ea", "-2.", "1e--1",
  ].flatMap { (text: String) in
    [
      JSONCase(text, 1, 1, .badNumber(text)), JSONCase("[\n 1, \(text)]", 2, 5, .badNumber(text)),
    ]
  }

  static let brokenTexts: [JSONCase] = [
    JSONCase("\"", 1, 2, .endsInsideText),
    JSONCase("[\"", 1, 3, .endsInsideText),
    JSONCase("[\"a", 1, 4, .endsInsideText),
    JSONCase("{\"a", 1, 4, .endsInsideText),
    JSONCase("[\"\\\"]", 1, 6, .endsInsideText),
    JSONCase("[\"\\\\\\\"]", 1, 8, .endsInsideText),
    JSONCase("\u{201C}a\u{201D}", 1, 1, expected(.value, "\u{201C}a\u{201D}")),
    // Escapes
    JSONCase("[\"\\a\"]", 1, 3, .badEscape),
    JSONCase("[\"\\'\"]", 1, 3, .badEscape),
    JSONCase("[\"\\0\"]", 1, 3, .badEscape),
    JSONCase("[\"\\x00\"]", 1, 3, .badEscape),
    JSONCase("[\"\\U0041\"]", 1, 3, .badEscape),
    JSONCase("[\"\\ \"]", 1, 3, .badEscape),
    JSONCase("[\"\\\t\"]", 1, 3, .badEscape),
    JSONCase("[\"\\😀\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u1\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u00A\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u00G0\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u+041\"]", 1, 3, .badEscape),
    JSONCase("[\"\\u 041\"]", 1, 3, .badEscape),
    JSONCase("{\"a\\q\":1}", 1, 4, .badEscape),
    // Surrogates: alone, the wrong way round, or with half a partner
    JSONCase("[\"\\uDC00\"]", 1, 3, .badEscape),
    JSONCase("[\"\\uD800\\n\"]", 1, 3, .badEscape),
    JSONCase("[\"\\uD800abc\"]", 1, 3, .badEscape),
    JSONCase("[\"\\uD800\\uD800\\uDC00\"]", 1, 3, .badEscape),
    JSONCase("[\"\\uDC00\\uD800\"]", 1, 3, .badEscape),
    JSONCase("[\"ok\\uD83D\"]", 1, 5, .badEscape),
    JSONCase("{\"\\uDFFF\":1}", 1, 3, .badEscape),
    JSONCase("[\"\\uD800\\u\"]", 1, 9, .badEscape),
    JSONCase("[\"\\uD800\\u1x\"]", 1, 9, .badEscape),
    // Control characters as they are
    JSONCase("[\"\u{0}\"]", 1, 3, .controlCharacter(hex: "00")),
    JSONCase("[\"a\u{1F}\"]", 1, 4, .controlCharacter(hex: "1F")),
    JSONCase("[\"a\r\nb\"]", 1, 4, .controlCharacter(hex: "0D")),
    JSONCase("{\"a\nb\":1}", 1, 4, .controlCharacter(hex: "0A")),
  ]

  private static let notUTF8: [(bytes: [UInt8], hex: String)] = [
    // Overlong slash and NUL of two, three and four bytes
    ([0xC0, 0xAF], "C0"), ([0xE0, 0x80, 0xAF], "E0"), ([0xF0, 0x80, 0x80, 0xAF], "F0"),
    ([0xC0, 0x80], "C0"), ([0xE0, 0x9F, 0xBF], "E0"), ([0xF0, 0x8F, 0xBF, 0xBF], "F0"),
    // Surrogates as CESU-8 writes them, and what lies past the last character
    ([0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "ED"), ([0xED, 0xBF, 0xBF], "ED"),
    ([0xF4, 0x90, 0x80, 0x80], "F4"), ([0xF8, 0x88, 0x80, 0x80, 0x80], "F8"),
    ([0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], "FC"), ([0xFE], "FE"),
    // Cut off, begun without end, Latin-1 and GB 18030
    ([0xE4, 0xB8, 0x41], "E4"), ([0xF0, 0x9F, 0x98, 0x41], "F0"), ([0xC3], "C3"),
    ([0xBF, 0xBF], "BF"), ([0xE9], "E9"), ([0xD6, 0xD0, 0xCE, 0xC4], "D6"),
  ]

  static let brokenUTF8: [JSONCase] = notUTF8.flatMap { bytes, hex in
    [
      JSONCase(quoted(bytes), 1, 3, .notUTF8(hex: hex)),
      JSONCase(quoted(Array("a\\n中".utf8) + bytes), 1, 7, .notUTF8(hex: hex)),
      // Where no text may stand it is not taken for characters either.
      JSONCase(Array("[1,\n".utf8) + bytes + [0x5D], 2, 1, .notUTF8(hex: hex)),
      JSONCase(Array("{\n\"".utf8) + bytes + Array("\":1}".utf8), 2, 2, .notUTF8(hex: hex)),
    ]
  }

  static let brokenElsewhere: [JSONCase] = [
    // Depth: where the level too many begins, however many follow
    JSONCase(String(repeating: "[", count: 33), 1, 33, .tooDeep(limit: 32)),
    JSONCase(String(repeating: "[\n", count: 50_000), 33, 1, .tooDeep(limit: 32)),
    JSONCase(String(repeating: "{\"a\":", count: 100_000), 1, 161, .tooDeep(limit: 32)),
    JSONCase(String(repeating: "[{\"\":", count: 500), 1, 81, .tooDeep(limit: 32)),
    // The same name twice, however it is written
    JSONCase(
      "{\"a/b\":1,\"a\\/b\":2}", 1, 10, .duplicateMember("a/b", firstLine: 1, firstColumn: 2)),
    JSONCase(
      "{\"中\":1,\n\"\\u4e2d\":2}", 2, 1, .duplicateMember("中", firstLine: 1, firstColumn: 2)),
    JSONCase(
      "{\"😀\":1,\"\\uD83D\\uDE00\":2}", 1, 8,
      .duplicateMember("😀", firstLine: 1, firstColumn: 2)),
    JSONCase("{\"\":1,\"\":2}", 1, 7, .duplicateMember("", firstLine: 1, firstColumn: 2)),
    JSONCase(
      "[{\"a\":{\"a\":1,\"b\":0,\"a\":1}}]", 1, 20,
      .duplicateMember("a", firstLine: 1, firstColumn: 8)),
    JSONCase(
      "{\"a\":1,\"b\":{\"a\":1},\"a\":{}}", 1, 20,
      .duplicateMember("a", firstLine: 1, firstColumn: 2)),
  ]
}
