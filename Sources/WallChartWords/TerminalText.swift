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
    if let whole = locale.encoded(bytes) { return whole }
    return text.flatMap { character in
      if character.utf8.allSatisfy({ $0 < 0x80 }) { return Array(character.utf8) }
      let parts = character.unicodeScalars.map { locale.encoded(Array(String($0).utf8)) }
      // Marks that the set lacks are left out.
      guard parts.first ?? nil != nil else { return Array(standIn(character).utf8) }
      return parts.flatMap { $0 ?? [] }
    }
  }
}

extension TerminalLocale {
  /// A line typed at a terminal, in UTF-8. What its character set does not have stays as it is.
  package func typed(_ bytes: [UInt8]) -> String {
    let isUTF8 = isUTF8 || isASCIIOnly || bytes.allSatisfy { $0 < 0x80 }
    let whole = isUTF8 ? bytes : Self.converted(bytes, nl_langinfo(Int32(CODESET)), to: "UTF-8")
    return String(decoding: whole ?? bytes, as: UTF8.self)
  }

  /// UTF-8 in its character set; nil where that does not have all of it.
  fileprivate func encoded(_ bytes: [UInt8]) -> [UInt8]? {
    isASCIIOnly ? nil : Self.converted(bytes, "UTF-8", to: nl_langinfo(Int32(CODESET)))
  }

  private static func converted(
    _ bytes: [UInt8], _ from: UnsafePointer<CChar>?, to set: UnsafePointer<CChar>?
  ) -> [UInt8]? {
    guard let from, let set, let handle = iconv_open(set, from), Int(bitPattern: handle) != -1
    else { return nil }
    defer { iconv_close(handle) }
    var source = bytes.map { CChar(bitPattern: $0) }
    // No character takes more than four.
    var target = [CChar](repeating: 0, count: 4 * source.count)
    var (left, room) = (source.count, target.count)
    let isWhole = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (input, output) = (source.baseAddress, target.baseAddress)
        return iconv(handle, &input, &left, &output, &room) != -1
      }
    }
    return isWhole ? target.dropLast(room).map { UInt8(bitPattern: $0) } : nil
  }
}
