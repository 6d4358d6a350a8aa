import Foundation
import Glibc
import Testing

@testable import WallChartImport

extension ImportSession {
  /// Saves a file as it is and gives its path.
  func save(_ name: String, bytes: [UInt8]) throws -> String {
    let path = path(name)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// What is said when these bytes are imported as `list.csv`, the path left out, and the exit
  /// code behind it.
  func sayings(_ bytes: [UInt8], _ options: [String] = []) throws -> [String] {
    let list = try save("list.csv", bytes: bytes)
    let report = try run([list, "--into", path("chart")] + options)
    return (report.said + report.complaints).map(withoutPath) + ["exit \(report.exitCode)"]
  }
}

/// A text in another encoding, as the C library writes it.
func encoded(_ text: String, _ encoding: String) -> [UInt8] {
  var source = text.utf8.map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: 4 * source.count + 16)
  let handle = iconv_open(encoding, "UTF-8")
  defer { iconv_close(handle) }
  var (left, room) = (source.count, target.count)
  source.withUnsafeMutableBufferPointer { source in
    target.withUnsafeMutableBufferPointer { target in
      var (input, output) = (source.baseAddress, target.baseAddress)
      if iconv(handle, &input, &left, &output, &room) == -1 { Issue.record("no \(encoding)") }
    }
  }
  return target.dropLast(room).map { UInt8(bitPattern: $0) }
}
