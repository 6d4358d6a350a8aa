import CNcurses
import Glibc

/// Hands what ncurses draws to the terminal at one stroke. ncurses 6.4 writes at every move of the
/// cursor, hundreds of times a page, and each time the terminal wakes up and draws a piece.
struct OneStroke {
  /// The terminal, by a descriptor that stays when standard output is turned aside. A crash turns
  /// this one aside, too.
  let terminal: Int32
  /// A file in memory that takes what is written.
  private let memory: Int32

  /// Nil where the system has no files in memory; then ncurses writes as it likes.
  init?() {
    terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    memory = wallchart_memory_file()
    guard terminal >= 0, memory >= 0 else { return nil }
  }

  /// Draws, and sends what came of it. Not for what switches the terminal's settings, which ncurses
  /// would then look for in the file.
  func draw(_ draw: () -> Void) {
    guard dup2(memory, STDOUT_FILENO) >= 0 else { return draw() }
    draw()
    dup2(terminal, STDOUT_FILENO)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      // Safe: no more is read than there is room for, and only that much is said to be filled.
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    bytes.withUnsafeBytes {
      if let start = $0.baseAddress { CursesTerminal.send(start, $0.count, to: STDOUT_FILENO) }
    }
  }

  func close() {
    Glibc.close(terminal)
    Glibc.close(memory)
  }
}
