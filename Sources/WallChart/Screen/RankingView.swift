import WallChartStore
import WallChartWords

// Units by red tasks, then by days late.
extension State {
  func drawRanking(_ frame: inout Frame, selected: Int) {
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    let title = fitted(width: dayStart - 3) { _ in
      [words(.rankingTitle), words(.rankingTitleShort)]
    }
    frame.write(title, at: 1, 0, .title)
    frame.write(day, at: dayStart, 0, isLooking ? .dueSoon : .plain)
    let units = ranking
    let height = max(1, size.rows - 4)
    let first = max(0, min(selected - height / 2, units.count - height))
    let names = rankingColumns
    draw(names.map { words($0.word) }, 1, .head, isSelected: false, &frame)
    for (row, unit) in units[first..<min(units.count, first + height)].enumerated() {
      let isSelected = first + row == selected
      if isSelected { frame.paint(0..<size.columns, 2 + row, .panel, isSelected: true) }
      let role: Role = isSelected ? .panel : .plain
      draw(figures(of: unit), 2 + row, role, isSelected: isSelected, &frame)
      if isSelected { frame.cursor = (1, 2 + row) }
    }
    drawMore(2..<2 + height, above: first, below: units.count - first - height, &frame)
    drawFoot(&frame)
  }

  /// The columns: what they are, and where they end; the unit's name stands between the first two.
  private var rankingColumns: [(word: Word, width: Int)] {
    let all: [(Word, Int)] = [
      (.rankingRank, 5), (.columnUnit, 0), (.rankingRed, 6), (.rankingFalse, 7),
      (.rankingDaysLate, 11), (.rankingTasks, 8), (.rankingCrossedOff, 12), (.rankingMet, 18),
    ]
    // The least needed go first where there is no room.
    // Where nothing was found false, nothing is said of it.
    var columns = all.filter {
      $0.0 != .rankingFalse || situation.status.total.falselyDone > 0
    }
    let room = size.columns - 2
    for word in [Word.rankingCrossedOff, .rankingTasks, .rankingMet] {
      if columns.reduce(0, { $0 + $1.1 }) + 20 > room { columns.removeAll { $0.0 == word } }
    }
    let rest = room - columns.reduce(0) { $0 + $1.1 }
    return columns.map {
      (word: $0.0, width: $0.0 == .columnUnit ? min(rest, max(24, longestUnit + 2)) : $0.1)
    }
  }

  private var longestUnit: Int {
    situation.chart.units.map { CellWidth.columns(of: words($0.name)) }.max() ?? 0
  }

  private func figures(of unit: RankedUnit) -> [String] {
    let tally = unit.tally
    return rankingColumns.map { column in
      switch column.word {
      case .rankingRank: unit.rank.map { "\($0)" } ?? "-"
      case .columnUnit: words(situation.chart.units[unit.unit].name)
      case .rankingRed: "\(tally[.red])"
      case .rankingFalse: "\(tally.falselyDone)"
      case .rankingDaysLate: "\(tally.daysLate)"
      case .rankingTasks: "\(tally.tasks)"
      case .rankingCrossedOff: "\(tally[.crossedOff])"
      default:
        tally.nodesDue == 0
          ? "-"
          : words(
            .shareOf,
            [
              "n": "\(tally.nodesDueMet)", "total": "\(tally.nodesDue)",
              "share": percent(tally.nodesDueMet, of: tally.nodesDue),
            ])
      }
    }
  }

  /// A unit's row in words.
  func rankingSentence(_ selected: Int) -> String {
    let units = ranking
    guard units.indices.contains(selected) else { return "" }
    let (unit, tally) = (units[selected], units[selected].tally)
    return fitted(words(situation.chart.units[unit.unit].name), width: size.columns - 2) {
      words.forms(
        unit.rank == nil ? .rankingJoint : .rankingUnit,
        [
          "rank": "\(unit.rank ?? 0)", "of": "\(units.count { $0.rank != nil })", "unit": $0[0],
          "red": "\(tally[.red])", "days": "\(tally.daysLate)", "tasks": "\(tally.tasks)",
        ])
    }
  }

  private func draw(
    _ texts: [String], _ y: Int, _ role: Role, isSelected: Bool, _ frame: inout Frame
  ) {
    var x = 1
    for (column, text) in zip(rankingColumns, texts) {
      let text = cut(text, column.width - 1)
      // Names stand at the left, figures at the right.
      let inset =
        column.word == .columnUnit ? 1 : column.width - 1 - CellWidth.columns(of: text)
      let isRed =
        (column.word == .rankingRed || column.word == .rankingFalse) && text != "0" && role != .head
      frame.write(
        isRed ? " \(text) " : text, at: x + inset - (isRed ? 1 : 0), y, isRed ? .red : role,
        isSelected: isSelected && !isRed)
      x += column.width
    }
  }
}
