/// A number of a cell in decimal digits, as many as spreadsheets keep: the sum of 0.1 and 0.2,
/// stored as 0.30000000000000004, is shown as 0.3 there and read so here.
struct DecimalNumber {
  /// How many digits a spreadsheet keeps.
  static let digitLimit = 15

  private let isNegative: Bool
  /// From the first that is not zero to the last that is not; none for zero.
  private var digits: [UInt8] = []
  /// Where the point stands, counted from before the first digit.
  private var point = 0

  init(_ value: Double) {
    isNegative = value < 0
    let text = String(describing: value.magnitude).utf8
    let mantissa = text.prefix { $0 != UInt8(ascii: "e") }
    let exponent = Int(String(text.dropFirst(mantissa.count + 1)) ?? "") ?? 0
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    let all = (Array(whole) + mantissa.dropFirst(whole.count + 1)).map { $0 - UInt8(ascii: "0") }
    let zeros = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(zeros))
    point = whole.count + exponent - zeros
    round()
    while digits.last == 0 { digits.removeLast() }
  }

  private mutating func round() {
    guard digits.count > Self.digitLimit else { return }
    let isUp = digits[Self.digitLimit] >= 5
    digits.removeLast(digits.count - Self.digitLimit)
    guard isUp else { return }
    while digits.last == 9 { digits.removeLast() }
    if let last = digits.popLast() {
      digits.append(last + 1)
    } else {
      digits = [1]
      point += 1
    }
  }

  /// The number times a power of ten, without exponent and without needless zeros.
  func text(timesTenToThe power: Int = 0) -> String {
    guard !digits.isEmpty else { return "0" }
    let point = point + power
    let signs = digits.map { $0 + UInt8(ascii: "0") }
    func zeros(_ count: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "0"), count: max(0, count))
    }
    let whole = point > 0 ? signs.prefix(point) + zeros(point - signs.count) : zeros(1)[...]
    let fraction = zeros(-point) + signs.dropFirst(max(0, point))
    let text =
      whole + (fraction.isEmpty || point >= signs.count ? [] : [UInt8(ascii: ".")] + fraction)
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }
}
