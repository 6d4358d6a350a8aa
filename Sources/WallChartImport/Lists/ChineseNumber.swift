/// Numbers in Chinese numerals: 一, 十二, 三十 from 1 to 99, and years such as 二〇二〇.
enum ChineseNumber {
  /// All that such a number can be made of.
  static let signs = Set<Character>("〇○零一二三四五六七八九十")

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// The number that the signs begin with, 1 to 99, and how many of them it takes.
  static func leading(_ scalars: ArraySlice<Unicode.Scalar>) -> (number: Int, count: Int)? {
    let first = scalars.first.flatMap(digit)
    if first == 0 { return nil }
    let afterTens = scalars.dropFirst(first == nil ? 0 : 1)
    guard afterTens.first == "十" else { return first.map { ($0, 1) } }
    let rest = afterTens.dropFirst()
    let ones = rest.first.flatMap(digit) ?? 0
    return ((first ?? 1) * 10 + ones, scalars.count - rest.count + (ones > 0 ? 1 : 0))
  }

  /// The number, 1 to 99, that a text is from end to end.
  static func value(of text: some StringProtocol) -> Int? {
    let scalars = Array(text.unicodeScalars)
    guard let (number, count) = leading(scalars[...]), count == scalars.count else { return nil }
    return number
  }

  /// A year of four figures, and nothing else.
  static func year(of scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard scalars.count == 4 else { return nil }
    let figures = scalars.compactMap(digit)
    return figures.count == 4 ? figures.reduce(0) { $0 * 10 + $1 } : nil
  }
}
