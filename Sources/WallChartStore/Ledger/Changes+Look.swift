extension Changes {
  /// What is looked at for every task.
  struct Look: Sendable {
    let situation: Situation
    let newLists: [Entry]
    let isBeginning: Bool
    let terms: Terms
    let since: Since
    /// Whether somebody may have written of a task, by its place; nil where that was not looked up.
    var isWrittenOf: [Bool]?

    init(_ situation: Situation, since: Since) {
      (self.situation, self.since) = (situation, since)
      let lists = situation.ledger.imports.filter { $0.on <= situation.day }
      newLists = lists.filter(since.isNews)
      // Tasks that came with the first list are the beginning of the chart, not news of it.
      isBeginning = lists.first.map(since.isNews) ?? false
      terms = Terms(situation.chart.rules, listed: nil, on: since.day)
    }

    mutating func findWrittenOf() {
      var isWrittenOf = Array(repeating: false, count: situation.chart.tasks.count)
      for task in situation.ledger.tasks(writtenOf: since) {
        if let index = situation.index(of: task) { isWrittenOf[index] = true }
      }
      self.isWrittenOf = isWrittenOf
    }

    /// Whether nobody wrote of a task, and it neither came onto the chart nor left it.
    func isQuiet(_ index: Int) -> Bool {
      guard let isWrittenOf, !isWrittenOf[index] else { return false }
      let (task, day) = (situation.status.grounds[index], situation.day)
      return task.added < since.day && (task.withdrawn < since.day || day < task.withdrawn)
    }
  }
}
