import WallChartStore

/// Texts one behind the other in one piece of memory: looking through it takes a fraction of what
/// thousands of small ones take.
struct SearchedTexts: Sendable {
  /// As ``Search/bytes(of:)`` has them, a line feed behind each: no pattern holds one.
  private var text: [UInt8] = []
  /// The same in small letters.
  private var small: [UInt8] = []
  /// Where the texts of each place begin, and where the last ones end.
  private var starts = [0]

  /// How many places there are.
  var count: Int { starts.count - 1 }

  mutating func reserve(_ bytes: Int) { text.reserveCapacity(bytes) }

  mutating func append(_ words: Text) {
    for place in words.translations.indices { append(words.translations[place].words) }
  }

  mutating func append(_ words: String) {
    var words = words
    // At one stroke: byte by byte, tens of thousands of texts take longer than the search.
    words.withUTF8 { text.append(contentsOf: $0) }
    text.append(10)
  }

  /// Nothing more belongs to the last place.
  mutating func end() {
    Search.fold(&text, from: starts[starts.count - 1])
    starts.append(text.count)
  }

  /// Nothing more comes.
  mutating func close() {
    let text = text
    small = [UInt8](unsafeUninitializedCapacity: text.count) { small, count in
      for at in text.indices { small[at] = text[at] &- 0x41 < 26 ? text[at] | 0x20 : text[at] }
      count = text.count
    }
  }

  /// Whether each place has what is looked for.
  /// - Parameter before: where it may be; everywhere when nil.
  func found(_ search: Search, by way: Search.Way, among before: [Bool]? = nil) -> [Bool] {
    var found = Array(repeating: false, count: count)
    (search.heedsCase ? text : small).withUnsafeBufferPointer { text in
      func isFound(at place: Int) -> Bool {
        search.isFound(
          inSmall: UnsafeBufferPointer(rebasing: text[starts[place]..<starts[place + 1]]), by: way)
      }
      if let before {
        for place in found.indices where before[place] { found[place] = isFound(at: place) }
      } else if way == .text, !search.pattern.isEmpty {
        // All of them at one go, and on behind each that is found.
        var place = 0
        while place < count, let at = search.place(in: text, from: starts[place]) {
          while starts[place + 1] <= at { place += 1 }
          found[place] = true
          place += 1
        }
      } else {
        for place in found.indices { found[place] = isFound(at: place) }
      }
    }
    return found
  }
}
