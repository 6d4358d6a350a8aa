extension Entry {
  /// Reads one line, without its line feed. Throws a ``Finding`` with the place in the line.
  package init(line bytes: [UInt8], file: String, number: Int) throws {
    var reader = JSONReader(bytes, file: file, firstLine: number)
    var recent = RecentValues()
    self = try Entry(&reader, &recent)
    try reader.end()
  }

  /// Reads what stands here.
  init(_ reader: inout JSONReader, _ recent: inout RecentValues) throws {
    let start = reader.at
    var parts = Parts()
    _ = try reader.members(EntryMember.names) { try parts.take($1, from: &$0, &recent) }
    func required<Value>(_ value: Value?, _ name: String) throws -> Value {
      try reader.required(value, name, from: start)
    }
    // Field by field: another initializer between would be a copy of all of it.
    id = try required(parts.id, "id")
    at = try required(parts.at, "at")
    by = try required(parts.by, "by")
    unit = parts.unit
    task = parts.task
    on = try required(parts.on, "on")
    fact = try parts.fact { name in reader.finding(.missingMember(name), at: start) }
    writer = try required(parts.writer, "writer")
    n = try required(parts.n, "n")
    evidence = parts.evidence
    was = parts.was
    removed = parts.removed
    turn = at.milliseconds
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
  /// With the members of its own.
  var kind: (word: String, members: [EntryMember])?
  var task: String?
  var node: String?
  var on: Day?
  var evidence: [String] = []
  var was: [EntryID] = []
  var progress, problem, next, reason, text, approvedBy: String?
  var file, sha256, replaced, plan: String?
  var count, added, changed, withdrawn, bulletin: Int?
  var nextBy, noticeUntil, from, to: Day?
  var isFalse, isInternal, isLookBack: Bool?
  var isClosing = false
  var of: EntryID?
  var set: String?
  var rhythm: Chart.Rhythm?
  var seen: [String: Int] = [:]
  var discussed: [String]?
  var removed: [Removal] = []

  mutating func take(
    _ member: EntryMember, from reader: inout JSONReader, _ recent: inout RecentValues
  ) throws -> Bool {
    switch member {
    case .id: id = try Self.entryID(&reader)
    case .writer: writer = try recent.writer.next(&reader) { try $0.identifier() }
    case .n: n = try reader.wholeNumber()
    case .at: at = try recent.at.next(&reader) { try Self.moment(&$0) }
    case .by: by = try recent.by.next(&reader) { try $0.text() }
    case .unit: unit = try recent.unit.next(&reader) { try $0.identifier() }
    case .kind:
      kind = try recent.kind.next(&reader) {
        let word = try $0.text()
        return (word, EntryMember.own(ofKind: word))
      }
    case .task: task = try reader.identifier()
    case .on: on = try recent.on.next(&reader) { try $0.day() }
    case .evidence: evidence = try reader.texts()
    case .was: try reader.elements { was.append(try Self.entryID(&$0)) }
    // It is checked where the chain is.
    case .hash: try reader.skipValue()
    default:
      // To other kinds it means nothing, and may be of any type.
      if let kind, !kind.members.contains(member) { return false }
      try takeOwn(member, from: &reader)
    }
    return true
  }

  /// A member that only some kinds have.
  private mutating func takeOwn(_ member: EntryMember, from reader: inout JSONReader) throws {
    switch member {
    case .node: node = try reader.identifier()
    case .of: of = try Self.entryID(&reader)
    case .progress: progress = try reader.text()
    case .problem: problem = try reader.text()
    case .next: next = try reader.text()
    case .reason: reason = try reader.text()
    case .text: text = try reader.text()
    case .approvedBy: approvedBy = try reader.text()
    case .file: file = try reader.text()
    case .sha256: sha256 = try reader.text()
    case .replaced: replaced = try reader.text()
    case .plan: plan = try reader.text()
    case .count: count = try reader.wholeNumber()
    case .added: added = try reader.wholeNumber()
    case .changed: changed = try reader.wholeNumber()
    case .withdrawn: withdrawn = try reader.wholeNumber()
    case .bulletin: bulletin = try reader.wholeNumber()
    case .nextBy: nextBy = try reader.day()
    case .noticeUntil: noticeUntil = try reader.day()
    case .from: from = try reader.day()
    case .to: to = try reader.day()
    case .false: isFalse = try reader.trueOrFalse()
    case .internal: isInternal = try reader.trueOrFalse()
    case .lookBack: isLookBack = try reader.trueOrFalse()
    case .rhythm: rhythm = try reader.word(Chart.Rhythm.self)
    case .set:
      _ = reader.peek()
      let start = reader.at
      try reader.skipValue()
      set = String(decoding: reader.bytes[start..<reader.at], as: UTF8.self)
    case .closed:
      isClosing = true
      try reader.skipValue()
    case .discussed:
      var tasks: [String] = []
      try reader.elements { tasks.append(try $0.identifier()) }
      discussed = tasks
    case .removed: try reader.elements { removed.append(try Self.removal(&$0)) }
    case .seen:
      _ = try reader.members { reader, writer in
        seen[reader.text(of: writer)] = try reader.wholeNumber()
        return true
      }
    // That a meeting was opened is said by its not being closed; the others are taken above.
    case .opened, .id, .writer, .n, .at, .by, .unit, .kind, .task, .on, .evidence, .was, .hash:
      try reader.skipValue()
    }
  }

  private static func moment(_ reader: inout JSONReader) throws -> Moment {
    let start = reader.at
    if let moment = try reader.text(as: { Moment(rfc3339: $0) }) { return moment }
    throw try reader.quoted(at: start) { .badDay($0) }
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
    let kind = try required(kind, "kind").word
    switch kind {
    case "met": return .met(node: try required(node, "node"))
    case "report":
      var report = Fact.Report(count: count)
      report.progress = progress
      report.problem = problem
      report.next = next
      report.nextBy = nextBy
      report.reason = reason
      return .report(report)
    case "submit": return .submit
    case "verify": return .verify(noticeUntil: try required(noticeUntil, "noticeUntil"))
    case "return": return .return(reason: reason ?? "")
    case "crossOff": return .crossOff
    case "reopen":
      return .reopen(reason: reason ?? "", isFalse: isFalse ?? false)
    case "extend":
      return .extend(
        Fact.Extension(
          from: try required(from, "from"), to: try required(to, "to"),
          approvedBy: approvedBy ?? "", reason: reason ?? "", node: node))
    case "supervise": return .supervise
    case "release": return .release
    case "note":
      var note = Fact.Note(text: text, node: node)
      note.isInternal = isInternal ?? false
      note.isLookBack = isLookBack ?? false
      return .note(note)
    case "undo": return .undo(of: try required(of, "of"), reason: reason)
    case "edit": return .edit(set: try required(set, "set"), reason: reason)
    case "meeting":
      var meeting = Fact.Meeting(rhythm: rhythm, isClosing: isClosing)
      meeting.seen = seen
      meeting.bulletin = bulletin
      meeting.discussed = discussed
      return .meeting(meeting)
    case "import":
      var source = Fact.Import(
        file: file ?? "", sha256: sha256 ?? "",
        added: added ?? 0, changed: changed ?? 0,
        withdrawn: withdrawn ?? 0)
      source.replaced = replaced
      source.plan = plan
      return .import(source)
    default: return .unknown(kind: kind)
    }
  }
}
