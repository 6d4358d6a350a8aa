import WallChartStore
import WallChartWords

// The head of the chart: title and day, totals, column heads.
extension State {
  func drawHead(_ frame: inout Frame) {
    drawTitle(&frame)
    drawTotals(&frame)
    drawColumnHeads(&frame)
  }

  private func drawTitle(_ frame: inout Frame) {
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    let dayStart = size.columns - 1 - CellWidth.columns(of: day)
    frame.write(cut(words(situation.chart.title), dayStart - 3), at: 1, 0, .title)
    frame.write(day, at: dayStart, 0)
  }

  /// Tasks by standing as chips, and the due nodes met; parts that do not fit are left out from
  /// the least urgent on.
  private func drawTotals(_ frame: inout Frame) {
    let total = situation.status.total
    let met = [Word.totalMet, .totalMetShort].map {
      words($0, ["met": "\(total.nodesDueMet)", "due": "\(total.nodesDue)"])
    }
    var column = frame.write(
      words(.totalTasks, ["n": "\(total.tasks)"]), at: 1, 1)
    let chips: [(count: Int, word: Word, role: Role)] = [
      (total[.red], .totalRed, .red), (total[.yellow], .totalYellow, .yellow),
      (total[.dueSoon], .totalDueSoon, .dueSoon), (total[.inClosing], .totalInClosing, .plain),
      (total[.crossedOff], .totalCrossedOff, .plain), (total.silent, .totalSilent, .plain),
    ]
    let shortest = CellWidth.columns(of: met[1])
    for chip in chips where chip.count > 0 {
      let text = words(chip.word, ["n": "\(chip.count)"])
      let padded = chip.role == .plain ? text : " \(text) "
      let gap = chip.role == .plain ? 2 : 1
      guard column + gap + CellWidth.columns(of: padded) + 2 + shortest < size.columns else {
        break
      }
      column = frame.write(padded, at: column + gap, 1, chip.role)
    }
    let room = size.columns - 1 - column - 2
    if let text = met.first(where: { CellWidth.columns(of: $0) <= room }) {
      frame.write(text, at: size.columns - 1 - CellWidth.columns(of: text), 1)
    }
  }

  private func drawColumnHeads(_ frame: inout Frame) {
    let layout = layout
    frame.write(cut(words(.columnTask), layout.title), at: layout.titleStart, 2, .head)
    frame.write(cut(words(.columnUnit), layout.unit), at: layout.unitStart, 2, .head)
    let today = Month(of: situation.day).number
    let selected = selectedTask.flatMap { task in
      node.map { Month(of: situation.status.tasks[task].nodes[$0].due).number }
    }
    for column in 0..<layout.columnCount {
      let number = months.lowerBound + firstColumn + column
      guard number <= months.upperBound else { break }
      let start = layout.gridStart + column * layout.columnWidth
      frame.write(setting.glyphs.line, at: start, 2, .line)
      let month = Month(number: number)
      // January, and the first column when the day is of another year, say which year it is.
      let isOtherYear = column == 0 && month.year != situation.day.date.year
      let name = month.month == 1 || isOtherYear ? "\(month.year)" : words.name(of: month)
      let width = layout.columnWidth - 1
      let text = cut(name, width)
      let inset = (width - CellWidth.columns(of: text)) / 2
      let role: Role = number == today ? .today : number == selected ? .selectedColumn : .head
      frame.write(String(repeating: " ", count: width), at: start + 1, 2, role)
      frame.write(text, at: start + 1 + inset, 2, role)
    }
    if firstColumn > 0 {
      frame.write(setting.glyphs.moreLeft, at: layout.gridStart - 1, 2, .head)
    }
    if firstColumn + layout.columnCount < months.count {
      frame.write(
        setting.glyphs.moreRight, at: min(layout.gridEnd, size.columns - 1), 2, .head)
    }
  }
}
