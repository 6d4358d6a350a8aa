import WallChartStore
import WallChartWords

/// What is said of workbooks.
extension Report {
  static func sentence(for problem: WorkbookProblem, in words: Words) -> String {
    func shown(_ text: String) -> String { Printable.excerpt(text) }
    switch problem {
    case .damaged: return words(.importBookDamaged)
    case .encrypted: return words(.importBookEncrypted)
    case .tooManyParts(let limit): return words(.importBookTooManyParts, ["limit": "\(limit)"])
    case .unsafePart(let name): return words(.importBookUnsafePart, ["name": shown(name)])
    case .duplicatePart(let name): return words(.importBookDuplicatePart, ["name": shown(name)])
    case .inflatesTooFar: return words(.importBookInflates)
    case .missingPart(let name): return words(.importBookMissingPart, ["name": shown(name)])
    case .strangePart(let name): return words(.importBookStrangePart, ["name": shown(name)])
    case .brokenPart(let name, let line):
      return words(.importBookBrokenPart, ["name": shown(name), "line": "\(line)"])
    case .documentType(let name): return words(.importBookDocumentType, ["name": shown(name)])
    case .badReference(let text, let part, let line):
      return words(
        .importBookBadReference, ["text": shown(text), "name": shown(part), "line": "\(line)"])
    case .noSuchText(let text): return words(.importBookNoSuchText, ["text": shown(text)])
    case .noSuchFormat(let text): return words(.importBookNoSuchFormat, ["text": shown(text)])
    case .tooManyCells(let limit): return words(.importBookTooManyCells, ["limit": "\(limit)"])
    case .overlappingRanges: return words(.importBookOverlap)
    case .severalSheets(let sheets):
      return words(.importBookSeveralSheets, ["sheets": names(of: sheets, in: words)])
    case .noSuchSheet(let text, let sheets):
      return words(
        .importBookNoSuchSheet, ["text": shown(text), "sheets": names(of: sheets, in: words)])
    case .formulaWithoutValue: return words(.importBookFormula)
    case .errorValue(let text): return words(.importBookErrorValue, ["text": shown(text)])
    case .noSuchSerial(let text): return words(.importBookNoSuchSerial, ["text": shown(text)])
    case .lostDigits(let text): return words(.importBookLostDigits, ["text": shown(text)])
    }
  }

  static func sentence(ofWorkbook remark: Remark, in words: Words) -> String {
    switch remark {
    case .sheet(let name, let hidden):
      let name = Printable.excerpt(name)
      guard !hidden.isEmpty else { return words(.importBookSheet, ["name": name]) }
      return words(
        .importBookSheetNotHidden,
        ["name": name, "n": "\(hidden.count)", "hidden": names(hidden, in: words)])
    case .hiddenRows(let rows):
      let count = rows.reduce(0) { $0 + $1.count }
      return words(
        .importBookHiddenRows,
        ["n": "\(count)", "rows": names(rows.map { name(of: $0) { "\($0)" } }, in: words)])
    case .hiddenColumns(let columns):
      let count = columns.reduce(0) { $0 + $1.count }
      let all = columns.map { name(of: $0, Table.letters) }
      return words(.importBookHiddenColumns, ["n": "\(count)", "columns": names(all, in: words)])
    default: return ""
    }
  }

  /// The sheets with their numbers, as `--sheet` takes either.
  private static func names(of sheets: [WorkbookSheet], in words: Words) -> String {
    let all = sheets.map { sheet in
      let name = "\(sheet.number) \(Printable.excerpt(sheet.name))"
      return sheet.isHidden ? words(.importBookHiddenSheet, ["name": name]) : name
    }
    return names(all, in: words)
  }

  /// `5` or `5–9`.
  private static func name(of range: ClosedRange<Int>, _ name: (Int) -> String) -> String {
    let first = name(range.lowerBound)
    return range.count == 1 ? first : "\(first)–\(name(range.upperBound))"
  }
}
