import Foundation
import Glibc
import Testing

/// A program started for a trial. What it prints goes to a file, so that nothing it said is lost
/// when it is killed.
final class Child {
  enum Ending: Equatable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    var description: String {
      switch self {
      case .exit(let code): "exit \(code)"
      case .signal(let number): "signal \(number)"
      }
    }
  }

  struct Failure: Error {
    var description: String
  }

  private let process: pid_t
  private let output: String
  /// Where its stdin is written to; -1 when it has none.
  private var input: Int32 = -1
  private var ending: Ending?

  /// The programs lie beside the running tests, wherever they were built.
  static func beside(_ name: String) -> String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/" + name
  }

  /// - Parameter output: the file for stdout and stderr.
  init(
    _ program: String, _ arguments: [String], output: String, hasInput: Bool = false,
    environment: [String: String] = [:]
  ) throws {
    self.output = output
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var source = "/dev/null"
    if hasInput {
      // A named pipe, because one without a name would for a moment be open in other children,
      // too, and then its end would never be seen.
      source = output + ".input"
      guard mkfifo(source, 0o600) == 0 else { throw Failure(description: "no pipe") }
      input = open(source, O_RDWR | O_CLOEXEC)
    }
    posix_spawn_file_actions_addopen(&actions, 0, source, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var variables = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(&process, program, &actions, nil, words, settings)
    guard code == 0 else {
      if input >= 0 { close(input) }
      throw Failure(description: "\(program): \(String(cString: strerror(code)))")
    }
    self.process = process
  }

  deinit {
    if ending == nil {
      kill()
      _ = try? wait()
    }
    endInput()
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  @discardableResult
  func wait() throws -> Ending {
    if let ending { return ending }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { throw Failure(description: "waitpid: \(errno)") }
    }
    // WIFEXITED and its like are macros.
    let ended =
      status & 0x7F == 0 ? Ending.exit(status >> 8 & 0xFF) : Ending.signal(status & 0x7F)
    ending = ended
    return ended
  }

  /// Everything it has printed so far.
  var text: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

  /// What it printed after a word, line by line.
  func lines(of word: String) -> [String] { Trial.lines(of: word, in: text) }
}
