internal import Glibc

/// The chart folder's `.lock`, held from making to end of life. It dies with the process.
///
/// Some network shares have no locks. Then it is not held: marks go to a file that only this
/// process appends to, which needs none; two plans could replace each other, so none is written.
struct FolderLock: ~Copyable {
  private let file: PosixFile.Descriptor
  /// Why it is not held; nil when it is.
  let failure: StoreError?

  /// Waits for the lock for at most `seconds`, asking more and more rarely.
  init(
    folder: String, seconds: Double = 5, calls: SystemCalls = SystemCalls()
  ) throws(StoreError) {
    let path = folder + "/.lock"
    // A pipe of that name would hold us up for ever.
    let opened = try PosixFile.open(path, O_RDONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
    guard PosixFile.isRegular(try PosixFile.status(opened, path)) else {
      throw .notAFile(path: path)
    }
    failure = try Self.wait(for: opened.number, path, seconds: seconds, calls)
    file = opened
  }

  private static func wait(
    for number: Int32, _ path: String, seconds: Double, _ calls: SystemCalls
  ) throws(StoreError) -> StoreError? {
    var waited = 0.0
    var pause = 0.01
    while calls.lock(number) != 0 {
      let code = errno
      if code == EINTR { continue }
      let failure = StoreError.system(operation: "flock", path: path, code: code)
      if [ENOLCK, EOPNOTSUPP, ENOSYS].contains(code) { return failure }
      guard code == EWOULDBLOCK else { throw failure }
      guard waited < seconds else { throw .busy(path: path) }
      usleep(UInt32(pause * 1_000_000))
      waited += pause
      pause = min(pause * 2, 0.2)
    }
    return nil
  }
}
