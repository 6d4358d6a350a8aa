/// The order of the fold: an entry comes after those in its `was` and after what it undoes;
/// otherwise by day of the fact, instant of writing, id.
enum FoldOrder {
  static func sorted(_ entries: [Entry]) -> [Entry] {
    guard entries.count > 1 else { return entries }
    // Entries mostly come in their order already, and sorting moves them about.
    let isSorted = entries.indices.dropFirst().allSatisfy {
      !precedes(entries[$0], entries[$0 - 1])
    }
    let byTime = isSorted ? entries : entries.sorted(by: precedes)
    if byTime.count <= few, byTime.indices.allSatisfy({ isBehind($0, in: byTime) }) {
      return byTime
    }
    guard byTime.contains(where: \.followsAny) else { return byTime }
    var place: [EntryID: Int] = [:]
    for (index, entry) in byTime.enumerated() { place[entry.id] = index }
    let isOrdered = byTime.indices.allSatisfy { index in
      byTime[index].follows.allSatisfy { (place[$0] ?? -1) < index }
    }
    return isOrdered ? byTime : untangled(byTime, place)
  }

  /// So many are looked through more quickly than a table is made of them.
  private static let few = 64

  /// Whether an entry comes after all that it must come after: none of those stands behind it.
  private static func isBehind(_ index: Int, in entries: [Entry]) -> Bool {
    func isLater(_ id: EntryID) -> Bool {
      // Mostly it is the one just before.
      if index > 0, entries[index - 1].id == id { return false }
      return entries.indices[index...].contains { entries[$0].id == id }
    }
    if case .undo(let of, _) = entries[index].fact, isLater(of) { return false }
    return !entries[index].was.contains(where: isLater)
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.on != right.on { return left.on < right.on }
    if left.turn != right.turn { return left.turn < right.turn }
    return left.id < right.id
  }

  /// Takes again and again the first entry whose forerunners are all taken. A circle, which only
  /// a forged ledger holds, is broken at its earliest entry.
  private static func untangled(_ entries: [Entry], _ place: [EntryID: Int]) -> [Entry] {
    var followers: [[Int]] = Array(repeating: [], count: entries.count)
    /// How many forerunners of each are not taken yet.
    var missing = Array(repeating: 0, count: entries.count)
    for (index, entry) in entries.enumerated() {
      for forerunner in entry.follows.compactMap({ place[$0] }) {
        followers[forerunner].append(index)
        missing[index] += 1
      }
    }
    var free = Heap()
    for index in entries.indices where missing[index] == 0 { free.insert(index) }
    var taken = Array(repeating: false, count: entries.count)
    var earliest = 0
    var result: [Entry] = []
    while result.count < entries.count {
      while taken[earliest] { earliest += 1 }
      let next = free.removeFirst() ?? earliest
      taken[next] = true
      result.append(entries[next])
      for follower in followers[next] {
        missing[follower] -= 1
        if missing[follower] == 0, !taken[follower] { free.insert(follower) }
      }
    }
    return result
  }
}

/// Places that are free to be taken, the lowest first: a binary heap.
private struct Heap {
  private var places: [Int] = []

  mutating func insert(_ place: Int) {
    places.append(place)
    var child = places.count - 1
    while child > 0, places[child] < places[(child - 1) / 2] {
      places.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = places.first else { return nil }
    places.swapAt(0, places.count - 1)
    places.removeLast()
    var parent = 0
    while 2 * parent + 1 < places.count {
      var child = 2 * parent + 1
      if child + 1 < places.count, places[child + 1] < places[child] { child += 1 }
      guard places[child] < places[parent] else { break }
      places.swapAt(parent, child)
      parent = child
    }
    return first
  }
}

extension Entry {
  fileprivate var followsAny: Bool {
    if case .undo = fact { return true }
    return !was.isEmpty
  }

  /// The entries it must come after.
  fileprivate var follows: [EntryID] {
    if case .undo(let of, _) = fact { return was + [of] }
    return was
  }
}
