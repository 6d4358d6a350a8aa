import Glibc
import WallChartStore

extension SheetReader {
  /// How the value of a cell is written.
  private enum Kind: String {
    case number = "n"
    /// The number of a shared text.
    case shared = "s"
    case inline = "inlineStr"
    /// A text that a formula gave.
    case text = "str"
    case truth = "b"
    case error = "e"
    /// A date as text.
    case date = "d"
  }

  /// Reads the cell that has begun; nil when there is nothing in it.
  mutating func readCell() throws(WorkbookRefusal) -> Table.Cell? {
    let (kind, style) = try beginCell()
    let place = CellReference(row: row, column: column).place
    var (hasFormula, hasValue, isInValue) = (false, false, false)
    var inline: String?
    value.removeAll(keepingCapacity: true)
    reading: while try part.next() {
      switch part.node {
      case .start(.v): (hasValue, isInValue) = (true, true)
      case .start(.f): hasFormula = true
      case .start(.is): inline = try part.richText(endingAt: .is)
      case .end(.c) where part.depth == 3: break reading
      case .end(.v): isInValue = false
      case .text: if isInValue { part.add(to: &value) }
      default: continue
      }
    }
    // A formula may well give an empty text, but no other empty value.
    if value.isEmpty, hasFormula, !(hasValue && kind == .text) {
      return unreadable(.inWorkbook(.formulaWithoutValue), at: place)
    }
    if let inline { return inline.isEmpty ? nil : Table.Cell(text: inline, place: place) }
    return value.isEmpty ? nil : try cell(kind, style, at: place)
  }

  private mutating func beginCell() throws(WorkbookRefusal) -> (Kind, style: Int) {
    var reference: CellReference? = CellReference(row: row, column: column + 1)
    var kind: Kind? = Kind.number
    var style: Int? = 0
    var name: String?
    part.attributes { attribute, value in
      let bytes = UnsafeBufferPointer(
        start: value, count: strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self)))
      switch attribute {
      case .r:
        reference = CellReference(bytes)
        if reference == nil { name = XMLPart.string(value) }
      case .t: kind = Kind(rawValue: XMLPart.string(value))
      case .s: style = Int(XMLPart.string(value))
      default: break
      }
    }
    guard let reference, reference.row == row, reference.column > column,
      reference.column < Table.Places.columnsPerRow
    else {
      throw badReference(
        name ?? reference.map { Table.letters(of: $0.column) + "\($0.row + 1)" } ?? "")
    }
    column = reference.column
    guard let kind, let style else { throw part.broken }
    return (kind, style)
  }

  private func unreadable(_ problem: ImportFinding.Problem, at place: Int) -> Table.Cell {
    Table.Cell(text: "", place: place, note: .unreadable(problem))
  }

  /// What the value of a cell means.
  private func cell(_ kind: Kind, _ style: Int, at place: Int) throws(WorkbookRefusal)
    -> Table.Cell?
  {
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case .shared:
      guard let number = Int(text), book.strings.texts.indices.contains(number) else {
        throw refusal(.inWorkbook(.noSuchText(text)), at: place)
      }
      let shared = book.strings.texts[number]
      return shared.isEmpty ? nil : Table.Cell(text: shared, place: place)
    case .inline: return nil
    case .text: return Table.Cell(text: XMLPart.unescaped(value), place: place)
    case .truth:
      return Table.Cell(text: text == "1" || text == "true" ? "TRUE" : "FALSE", place: place)
    case .error: return unreadable(.inWorkbook(.errorValue(text)), at: place)
    case .date:
      // Midnight is how a day without a time is written.
      let day = text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
      return Table.Cell(text: day, place: place)
    case .number:
      guard let format = book.formats[style] else {
        throw refusal(.inWorkbook(.noSuchFormat("\(style)")), at: place)
      }
      return number(text, format, at: place)
    }
  }

  private func number(_ text: String, _ format: NumberFormat, at place: Int) -> Table.Cell {
    // Other signs would let in what is a number elsewhere: infinity, hexadecimal digits.
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return unreadable(.badNumber(text), at: place) }
    func dated(_ text: String?) -> Table.Cell {
      guard let text else {
        return unreadable(.inWorkbook(.noSuchSerial(DecimalNumber(number).text())), at: place)
      }
      return Table.Cell(text: text, place: place)
    }
    switch format {
    case .date: return dated(number < 1 ? nil : book.days.date(number))
    case .time: return dated(book.days.time(number))
    case .elapsed: return dated(book.days.elapsed(number))
    case .plain, .percent, .padded: break
    }
    // Beyond these every digit is one that was typed; further ones are lost.
    guard number.magnitude < 1e15 else {
      return unreadable(.inWorkbook(.lostDigits(text)), at: place)
    }
    let decimal = DecimalNumber(number)
    switch format {
    case .percent:
      return Table.Cell(text: decimal.text(timesTenToThe: 2) + "%", place: place)
    case .padded(let before, let digits, let after) where number >= 0 && number == number.rounded():
      let plain = decimal.text()
      let zeros = String(repeating: "0", count: max(0, digits - plain.utf8.count))
      return Table.Cell(text: before + zeros + plain + after, place: place)
    default:
      let day = number == number.rounded() ? book.days.day(Int(number)) : nil
      return Table.Cell(text: decimal.text(), place: place, note: day.map { .serial($0) })
    }
  }
}
