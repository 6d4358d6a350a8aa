/// New entries of which the ledger can hold every one: each is looked at once, as it comes in, and
/// none can be changed behind that.
package struct SoundEntries: Sendable {
  package private(set) var all: [Entry] = []

  package init() {}

  /// Throws ``Refusal``: the first obstacle of any.
  package init(_ entries: [Entry]) throws(Refusal) {
    for entry in entries { try append(entry) }
  }

  package mutating func append(_ entry: Entry) throws(Refusal) {
    if let obstacle = entry.obstacle { throw obstacle }
    all.append(entry)
  }

  /// Puts an entry before all others.
  package mutating func begin(with entry: Entry) throws(Refusal) {
    if let obstacle = entry.obstacle { throw obstacle }
    all.insert(entry, at: 0)
  }
}
