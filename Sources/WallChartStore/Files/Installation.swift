internal import Glibc

/// What this machine remembers of a chart between runs, under `$XDG_STATE_HOME/wallchart`: which
/// writers are its own, and how far the last one had written. Written under the chart's lock only.
///
/// It is memory, not record: losing it costs a new writer file.
package struct Installation: Sendable, Equatable {
  /// Own writers, oldest first; the last one is written to.
  package var writers: [String] = []
  /// Where this installation's last line ends in the last writer's file, in bytes.
  package var offset = 0
  /// The 32 characters of that line's hash.
  package var lastHash = ""

  package init() {}

  package init(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return }
    var reader = JSONReader(bytes, file: path)
    var found = Installation()
    let isWhole =
      (try? reader.members { reader, name in
        switch name {
        case "writers": found.writers = try reader.texts().filter(Identifier.isValid)
        case "offset": found.offset = try reader.wholeNumber()
        case "lastHash": found.lastHash = try reader.text()
        default: return false
        }
        return true
      }) != nil
    if isWhole { self = found }
  }

  package func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.member("writers", writers)
      $0.member("offset", offset)
      $0.member("lastHash", lastHash)
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }

  /// The file for a chart folder. Its name holds whose memory it is: the folder (device and
  /// inode, so that a copy is another chart and a moved one the same), the machine and the user.
  /// A cloned machine, or two users of one home, so never go on in each other's chain.
  static func path(state: String, folder: String, machine: String) -> String? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return "\(state)/charts/\(status.st_dev)-\(status.st_ino)-\(machine).json"
  }

  /// This machine and user. The machine's id may not be shown (machine-id(5)), so it is hashed;
  /// a clone is another machine as soon as it has an id of its own.
  static var thisMachine: String {
    let id = (try? PosixFile.contents(of: "/etc/machine-id", limitMegabytes: 1)) ?? []
    return String(HashChain.sha256(id + Array("wallchart \(geteuid())".utf8)).prefix(32))
  }

  /// Forgets what is remembered under a folder's inode: the folder is new.
  static func forget(folder: String, state: String) {
    guard let path = path(state: state, folder: folder, machine: thisMachine) else { return }
    unlink(path)
    unlink(Cursor.path(beside: path))
    unlink(ImportMemory.path(beside: path))
  }

  /// A new writer's name: a label and ten random characters.
  package static func newWriter(label: String) -> String {
    let plain = label.lowercased().utf8.filter { (48...57).contains($0) || (97...122).contains($0) }
    let random = (0..<10).map { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() ?? "0" }
    let start = String(decoding: plain.prefix(20), as: UTF8.self)
    return (start.isEmpty ? "writer" : start) + "-" + String(random)
  }
}
