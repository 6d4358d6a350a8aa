import Foundation
import Testing

@testable import WallChartStore

struct HashChainTests {
  @Test(
    "SHA-256 of known texts",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func sha256(text: String, digest: String) {
    #expect(HashChain.sha256(Array(text.utf8)) == digest)
  }

  @Test("A file's digest is that of all its bytes; one written to since it was opened has none")
  func file() throws {
    let path = NSTemporaryDirectory() + "digest-\(UInt64.random(in: 0...(.max)))"
    defer { try? FileManager.default.removeItem(atPath: path) }
    // Of several pieces, the last one not full.
    let bytes = (0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try PlainFile(path)
    #expect(file.digest == HashChain.sha256(bytes))
    #expect(try PosixFile.holds(path, bytes))
    for others in [bytes.dropLast() + [1], bytes.dropLast(), bytes + [0], [1] + bytes.dropFirst()] {
      #expect(try !PosixFile.holds(path, Array(others)))
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([1]))
    try handle.close()
    #expect(file.digest == nil)
  }

  @Test("A line's hash continues the hash before it, as Python's hashlib counts it")
  func chain() {
    let line = Array("{\"id\":\"a\",\"n\":0".utf8)
    let first = HashChain.hash(line, after: [])
    #expect(String(decoding: first, as: UTF8.self) == "78ef265d7bdff56174f6906282a34ca4")
    #expect(
      String(decoding: HashChain.hash(line, after: first), as: UTF8.self)
        == "551ec1f9207b9b7839d834f886278c20")
  }

  @Test("A sealed line parts into what it was sealed from")
  func seal() throws {
    let line = Array("{\"n\":0".utf8)
    let hash = HashChain.hash(line, after: [])
    let sealed = HashChain.seal(line, hash: hash)
    #expect(sealed.count == line.count + HashChain.trailerCount + 1)
    let parts = try #require(HashChain.part(sealed.dropLast()))
    #expect(Array(parts.line) == line)
    #expect(Array(parts.hash) == hash)
  }

  @Test(
    "A line without the whole trailer does not part",
    arguments: [
      "", "{", "{\"n\":0}", ",\"hash\":\"0123456789abcdef0123456789abcdef\"}",
      "{\"n\":0,\"hash\":\"0123456789ABCDEF0123456789abcdef\"}",
      "{\"n\":0,\"hash\":\"0123456789abcdef0123456789abcde\"}",
      "{\"n\":0,\"hash\":\"0123456789abcdef0123456789abcdef\"",
      "{\"n\":0,\"hash\":\"0123456789abcdef0123456789abcdef\"} ",
    ])
  func noTrailer(text: String) {
    #expect(HashChain.part(Array(text.utf8)[...]) == nil)
  }
}
