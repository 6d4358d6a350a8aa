/// Ids of battles, units, tasks and nodes: ASCII `[A-Za-z0-9._-]{1,64}`.
///
/// Within this alphabet Swift's `String ==` (canonical equivalence) is equality of bytes, so ids
/// that passed this test are plain strings.
public enum Identifier {
  /// Whether a text can be an id.
  public static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard (1...64).contains(bytes.count) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D: true
      default: false
      }
    }
  }
}
