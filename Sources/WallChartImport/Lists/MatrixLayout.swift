import WallChartStore

/// Turns a paper wall chart, a column a day, week or month, into a list with columns of nodes.
struct MatrixLayout {
  private(set) var laidOut: LaidOut
  /// Whether a column that names no year got the one it was given.
  private(set) var usesYear = false
  /// How many cells go over several columns of dates.
  private(set) var bars = 0
  private let source: [TaskTable.Column]

  /// - Parameters:
  ///   - dates: the columns of dates, by index.
  ///   - year: the year of columns that name none, as far as anything tells it.
  init(
    _ columns: [TaskTable.Column], _ dates: [Int: DateHeader], _ rows: [Table.Row], year: Int?
  ) {
    source = columns
    let others = columns.indices.filter { dates[$0] == nil }
    laidOut = LaidOut(columns: others.map { columns[$0] })
    guard let days = days(of: dates, year: year) else { return }
    let quantity = columns.firstIndex { $0.field == "quantity" }
    var count = 0
    let columnsOfDates = dates.keys.sorted()
    for row in rows {
      let total = quantity.flatMap { Self.number(row.cell(at: $0).text) }
      var nodes: [(node: MatrixCell.Node, place: Int)] = []
      let bars = bars(of: row, days)
      self.bars += bars.ends.count
      for index in columnsOfDates where !bars.begun.contains(index) {
        guard let cell = row.cells[safe: index], let range = days[index] else { continue }
        if case .unreadable(let problem) = cell.note { find(problem, row, index) }
        // Weeks are numbered by ISO 8601, which not every office does.
        var label = columns[index].label
        if case .week = dates[index]?.period {
          label += " (\(range.lowerBound.iso) – \(range.upperBound.iso))"
        }
        let read = MatrixCell(
          cell.text, days: range, label: label, total: total, isBar: bars.ends.contains(index))
        if let problem = read.problem { find(problem, row, index) }
        nodes += read.nodes.map { ($0, cell.place) }
        if nodes.count > LaidOut.nodeLimit {
          find(.inLayout(.tooManyNodes(limit: LaidOut.nodeLimit)), row, index)
          break
        }
      }
      let ordered = nodes.enumerated()
        .sorted { ($0.element.node.due, $0.offset) < ($1.element.node.due, $1.offset) }
        .map(\.element)
      count = max(count, ordered.count)
      laidOut.rows.append(
        Table.Row(
          number: row.number,
          cells: others.map(row.cell)
            + ordered.flatMap { Self.cells(of: $0.node, at: $0.place) }))
    }
    let place = dates.keys.min().map { columns[$0].place } ?? 0
    for number in 0..<count {
      for part in [NodePart.due, .en, .zh, .quota] {
        let name = part.column(of: number + 1)
        laidOut.columns.append(TaskTable.Column(field: name, label: name, place: place))
      }
    }
  }

  /// The columns in which the bars of a row end, and those before their ends. A cell over several
  /// columns of dates is one node: the work goes on through all of them, and is due in the last.
  private func bars(
    of row: Table.Row, _ days: [Int: ClosedRange<Day>]
  ) -> (ends: Set<Int>, begun: Set<Int>) {
    var (ends, begun): (Set<Int>, Set<Int>) = ([], [])
    for run in row.merged {
      let columns = run.compactMap { index in days[index].map { (index, $0.upperBound) } }
      guard columns.count > 1, let last = columns.max(by: { $0.1 < $1.1 })?.0 else { continue }
      ends.insert(last)
      begun.formUnion(columns.lazy.map(\.0).filter { $0 != last })
    }
    return (ends, begun)
  }

  private static func cells(of node: MatrixCell.Node, at place: Int) -> [Table.Cell] {
    let isEnglish = node.title.utf8.allSatisfy { $0 < 0x80 }
    return [
      node.due.iso, isEnglish ? node.title : "", isEnglish ? "" : node.title,
      node.quota.map(String.init) ?? "",
    ].map { Table.Cell(text: $0, place: place) }
  }

  private static func number(_ text: String) -> Int? {
    let text = text.withoutOuterSpaces
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      number < 1 << 53
    else { return nil }
    return number
  }

  /// The days of each column: its own year, else that of the column before it, which goes on to
  /// the next where a year ends between them; nil when something is found.
  private mutating func days(
    of dates: [Int: DateHeader], year given: Int?
  ) -> [Int: ClosedRange<Day>]? {
    var days: [Int: ClosedRange<Day>] = [:]
    var last: (year: Int, order: Int)?
    for (index, date) in dates.sorted(by: { $0.key < $1.key }) {
      var year = date.year
      if year == nil, let last { year = date.order < last.order ? last.year + 1 : last.year }
      if year == nil {
        year = given
        usesYear = true
      }
      guard let year else {
        find(.noYear(source[index].label), nil, index)
        return nil
      }
      guard let range = date.days(in: year), DayReading.years.contains(year) else {
        find(.noSuchDay(source[index].label), nil, index)
        return nil
      }
      days[index] = range
      last = (year, date.order)
    }
    // Spreadsheets keep a month as its first day, and a node would be due a month too early.
    let single = dates.keys.sorted().filter { dates[$0]?.isDay == true }
    if single.count > 1, single.allSatisfy({ days[$0]?.lowerBound.date.day == 1 }) {
      find(.inLayout(.firstDaysOnly(source[single[0]].label)), nil, single[0])
      return nil
    }
    return days
  }

  private mutating func find(_ problem: ImportFinding.Problem, _ row: Table.Row?, _ index: Int) {
    guard laidOut.findings.count < ImportFinding.limit else { return }
    laidOut.findings.append(
      ImportFinding(
        place: row?.cells[safe: index]?.place ?? source[index].place, row: row?.number,
        name: source[index].label, problem: problem))
  }
}

extension DateHeader {
  var isDay: Bool { if case .day = period { true } else { false } }
}
