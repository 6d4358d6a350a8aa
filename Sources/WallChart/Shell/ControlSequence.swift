/// A control sequence that no key of the terminal description has sent.
struct ControlSequence: Equatable {
  /// What stood between `ESC [` and the character that ends it.
  var parameters: [UInt8] = []
  /// The character that ends it; 0 when it broke off.
  var final: UInt8 = 0
  /// Of a mouse report of the old form: button, column and row, each with 32 (and the places with
  /// 1 more) added.
  var oldReport: [UInt8] = []

  /// More parameters than any sequence has are not kept.
  static let longest = 64

  /// `ESC [ 200 ~`: pasted text follows.
  var beginsPaste: Bool { final == UInt8(ascii: "~") && parameters == Array("200".utf8) }

  /// Whether three bytes of a mouse report follow.
  var beginsOldReport: Bool { final == UInt8(ascii: "M") && parameters.isEmpty }

  /// Whether a function key of a Linux console: one more character follows.
  var beginsConsoleKey: Bool { final == UInt8(ascii: "[") && parameters.isEmpty }

  /// Where the cursor stands, counted from 0, where this answers that question.
  var reportedPlace: (row: Int, column: Int)? {
    guard final == UInt8(ascii: "R") else { return nil }
    let values = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    let places = values.compactMap(\.self).filter { (1...99_999).contains($0) }
    return values.count == 2 && places.count == 2 ? (places[0] - 1, places[1] - 1) : nil
  }

  /// The device attributes that PuTTY gives, as Vim knows it by: a VT100 of version 136. Others have
  /// other versions.
  var isFromPuTTY: Bool { final == UInt8(ascii: "c") && parameters == Array(">0;136;0".utf8) }

  /// What the mouse did, as far as it means something here.
  var mouse: Input? {
    guard final == UInt8(ascii: "M") else { return nil }
    if oldReport.count == 3 {
      let values = oldReport.map { Int($0) }
      return Self.mouse(button: values[0] - 32, column: values[1] - 33, row: values[2] - 33)
    }
    guard parameters.first == UInt8(ascii: "<") else { return nil }
    let values = parameters.dropFirst().split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard values.count == 3, values.allSatisfy({ (0...99_999).contains($0) }) else { return nil }
    return Self.mouse(button: values[0], column: values[1] - 1, row: values[2] - 1)
  }

  private static func mouse(button: Int, column: Int, row: Int) -> Input? {
    guard column >= 0, row >= 0 else { return nil }
    // Shift, Alt and Ctrl, bits 2 to 4, make no difference.
    switch button & ~0b11100 {
    case 0: return .clicked(column: column, row: row)
    case 64: return .scrolled(rows: -3)
    case 65: return .scrolled(rows: 3)
    default: return nil
    }
  }
}
