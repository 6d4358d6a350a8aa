/// The one entry to the tables: looks at what the bytes of a file are and has them read.
enum TableFile {
  /// What a person says of a file that it does not say itself.
  struct Options: Sendable {
    var encoding: TextEncoding?
    var separator: Separator?
    /// Of a workbook, by name or number.
    var sheet: String?
    /// More rows are not read.
    var rowLimit = Table.rowLimit
  }

  /// - Parameter file: the file as it was given; used in messages.
  static func table(_ bytes: [UInt8], file: String, _ options: Options = Options()) -> Table {
    switch FileKind(of: bytes) {
    case .text: DelimitedText.table(bytes, file: file, options)
    case .workbook: Workbook.table(bytes, file: file, sheet: options.sheet)
    case .foreign(let kind):
      Table(
        file: file, rows: [], findings: [ImportFinding(place: 0, problem: .notATable(kind))],
        places: .file)
    }
  }
}
