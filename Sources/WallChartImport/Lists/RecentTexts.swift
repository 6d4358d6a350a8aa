import Glibc
import WallChartStore

/// Texts of late by their words: lists say the same again and again, and every ``Text`` is memory of
/// its own.
struct RecentTexts: Sendable {
  private static let slots = 2048
  private var known: [Text?] = Array(repeating: nil, count: slots)

  /// Words in both languages, of which either may be empty; nil when both are.
  mutating func text(en: String, zh: String) -> Text? {
    guard !en.isEmpty || !zh.isEmpty else { return nil }
    let slot = Int((Self.sum(of: en) &* 31 &+ Self.sum(of: zh)) % UInt32(Self.slots))
    if let text = known[slot], text.isOf(en: en, zh: zh) { return text }
    known[slot] = Text(en: en, zh: zh)
    return known[slot]
  }

  /// A number that differs for most texts; two of the same only cost each other their place. All of
  /// a text counts: the names of steps often differ only at their ends.
  private static func sum(of text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { bytes in
      var sum: UInt32 = 5381
      for byte in bytes { sum = (sum << 5) &+ sum ^ UInt32(byte) }
      return sum
    }
  }
}

extension Text {
  /// Whether it is what these words make, byte for byte.
  fileprivate func isOf(en: String, zh: String) -> Bool {
    var words = translations[...]
    func takes(_ language: String, _ text: String) -> Bool {
      if text.isEmpty { return true }
      guard let first = words.popFirst(), first.language == language else { return false }
      return first.words.hasBytes(of: text)
    }
    return takes("en", en) && takes("zh", zh) && words.isEmpty
  }
}

extension String {
  /// Whether both are written with the same bytes; `==` also holds where they only mean the same.
  func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (mine, theirs) = (self, other)
    return mine.withUTF8 { mine in
      theirs.withUTF8 { theirs in
        guard let here = mine.baseAddress, let there = theirs.baseAddress else { return true }
        return memcmp(here, there, mine.count) == 0
      }
    }
  }
}
