import Glibc
import WallChartWords

/// Text for people at a terminal whose locale is not UTF-8: in its character set where that is a
/// Chinese one, else in ASCII. Any other byte might be one that the terminal obeys. Files and pipes
/// get UTF-8.
enum TerminalText {
  /// The bytes of a text on a file.
  static func bytes(of text: String, on file: Int32) -> [UInt8] {
    let bytes = Array(text.utf8)
    let locale = Surroundings.locale
    guard bytes.contains(where: { $0 >= 0x80 }), !locale.isUTF8, isatty(file) == 1 else {
      return bytes
    }
    return text.flatMap { Self.bytes(of: $0, isASCIIOnly: locale.isASCIIOnly) }
  }

  /// A character, or what stands for it as on the screen, in as many columns.
  private static func bytes(of character: Character, isASCIIOnly: Bool) -> [UInt8] {
    if character.utf8.allSatisfy({ $0 < 0x80 }) { return Array(character.utf8) }
    let scalars = character.unicodeScalars.map(\.value)
    let parts = isASCIIOnly ? [] : scalars.map(CursesTerminal.bytes)
    // Marks that the set lacks are left out.
    if let base = parts.first, !base.isEmpty { return parts.flatMap(\.self) }
    let sign = scalars.first.flatMap { Cell.standIns[$0] } ?? "?"
    return String(repeating: sign, count: CellWidth.columns(of: character)).utf8.map(\.self)
  }
}
