internal import CNettle

/// The chain that shows the order and completeness of a writer's lines without parsing them.
///
/// A line ends with `,"hash":"<32 hex>"}`; the hash is the first 128 bits of SHA-256 over the
/// hash of the writer's previous valid line (its 32 characters; nothing for the first) and this
/// line's bytes before `,"hash"`. It is no signature: who can write the file can recompute it.
package enum HashChain {
  private static let head = Array(",\"hash\":\"".utf8)
  private static let tail = Array("\"}".utf8)
  /// Bytes of the trailer.
  package static let trailerCount = 9 + 32 + 2

  /// The 32 characters of the hash of `line` (without trailer) after `previous`.
  package static func hash(_ line: some Collection<UInt8>, after previous: [UInt8]) -> [UInt8] {
    let found =
      line.withContiguousStorageIfAvailable { digest(previous, $0) }
      ?? Array(line).withUnsafeBufferPointer { digest(previous, $0) }
    return hexadecimal(found[..<16])
  }

  /// SHA-256 of bytes, as 64 characters.
  package static func sha256(_ bytes: [UInt8]) -> String {
    let found = bytes.withUnsafeBufferPointer { digest([], $0) }
    return String(decoding: hexadecimal(found[...]), as: UTF8.self)
  }

  private static func digest(_ first: [UInt8], _ second: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { result, count in
      // nettle reads `count` bytes from each pointer and writes 32 into the result.
      first.withUnsafeBufferPointer {
        wallchart_sha256(
          $0.baseAddress, $0.count, second.baseAddress, second.count, result.baseAddress)
      }
      count = 32
    }
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// The whole line with trailer and line feed.
  package static func seal(_ line: [UInt8], hash: [UInt8]) -> [UInt8] {
    line + head + hash + tail + [10]
  }

  /// Parts a line (without its line feed) into its bytes before the trailer and the hash that
  /// the trailer claims; nil when it does not end with a trailer.
  package static func part(
    _ line: ArraySlice<UInt8>
  ) -> (line: ArraySlice<UInt8>, hash: ArraySlice<UInt8>)? {
    guard line.count > trailerCount else { return nil }
    let start = line.endIndex - trailerCount
    let hash = line[start + head.count..<line.endIndex - tail.count]
    guard line[start..<start + head.count].elementsEqual(head),
      line.suffix(tail.count).elementsEqual(tail),
      hash.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    return (line[..<start], hash)
  }
}
