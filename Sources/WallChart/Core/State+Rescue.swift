import WallChartStore
import WallChartWords

// Entries that outlive the program because they could not be saved.
extension State {
  /// Takes up what an earlier run could not save: on screen and listed as not saved, until R.
  mutating func takeUp(_ entries: [Entry]) {
    guard !entries.isEmpty else { return }
    for entry in entries { add(entry) }
    unsaved += entries
    failed.formUnion(entries.map(\.id))
    rescued.formUnion(entries.map(\.id))
    said = Said(text: words(.saidRescued, ["n": "\(entries.count)"]), isError: true)
  }

  /// Rescued entries are saved, refused or given up; with the last one their file goes.
  mutating func settle(_ entries: [Entry], isRefused: Bool = false) -> [Effect] {
    guard entries.contains(where: { rescued.contains($0.id) }) else { return [] }
    rescued.subtract(entries.map(\.id))
    if isRefused { isRescueRefused = true }
    return rescued.isEmpty ? [.settleRescue(isKept: isRescueRefused)] : []
  }

  /// What would be lost if the program ended now: what is not on disk, and what waits for an
  /// answer, which is asked for again next time.
  var entriesToRescue: [Entry] {
    var open = questions
    if case .overtaken(let question) = mode { open.insert(question, at: 0) }
    let asked = open.map { question in
      var entry = question.entry
      entry.was.removeAll { $0 == question.other.id }
      return entry
    }
    return asked + unsaved
  }
}
