internal import Glibc

/// Text for people at a terminal whose locale is Chinese and not UTF-8, in its character set. Files and
/// pipes get UTF-8.
package enum TerminalText {
  /// The character set that such a locale names.
  private static let characterSet: String? = {
    let variables = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = variables.lazy.compactMap { Surroundings.environment[$0] }.first
    guard let name = locale?.split(separator: ".").dropFirst().first?.uppercased(),
      name.hasPrefix("GB") || name.hasPrefix("BIG5")
    else { return nil }
    return name
  }()

  /// The bytes of a text on a file.
  package static func bytes(of text: String, on file: Int32) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard let characterSet, bytes.contains(where: { $0 >= 0x80 }), isatty(file) == 1 else {
      return bytes
    }
    guard let handle = iconv_open(characterSet + "//TRANSLIT", "UTF-8"),
      Int(bitPattern: handle) != -1
    else { return bytes }
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
    return isWhole ? target.dropLast(room).map { UInt8(bitPattern: $0) } : bytes
  }
}
