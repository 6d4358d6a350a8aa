/// Ids of battles, units, tasks and nodes: ASCII `[A-Za-z0-9._-]{1,64}`.
///
/// Within this alphabet Swift's `String ==` (canonical equivalence) is equality of bytes, so ids
/// that passed this test are plain strings.
public enum Identifier {
  /// Whether a text can be an id.
  public static func isValid(_ text: some StringProtocol) -> Bool { isValid(bytes: text.utf8) }

  /// The same of a plain string: very many are asked for by other modules, for which a function of
  /// any text is slow.
  public static func isValid(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isValid(bytes: $0) } ?? isValid(bytes: text.utf8)
  }

  private static func isValid(bytes: some Collection<UInt8>) -> Bool {
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
      default: false
      }
    }
  }
}
