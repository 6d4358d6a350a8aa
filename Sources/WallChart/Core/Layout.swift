import WallChartStore
import WallChartWords

/// Where the parts of the chart stand for a size of the terminal. Numbers only: the core scrolls
/// by them, the screen draws by them.
struct Layout: Equatable, Sendable {
  /// The smallest terminal a chart fits in.
  static let smallest = Size(columns: 40, rows: 10)
  /// Rows above a task's lines: its title, how it stands.
  static let taskHeadRows = 2
  /// Rows below it: the selected node in words, what was said or the keys.
  static let footRows = 2

  var size: Size
  /// A cell and the line before it.
  var columnWidth: Int
  /// Columns of the ids.
  var id: Int
  var title: Int
  var unit: Int
  /// Columns of how many of its nodes a task has met; 0 where there is no room for it.
  var met: Int
  /// Whether tasks stand with their full titles.
  var usesFullTitles: Bool
  /// How many time columns fit.
  var columnCount: Int
  /// Whether details of the selected task stand below the chart.
  var hasDetails = false
  /// Whether the signs of the cells are explained below them.
  var hasLegend = false

  /// - Parameters:
  ///   - hasWideCells: whether cells say month and day.
  ///   - extraColumn: whether heads do, such as `12/31`.
  init(
    size: Size, widths: Widths, columnTotal: Int, hasWideCells: Bool = false,
    extraColumn: Bool = false
  ) {
    self.size = size
    id = min(max(widths.id, 2), 12)
    let digits = "\(widths.nodes)".utf8.count
    met = size.columns < 100 ? 0 : max(2 * digits + 1, widths.met)
    // A margin on both sides, the sign, and a space behind each of id, title, unit and met nodes.
    let rest = size.columns - 2 - (id + 1) - 2 - 1 - (met > 0 ? met + 1 : 0)
    columnWidth = (size.columns < 100 ? 5 : 6) + (hasWideCells ? 2 : 0) + (extraColumn ? 1 : 0)
    let atLeast = size.columns < 80 ? max(8, min(24, rest - 15)) : 32 + (size.columns - 80) / 4
    var count = max(1, min(columnTotal, (rest - atLeast) / columnWidth))
    // A wide screen shows titles whole rather than more than a year of columns.
    let whole = (rest - widths.title - min(widths.unit, 20)) / columnWidth
    if whole >= 12 { count = min(count, whole) }
    let words = max(4, rest - count * columnWidth)
    let unit = min(widths.unit, 20, max(2, words * 2 / 5))
    self.unit = unit
    // The full titles where they have room, else the short ones for the wall.
    let room = words - unit
    usesFullTitles = room >= min(widths.title, 44)
    title = max(4, min(room, usesFullTitles ? widths.title : max(widths.short, 20)))
    // What the words leave free goes to more columns, and then to wider ones.
    let free = rest - unit - title
    count = max(count, min(columnTotal, free / columnWidth))
    columnCount = count
    columnWidth += max(0, min(4, free / count - columnWidth))
  }

  /// The widest texts of a chart, in columns of the terminal.
  struct Widths: Equatable, Sendable {
    var id = 0
    var title = 0
    var short = 0
    var unit = 0
    /// The word above the met nodes.
    var met = 0
    /// The most nodes a task has.
    var nodes = 0

    init(of chart: Chart, words: Words) {
      met = CellWidth.columns(of: words(.columnMet))
      unit =
        (chart.units.map { CellWidth.columns(of: words($0.short ?? $0.name)) }
        + [CellWidth.columns(of: words(.columnUnit))]).max() ?? 0
      let tasks = chart.tasks
      for index in tasks.indices {
        id = max(id, tasks[index].id.utf8.count)
        nodes = max(nodes, tasks[index].nodes.count)
        let columns = CellWidth.columns(of: words(tasks[index].title))
        title = max(title, columns)
        let shortColumns = tasks[index].short.map { CellWidth.columns(of: words($0)) }
        short = max(short, shortColumns ?? columns)
      }
    }
  }

  /// Rows above the body: title, totals, column heads; where there is room, what the nodes of
  /// each column come to.
  var headRows: Int { hasLoads ? 4 : 3 }
  var hasLoads: Bool { size.rows >= 20 }
  var bodyRows: Int { max(1, room - detailRows) }
  private var room: Int { size.rows - headRows - legendRows - Self.footRows }
  private var legendRows: Int { hasLegend ? 1 : 0 }
  /// The row of the legend, where there is one.
  var legendRow: Int? { hasLegend ? size.rows - Self.footRows - 1 : nil }
  /// Rows of the details; none where the chart would have no room left.
  var detailRows: Int { hasDetails && hasRoomForDetails ? max(5, room * 2 / 5) : 0 }
  var hasRoomForDetails: Bool { room >= 11 }
  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// The first column of id, title, unit and grid.
  var idStart: Int { 2 }
  var titleStart: Int { idStart + id + 1 }
  var unitStart: Int { titleStart + title + 1 }
  var metStart: Int { unitStart + unit + 1 }
  var gridStart: Int { metStart + (met > 0 ? met + 1 : 0) }
  /// Behind the last cell.
  var gridEnd: Int { gridStart + columnCount * columnWidth }
}
