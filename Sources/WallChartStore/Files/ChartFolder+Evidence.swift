internal import Glibc

// Files handed in as evidence: copied into the chart's folder under the digest of their bytes, so
// that none can be exchanged unseen, and two of the same bytes are one.
extension ChartFolder {
  /// A file above this is not taken.
  static let evidenceMegabytes = 100

  /// What the ledger is to say of something handed in: words as they are, a file when it is copied
  /// and on disk, see ``Evidence``.
  ///
  /// It is a file when it names one that is there, or begins like a path: `/`, `./`, `../`, `~/`.
  /// Throws ``StoreError``: `system` where it cannot be read or written (ENOENT: no such file),
  /// `notAFile` for folders and devices, `tooLarge` above 100 MiB, `emptyFile`, `invalid` when what
  /// the chart keeps under that digest has been altered. Words that read like a kept file are taken
  /// only where it is kept.
  package func keep(
    evidence given: String, home: String? = getenv("HOME").map { String(cString: $0) }
  ) throws(StoreError) -> String {
    if let file = Evidence(given).file {
      var kept = KeptFiles(of: self)
      if let fault = kept.fault(of: file) {
        // That it may come later from elsewhere is said of what is in the ledger.
        if case .evidenceMissing = fault {
          throw .system(operation: "open", path: "\(path)/\(file.path)", code: ENOENT)
        }
        throw .invalid([Finding(file: "\(path)/\(file.path)", line: 0, column: 0, fault: fault)])
      }
      return given
    }
    guard let source = Self.file(of: given, home: home) else { return given }
    let bytes = try PosixFile.contents(of: source, limitMegabytes: Self.evidenceMegabytes)
    guard !bytes.isEmpty else { throw .emptyFile(path: source) }
    let item = Evidence(
      sha256: HashChain.sha256(bytes), name: PosixFile.lastComponent(of: source))
    if let file = item.file { try keep(bytes, at: file.path) }
    return item.item
  }

  /// The path that a text names; nil for words. A bare word never becomes a file by a link.
  private static func file(of given: String, home: String?) -> String? {
    if given.hasPrefix("~/"), let home { return home + given.dropFirst() }
    if ["/", "./", "../", "~/"].contains(where: given.hasPrefix) { return given }
    var status = stat()
    return lstat(given, &status) == 0 && PosixFile.isRegular(status) ? given : nil
  }

  /// Copies bytes to a path below the chart's folder, unless they are there already.
  private func keep(_ bytes: [UInt8], at place: String) throws(StoreError) {
    // What is written into another folder than the chart is lost.
    guard isChart else { throw .noChart(path: name) }
    let folder = path + "/evidence"
    let target = "\(path)/\(place)"
    try PosixFile.makeFolder(folder)
    // A link would lead the copy out of the chart.
    var status = stat()
    guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .notAFile(path: folder)
    }
    if try !isKept(bytes, at: target) {
      PosixFile.sweepTemporaries(of: folder + "/copy")
      let copy = "\(folder)/.copy.\(EntryID.random().text).tmp"
      guard try PosixFile.create(copy, with: bytes) else { throw .alreadyThere(path: copy) }
      defer { PosixFile.remove(copy) }
      do throws(StoreError) {
        try PosixFile.call("link", target) { Int(link(copy, target)) }
      } catch .system(_, _, EEXIST) {
        // Somebody else keeps the same file at this moment.
        guard try isKept(bytes, at: target) else { throw .busy(path: target) }
      } catch .system(_, _, let code) where code == EPERM || code == EOPNOTSUPP {
        // File systems without hard links; another file of this name would hold the same bytes.
        try PosixFile.call("rename", target) { Int(rename(copy, target)) }
      }
    }
    try PosixFile.syncFolder(folder)
  }

  /// Whether the very bytes are there already. Throws when something else is.
  private func isKept(_ bytes: [UInt8], at target: String) throws(StoreError) -> Bool {
    var status = stat()
    guard lstat(target, &status) == 0 else { return false }
    guard PosixFile.isRegular(status), try PosixFile.holds(target, bytes) else {
      throw .invalid([
        Finding(
          file: target, line: 0, column: 0,
          fault: .evidenceAltered(PosixFile.lastComponent(of: target)))
      ])
    }
    return true
  }
}

/// The kept files of a chart as `check` finds them, each read once.
struct KeptFiles {
  private let folder: String
  private var faults: [String: Fault?] = [:]

  init(of chart: ChartFolder) {
    folder = chart.path
  }

  /// What is wrong with the files that an entry hands in.
  mutating func faults(of entry: Entry) -> [Fault] {
    entry.evidence.compactMap { Evidence($0).file.flatMap { fault(of: $0) } }
  }

  /// What is wrong with a file.
  mutating func fault(of file: (path: String, sha256: String, name: String)) -> Fault? {
    if let known = faults[file.path] { return known }
    let fault = fault(of: file.path, sha256: file.sha256)
    faults[file.path] = .some(fault)
    return fault
  }

  private func fault(of file: String, sha256: String) -> Fault? {
    let path = "\(folder)/\(file)"
    var status = stat()
    guard lstat(path, &status) == 0 else { return .evidenceMissing(file) }
    guard PosixFile.isRegular(status),
      let bytes = try? PosixFile.contents(
        of: path, limitMegabytes: ChartFolder.evidenceMegabytes),
      HashChain.sha256(bytes) == sha256
    else { return .evidenceAltered(file) }
    return nil
  }
}
