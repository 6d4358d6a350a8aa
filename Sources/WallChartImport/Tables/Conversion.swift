import Glibc

/// The C library's way from an encoding to UTF-8.
struct Conversion {
  private let handle: iconv_t

  init?(from encoding: TextEncoding) {
    guard let handle = iconv_open("UTF-8", encoding.name), Int(bitPattern: handle) != -1 else {
      return nil
    }
    self.handle = handle
  }

  func close() { iconv_close(handle) }

  func text(of bytes: ArraySlice<UInt8>) -> (text: [UInt8], stop: Int?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    let stop = bytes.withUnsafeBufferPointer { source -> Int? in
      // The library does not write to what it reads, but does not say so.
      var input = UnsafeMutablePointer(
        mutating: UnsafeRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self))
      var left = source.count
      while left > 0 {
        guard convert(&input, &left, into: &text) else { return source.count - left }
      }
      // What the library still holds back, in encodings with shifts.
      var nothing: UnsafeMutablePointer<CChar>?
      var none = 0
      return convert(&nothing, &none, into: &text) ? nil : source.count
    }
    return (text, stop.map { bytes.startIndex + $0 })
  }

  /// Converts as much as fits into one piece; false when something cannot be converted.
  private func convert(
    _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into text: inout [UInt8]
  ) -> Bool {
    var isFine = true
    text.append(
      contentsOf: [UInt8](unsafeUninitializedCapacity: 64 * 1024) { buffer, count in
        buffer.withMemoryRebound(to: CChar.self) { buffer in
          var output = buffer.baseAddress
          var room = buffer.count
          isFine = iconv(handle, &input, &left, &output, &room) != -1 || errno == E2BIG
          count = buffer.count - room
        }
      })
    return isFine
  }
}
