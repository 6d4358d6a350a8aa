/// The newest entries of each slot of a task, which no other entry names: whoever writes a new one
/// there names them in its `was`, and where two of them say different things, offices disagree.
///
/// Worked out where it is asked for: the fold keeps only what it came to.
package struct Heads {
  private struct Head {
    var slot: TaskRecord.Slot
    var entry: EntryID
    /// What it says, to tell a disagreement from two people saying the same.
    var says: Says
  }

  private enum Says: Hashable {
    case met(Day)
    case other(String)

    /// An undo of an undo says again what its root says.
    init(_ root: Entry, isTakenBack: Bool) {
      self =
        switch root.fact {
        case _ where isTakenBack: .other("undo")
        case .met: .met(root.on)
        default: .other(root.fact.kind)
        }
    }
  }

  /// In the order of the fold.
  private var heads: [Head] = []
  /// The entries that a standing undo names.
  private(set) var takenBack: Set<EntryID> = []

  /// Of the entries about one task with a day of the fact not after `day`.
  package init(of entries: [Entry], through day: Day) {
    self.init(ordered: entries.inFoldOrder(through: day))
  }

  /// An entry comes after those it names, so going backwards it is known of each one who names it.
  init(ordered: [Entry]) {
    // Most tasks have no undo; then every entry is its own root. By place, for copying entries costs.
    let hasUndo = ordered.indices.contains { ordered[$0].fact.isUndo }
    let roots = hasUndo ? Roots(ordered) : nil
    var named: [TaskRecord.Slot: Set<EntryID>] = [:]
    heads.reserveCapacity(ordered.count)
    for place in ordered.indices.reversed() {
      let id = ordered[place].id
      if case .undo(let of, _) = ordered[place].fact, !takenBack.contains(id) {
        takenBack.insert(of)
      }
      let root = roots?.places[id] ?? Roots.Place(root: place)
      guard let slot = ordered[root.root].fact.slot else { continue }
      if named.isEmpty || named[slot]?.contains(id) != true {
        let says = Says(ordered[root.root], isTakenBack: root.isTakenBack)
        heads.append(Head(slot: slot, entry: id, says: says))
      }
      if !ordered[place].was.isEmpty { named[slot, default: []].formUnion(ordered[place].was) }
    }
    heads.reverse()
  }

  /// The entries a new one in this slot must name.
  package subscript(slot: TaskRecord.Slot) -> [EntryID] {
    heads.lazy.filter { $0.slot == slot }.map(\.entry)
  }

  /// The slots in which heads disagree. Nearly every slot has one; only two of them can. A few are
  /// compared with each other, which is quicker than a table; many are not.
  var disputed: Set<TaskRecord.Slot> {
    var disputed: Set<TaskRecord.Slot> = []
    guard heads.count > 16 else {
      for index in heads.indices {
        let isOther = heads[..<index].contains {
          $0.slot == heads[index].slot && $0.says != heads[index].says
        }
        if isOther { disputed.insert(heads[index].slot) }
      }
      return disputed
    }
    var first: [TaskRecord.Slot: Says] = [:]
    for head in heads
    where first.updateValue(head.says, forKey: head.slot) ?? head.says != head.says {
      disputed.insert(head.slot)
    }
    return disputed
  }
}

extension [Entry] {
  /// Those with a day of the fact not after `day`, in the order of the fold. Mostly nothing lies in
  /// the future.
  func inFoldOrder(through day: Day) -> [Entry] {
    let past = indices.allSatisfy { self[$0].on <= day } ? self : filter { $0.on <= day }
    return FoldOrder.sorted(past)
  }
}

extension Situation {
  /// The heads of a slot of a task, by its place in the plan.
  package func heads(of slot: TaskRecord.Slot, ofTaskAt index: Int) -> [EntryID] {
    Heads(of: ledger.entries(of: chart.tasks[index].id), through: day)[slot]
  }
}
