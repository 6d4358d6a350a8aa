import WallChartStore

/// Units, or battles, by their names in either language.
///
/// Compared byte for byte, as ``Text/says(_:)`` does: names that only look alike stay apart.
struct NameBook {
  private var places: [[UInt8]: Int] = [:]
  /// By the ids of another plan.
  private var placesByID: [String: Int] = [:]

  /// Enters all names of the unit at a place; a name keeps the place it was first entered for.
  mutating func enter(_ name: Text, at place: Int) {
    for words in name.translations.map(\.words) where !words.isEmpty {
      let key = Array(words.utf8)
      if places[key] == nil { places[key] = place }
    }
  }

  mutating func enter(id: String, at place: Int) { placesByID[id] = place }

  /// The places that any of the words stand for, ascending.
  func places(of name: Text) -> [Int] {
    Set(name.translations.compactMap { places[Array($0.words.utf8)] }).sorted()
  }

  /// The places that either name stands for: none, one, or two that contradict each other.
  func places(of name: TaskRow.Name) -> [Int] {
    if let id = name.id { return placesByID[id].map { [$0] } ?? [] }
    let found = [name.en, name.zh].compactMap { places[Array($0.utf8)] }
    return found.count == 2 && found[0] == found[1] ? [found[0]] : found
  }
}
