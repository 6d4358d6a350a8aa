internal import CEmbedded
internal import Glibc

/// Files of `Resources` that the binary carries one behind the other, parted by zeros.
enum EmbeddedFiles {
  /// What each language says, English first.
  static var words: [UnsafeBufferPointer<UInt8>] { files(embedded_words()) }

  /// The pages of the manual; the first line of each is a comment that says which, and its language.
  static var pages: [UnsafeBufferPointer<UInt8>] { files(embedded_manual()) }

  private static func files(_ file: embedded_file) -> [UnsafeBufferPointer<UInt8>] {
    // Constants of the binary: they live as long as the program.
    var rest = UnsafeBufferPointer(start: file.bytes, count: file.count)
    var files: [UnsafeBufferPointer<UInt8>] = []
    while let start = rest.baseAddress, let zero = memchr(start, 0, rest.count) {
      let count = zero - UnsafeMutableRawPointer(mutating: start)
      files.append(UnsafeBufferPointer(rebasing: rest[..<count]))
      rest = UnsafeBufferPointer(rebasing: rest[(count + 1)...])
    }
    return files
  }
}
