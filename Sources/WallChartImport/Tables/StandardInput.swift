import Glibc
import WallChartStore

/// A list that comes in by a pipe.
enum StandardInput {
  /// The largest list that is read, in megabytes.
  static let limitMegabytes = 256

  /// All of standard input.
  static func read() throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw .system(operation: "read", path: "-", code: code)
      }
      bytes += buffer[..<count]
      if bytes.count > limitMegabytes << 20 {
        throw .tooLarge(path: "-", limitMegabytes: limitMegabytes)
      }
    }
  }
}
