/// How far an open meeting had come on this machine: what is discussed at it, and which task is up.
/// Written at every step, so that a crash loses nothing; in a file of its own beside the
/// ``Installation``, like the ``Cursor``. Without it the meeting is made anew from the ledger.
package struct MeetingPlace: Sendable, Hashable {
  /// A task on the agenda, and why, in the words of ``Agenda/Reason``.
  package struct Item: Sendable, Hashable {
    package var task: String
    package var reasons: [String]

    package init(task: String, reasons: [String]) {
      self.task = task
      self.reasons = reasons
    }
  }

  /// The entry that opened the meeting.
  package var opened: EntryID
  package var items: [Item]
  /// A word of the program's.
  package var order: String
  /// The task that is up; nil behind the last one.
  package var task: String?
  /// The ids of the tasks that were discussed.
  package var discussed: [String]

  package init(
    opened: EntryID, items: [Item], order: String, task: String?, discussed: [String]
  ) {
    self.opened = opened
    self.items = items
    self.order = order
    self.task = task
    self.discussed = discussed
  }

  static func path(beside memory: String) -> String { memory + ".meeting" }

  init?(reading path: String) {
    guard let bytes = try? PosixFile.contents(of: path, limitMegabytes: 16) else { return nil }
    var reader = JSONReader(bytes, file: path)
    var opened: EntryID?
    self.init(
      opened: EntryID(high: 0, low: 0), items: [], order: "", task: nil, discussed: [])
    let others = try? reader.members { reader, name in
      switch name {
      case "opened": opened = EntryID(try reader.text())
      case "order": order = try reader.text()
      case "task": task = try reader.text()
      case "discussed": discussed = try reader.texts()
      case "items": try reader.elements { items.append(try Item(from: &$0)) }
      default: return false
      }
      return true
    }
    guard others != nil, let opened else { return nil }
    self.opened = opened
  }

  func write(to path: String) throws(StoreError) {
    var writer = JSONWriter(.spaced)
    writer.object {
      $0.member("opened", opened.text)
      $0.member("order", order)
      $0.member("task", task)
      $0.member("discussed", discussed)
      $0.name("items")
      $0.array { writer in for item in items { item.write(to: &writer) } }
    }
    writer.raw("\n")
    try PosixFile.makeFolder(PosixFile.parent(of: path))
    try PosixFile.replace(path, with: writer.bytes, durably: false)
  }
}

extension MeetingPlace.Item {
  fileprivate init(from reader: inout JSONReader) throws {
    self.init(task: "", reasons: [])
    _ = try reader.members { reader, name in
      switch name {
      case "task": task = try reader.text()
      case "reasons": reasons = try reader.texts()
      default: return false
      }
      return true
    }
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("task", task)
      $0.member("reasons", reasons)
    }
  }
}

extension ChartFolder {
  /// Remembers how far a meeting has come.
  package func remember(_ meeting: MeetingPlace) {
    guard let memoryPath else { return }
    // When it cannot be kept, the ledger still knows that the meeting is open.
    try? meeting.write(to: MeetingPlace.path(beside: memoryPath))
  }

  /// Forgets the meeting that an entry closed: its papers are written.
  package func forgetMeeting(closedBy closing: Entry) {
    guard let memoryPath, let place = lastMeetingPlace, closing.was.contains(place.opened) else {
      return
    }
    PosixFile.remove(MeetingPlace.path(beside: memoryPath))
  }

  /// The entry that closed the last meeting of this machine, when its papers were never written: its
  /// place is still kept.
  package var closingWithoutPapers: Entry? {
    guard let place = lastMeetingPlace else { return nil }
    return ledger.closing(of: place.opened, by: ownWriters)
  }

  /// How far the meeting that was open last had come.
  package var lastMeetingPlace: MeetingPlace? {
    memoryPath.flatMap { MeetingPlace(reading: MeetingPlace.path(beside: $0)) }
  }
}
