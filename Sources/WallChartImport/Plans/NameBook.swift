import WallChartStore

/// Units, or battles, by their ids, and by their names in either language.
///
/// Names are compared byte for byte, as ``Text/says(_:)`` does: those that only look alike stay
/// apart. An id comes before a name, so that there is a way to say which one of the same name.
struct NameBook {
  private var places: [Name: [Int]] = [:]
  /// By the chart's own ids and those of another plan.
  private var placesByID: [String: Int] = [:]

  /// Enters all names of the unit at a place.
  mutating func enter(_ name: Text, at place: Int) {
    for words in name.translations.map(\.words) where !words.isEmpty {
      let name = Name(words: words)
      if places[name]?.contains(place) != true { places[name, default: []].append(place) }
    }
  }

  mutating func enter(id: String, at place: Int) { placesByID[id] = place }

  /// The places that any of the words stand for, ascending.
  func places(of name: Text) -> [Int] {
    Set(name.translations.flatMap { places[Name(words: $0.words)] ?? [] }).sorted()
  }

  /// The places that a name stands for, in either language or by id: none, one, or several of the
  /// same name. Where the languages contradict each other, those of both.
  func places(of name: TaskRow.Name) -> [Int] {
    if let id = name.id { return placesByID[id].map { [$0] } ?? [] }
    let (en, zh) = (places(of: name.en), places(of: name.zh))
    if en.isEmpty || zh.isEmpty { return en + zh }
    let both = en.filter(zh.contains)
    return both.isEmpty ? en + zh : both
  }

  /// Whether the two languages of a name stand for different ones.
  func isContradictory(_ name: TaskRow.Name) -> Bool {
    let (en, zh) = (places(of: name.en), places(of: name.zh))
    return !en.isEmpty && !zh.isEmpty && !en.contains(where: zh.contains)
  }

  private func places(of word: String) -> [Int] {
    // Ids are ASCII; other signs that Unicode holds for the same are none.
    if Identifier.isValid(word), let place = placesByID[word] { return [place] }
    return places[Name(words: word)] ?? []
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
