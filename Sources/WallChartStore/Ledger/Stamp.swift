/// Who acts, by their own declaration.
public struct Author: Hashable, Sendable {
  public var name: String
  /// The acting unit's id.
  public var unit: String?

  public init(name: String, unit: String? = nil) {
    self.name = name
    self.unit = unit
  }
}

/// What a new entry needs from the world: an id and the time. Made outside the pure core.
public struct Stamp: Hashable, Sendable {
  public var id: EntryID
  public var at: Moment

  public init(id: EntryID, at: Moment) {
    self.id = id
    self.at = at
  }
}
