import WallChartStore
import WallChartWords

// Extension 延期: a new day for the limit or for one node, who approved it, and why. The first day
// stays in the plan.
extension State {
  /// What can be moved: the limit, and the selected node while it is not met.
  private func movable(_ index: Int) -> (limit: Day?, node: Int?) {
    let status = situation.status.tasks[index]
    return (status.record.limit, node.flatMap { status.nodes[$0].state.isMet ? nil : $0 })
  }

  /// A limit or a node that can be moved.
  var lacksMovable: String? {
    if let lack = lacksOpenTask { return lack }
    guard let index = selectedTask else { return nil }
    let (limit, node) = movable(index)
    guard limit == nil, node == nil else { return nil }
    return words(.saidNothingToExtend, ["task": situation.chart.tasks[index].id])
  }

  /// `d`: asks what is to be moved, where there are two.
  mutating func askExtension(_ key: Key) -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index]
    if unitActing == nil {
      askUnit(of: setting.author.name, then: Prompt.Waiting(key: key, needsUnit: true))
      return []
    }
    let (limit, node) = movable(index)
    let nodeID = node.map { task.nodes[$0].id }
    guard let limit, let node else { return askDay(of: nodeID, in: task.id) }
    let due = situation.status.tasks[index].nodes[node].due
    let items = [
      Menu.Item(
        text: words(.nodeWithDay, ["node": words(task.nodes[node].title), "due": date(due)]),
        digit: 1, choice: .extend(task: task.id, node: nodeID)),
      Menu.Item(
        text: words(.extendLimit, ["date": date(limit)]), digit: 2,
        choice: .extend(task: task.id, node: nil)),
    ]
    mode = .menu(Menu(question: words(.promptExtend, ["task": task.id]), items: items))
    return []
  }

  /// Asks for the new day of a node, or of the limit.
  mutating func askDay(of node: String?, in task: String) -> [Effect] {
    guard let index = situation.index(of: task) else { return [.bell] }
    let status = situation.status.tasks[index]
    let place = node.flatMap { id in
      situation.chart.tasks[index].nodes.firstIndex { $0.id == id }
    }
    guard let from = place.map({ status.nodes[$0].due }) ?? status.record.limit else {
      return [.bell]
    }
    ask(
      .day, of: Fact.Extension(from: from, to: from, approvedBy: "", reason: "", node: node), task)
    return []
  }

  private mutating func ask(
    _ part: Prompt.ExtensionPart, of draft: Fact.Extension, _ task: String
  ) {
    let word: Word =
      switch part {
      case .day: .promptNewDay
      case .approver: .promptApprovedBy
      case .reason: .promptExtendReason
      }
    let question = words(
      word,
      [
        "task": task, "what": moved(draft, task), "from": date(draft.from), "to": date(draft.to),
      ])
    ask(
      .extending(task: task, draft: draft, part: part), question,
      known: known(draft.node.map { .nodeLimit($0) } ?? .limit, of: task))
  }

  /// What an extension moves: the title of a node, or the limit.
  func moved(_ extension_: Fact.Extension, _ task: String) -> String {
    let node = extension_.node.flatMap { id in
      situation.index(of: task).flatMap { situation.chart.tasks[$0].node(id) }
    }
    return node.map { words($0.title) } ?? words(.recordLimit)
  }

  /// Enter behind a part of an extension; a day that would not do is refused before the rest is
  /// asked for.
  mutating func answer(
    _ part: Prompt.ExtensionPart, of draft: Fact.Extension, task: String, _ text: String,
    _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    var draft = draft
    switch part {
    case .day:
      guard !text.isEmpty else { return [] }
      do throws(FoundProblem.Fault) {
        draft.to = try WrittenDay.only(text, on: situation.day, rules: situation.chart.rules)
      } catch {
        let why = FoundProblem.sentence(for: error, in: situation.chart, words)
        return askAgain(prompt, alone(why))
      }
      if draft.to == draft.from {
        return askAgain(prompt, words(.promptSameDay, ["date": date(draft.to)]))
      }
      if let lack = refusal(of: draft, task) { return askAgain(prompt, alone(words(lack))) }
      ask(.approver, of: draft, task)
      return []
    case .approver:
      guard !text.isEmpty else { return askAgain(prompt, words(.promptNeedsApprover)) }
      draft.approvedBy = text
      ask(.reason, of: draft, task)
      return []
    case .reason:
      guard !text.isEmpty else { return askAgain(prompt, words(.promptNeedsReason)) }
      draft.reason = text
    }
    let whole = draft
    return write { state throws(Refusal) in
      try state.situation.step(task, .extend(whole), by: state.setting.author, stamp)
    }
  }

  /// Why the day of an extension will not do, whatever else it says.
  private func refusal(of draft: Fact.Extension, _ task: String) -> Refusal? {
    var whole = draft
    (whole.approvedBy, whole.reason) = ("-", "-")
    return refusal(of: .extend(whole), task, by: setting.author)
  }

  private func date(_ day: Day) -> String { words.shortDate(day, today: situation.day) }
}
