// Changes of the plan that the plan does not show. The ledgers of two offices always merge; of a
// plan, git, a backup or a hand may keep one side, and then the other's words are gone.
extension Ledger {
  /// Entries of which the plan should show something and does not, each with what is wrong.
  ///
  /// Hands and lists may change a plan too: a value that no entry names is theirs, and what came
  /// before the last list is not looked at.
  func lostEdits(in chart: Chart) -> [(entry: Entry, fault: Fault)] {
    let lists = Set(general.filter(\.isImport).map(\.id))
    let lastList = general.filter { entry in
      if case .undo(let of, _) = entry.fact { lists.contains(of) } else { entry.isImport }
    }.map(\.turn).max()
    func lost(_ task: String?, _ entries: [Entry]) -> [(entry: Entry, fault: Fault)] {
      guard entries.contains(where: \.isEdit) else { return [] }
      let changes = changes(entries, after: lastList ?? .min)
      return changes.flatMap { lostChanges(of: $0, $1, of: task, in: chart) }
        + replacedTasks(changes, of: task, in: chart)
    }
    return tasks.flatMap { lost($0, entries(of: $0)) } + lost(nil, general)
  }

  private typealias Made = (entry: Entry, change: PlanEdit.Change)

  /// What entries changed, by field, the last one at the end.
  private func changes(_ entries: [Entry], after turn: Int64) -> [String: [Made]] {
    let ordered = FoldOrder.sorted(entries)
    let roots = Roots(ordered)
    var changes: [String: [Made]] = [:]
    for entry in ordered where entry.turn > turn {
      let root = roots[entry]
      guard var edit = PlanEdit(of: root.entry) else { continue }
      if case .undo = entry.fact {
        edit = edit.after(takingBack: root.isTakenBack, on: root.entry.on)
      }
      for change in edit.changes { changes[change.field, default: []].append((entry, change)) }
    }
    return changes
  }

  /// The last change of a field, where the plan holds what another one wrote or saw.
  private func lostChanges(
    of name: String, _ made: [Made], of task: String?, in chart: Chart
  ) -> [(entry: Entry, fault: Fault)] {
    guard let field = PlanEdit.Field(name: name), field != .newTask, field != .newUnit,
      let last = made.last
    else { return [] }
    let now: String?
    do throws(Refusal) {
      now = try chart.json(of: field, of: task)
    } catch {
      // Its place is gone, with a list or by hand.
      return []
    }
    guard now != last.change.new,
      made.contains(where: { $0.change.old == now || $0.change.new == now })
    else { return [] }
    return [(last.entry, .editNotInPlan(field: name))]
  }

  /// Of several tasks that were added under one id, those that the plan has under none.
  private func replacedTasks(
    _ changes: [String: [Made]], of task: String?, in chart: Chart
  ) -> [(entry: Entry, fault: Fault)] {
    guard let task, chart.task(task) != nil, let added = changes[PlanEdit.Field.newTask.name],
      added.count > 1
    else { return [] }
    let earlierTitles = changes[PlanEdit.Field.title.name, default: []].map(\.change.old)
    return added.compactMap { entry, change in
      var reader = JSONReader(Array((change.new ?? "").utf8), file: "")
      guard let new = try? ChartReader.task(&reader),
        !chart.tasks.contains(where: { $0.title == new.title }),
        !earlierTitles.contains(PlanEdit.Value.text(new.title).json)
      else { return nil }
      return (entry, .taskOfTakenIdentifier(task))
    }
  }
}

extension Entry {
  fileprivate var isEdit: Bool {
    if case .edit = fact { true } else { false }
  }

  fileprivate var isImport: Bool {
    if case .import = fact { true } else { false }
  }
}
