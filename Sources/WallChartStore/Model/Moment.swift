/// An instant with the UTC offset of the place where it was written.
public struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64
  /// Minutes east of UTC.
  public let offset: Int

  /// - Parameters:
  ///   - milliseconds: since 1970-01-01T00:00:00Z.
  ///   - offset: minutes east of UTC, at most 18 hours either way.
  public init(milliseconds: Int64, offset: Int) {
    self.milliseconds = milliseconds
    self.offset = offset
  }

  /// Reads RFC 3339: `2020-07-31T09:14:05.123+08:00`, fraction optional, `Z` for UTC.
  public init?(rfc3339 text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { Moment(rfc3339: $0) }
    guard let moment = parsed ?? Array(text.utf8).withUnsafeBufferPointer({ Moment(rfc3339: $0) })
    else { return nil }
    self = moment
  }

  init?(rfc3339 bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard (20...35).contains(bytes.count), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = Day(iso: UnsafeBufferPointer(rebasing: bytes[..<10])),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
      hour < 24, minute < 60, second < 60
    else { return nil }
    var at = 19
    var fraction = 0
    if bytes[at] == UInt8(ascii: ".") {
      var digits = 0
      at += 1
      while at < bytes.count, (48...57).contains(bytes[at]) {
        if digits < 3 { fraction = fraction * 10 + Int(bytes[at] - 48) }
        digits += 1
        at += 1
      }
      guard digits > 0, at < bytes.count else { return nil }
      while digits < 3 {
        fraction *= 10
        digits += 1
      }
    }
    var offset = 0
    if bytes[at] == UInt8(ascii: "Z") {
      guard at + 1 == bytes.count else { return nil }
    } else {
      guard at + 6 == bytes.count, bytes[at + 3] == UInt8(ascii: ":"),
        let hours = number(at + 1..<at + 3), let minutes = number(at + 4..<at + 6),
        hours <= 18, minutes < 60
      else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "+"): offset = hours * 60 + minutes
      case UInt8(ascii: "-"): offset = -(hours * 60 + minutes)
      default: return nil
      }
    }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(
      milliseconds: (seconds - Int64(offset) * 60) * 1000 + Int64(fraction), offset: offset)
  }

  /// The day on the wall calendar where it was written.
  public var day: Day {
    Day(number: Int32(clamping: (localMilliseconds - positiveRemainder) / 86_400_000))
  }

  /// `HH:MM` on the wall clock where it was written.
  public var clock: String {
    let minutes = Int(positiveRemainder / 60_000)
    return Moment.two(minutes / 60) + ":" + Moment.two(minutes % 60)
  }

  /// Seconds until the next midnight where it was written, at least one.
  package var secondsUntilMidnight: Int { Int((86_400_000 - positiveRemainder) / 1000) + 1 }

  /// RFC 3339 with milliseconds and offset.
  public var rfc3339: String {
    let rest = Int(positiveRemainder)
    let east = abs(offset)
    // Every line of the ledger has one, and pieces put together cost ten times as much.
    var day = day.iso
    return day.withUTF8 { day in
      String(unsafeUninitializedCapacity: day.count + 19) { text in
        var at = text.initialize(fromContentsOf: day)
        func sign(_ sign: Unicode.Scalar) {
          text[at] = UInt8(ascii: sign)
          at += 1
        }
        func number(_ number: Int, digits: Int) {
          var rest = number
          for place in (at..<at + digits).reversed() {
            text[place] = UInt8(48 + rest % 10)
            rest /= 10
          }
          at += digits
        }
        sign("T")
        number(rest / 3_600_000, digits: 2)
        sign(":")
        number(rest / 60_000 % 60, digits: 2)
        sign(":")
        number(rest / 1000 % 60, digits: 2)
        sign(".")
        number(rest % 1000, digits: 3)
        sign(offset < 0 ? "-" : "+")
        number(east / 60, digits: 2)
        sign(":")
        number(east % 60, digits: 2)
        return at
      }
    }
  }

  private var localMilliseconds: Int64 { milliseconds + Int64(offset) * 60_000 }

  private var positiveRemainder: Int64 {
    let rest = localMilliseconds % 86_400_000
    return rest < 0 ? rest + 86_400_000 : rest
  }

  private static func two(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}
