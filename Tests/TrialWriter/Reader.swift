import Glibc
import WallChartStore

/// A chart that is followed while others write to it: whatever it must never see is counted.
struct Reader {
  private var folder: ChartFolder
  private let plan: Int
  private var seen: Set<EntryID> = []
  private var looks = 0
  private var planErrors = 0
  private var counts: [String: Int] = [:]
  private var faults: Set<Finding> = []

  init(chart: String) throws {
    folder = try ChartFolder(opening: chart, state: nil)
    plan = folder.chart.tasks.count
    for entry in entries { seen.insert(entry.id) }
  }

  private var entries: [Entry] {
    folder.chart.tasks.flatMap { folder.ledger.entries(of: $0.id) }
  }

  /// Looks again and again until stdin ends, once more after that, and says what it saw.
  mutating func follow() {
    Line.say("following", "\(seen.count)")
    var isLast = false
    repeat {
      isLast = isInputAtEnd(waiting: 1)
      look()
    } while !isLast
    Line.say("looks", "\(looks)")
    Line.say("entries", "\(folder.ledger.count)")
    Line.say("seen", "\(seen.count)")
    Line.say("missing", "\(seen.subtracting(entries.map(\.id)).count)")
    Line.say("unread-plans", "\(planErrors)")
    Line.say("damage", "\(folder.damage.count)")
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) { Line.say(kind, "\(count)") }
  }

  private mutating func look() {
    looks += 1
    do {
      try folder.refresh()
    } catch {
      planErrors += 1
    }
    // The last good plan stays, whatever stands in the file.
    if folder.chart.tasks.count != plan { counts["lost-plans", default: 0] += 1 }
    for finding in folder.damage {
      switch finding.fault {
      case .entriesGone, .ownEntriesMissing: counts["gone", default: 0] += 1
      default:
        counts["torn", default: 0] += 1
        guard faults.insert(finding).inserted else { continue }
        Line.say("fault", "\(finding.file):\(finding.line) \(finding.fault)")
      }
    }
    let news = folder.takeNews()
    if news.isAnew {
      let present = Set(entries.map(\.id))
      if !present.isSuperset(of: seen) { counts["vanished", default: 0] += 1 }
      seen.formUnion(present)
    } else {
      for entry in news.entries { seen.insert(entry.id) }
      // Nothing went, so all that was ever seen must be there.
      if folder.ledger.count != seen.count { counts["vanished", default: 0] += 1 }
    }
  }

  private func isInputAtEnd(waiting milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, milliseconds) > 0
  }
}
