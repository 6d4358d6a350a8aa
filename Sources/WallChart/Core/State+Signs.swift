import WallChartStore
import WallChartWords

// Signs of perfunctory work, as they stand in a task's view and in the look-back.
extension State {
  /// Looks for the signs on what a view shows, when it is opened and not at every mark in it.
  mutating func catchUpSigns() {
    guard views.contains(where: { $0.place == .task || $0.place == .lookBack }) else {
      if !signs.isEmpty { signs = [:] }
      return
    }
    let shown: [String] =
      switch onTop.place {
      case .task: selectedTask.map { [situation.chart.tasks[$0].id] } ?? []
      case .lookBack: lookBack?.sample.tasks ?? []
      default: []
      }
    for task in shown where signs[task] == nil { signs[task] = situation.signs(of: task) }
  }

  /// The signs on a task in words, the newest first; what several entries show is said once.
  func signSentences(of task: Chart.Task) -> [(entry: Entry, text: String)] {
    guard let found = signs[task.id], !found.isEmpty else { return [] }
    let entries = Dictionary(
      situation.ledger.entries(of: task.id).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let roots = situation.ledger.roots(of: task.id)
    let ofKinds = Dictionary(grouping: found, by: \.kind).values
    return ofKinds.compactMap { signs -> (entry: Entry, text: String)? in
      let shownBy = signs.compactMap { entries[$0.entry] }.newestFirst()
      guard let sign = signs.first, let newest = shownBy.first else { return nil }
      let texts = shownBy.reversed().map { entryWords.text(of: $0, task, roots) }
      let what = texts.joined(separator: words(.listComma))
      return (newest, words.sentence(for: sign) + " \(setting.glyphs.dot) " + what)
    }.sorted {
      ($0.entry.turn, $0.entry.id, $0.text) > ($1.entry.turn, $1.entry.id, $1.text)
    }
  }

  /// The signs above a task's record.
  func signLines(of task: Chart.Task, _ panel: TaskPanel) -> [TaskLine] {
    let signs = signSentences(of: task)
    guard !signs.isEmpty else { return [] }
    let head = TaskLine(kind: .heading, text: words(.headingSigns, ["n": "\(signs.count)"]))
    return [head] + signs.flatMap { entryLines(of: $0.entry, $0.text, panel) }
  }
}
