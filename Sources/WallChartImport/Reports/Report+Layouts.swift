import WallChartStore
import WallChartWords

/// What is said of a list's columns and layout.
extension Report {
  /// A `--map` that cannot be meant.
  static func sentence(for misuse: ColumnMap.Misuse, in words: Words) -> String {
    switch misuse {
    case .noHeader(let text): return words(.importMapNoHeader, ["text": Printable.excerpt(text)])
    case .unknownField(let name):
      let fields = ColumnMap.fields.joined(separator: words(.importListComma))
      return words(.importMapUnknownField, ["text": Printable.excerpt(name), "fields": fields])
    }
  }

  static func sentence(for remark: LayoutRemark, in words: Words) -> String {
    switch remark {
    case .heading(let row): return words(.importHeadingRow, ["row": "\(row)"])
    case .layout(let layout): return words(name(of: layout))
    case .bars(let count): return words(.importBars, ["n": "\(count)"])
    case .remembered(let columns):
      let pairs = columns.map { name(ofField: $0.field, in: words) + "=" + $0.header }
      return words(.importRemembered, ["names": names(pairs, in: words)])
    case .makeshift(let label, let field):
      return words(
        .importMakeshift,
        ["name": Printable.excerpt(label), "field": name(ofField: field, in: words)])
    case .runningNumbers(let label):
      return words(.importRunningNumbers, ["name": Printable.excerpt(label)])
    case .battleRows(let battles):
      return words(.importBattleRows, ["names": names(battles, in: words)])
    case .passedOver(let rows):
      let rows = rows.map { row in
        words(.importPassedRow, ["row": "\(row.number)", "text": Printable.excerpt(row.text)])
      }
      return words(.importPassedOver, ["n": "\(rows.count)", "names": names(rows, in: words)])
    case .plainIDs(let ids):
      return words(.importPlainIDs, ["n": "\(ids.count)", "names": names(ids, in: words)])
    case .battleAbove(let rows):
      let names = names(rows.map { "\($0)" }, in: words)
      return words(.importBattleAbove, ["n": "\(rows.count)", "rows": names])
    }
  }

  private static func name(of layout: Layout) -> Word {
    switch layout {
    case .wide: .importLayoutWide
    case .long: .importLayoutLong
    case .matrix: .importLayoutMatrix
    }
  }

  /// A field as it is named to a person: in Chinese by the header an office would give it.
  static func name(ofField field: String, in words: Words) -> String {
    words.language == .zh ? Field.header(of: field) : field
  }

  /// Fields of which one is needed.
  static func fields(_ group: [String], in words: Words) -> String {
    // The Chinese side is the last one.
    guard words.language == .zh, let field = group.last else {
      return group.joined(separator: words(.importOr))
    }
    return name(ofField: field, in: words)
  }

  static func sentence(for problem: LayoutProblem, in words: Words) -> String {
    func shown(_ text: String) -> String { Printable.excerpt(text) }
    switch problem {
    case .sameField(let name, let other, let field):
      return words(
        .importSameField,
        [
          "name": shown(name), "other": shown(other), "field": Self.name(ofField: field, in: words),
        ])
    case .noSuchHeader(let header, let field, let found):
      return words(
        .importNoSuchHeader,
        [
          "name": shown(header), "field": name(ofField: field, in: words),
          "found": names(found, in: words),
        ])
    case .battleInList(let name): return words(.importBattleInList, ["name": shown(name)])
    case .noDateColumns: return words(.importNoDateColumns)
    case .firstDaysOnly(let name): return words(.importFirstDaysOnly, ["name": shown(name)])
    case .tooManyNodes(let limit): return words(.importTooManyNodes, ["limit": "\(limit)"])
    case .saidOtherwise(let text, let first, let row):
      return words(
        .importSaidOtherwise, ["text": shown(text), "first": shown(first), "row": "\(row)"])
    case .sameNode(let id): return words(.importSameNode, ["node": shown(id)])
    case .badNodeDay(let text, let column):
      return words(.importBadNodeDay, ["text": shown(text), "column": shown(column)])
    case .dayInBar(let text): return words(.importDayInBar, ["text": shown(text)])
    case .noNodeTitle(let text): return words(.importNoNodeTitle, ["text": shown(text)])
    case .badShare(let text): return words(.importBadShare, ["text": shown(text)])
    case .shareOfNothing(let text): return words(.importShareOfNothing, ["text": shown(text)])
    case .markInMatrix(let sign): return words(.importMarkInMatrix, ["sign": shown(sign)])
    case .unequalNames(let zh, let en):
      return words(.importUnequalNames, ["zh": "\(zh)", "en": "\(en)"])
    }
  }
}
