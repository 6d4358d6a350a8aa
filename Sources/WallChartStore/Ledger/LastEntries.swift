/// What an installation wrote of tasks last. The newest alone mostly answer what is asked at a
/// keystroke, where all together may be a hundred thousand.
package struct LastEntries: Sendable {
  /// In the order they were written, those on their way to disk after all others.
  package var entries: [Entry]
  /// Whether there are no earlier ones.
  package var areAll: Bool

  /// How many are looked at first.
  static let few = 32
}

extension Ledger {
  /// The entries of these writers about tasks, in the order they were written, and after them those on
  /// their way to disk.
  package func entries(by writers: [String]) -> [Entry] {
    lastEntries(.max, by: writers, areSteps: false, except: [:]).entries
  }

  /// What persons said last by these writers: some of it, then always more, until it is all. What
  /// lists brought is not among it.
  /// - Parameters:
  ///   - areSteps: whether only what undo may take back is asked for.
  ///   - count: about how many come first.
  package func lastEntries(
    by writers: [String], areSteps: Bool = false, first count: Int = LastEntries.few
  ) -> some Sequence<LastEntries> {
    let lists = Dictionary(grouping: listStrokes, by: \.writer)
      .mapValues { Set($0.map(\.milliseconds)) }
    return sequence(state: max(1, count) as Int?) { count in
      guard let some = count else { return nil }
      let last = lastEntries(some, by: writers, areSteps: areSteps, except: lists)
      count = last.areAll ? nil : some * 8
      return last
    }
  }

  /// What a person said last by these writers.
  func lastEntry(by writers: [String]) -> Entry? {
    for last in lastEntries(by: writers, first: 1) {
      if let entry = last.entries.last { return entry }
    }
    return nil
  }

  /// All from some point on, so many or about as many, save what each writer wrote at some moments.
  private func lastEntries(
    _ count: Int, by writers: [String], areSteps: Bool, except lists: [String: Set<Int64>]
  ) -> LastEntries {
    func inOrder(_ tasks: Set<String>, by writer: String, above number: Int) -> [Entry] {
      let moments = lists[writer, default: []]
      return self.inOrder(of: tasks) {
        $0.n > number && $0.writer == writer && ($0.fact.canBeStep || !areSteps)
          && (moments.isEmpty || !moments.contains($0.at.milliseconds))
      }
    }
    // From the last to the first.
    var parts = [inOrder(tasksOfUnsaved, by: "", above: .min)]
    var left = count
    var areAll = true
    for (place, writer) in writers.enumerated().reversed()
    where !writer.isEmpty && writers.firstIndex(of: writer) == place {
      guard areAll, left > 0 else {
        areAll = false
        break
      }
      let (tasks, above) = tasks(
        ofLast: left, by: writer, areSteps: areSteps, except: lists[writer, default: []])
      parts.append(inOrder(tasks, by: writer, above: above ?? .min))
      left -= parts[parts.count - 1].count
      areAll = above == nil
    }
    return LastEntries(entries: parts.reversed().flatMap(\.self), areAll: areAll)
  }

  /// Entries about these tasks by their numbers; those on their way to disk have none, and come as they
  /// were entered.
  private func inOrder(of tasks: Set<String>, where isWanted: (borrowing Entry) -> Bool) -> [Entry]
  {
    // Entries are large: what is sorted is where they stand, and only what is wanted is copied.
    var places: [(list: [Entry], index: Int)] = []
    for list in tasks.map({ entries(of: $0) }) {
      for index in list.indices where isWanted(list[index]) { places.append((list, index)) }
    }
    func rank(_ list: [Entry], _ index: Int) -> (Int, Int64, UInt64, UInt64) {
      let id = list[index].id
      return (list[index].n, list[index].at.milliseconds, id.high, id.low)
    }
    places.sort { rank($0.list, $0.index) < rank($1.list, $1.index) }
    return places.map { $0.list[$0.index] }
  }
}
