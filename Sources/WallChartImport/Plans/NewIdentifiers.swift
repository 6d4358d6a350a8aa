import WallChartStore

/// Gives ids to new units or battles, none of them twice.
struct NewIdentifiers {
  private var taken: Set<String>
  private var number = 1

  init(taken: some Sequence<String>) {
    self.taken = Set(taken)
  }

  /// A unit's: its English name as a slug, else `u1`, `u2` ….
  mutating func unit(_ name: Text) -> String {
    Self.slug(of: name).flatMap { claim($0) } ?? numbered("u")
  }

  /// A battle's: what the ids of its tasks begin with (`BS` of BS-01 and BS-02), else its English
  /// name as a slug, else `b1`, `b2` ….
  mutating func battle(_ name: Text, tasks: [String]) -> String {
    let start = Self.commonStart(of: tasks)
    if Identifier.isValid(start), let id = claim(start) { return id }
    return Self.slug(of: name).flatMap { claim($0) } ?? numbered("b")
  }

  /// The id when nobody had it; it is taken from then on.
  private mutating func claim(_ id: String) -> String? {
    taken.insert(id).inserted ? id : nil
  }

  private mutating func numbered(_ letter: String) -> String {
    while true {
      defer { number += 1 }
      if let id = claim("\(letter)\(number)") { return id }
    }
  }

  private static func slug(of name: Text) -> String? {
    name.translations.first { $0.language == "en" }.flatMap { slug($0.words) }
  }

  /// Lower case, every run of other signs than letters and digits one hyphen, at most 64 bytes;
  /// nil when there is no letter, or one that is not Latin: what is left of it would mislead.
  static func slug(_ name: String) -> String? {
    let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.contains(where: \.isASCII), letters.allSatisfy({ $0.value < 0x250 }) else {
      return nil
    }
    let words = name.utf8.split { byte in
      !((48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte))
    }
    let joined = words.map { String(decoding: $0, as: UTF8.self).lowercased() }
      .joined(separator: "-")
    var slug = joined.prefix(64)
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? nil : String(slug)
  }

  /// What all ids begin with, up to the last hyphen, dot or underscore; without one, up to the
  /// digits that number them.
  private static func commonStart(of ids: [String]) -> String {
    guard var start = ids.first?.utf8[...] else { return "" }
    for id in ids {
      start = start.prefix(zip(start, id.utf8).prefix { $0 == $1 }.count)
    }
    let signs = [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")]
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if let last = start.lastIndex(where: signs.contains) {
      start = start[..<last]
    } else {
      while let last = start.last, digits.contains(last) { start.removeLast() }
    }
    while let last = start.last, signs.contains(last) { start.removeLast() }
    // A number, such as the year, names no battle.
    return start.allSatisfy(digits.contains) ? "" : String(Substring(start))
  }
}
