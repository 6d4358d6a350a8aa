/// The months by their English names.
enum EnglishMonth {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of a month by its name in lower case, or the first three letters of it; May is
  /// both, and counts as short.
  static func named(_ word: String) -> (number: Int, isFull: Bool)? {
    let place = names.firstIndex { $0 == word || $0.prefix(3) == word }
    return place.map { ($0 + 1, word.count > 3) } ?? (word == "sept" ? (9, false) : nil)
  }
}
