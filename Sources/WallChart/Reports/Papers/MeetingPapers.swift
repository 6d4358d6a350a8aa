import WallChartStore
import WallChartWords

/// What is written when a meeting is closed: its minutes, and the bulletin that the closing names.
enum MeetingPapers {
  /// - Parameter closing: the entry that closed the meeting; the ledger holds it.
  static func all(of closing: Entry, _ chart: Chart, _ ledger: Ledger, _ words: Words) -> [Paper] {
    let situation = Situation(chart: chart, ledger: ledger, on: closing.on)
    var papers: [Paper] = []
    if let opened = ledger.opening(of: closing) {
      let minutes = Minutes(of: situation, opened: opened, closed: closing)
      papers.append(
        Paper(
          folder: minutesFolder, name: minutesName(closing.on, minutes.rhythm),
          text: minutes.markdown(words) + "\n"))
    }
    let bulletin = Bulletin(of: situation, closed: closing)
    if let number = bulletin.number {
      papers.append(
        Paper(folder: "bulletins", name: "\(number)", text: bulletin.markdown(words) + "\n"))
    }
    return papers
  }

  /// Whether the minutes of a meeting that was closed here are not in the chart's folder: of several of
  /// a rhythm on a day, each has its own.
  static func areDue(of closing: Entry, in folder: ChartFolder) -> Bool {
    guard folder.ownWriters.contains(closing.writer), let rhythm = closing.meeting?.rhythm else {
      return false
    }
    let number = folder.ledger.general.count { entry in
      guard let meeting = entry.meeting, meeting.isClosing, meeting.rhythm == rhythm else {
        return false
      }
      return entry.on == closing.on && folder.ownWriters.contains(entry.writer)
        && (entry.turn, entry.id) <= (closing.turn, closing.id)
    }
    return !folder.has(minutesFolder, minutesName(closing.on, rhythm), number: number)
  }

  private static let minutesFolder = "minutes"

  private static func minutesName(_ day: Day, _ rhythm: Chart.Rhythm) -> String {
    "\(day.iso)-\(rhythm.rawValue)"
  }
}

extension Entry {
  fileprivate var meeting: Fact.Meeting? {
    if case .meeting(let meeting) = fact { meeting } else { nil }
  }
}
