import WallChartStore

/// A list with a row a task and columns of known meaning: what every layout is turned into.
struct TaskTable: Sendable {
  /// One column.
  struct Column: Sendable, Equatable {
    /// What it means, such as `title_en` or `n3_due`; a name that means nothing stays as it is.
    var field: String
    /// As the list itself calls it; used in messages.
    var label: String
    var place: Int
  }

  /// The sheet it comes from.
  private(set) var table: Table
  private(set) var header: [Column] = []
  /// A row a task, numbered from 1 or as the sheet does, with a cell for each column, wherever in
  /// the sheet it stands. A row may be shorter: what is missing at its end is empty.
  private(set) var rows: [Table.Row] = []
  private(set) var findings: [ImportFinding] = []
  private(set) var remarks: [Remark] = []
  /// What stands above the names of the columns, a text a row.
  private(set) var titles: [String] = []
  private(set) var layout = Layout.wide
  /// The columns of dates of a matrix.
  private(set) var dateColumns: Set<Int> = []
  /// The year that the titles name, else what else stands around the list.
  private(set) var year: ListYear?
  /// The columns of the sheet itself.
  private(set) var source: [Column] = []

  /// Rows of tasks that are laid out already.
  init(_ table: Table, header: [Column]) {
    self.table = table
    (self.header, source, rows) = (header, header, table.rows)
  }

  init(_ table: Table, _ reading: ListReading = ListReading()) {
    let isExport = GuardedCells.isExport(table)
    let table = GuardedCells.read(table)
    self.table = table
    findings = table.findings
    guard var heading = Heading(of: table, reading.remembered.overridden(by: reading.map)) else {
      if findings.isEmpty { findings = [ImportFinding(place: 0, problem: .empty)] }
      return
    }
    let below = table.rows[heading.rows.upperBound...]
    let width = heading.labels.count
    heading.dropEmptyColumns(of: below)
    dropUncounted(in: &heading, below)
    if reading.battle != nil {
      for makeshift in heading.columns.makeshifts where makeshift.field.hasPrefix("battle") {
        heading.drop(makeshift)
      }
    }
    titles = heading.titles
    year = ListYear(titles + reading.yearTexts)
    source = heading.labels.enumerated().map { index, label in
      Column(
        field: heading.columns.fields[index] ?? label.text, label: label.text, place: label.place)
    }
    // A sheet numbers its rows for everybody to see; those of a text are counted from the heading.
    let body = ListBody(below, below: heading, after: table.isSheet ? 0 : heading.number)
    header = source
    rows = body.tasks
    checkWidths(width)
    addBattles(of: body)
    if let battle = reading.battle { setBattle(battle, named: body.battleNames.first) }
    findUnknownHeaders(of: reading.map)
    remarks = remarks(on: heading, body, reading).map { .inLayout($0) }
    let dates = heading.columns.dates.filter { $0.key < heading.labels.count }
    lay(out: reading.layout ?? Self.layout(of: source, dates), dates, reading)
    guard rows.isEmpty, findings.isEmpty else { return }
    if isExport {
      // Of a chart with no task to show, that is all there is.
      remarks = [.emptyExport]
    } else {
      findings = [ImportFinding(place: source[0].place, problem: .noRows)]
    }
  }

  /// The same with uncut rows.
  var uncut: TaskTable {
    var uncut = self
    uncut.table = table.uncut
    uncut.rows = rows.map { $0.uncut(in: table.text) }
    return uncut
  }

  // MARK: Layouts

  /// Nodes in columns of their own make a list wide; else a column of nodes makes it long, and
  /// columns of dates a matrix.
  private static func layout(of columns: [Column], _ dates: [Int: DateHeader]) -> Layout {
    let fields = columns.map(\.field)
    if fields.contains(where: { Field.node(of: $0) != nil }) { return .wide }
    let hasNode = fields.contains("node_zh") || fields.contains("node_en")
    if hasNode, fields.contains("node_due") { return .long }
    return dates.count > 1 ? .matrix : .wide
  }

  private mutating func lay(
    out layout: Layout, _ dates: [Int: DateHeader], _ reading: ListReading
  ) {
    self.layout = layout
    let fields = header.map(\.field)
    switch layout {
    case .wide: break
    case .long:
      let missing = [["node_en", "node_zh"], ["node_due"]].filter { group in
        !group.contains(where: fields.contains)
      }
      guard missing.isEmpty else {
        let found = source.map(\.label).filter { !$0.isEmpty }
        findings.append(
          ImportFinding(
            place: source[0].place, problem: .missingColumns(missing, found: found)))
        return
      }
      take(LongLayout(header, rows).laidOut)
    case .matrix:
      guard !dates.isEmpty else {
        findings.append(ImportFinding(place: source[0].place, problem: .inLayout(.noDateColumns)))
        return
      }
      let matrix = MatrixLayout(header, dates, rows, year: reading.year ?? year?.year)
      if matrix.usesYear, reading.year == nil, let year { remarks.append(.year(year)) }
      take(matrix.laidOut)
      dateColumns = Set(dates.keys)
      if matrix.bars > 0 { remarks.append(.inLayout(.bars(matrix.bars))) }
    }
    remarks.append(.inLayout(.layout(layout)))
  }

  private mutating func take(_ laidOut: LaidOut) {
    header = laidOut.columns
    rows = laidOut.rows
    findings += laidOut.findings
  }

  // MARK: Rows

  private mutating func checkWidths(_ width: Int) {
    rows.removeAll { row in
      guard row.cells.count != width else { return false }
      if findings.count < ImportFinding.limit {
        findings.append(
          ImportFinding(
            place: row.cells[0].place, row: row.number,
            problem: .columnCount(expected: width, found: row.cells.count)))
      }
      return true
    }
  }

  /// Battles that stand in rows of their own become a column.
  private mutating func addBattles(of body: ListBody) {
    guard !body.battleNames.isEmpty else { return }
    let isEnglish = body.battleNames.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    let field = isEnglish ? "battle" : "battle_zh"
    let width = header.count
    header.append(Column(field: field, label: field, place: source[0].place))
    for index in rows.indices {
      rows[index] = rows[index].fitted(to: width)
      let none = Table.Cell(text: "", place: rows[index].cells.first?.place ?? 0)
      rows[index].cells.append(body.battles[rows[index].number] ?? none)
    }
  }

  /// Gives every task the battle that was said, unless the list has its own.
  private mutating func setBattle(_ battle: TaskRow.Name, named: String?) {
    if let column = source.first(where: { ["battle", "battle_zh"].contains($0.field) }) {
      findings.append(
        ImportFinding(place: column.place, problem: .inLayout(.battleInList(column.label))))
    } else if let named {
      findings.append(
        ImportFinding(place: source[0].place, problem: .inLayout(.battleInList(named))))
    } else {
      let width = header.count
      for field in ["battle", "battle_zh"] {
        header.append(Column(field: field, label: field, place: source[0].place))
      }
      for index in rows.indices {
        rows[index] = rows[index].fitted(to: width)
        let place = rows[index].cells.first?.place ?? 0
        rows[index].cells += [battle.en, battle.zh].map { Table.Cell(text: $0, place: place) }
      }
    }
  }

  // MARK: The heading

  /// 完成情况 is a count only where it holds nothing but numbers: it may as well be a report.
  private func dropUncounted(in heading: inout Heading, _ rows: ArraySlice<Table.Row>) {
    for makeshift in heading.columns.makeshifts where makeshift.field == "quantity_done" {
      guard let index = heading.columns.fields.firstIndex(of: makeshift.field) else { continue }
      let isCount = rows.allSatisfy { row in
        row.cell(at: index).text.withoutOuterSpaces.utf8.allSatisfy { (48...57).contains($0) }
      }
      if !isCount { heading.drop(makeshift) }
    }
  }

  private mutating func findUnknownHeaders(of map: ColumnMap) {
    let known = Set(source.flatMap { Self.plainTexts(of: $0.label) })
    for (field, header) in map.headers.sorted(by: { $0.key < $1.key })
    where !known.contains(HeaderText.plain(header)) {
      let found = source.map(\.label).filter { !$0.isEmpty }
      findings.append(
        ImportFinding(
          place: source[0].place,
          problem: .inLayout(.noSuchHeader(header, field: field, found: found))))
    }
  }
}
