internal import Glibc

/// The live files in a chart's folder, as one who follows sees them.
package struct LiveFiles: Sendable {
  private let folder: String
  private let isLocal: Bool
  /// What each file that beats last said, and when that was first seen: the clock of another machine
  /// may be wrong, so only one's own counts.
  private var heard: [String: (line: LiveLine, since: Int)] = [:]

  /// - Parameter folder: a chart's folder, every link followed.
  package init(folder: String) {
    self.init(folder: folder, isLocal: FileSystem.isLocal(folder))
  }

  init(folder: String, isLocal: Bool) {
    self.folder = folder
    self.isLocal = isLocal
  }

  /// Where the clerk to follow is looking; nil when none is there.
  /// - Parameter uptime: seconds of a clock that never jumps.
  package mutating func place(uptime: Int) -> LivePlace? {
    var found: LivePlace?
    var present: [String: (line: LiveLine, since: Int)] = [:]
    for name in PosixFile.names(in: folder) where name.hasPrefix(LiveFile.prefix) {
      guard let (line, isFree) = read("\(folder)/\(name)") else { continue }
      if line.beat != nil {
        // One that was there before us may be dead: its first beat, or move, tells.
        var last = heard[name] ?? (line, uptime - Self.patience)
        if last.line != line { last = (line, uptime) }
        present[name] = last
        if uptime - last.since >= Self.patience { continue }
      } else if isFree {
        // Its program is gone.
        continue
      }
      if found.map({ line.place.comes(before: $0) }) ?? true { found = line.place }
    }
    heard = present
    return found
  }

  /// Seconds after which one that does not beat is dead.
  private static let patience = 2 * LiveFile.beatSeconds

  /// What a live file says, and whether it is known that no program holds it.
  private func read(_ path: String) -> (line: LiveLine, isFree: Bool)? {
    // One that is just being written is read again.
    for _ in 0..<3 {
      guard let file = try? PosixFile.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
        let status = try? PosixFile.status(file, path), PosixFile.isRegular(status),
        status.st_size < 1 << 16, let bytes = try? PosixFile.read(file, path)
      else { return nil }
      if let line = LiveLine(reading: bytes) {
        return (line, isLocal && LiveFile.isFree(file))
      }
    }
    return nil
  }
}
