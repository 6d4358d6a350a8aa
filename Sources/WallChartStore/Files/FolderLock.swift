internal import Glibc

/// The chart folder's `.lock`, held from making to end of life. It dies with the process.
///
/// Some network shares have no locks. Then it is not held: marks go to a file that only this
/// process appends to, which needs none; two plans could replace each other, so none is written.
struct FolderLock: ~Copyable {
  private let file: PosixFile.Descriptor
  /// The folder, locked as well: the file can be removed by hand or by `git clean`, and with a new
  /// one two programs would go on in the same ledger. Nil where a folder cannot be locked.
  private let folder: PosixFile.Descriptor?
  /// What the file is called. It says nothing, whatever happens to it.
  static let fileName = ".lock"
  /// Why it is not held; nil when it is.
  let failure: StoreError?

  /// Waits for the lock for at most `seconds`, asking more and more rarely.
  init(
    folder: String, seconds: Double = 5, calls: SystemCalls = SystemCalls()
  ) throws(StoreError) {
    let path = folder + "/" + Self.fileName
    let opened = try Self.open(path)
    guard PosixFile.isRegular(try PosixFile.status(opened, path)) else {
      throw .notAFile(path: path)
    }
    var left = seconds
    let failure = try Self.wait(for: opened.number, path, seconds: &left, calls)
    let whole = try Self.locked(folder, seconds: &left, calls)
    self.failure = failure
    file = opened
    self.folder = whole
  }

  private static func locked(
    _ folder: String, seconds: inout Double, _ calls: SystemCalls
  ) throws(StoreError) -> PosixFile.Descriptor? {
    guard let opened = try? PosixFile.open(folder, O_RDONLY | O_DIRECTORY) else { return nil }
    do throws(StoreError) {
      _ = try wait(for: opened.number, folder, seconds: &seconds, calls)
    } catch .busy {
      throw .busy(path: folder + "/.lock")
    } catch {
      // The file alone must do, as on NFS, which has no locks on folders.
      return nil
    }
    return opened
  }

  /// For writing, although nothing is written: on NFS only that gives an exclusive lock, see
  /// flock(2). Elsewhere somebody else's file that one may only read locks as well.
  private static func open(_ path: String) throws(StoreError) -> PosixFile.Descriptor {
    // A pipe of that name would hold us up for ever.
    let flags = O_NOFOLLOW | O_NONBLOCK
    do throws(StoreError) {
      return try PosixFile.open(path, O_RDWR | O_CREAT | flags)
    } catch {
      guard case .system(_, _, EACCES) = error,
        let file = try? PosixFile.open(path, O_RDONLY | flags)
      else { throw error }
      return file
    }
  }

  private static func wait(
    for number: Int32, _ path: String, seconds: inout Double, _ calls: SystemCalls
  ) throws(StoreError) -> StoreError? {
    var pause = 0.01
    while calls.lock(number) != 0 {
      let code = errno
      if code == EINTR { continue }
      let failure = StoreError.system(operation: "flock", path: path, code: code)
      // The last one is NFS's answer for a file that one may only read.
      if [ENOLCK, EOPNOTSUPP, ENOSYS, EBADF].contains(code) { return failure }
      guard code == EWOULDBLOCK else { throw failure }
      guard seconds > 0 else { throw .busy(path: path) }
      usleep(UInt32(pause * 1_000_000))
      seconds -= pause
      pause = min(pause * 2, 0.2)
    }
    return nil
  }
}
