import CVterm
import Glibc

/// A program that runs with a terminal, or with none.
struct Child {
  struct Failure: Error, CustomStringConvertible { var description: String }

  /// What to run: a path, or a name that the PATH knows; where, and with what environment.
  struct Launch {
    var arguments: [String]
    var environment: [String: String]
    var folder: String
  }

  let process: pid_t
  /// When it was asked for, by the ``Clock``.
  let start: Double

  /// - Parameter file: what stdin, stdout and stderr are.
  init(_ launch: Launch, terminal file: String) throws {
    guard let program = Self.path(of: launch.arguments[0]) else {
      throw Failure(description: "\(launch.arguments[0]) is not here")
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The first terminal that a session of its own opens controls it.
    posix_spawnattr_setflags(&attributes, terminal_spawn_flags())
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addchdir_np(&actions, launch.folder)
    posix_spawn_file_actions_addopen(&actions, 0, file, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let arguments = launch.arguments.map { strdup($0) } + [nil]
    let environment = launch.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process = pid_t()
    start = Clock.now
    let code = posix_spawn(&process, program, &actions, &attributes, arguments, environment)
    guard code == 0 else {
      throw Failure(description: "\(program): \(String(cString: strerror(code)))")
    }
    self.process = process
  }

  /// Where a program is; nil when it is nowhere.
  static func path(of name: String) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Waits for the end, and says how it ended.
  @discardableResult
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  /// Whether it has ended, and is gone now.
  func hasEnded() -> Bool {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) == process
  }
}
