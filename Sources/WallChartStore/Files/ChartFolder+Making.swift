internal import Glibc

// A chart that is yet to be made.
extension ChartFolder {
  private static let filesOfGit = [
    (".gitignore", ".lock\n.backup/\n.live-*\n"), (".gitattributes", "*.jsonl -text\n"),
  ]

  /// A new chart folder with a plan and the files that git needs. Throws ``StoreError``, and then
  /// leaves nothing of it behind.
  ///
  /// What the memory in `state` holds under the new folder's inode is about one that is no more.
  public static func create(
    at path: String, plan: Chart, state: String? = nil
  ) throws(StoreError) {
    guard !PosixFile.exists(path + "/chart.json") else { throw .alreadyThere(path: path) }
    if PosixFile.exists(path), !PosixFile.isFolder(path) { throw .alreadyThere(path: path) }
    let bytes = ChartWriter.bytes(of: plan)
    try validate(bytes, file: path + "/chart.json")
    let folders = missingFolders(of: path)
    do throws(StoreError) {
      try PosixFile.makeFolder(path)
      try fill(path, bytes, state: state)
    } catch {
      // Somebody else's is none of ours.
      if case .alreadyThere = error { throw error }
      unmake(folders, plan: plan)
      throw error
    }
  }

  private static func fill(
    _ path: String, _ bytes: [UInt8], state: String?
  ) throws(StoreError) {
    // Whoever else makes one here at the same moment may have put tasks into it by now.
    let lock = try FolderLock(folder: path)
    defer { _ = lock }
    guard !PosixFile.exists(path + "/chart.json") else { throw .alreadyThere(path: path) }
    if let state { Installation.forget(folder: path, state: state) }
    try PosixFile.makeFolder(path + "/ledger")
    for (name, text) in filesOfGit where !PosixFile.exists("\(path)/\(name)") {
      try PosixFile.replace("\(path)/\(name)", with: Array(text.utf8))
    }
    try PosixFile.replace(path + "/chart.json", with: bytes)
  }

  /// The folders that making one at this path will make, the innermost first.
  package static func missingFolders(of path: String) -> [String] {
    var (folders, path) = ([String](), path)
    while !PosixFile.exists(path), folders.last != path {
      folders.append(path)
      path = PosixFile.parent(of: path)
    }
    return folders
  }

  /// Takes back a chart made just now into which nothing could be written: only what was made with
  /// it, and only while it holds nothing else.
  /// - Parameter folders: those that were made, see ``missingFolders(of:)``.
  package static func unmake(_ folders: [String], plan: Chart) {
    guard let path = folders.first else { return }
    if let lock = try? FolderLock(folder: path) {
      defer { _ = lock }
      let file = path + "/chart.json"
      if PosixFile.exists(file) {
        let found = try? PosixFile.contents(of: file)
        guard found == ChartWriter.bytes(of: plan) else { return }
      }
      let known = filesOfGit.map(\.0) + ["chart.json", ".lock", "ledger", ".backup"]
      guard PosixFile.names(in: path).allSatisfy(known.contains) else { return }
      // A folder with something in it stays, and the chart with it.
      for folder in [path + "/.backup", path + "/ledger"] where PosixFile.exists(folder) {
        guard rmdir(folder) == 0 else { return }
      }
      for name in filesOfGit.map(\.0) + ["chart.json", ".lock"] { unlink("\(path)/\(name)") }
    }
    for folder in folders { guard rmdir(folder) == 0 else { return } }
  }
}
