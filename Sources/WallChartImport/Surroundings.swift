import Glibc
import WallChartStore
import WallChartWords

/// What the program takes from the world it runs in: environment, language, standard input.
enum Surroundings {
  /// The variables the program looks at.
  static let environment: [String: String] = {
    let names = [
      "HOME", "XDG_STATE_HOME", "LC_ALL", "LC_MESSAGES", "LANG", "USER", "WALLCHART_AS",
      "WALLCHART_LANG",
    ]
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }()

  /// The words for the help, which is shown before arguments are parsed: the language of `--lang`
  /// wherever it stands, then `WALLCHART_LANG`, then the locale.
  static let words: Words = {
    let arguments = CommandLine.arguments
    var named = environment["WALLCHART_LANG"]
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { named = String(argument.dropFirst(7)) }
      if argument == "--lang", index + 1 < arguments.count { named = arguments[index + 1] }
    }
    return Words(named.flatMap(Language.init) ?? Language(environment: environment))
  }()

  /// The largest list that is read, in megabytes.
  static let limitMegabytes = 256

  /// All of standard input.
  static func standardInput() throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
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
