import WallChartStore

/// What was entered before, walked from the line being typed, which stays at its end.
struct PromptHistory: Equatable, Sendable {
  /// Newest first; those that begin as the line that was being typed.
  private let lines: [String]
  private let typed: [Character]
  /// The line shown; nil for the one being typed.
  private var place: Int?

  /// - Parameters:
  ///   - lines: what was entered before, newest first, each once.
  ///   - typed: the line being typed: it narrows them.
  init(_ lines: [String], typed: [Character]) {
    let start = String(typed)
    self.lines = lines.filter { $0.hasPrefix(start) && $0 != start }
    self.typed = typed
  }

  /// The line so many steps further back, or nearer; nil beyond either end.
  mutating func move(by steps: Int) -> [Character]? {
    let next = (place ?? -1) + steps
    guard (-1..<lines.count).contains(next) else { return nil }
    place = next < 0 ? nil : next
    return place.map { Array(lines[$0]) } ?? typed
  }

  /// Whether a text is the one it shows: another was edited since.
  func shows(_ text: [Character]) -> Bool { (place.map { Array(lines[$0]) } ?? typed) == text }
}

// Prompts remember what was entered: in this run, and in own entries of earlier ones.
extension State {
  /// So many lines of a kind can be recalled.
  static let mostRecalled = 50
  /// Own entries are looked through until at least so many were.
  static let farthestRecalled = 1000

  /// Shows a prompt.
  mutating func open(_ prompt: Prompt) {
    var prompt = prompt
    prompt.cut = cut
    mode = .prompt(prompt)
  }

  /// Keeps an answer to be recalled.
  mutating func remember(_ answer: String, of kind: Prompt.Kind?) {
    guard let kind, !answer.isEmpty else { return }
    var known = answers[kind, default: []]
    known.removeAll { $0 == answer }
    answers[kind] = [answer] + known.prefix(Self.mostRecalled - 1)
  }

  /// Up and Down in a prompt: shows what was entered before; false beyond the ends, nil for any
  /// other key.
  func recall(_ key: Key, in prompt: inout Prompt) -> Bool? {
    let steps: Int
    switch key {
    case .named(.up), .control("p"): steps = 1
    case .named(.down), .control("n"): steps = -1
    default: return nil
    }
    guard let kind = prompt.purpose.kind else { return false }
    var history: PromptHistory
    if let known = prompt.history, known.shows(prompt.text) {
      history = known
    } else {
      // What is only proposed narrows nothing.
      history = PromptHistory(recalled(kind), typed: prompt.isProposal ? [] : prompt.text)
    }
    guard let line = history.move(by: steps) else { return false }
    prompt.isProposal = false
    prompt.history = history
    prompt.text = line
    prompt.caret = line.count
    return true
  }

  /// What was entered in prompts of a kind, newest first, each once.
  func recalled(_ kind: Prompt.Kind) -> [String] {
    var lines: [String] = []
    var seen: Set<String> = []
    func take(_ text: String) {
      let line = Prompt.line(of: text.unicodeScalars)
      if !line.isEmpty, seen.insert(line).inserted { lines.append(line) }
    }
    answers[kind]?.forEach(take)
    guard kind != .search else { return lines }
    for last in situation.ledger.lastEntries(by: ownWriters) {
      for entry in last.entries.reversed() where lines.count < Self.mostRecalled {
        entry.texts(of: kind).forEach(take)
      }
      if lines.count >= Self.mostRecalled || last.entries.count >= Self.farthestRecalled { break }
    }
    return Array(lines.prefix(Self.mostRecalled))
  }
}

extension Entry {
  /// What it says that was entered in a prompt of a kind.
  fileprivate func texts(of kind: Prompt.Kind) -> [String] {
    switch (kind, fact) {
    case (.evidence, _): evidence.filter { Evidence($0).file == nil }
    case (.note, .note(let note)): [note.text].compactMap(\.self)
    case (.reason, .undo(_, let reason)): [reason].compactMap(\.self)
    case (.reason, .report(let report)): [report.reason].compactMap(\.self)
    case (.progress, .report(let report)): [report.progress].compactMap(\.self)
    case (.problem, .report(let report)): [report.problem].compactMap(\.self)
    case (.next, .report(let report)): [report.next].compactMap(\.self)
    default: []
    }
  }
}
