/// What can be wrong in a workbook, beyond what can be wrong in any list.
enum WorkbookProblem: Sendable, Equatable {
  // The zip file
  /// Cannot be unpacked, or what comes out is not what was packed.
  case damaged
  case encrypted
  case tooManyParts(limit: Int)
  /// A path that leads elsewhere, or a link; no spreadsheet program writes it.
  case unsafePart(String)
  case duplicatePart(String)
  /// Unpacked it is larger than any list.
  case inflatesTooFar
  // Its parts
  case missingPart(String)
  /// A part of something else.
  case strangePart(String)
  case brokenPart(String, line: Int)
  /// A document type or an entity, which could hide or multiply text.
  case documentType(String)
  case badReference(String, part: String, line: Int)
  /// A cell refers to a text, or to a format, that the workbook does not have.
  case noSuchText(String)
  case noSuchFormat(String)
  case tooManyCells(limit: Int)
  case overlappingRanges
  // The sheets
  case severalSheets([WorkbookSheet])
  case noSuchSheet(String, all: [WorkbookSheet])
  // Single cells, said only where they are needed
  case formulaWithoutValue
  case errorValue(String)
  /// A number that is formatted as a date, and no day has it.
  case noSuchSerial(String)
  /// A number of more digits than spreadsheets keep.
  case lostDigits(String)
}

/// Why a workbook cannot be read on, and at which cell if it is about one.
struct WorkbookRefusal: Error {
  var problem: ImportFinding.Problem
  var cell: (sheet: WorkbookSheet, place: Int)?

  init(_ problem: WorkbookProblem) {
    self.init(.inWorkbook(problem))
  }

  init(_ problem: ImportFinding.Problem, in sheet: WorkbookSheet? = nil, at place: Int = 0) {
    self.problem = problem
    cell = sheet.map { ($0, place) }
  }
}
