import Testing

@testable import WallChartStore

struct EntryIDTests {
  @Test(
    "The text is RFC 4648 base32 in lower case without padding, as Python's base64 writes it",
    arguments: [
      (0, 0, "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
      (UInt64.max, UInt64.max, "77777777777777777777777774"),
      (0x0123_4567_89AB_CDEF, 0xFEDC_BA98_7654_3210, "aerukz4jvpg677w4xkmhmvbsca"),
      (0x8000_0000_0000_0000, 0, "qaaaaaaaaaaaaaaaaaaaaaaaaa"),
      (0, 1, "aaaaaaaaaaaaaaaaaaaaaaaaae"),
    ] as [(UInt64, UInt64, String)])
  func vectors(high: UInt64, low: UInt64, text: String) {
    let id = EntryID(high: high, low: low)
    #expect(id.text == text)
    #expect(EntryID(text) == id)
  }

  @Test("Random ids differ, and read back from their text")
  func random() {
    let ids = (0..<200).map { _ in EntryID.random() }
    #expect(Set(ids).count == 200)
    #expect(ids.map { EntryID($0.text) } == ids)
  }

  @Test(
    "Texts that no id has are refused",
    arguments: [
      "", "aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaab",
      "aaaaaaaaaaaaaaaaaaaaaaaaa7", "Aaaaaaaaaaaaaaaaaaaaaaaaaa", "1aaaaaaaaaaaaaaaaaaaaaaaaa",
      "aaaaaaaaaaaaaaaaaaaaaaaaa=", "äaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
  func refused(text: String) {
    #expect(EntryID(text) == nil)
  }

  @Test("Ids are ordered as their texts are by bytes")
  func order() {
    let ids = (0..<100).map { _ in EntryID.random() }
    let byText = ids.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    #expect(ids.sorted() == byText)
  }
}
