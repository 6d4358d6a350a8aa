internal import Glibc

/// Calls of the operating system, each with what failed and where.
///
/// Own wrappers because Foundation's atomic write syncs no folder, drops mode and links, and
/// fails on EINTR.
package enum PosixFile {
  /// Repeats a call that a signal interrupted; throws what it failed with.
  @discardableResult
  static func call(
    _ operation: String, _ path: String, _ body: () -> Int
  ) throws(StoreError) -> Int {
    while true {
      let result = body()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw .system(operation: operation, path: path, code: code) }
    }
  }

  static func open(
    _ path: String, _ flags: Int32, in folder: Int32 = AT_FDCWD, mode: mode_t = 0o660
  ) throws(StoreError) -> Descriptor {
    Descriptor(
      number: Int32(
        try call("open", path) { Int(openat(folder, path, flags | O_CLOEXEC, mode)) }))
  }

  /// An open file, closed when it goes.
  struct Descriptor: ~Copyable {
    let number: Int32

    deinit { close(number) }
  }

  static func status(_ file: borrowing Descriptor, _ path: String) throws(StoreError) -> stat {
    var status = stat()
    let number = file.number
    try call("stat", path) { Int(fstat(number, &status)) }
    return status
  }

  static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

  /// All bytes from `offset` to the end.
  /// - Parameter status: what the system has just said of the file.
  static func read(
    _ file: borrowing Descriptor, _ path: String, from offset: Int = 0, knowing status: stat? = nil
  ) throws(StoreError) -> [UInt8] {
    let now = if let status { status } else { try Self.status(file, path) }
    let size = Int(now.st_size)
    let number = file.number
    func piece(from place: Int, room: Int) throws(StoreError) -> [UInt8] {
      var failure: StoreError?
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        do throws(StoreError) {
          filled = try call("read", path) {
            pread(number, buffer.baseAddress, buffer.count, off_t(place))
          }
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return piece
    }
    // Mostly all of it at once, without a copy. The size may change while we read: read until
    // nothing more comes.
    var bytes = try piece(from: offset, room: max(0, size - offset) + 1)
    // There was room for more, and no more came than there is.
    if offset + bytes.count == size { return bytes }
    while !bytes.isEmpty {
      let more = try piece(from: offset + bytes.count, room: 64 * 1024)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// The bytes of a plain file. FIFOs, devices and folders are refused at once.
  package static func contents(
    of path: String, limitMegabytes: Int = 256
  ) throws(StoreError) -> [UInt8] {
    try PlainFile(path, limitMegabytes: limitMegabytes).contents()
  }

  /// Whether a plain file holds exactly these bytes; compared piece by piece, so that a large one is
  /// not in memory twice.
  static func holds(_ path: String, _ bytes: [UInt8]) throws(StoreError) -> Bool {
    let file = try open(path, O_RDONLY | O_NONBLOCK)
    let status = try status(file, path)
    guard isRegular(status) else { throw .notAFile(path: path) }
    guard status.st_size == off_t(bytes.count) else { return false }
    var (at, isSame) = (0, true)
    try forEachPiece(of: file, path) { piece in
      isSame =
        at + piece.count <= bytes.count
        && bytes.withUnsafeBufferPointer { bytes in
          guard let there = piece.baseAddress, let here = bytes.baseAddress else { return true }
          return memcmp(there, here + at, piece.count) == 0
        }
      at += piece.count
      return isSame
    }
    return isSame && at == bytes.count
  }

  /// Lends what a file holds piece by piece, so that a large one is not in memory as a whole.
  /// - Parameter isMoreWanted: takes a piece.
  static func forEachPiece(
    of file: borrowing Descriptor, _ path: String,
    _ isMoreWanted: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(StoreError) {
    let number = file.number
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var at = 0
    while true {
      let count = try call("read", path) {
        piece.withUnsafeMutableBytes { pread(number, $0.baseAddress, $0.count, off_t(at)) }
      }
      guard count > 0,
        piece.withUnsafeBufferPointer({ isMoreWanted(UnsafeBufferPointer(rebasing: $0[..<count])) })
      else { return }
      at += count
    }
  }

  static func write(
    _ bytes: [UInt8], to file: borrowing Descriptor, _ path: String
  ) throws(StoreError) {
    var written = 0
    let number = file.number
    while written < bytes.count {
      let start = written
      written += try call("write", path) {
        bytes[start...].withUnsafeBufferPointer { Glibc.write(number, $0.baseAddress, $0.count) }
      }
    }
  }

  static func syncFolder(_ path: String) throws(StoreError) {
    let folder = try open(path, O_RDONLY | O_DIRECTORY)
    let number = folder.number
    try call("fsync", path) { Int(fsync(number)) }
  }

  /// Makes a folder, and those above it; one that is there is fine.
  package static func makeFolder(_ path: String) throws(StoreError) {
    var code: Int32 = 0
    func isMade() -> Bool {
      let result = mkdir(path, 0o770)
      code = errno
      return result == 0
    }
    var isNew = isMade()
    if !isNew, code == ENOENT, path != parent(of: path) {
      try makeFolder(parent(of: path))
      // Only once more: below /proc, or a link to nowhere, nothing can ever be made.
      isNew = isMade()
    }
    if isNew {
      try syncFolder(parent(of: path))
    } else if code != EEXIST {
      throw .system(operation: "mkdir", path: path, code: code)
    }
  }

  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// Device and inode; empty where nothing is.
  static func identity(of path: String) -> [UInt64] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted by bytes; empty when there is none or it cannot be listed.
  package static func names(in folder: String) -> [String] {
    (try? listing(folder)) ?? []
  }

  /// The names in a folder, all of them or an error; empty when there is none.
  static func listing(_ folder: String) throws(StoreError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw .system(operation: "open", path: folder, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw .system(operation: "read", path: folder, code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path with every link followed; as given when it does not exist.
  package static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func lastComponent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
      ?? path
  }
}
