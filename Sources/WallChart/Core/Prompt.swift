import WallChartStore

/// What was selected when a search began, by id.
struct SearchStart: Equatable, Sendable {
  var task: String?
  var node: String?
}

/// The one-line editor for evidence, counts and reasons.
struct Prompt: Equatable, Sendable {
  /// What the line is for.
  enum Purpose: Equatable, Sendable {
    case evidence(task: String, node: String?)
    /// One part of a report; the parts answered so far stand in `draft`.
    case report(task: String, draft: Fact.Report, part: ReportPart)
    case undoReason(task: String, node: String)
    /// What to look for; Esc goes back to where it began.
    case search(from: SearchStart)
    /// The days in which something is due.
    case days

    /// The task it is about.
    var task: String? {
      switch self {
      case .evidence(let task, _), .report(let task, _, _), .undoReason(let task, _): task
      case .search, .days: nil
      }
    }
  }

  /// The parts of a report, in the order a unit gives them.
  enum ReportPart: CaseIterable, Sendable {
    /// The count alone, for a node that asks for one.
    case countOnly
    /// Why it falls, and that is all.
    case fallReasonOnly
    case count, fallReason, progress, problem, next
  }

  var purpose: Purpose
  /// What is asked, in the interface's language.
  var question: String
  var text: [Character]
  /// Characters before the caret.
  var caret: Int

  init(_ purpose: Purpose, question: String, text: String = "") {
    self.purpose = purpose
    self.question = question
    self.text = Array(text)
    caret = self.text.count
  }

  var answer: String { String(text) }

  /// Without the blanks around it.
  var trimmedAnswer: String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Applies an editing key; false when the key edits nothing.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .named(.space): insert(" ")
    case .named(.backspace), .control("h"): delete(from: caret - 1, to: caret)
    case .named(.delete), .control("d"): delete(from: caret, to: caret + 1)
    case .control("u"): delete(from: 0, to: caret)
    case .control("k"): delete(from: caret, to: text.count)
    case .control("w"): delete(from: wordStart, to: caret)
    case .named(.left), .control("b"): caret = max(0, caret - 1)
    case .named(.right), .control("f"): caret = min(text.count, caret + 1)
    case .named(.home), .control("a"): caret = 0
    case .named(.end), .control("e"): caret = text.count
    default: return false
    }
    return true
  }

  private mutating func insert(_ character: Character) {
    text.insert(character, at: caret)
    caret += 1
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(text.count, end)
    text.removeSubrange(range)
    caret = range.lowerBound
  }

  private var wordStart: Int {
    var start = caret
    while start > 0, text[start - 1] == " " { start -= 1 }
    // Chinese has no blanks between words: there, a character at a time.
    guard start > 0, text[start - 1].isASCII else { return max(0, start - 1) }
    while start > 0, text[start - 1] != " ", text[start - 1].isASCII { start -= 1 }
    return start
  }
}
