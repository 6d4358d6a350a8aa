import WallChartStore
import WallChartWords

/// What was selected when a search began, by id.
struct SearchStart: Equatable, Sendable {
  var task: String?
  var node: String?
  /// What moving up and down kept to.
  var wantedDay: Day?
  var wantedPlace = 0
}

/// The one-line editor for evidence, counts and reasons.
struct Prompt: Equatable, Sendable {
  /// What the line is for.
  enum Purpose: Equatable, Sendable {
    case evidence(task: String, node: String?)
    case note(task: String, node: String?)
    /// What a look-back visit saw, all being in order.
    case visit(task: String)
    /// One part of a report; the parts answered so far stand in `draft`.
    case report(task: String, draft: Fact.Report, part: ReportPart)
    case undoReason(task: String, node: String)
    /// Why the last own step is taken back: these entries.
    case stepReason(of: [EntryID])
    /// A found problem, in one line, of a battle when the line names none.
    case problem(battle: String?)
    /// The new value of a field.
    case field(SeenField)
    /// Why a task is withdrawn.
    case withdrawal(task: String)
    /// Who acts, and then for which unit; behind it the key that had to wait is pressed again.
    case who(then: Waiting)
    case whoUnit(name: String, then: Waiting)
    /// Why a task is sent back, or opened again.
    case sendBack(task: String)
    case reopening(task: String, isFalse: Bool)
    /// One part of an extension; the parts answered so far stand in `draft`.
    case extending(task: String, draft: Fact.Extension, part: ExtensionPart)
    /// What to look for; Esc goes back to where it began.
    case search(from: SearchStart)
    /// The days in which something is due.
    case days
    /// What to call the current view.
    case viewName

    /// The task it is about.
    var task: String? {
      switch self {
      case .evidence(let task, _), .note(let task, _), .report(let task, _, _),
        .undoReason(let task, _):
        task
      case .visit(let task): task
      case .field(let seen): seen.task
      case .withdrawal(let task), .sendBack(let task), .reopening(let task, _),
        .extending(let task, _, _):
        task
      case .search, .problem, .days, .viewName, .who, .whoUnit, .stepReason: nil
      }
    }

    /// What was entered before in prompts of the same kind can be recalled.
    var kind: Kind? {
      switch self {
      case .evidence: .evidence
      case .note, .visit: .note
      case .undoReason, .stepReason, .withdrawal, .sendBack, .reopening, .extending(_, _, .reason),
        .report(_, _, .fallReason), .report(_, _, .fallReasonOnly):
        .reason
      case .report(_, _, .progress): .progress
      case .report(_, _, .problem): .problem
      case .report(_, _, .next): .next
      case .search: .search
      case .days: .days
      // A number is typed sooner than found; a new task and a new value are like none before.
      case .report(_, _, .count), .report(_, _, .countOnly),
        .report(_, _, .nextBy), .problem, .field, .viewName, .who,
        .whoUnit, .extending:
        nil
      }
    }

    /// Whether the line may name a file.
    var isEvidence: Bool {
      if case .evidence = self { true } else { false }
    }

    /// Whether Tab offers what the line may go on with.
    var isCompleted: Bool {
      switch self {
      case .problem, .whoUnit: true
      default: false
      }
    }
  }

  /// The parts of a report, in the order a unit gives them.
  enum ReportPart: CaseIterable, Sendable {
    /// The count alone, for a node that asks for one.
    case countOnly
    /// Why it falls, and that is all.
    case fallReasonOnly
    case count, fallReason, progress, problem, next, nextBy
  }

  /// The parts of an extension.
  enum ExtensionPart: Sendable {
    case day, approver, reason
  }

  /// What goes on once it is known who acts.
  struct Waiting: Equatable, Sendable {
    /// The key that was pressed first.
    var key: Key?
    /// Whether what it does says for which unit one acts.
    var needsUnit = false
  }

  /// Prompts that share what was entered before.
  enum Kind: Hashable, Sendable {
    case evidence, note, reason, progress, problem, next, search, days
  }

  var purpose: Purpose
  /// What had been said of the thing it is about when it was opened, where that matters.
  var known: Known?
  /// What is asked, in the interface's language.
  var question: String
  var text: [Character]
  /// Characters before the caret.
  var caret: Int
  /// Whether the text is only proposed: what is typed takes its place, what moves in it keeps it.
  var isProposal = false
  /// What was last cut, to be put in again.
  var cut: [Character] = []
  /// What was entered before, once it was asked for.
  var history: PromptHistory?
  /// What Tab offers, once it was pressed.
  var completion: Completion?

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

  /// The keys that the help names; what every line editor has is left out.
  static let keyList: [(keys: [Key], name: Word)] = [
    ([.named(.up), .control("p")], .typingBefore),
    ([.named(.down), .control("n")], .typingAfter),
    ([.named(.wordLeft)], .typingWordBack),
    ([.named(.wordRight)], .typingWordOn),
    ([.control("a"), .control("e")], .typingEnds),
    ([.control("w"), .control("u"), .control("k")], .typingCut),
    ([.control("y")], .typingPutIn),
  ]

  /// Applies an editing key; false when the key edits nothing.
  mutating func edit(_ key: Key) -> Bool {
    let wasProposal = isProposal
    isProposal = false
    switch key {
    case .character, .named(.space), .control("y"):
      if wasProposal { delete(from: 0, to: text.count) }
    case .named(.backspace), .control("h"), .named(.delete), .control("d"):
      if wasProposal {
        delete(from: 0, to: text.count)
        return true
      }
    default: break
    }
    switch key {
    case .character(let character): insert(character)
    case .named(.space): insert(" ")
    case .named(.backspace), .control("h"): delete(from: caret - 1, to: caret)
    case .named(.delete), .control("d"): delete(from: caret, to: caret + 1)
    case .control("u"): cut(from: 0, to: caret)
    case .control("k"): cut(from: caret, to: text.count)
    case .control("w"): cut(from: wordStart, to: caret)
    case .control("y"): insert(cut)
    case .named(.left), .control("b"): caret = max(0, caret - 1)
    case .named(.right), .control("f"): caret = min(text.count, caret + 1)
    case .named(.wordLeft): caret = previousWord
    case .named(.wordRight): caret = nextWord
    case .named(.home), .control("a"): caret = 0
    case .named(.end), .control("e"): caret = text.count
    default: return false
    }
    return true
  }

  /// A mark or a joiner that comes behind its letter, as terminals send it, becomes one with it.
  private mutating func insert(_ character: Character) {
    let before = text[..<caret].last.map(String.init) ?? ""
    let joined = Array(before + String(character))
    text.replaceSubrange(max(0, caret - 1)..<caret, with: joined)
    caret += joined.count - (before.isEmpty ? 0 : 1)
  }

  private mutating func insert(_ characters: [Character]) {
    text.insert(contentsOf: characters, at: caret)
    caret += characters.count
  }

  @discardableResult
  private mutating func delete(from start: Int, to end: Int) -> [Character] {
    let range = max(0, start)..<min(text.count, end)
    let deleted = Array(text[range])
    text.removeSubrange(range)
    caret = range.lowerBound
    return deleted
  }

  /// Deletes a stretch that can be put in again.
  private mutating func cut(from start: Int, to end: Int) {
    let deleted = delete(from: start, to: end)
    if !deleted.isEmpty { cut = deleted }
  }

  /// Where the word before the caret begins: letters and digits of any script in a row.
  private var previousWord: Int {
    var place = caret
    while place > 0, !text[place - 1].isOfWord { place -= 1 }
    while place > 0, text[place - 1].isOfWord { place -= 1 }
    return place
  }

  /// Behind the word at or after the caret.
  private var nextWord: Int {
    var place = caret
    while place < text.count, !text[place].isOfWord { place += 1 }
    while place < text.count, text[place].isOfWord { place += 1 }
    return place
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

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }
}
