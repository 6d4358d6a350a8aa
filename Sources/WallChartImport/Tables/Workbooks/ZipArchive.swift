import CZip

/// A zip file in memory, of which single parts are read: nothing is ever unpacked to disk, and no
/// size that the file claims is believed.
final class ZipArchive {
  static let partLimit = 1000
  /// How many bytes may come out of a workbook in all, and how many for each byte of the file:
  /// beyond, it is made to exhaust who opens it. Small files may be denser.
  private static let inflatedLimit = 256 << 20
  private static let ratioLimit = 100
  private static let ratioFloor = 8 << 20

  private let handle: OpaquePointer
  /// Which entry each part is, by its name in lower case: names that differ only there are one.
  private var entries: [String: UInt64] = [:]
  /// How many bytes may still come out.
  private var budget: Int

  /// Opens a zip file; its bytes must stay until the archive is gone.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookRefusal) {
    budget = min(Self.inflatedLimit, max(Self.ratioFloor, bytes.count * Self.ratioLimit))
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else { throw WorkbookRefusal(.damaged) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw WorkbookRefusal(.damaged)
    }
    self.handle = handle
    let count = zip_get_num_entries(handle, 0)
    guard count <= Self.partLimit else {
      throw WorkbookRefusal(.tooManyParts(limit: Self.partLimit))
    }
    for entry in 0..<UInt64(max(0, count)) { try take(entry) }
  }

  deinit { zip_discard(handle) }

  /// The name of a part as parts are looked up.
  private static func key(_ name: String) -> String { name.lowercased() }

  private func take(_ entry: UInt64) throws(WorkbookRefusal) {
    guard let text = zip_get_name(handle, entry, zip_flags_t(ZIP_FL_ENC_RAW)) else {
      throw WorkbookRefusal(.damaged)
    }
    let name = String(cString: text)
    let steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isOutside =
      name.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") }
      || name.hasPrefix("/") || steps.contains { $0.elementsEqual("..".utf8) }
    guard !name.isEmpty, !isOutside, !isLink(entry) else {
      throw WorkbookRefusal(.unsafePart(name))
    }
    guard entries.updateValue(entry, forKey: Self.key(name)) == nil else {
      throw WorkbookRefusal(.duplicatePart(name))
    }
    var facts = zip_stat_t()
    guard zip_stat_index(handle, entry, 0, &facts) == 0 else { throw WorkbookRefusal(.damaged) }
    guard facts.encryption_method == ZIP_EM_NONE else { throw WorkbookRefusal(.encrypted) }
  }

  /// Whether an entry is a symbolic link as Unix packs it.
  private func isLink(_ entry: UInt64) -> Bool {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    guard zip_file_get_external_attributes(handle, entry, 0, &system, &attributes) == 0 else {
      return false
    }
    return system == ZIP_OPSYS_UNIX && (attributes >> 16) & 0o170000 == 0o120000
  }

  func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// Begins to read a part.
  func part(_ name: String) throws(WorkbookRefusal) -> Part {
    guard let entry = entries[Self.key(name)] else { throw WorkbookRefusal(.missingPart(name)) }
    guard let file = zip_fopen_index(handle, entry, 0) else { throw WorkbookRefusal(.damaged) }
    return Part(name: name, file: file, archive: self)
  }

  /// The bytes of one part as they come out.
  final class Part {
    let name: String
    /// Why no more comes out, though it should.
    private(set) var failure: WorkbookProblem?
    private let file: OpaquePointer
    private let archive: ZipArchive

    fileprivate init(name: String, file: OpaquePointer, archive: ZipArchive) {
      (self.name, self.file, self.archive) = (name, file, archive)
    }

    deinit { zip_fclose(file) }

    /// Fills a buffer: the number of bytes, 0 at the end, -1 after a failure.
    func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
      guard failure == nil else { return -1 }
      let found = Int(zip_fread(file, buffer, UInt64(count)))
      if found < 0 {
        failure = .damaged
      } else {
        archive.budget -= found
        if archive.budget < 0 { failure = .inflatesTooFar }
      }
      return failure == nil ? found : -1
    }
  }
}
