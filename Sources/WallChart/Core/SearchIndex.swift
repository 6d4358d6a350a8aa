import WallChartStore
import WallChartWords

/// What a search looks in: the words of all tasks in all languages, one behind the other. Looking
/// through one piece of memory takes a fraction of what thousands of small ones take.
struct SearchIndex: Sendable {
  /// As ``Search/bytes(of:)`` has them, a line feed between any two: no pattern holds one.
  private let text: [UInt8]
  /// The same in small letters.
  private let small: [UInt8]
  /// Where the words of each task begin, and where the last ones end.
  private let starts: [Int]
  /// The last answer of each way: the next key asks the same again.
  private var known: [Search.Way: (search: Search, found: [Bool])] = [:]

  init(of chart: Chart) {
    var units: [String: [UInt8]] = [:]
    for unit in chart.units where units[unit.id] == nil {
      units[unit.id] = Self.bytes(of: [unit.name] + [unit.short].compactMap(\.self))
    }
    var text: [UInt8] = []
    text.reserveCapacity(chart.tasks.count * 256)
    var starts = [0]
    starts.reserveCapacity(chart.tasks.count + 1)
    for task in chart.tasks {
      let start = text.count
      text += task.id.utf8
      text.append(10)
      Self.append(task.title, to: &text)
      if let short = task.short { Self.append(short, to: &text) }
      for unit in [task.unit] + [task.lead].compactMap(\.self) + task.helpers {
        if let words = units[unit] { text += words }
      }
      if let officer = task.officer {
        text += officer.utf8
        text.append(10)
      }
      if let problem = task.problem { Self.append(problem, to: &text) }
      for node in task.nodes { Self.append(node.title, to: &text) }
      Search.fold(&text, from: start)
      starts.append(text.count)
    }
    self.text = text
    self.starts = starts
    small = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func append(_ words: Text, to text: inout [UInt8]) {
    for translation in words.translations {
      // At one stroke: byte by byte, tens of thousands of texts take longer than the search.
      var words = translation.words
      words.withUTF8 { text.append(contentsOf: $0) }
      text.append(10)
    }
  }

  private static func bytes(of texts: [Text]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts { append(text, to: &bytes) }
    return bytes
  }

  /// Whether each task, by its place in the plan, has what is looked for.
  mutating func tasks(with search: Search, by way: Search.Way) -> [Bool] {
    if let last = known[way], last.search == search { return last.found }
    let text = search.heedsCase ? self.text : small
    let found = text.withUnsafeBufferPointer { text in
      (0..<starts.count - 1).map { task in
        search.isFound(
          inSmall: UnsafeBufferPointer(rebasing: text[starts[task]..<starts[task + 1]]), by: way)
      }
    }
    known[way] = (search, found)
    return found
  }
}
