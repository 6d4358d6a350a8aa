import WallChartStore
import WallChartWords

/// What minutes and bulletins say in the same way: tasks, units, heads of columns, lists.
struct PaperWords {
  let words: Words
  let situation: Situation

  init(_ words: Words, _ situation: Situation) {
    (self.words, self.situation) = (words, situation)
  }

  func column(_ id: String, _ word: Word) -> Document.Column {
    .init(id: id, head: opening(words(word)))
  }

  func figure(_ id: String, _ word: Word) -> Document.Column {
    .init(id: id, head: opening(words(word)), kind: .figure)
  }

  func share(_ id: String, _ word: Word) -> Document.Column {
    .init(id: id, head: opening(words(word)), kind: .share)
  }

  /// A list; of nothing, that there is none.
  func list(_ items: [String]) -> [Document.Block] {
    [items.isEmpty ? .paragraph(words(.bulletinNone)) : .list(items)]
  }

  /// Words as they open a cell.
  func opening(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `BS-04 Shut down 11 small boilers`: a paper has room for the whole title.
  func name(of task: Chart.Task) -> String {
    "\(Printable.filtered(task.id)) \(words(task.title))"
  }

  func unit(_ id: String) -> String {
    situation.unit(id).map { words($0.name) } ?? Printable.filtered(id)
  }

  /// `BS-04 Shut down 11 small boilers (Shahekou District)`.
  func nameWithUnit(of task: Chart.Task) -> String {
    words(.whoOfUnit, ["who": name(of: task), "unit": unit(task.unit)])
  }

  /// `BS-04 Small boilers (Shahekou)`: by its short title.
  func shortNameWithUnit(of task: Chart.Task) -> String {
    words(
      .whoOfUnit,
      [
        "who": "\(Printable.filtered(task.id)) \(words(task.wallTitle))", "unit": unit(task.unit),
      ])
  }

  /// The title of a node, and how late it was met.
  func node(_ node: Int, of place: Int) -> String {
    let title = words(situation.chart.tasks[place].nodes[node].title)
    let status = situation.status.tasks[place].nodes[node]
    return status.state == .metLate
      ? words(.sinceNodeLate, ["node": title, "n": "\(status.daysLate)"]) : title
  }

  /// What a change is about, and what its entries say: a line each.
  /// - Parameter otherwise: what is said of one that no entry tells of.
  func lines(
    of changes: [Changes.Change], otherwise: Word? = nil,
    where isTold: (Entry) -> Bool = { _ in true }
  ) -> [String] {
    changes.flatMap { change -> [String] in
      let task = change.task.map { situation.chart.tasks[$0] }
      if change.entries.isEmpty, let task {
        let nodes = change.nodes.map { words(task.nodes[$0].title) }
        let said =
          nodes.isEmpty
          ? otherwise.map { words($0) }
          : words(.sinceNodeOpen, ["node": nodes.joined(separator: words(.listComma))])
        return [nameWithUnit(of: task) + (said.map { words(.sayAfter) + $0 } ?? "")]
      }
      let roots = task.map { situation.ledger.roots(of: $0.id) } ?? situation.ledger.generalRoots
      return situation.entries(of: change).filter(isTold).newestFirst().reversed().map { entry in
        let said = EntryWords(words: words, situation: situation).sentence(
          of: entry, task, roots, isTakenBack: false)
        return task.map { nameWithUnit(of: $0) + words(.sayAfter) + said } ?? said
      }
    }
  }

  /// The nodes that were met, in the order of the plan.
  func lines(ofNodesIn changes: [Changes.Change]) -> [String] {
    changes.sorted { ($0.task ?? 0) < ($1.task ?? 0) }.compactMap { change in
      guard let place = change.task else { return nil }
      let task = situation.chart.tasks[place]
      let nodes = change.nodes.map { node($0, of: place) }
      return nameWithUnit(of: task) + words(.sayAfter) + nodes.joined(separator: words(.listComma))
    }
  }
}
