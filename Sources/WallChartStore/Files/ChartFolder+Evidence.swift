internal import Glibc

// Files handed in as evidence: copied into the chart's folder under the digest of their bytes, so
// that none can be exchanged unseen, and two of the same bytes are one.
extension ChartFolder {
  /// A file above this is not taken.
  static let evidenceMegabytes = 100

  /// What the ledger is to say of something handed in: words as they are, a file when it is copied
  /// and on disk, see ``Evidence``.
  ///
  /// It is a file when it names one that is there, begins like a path (`/`, `./`, `../`, `~/`), or
  /// looks like one: a slash or no blank, and an ending. Quotes and backslashes that a terminal puts around a
  /// file dragged into it are taken off.
  /// Throws ``StoreError``: `system` where it cannot be read or written (ENOENT: no such file),
  /// `noEvidence` for folders, devices and bare names of links, `tooLarge` above 100 MiB,
  /// `emptyFile`, `invalid` when what the chart keeps under that digest has been altered. Words that
  /// read like a kept file are taken only where it is kept.
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
    guard let source = try Self.file(of: given, home: home) else { return given }
    let bytes = try PosixFile.contents(of: source, limitMegabytes: Self.evidenceMegabytes)
    guard !bytes.isEmpty else { throw .emptyFile(path: source) }
    let item = Evidence(
      sha256: HashChain.sha256(bytes), name: PosixFile.lastComponent(of: source))
    if let file = item.file { try keep(bytes, at: file.path) }
    return item.item
  }

  /// The path of the file that a text names; nil for words. A bare word never becomes a file by a
  /// link.
  private static func file(of given: String, home: String?) throws(StoreError) -> String? {
    // As it stands first: a name may have quotes and backslashes of its own.
    let forms = [given, unquoted(given)].compactMap(\.self)
    for form in forms {
      let isPath = beginsLikePath(form)
      let path = isPath ? inHome(form, home) : form
      var status = stat()
      guard (isPath ? stat(path, &status) : lstat(path, &status)) == 0 else { continue }
      guard PosixFile.isRegular(status) else { throw .noEvidence(path: path) }
      return path
    }
    // A slip in a path must not become evidence in words.
    guard let form = forms.last(where: { beginsLikePath($0) || looksLikeFile($0) }) else {
      return nil
    }
    return inHome(form, home)
  }

  private static func inHome(_ path: String, _ home: String?) -> String {
    guard let home, path.utf8.starts(with: "~/".utf8) else { return path }
    return home + String(decoding: path.utf8.dropFirst(), as: UTF8.self)
  }

  private static func beginsLikePath(_ text: String) -> Bool {
    ["/", "./", "../", "~/"].contains { text.utf8.starts(with: $0.utf8) }
  }

  /// Whether words look like a file: a slash or a single word, and at the end a dot with up to eight
  /// letters and digits, not all digits. An address of the net is none.
  private static func looksLikeFile(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "/")) || !text.contains(where: \.isWhitespace),
      !text.contains("://"),
      let dot = text.utf8.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    let ending = text.utf8[dot...].dropFirst()
    return (1...8).contains(ending.count)
      && ending.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
      && ending.contains(where: isLetter)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// A text without the quotes and backslashes that a shell would take off; nil where there are
  /// none, or where they do not close.
  private static func unquoted(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        bytes.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else {
        bytes.append(byte)
      }
    }
    guard quote == nil, !isEscaped, bytes.count < text.utf8.count else { return nil }
    return String(decoding: bytes, as: UTF8.self)
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
      throw .notAFolder(path: folder)
    }
    if try !isKept(bytes, at: target) {
      PosixFile.sweepTemporaries(of: folder + "/copy")
      let copy = "\(folder)/.copy.\(EntryID.random().text).tmp"
      guard try PosixFile.writeNew(copy, with: bytes) else { throw .alreadyThere(path: copy) }
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

extension ChartFolder {
  /// What is wrong with the kept files that an entry hands in: each is read.
  package func faults(ofEvidenceIn entry: Entry) -> [Fault] {
    var kept = KeptFiles(of: self)
    return kept.faults(of: entry)
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
