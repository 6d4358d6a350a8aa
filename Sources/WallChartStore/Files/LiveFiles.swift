internal import Glibc

/// The live files in a chart's folder, as one who follows sees them.
package struct LiveFiles: Sendable {
  private let folder: String
  private let isLocal: Bool
  /// What each file last said. The clock of another machine may be wrong, so that only one's own
  /// tells when that was.
  private var heard: [String: Heard] = [:]
  private var hasLooked = false

  private struct Heard {
    var line: LiveLine
    /// When a line first was another one: of a program that beats, its last beat.
    var beaten: Int
    /// When it was first seen, and when the clerk last moved; nil when that was before.
    var seen: Int
    var moved: Int?

    /// Whether a projector rather shows this one: a meeting before anybody's desk, then the one that
    /// moved last; of those that stood there before, the newest by their own account.
    func comes(before other: Heard, at uptime: Int) -> Bool {
      let (isMeeting, isOtherMeeting) = (isInMeeting(at: uptime), other.isInMeeting(at: uptime))
      if isMeeting != isOtherMeeting { return isMeeting }
      return (moved ?? .min, line.place.at.milliseconds)
        > (other.moved ?? .min, other.line.place.at.milliseconds)
    }

    /// In a meeting that was not forgotten.
    private func isInMeeting(at uptime: Int) -> Bool {
      line.place.meeting != nil && uptime - (moved ?? seen) < line.place.patience
    }
  }

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
    var found: Heard?
    for file in alive(uptime: uptime) where !file.line.place.isFollowing {
      if found.map({ file.comes(before: $0, at: uptime) }) ?? true { found = file }
    }
    return found?.line.place
  }

  /// Whether anybody follows.
  package mutating func areFollowed(uptime: Int) -> Bool {
    alive(uptime: uptime).contains { $0.line.place.isFollowing }
  }

  /// The files of programs that run.
  private mutating func alive(uptime: Int) -> [Heard] {
    var present: [String: Heard] = [:]
    var alive: [Heard] = []
    for name in PosixFile.names(in: folder) where name.hasPrefix(LiveFile.prefix) {
      guard let (line, isFree) = read("\(folder)/\(name)") else { continue }
      // One that beats and was there before us may be dead: its first beat, or move, tells.
      let beaten = hasLooked ? uptime : uptime - Self.patience
      var file = heard[name] ?? Heard(line: line, beaten: beaten, seen: uptime)
      if file.line.place != line.place { file.moved = uptime }
      if file.line != line { (file.line, file.beaten) = (line, uptime) }
      present[name] = file
      let isGone = line.beat == nil ? isFree : uptime - file.beaten >= Self.patience
      if !isGone { alive.append(file) }
    }
    (heard, hasLooked) = (present, true)
    return alive
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
