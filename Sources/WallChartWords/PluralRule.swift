/// Which form of a sentence a number takes, by the rules of Unicode's CLDR, from which a language's
/// file copies the conditions of all forms but the last, parted by semicolons:
/// `n % 10 = 1 and n % 100 != 11; n % 10 = 2..4 and n % 100 != 12..14`.
struct PluralRule: Sendable {
  /// `n % 100 = 12..14, 20`
  private struct Relation: Sendable {
    var modulus: Int?
    var isNegated: Bool
    var ranges: [ClosedRange<Int>]
    /// Numbers here are whole: the operands that tell of fractions are 0.
    var isOfFraction: Bool

    func holds(for number: Int) -> Bool {
      let value = isOfFraction ? 0 : modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(value) } != isNegated
    }
  }

  /// For each form but the last, ways in which it is taken; all relations of one of them must hold.
  private let forms: [[[Relation]]]

  /// Nil when it cannot be read.
  init?(_ text: String) {
    var forms: [[[Relation]]] = []
    for form in text.split(separator: ";") {
      var ways: [[Relation]] = []
      for way in Self.parts(of: form, between: "or") {
        let relations = Self.parts(of: way, between: "and").map(Self.relation)
        guard relations.allSatisfy({ $0 != nil }) else { return nil }
        ways.append(relations.compactMap(\.self))
      }
      forms.append(ways)
    }
    self.forms = forms
  }

  /// The place of the form, from 0.
  func form(of number: Int) -> Int {
    forms.firstIndex { $0.contains { $0.allSatisfy { $0.holds(for: number) } } } ?? forms.count
  }

  private static func parts(
    of text: Substring, between word: Substring
  ) -> [[Substring]] {
    parts(of: text.split(separator: " "), between: word)
  }

  private static func parts(
    of words: [Substring], between word: Substring
  ) -> [[Substring]] {
    words.split(separator: word, omittingEmptySubsequences: false).map(Array.init)
  }

  private static func relation(_ words: [Substring]) -> Relation? {
    guard let sign = words.firstIndex(where: { $0 == "=" || $0 == "!=" }) else { return nil }
    let left = words[..<sign]
    guard let operand = left.first, left.count == 1 || left.count == 3 && left[1] == "%" else {
      return nil
    }
    let modulus = left.count == 3 ? Int(left[2]) : nil
    guard left.count == 1 || modulus ?? 0 > 0 else { return nil }
    let ranges = words[(sign + 1)...].joined().split(separator: ",").map(range)
    guard !ranges.isEmpty, ranges.allSatisfy({ $0 != nil }) else { return nil }
    return Relation(
      modulus: modulus, isNegated: words[sign] == "!=", ranges: ranges.compactMap(\.self),
      isOfFraction: operand != "n" && operand != "i")
  }

  /// `12..14`, `20`
  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: "..").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else {
      return nil
    }
    return first...last
  }
}
