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
    line.withContiguousStorageIfAvailable { digest(previous, $0, count: 16) }
      ?? Array(line).withUnsafeBufferPointer { digest(previous, $0, count: 16) }
  }

  /// SHA-256 of bytes, as 64 characters.
  package static func sha256(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.withUnsafeBufferPointer { digest([], $0, count: 32) }, as: UTF8.self)
  }

  /// SHA-256 of what is handed over in pieces, as 64 characters.
  static func sha256(
    ofPieces handOver: ((UnsafeBufferPointer<UInt8>) -> Void) throws -> Void
  ) rethrows -> String {
    var context = sha256_ctx()
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_init(&context)
    try handOver { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = digest.flatMap { [hexadecimalDigit($0 >> 4), hexadecimalDigit($0 & 15)] }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Whether these are the characters of the hash of `line` (without trailer) after `previous`.
  static func isHash(
    _ claimed: ArraySlice<UInt8>, of line: ArraySlice<UInt8>, after previous: ArraySlice<UInt8>
  ) -> Bool {
    guard claimed.count == 32 else { return false }
    return claimed.withUnsafeBufferPointer { claimed in
      line.withUnsafeBufferPointer { line in
        previous.withUnsafeBufferPointer { previous in
          withDigest(previous, line) { digest in
            var others: UInt8 = 0
            for place in 0..<16 {
              others |= claimed[2 * place] ^ hexadecimalDigit(digest[place] >> 4)
              others |= claimed[2 * place + 1] ^ hexadecimalDigit(digest[place] & 15)
            }
            return others == 0
          }
        }
      }
    }
  }

  /// The first `count` bytes of the digest of two pieces, in hexadecimal.
  private static func digest(
    _ first: [UInt8], _ second: UnsafeBufferPointer<UInt8>, count: Int
  ) -> [UInt8] {
    first.withUnsafeBufferPointer {
      withDigest($0, second) { digest in
        [UInt8](unsafeUninitializedCapacity: 2 * count) { result, filled in
          for index in 0..<count {
            result[2 * index] = hexadecimalDigit(digest[index] >> 4)
            result[2 * index + 1] = hexadecimalDigit(digest[index] & 15)
          }
          filled = 2 * count
        }
      }
    }
  }

  /// Lends the 32 bytes of the digest of two pieces.
  private static func withDigest<Result>(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>,
    _ use: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      // nettle reads `count` bytes from each pointer and writes 32 into the digest.
      wallchart_sha256(
        first.baseAddress, first.count, second.baseAddress, second.count, digest.baseAddress)
      return use(digest)
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? value + 48 : value + 87
  }

  /// The whole line with trailer and line feed.
  package static func seal(_ line: [UInt8], hash: [UInt8]) -> [UInt8] {
    line + head + hash + tail + [10]
  }

  /// Whether a line that does not part once had a trailer: one end of it still stands in its
  /// place. A write that was cut off leaves neither.
  package static func hasSpoiledTrailer(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > trailerCount else { return false }
    let start = line.endIndex - trailerCount
    return line[start..<start + head.count].elementsEqual(head)
      || line.suffix(tail.count).elementsEqual(tail)
  }

  /// Parts a line (without its line feed) into its bytes before the trailer and the hash that
  /// the trailer claims; nil when it does not end with a trailer.
  package static func part(
    _ line: ArraySlice<UInt8>
  ) -> (line: ArraySlice<UInt8>, hash: ArraySlice<UInt8>)? {
    guard line.count > trailerCount else { return nil }
    let start = line.endIndex - trailerCount
    // Each line of a ledger comes this way. Without a way out before the end, so that many bytes are
    // looked at at once.
    let isWhole = line.withUnsafeBufferPointer { line in
      let trailer = UnsafeBufferPointer(rebasing: line.suffix(trailerCount))
      var others: UInt8 = 0
      for place in head.indices { others |= trailer[place] ^ head[place] }
      for place in 0..<tail.count {
        others |= trailer[trailerCount - tail.count + place] ^ tail[place]
      }
      for place in head.count..<head.count + 32 {
        others |= trailer[place] &- 48 < 10 || trailer[place] &- 97 < 6 ? 0 : 1
      }
      return others == 0
    }
    guard isWhole else { return nil }
    return (line[..<start], line[start + head.count..<line.endIndex - tail.count])
  }
}
