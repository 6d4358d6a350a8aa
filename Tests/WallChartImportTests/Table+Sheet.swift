@testable import WallChartImport

extension Table {
  /// A sheet of a workbook with these texts.
  init(sheet: String, of file: String, _ texts: [[String]]) {
    self.init(
      file: file,
      rows: texts.enumerated().map { number, texts in
        Row(
          number: number + 1,
          cells: texts.enumerated().map { column, text in
            Cell(text: text, place: number * Places.columnsPerRow + column)
          })
      }, findings: [], places: .sheet(sheet))
  }
}
