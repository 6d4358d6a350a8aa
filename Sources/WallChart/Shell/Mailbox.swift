import Glibc
import Synchronization

/// Messages from the worker to the loop, with a descriptor that becomes readable when there are
/// any.
final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable while messages wait.
  let descriptor: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe (no descriptors left) both ends are −1: poll ignores them, and the loop
    // still looks into the mailbox at its next turn.
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Lets the loop take another turn.
  func wake() {
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }

  /// Takes all messages out.
  func take() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
