internal import Glibc

/// Text for people at a terminal whose locale is not UTF-8: in its character set where that is a
/// Chinese one, else in ASCII. Any other byte might be one that the terminal obeys. Files and pipes
/// get UTF-8.
package enum TerminalText {
  /// The bytes of a text on a file.
  /// - Parameter standIn: what is shown instead of a character that the terminal does not have.
  package static func bytes(
    of text: String, on file: Int32, standIn: (Character) -> String
  ) -> [UInt8] {
    let bytes = Array(text.utf8)
    let locale = Surroundings.locale
    guard bytes.contains(where: { $0 >= 0x80 }), !locale.isUTF8, isatty(file) == 1 else {
      return bytes
    }
    return text.flatMap { character in
      if character.utf8.allSatisfy({ $0 < 0x80 }) { return Array(character.utf8) }
      let scalars = character.unicodeScalars
      let parts = locale.isASCIIOnly ? [] : scalars.map { Self.bytes(of: $0.value) }
      // Marks that the set lacks are left out.
      if let base = parts.first, !base.isEmpty { return parts.flatMap(\.self) }
      return Array(standIn(character).utf8)
    }
  }

  /// A character as the locale's character set has it; nothing where it has none.
  @Sendable package static func bytes(of scalar: UInt32) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 16)
    var state = mbstate_t()
    let count = wcrtomb(&buffer, wchar_t(scalar), &state)
    guard (1...buffer.count).contains(count) else { return [] }
    return buffer[..<count].map { UInt8(bitPattern: $0) }
  }
}
