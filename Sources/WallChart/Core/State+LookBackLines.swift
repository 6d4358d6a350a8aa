import WallChartStore
import WallChartWords

/// The sample laid out: of each task a head, and below it what speaks for its being closed.
struct LookBackLines: Sendable {
  enum Line: Sendable {
    /// A task, by its place in the sample.
    case head(Int)
    case fact(TaskLine)
    case blank
  }

  var lines: [Line] = []
  /// The line of each task's head.
  var heads: [Int] = []
}

// What the look-back says of each task.
extension State {
  func lookBackLines(_ panel: TaskPanel) -> LookBackLines {
    var all = LookBackLines()
    let gap = size.rows >= 30
    for place in (lookBack?.sample.tasks ?? []).indices {
      if gap, place > 0 { all.lines.append(.blank) }
      all.heads.append(all.lines.count)
      all.lines.append(.head(place))
      guard let index = sampledTask(place) else { continue }
      all.lines += closing(of: situation.chart.tasks[index], panel).map { .fact($0) }
    }
    return all
  }

  /// Who verified it and crossed it off, the last evidence, the signs, the visits.
  private func closing(of task: Chart.Task, _ panel: TaskPanel) -> [TaskLine] {
    let record = situation.index(of: task.id).map { situation.status.tasks[$0].record }
    let standing = situation.ledger.entries(of: task.id).filter { entry in
      entry.on <= situation.day && !(record?.isTakenBack(entry.id) ?? false)
    }.newestFirst()
    let closed = [
      (standing.first(where: \.isVerification), Word.lookBackVerified),
      (standing.first { $0.fact == .crossOff }, .lookBackCrossedOff),
    ].compactMap { entry, word in
      entry.map { words(word, ["date": shortDate($0.on), "who": entryWords.who(of: $0)]) }
    }
    let evidence = standing.first { !$0.evidence.isEmpty }?.evidence ?? []
    let visits = situation.visits(of: task.id).map { entry in
      let source = words(.sinceBy, ["who": shown(entry.by), "date": shortDate(entry.on)])
      return entryWords.text(of: entry, task, Roots()) + " \(setting.glyphs.dot) " + source
    }
    return field(.fieldClosed, closed, panel)
      + field(
        .fieldEvidence, [evidence.map(words.evidence).joined(separator: words(.listComma))], panel)
      + field(.fieldSigns, signSentences(of: task).map(\.text), panel)
      + field(.fieldVisits, visits, panel)
  }

  private func shortDate(_ day: Day) -> String { words.shortDate(day, today: situation.day) }

  /// A field of several texts, each beginning a line of its own; none where they say nothing.
  private func field(_ name: Word, _ texts: [String], _ panel: TaskPanel) -> [TaskLine] {
    let width = panel.textWidth(behind: taskLabelWidth)
    return texts.filter { !$0.isEmpty }.flatMap { CellWidth.wrap($0, to: width) }.enumerated()
      .map { row, line in
        TaskLine(kind: .field, label: row == 0 ? words(name) : "", text: line)
      }
  }

  /// What was drawn from what, and what came of it so far.
  func lookBackTitle(width: Int) -> String {
    guard let sample = lookBack?.sample else { return "" }
    return fitted(width: width) { _ in
      [Word.lookBackTitle, .lookBackTitleShort].map { word in
        words(
          word,
          [
            "n": "\(sample.tasks.count)", "total": "\(sample.closed)", "seed": "\(sample.seed)",
          ])
      }
    }
  }

  var lookBackCounts: String {
    let visits = (lookBack?.sample.tasks ?? []).map { visit(to: $0) }
    let visited = visits.count { $0 != .open }
    let found: [(Visit, Word)] = [
      (.inOrder, .lookBackCountOrder), (.foundFalse, .lookBackCountFalse),
      (.rebound, .lookBackCountRebound),
    ]
    let counts = found.compactMap { visit, word -> String? in
      let count = visits.count { $0 == visit }
      return count == 0 ? nil : words(word, ["n": "\(count)"])
    }
    let all = words(.lookBackCounts, ["n": "\(visited)", "total": "\(visits.count)"])
    return ([all] + counts).joined(separator: words(.listComma))
  }

  func name(of visit: Visit) -> String {
    switch visit {
    case .open: words(.lookBackOpen)
    case .inOrder: words(.lookBackInOrder)
    case .foundFalse: words(.lookBackFalse)
    case .rebound: words(.lookBackRebound)
    }
  }

  /// The selected task at length.
  var lookBackSentence: String {
    guard let index = selectedTask else { return "" }
    let task = situation.chart.tasks[index]
    let unit = situation.unit(task.unit).map { words($0.name) } ?? shown(task.unit)
    return [task.id, words(task.title), unit].joined(separator: " \(setting.glyphs.dot) ")
  }
}

extension Entry {
  fileprivate var isVerification: Bool {
    if case .verify = fact { true } else { false }
  }
}
