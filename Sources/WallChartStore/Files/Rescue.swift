internal import Glibc

/// Entries that could not be saved before the program ended, kept for its next start in
/// `$XDG_STATE_HOME/wallchart/rescue/<chart>-<time>.jsonl`.
///
/// Each is a line of the ledger as far as it goes: its writer is `-`, or `unsure` when a line of it
/// was written and perhaps never reached the disk, and there is no hash, for both come when it is
/// saved. The chart is known by its path, since its folder may be gone.
package struct Rescue: Sendable {
  /// Nil where this machine has no place for memory.
  private let folder: String?
  /// What the names of this chart's files begin with.
  private let prefix: String
  /// The files that were there at the start, but for those with lines that this version cannot
  /// read: they stay.
  private let files: [String]
  /// What all of them hold, the oldest first.
  package let entries: [Entry]
  /// Entries that a ledger may hold without their being on disk.
  let unsure: Set<EntryID>

  /// - Parameters:
  ///   - state: this machine's memory, see ``Folders``.
  ///   - chart: the chart's folder, every link followed.
  init(state: String?, chart: String, machine: String) {
    let label = PosixFile.lastComponent(of: chart).unicodeScalars
      .filter { Identifier.isValid(String($0)) }
    let key = HashChain.sha256(Array("\(machine) \(chart)".utf8)).prefix(16)
    let prefix = "\(String(String.UnicodeScalarView(label.prefix(40))))-\(key)-"
    let folder = state.map { $0 + "/rescue" }
    let paths = folder.map { folder in
      PosixFile.names(in: folder).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".jsonl") }
        .map { "\(folder)/\($0)" }
    }
    (self.folder, self.prefix) = (folder, prefix)
    var found: [Entry] = []
    var whole: [String] = []
    for path in paths ?? [] {
      let lines = ((try? PosixFile.contents(of: path)) ?? []).split(separator: 10)
      let read = lines.compactMap { Self.entry(Array($0), path) }
      if !read.isEmpty, read.count == lines.count { whole.append(path) }
      found += read
    }
    files = whole
    unsure = Set(found.lazy.filter { $0.writer == Self.unsureWriter }.map(\.id))
    var seen: Set<EntryID> = []
    entries = found.filter { seen.insert($0.id).inserted }.map { entry in
      var entry = entry
      (entry.writer, entry.n) = ("", 0)
      return entry
    }
  }

  private static let unsureWriter = "unsure"

  /// The entry of a line; nil when it cannot be read, or not all of it would be written again.
  private static func entry(_ line: [UInt8], _ path: String) -> Entry? {
    guard let entry = try? Entry(line: line, file: path, number: 0) else { return nil }
    if case .unknown = entry.fact { return nil }
    return entry
  }

  /// Keeps entries, those of earlier files among them, in a file that takes the place of these.
  /// When this returns, they survive a power cut. Throws ``StoreError``; then the earlier files
  /// are still there.
  /// - Parameter setsAside: these stay as in ``settle(isKept:)``.
  /// - Returns: the file's path.
  func keep(
    _ entries: [Entry], unsure: Set<EntryID> = [], at moment: Moment, setsAside: Bool = false
  ) throws(StoreError) -> String {
    guard let folder else { throw .system(operation: "open", path: "rescue", code: ENOENT) }
    let time = moment.rfc3339.prefix(23).replacing(":", with: "")
    let path = "\(folder)/\(prefix)\(time)-\(getpid()).jsonl"
    try PosixFile.makeFolder(folder)
    try PosixFile.replace(
      path, with: entries.flatMap { Self.line(of: $0, isUnsure: unsure.contains($0.id)) })
    settle(files.filter { $0 != path }, isKept: setsAside)
    return path
  }

  private static func line(of entry: Entry, isUnsure: Bool) -> [UInt8] {
    var entry = entry
    (entry.writer, entry.n) = (isUnsure ? unsureWriter : "-", 0)
    return entry.lineBytes + Array("}\n".utf8)
  }

  /// Ends the files that were there at the start, since what they held is saved or decided.
  /// - Parameter isKept: they stay under a name that is not read again, for somebody to look at.
  package func settle(isKept: Bool) { settle(files, isKept: isKept) }

  private func settle(_ files: [String], isKept: Bool) {
    for file in files {
      if isKept { rename(file, file + ".refused") } else { unlink(file) }
    }
  }
}

extension ChartFolder {
  /// Keeps entries that cannot be saved for the next start, see ``Rescue``.
  /// - Parameter setsAside: whether earlier files hold entries that the rules refused, and stay.
  package func keep(
    _ entries: [Entry], at moment: Moment, setsAside: Bool = false
  ) throws(StoreError) -> String {
    try rescue.keep(entries, unsure: unsure, at: moment, setsAside: setsAside)
  }

  /// What an earlier run on this machine could not save, and is in no ledger since. Files that
  /// hold nothing else go.
  package var rescued: [Entry] {
    let open = rescue.entries.filter { !ledger.contains($0.id) || unsure.contains($0.id) }
    if open.isEmpty, !rescue.entries.isEmpty { rescue.settle(isKept: false) }
    return open
  }
}
