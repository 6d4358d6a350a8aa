/// From when on something is news: by writing, not by the day of the fact.
package enum Since: Sendable, Equatable {
  /// What the meeting that this entry closes had not read.
  case meeting(Entry)
  /// What was written after this day.
  case day(Day)

  /// The day whose standings the present ones are held against.
  package var day: Day {
    switch self {
    case .meeting(let closing): closing.on
    case .day(let day): day
    }
  }

  /// Whether an entry was not there yet. Of writers that a meeting does not name, all are news, and
  /// so is what is still on its way to disk.
  package func isNews(_ entry: Entry) -> Bool {
    switch self {
    case .day(let day): return entry.at.day > day
    case .meeting(let closing):
      guard case .meeting(let meeting) = closing.fact, !entry.writer.isEmpty else { return true }
      return entry.n > meeting.seen[entry.writer] ?? -1
    }
  }
}
