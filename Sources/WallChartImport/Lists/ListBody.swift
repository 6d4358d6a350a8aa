import WallChartStore

/// The rows below a heading, those that are no tasks told apart: totals, notes, and battles that
/// stand in rows of their own.
struct ListBody {
  /// The rows of tasks.
  private(set) var tasks: [Table.Row] = []
  /// By number of the task's row, the cell of the row above that names its battle; empty when the
  /// list does so in a column, or not at all.
  private(set) var battles: [Int: Table.Cell] = [:]
  /// Rows that name the battle of those below them, and rows that are none of a task.
  private(set) var battleNames: [String] = []
  private(set) var passedOver: [LayoutRemark.PassedRow] = []
  /// The ids that were written otherwise, with what they became, each once.
  private(set) var plainIDs: [(written: String, id: String)] = []
  /// The rows that have their battle from the row above.
  private(set) var withBattleAbove: [Int] = []

  private let heading: Heading
  private let id: Int?
  private let title: Int?
  private let unit: Int?
  private let hasBattles: Bool

  /// - Parameter number: of the row after which they are counted.
  init(_ rows: ArraySlice<Table.Row>, below heading: Heading, after number: Int) {
    self.heading = heading
    let fields = heading.columns.fields
    id = fields.firstIndex(of: "id")
    title = fields.firstIndex { $0 == "title_zh" || $0 == "title_en" }
    unit = fields.firstIndex { $0 == "unit_zh" || $0 == "unit_en" }
    hasBattles = heading.columns.has("battle")
    let battleColumns = fields.indices.filter { ["battle", "battle_zh"].contains(fields[$0]) }
    tasks.reserveCapacity(rows.count)
    // Where the heading is not to be relied on, neither is what a row looks like.
    let isKnown = heading.columns.isWhole
    var battle: (row: Table.Row, cell: Table.Cell, isUsed: Bool)?
    var isInNotes = false
    for row in rows {
      var row = row
      row.number -= number
      let kind = isKnown ? kind(of: row, isInNotes: isInNotes) : .task
      switch kind {
      case .blank: continue
      case .task:
        isInNotes = false
        var task = row
        if isKnown, isNamed(row) {
          simplifyID(of: &task)
          let whole = Self.withBattle(of: tasks.last, task, columns: battleColumns)
          if let whole {
            task = whole
            withBattleAbove.append(row.number)
          }
        }
        tasks.append(task)
        guard var named = battle else { continue }
        if !named.isUsed { battleNames.append(named.cell.text) }
        named.isUsed = true
        battle = named
        battles[row.number] = named.cell
      case .battle(let cell) where !hasBattles:
        if let named = battle, !named.isUsed { pass(named.row) }
        battle = (row, cell, false)
        isInNotes = false
      case .battle: pass(row)
      case .other(let isNote):
        isInNotes = isNote
        pass(row)
      }
    }
    if let named = battle, !named.isUsed { pass(named.row) }
    passedOver.sort { $0.number < $1.number }
  }

  /// Whether a row has an id and a title.
  private func isNamed(_ row: Table.Row) -> Bool {
    [id, title].allSatisfy { column in
      column.map { !row.cell(at: $0).text.withoutOuterSpaces.isEmpty } ?? false
    }
  }

  private mutating func simplifyID(of row: inout Table.Row) {
    guard let id else { return }
    let written = row.cells[id].text.withoutOuterSpaces
    guard !Identifier.isValid(written), let plain = Self.plainID(written) else { return }
    row.cells[id].text = plain
    if plainIDs.last?.written != written { plainIDs.append((written, plain)) }
  }

  private enum Kind {
    case blank
    case task
    case battle(Table.Cell)
    case other(isNote: Bool)
  }

  private mutating func pass(_ row: Table.Row) {
    let text = row.cells.lazy.map(\.text.withoutOuterSpaces).first { !$0.isEmpty } ?? ""
    passedOver.append(LayoutRemark.PassedRow(number: row.number, text: text))
  }

  private func kind(of row: Table.Row, isInNotes: Bool) -> Kind {
    let cells = row.cells
    func isFilled(_ index: Int) -> Bool { !cells[index].text.withoutOuterSpaces.isEmpty }
    guard let first = cells.indices.first(where: isFilled) else { return .blank }
    let text = cells[first].text.withoutOuterSpaces
    // Where others have a title, a total may have a number.
    let unitText = unit.map { row.cell(at: $0).text.withoutOuterSpaces } ?? ""
    // Merged, its name stands in the unit's cell as well.
    if unitText.isEmpty || unitText == text, Self.totals.contains(HeaderText.plain(text)) {
      return .other(isNote: false)
    }
    // A row with an id and a title is a task, whatever its texts are.
    if let id, let title, let name = cells[safe: id]?.text, let said = cells[safe: title],
      Identifier.isValid(name), !said.text.isEmpty, said.text != name
    {
      return .task
    }
    let filled = cells.indices.filter(isFilled)
    // Merged over the row, a text stands in every cell.
    let isAcross =
      filled.count == cells.count && filled.count > 2
      && filled.allSatisfy { cells[$0].text.withoutOuterSpaces == text }
    if !isAcross, let title, filled.contains(title), title != first { return .task }
    if Self.totals.contains(HeaderText.plain(text)) { return .other(isNote: false) }
    if Self.isNote(text) { return .other(isNote: true) }
    guard isAcross || filled.count == 1 && (first == 0 || first == id) else { return .task }
    if isInNotes { return .other(isNote: true) }
    let name = Self.withoutNumber(text)
    let isBattle = isAcross || name != text || name.hasSuffix("战") || name.hasSuffix("战役")
    guard isBattle, !name.isEmpty else { return .task }
    return .battle(Table.Cell(text: name, place: cells[first].place))
  }

  private static let totals: Set<String> = [
    "合计", "总计", "小计", "共计", "总合计", "全市合计", "total", "subtotal", "sum", "grandtotal",
  ]

  private static let notes: Set<String> = [
    "备注", "注", "附注", "说明", "填表说明", "填报说明", "填表人", "填报人", "制表人", "审核人", "审核", "负责人签字", "填表单位",
    "填报单位", "制表单位", "报送单位", "填表日期", "填报日期", "填表时间", "填报时间", "制表日期", "联系人", "联系电话", "联系方式", "单位盖章",
    "note", "notes", "remark", "remarks", "preparedby", "checkedby",
  ]

  /// Whether a text is a word such as 备注, alone or with a colon and more behind it.
  static func isNote(_ text: String) -> Bool {
    let plain = HeaderText.plain(text)
    let head = plain.split(separator: ":", maxSplits: 1).first.map(String.init) ?? plain
    return notes.contains(head)
  }

  /// A heading such as 一、蓝天保卫战（22项） without its number and count.
  static func withoutNumber(_ text: String) -> String {
    var rest = text[...]
    let open = rest.first == "（" || rest.first == "("
    let start = open ? rest.dropFirst() : rest
    let numerals = start.prefix { ChineseNumber.signs.contains($0) }
    if !numerals.isEmpty, let sign = start.dropFirst(numerals.count).first,
      (open ? "）)" : "、.．").contains(sign)
    {
      rest = start.dropFirst(numerals.count + 1)
    } else {
      return text
    }
    if let last = rest.last, last == "）" || last == ")",
      let open = rest.lastIndex(where: { $0 == "（" || $0 == "(" })
    {
      let inside = rest[rest.index(after: open)...].dropLast()
      let isCount = inside.allSatisfy { $0.isASCII && $0.isNumber || "共计项个件条 ".contains($0) }
      if isCount { rest = rest[..<open] }
    }
    return rest.withoutOuterSpaces
  }
}
