import Glibc
import WallChartWords

/// What goes to stdout: gathered into large pieces, and watched whether it arrives.
struct StandardOutput {
  private var waiting: [UInt8] = []
  private let isTerminal = isatty(STDOUT_FILENO) == 1
  /// The `errno` after which nothing more could be written.
  private(set) var failure: Int32?

  private static let pieceSize = 64 * 1024

  mutating func say(_ text: String) {
    guard failure == nil else { return }
    waiting += TerminalText.bytes(of: text, on: STDOUT_FILENO, standIn: Cell.standIn(for:))
    if isTerminal || waiting.count >= Self.pieceSize { deliver() }
  }

  /// Writes what waits.
  mutating func deliver() {
    var rest = waiting[...]
    waiting = []
    while failure == nil, !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Another program made the terminal or pipe that it shares with us non-blocking.
        var room = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, -1)
      } else if errno != EINTR {
        failure = errno
      }
    }
  }
}
