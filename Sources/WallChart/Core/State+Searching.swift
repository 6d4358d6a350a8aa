import WallChartStore
import WallChartWords

/// What was searched for: ASCII letters count alike unless the pattern has a capital, full-width
/// signs as their ASCII.
struct Search: Equatable, Sendable {
  let pattern: [UInt8]
  let heedsCase: Bool
  let text: String

  init(_ text: String) {
    self.text = text
    heedsCase = text.unicodeScalars.contains { (0x41...0x5A).contains($0.value) }
    pattern = Search.bytes(of: text)
  }

  /// The bytes of a text, full-width ASCII folded.
  static func bytes(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    // U+FF01...U+FF5E are EF BC 81...EF BD 9E in UTF-8, the ideographic space is E3 80 80.
    guard bytes.contains(where: { $0 == 0xEF || $0 == 0xE3 }) else { return bytes }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if at + 2 < bytes.count, let narrow = narrow(bytes[at], bytes[at + 1], bytes[at + 2]) {
        folded.append(narrow)
        at += 3
      } else {
        folded.append(bytes[at])
        at += 1
      }
    }
    return folded
  }

  /// The ASCII of a full-width sign, given by its three bytes.
  private static func narrow(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    case (0xE3, 0x80, 0x80): 0x20
    default: nil
    }
  }

  /// Whether the pattern stands somewhere in a text.
  func isFound(in text: [UInt8]) -> Bool {
    guard let first = pattern.first, text.count >= pattern.count else { return pattern.isEmpty }
    for start in 0...text.count - pattern.count where isSame(text[start], first) {
      if pattern.indices.allSatisfy({ isSame(text[start + $0], pattern[$0]) }) { return true }
    }
    return false
  }

  private func isSame(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    if byte == wanted { return true }
    return !heedsCase && (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
  }
}

extension State {
  /// Asks what to search for.
  mutating func askSearch() {
    let start = SearchStart(
      task: selectedTask.map { situation.chart.tasks[$0].id },
      node: selectedTask.flatMap { task in
        node.map { situation.chart.tasks[task].nodes[$0].id }
      })
    mode = .prompt(Prompt(.search(from: start), question: words(.promptSearch)))
  }

  /// Shows the first task found while the pattern is typed.
  mutating func searchAsTyped(_ prompt: Prompt) {
    guard case .search(let start) = prompt.purpose else { return }
    select(task: start.task, node: start.node)
    guard !prompt.trimmedAnswer.isEmpty else { return }
    if !find(Search(prompt.trimmedAnswer), by: 1, fromHere: true) {
      said = Said(text: notFoundWords(prompt.trimmedAnswer), isError: true)
    }
  }

  /// Enter behind a pattern: an empty one means the last one.
  mutating func search(for text: String) -> [Effect] {
    guard !text.isEmpty else { return searchAgain(by: 1) }
    search = Search(text)
    return find(search, by: 1, fromHere: true) ? [] : notFound()
  }

  /// To the next task found, or the previous one.
  mutating func searchAgain(by step: Int) -> [Effect] {
    if let lacksSearch {
      said = Said(text: lacksSearch)
      return [.bell]
    }
    return find(search, by: step, fromHere: false) ? [] : notFound()
  }

  private mutating func notFound() -> [Effect] {
    said = Said(text: notFoundWords(search?.text ?? ""), isError: true)
    return [.bell]
  }

  private func notFoundWords(_ text: String) -> String {
    words(showing.isWhole ? .saidNotFound : .saidNotFoundFiltered, ["text": shown(text)])
  }

  /// Selects the next task in which the pattern stands; one that is folded away comes forth.
  private mutating func find(_ search: Search?, by step: Int, fromHere: Bool) -> Bool {
    guard let search else { return false }
    if searchTexts == nil { searchTexts = situation.chart.searchTexts }
    let texts = searchTexts ?? []
    // In the order of the rows as if nothing were folded.
    var open = showing
    open.folded = []
    let all = open.rows(of: showing.tasks(of: situation), in: situation)
    let place = rows.indices.contains(row) ? all.firstIndex(of: rows[row]) ?? 0 : 0
    for turn in (fromHere ? 0 : 1)...max(1, all.count) {
      let position = (place + step * turn + all.count * 2) % max(1, all.count)
      guard all.indices.contains(position), case .task(let task) = all[position],
        search.isFound(in: texts[task])
      else { continue }
      let isWrapped = turn > 0 && (step > 0 ? position <= place : position >= place)
      if isWrapped { said = Said(text: words(step > 0 ? .saidWrapped : .saidWrappedBack)) }
      if !hasRow(task) {
        showing.folded = []
        arrange()
      }
      row = rows.firstIndex(of: .task(task)) ?? row
      selectNearestNode()
      scrollToSelection()
      return true
    }
    return false
  }
}

extension Chart {
  /// What a search looks in, task by task: id, titles, units and nodes in all languages.
  fileprivate var searchTexts: [[UInt8]] {
    let units = Dictionary(
      units.map { ($0.id, [$0.name, $0.short]) }, uniquingKeysWith: { first, _ in first })
    return tasks.map { task in
      var texts: [Text?] = [task.title, task.short]
      for unit in [task.unit] + [task.lead].compactMap(\.self) { texts += units[unit] ?? [] }
      texts += task.nodes.map(\.title)
      let words = texts.compactMap(\.self).flatMap(\.translations).map(\.words)
      // A line feed between them, which no pattern holds.
      return Search.bytes(of: ([task.id] + words).joined(separator: "\n"))
    }
  }
}
