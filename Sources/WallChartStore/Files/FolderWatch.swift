internal import Glibc

/// Tells that a chart's folder may have changed. Only a hint to look: the files are the truth.
///
/// It watches folders, not files: a watch on a file falls silent when another one takes its name.
public final class FolderWatch: Sendable {
  /// Readable when something happened; −1 where nothing can be watched.
  public let descriptor: Int32
  private let folder: String
  /// Seconds after which to look without a hint: hints may be lost, and on file systems that
  /// other machines write to there are none.
  public let patience: Int

  /// - Parameter folder: a chart's folder, every link followed.
  public init(folder: String) {
    self.folder = folder
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    let isTrusted = FileSystem.isLocal(folder)
    patience = isTrusted && descriptor >= 0 ? 30 : 1
    watch()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func watch() {
    guard descriptor >= 0 else { return }
    let names = IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE
    // A plan is taken when its writer has closed it, lines as soon as they come.
    inotify_add_watch(descriptor, folder, UInt32(names | IN_CLOSE_WRITE))
    inotify_add_watch(descriptor, folder + "/ledger", UInt32(names | IN_MODIFY))
  }

  /// Watches the folders that stand there now: after a checkout they may be others.
  public func renew() { watch() }

  /// Takes all hints; true when there were any.
  public func takeHints() -> Bool {
    guard descriptor >= 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    var hasHints = false
    while read(descriptor, &bytes, bytes.count) > 0 { hasHints = true }
    // The ledger folder may be another one now; a folder that is watched already stays watched.
    if hasHints { watch() }
    return hasHints
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
    return kind(of: path, mounts: String(decoding: bytes, as: UTF8.self))
      .map { localKinds.contains($0) } ?? false
  }

  /// The kind of the innermost mount that holds a path: proc(5), `/proc/pid/mountinfo`.
  static func kind(of path: String, mounts: String) -> String? {
    var found: (length: Int, kind: String)?
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      // Blanks in names are written `\040`.
      let point = fields[4].replacing("\\040", with: " ")
      guard point == "/" || path == point || path.hasPrefix(point + "/"),
        point.utf8.count >= found?.length ?? 0
      else { continue }
      found = (point.utf8.count, String(fields[dash + 1]))
    }
    return found?.kind
  }
}
