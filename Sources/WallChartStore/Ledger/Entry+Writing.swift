extension Entry {
  /// The longest line a ledger holds, with its hash and line feed, in bytes.
  package static let lineLimit = 64 * 1024

  /// Why the ledger cannot hold it: its line must be short enough, with room for writer, number and
  /// hash, and read back as the same entry, or the file would be damaged from the start.
  package var obstacle: Refusal? {
    var sealed = self
    // A draft has no writer yet.
    if writer.isEmpty { sealed.writer = "-" }
    let bytes = sealed.lineBytes
    let room = Entry.lineLimit - HashChain.trailerCount - 200
    guard bytes.count < room else { return .entryTooLong(limit: Entry.lineLimit) }
    guard !bytes.contains(10),
      var read = try? Entry(line: bytes + [UInt8(ascii: "}")], file: "", number: 0)
    else { return .doesNotReadBack }
    (read.turn, read.line) = (turn, line)
    return read == sealed ? nil : .doesNotReadBack
  }

  /// Whether it holds more than ids and days, which somebody typed and would lose.
  var hasWords: Bool {
    switch fact {
    case .met, .undo(of: _, reason: nil): !evidence.isEmpty
    default: true
    }
  }

  /// The line before its hash, in the fixed order of members: `{"id":…,"was":[…]`.
  package var lineBytes: [UInt8] {
    var writer = JSONWriter(.tight)
    writer.object { write(to: &$0) }
    var bytes = writer.bytes
    bytes.removeLast()
    return bytes
  }

  private func write(to writer: inout JSONWriter) {
    writer.member("id", id.text)
    writer.member("writer", self.writer)
    writer.member("n", n)
    writer.member("at", at.rfc3339)
    writer.member("by", by)
    writer.member("unit", unit)
    writer.member("kind", fact.kind)
    writer.member("task", task)
    writer.member("node", fact.node)
    writer.member("on", on)
    fact.write(to: &writer)
    write(removed: &writer)
    writer.member("evidence", evidence)
    if !was.isEmpty { writer.member("was", was.map(\.text)) }
  }

  private func write(removed writer: inout JSONWriter) {
    guard !removed.isEmpty else { return }
    writer.name("removed")
    writer.array { writer in
      for removal in removed {
        writer.object { writer in
          writer.member("tasks", removal.tasks)
          writer.member("nodes", removal.nodes)
          if removal.hasLimit {
            writer.name("limit")
            writer.value(true)
          }
        }
      }
    }
  }
}

extension Fact {
  /// The node it is about, if it is about one.
  public var node: String? {
    switch self {
    case .met(let node): node
    case .note(let note): note.node
    case .extend(let extension_): extension_.node
    default: nil
    }
  }

  /// The members of its kind, `node` aside.
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .met, .submit, .crossOff, .supervise, .release, .unknown: break
    case .report(let report):
      writer.member("count", report.count)
      writer.member("progress", report.progress)
      writer.member("problem", report.problem)
      writer.member("next", report.next)
      writer.member("nextBy", report.nextBy)
      writer.member("reason", report.reason)
    case .verify(let noticeUntil): writer.member("noticeUntil", noticeUntil)
    case .return(let reason): writer.member("reason", reason)
    case .reopen(let reason, let isFalse):
      writer.member("reason", reason)
      if isFalse {
        writer.name("false")
        writer.value(true)
      }
    case .extend(let extension_):
      writer.member("from", extension_.from)
      writer.member("to", extension_.to)
      writer.member("approvedBy", extension_.approvedBy)
      writer.member("reason", extension_.reason)
    case .note(let note):
      writer.member("text", note.text)
      if note.isInternal {
        writer.name("internal")
        writer.value(true)
      }
      if note.isLookBack {
        writer.name("lookBack")
        writer.value(true)
      }
    case .undo(let of, let reason):
      writer.member("of", of.text)
      writer.member("reason", reason)
    case .edit(let set, let reason):
      writer.member("set", json: set)
      writer.member("reason", reason)
    case .meeting(let meeting):
      writer.member("rhythm", meeting.rhythm?.rawValue)
      writer.name(meeting.isClosing ? "closed" : "opened")
      writer.value(true)
      if !meeting.seen.isEmpty {
        writer.name("seen")
        writer.object { writer in
          for (name, n) in meeting.seen.sorted(by: { $0.key < $1.key }) { writer.member(name, n) }
        }
      }
      writer.member("bulletin", meeting.bulletin)
      if let discussed = meeting.discussed {
        writer.name("discussed")
        writer.array { writer in discussed.forEach { writer.value($0) } }
      }
    case .import(let source):
      writer.member("file", source.file)
      writer.member("sha256", source.sha256)
      writer.member("added", source.added)
      writer.member("changed", source.changed)
      writer.member("withdrawn", source.withdrawn)
      writer.member("replaced", source.replaced)
      writer.member("plan", source.plan)
    }
  }
}
