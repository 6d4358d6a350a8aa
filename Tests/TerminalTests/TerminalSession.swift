import CVterm
import Foundation
import Glibc
import Testing

/// A person at a terminal: a program runs on a pty, its bytes are shown by a ``Display``, keys go
/// to it. Every wait has a deadline; one that fails shows the screen it saw.
final class TerminalSession {
  /// What to run, where, and on how large a terminal.
  struct Launch {
    var program: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var folder: String
    var columns = 80
    var rows = 24
    /// Where stdin comes from when not from the terminal.
    var input: String?
    /// Where stdout goes to when not to the terminal.
    var output: String?
    /// Whether the terminal answers no questions of the program.
    var isSilent = false
    /// The machine whose files the program works on: it stays as long as the session.
    var desk: Desk?
  }

  /// How a program ended.
  enum Ending: Equatable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    init(status: Int32) {
      // WIFEXITED and its like are macros.
      self = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    }

    var description: String {
      switch self {
      case .exit(let code): "exit \(code)"
      case .signal(let number): "signal \(number)"
      }
    }
  }

  /// A wait that came to nothing, with the screen it saw.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let desk: Desk?
  private let isSilent: Bool
  let process: pid_t
  let display: Display
  /// Every byte the program sent.
  private(set) var received: [UInt8] = []
  /// What the terminal answered to questions of the program.
  private(set) var answers: [UInt8] = []
  private(set) var ending: Ending?
  /// How the terminal was set before the program came.
  let settingsBefore: [UInt8]
  private var master: Int32
  /// Kept open: with its last file closed the system resets the terminal's settings.
  private let slave: Int32
  /// Readable when the program has ended.
  private let processFile: Int32

  init(_ launch: Launch) throws {
    (desk, isSilent) = (launch.desk, launch.isSilent)
    // Crashes on purpose leave no core files behind.
    var none = rlimit()
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0 else {
      throw Failure(description: "no pty: \(String(cString: strerror(errno)))")
    }
    // A program that reads nothing must not hold up the person.
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    var name = [CChar](repeating: 0, count: 128)
    ptsname_r(master, &name, name.count)
    slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    display = Display(columns: launch.columns, rows: launch.rows)
    Self.setSize(master, columns: launch.columns, rows: launch.rows)
    settingsBefore = Self.settings(of: slave)
    process = try Self.spawn(launch, terminal: name)
    processFile = terminal_process_file(process)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if master >= 0 { close(master) }
    close(slave)
    close(processFile)
  }

  private static func spawn(_ launch: Launch, terminal name: [CChar]) throws -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A session of its own makes the terminal its controlling one; without an empty mask it would
    // inherit ours and never hear of a new size.
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
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    if let input = launch.input {
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    }
    if let output = launch.output {
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
    }

    let arguments = ([launch.program] + launch.arguments).map { strdup($0) } + [nil]
    let environment = launch.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawn(
      &process, launch.program, &actions, &attributes, arguments, environment)
    guard code == 0 else {
      throw Failure(description: "\(launch.program): \(String(cString: strerror(code)))")
    }
    return process
  }

  // MARK: What the person does

  func press(_ keys: Press...) {
    for key in keys { send(display.bytes(of: key)) }
  }

  func press(_ key: Press, times: Int) {
    for _ in 0..<times { press(key) }
  }

  func resize(columns: Int, rows: Int) {
    // What was sent for the old size is shown at the old size.
    pump(milliseconds: 0)
    display.resize(columns: columns, rows: rows)
    Self.setSize(master, columns: columns, rows: rows)
  }

  func send(signal: Int32) {
    kill(process, signal)
  }

  /// Closes the window: the program's terminal hangs up.
  func closeWindow() {
    pump(milliseconds: 0)
    close(master)
    master = -1
  }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let end = Self.now + 10_000
    while !rest.isEmpty, ending == nil, Self.now < end {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        // The program does not read, perhaps because nobody reads what it writes.
        pump(milliseconds: 5)
      }
    }
  }

  // MARK: What the person sees

  /// Waits until the screen, or one row of it, shows a text.
  func wait(
    for text: String, inRow row: Int? = nil, line: Int = #line, file: String = #fileID
  ) throws {
    try wait("\"\(text)\"" + (row.map { " in row \($0)" } ?? ""), line: line, file: file) {
      (row.map { display.row($0) } ?? display.text).contains(text)
    }
  }

  /// Waits until something holds, which `what` names for the report of a failure.
  func wait(
    _ what: String, seconds: Double = 10, line: Int = #line, file: String = #fileID,
    until holds: () -> Bool
  ) throws {
    let end = Self.now + Int(seconds * 1000)
    while !holds() {
      let left = end - Self.now
      guard left > 0, ending == nil || hasMore else {
        throw Failure(description: report("waited in vain for \(what)", line, file))
      }
      pump(milliseconds: min(left, 1000))
    }
  }

  /// Waits for the end of the program and takes in all it sent.
  @discardableResult
  func waitForEnd(
    seconds: Double = 10, line: Int = #line, file: String = #fileID
  ) throws -> Ending {
    let end = Self.now + Int(seconds * 1000)
    while true {
      if let ending, !hasMore { return ending }
      let left = end - Self.now
      guard left > 0 else {
        throw Failure(description: report("the program did not end", line, file))
      }
      pump(milliseconds: left)
    }
  }

  /// Looks at the terminal for so long and no longer, whatever comes.
  func watch(milliseconds: Int) {
    let end = Self.now + milliseconds
    repeat { pump(milliseconds: max(0, end - Self.now)) } while Self.now < end && ending == nil
  }

  /// Waits until nothing has been sent for so long: for pictures whose last change is not known.
  func waitUntilQuiet(milliseconds: Int = 50) {
    var count = -1
    while count != received.count, ending == nil {
      count = received.count
      watch(milliseconds: milliseconds)
    }
  }

  /// Everything sent, as text.
  var receivedText: String { String(decoding: received, as: UTF8.self) }

  /// Whether the terminal is set as it was before the program.
  var isRestored: Bool { Self.settings(of: slave) == settingsBefore }

  /// What was typed and nobody has read: the shell would get it.
  var unread: [UInt8] {
    var settings = termios()
    tcgetattr(slave, &settings)
    cfmakeraw(&settings)
    tcsetattr(slave, TCSANOW, &settings)
    var file = pollfd(fd: slave, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, 0) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(slave, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// How long the program has been on a processor.
  func processorTime() throws -> Duration {
    let text = try String(contentsOfFile: "/proc/\(process)/schedstat", encoding: .utf8)
    let nanoseconds = text.split(separator: " ").first.flatMap { Int($0) }
    return .nanoseconds(try #require(nanoseconds))
  }

  private func report(_ what: String, _ line: Int, _ file: String) -> String {
    let cursor = display.cursor
    let end = ending.map { "; the program ended: \($0)" } ?? ""
    let frame = String(repeating: "-", count: display.size.columns)
    return """
      \(file):\(line): \(what)\(end)
      cursor at column \(cursor.column), row \(cursor.row)
      \(frame)
      \(display.text)
      \(frame)
      """
  }

  // MARK: The pty

  /// Whether bytes wait to be read.
  private var hasMore: Bool {
    var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return master >= 0 && poll(&file, 1, 0) > 0 && file.revents & Int16(POLLIN) != 0
  }

  /// Waits for bytes or the program's end, and takes in what is there.
  private func pump(milliseconds: Int) {
    var files = [
      pollfd(fd: master, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending == nil ? processFile : -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&files, 2, Int32(milliseconds)) > 0 else { return }
    if files[0].revents & Int16(POLLIN) != 0 {
      var bytes = [UInt8](repeating: 0, count: 64 * 1024)
      let count = read(master, &bytes, bytes.count)
      if count > 0 {
        received += bytes[..<count]
        display.take(bytes[..<count])
        let answer = display.output()
        answers += answer
        if !isSilent { send(answer) }
      }
    }
    if files[1].revents != 0 {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { ending = Ending(status: status) }
    }
  }

  private static func setSize(_ file: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }

  /// The terminal's settings, flag by flag and character by character.
  private static func settings(of file: Int32) -> [UInt8] {
    var settings = termios()
    tcgetattr(file, &settings)
    return withUnsafeBytes(of: settings) { Array($0) }
  }

  /// Milliseconds of a clock that never jumps.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
