internal import Glibc

/// A list that comes in by a pipe.
package enum StandardInput {
  /// The largest list that is read, in megabytes.
  package static let limitMegabytes = 256

  /// All of standard input.
  package static func read() throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = try PosixFile.call("read", "-") {
        Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limitMegabytes << 20 {
        throw .tooLarge(path: "-", limitMegabytes: limitMegabytes)
      }
    }
  }
}
