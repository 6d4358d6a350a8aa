/// The order of the fold: an entry comes after those in its `was` and after what it undoes;
/// otherwise by day of the fact, instant of writing, id.
enum FoldOrder {
  static func sorted(_ entries: [Entry]) -> [Entry] {
    guard entries.count > 1 else { return entries }
    // Entries mostly come in their order already, and sorting moves them about.
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1, $0) }
    let byTime = isSorted ? entries : entries.sorted(by: precedes)
    guard byTime.contains(where: \.followsAny) else { return byTime }
    var place: [EntryID: Int] = [:]
    for (index, entry) in byTime.enumerated() { place[entry.id] = index }
    let isOrdered = byTime.indices.allSatisfy { index in
      byTime[index].follows.allSatisfy { (place[$0] ?? -1) < index }
    }
    return isOrdered ? byTime : untangled(byTime, place)
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.on != right.on { return left.on < right.on }
    if left.turn != right.turn { return left.turn < right.turn }
    return left.id < right.id
  }

  /// Takes again and again the first entry whose forerunners are all taken. A circle, which only
  /// a forged ledger holds, is broken at its earliest entry.
  private static func untangled(_ entries: [Entry], _ place: [EntryID: Int]) -> [Entry] {
    var result: [Entry] = []
    var taken = Array(repeating: false, count: entries.count)
    func isFree(_ index: Int) -> Bool {
      entries[index].follows.allSatisfy { id in place[id].map { taken[$0] } ?? true }
    }
    while result.count < entries.count {
      let waiting = entries.indices.filter { !taken[$0] }
      guard let next = waiting.first(where: isFree) ?? waiting.first else { break }
      taken[next] = true
      result.append(entries[next])
    }
    return result
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
