import WallChartStore
import WallChartWords

/// What is written when a meeting is closed: its minutes, and the bulletin that the closing names.
enum MeetingPapers {
  /// - Parameter closing: the entry that closed the meeting; the ledger holds it.
  static func all(of closing: Entry, _ chart: Chart, _ ledger: Ledger, _ words: Words) -> [Paper] {
    []
  }
}
