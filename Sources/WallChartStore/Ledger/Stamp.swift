/// Who acts, by their own declaration.
public struct Author: Hashable, Sendable {
  /// The person's name.
  public var name: String
  /// The acting unit's id.
  public var unit: String?

  /// A person, and the unit they act for; submission and what follows it need one.
  public init(name: String, unit: String? = nil) {
    self.name = name
    self.unit = unit
  }
}

/// What a new entry, or the first of a step, needs from the world: an id and the time. Made outside
/// the pure core.
public struct Stamp: Hashable, Sendable {
  /// The entry's id.
  public var id: EntryID
  /// The moment of writing.
  public var at: Moment

  /// Mostly `Stamp(id: .random(), at: SystemClock.now())`.
  public init(id: EntryID, at: Moment) {
    self.id = id
    self.at = at
  }

  /// The stamp of a further entry of the same step, the first one being number 0: the same moment,
  /// and an id that counts on from the first one's 128 random bits. By both an undo knows again,
  /// after any restart, what one keystroke wrote; two keystrokes of one moment have ids far apart.
  package func further(_ number: Int) -> Stamp { Stamp(id: id.advanced(by: number), at: at) }
}

extension [Entry] {
  /// What each keystroke wrote: entries of one writer that follow on each other as
  /// ``Stamp/further(_:)`` made them, in their order.
  package var steps: [[Entry]] {
    var steps: [[Entry]] = []
    for entry in self {
      if let last = steps.last?.last, last.writer == entry.writer, last.at == entry.at,
        last.id.advanced(by: 1) == entry.id
      {
        steps[steps.count - 1].append(entry)
      } else {
        steps.append([entry])
      }
    }
    return steps
  }
}
