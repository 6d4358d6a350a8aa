import Glibc
import Testing

/// On a slow line, or behind an input method that writes byte by byte, a character comes in pieces.
@Suite struct SlowLineTests {
  /// Types bytes in pieces of these sizes, the last of which is repeated.
  private static func type(
    _ bytes: [UInt8], inPiecesOf sizes: [Int], _ session: TerminalSession
  ) {
    var rest = bytes[...]
    var sizes = sizes[...]
    while !rest.isEmpty {
      let size = sizes.count > 1 ? sizes.removeFirst() : sizes[sizes.startIndex]
      session.press(.bytes(Array(rest.prefix(size))))
      rest = rest.dropFirst(size)
      session.watch(milliseconds: 4)
    }
  }

  @Test(arguments: [[1, 5], [4, 2], [2, 2], [1]], ["xterm-256color", "vt100"])
  func `Chinese that comes in pieces stands in the line as it was typed`(
    sizes: [Int], kind: String
  ) throws {
    let session = try Desk().open(with: ["TERM": kind])
    session.press("/")
    session.waitUntilQuiet()
    Self.type(Array("水源".utf8), inPiecesOf: sizes, session)
    try session.wait(for: "水源", inRow: 23)
  }

  @Test func `Half a character is left out, and what is typed behind it stands`() throws {
    let desk = try Desk()
    let session = try desk.open()
    session.press("e", .bytes([0xE6]), "a", .bytes([0xE6, 0xB0]))
    session.watch(milliseconds: 300)
    session.press("b", .bytes([0xFF, 0xC0]), "c", .bytes([0xE6]), .left, .bytes([0xB0]), "水")
    session.press(.enter)
    try session.waitUntilSaved("evidence added")
    #expect(try desk.ledger().map(\.evidence) == [["ab水c"]])
  }

  @Test(
    .enabled(if: Locales.has("zh_CN.GB18030"), "the package locales is not installed"),
    arguments: [[3, 9], [1, 11], [5, 7], [1]])
  func `In GB18030 nothing else is made of its pieces`(sizes: [Int]) throws {
    let desk = try Desk()
    let session = try desk.open(with: Locales.variables("zh_CN.GB18030"))
    session.press("e")
    session.waitUntilQuiet()
    let bytes = try #require(Locales.encoded("现场照片一张", "GB18030"))
    Self.type(bytes, inPiecesOf: sizes, session)
    session.press(.enter)
    session.waitUntilQuiet(milliseconds: 300)
    #expect(try desk.ledger().map(\.evidence) == [["现场照片一张"]])
  }
}
