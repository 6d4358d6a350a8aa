import CXML

/// A part of a workbook, read node by node as it is inflated. Only what spreadsheet programs write
/// is let through: no document type, no entities, no nesting that has no end.
final class XMLPart {
  /// Names of elements and attributes that mean something; the most frequent first.
  enum Name: String, CaseIterable {
    case c, v, r, s, t, row, si, `is`, f, rPh
    case mergeCell, ref, col, min, max, hidden, sheetData
    case numFmt, numFmtId, formatCode, cellXfs, xf
    case workbookPr, date1904, sheet, name, state, id
    case relationship = "Relationship"
    case identifier = "Id"
    case type = "Type"
    case target = "Target"
    case mode = "TargetMode"
  }

  /// What the reader stands at.
  enum Node: Equatable {
    /// An element begins; nil when its name means nothing.
    case start(Name?)
    case end(Name?)
    case text
  }

  private static let allNames = Name.allCases
  /// The vocabularies that are read, of both editions of the standard.
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
  ]
  /// How many elements without a meaning here are passed over; no sheet has as many.
  private static let strangerLimit = 1 << 22
  /// How many attributes an element may have and how deep it may lie: several times what
  /// spreadsheet programs write. The reader holds every attribute against all before it.
  private static let (attributeLimit, depthLimit) = (100, 32)
  /// How far one node may be from the next. The reader keeps all comments between two of them, at
  /// twenty times their size.
  private static let pieceLimit = 1 << 19
  /// How much of the beginning is kept to look for a document type.
  private static let startLimit = 1 << 16
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  private(set) var node = Node.text
  /// How many elements enclose the node.
  private(set) var depth = 0
  private let part: ZipArchive.Part
  private var reader: xmlTextReaderPtr?
  /// The texts of ``Name`` as the reader keeps its own: equal names are the same pointer.
  private var names: [UnsafePointer<xmlChar>?] = []
  /// The prefix of the vocabulary, as the first element has it.
  private var prefix: UnsafePointer<xmlChar>?
  private var hasRoot = false
  private var hasFailed = false
  private var strangers = 0
  /// How much was read since the last node.
  private var piece = 0
  /// What was read until the first element began.
  private var start: [UInt8] = []
  /// The element without content whose end is still to be told.
  private var unended: Name??

  init(_ part: ZipArchive.Part) throws(WorkbookRefusal) {
    self.part = part
    _ = Self.isReady
    let context = Unmanaged.passUnretained(self).toOpaque()
    // The encoding is not left to the part: in another one, a document type could look like text.
    reader = xmlReaderForIO(
      { context, buffer, count in
        guard let context, let buffer else { return -1 }
        let part = Unmanaged<XMLPart>.fromOpaque(context).takeUnretainedValue()
        return Int32(part.read(into: buffer, count: Int(count)))
      }, nil, context, nil, "UTF-8", Int32(XML_PARSE_NONET))
    guard let reader else { throw WorkbookRefusal(part.failure ?? .damaged) }
    xmlTextReaderSetErrorHandler(
      reader,
      { context, _, severity, _ in
        guard let context, severity == XML_PARSER_SEVERITY_ERROR else { return }
        Unmanaged<XMLPart>.fromOpaque(context).takeUnretainedValue().hasFailed = true
      }, context)
    names = Self.allNames.map { xmlTextReaderConstString(reader, $0.rawValue) }
  }

  deinit { xmlFreeTextReader(reader) }

  private func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
    guard piece <= Self.pieceLimit else { return -1 }
    let found = part.read(into: buffer, count: count)
    piece += max(0, found)
    if !hasRoot, found > 0, start.count < Self.startLimit {
      start += UnsafeRawBufferPointer(start: buffer, count: found)
    }
    return found
  }

  /// Moves on to the next node; false at the end of the part.
  func next() throws(WorkbookRefusal) -> Bool {
    if let name = unended {
      unended = nil
      node = .end(name)
      return true
    }
    while true {
      piece = 0
      let state = xmlTextReaderRead(reader)
      // What the reader returns is not all it has noticed.
      if let failure = part.failure { throw WorkbookRefusal(failure) }
      guard piece <= Self.pieceLimit else { throw WorkbookRefusal(.inflatesTooFar) }
      let type = Int(xmlTextReaderNodeType(reader))
      switch type {
      case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY,
        XML_READER_TYPE_ENTITY_REFERENCE, XML_READER_TYPE_NOTATION:
        throw WorkbookRefusal(.documentType(part.name))
      default: break
      }
      guard state >= 0, !hasFailed else { throw broken }
      guard state == 1 else {
        guard hasRoot else { throw broken }
        return false
      }
      depth = Int(xmlTextReaderDepth(reader))
      switch type {
      case XML_READER_TYPE_ELEMENT: try begin()
      case XML_READER_TYPE_END_ELEMENT: node = .end(name)
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA,
        XML_READER_TYPE_WHITESPACE, XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        node = .text
      default: continue
      }
      return true
    }
  }

  private func begin() throws(WorkbookRefusal) {
    if !hasRoot {
      hasRoot = true
      prefix = xmlTextReaderConstPrefix(reader)
      let namespace = xmlTextReaderConstNamespaceUri(reader).map { Self.string($0) }
      guard let namespace, Self.namespaces.contains(namespace) else {
        throw WorkbookRefusal(.strangePart(part.name))
      }
    }
    guard depth <= Self.depthLimit,
      xmlTextReaderAttributeCount(reader) <= Self.attributeLimit
    else { throw broken }
    let name = name
    node = .start(name)
    if name == nil {
      strangers += 1
      guard strangers < Self.strangerLimit else { throw WorkbookRefusal(.inflatesTooFar) }
    }
    if xmlTextReaderIsEmptyElement(reader) == 1 { unended = .some(name) }
  }

  /// The name of the element; nil when it is of another vocabulary or means nothing.
  private var name: Name? {
    guard xmlTextReaderConstPrefix(reader) == prefix else { return nil }
    return self.name(xmlTextReaderConstLocalName(reader))
  }

  private func name(_ pointer: UnsafePointer<xmlChar>?) -> Name? {
    names.firstIndex(of: pointer).map { Self.allNames[$0] }
  }

  /// The attributes of the element that has just begun, each with the bytes of its value.
  func attributes(_ body: (Name, UnsafePointer<xmlChar>) -> Void) {
    while xmlTextReaderMoveToNextAttribute(reader) == 1 {
      guard let name = name(xmlTextReaderConstLocalName(reader)) else { continue }
      // `r:id` alone has a prefix.
      guard (xmlTextReaderConstPrefix(reader) != nil) == (name == .id) else { continue }
      if let value = xmlTextReaderConstValue(reader) { body(name, value) }
    }
    xmlTextReaderMoveToElement(reader)
  }

  /// The attributes of the element that has just begun.
  func attributes() -> [Name: String] {
    var found: [Name: String] = [:]
    attributes { found[$0] = Self.string($1) }
    return found
  }

  /// Adds the text the reader stands at.
  func add(to bytes: inout [UInt8]) {
    guard var at = xmlTextReaderConstValue(reader) else { return }
    while at.pointee != 0 {
      bytes.append(at.pointee)
      at += 1
    }
  }

  /// Passes over the rest of an element that has just begun.
  func skip() throws(WorkbookRefusal) {
    let outer = depth
    while try next() {
      if case .end = node, depth == outer { return }
    }
  }

  static func string(_ value: UnsafePointer<xmlChar>) -> String { String(cString: value) }

  /// The part, and how far it was read, for a finding that is about no cell.
  var position: (part: String, line: Int) {
    (part.name, Int(xmlTextReaderGetParserLineNumber(reader)))
  }

  /// What cannot be read on, because it is not what spreadsheet programs write.
  var broken: WorkbookRefusal {
    // What it declares may be what is wrong.
    if start.firstRange(of: "<!DOCTYPE".utf8) != nil {
      return WorkbookRefusal(.documentType(part.name))
    }
    return WorkbookRefusal(.brokenPart(part.name, line: position.line))
  }
}
