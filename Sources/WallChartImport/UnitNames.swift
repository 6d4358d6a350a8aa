import WallChartStore

/// Units, or battles, by their names in either language.
///
/// Compared byte for byte, as ``Text/says(_:)`` does: names that only look alike stay apart.
struct NameBook {
  private var places: [[UInt8]: Int] = [:]

  /// Enters all names of the unit at a place; a name keeps the place it was first entered for.
  mutating func enter(_ name: Text, at place: Int) {
    for words in name.translations.map(\.words) where !words.isEmpty {
      let key = Array(words.utf8)
      if places[key] == nil { places[key] = place }
    }
  }

  /// The places that either name stands for: none, one, or two that contradict each other.
  func places(of name: TaskRow.Name) -> [Int] {
    let found = [name.en, name.zh].compactMap { places[Array($0.utf8)] }
    return found.count == 2 && found[0] == found[1] ? [found[0]] : found
  }
}

/// Ids for new units and battles.
enum NewIdentifier {
  /// A unit's: its English name as a slug, else `u1`, `u2` ….
  static func unit(_ name: Text, isTaken: (String) -> Bool) -> String {
    if let slug = slug(name["en"]), !isTaken(slug) { return slug }
    return numbered("u", isTaken: isTaken)
  }

  /// A battle's: what the ids of its tasks begin with (`BS` of BS-01 and BS-02), else its English
  /// name as a slug, else `b1`, `b2` ….
  static func battle(_ name: Text, tasks: [String], isTaken: (String) -> Bool) -> String {
    let start = commonStart(of: tasks)
    if Identifier.isValid(start), !isTaken(start) { return start }
    if let slug = slug(name["en"]), !isTaken(slug) { return slug }
    return numbered("b", isTaken: isTaken)
  }

  /// Lower case, every run of other signs than letters and digits one hyphen, at most 64 bytes;
  /// nil when nothing is left.
  static func slug(_ name: String) -> String? {
    let words = name.utf8.split { byte in
      !((48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte))
    }
    let joined = words.map { String(decoding: $0, as: UTF8.self).lowercased() }
      .joined(separator: "-")
    var slug = joined.prefix(64)
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? nil : String(slug)
  }

  private static func commonStart(of ids: [String]) -> String {
    guard var start = ids.first.map({ $0[...] }) else { return "" }
    for id in ids {
      while !id.hasPrefix(start) { start.removeLast() }
    }
    while let last = start.utf8.last,
      last == UInt8(ascii: "-") || last == UInt8(ascii: "_") || (48...57).contains(last)
    {
      start.removeLast()
    }
    return String(start)
  }

  private static func numbered(_ letter: String, isTaken: (String) -> Bool) -> String {
    var number = 1
    while isTaken("\(letter)\(number)") { number += 1 }
    return "\(letter)\(number)"
  }
}
