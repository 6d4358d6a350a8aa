import Testing

@testable import WallChart

@Suite("Searching")
struct SearchTests {
  @Test("Full-width signs are searched as their ASCII, all of them, and nothing else is touched")
  func folding() {
    let wide = String(
      String.UnicodeScalarView((0xFF01...0xFF5E).compactMap { Unicode.Scalar($0) }))
    #expect(Search.bytes(of: wide) == Array(0x21...0x7E))
    #expect(Search.bytes(of: "a\u{3000}蓝、。é") == Array("a 蓝、。é".utf8))
    #expect(Search.bytes(of: "\u{FF5F}\u{FF00}") == Array("\u{FF5F}\u{FF00}".utf8))
  }

  @Test(
    "A pattern is found wherever it stands, letters alike unless it has a capital",
    arguments: [
      ("boiler", "4 small BOILERS", true), ("Boiler", "4 small boilers", false),
      ("锅炉", "取缔燃煤锅炉4台", true), ("ers", "boilers", true), ("boilersx", "boilers", false),
      ("", "a", true), ("a", "", false), ("aab", "aaab", true),
    ])
  func finding(pattern: String, text: String, isFound: Bool) {
    #expect(Search(pattern).isFound(in: Search.bytes(of: text)) == isFound)
  }
}
