internal import Glibc

extension PosixFile {
  /// Writes a file that is either the old or the new one, whatever happens, and on disk when
  /// this returns. Mode and group of an existing file are kept; a link is followed.
  /// - Parameters:
  ///   - durably: false for mere memory: whole in any case, perhaps the old one after a power cut.
  ///   - beforeRename: called when the new file is on disk and the old one still in place.
  package static func replace(
    _ path: String, with bytes: [UInt8], durably: Bool = true,
    beforeRename: () throws(StoreError) -> Void = {}
  ) throws(StoreError) {
    let target = resolved(path)
    let folder = parent(of: target)
    let temporary = "\(folder)/\(temporaryPrefix(of: target))\(EntryID.random().text).tmp"
    do throws(StoreError) {
      let file = try open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
      let number = file.number
      var old = stat()
      if stat(target, &old) == 0 {
        try call("chmod", temporary) { Int(fchmod(number, old.st_mode & 0o7777)) }
        // A group that is not ours cannot be given; the mode then still protects the file.
        _ = fchown(number, uid_t.max, old.st_gid)
      } else {
        try call("chmod", temporary) { Int(fchmod(number, 0o660 & ~currentMask())) }
      }
      try write(bytes, to: file, temporary)
      if durably { try call("fsync", temporary) { Int(fsync(number)) } }
      try beforeRename()
      try call("rename", target) { Int(rename(temporary, target)) }
    } catch {
      unlink(temporary)
      throw error
    }
    if durably { try syncFolder(folder) }
  }

  /// Writes a new file and never over another one: false when something has the name already. It
  /// has its name only once it is whole, whatever happens meanwhile.
  package static func create(_ path: String, with bytes: [UInt8]) throws(StoreError) -> Bool {
    let folder = parent(of: path)
    // One name for all of a folder, so that what a kill left behind goes with the next one.
    sweepTemporaries(of: "\(folder)/new")
    let temporary = "\(folder)/.new.\(EntryID.random().text).tmp"
    defer { unlink(temporary) }
    do throws(StoreError) {
      guard try writeNew(temporary, with: bytes) else { throw .alreadyThere(path: path) }
      try call("link", path) { Int(link(temporary, path)) }
      return true
    } catch .system(_, _, EEXIST) {
      return false
    } catch .system(_, _, let code) where code == EPERM || code == EOPNOTSUPP {
      // File systems without hard links: what is written there has its name from the beginning.
      return try writeNew(path, with: bytes)
    } catch .system(let operation, _, let code) {
      throw .system(operation: operation, path: path, code: code)
    }
  }

  /// The same, but a kill leaves half a file under the name itself.
  static func writeNew(_ path: String, with bytes: [UInt8]) throws(StoreError) -> Bool {
    let file: Descriptor
    do throws(StoreError) {
      file = try open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    } catch .system(_, _, EEXIST) {
      return false
    }
    do throws(StoreError) {
      try write(bytes, to: file, path)
      let number = file.number
      try call("fsync", path) { Int(fsync(number)) }
    } catch {
      unlink(path)
      throw error
    }
    return true
  }

  /// Takes away a file that ``create(_:with:)`` made.
  package static func remove(_ path: String) {
    unlink(path)
  }

  /// Writes over a plain file of exactly this length, with one call and not durably; false when
  /// there is none.
  static func overwrite(_ path: String, with bytes: [UInt8]) throws(StoreError) -> Bool {
    let file: Descriptor
    do throws(StoreError) {
      file = try open(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK)
    } catch {
      return false
    }
    let status = try status(file, path)
    guard isRegular(status), status.st_size == off_t(bytes.count) else { return false }
    try write(bytes, to: file, path)
    return true
  }

  private static func temporaryPrefix(of target: String) -> String {
    ".\(lastComponent(of: target))."
  }

  /// Removes what replacements of a file left behind that were killed before their rename. Only
  /// under the lock; the minute is for other machines, whose locks may not be seen here.
  static func sweepTemporaries(of path: String) {
    let target = resolved(path)
    let folder = parent(of: target)
    let prefix = temporaryPrefix(of: target)
    for name in names(in: folder) where name.hasPrefix(prefix) && name.hasSuffix(".tmp") {
      let id = name.dropFirst(prefix.count).dropLast(4)
      var status = stat()
      guard EntryID(id) != nil, lstat("\(folder)/\(name)", &status) == 0,
        isRegular(status), status.st_mtim.tv_sec < time(nil) - 60
      else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  private static func currentMask() -> mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }
}
