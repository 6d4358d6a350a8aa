internal import Glibc

/// The chart folder's `.lock`, held from making to end of life. It dies with the process.
struct FolderLock: ~Copyable {
  private let file: PosixFile.Descriptor

  /// Waits for the lock for at most `seconds`, asking more and more rarely.
  init(folder: String, seconds: Double = 5) throws(StoreError) {
    let path = folder + "/.lock"
    let opened = try PosixFile.open(path, O_RDONLY | O_CREAT | O_NOFOLLOW)
    try Self.wait(for: opened.number, path, seconds: seconds)
    file = opened
  }

  private static func wait(
    for number: Int32, _ path: String, seconds: Double
  ) throws(StoreError) {
    var waited = 0.0
    var pause = 0.01
    while flock(number, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      guard code == EWOULDBLOCK else { throw .system(operation: "flock", path: path, code: code) }
      guard waited < seconds else { throw .busy(path: path) }
      usleep(UInt32(pause * 1_000_000))
      waited += pause
      pause = min(pause * 2, 0.2)
    }
  }
}
