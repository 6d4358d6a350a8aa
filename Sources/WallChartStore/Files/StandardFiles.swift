internal import Glibc

/// The three files that every program is started with.
package enum StandardFiles {
  /// Holds the place of those that are closed, the wrong way round, so that reading and writing
  /// still fail: the next file opened would take it, and what is printed would go into a ledger.
  package static func hold() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
