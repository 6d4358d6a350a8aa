import Foundation
import Glibc

/// Locales that Debian does not have from the start, made for the tests where the package `locales`
/// is installed.
enum Locales {
  /// Where they are made, and what else a terminal's kind needs.
  static let folder: String = {
    var path = Array("/tmp/wallchart-terminals.XXXXXX".utf8CString)
    return mkdtemp(&path).map { String(cString: $0) } ?? "/tmp"
  }()

  private static let made: Set<String> = {
    let all = [
      ("zh_CN.GB18030", "zh_CN", "GB18030"), ("zh_CN", "zh_CN", "GB2312"),
      ("zh_CN.GBK", "zh_CN", "GBK"), ("zh_TW.BIG5", "zh_TW", "BIG5"),
    ]
    return Set(
      all.filter { name, territory, set in
        run("/usr/bin/localedef", "-c", "-i", territory, "-f", set, folder + "/" + name)
      }.map(\.0))
  }()

  static func has(_ name: String) -> Bool { made.contains(name) }

  /// What a program is started with to be in one of them; or, of another name, in one that is not
  /// installed.
  static func variables(_ name: String, _ kind: String = "xterm-256color") -> [String: String?] {
    ["TERM": kind, "LC_ALL": nil, "LANG": name, "LOCPATH": folder]
  }

  static func encoded(_ text: String, _ set: String) -> [UInt8]? {
    converted(Array(text.utf8), from: "UTF-8", to: set)
  }

  static func decoded(_ bytes: [UInt8], _ set: String) -> String? {
    converted(bytes, from: set, to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Nil when the bytes are none of that character set.
  static func converted(
    _ bytes: [UInt8], from source: String, to target: String
  ) -> [UInt8]? {
    var characters = bytes.map { CChar(bitPattern: $0) }
    var result = [CChar](repeating: 0, count: 4 * characters.count + 16)
    let handle = iconv_open(target, source)
    defer { iconv_close(handle) }
    var (left, room) = (characters.count, result.count)
    let isWhole = characters.withUnsafeMutableBufferPointer { characters in
      result.withUnsafeMutableBufferPointer { result in
        var (input, output) = (characters.baseAddress, result.baseAddress)
        return iconv(handle, &input, &left, &output, &room) != -1
      }
    }
    return isWhole ? result.dropLast(room).map { UInt8(bitPattern: $0) } : nil
  }

  @discardableResult
  static func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
