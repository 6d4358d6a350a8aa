/// What undos are finally about. An undo of an undo brings back what that one took back, and so on,
/// however long the chain.
public struct Roots: Sendable {
  /// What an entry is finally about.
  public struct Root: Sendable {
    /// Any entry but an undo of something known is its own.
    public var entry: Entry
    /// Whether the chain takes the root back.
    public var isTakenBack = false
  }

  /// The same by the place of the root among the entries.
  struct Place: Sendable {
    var root: Int
    var isTakenBack = false
  }

  private let ordered: [Entry]
  private(set) var places: [EntryID: Place]

  /// - Parameter ordered: entries in the order of the fold, where an undo comes after its target.
  package init(_ ordered: [Entry] = []) {
    self.ordered = ordered
    places = [:]
    places.reserveCapacity(ordered.count)
    for index in ordered.indices {
      var place = Place(root: index)
      if case .undo(let of, _) = ordered[index].fact, let target = places[of] {
        place = Place(root: target.root, isTakenBack: !target.isTakenBack)
      }
      places[ordered[index].id] = place
    }
  }

  /// The root of an entry of the same task.
  public subscript(entry: Entry) -> Root {
    guard case .undo(let of, _) = entry.fact, let target = places[of] else {
      return Root(entry: entry)
    }
    return Root(entry: ordered[target.root], isTakenBack: !target.isTakenBack)
  }
}

extension Entry {
  /// What an undo is finally about among the entries of its task.
  func root(among entries: [Entry]) -> Roots.Root {
    guard fact.isUndo else { return Roots.Root(entry: self) }
    return Roots(FoldOrder.sorted(entries))[self]
  }
}

extension Fact {
  var isUndo: Bool { if case .undo = self { true } else { false } }

  /// The entry that an undo names.
  var takesBack: EntryID? { if case .undo(let of, _) = self { of } else { nil } }
}
