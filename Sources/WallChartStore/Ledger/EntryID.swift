/// The name of an entry: 128 random bits, made at the key press and kept on every retry, so that
/// duplicates merge silently. Written as RFC 4648 base32 in lower case without padding.
public struct EntryID: Hashable, Sendable, Comparable {
  let high: UInt64
  let low: UInt64

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id from the system's random numbers.
  public static func random() -> EntryID {
    let bits = UInt128.random(in: .min ... .max)
    return EntryID(
      high: UInt64(truncatingIfNeeded: bits >> 64), low: UInt64(truncatingIfNeeded: bits))
  }

  /// The id that counts so many on from this one, see ``Stamp/further(_:)``.
  func advanced(by number: Int) -> EntryID {
    let (sum, overflows) = low.addingReportingOverflow(UInt64(number))
    return EntryID(high: overflows ? high &+ 1 : high, low: sum)
  }

  /// Reads the 26 characters; nil when they are not one of our ids.
  public init?(_ text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { EntryID($0) }
    guard let id = parsed ?? Array(text.utf8).withUnsafeBufferPointer({ EntryID($0) })
    else { return nil }
    self = id
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var count = 0
    for byte in bytes {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a")
      case UInt8(ascii: "2")...UInt8(ascii: "7"): digit = byte - UInt8(ascii: "2") + 26
      default: return nil
      }
      count += 1
      if count < 26 {
        high = high << 5 | low >> 59
        low = low << 5 | UInt64(digit)
      } else {
        // 128 bits are 25 digits and three bits; the last two bits are padding.
        guard count == 26, digit & 3 == 0 else { return nil }
        high = high << 3 | low >> 61
        low = low << 3 | UInt64(digit >> 2)
      }
    }
    guard count == 26 else { return nil }
    self.init(high: high, low: low)
  }

  /// The 26 characters.
  public var text: String {
    String(unsafeUninitializedCapacity: 26) { digits in
      for index in 0..<26 {
        let shift = 123 - 5 * index
        let bits =
          shift >= 64
          ? high >> UInt64(shift - 64)
          : shift >= 0 ? high << UInt64(64 - shift) | low >> UInt64(shift) : low << 2
        digits[index] = Self.alphabet[Int(bits & 31)]
      }
      return 26
    }
  }

  /// The order of their text.
  public static func < (left: EntryID, right: EntryID) -> Bool {
    func rank(_ id: EntryID) -> [UInt8] { Array(id.text.utf8) }
    return rank(left).lexicographicallyPrecedes(rank(right))
  }
}
