/// What a file is by its first bytes, whatever its name says.
enum FileKind: Sendable, Equatable {
  /// Nothing that is known by a signature: text, or refused when it is read as such.
  case text
  /// .xlsx
  case workbook
  case foreign(ForeignFile)
}

/// Files that are no lists, or lists in a form that is not read.
enum ForeignFile: Sendable {
  /// .xls of old Excel, .et of WPS: Microsoft's container of before 2007.
  case oldWorkbook
  /// An .xlsx with a password is such a container, too.
  case encryptedWorkbook
  /// .xlsb
  case binaryWorkbook
  /// .ods and its like
  case openDocument
  /// .docx, .rtf
  case wordDocument
  case pdf, archive, picture
  /// HTML or XML. Many office systems export it under the name of .xls.
  case markup
  case json
}

extension FileKind {
  /// The first bytes of files that are no text.
  private static let signatures: [(bytes: [UInt8], kind: ForeignFile)] = [
    (Array("%PDF-".utf8), .pdf),
    (Array("PK\u{5}\u{6}".utf8), .archive),
    ([0x1F, 0x8B], .archive),
    (Array("BZh".utf8), .archive),
    (Array("Rar!".utf8), .archive),
    ([0xFD] + Array("7zXZ".utf8), .archive),
    (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], .archive),
    ([0x89] + Array("PNG".utf8), .picture),
    (Array("GIF8".utf8), .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    (Array("II*\u{0}".utf8), .picture),
    (Array("MM\u{0}*".utf8), .picture),
    (Array("{\\rtf".utf8), .wordDocument),
  ]

  private static let markupStarts = ["<?xml", "<html", "<!doctype", "<table", "<meta", "<head"]

  init(of bytes: [UInt8]) {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      self = Self.kind(ofArchive: bytes)
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .foreign(Self.isEncrypted(bytes) ? .encryptedWorkbook : .oldWorkbook)
    } else if let known = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
      self = .foreign(known.kind)
    } else {
      self = Self.kind(ofText: bytes)
    }
  }

  private static func kind(ofText bytes: [UInt8]) -> FileKind {
    let text = (bytes.starts(with: TextEncoding.mark) ? bytes[3...] : bytes[...])
      .drop { [9, 10, 13, 32].contains($0) }
    if text.first == UInt8(ascii: "{") { return .foreign(.json) }
    let start = String(decoding: text.prefix(10), as: UTF8.self).lowercased()
    return markupStarts.contains(where: start.hasPrefix) ? .foreign(.markup) : .text
  }

  private static func kind(ofArchive bytes: [UInt8]) -> FileKind {
    let names = ArchiveNames.names(in: bytes)
    if names.first == "mimetype" { return .foreign(.openDocument) }
    if names.contains("xl/workbook.bin") { return .foreign(.binaryWorkbook) }
    // One that is torn has no directory; whoever reads it says so.
    if names.isEmpty || names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
    return .foreign(names.contains { $0.hasPrefix("word/") } ? .wordDocument : .archive)
  }

  /// Whether the older container holds an encrypted package: its directory names it, in UTF-16.
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 512 else { return false }
    // The header says where the directory begins, counted in sectors behind itself.
    let sector = bytes[48..<52].reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = (sector + 1) << (bytes[30] == 12 ? 12 : 9)
    guard start < bytes.count else { return false }
    let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
    return bytes[start...].prefix(8192).firstRange(of: name) != nil
  }
}
