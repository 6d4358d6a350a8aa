/// Goes through the signs of a short text from left to right.
struct PhraseScanner {
  private(set) var rest: ArraySlice<Unicode.Scalar>

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    rest = Array(scalars)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func drop(_ count: Int) { rest = rest.dropFirst(count) }

  /// Passes over the first of these words that stands here.
  mutating func take(_ words: String...) -> String? { take(words) }

  mutating func take(_ words: [String]) -> String? {
    for word in words where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count)
      return word
    }
    return nil
  }

  /// Passes over the last of the text if it is one of these words.
  mutating func takeLast(_ words: String...) -> String? { takeLast(words) }

  mutating func takeLast(_ words: [String]) -> String? {
    for word in words where rest.reversed().starts(with: word.unicodeScalars.reversed()) {
      rest = rest.dropLast(word.unicodeScalars.count)
      return word
    }
    return nil
  }

  /// Passes over a number of ASCII digits, of one to nine; a longer one stays.
  mutating func digits() -> (number: Int, count: Int)? {
    let run = rest.prefix(10).prefix { ("0"..."9").contains($0) }
    guard (1...9).contains(run.count) else { return nil }
    rest = rest.dropFirst(run.count)
    var number = 0
    for digit in run { number = number * 10 + Int(digit.value) - 48 }
    return (number, run.count)
  }

  /// Passes over a number to 99 in digits (10) or Chinese numerals (十, 二十一).
  mutating func number() -> Int? {
    if let (number, count) = digits() { return count <= 2 ? number : nil }
    guard let (number, count) = ChineseNumber.leading(rest) else { return nil }
    rest = rest.dropFirst(count)
    return number
  }

  /// Passes over a year of four digits or Chinese numerals: 2020, 二〇二〇.
  mutating func year() -> Int? {
    let start = self
    if let (number, count) = digits() {
      if count == 4 { return number }
      self = start
      return nil
    }
    guard let year = ChineseNumber.year(of: rest.prefix(4)) else { return nil }
    rest = rest.dropFirst(4)
    return year
  }
}
