package import WallChartStore

/// A table as text with commas (RFC 4180) that a spreadsheet program opens as it is meant: with the
/// mark by which Excel knows UTF-8, and no text taken for a formula, a number or a day.
package struct CSVText {
  package enum Cell: Sendable {
    /// Words, filtered and guarded.
    case text(String)
    /// As it stands in another file: guarded where it would be a formula, and nothing else.
    case raw(String)
    case figure(Int)
    case day(Day)
    case empty
  }

  package private(set) var text = "\u{FEFF}"

  package init() {}

  package var bytes: [UInt8] { Array(text.utf8) }

  package mutating func row(_ cells: [Cell]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      switch cell {
      case .text(let words):
        let words = Printable.filtered(words)
        text += Self.cell(words, isGuarded: Self.isMistaken(words))
      case .raw(let words): text += Self.cell(words, isGuarded: Self.isFormula(words))
      case .figure(let number): text += String(number)
      case .day(let day): text += day.iso
      case .empty: break
      }
    }
    text += "\r\n"
  }

  private static func cell(_ text: String, isGuarded: Bool) -> String {
    guard isGuarded || text.unicodeScalars.contains(where: isSpecial) else { return text }
    var cell = isGuarded ? "\"'" : "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { cell += "\"" }
      cell.unicodeScalars.append(scalar)
    }
    return cell + "\""
  }

  /// Whether a text comes back from a spreadsheet as it is: nothing in it is written out, and no
  /// space around it is lost.
  package static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
      && !signsForNothing.contains(text) && Printable.filtered(text).utf8.elementsEqual(text.utf8)
  }

  /// What people write into a cell that says nothing.
  package static let signsForNothing: Set<String> = [
    "/", "／", "\\", "-", "--", "－", "–", "—", "——", "无", "無",
  ]

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "," || scalar == "\"" || scalar == "\r" || scalar == "\n"
  }

  // MARK: Guards

  /// A cell without the sign that was put before it.
  package static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    let rest = String(cell.unicodeScalars.dropFirst())
    return isMistaken(rest) ? rest : cell
  }

  /// Whether a spreadsheet program would take a text for something else.
  private static func isMistaken(_ text: String) -> Bool { isFormula(text) || isNumber(text) }

  /// What a spreadsheet program takes a cell for a formula by (OWASP, CSV injection), and the sign
  /// that is put before it.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'": true
    default: false
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Whether it would become a day, or a number that is written otherwise: `3-1`, `007`, `1e5`,
  /// `MAR-1`. Plain numbers stay what they are.
  private static func isNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 40, bytes.contains(where: isDigit) else { return false }
    if bytes.allSatisfy(isDigit) { return bytes.count > 15 || bytes.count > 1 && bytes[0] == 48 }
    let separators = Array("-/.:, +".utf8)
    let parts = bytes.split { separators.contains($0) || isDigit($0) }
    return parts.count < 2
      && parts.allSatisfy { part in
        let word = String(decoding: part, as: UTF8.self).lowercased()
        return word == "e" || word.utf8.count > 2 && months.contains { $0.hasPrefix(word) }
      }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
