internal import Glibc
internal import Synchronization

/// Tells that a chart's folder may have changed. Only a hint to look: the files are the truth.
///
/// It watches folders, not files: a watch on a file falls silent when another one takes its name.
public final class FolderWatch: Sendable {
  /// What may have happened.
  package struct Hints: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// The plan or a ledger may have changed.
    package static let chart = Hints(rawValue: 1)
    /// Somebody's cursor moved, see ``LiveFile``.
    package static let live = Hints(rawValue: 2)
  }

  /// Readable when something happened; −1 where nothing can be watched.
  public let descriptor: Int32
  private let folder: String
  /// Whether the folder lies where other machines write unseen.
  package let isShared: Bool
  private let watchesLive: Bool
  /// The numbers of the watches on the folder and its ledger folder; −1 where there is none.
  private let watches = Mutex<(folder: Int32, ledger: Int32)>((-1, -1))

  /// - Parameter folder: a chart's folder, every link followed.
  public convenience init(folder: String) {
    self.init(folder: folder, watchesLive: false)
  }

  /// - Parameter watchesLive: whether to hint when another program's cursor moves.
  package init(folder: String, watchesLive: Bool) {
    self.folder = folder
    self.watchesLive = watchesLive
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    isShared = !FileSystem.isLocal(folder)
    watch()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Seconds after which to look without a hint: hints may be lost, and there are none on file
  /// systems that other machines write to, nor of a folder that is away.
  public var patience: Int { isShared || watches.withLock { $0.folder < 0 } ? 1 : 30 }

  private func watch() {
    guard descriptor >= 0 else { return }
    let names = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    // A plan is taken when its writer has closed it, lines as soon as they come.
    let whole = names | IN_CLOSE_WRITE | (watchesLive ? IN_MODIFY : 0)
    watches.withLock { last in
      // The folder itself may be moved away, and another one put in its place.
      let now = (
        folder: inotify_add_watch(descriptor, folder, UInt32(whole | IN_MOVE_SELF)),
        ledger: inotify_add_watch(descriptor, folder + "/ledger", UInt32(names | IN_MODIFY))
      )
      if last.folder >= 0, last.folder != now.folder { inotify_rm_watch(descriptor, last.folder) }
      if last.ledger >= 0, last.ledger != now.ledger { inotify_rm_watch(descriptor, last.ledger) }
      last = now
    }
  }

  /// Watches the folders that stand there now: after a checkout they may be others.
  public func renew() { watch() }

  /// Takes all hints; true when there were any that the chart changed.
  public func takeHints() -> Bool { hints().contains(.chart) }

  /// Takes all hints.
  package func hints() -> Hints {
    guard descriptor >= 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 4096)
    var hints: Hints = []
    var hasOtherFolders = false
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { break }
      hints.formUnion(Self.hints(in: bytes[..<count], &hasOtherFolders))
      // With room left for one more, there was none.
      if count < bytes.count - Self.longest { break }
    }
    // One that is watched already stays watched.
    if hasOtherFolders { watch() }
    return hints
  }

  /// The most bytes of an event: its head and a name.
  private static let longest = MemoryLayout<inotify_event>.size + 256

  /// Events are of a head of 16 bytes, whose second four say what happened and whose last four how
  /// many bytes of name follow: inotify(7).
  /// - Parameter hasOtherFolders: set when the folders may be other ones now.
  private static func hints(in events: ArraySlice<UInt8>, _ hasOtherFolders: inout Bool) -> Hints {
    var hints: Hints = []
    var rest = events
    let head = MemoryLayout<inotify_event>.size
    while rest.count >= head {
      let (kind, length) = rest.withUnsafeBytes {
        (
          $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          $0.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
        )
      }
      rest = rest.dropFirst(head)
      let name = rest.prefix(Int(length)).prefix { $0 != 0 }
      rest = rest.dropFirst(Int(length))
      if name.starts(with: LiveFile.prefix.utf8) {
        hints.insert(.live)
      } else if !name.elementsEqual(FolderLock.fileName.utf8) {
        hints.insert(.chart)
        if kind & UInt32(IN_MODIFY | IN_CLOSE_WRITE) == 0 { hasOtherFolders = true }
      }
    }
    return hints
  }
}

/// What kind of file system a folder lies on.
enum FileSystem {
  /// Kinds of one machine's own, on which every change is told.
  private static let localKinds: Set<String> = ["ext4", "xfs", "btrfs", "tmpfs", "overlay"]

  static func isLocal(_ path: String) -> Bool {
    guard let bytes = try? PosixFile.contents(of: "/proc/self/mountinfo", limitMegabytes: 1) else {
      return false
    }
    return kind(of: path, mounts: bytes).map { localKinds.contains($0) } ?? false
  }

  /// The kind of the innermost mount that holds a path: proc(5), `/proc/pid/mountinfo`.
  static func kind(of path: String, mounts: [UInt8]) -> String? {
    // By bytes: a machine may have hundreds of them, and a start asks.
    let blank = UInt8(ascii: " ")
    var found: (length: Int, kind: ArraySlice<UInt8>)?
    for line in mounts.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: blank)
      guard fields.count > 6,
        let dash = fields.firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
        dash + 1 < fields.count
      else { continue }
      var point = fields[4]
      if point.contains(UInt8(ascii: "\\")) {
        // Blanks in names are written `\040`.
        point = point.replacing(Array("\\040".utf8), with: [blank])
      }
      let rest = path.utf8.dropFirst(point.count)
      guard point.count >= found?.length ?? 0, path.utf8.starts(with: point),
        point.count == 1 || rest.isEmpty || rest.first == UInt8(ascii: "/")
      else { continue }
      found = (point.count, fields[dash + 1])
    }
    return found.map { String(decoding: $0.kind, as: UTF8.self) }
  }
}
