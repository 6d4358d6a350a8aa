import Testing

@testable import WallChartStore

/// A document and what RFC 8259 says of it.
struct JSONCase: Sendable, CustomTestStringConvertible {
  var bytes: [UInt8]
  /// Where it stops being JSON; nil when it is.
  var line = 0
  var column = 0
  var fault: Fault?

  /// A document that is JSON.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// One that is not, and where.
  init(_ text: String, _ line: Int, _ column: Int, _ fault: Fault) {
    self.init(Array(text.utf8), line, column, fault)
  }

  init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ fault: Fault) {
    self.bytes = bytes
    self.line = line
    self.column = column
    self.fault = fault
  }

  var testDescription: String {
    bytes.prefix(40).map { (33...126).contains($0) ? String(UnicodeScalar($0)) : "<\($0)>" }
      .joined()
  }

  // MARK: What is JSON

  static let accepted: [JSONCase] = [
    // Values alone, with white space of all four kinds around them.
    "true", "false", "null", "1", "-1", "\"\"", "\"a\"", "[]", "{}", " \t\r\n[ \t\r\n] \t\r\n",
    // Arrays
    "[null]", "[null, 1, \"1\", {}]", "[1\n]", "[ 1]", "[2] ", "[1,null,null,null,2]", "[[]   ]",
    "[\"\"]", "[\"a\"]", "[[[[[[]]]]]]", "[{},{}]", "[false]",
    // Numbers
    "[0]", "[-0]", "[-0.0]", "[-1]", "[-123]", "[123]", "[123.456789]", "[0e0]", "[0e+1]",
    "[0E-1]", "[1e1]", "[1E22]", "[1E+2]", "[1e-2]", "[20e1]", "[123.456e78]", "[123e65]",
    "[1.0000000000000000000000000000000000000000001]", "[-0.00000000000000000000000001]",
    "[9007199254740993]", "[18446744073709551616]", "[1e999]", "[1e-999]", "[4 ]", "[10]",
    // Members
    "{\"a\":[]}", "{\"\":0}", "{\"a\":1,\"b\":2}", "{\"a\" : 1}", "{\n\"a\": 1\n}",
    "{\"title\":\"\\u041f\\u043e\\u043b\"}", "{\"a\":{\"b\":{\"c\":{}}}}",
    "{\"foo\\u0000bar\": 42}", "{\"A\":1,\"a\":2}", "{\"a\":1,\"a \":2}",
    // Names are told apart by bytes, not by how they look.
    "{\"\u{E9}\":1,\"\u{E8}\":2}",
    // Escapes
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\\u0000\"]", "[\"\\\\a\"]", "[\"\\\\n\"]",
    "[\"\\u0012\"]", "[\"\\uFFFF\"]", "[\"\\u200B\\u2064\"]", "[\"\\u0022\"]", "[\"\\u005C\"]",
    "[\"\\uD801\\uDC37\"]", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]", "[\"\\uDBFF\\uDFFE\"]",
    "[\"a/*b*/c/*d//e\"]", "[\"new\\u00A0line\"]", "[\"\\u0061\\u30af\\u30EA\"]",
    // Characters as they are
    "[\"\u{7F}\"]", "[\"\u{80}\"]", "[\"\u{2028}\u{2029}\"]", "[\"\u{FEFF}\"]", "[\"\u{FFFF}\"]",
    "[\"\u{10FFFF}\"]", "[\"€𝄞\"]", "[\"中文\"]", "[\"e\u{301}\"]", "[\"\u{202E}\"]",
    String(repeating: "[", count: 32) + String(repeating: "]", count: 32),
  ].map { JSONCase($0) }
}
