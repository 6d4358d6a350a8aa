import Testing

@testable import WallChartStore

struct JSONWriterTests {
  @Test(
    "What is written reads back as the same characters",
    arguments: [
      "", "plain", "\"\\/", "\u{0}\u{1}\u{1F}\u{7F}", "\n\r\t\u{8}\u{C}", "中文 é e\u{301} 😀",
      "\u{202E}right to left", "\u{1B}[2J", "\u{FFFE}\u{10FFFF}", "' OR 1=1 --", "=CMD()", "null",
    ])
  func roundTrip(text: String) throws {
    for spacing in [JSONWriter.Spacing.spaced, .tight] {
      var writer = JSONWriter(spacing)
      writer.value(text)
      var reader = JSONReader(writer.bytes, file: "f")
      #expect(try reader.text().unicodeScalars.elementsEqual(text.unicodeScalars))
      try reader.end()
    }
  }

  @Test("What a terminal would obey is written as an escape, and nothing else is")
  func controls() {
    var writer = JSONWriter(.tight)
    writer.value("a\u{1B}[2J\u{7F}\u{9B}31m\u{80}b\u{A0}é蓝\u{2028}")
    #expect(
      writer.text == "\"a\\u001b[2J\\u007f\\u009b31m\\u0080b\u{A0}é蓝\u{2028}\"")
  }

  @Test("Members and elements are set apart, with or without spaces")
  func spacing() {
    func written(_ spacing: JSONWriter.Spacing) -> String {
      var writer = JSONWriter(spacing)
      writer.object {
        $0.member("a", 1)
        $0.member("none", nil as String?)
        $0.name("b")
        $0.array { writer in
          writer.value("x")
          writer.value(true)
          writer.object { $0.member("c", -2) }
          writer.null()
        }
        $0.member("empty", [])
      }
      return writer.text
    }
    #expect(written(.spaced) == "{\"a\": 1, \"b\": [\"x\", true, {\"c\": -2}, null]}")
    #expect(written(.tight) == "{\"a\":1,\"b\":[\"x\",true,{\"c\":-2},null]}")
  }
}
