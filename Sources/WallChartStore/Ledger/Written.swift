/// What one writer wrote of tasks, in the order it was read. That is mostly the order of time, so that
/// what was written within a minute is found without looking at the rest.
struct Written: Sendable {
  /// As often as something was written of each.
  private(set) var tasks: [String] = []
  /// Whether each is what undo may take back.
  private var canBeSteps: [Bool] = []
  /// In milliseconds as a ``Moment`` counts them.
  private var moments: [Int64] = []
  /// False where a clock was set back.
  private var isAscending = true
  /// The number of the last one, and whether each stands after those of lower numbers only.
  private var (lastNumber, isInOrder) = (-1, true)

  mutating func append(_ task: String, at moment: Moment, number: Int, isStep: Bool) {
    if let last = moments.last, last > moment.milliseconds { isAscending = false }
    if number <= lastNumber { isInOrder = false }
    lastNumber = number
    tasks.append(task)
    canBeSteps.append(isStep)
    moments.append(moment.milliseconds)
  }

  /// The tasks written of after the entry of a number, and perhaps some others.
  func tasks(after number: Int) -> ArraySlice<String> {
    // Some of those entries were about the chart as a whole.
    isInOrder ? tasks.suffix(max(0, lastNumber - number)) : tasks[...]
  }

  /// The tasks that the last entries are about, and above which number these are all; nil where it is
  /// all there is.
  /// - Parameters:
  ///   - areSteps: whether only what undo may take back is asked for.
  ///   - lists: what was written at these moments is not asked for.
  func tasks(
    ofLast count: Int, areSteps: Bool, except lists: Set<Int64>
  ) -> (tasks: Set<String>, above: Int?) {
    guard isInOrder else { return (Set(tasks), nil) }
    var last: Set<String> = []
    var (place, left) = (tasks.count, count)
    while place > 0, left > 0 {
      place -= 1
      if lists.contains(moments[place]) {
        // Unless a clock was set back, thousands are passed over at once.
        if isAscending { place = self.place(of: moments[place]) }
      } else if canBeSteps[place] || !areSteps {
        last.insert(tasks[place])
        left -= 1
      }
    }
    // Numbers rise by one at least, so that none before this place is above.
    return (last, place == 0 ? nil : lastNumber - (tasks.count - place))
  }

  /// The tasks written of within a span, as often as that was done.
  func tasks(in span: ClosedRange<Int64>) -> [String] {
    guard isAscending else {
      return moments.indices.filter { span.contains(moments[$0]) }.map { tasks[$0] }
    }
    return Array(tasks[place(of: span.lowerBound)..<place(of: span.upperBound + 1)])
  }

  /// How many moments something was written at within a span, but not more than `most`; where a clock
  /// was set back, one may count several times.
  func strokes(in span: ClosedRange<Int64>, most: Int) -> Int {
    guard isAscending else { return min(most, moments.count { span.contains($0) }) }
    var (place, count) = (place(of: span.lowerBound), 0)
    while count < most, place < moments.count, span.contains(moments[place]) {
      count += 1
      place = self.place(of: moments[place] + 1)
    }
    return count
  }

  /// Where what was written at a moment begins, or would.
  private func place(of moment: Int64) -> Int { moments.partitioningIndex { $0 >= moment } }
}

extension Ledger {
  /// The tasks of which something may be news; all others were written of before.
  func tasks(writtenOf since: Since) -> [String] {
    written.flatMap { writer, written -> ArraySlice<String> in
      switch since {
      // Where it was written the day begins 18 hours earlier at most.
      case .day(let day):
        let first = (Int64(day.number) + 1) * 86_400_000 - 18 * 3_600_000
        return written.tasks(in: first...Int64.max - 1)[...]
      case .meeting(let closing):
        guard case .meeting(let meeting) = closing.fact, !writer.isEmpty else {
          return written.tasks[...]
        }
        return written.tasks(after: meeting.seen[writer] ?? -1)
      }
    }
  }
}

// Which tasks have something to do with an entry of another one.
extension Ledger {
  /// The tasks that the same person marked before and after a mark, as long as no more than a
  /// ``Sign/moment`` lies between; none where too few were for many at once.
  func tasks(markedAround mark: Entry) -> Set<String> {
    let (at, moment) = (mark.at.milliseconds, Int64(Sign.moment))
    var strokes = 0
    for (_, written) in written where strokes < Sign.manyMarks {
      strokes += written.strokes(in: at - moment...at + moment, most: Sign.manyMarks)
    }
    guard strokes >= Sign.manyMarks else { return [] }
    var tasks: Set<String> = []
    for isLater in [true, false] {
      var end = at
      // On to the farthest one within reach, as long as there is another.
      while true {
        let near = marks(in: isLater ? end...end + moment : end - moment...end, by: mark)
        tasks.formUnion(near.map(\.task))
        let farthest = isLater ? near.map(\.at).max() : near.map(\.at).min()
        guard let farthest, farthest != end else { break }
        end = farthest
      }
    }
    return tasks
  }

  /// What the person of a mark marked within a span.
  private func marks(
    in span: ClosedRange<Int64>, by mark: Entry
  ) -> [(task: String, at: Int64)] {
    var marks: [(task: String, at: Int64)] = []
    for task in Set(written.flatMap { $0.written.tasks(in: span) }) {
      let entries = entries(of: task)
      for place in entries.indices
      where entries[place].by == mark.by && entries[place].unit == mark.unit
        && entries[place].fact.isMark && span.contains(entries[place].at.milliseconds)
      {
        marks.append((task, entries[place].at.milliseconds))
      }
    }
    return marks
  }
}
