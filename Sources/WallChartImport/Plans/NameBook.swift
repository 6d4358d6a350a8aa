import WallChartStore

/// Units, or battles, by their names in either language.
///
/// Compared byte for byte, as ``Text/says(_:)`` does: names that only look alike stay apart.
struct NameBook {
  private var places: [Name: Int] = [:]
  /// By the ids of another plan.
  private var placesByID: [String: Int] = [:]

  /// Enters all names of the unit at a place; a name keeps the place it was first entered for.
  mutating func enter(_ name: Text, at place: Int) {
    for words in name.translations.map(\.words) where !words.isEmpty {
      let name = Name(words: words)
      if places[name] == nil { places[name] = place }
    }
  }

  mutating func enter(id: String, at place: Int) { placesByID[id] = place }

  /// The places that any of the words stand for, ascending.
  func places(of name: Text) -> [Int] {
    Set(name.translations.compactMap { places[Name(words: $0.words)] }).sorted()
  }

  /// The places that either name stands for: none, one, or two that contradict each other.
  func places(of name: TaskRow.Name) -> [Int] {
    if let id = name.id { return placesByID[id].map { [$0] } ?? [] }
    let found = [name.en, name.zh].compactMap { places[Name(words: $0)] }
    return found.count == 2 && found[0] == found[1] ? [found[0]] : found
  }

  /// A name as its bytes.
  private struct Name: Hashable {
    let words: String

    static func == (left: Name, right: Name) -> Bool { left.words.hasBytes(of: right.words) }

    func hash(into hasher: inout Hasher) {
      var words = words
      words.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
