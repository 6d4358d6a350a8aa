import Synchronization

extension Table {
  /// The cells of one row, as many as there are.
  struct Row: Sendable, Equatable {
    /// From 1: of text the records that are not empty, of a workbook the rows of the sheet.
    var number: Int
    /// Which of the cells, by index, a workbook shows as one.
    var merged: [ClosedRange<Int>]
    private var content: Content

    private enum Content: Sendable {
      case cells([Cell], areAsWritten: Bool)
      case uncut(RowText, at: Int)
    }

    /// - Parameter areAsWritten: whether the cells say just what the table's text does.
    init(
      number: Int, cells: [Cell], merged: [ClosedRange<Int>] = [], areAsWritten: Bool = false
    ) {
      self.number = number
      self.merged = merged
      content = .cells(cells, areAsWritten: areAsWritten)
    }

    /// To be asked for once where all are looked at: those of an uncut row are cut anew each time.
    var cells: [Cell] {
      get {
        switch content {
        case .cells(let cells, _): cells
        case .uncut(let text, let place): text.cells(at: place)
        }
      }
      // So that one of very many can be changed without a copy of the others.
      _modify {
        var cells = self.cells
        content = .cells([], areAsWritten: false)
        defer { content = .cells(cells, areAsWritten: false) }
        yield &cells
      }
    }

    /// Where it begins.
    var place: Int {
      switch content {
      case .cells(let cells, _): cells.first?.place ?? 0
      case .uncut(_, let place): place
      }
    }

    /// The row without its cells, where they can be cut out of a text again: in a long list they are
    /// the most memory of all, and once read, few are asked for again.
    func uncut(in text: RowText?) -> Row {
      guard let text, case .cells(let cells, areAsWritten: true) = content, let first = cells.first
      else { return self }
      var row = self
      row.content = .uncut(text, at: first.place)
      return row
    }

    /// Whether both say the same in the same places, cut or not.
    static func == (left: Row, right: Row) -> Bool {
      left.number == right.number && left.merged == right.merged && left.cells == right.cells
    }

    /// The cell at an index; an empty one at the row's end where the row is shorter.
    func cell(at index: Int) -> Cell {
      let cells = cells
      return index < cells.count ? cells[index] : Cell(text: "", place: cells.last?.place ?? 0)
    }

    /// The row with as many cells as a heading, so that others may follow.
    func fitted(to width: Int) -> Row {
      var row = self
      row.cells = (0..<width).map(cell)
      return row
    }
  }

  /// The table with uncut rows.
  var uncut: Table {
    var table = self
    table.rows = rows.map { $0.uncut(in: text) }
    return table
  }
}

/// A text that rows were cut out of, to do so again.
final class RowText: Sendable {
  private let bytes: [UInt8]
  private let separator: Separator
  /// The row that was cut last: where much is wrong with one, it is asked for again and again.
  private let last = Mutex<(place: Int, cells: [Table.Cell])?>(nil)

  init(_ bytes: [UInt8], separator: Separator) {
    (self.bytes, self.separator) = (bytes, separator)
  }

  /// The cells of the row that begins at a place.
  func cells(at place: Int) -> [Table.Cell] {
    last.withLock { last in
      if let last, last.place == place { return last.cells }
      var reader = CellReader(bytes, from: place, separator: separator, remembers: false)
      let cells = reader.nextRecord()?.cells ?? []
      last = (place, cells)
      return cells
    }
  }
}
