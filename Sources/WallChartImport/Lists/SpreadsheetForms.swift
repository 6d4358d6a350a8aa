/// What spreadsheet programs make of a cell when they know better than the person who typed it.
enum SpreadsheetForms {
  private static let errors: Set<String> = [
    "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    "#GETTING_DATA",
  ]

  /// Whether a cell shows an error instead of a result. LibreOffice writes `Err:508`, too.
  static func isError(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "#"): return errors.contains(text)
    case UInt8(ascii: "E"):
      let number = text.utf8.dropFirst(4)
      return text.hasPrefix("Err:") && number.count == 3
        && number.allSatisfy { (48...57).contains($0) }
    default: return false
    }
  }

  /// Whether a number was shortened: `1.2E+05`. Its last digits are lost.
  static func isShortened(_ text: String) -> Bool {
    guard let first = text.utf8.first, (48...57).contains(first),
      text.utf8.contains(where: { $0 == 69 || $0 == 101 })
    else { return false }
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 69 || $0 == 101 }
    guard parts.count == 2 else { return false }
    let power = parts[1].dropFirst()
    return parts[0].allSatisfy { (48...57).contains($0) || $0 == 46 }
      && [43, 45].contains(parts[1].first) && !power.isEmpty
      && power.allSatisfy { (48...57).contains($0) }
  }
}
