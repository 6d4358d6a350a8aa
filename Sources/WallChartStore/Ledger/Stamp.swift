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

/// What a new entry needs from the world: an id and the time. Made outside the pure core.
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
}
