import WallChartStore
import WallChartWords

/// A list to choose from, narrowed by typing.
struct Menu: Equatable, Sendable {
  struct Item: Equatable, Sendable {
    var text: String
    /// What stands at the right: the keys of a command.
    var aside = ""
    /// Why it cannot be chosen now; such items stand below the others.
    var obstacle: String?
    /// Found by these words too: a name in other languages.
    var alias = ""
    /// Chooses it as long as nothing is typed; it stands at the right.
    var digit: Int?
    /// Whether it holds already.
    var isOn = false
    var choice: Choice
  }

  /// What choosing does.
  enum Choice: Equatable, Sendable {
    /// The command of the table with this key.
    case command(Key)
    case condition(Condition)
    /// Asks for the days in which something is due.
    case askDays
    case allTasks
    case view(SavedView)
    case namedView(NamedView)
    /// Gives the current view a name.
    case nameView
    /// Asks which name to take away, and takes it away.
    case forgetViews
    case forgetView(name: String)
    /// A battle alone, by its place.
    case battle(Int)
    /// A chart, by its folder.
    case chart(String)
    /// A field of the plan that is to be changed.
    case field(SeenField)
    /// Its new value.
    case value(PlanEdit.Value?, of: SeenField)
    /// Days, which are moved by an extension.
    case dates
    /// Opens a task again that was crossed off.
    case reopen(task: String, isFalse: Bool)
    /// Moves the limit of a task, or of one of its nodes.
    case extend(task: String, node: String?)
    /// A chart on paper or in a file, which is not made here.
    case print
    case withdraw(String)
    /// Colours; nil for those that are usual here.
    case theme(ThemeName?)
    /// Opens a meeting, goes on with the one that is open, goes to its end, or closes it.
    case openMeeting(Chart.Rhythm)
    case goOnMeeting, endMeeting
    case closeMeeting(hasBulletin: Bool)
  }

  var question: String
  let items: [Item]
  private(set) var pattern: [Character] = []
  private(set) var selected = 0
  /// Whether one goes through the items, and does not type: the cursor, which is read aloud, and
  /// beside which an input method shows what is typed, goes along.
  private(set) var isWalked = false

  init(question: String, items: [Item], selected: Int = 0) {
    self.question = question
    self.items = items
    self.selected = selected
  }

  /// The items in which every typed word stands, those that cannot be chosen now last.
  var found: [Item] {
    let matching = matching
    return matching.filter { $0.obstacle == nil } + matching.filter { $0.obstacle != nil }
  }

  /// First those with a word that begins so, then those in which it stands, then those that are read
  /// so from their beginning on, and in the middle; of the last, those with digits last, whose words
  /// are more than a name.
  private var matching: [Item] {
    let words = String(pattern).split(separator: " ").map { Search(String($0)) }
    guard !words.isEmpty else { return items }
    let typed = Search(String(pattern))
    let beginning = Search(" " + String(pattern))
    let ranks = items.map { item -> Int? in
      let text = Search.bytes(of: item.text + "\n" + item.aside)
      let alias = Search.bytes(of: item.alias)
      // Of a name in another language letters in the middle of a word say nothing.
      if words.allSatisfy({ $0.isFound(in: text) || $0.beginsWord(in: alias) }) {
        return beginning.isFound(in: Search.bytes(of: " " + item.text)) ? 0 : 1
      }
      let all = text + [0x0A] + alias
      guard words.allSatisfy({ $0.isFound(in: all, by: .pinyin) }) else { return nil }
      let begins = all.split(separator: 0x0A).contains { typed.isReadFromBeginning(of: Array($0)) }
      return begins ? 2 : item.digit == nil ? 3 : 4
    }
    return (0...4).flatMap { rank in
      items.indices.lazy.filter { ranks[$0] == rank }.map { items[$0] }
    }
  }

  var selectedItem: Item? {
    let found = found
    return found.indices.contains(selected) ? found[selected] : nil
  }

  /// The item that a digit chooses. Behind a blank digits narrow too.
  func quickItem(_ key: Key) -> Item? {
    guard pattern.isEmpty, case .character(let sign) = key.folded, let digit = sign.wholeNumberValue
    else { return nil }
    return items.first { $0.digit == digit }
  }

  /// What stands at the right: the keys, or the digit as long as it chooses.
  func rightText(of item: Item) -> String {
    guard let digit = item.digit else { return item.aside }
    return pattern.isEmpty ? "\(digit)" : ""
  }

  var hasDigits: Bool { items.contains { $0.digit != nil } }

  /// Applies a key that moves or narrows; false when it does neither.
  mutating func edit(_ key: Key) -> Bool {
    let before = (pattern: pattern, selected: selected)
    switch key {
    case .named(.down), .named(.tab), .control("n"): selected += 1
    case .named(.up), .named(.backTab), .control("p"): selected -= 1
    case .named(.pageDown): selected += 10
    case .named(.pageUp): selected -= 10
    case .named(.home): selected = 0
    case .named(.end): selected = .max
    case .character(let character): narrow { $0.append(character) }
    case .named(.space): narrow { $0.append(" ") }
    case .named(.backspace), .control("h"): narrow { _ = $0.popLast() }
    case .control("u"): narrow { $0 = [] }
    default: return false
    }
    selected = max(0, min(selected, found.count - 1))
    if pattern == before.pattern { isWalked = isWalked || selected != before.selected }
    return true
  }

  /// Narrows by pasted text, of which a line is meant.
  mutating func paste(_ text: String) {
    let line = Prompt.line(of: text.unicodeScalars.prefix(200))
    narrow { $0 += line.split(separator: " ").joined(separator: " ") }
  }

  private mutating func narrow(_ change: (inout [Character]) -> Void) {
    change(&pattern)
    (selected, isWalked) = (0, false)
  }
}
