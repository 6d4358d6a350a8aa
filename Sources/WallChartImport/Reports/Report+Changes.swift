import WallChartStore
import WallChartWords

// Changes in words, for a screen of 80 columns.
extension Report {
  static let columns = 80

  /// On one line where there is room, else the old and the new below each other.
  static func sentence(for change: Change, _ words: Words) -> String {
    let (old, new) = (shown(change.old, of: change, words), shown(change.new, of: change, words))
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

  /// The changes with a limit and its words in one: 2020-10-31 (10月底前).
  static func withLimitsInWords(_ changes: [Change]) -> [Change] {
    var joined: [Change] = []
    for change in changes {
      guard change.field == .limitText, let last = joined.last, last.task == change.task,
        last.field == .limit
      else {
        joined.append(change)
        continue
      }
      joined[joined.count - 1].old = last.old?.followed(by: change.old)
      joined[joined.count - 1].new = last.new?.followed(by: change.new)
    }
    return joined
  }

  private static func shown(_ text: Text?, of change: Change, _ words: Words) -> String {
    guard let text = text.map({ words($0) }) else { return words(.importNone) }
    // The plan's own words are nobody's language.
    switch change.field {
    case .risk: return Chart.Risk(rawValue: text).map { name(of: $0, words) } ?? text
    case .term: return Chart.Task.Term(rawValue: text).map { name(of: $0, words) } ?? text
    default: return text
    }
  }

  private static func name(of risk: Chart.Risk, _ words: Words) -> String {
    switch risk {
    case .high: words(.importRiskHigh)
    case .medium: words(.importRiskMedium)
    case .low: words(.importRiskLow)
    }
  }

  private static func name(of term: Chart.Task.Term, _ words: Words) -> String {
    switch term {
    case .dated: words(.importTermDated)
    case .atOnce: words(.importTermAtOnce)
    case .standing: words(.importTermStanding)
    }
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

  static func sentence(for kept: Proposal.Kept, _ words: Words) -> String {
    words(
      .importKept,
      [
        "task": kept.task.id, "title": words(kept.task.title), "date": words.date(kept.addedOn),
        "who": Printable.filtered(kept.by),
      ])
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

  /// A text of wide characters in lines of so many columns. Others have spaces, and are folded by
  /// whoever prints them.
  static func folded(_ text: String, to room: Int) -> String {
    guard width(text) * 5 > text.unicodeScalars.count * 6 else { return text }
    var lines = [""]
    var piece = ""
    for character in text {
      // No line begins with a stop, or within a word in Latin letters.
      let isWide = !character.isASCII && !"，。；：、）”".contains(character)
      if isWide || character == " " {
        lines.add(piece, room)
        piece = ""
      }
      piece.append(character)
    }
    lines.add(piece, room)
    return lines.joined(separator: "\n")
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

extension Text {
  /// A day with its words in brackets, where there are any.
  fileprivate func followed(by words: Text?) -> Text {
    guard let day = translations.first?.words, let words = words?.translations.first?.words else {
      return self
    }
    return Text("\(day) (\(words))")
  }
}

extension [String] {
  /// Puts a piece that is not parted behind the last line, or on the next.
  fileprivate mutating func add(_ piece: String, _ room: Int) {
    if let last, Report.width(last) + Report.width(piece) <= room {
      self[count - 1] += piece
    } else {
      append(piece.withoutOuterSpaces)
    }
  }
}
