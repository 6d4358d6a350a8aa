import WallChartStore
import WallChartWords

/// The strong column of a line: days late, or the day a node is due.
struct ProjectorChip: Equatable {
  /// Drawn big where the page has room.
  var number: Int?
  var lines: [String]
  var role: Role

  func width(isBig: Bool) -> Int {
    let text = lines.map { CellWidth.columns(of: $0) }.max() ?? 0
    guard isBig, let number else { return text + 2 }
    return BigText(number, .small).width + text + 5
  }
}

/// Where the parts of a page's lines stand.
struct ProjectorColumns {
  /// Columns of the chips.
  var chip: Int
  /// The first column of the words, and how many they have.
  var text: Int
  var textWidth: Int
  /// The first column of the units, where they stand beside the titles.
  var unit: Int
  var usesFullTitles: Bool
  var usesFullUnits: Bool

  init(
    _ lines: [Projector.Line], _ chips: [ProjectorChip], isBig: Bool, _ layout: ProjectorLayout,
    _ state: State
  ) {
    chip = chips.map { $0.width(isBig: isBig) }.max() ?? 0
    text = layout.margin + chip + 2
    textWidth = layout.margin + layout.width - text
    let chart = state.situation.chart
    func widest(_ text: (Projector.Line) -> String) -> Int {
      lines.map { CellWidth.columns(of: text($0)) }.max() ?? 0
    }
    let fullUnit = widest { state.unitName(of: $0, isFull: true) }
    usesFullUnits = isBig ? fullUnit <= textWidth : fullUnit <= textWidth * 2 / 5
    let unitWidth =
      usesFullUnits
      ? fullUnit : min(textWidth / 2, widest { state.unitName(of: $0, isFull: false) })
    let titleRoom = isBig ? textWidth : textWidth - unitWidth - 3
    let full = widest { state.words(chart.tasks[$0.task].title) }
    usesFullTitles = layout.width >= 100 && full <= titleRoom
    let title = usesFullTitles ? full : widest { state.words(chart.tasks[$0.task].wallTitle) }
    // Beside the titles, not at the far side of a wide screen.
    unit = text + min(titleRoom, max(title, textWidth / 2)) + 3
    unit = max(unit, text + 8)
  }
}
