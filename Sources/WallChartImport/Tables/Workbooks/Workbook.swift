import WallChartStore

/// An .xlsx workbook: a zip file of XML parts, of which one sheet is read as a table.
struct Workbook {
  let archive: ZipArchive
  private(set) var sheets: [WorkbookSheet] = []
  private(set) var strings = SharedStrings()
  private(set) var formats = NumberFormats()
  private(set) var days = SerialDay()

  /// - Parameters:
  ///   - file: as it was given; used in messages.
  ///   - sheet: the name or the number of a sheet; nil takes the only visible one that has
  ///     something in it.
  static func table(_ bytes: [UInt8], file: String, sheet: String?) -> Table {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(WorkbookRefusal) {
        let book = try Workbook(bytes)
        let (chosen, remarks) = try book.choose(sheet)
        return try SheetTable(chosen, of: book).table(file: file, remarks)
      } catch {
        let finding = ImportFinding(place: error.cell?.place ?? 0, problem: error.problem)
        return Table(
          file: file, rows: [], findings: [finding], places: error.cell?.sheet.places ?? .file)
      }
    }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookRefusal) {
    archive = try ZipArchive(bytes)
    let package = try Relationship.all(of: "", in: archive)
    guard let main = package.first(where: { $0.kind == "officeDocument" })?.part else {
      throw WorkbookRefusal(.missingPart("xl/workbook.xml"))
    }
    let related = try Relationship.all(of: main, in: archive)
    if let part = related.first(where: { $0.kind == "sharedStrings" })?.part {
      strings = try SharedStrings(XMLPart(archive.part(part)))
    }
    if let part = related.first(where: { $0.kind == "styles" })?.part {
      formats = try NumberFormats(XMLPart(archive.part(part)))
    }
    try readTabs(XMLPart(archive.part(main)), related)
  }

  /// Reads the names of the sheets; charts and the like, which have tabs as well, are left out.
  private mutating func readTabs(
    _ part: XMLPart, _ related: [Relationship]
  ) throws(WorkbookRefusal) {
    let links = Dictionary(related.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    var number = 0
    while try part.next() {
      switch part.node {
      case .start(.workbookPr):
        let from1904 = part.attributes()[.date1904]
        days.from1904 = from1904 == "1" || from1904 == "true"
      case .start(.sheet):
        number += 1
        guard number <= ZipArchive.partLimit else {
          throw WorkbookRefusal(.tooManyParts(limit: ZipArchive.partLimit))
        }
        let attributes = part.attributes()
        guard let name = attributes[.name], let id = attributes[.id], let link = links[id] else {
          throw part.broken
        }
        guard link.kind == "worksheet" else { continue }
        let isHidden = ["hidden", "veryHidden"].contains(attributes[.state])
        sheets.append(
          WorkbookSheet(name: name, number: number, isHidden: isHidden, part: link.part))
      default: continue
      }
    }
  }

  /// The sheet that was asked for, else the only visible one that has something in it.
  private func choose(
    _ wanted: String?
  ) throws(WorkbookRefusal) -> (WorkbookSheet, [Remark]) {
    if let wanted {
      // A sheet may well be called 2020.
      let number = Int(wanted)
      let found =
        sheets.first { $0.name == wanted } ?? sheets.first { $0.number == number }
      guard let found else { throw WorkbookRefusal(.noSuchSheet(wanted, all: sheets)) }
      return (found, [.sheet(found.name, hidden: [])])
    }
    var filled: [WorkbookSheet] = []
    for sheet in sheets {
      var reader = try SheetReader(sheet, of: self)
      if try reader.next() != nil { filled.append(sheet) }
    }
    guard !filled.isEmpty else { throw WorkbookRefusal(ImportFinding.Problem.empty) }
    let visible = filled.filter { !$0.isHidden }
    guard visible.count == 1 else { throw WorkbookRefusal(.severalSheets(filled)) }
    let hidden = filled.filter(\.isHidden).map(\.name)
    return (visible[0], [.sheet(visible[0].name, hidden: hidden)])
  }
}
