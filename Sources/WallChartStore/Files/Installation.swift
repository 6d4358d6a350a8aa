internal import Glibc

/// What this machine remembers of a chart between runs, under `$XDG_STATE_HOME/wallchart`: which
/// writers are its own, and how far each had written. Written under the chart's lock only.
///
/// It is memory, not record: losing it costs a new writer file.
package struct Installation: Sendable, Equatable {
  /// Own writers, oldest first; the last one is written to.
  package var writers: [String] = []
  /// Where this installation's last line ends in the last writer's file, in bytes.
  package var offset = 0
  /// The 32 characters of that line's hash.
  package var lastHash = ""
  /// How far the writers before had written: beginning a new file makes none of them forgotten.
  var earlier: [End] = []

  /// Which use of its inode the folder is, see ``generation(of:)``.
  private var generation: Int?

  /// Where the last line that a writer was told is saved ends in its file.
  struct End: Sendable, Equatable {
    var writer: String
    var offset: Int
    var hash: String
  }

  package init() {}

  /// The ends of all files with saved lines, the oldest first.
  var ends: [End] {
    guard offset > 0, let writer = writers.last else { return earlier }
    return earlier + [End(writer: writer, offset: offset, hash: lastHash)]
  }

  /// Begins a new file.
  mutating func start(_ writer: String) {
    (earlier, offset, lastHash) = (ends, 0, "")
    writers.append(writer)
  }

  /// What is remembered of a folder. A folder that was removed may have left its inode to this
  /// one; then what is remembered is not about it.
  init(reading path: String, of folder: String) {
    generation = Self.generation(of: folder)
    guard let bytes = Self.bytes(of: path) else { return }
    var reader = JSONReader(bytes, file: path)
    var found = Installation()
    found.generation = generation
    var isOfAnother = false
    let isWhole =
      (try? reader.members { reader, name in
        switch name {
        case "writers": found.writers = try reader.texts().filter(Identifier.isValid)
        case "offset": found.offset = try reader.wholeNumber()
        case "lastHash": found.lastHash = try reader.text()
        case "generation":
          let number = try reader.wholeNumber()
          // Where it cannot be told, for a moment or for ever, the inode alone counts.
          isOfAnother = number != generation ?? number
          found.generation = number
        case "earlier": try reader.elements { found.earlier.append(try End(from: &$0)) }
        default: return false
        }
        return true
      }) != nil
    if isWhole, !isOfAnother { self = found }
  }

  /// The bytes of a memory that is whole. One that was just being overwritten when it was read is
  /// read again; what a power cut left of one is none.
  private static func bytes(of path: String) -> [UInt8]? {
    for _ in 0..<3 {
      guard var bytes = try? PosixFile.contents(of: path, limitMegabytes: 1) else { return nil }
      if bytes.last == 10 { bytes.removeLast() }
      // One without a hash was put there by a person.
      guard let (line, hash) = HashChain.part(bytes[...]) else { return bytes }
      if hash.elementsEqual(HashChain.hash(line, after: [])) { return bytes }
    }
    return nil
  }

  /// Writes it over what is there when that is as long, else in its place: every mark pays for
  /// this, and a new file costs more than the mark. Sealed like a line of a ledger, so that half
  /// of it is not taken for the whole.
  package func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.tight)
    writer.object {
      $0.member("writers", writers)
      $0.member("offset", offset)
      $0.member("lastHash", lastHash)
      $0.member("generation", generation)
      if !earlier.isEmpty {
        $0.name("earlier")
        $0.array { writer in for end in earlier { end.write(to: &writer) } }
      }
    }
    var line = writer.bytes
    line.removeLast()
    let bytes = HashChain.seal(line, hash: HashChain.hash(line, after: []))
    if try PosixFile.overwrite(path, with: bytes) { return }
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: bytes, durably: false)
  }

  /// The file for a chart folder. Its name holds whose memory it is: the folder (device and
  /// inode, so that a copy is another chart and a moved one the same), the machine and the user.
  /// A cloned machine, or two users of one home, so never go on in each other's chain.
  static func path(state: String, folder: String, machine: String) -> String? {
    var status = stat()
    guard stat(folder, &status) == 0 else { return nil }
    return "\(state)/charts/\(status.st_dev)-\(status.st_ino)-\(machine).json"
  }

  /// A number that the file system gives a folder with its inode, each time another one; nil where
  /// it has none. Moving a folder keeps it.
  static func generation(of folder: String) -> Int? {
    guard let file = try? PosixFile.open(folder, O_RDONLY | O_DIRECTORY) else { return nil }
    var number: UInt32 = 0
    // FS_IOC_GETVERSION of <linux/fs.h>, a macro that Swift does not see.
    return ioctl(file.number, 0x8008_7601, &number) == 0 ? Int(number) : nil
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
    unlink(Author.path(beside: path))
    unlink(ImportMemory.path(beside: path))
    unlink(NamedViews.path(beside: path))
  }

  /// A new writer's name: a label and ten random characters.
  package static func newWriter(label: String) -> String {
    let plain = label.lowercased().utf8.filter { (48...57).contains($0) || (97...122).contains($0) }
    let random = (0..<10).map { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() ?? "0" }
    let start = String(decoding: plain.prefix(20), as: UTF8.self)
    return (start.isEmpty ? "writer" : start) + "-" + String(random)
  }
}

extension Installation.End {
  init(from reader: inout JSONReader) throws {
    self.init(writer: "", offset: 0, hash: "")
    _ = try reader.members { reader, name in
      switch name {
      case "writer": writer = try reader.identifier()
      case "offset": offset = try reader.wholeNumber()
      case "lastHash": hash = try reader.text()
      default: return false
      }
      return true
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("writer", self.writer)
      $0.member("offset", offset)
      $0.member("lastHash", hash)
    }
  }
}
