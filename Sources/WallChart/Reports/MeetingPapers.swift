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
          folder: "minutes", name: "\(closing.on.iso)-\(minutes.rhythm.rawValue)",
          text: minutes.markdown(words) + "\n"))
    }
    let bulletin = Bulletin(of: situation, closed: closing)
    if let number = bulletin.number {
      papers.append(
        Paper(folder: "bulletins", name: "\(number)", text: bulletin.markdown(words) + "\n"))
    }
    return papers
  }
}
