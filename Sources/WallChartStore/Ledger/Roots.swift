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

  private var roots: [EntryID: Root] = [:]

  /// - Parameter ordered: entries in the order of the fold, where an undo comes after its target.
  package init(_ ordered: [Entry] = []) {
    for entry in ordered { roots[entry.id] = self[entry] }
  }

  /// The root of an entry of the same task.
  public subscript(entry: Entry) -> Root {
    guard case .undo(let of, _) = entry.fact, var root = roots[of] else {
      return Root(entry: entry)
    }
    root.isTakenBack.toggle()
    return root
  }
}

extension Entry {
  /// What an undo is finally about among the entries of its task.
  func root(among entries: [Entry]) -> Roots.Root {
    guard case .undo = fact else { return Roots.Root(entry: self) }
    return Roots(FoldOrder.sorted(entries))[self]
  }
}
