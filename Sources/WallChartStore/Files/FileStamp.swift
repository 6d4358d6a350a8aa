internal import Glibc

/// What tells cheaply that a file is no longer as it was read.
struct FileStamp: Sendable, Equatable {
  private var inode: UInt64 = 0
  private(set) var size: Int64 = 0
  private var seconds = 0
  private var nanoseconds = 0

  /// The stamp of no file.
  init() {}

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  init(of path: String) {
    var status = stat()
    if stat(path, &status) == 0 { self.init(status) } else { self.init() }
  }

  /// The stamp of what has a name, even where that is a link.
  init(ofItself path: String) {
    var status = stat()
    if lstat(path, &status) == 0 { self.init(status) } else { self.init() }
  }

  /// When it was last written.
  var written: Moment {
    Moment(milliseconds: Int64(seconds) * 1000 + Int64(nanoseconds) / 1_000_000, offset: 0)
  }

  func isOfSameFile(as other: FileStamp) -> Bool { inode == other.inode }

  /// Whether the same file was written to, and nothing was added: a ledger is only appended to.
  func isAlteration(of other: FileStamp) -> Bool {
    self != other && isOfSameFile(as: other) && size <= other.size
  }
}

/// Where the reading of a ledger file stopped.
struct ReadingPlace: Sendable {
  /// The file as it was just before it was read.
  var stamp = FileStamp()
  /// The last bytes read: a hash that stands for all before it.
  private(set) var tail: [UInt8] = []

  /// Notes the end of what has been read.
  mutating func stop(after bytes: ArraySlice<UInt8>) {
    tail = Array(bytes.suffix(HashChain.trailerCount + 1))
  }
}
