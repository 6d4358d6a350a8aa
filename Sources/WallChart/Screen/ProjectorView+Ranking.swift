import WallChartStore
import WallChartWords

// The ranking of units as a page: who is behind, by how much.
extension State {
  func drawProjectedRanking(
    _ sheet: Projector.Sheet, _ layout: ProjectorLayout, _ frame: inout Frame
  ) {
    let all = projectedRanking
    let units = Array(all[sheet.range.clamped(to: 0..<all.count)])
    let top = layout.lineTop(of: .ranking)
    guard !units.isEmpty else {
      frame.write(cut(words(.projectorNoneRanked), layout.width), at: layout.margin, top, .title)
      return
    }
    let columns = rankingColumns(of: units, layout)
    draw(
      columns.map { words($0.word) }, columns, layout.margin, layout.isTall ? top - 2 : top - 1,
      .head, &frame)
    for (index, unit) in units.enumerated() {
      let y = top + index * sheet.rowsPerLine
      draw(
        columns.map { figure($0.word, of: unit, columns) }, columns, layout.margin, y, .title,
        &frame)
    }
  }

  private struct RankingColumn {
    var word: Word
    var width: Int
  }

  /// Rank and unit, then figures; the share of nodes met stands where there is room for it.
  private func rankingColumns(
    of units: [RankedUnit], _ layout: ProjectorLayout
  ) -> [RankingColumn] {
    func column(_ word: Word, _ texts: [String]) -> RankingColumn {
      let widest = (texts + [words(word)]).map { CellWidth.columns(of: $0) }.max() ?? 0
      return RankingColumn(word: word, width: widest + 3)
    }
    let red = column(.rankingRed, units.map { "\($0.tally[.red])  " })
    let yellow = column(.projectorYellow, units.map { "\($0.tally[.yellow])  " })
    let late = column(.rankingDaysLate, units.map { "\($0.tally.daysLate)" })
    let met = column(.rankingMet, units.map { metShare(of: $0) })
    let rank = RankingColumn(
      word: .rankingRank, width: CellWidth.columns(of: words(.rankingRank)) + 2)
    let name = column(.columnUnit, units.map { unitName(of: $0, isFull: true) }).width
    let rooms = [[red, yellow, late, met], [red, yellow, late], [red, late]].map { figures in
      (figures, layout.width - rank.width - figures.reduce(0) { $0 + $1.width })
    }
    let (figures, room) = rooms.first { $0.1 >= min(name, 16) } ?? rooms[rooms.count - 1]
    let unit = RankingColumn(
      word: .columnUnit, width: max(4, min(room, max(name, layout.width / 3))))
    return [rank, unit] + figures
  }

  private func unitName(of unit: RankedUnit, isFull: Bool) -> String {
    let unit = situation.chart.units[unit.unit]
    return words(isFull ? unit.name : unit.short ?? unit.name)
  }

  private func metShare(of unit: RankedUnit) -> String {
    let tally = unit.tally
    guard tally.nodesDue > 0 else { return "-" }
    return words(
      .shareOf,
      [
        "n": "\(tally.nodesDueMet)", "total": "\(tally.nodesDue)",
        "share": percent(tally.nodesDueMet, of: tally.nodesDue),
      ])
  }

  private func figure(_ word: Word, of unit: RankedUnit, _ columns: [RankingColumn]) -> String {
    switch word {
    case .rankingRank: return unit.rank.map { "\($0)" } ?? "-"
    case .rankingRed: return number(unit.tally[.red])
    case .projectorYellow: return number(unit.tally[.yellow])
    case .rankingDaysLate: return number(unit.tally.daysLate)
    case .rankingMet: return metShare(of: unit)
    default:
      let room = (columns.first { $0.word == .columnUnit }?.width ?? 0) - 2
      let full = unitName(of: unit, isFull: true)
      return CellWidth.columns(of: full) <= room ? full : unitName(of: unit, isFull: false)
    }
  }

  /// Nothing to blame is no figure: those there are stand out.
  private func number(_ number: Int) -> String { number == 0 ? "-" : "\(number)" }

  /// Names stand at the left, figures at the right; red and yellow ones as chips.
  private func draw(
    _ texts: [String], _ columns: [RankingColumn], _ start: Int, _ y: Int, _ role: Role,
    _ frame: inout Frame
  ) {
    var x = start
    for (column, text) in zip(columns, texts) {
      let text = cut(text, column.width - 1)
      let isName = column.word == .columnUnit
      let at = isName ? x + 2 : x + column.width - CellWidth.columns(of: text)
      let isChip = role != .head && text != "-"
      switch column.word {
      case .rankingRed where isChip: frame.write(" \(text) ", at: at - 1, y, .tileRed)
      case .projectorYellow where isChip: frame.write(" \(text) ", at: at - 1, y, .tileYellow)
      default: frame.write(text, at: at, y, role)
      }
      x += column.width
    }
  }
}
