import WallChartStore
import WallChartWords

// Changes in words, for a screen of 80 columns.
extension Report {
  static let columns = 80

  /// On one line where there is room, else the old and the new below each other.
  static func sentence(for change: Change, _ words: Words) -> String {
    let (old, new) = (shown(change.old, words), shown(change.new, words))
    let field = name(of: change.field, words)
    let end = change.isExtension ? words(.importExtended) : ""
    let line =
      words(
        .importChange,
        ["task": change.task, "field": field, "old": old, "new": new]) + end
    guard width(line) > columns - 2 else { return line }
    let (from, to) = excerpts(old, new, columns - 6)
    return words(.importChangeAbove, ["task": change.task, "field": field])
      + "\n  - " + from + "\n  + " + to + end
  }

  private static func shown(_ text: Text?, _ words: Words) -> String {
    text.map { words($0) } ?? words(.importNone)
  }

  static func sentence(for touch: Touch, _ words: Words) -> String {
    switch touch.what {
    case .withdrawn(let entries):
      words(.importTouchWithdrawn, ["task": touch.task, "n": "\(entries)"])
    case .unmet(let node): words(.importTouchUnmet, ["task": touch.task, "node": node])
    case .met(let node): words(.importTouchMet, ["task": touch.task, "node": node])
    case .closed(let stage):
      words(.importTouchClosed, ["task": touch.task, "stage": words.name(of: stage)])
    }
  }

  private static func name(of field: Change.Field, _ words: Words) -> String {
    switch field {
    case .battle: words(.importFieldBattle)
    case .title: words(.importFieldTitle)
    case .short: words(.importFieldShort)
    case .unit: words(.importFieldUnit)
    case .lead: words(.importFieldLead)
    case .helpers: words(.fieldHelpers)
    case .officer: words(.fieldOfficer)
    case .origin: words(.importFieldOrigin)
    case .problem: words(.fieldProblem)
    case .target: words(.fieldTarget)
    case .measures: words(.fieldMeasures)
    case .risk: words(.importFieldRisk)
    case .term: words(.importFieldTerm)
    case .limit: words(.importFieldLimit)
    case .limitText: words(.importFieldLimitText)
    case .quantity: words(.importFieldQuantity)
    case .counted: words(.importFieldCounted)
    case .node(let id): words(.importFieldNode, ["node": id])
    case .nodeDue(let id): words(.importFieldNodeDue, ["node": id])
    case .nodeTitle(let id): words(.importFieldNodeTitle, ["node": id])
    case .nodeQuota(let id): words(.importFieldNodeQuota, ["node": id])
    }
  }

  // MARK: Room

  /// Columns a text takes at most: everything beyond the letters of Europe counts as wide.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }

  /// The beginning of a text, when the whole needs more than so many columns.
  static func cut(_ text: String, to room: Int) -> String {
    guard width(text) > room else { return text }
    var result = ""
    var used = 1
    for character in text {
      used += width(String(character))
      guard used <= room else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// Two long texts from a little before where they begin to differ.
  private static func excerpts(_ old: String, _ new: String, _ room: Int) -> (String, String) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    guard width(old) > room || width(new) > room, same > 10 else {
      return (cut(old, to: room), cut(new, to: room))
    }
    func from(_ text: String) -> String { cut("…" + text.dropFirst(same - 10), to: room) }
    return (from(old), from(new))
  }
}
