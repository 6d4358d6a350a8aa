extension Entry {
  /// Reads one line, without its line feed. Throws a ``Finding`` with the place in the line.
  package init(line bytes: [UInt8], file: String, number: Int) throws {
    var reader = JSONReader(bytes, file: file, firstLine: number)
    var parts = Parts()
    _ = try reader.members { try parts.take($1, from: &$0) }
    try reader.end()
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      try reader.required(value, name, from: 0)
    }
    self.init(
      id: try required(parts.id, "id"), at: try required(parts.at, "at"),
      by: try required(parts.by, "by"), unit: parts.unit, task: parts.task,
      on: try required(parts.on, "on"),
      fact: try parts.fact { name in reader.finding(.missingMember(name), at: 0) })
    writer = try required(parts.writer, "writer")
    n = try required(parts.n, "n")
    evidence = parts.evidence
    was = parts.was
    removed = parts.removed
  }
}

/// The members of a line as they come; the kind decides at the end what they mean.
private struct Parts {
  var id: EntryID?
  var writer: String?
  var n: Int?
  var at: Moment?
  var by: String?
  var unit: String?
  var kind: String?
  /// The members of the kind; nil before it is known.
  var members: [String]?
  var task: String?
  var node: String?
  var on: Day?
  var evidence: [String] = []
  var was: [EntryID] = []
  var texts: [String: String] = [:]
  var numbers: [String: Int] = [:]
  var days: [String: Day] = [:]
  var flags: [String: Bool] = [:]
  var of: EntryID?
  var set: String?
  var rhythm: Chart.Rhythm?
  var seen: [String: Int] = [:]
  var discussed: [String]?
  var removed: [Removal] = []

  mutating func take(_ name: MemberName, from reader: inout JSONReader) throws -> Bool {
    switch name {
    case "id": id = try Self.entryID(&reader)
    case "writer": writer = try reader.identifier()
    case "n": n = try reader.wholeNumber()
    case "at":
      _ = reader.peek()
      let start = reader.at
      at = try reader.text(as: { Moment(rfc3339: $0) })
      if at == nil { throw try reader.quoted(at: start) { .badDay($0) } }
    case "by": by = try reader.text()
    case "unit": unit = try reader.identifier()
    case "kind":
      let text = try reader.text()
      members = Fact.members[text] ?? []
      kind = text
    case "task": task = try reader.identifier()
    case "on": on = try reader.day()
    case "evidence": evidence = try reader.texts()
    case "was": try reader.elements { was.append(try Self.entryID(&$0)) }
    // It is checked where the chain is.
    case "hash": try reader.skipValue()
    default: return try takeOwn(name, from: &reader)
    }
    return true
  }

  /// A member that only some kinds have. To others it means nothing, and may be of any type.
  private mutating func takeOwn(_ name: MemberName, from reader: inout JSONReader) throws -> Bool {
    if let members, !members.contains(where: name.says) { return false }
    switch name {
    case "node": node = try reader.identifier()
    case "of": of = try Self.entryID(&reader)
    case "progress", "problem", "next", "reason", "text", "approvedBy", "file", "sha256":
      texts[reader.text(of: name)] = try reader.text()
    case "replaced", "plan": texts[reader.text(of: name)] = try reader.text()
    case "count", "added", "changed", "withdrawn", "bulletin":
      numbers[reader.text(of: name)] = try reader.wholeNumber()
    case "nextBy", "noticeUntil", "from", "to": days[reader.text(of: name)] = try reader.day()
    case "false", "internal", "lookBack": flags[reader.text(of: name)] = try reader.trueOrFalse()
    case "rhythm": rhythm = try reader.word(Chart.Rhythm.self)
    case "set":
      _ = reader.peek()
      let start = reader.at
      try reader.skipValue()
      set = String(decoding: reader.bytes[start..<reader.at], as: UTF8.self)
    case "closed", "opened":
      flags[reader.text(of: name)] = true
      try reader.skipValue()
    case "discussed":
      var tasks: [String] = []
      try reader.elements { tasks.append(try $0.identifier()) }
      discussed = tasks
    case "removed": try reader.elements { removed.append(try Self.removal(&$0)) }
    case "seen":
      _ = try reader.members { reader, writer in
        seen[reader.text(of: writer)] = try reader.wholeNumber()
        return true
      }
    default: return false
    }
    return true
  }

  private static func removal(_ reader: inout JSONReader) throws -> Removal {
    var removal = Removal(tasks: [], nodes: [])
    _ = try reader.members { reader, name in
      switch name {
      case "tasks": try reader.elements { removal.tasks.append(try $0.identifier()) }
      case "nodes": try reader.elements { removal.nodes.append(try $0.identifier()) }
      case "limit": removal.hasLimit = try reader.trueOrFalse()
      default: return false
      }
      return true
    }
    return removal
  }

  private static func entryID(_ reader: inout JSONReader) throws -> EntryID {
    _ = reader.peek()
    let start = reader.at
    if let id = try reader.text(as: { EntryID($0) }) { return id }
    throw try reader.quoted(at: start) { .badEntryIdentifier($0) }
  }

  func fact(missing: (String) -> Finding) throws -> Fact {
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      guard let value else { throw missing(name) }
      return value
    }
    let kind = try required(kind, "kind")
    switch kind {
    case "met": return .met(node: try required(node, "node"))
    case "report":
      var report = Fact.Report(count: numbers["count"])
      report.progress = texts["progress"]
      report.problem = texts["problem"]
      report.next = texts["next"]
      report.nextBy = days["nextBy"]
      report.reason = texts["reason"]
      return .report(report)
    case "submit": return .submit
    case "verify": return .verify(noticeUntil: try required(days["noticeUntil"], "noticeUntil"))
    case "return": return .return(reason: texts["reason"] ?? "")
    case "crossOff": return .crossOff
    case "reopen":
      return .reopen(reason: texts["reason"] ?? "", isFalse: flags["false"] ?? false)
    case "extend":
      return .extend(
        Fact.Extension(
          from: try required(days["from"], "from"), to: try required(days["to"], "to"),
          approvedBy: texts["approvedBy"] ?? "", reason: texts["reason"] ?? "", node: node))
    case "supervise": return .supervise
    case "release": return .release
    case "note":
      var note = Fact.Note(text: texts["text"], node: node)
      note.isInternal = flags["internal"] ?? false
      note.isLookBack = flags["lookBack"] ?? false
      return .note(note)
    case "undo": return .undo(of: try required(of, "of"), reason: texts["reason"])
    case "edit": return .edit(set: try required(set, "set"), reason: texts["reason"])
    case "meeting":
      var meeting = Fact.Meeting(rhythm: rhythm, isClosing: flags["closed"] ?? false)
      meeting.seen = seen
      meeting.bulletin = numbers["bulletin"]
      meeting.discussed = discussed
      return .meeting(meeting)
    case "import":
      var source = Fact.Import(
        file: texts["file"] ?? "", sha256: texts["sha256"] ?? "",
        added: numbers["added"] ?? 0, changed: numbers["changed"] ?? 0,
        withdrawn: numbers["withdrawn"] ?? 0)
      source.replaced = texts["replaced"]
      source.plan = texts["plan"]
      return .import(source)
    default: return .unknown(kind: kind)
    }
  }
}
