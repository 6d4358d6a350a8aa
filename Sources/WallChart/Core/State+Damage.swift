import WallChartStore
import WallChartWords

// What is wrong with the ledgers, in words: nobody may read false figures unaware.
extension Words {
  /// How many entries are damaged or missing, and whether a clock was set back; nil where nothing
  /// is wrong.
  func trouble(of damage: [Finding]) -> String? {
    let lost = Dictionary(grouping: damage, by: \.file).values.reduce(0) { $0 + $1.entries }
    let parts = [
      lost == 0 ? nil : self(.troubleEntries, ["n": "\(lost)"]),
      damage.contains { $0.fault == .ownEntriesMissing } ? self(.troubleOwn) : nil,
      damage.contains(where: \.fault.isOfClock) ? self(.troubleClock) : nil,
    ]
    let text = parts.compactMap(\.self).joined(separator: self(.listComma))
    return text.isEmpty ? nil : text
  }

  /// A finding as the bottom line says it: the file without the folders it lies in.
  func short(_ finding: Finding) -> String {
    var finding = finding
    finding.file = String(finding.file.split(separator: "/").last ?? "")
    return self(finding)
  }
}

extension [Finding] {
  /// How many entries they speak of, all being of one file. What is gone since it was read is
  /// mostly what its lines say is missing or damaged: it is not counted twice.
  fileprivate var entries: Int {
    var (gone, broken) = (0, 0)
    for finding in self {
      switch finding.fault {
      case .entriesGone(let n): gone += n
      case .missingLines(let from, let through): broken += through - from + 1
      // Nobody knows how many.
      case .ownEntriesMissing, .clockSetBack: break
      default: broken += 1
      }
    }
    return Swift.max(gone, broken)
  }
}

extension Fault {
  fileprivate var isOfClock: Bool {
    if case .clockSetBack = self { true } else { false }
  }
}
