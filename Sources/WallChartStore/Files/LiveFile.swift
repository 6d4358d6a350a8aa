internal import Glibc

/// `.live-<writer>` in a chart's folder: where one program's cursor is, while it runs. Mere news,
/// never synced for its own sake, and nobody is told when it cannot be written.
///
/// It is written in place, one line over the other: nobody who does not follow is woken by that,
/// as replacing it would. On a disk of one machine a lock says that the program still runs: it dies
/// with the process, costs nothing while nothing moves, and needs no clock. Across a share locks
/// may be unseen or keep readers away; there the program looks at the folder every second anyway,
/// and lets the line beat.
package struct LiveFile: ~Copyable {
  static let prefix = ".live-"
  /// Behind the name of one that says nothing yet.
  private static let unready = ".new"
  /// Seconds between beats.
  static let beatSeconds = 5
  /// Seconds after which a file that only beats may be taken away.
  private static let deadSeconds = 60

  private let folder: String
  private let path: String
  private let isLocal: Bool
  private var file: PosixFile.Descriptor?
  private var line: LiveLine?
  private var beats = 0
  private var written = 0

  /// - Parameters:
  ///   - folder: a chart's folder, every link followed.
  ///   - label: who looks, see ``Entry/label``; every program has a file of its own.
  package init(folder: String, label: String) {
    self.init(folder: folder, label: label, isLocal: FileSystem.isLocal(folder))
  }

  init(folder: String, label: String, isLocal: Bool) {
    self.folder = folder
    self.isLocal = isLocal
    path = "\(folder)/\(Self.prefix)\(Installation.newWriter(label: label))"
  }

  deinit { if file != nil { unlink(path) } }

  /// Says where the clerk is looking; nil takes the file away.
  package mutating func show(_ place: LivePlace?) {
    guard let place else {
      if file != nil { unlink(path) }
      file = nil
      line = nil
      return
    }
    line = LiveLine(place, beat: isLocal ? nil : beats)
    write()
  }

  /// Says again what was said where the file is gone, and on a share, when it is time, that the
  /// program still runs.
  package mutating func keepUp() {
    guard line != nil else { return }
    let isDue = !isLocal && SystemClock.uptime() - written >= Self.beatSeconds
    guard isDue || !isInPlace() else { return }
    if !isLocal {
      beats += 1
      line?.beat = beats
    }
    write()
  }

  private mutating func write() {
    guard let line else { return }
    written = SystemClock.uptime()
    // The folder may be another one now, or somebody cleaned up.
    let isNew = !isInPlace()
    if isNew { file = Self.make(path + Self.unready, isLocked: isLocal) }
    guard let number = file?.number else { return }
    let bytes = line.bytes
    let count = bytes.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
    // Whoever is woken by the name finds what it says.
    if isNew { rename(path + Self.unready, path) }
    // A file server's other machines see only what was sent to it.
    if count == bytes.count, !isLocal { fdatasync(number) }
  }

  private mutating func isInPlace() -> Bool {
    guard let number = file?.number else { return false }
    var (now, own) = (stat(), stat())
    return lstat(path, &now) == 0 && fstat(number, &own) == 0 && now.st_ino == own.st_ino
      && now.st_dev == own.st_dev
  }

  private static func make(_ path: String, isLocked: Bool) -> PosixFile.Descriptor? {
    // With a copied folder may come what this program said in the one it was copied from.
    unlink(path)
    guard let file = try? PosixFile.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW) else {
      return nil
    }
    // Nobody else knows the name yet.
    if isLocked { flock(file.number, LOCK_EX | LOCK_NB) }
    return file
  }

  /// Takes away what programs left behind that were killed.
  package mutating func sweep() {
    guard let number = file?.number else { return }
    var own = stat()
    fstat(number, &own)
    for name in PosixFile.names(in: folder) where name.hasPrefix(Self.prefix) {
      let other = "\(folder)/\(name)"
      var status = stat()
      // One clock, that of the file system, says how old it is.
      guard other != path, lstat(other, &status) == 0, PosixFile.isRegular(status),
        status.st_mtim.tv_sec < own.st_mtim.tv_sec - Self.deadSeconds,
        let file = try? PosixFile.open(other, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
        let bytes = try? PosixFile.read(file, other), let line = LiveLine(reading: bytes),
        line.beat != nil || isLocal && Self.isFree(file)
      else { continue }
      unlink(other)
    }
  }

  /// Whether no program of this machine holds the file.
  static func isFree(_ file: borrowing PosixFile.Descriptor) -> Bool {
    guard flock(file.number, LOCK_SH | LOCK_NB) == 0 else { return false }
    flock(file.number, LOCK_UN)
    return true
  }
}
