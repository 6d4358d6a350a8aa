import CVterm
import Glibc

/// A program on a terminal of its own: keys go in, bytes come out, each with its time.
final class Session {
  /// What came until nothing came any more.
  struct Reply {
    /// When the first and last bytes came; nil when none did.
    var first: Double?
    var last: Double?
    var bytes = 0
  }

  let child: Child
  let screen: Screen
  private let master: Int32
  private(set) var isOver = false
  private(set) var received = 0
  /// What came and is not on the ``screen`` yet: drawing it would cost the program's time.
  private var pending: [(time: Double, bytes: [UInt8])] = []
  /// The same bytes once more, for a terminal that does nothing but answer.
  private var unread: [[UInt8]] = []
  private let answering: Screen
  private var awaited: ((Screen) -> Bool)?
  /// When the screen first was as awaited; known after ``draw()``.
  private(set) var shownAt: Double?

  init(_ launch: Child.Launch, columns: Int, rows: Int) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0 else {
      throw Child.Failure(description: "no pty: \(String(cString: strerror(errno)))")
    }
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    var name = [CChar](repeating: 0, count: 128)
    ptsname_r(master, &name, name.count)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    screen = Screen(columns: columns, rows: rows)
    answering = Screen(columns: columns, rows: rows)
    let end = name.firstIndex(of: 0) ?? 0
    child = try Child(
      launch, terminal: String(decoding: name[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  deinit { close(master) }

  func send(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty, !isOver {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { read(within: 5) }
    }
  }

  /// Reads until nothing comes for a while.
  /// - Parameter patience: milliseconds within which the first byte must come.
  func settle(gap: Double, patience: Double) -> Reply {
    var reply = Reply()
    var wait = patience
    while let (time, count) = read(within: wait) {
      reply.first = reply.first ?? time
      reply.last = time
      reply.bytes += count
      wait = gap
    }
    return reply
  }

  /// From now on it is looked for when the screen first is so.
  func await(_ holds: @escaping (Screen) -> Bool) {
    draw()
    awaited = holds
    shownAt = nil
  }

  /// Draws what came.
  func draw() {
    for piece in pending {
      screen.take(piece.bytes)
      if shownAt == nil, let awaited, awaited(screen) { shownAt = piece.time }
    }
    pending = []
    _ = screen.answers()
    answer()
  }

  /// Takes what comes next; nil when nothing came in time.
  @discardableResult
  private func read(within milliseconds: Double) -> (time: Double, count: Int)? {
    let end = Clock.now + milliseconds
    while !isOver {
      let left = end - Clock.now
      guard left > 0 else { return nil }
      var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, Int32(left.rounded(.up))) > 0 else { return nil }
      let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
        count = max(0, Glibc.read(master, buffer.baseAddress, buffer.count))
      }
      let now = Clock.now
      guard !bytes.isEmpty else {
        isOver = errno != EAGAIN
        continue
      }
      pending.append((now, bytes))
      unread.append(bytes)
      received += bytes.count
      if Self.asks(bytes) { answer() }
      return (now, bytes.count)
    }
    return nil
  }

  /// Whether there may be a question of the program to its terminal among these bytes.
  private static func asks(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while let escape = bytes[place...].firstIndex(of: 0x1B) {
      place = escape + 1
      guard place < bytes.count, bytes[place] == UInt8(ascii: "[") else { continue }
      let end = bytes[(place + 1)...].firstIndex { (0x40...0x7E).contains($0) } ?? bytes.count
      // Reports of status and attributes, and whether a mode is set.
      if end == bytes.count || [UInt8]("ncp".utf8).contains(bytes[end]) { return true }
    }
    return false
  }

  /// Says what the terminal says by now. Without a look at what is shown: that can wait.
  private func answer() {
    for bytes in unread { answering.take(bytes) }
    unread = []
    let answers = answering.answers()
    if !answers.isEmpty { _ = answers.withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }
  }
}
