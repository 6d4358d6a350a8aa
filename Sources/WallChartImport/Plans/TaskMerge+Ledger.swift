import WallChartStore

// A changed task against what the ledger says of it.
extension TaskMerge {
  /// What would make an entry say something that the plan does not allow is refused; what gives
  /// entries another meaning is named.
  mutating func holdAgainstLedger(on day: Day) {
    guard task != known, !entries.isEmpty else { return }
    let byID = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: Set<Refusal> = []
    for entry in entries {
      guard let refusal = entry.brokenRule(in: task, among: byID),
        entry.brokenRule(in: known, among: byID) == nil, found.insert(refusal).inserted
      else { continue }
      // Said already, at its place.
      if case .noSuchNode = refusal { continue }
      find(.refusal(refusal), column(of: refusal))
    }
    let after = TaskRecord(of: task, entries: entries, on: day)
    func met(_ record: TaskRecord, _ task: Chart.Task) -> Set<String> {
      Set(zip(task.nodes, record.metOn).filter { $1 != nil }.map(\.0.id))
    }
    let (metBefore, metAfter) = (met(record, known), met(after, task))
    for node in known.nodes where metBefore.contains(node.id) && !metAfter.contains(node.id) {
      touches.append(Touch(task: known.id, what: .unmet(node: node.id)))
    }
    for node in task.nodes where metAfter.contains(node.id) && !metBefore.contains(node.id) {
      touches.append(Touch(task: known.id, what: .met(node: node.id)))
    }
    if record.stage.isClosed, changes.contains(where: { !$0.field.isWording }) {
      touches.append(Touch(task: known.id, what: .closed(record.stage)))
    }
  }

  private func column(of refusal: Refusal) -> String {
    switch refusal {
    case .needsCount(_, let node): NodePart.quota.column(of: node)
    case .countWithoutQuantity, .countOutOfRange: "quantity"
    case .verifierIsResponsible: columns.present("unit_en", "unit_zh")
    default: "id"
    }
  }
}
