extension Chart {
  /// A part of the plan that breaks a rule.
  package enum Place: Hashable, Sendable {
    case battle(Int), unit(Int), task(Int)
  }

  /// Every rule of the plan that does not hold: ids unique and known, node days ascending and none
  /// after the limit, quotas never falling and none above the total.
  package func brokenInvariants() -> [(place: Place, fault: Fault)] {
    var broken: [(place: Place, fault: Fault)] = []
    func unique(_ ids: some Sequence<String>, _ place: (Int) -> Place) -> Set<String> {
      var seen: Set<String> = []
      for (index, id) in ids.enumerated() where !seen.insert(id).inserted {
        broken.append((place(index), .duplicateIdentifier(id)))
      }
      return seen
    }
    let battleIDs = unique(battles.lazy.map(\.id)) { .battle($0) }
    let unitIDs = unique(units.lazy.map(\.id)) { .unit($0) }
    _ = unique(tasks.lazy.map(\.id)) { .task($0) }
    for (index, task) in tasks.enumerated() {
      if !battleIDs.contains(task.battle) {
        broken.append((.task(index), .noSuchBattle(task.battle)))
      }
      func know(_ unit: String) {
        if !unitIDs.contains(unit) { broken.append((.task(index), .noSuchUnit(unit))) }
      }
      know(task.unit)
      if let lead = task.lead { know(lead) }
      task.helpers.forEach(know)
      broken += task.brokenInvariants().map { (.task(index), $0) }
    }
    return broken
  }
}

extension Chart.Task {
  func brokenInvariants() -> [Fault] {
    var broken: [Fault] = []
    if limit == nil, term != .standing { broken.append(.noLimit(task: id)) }
    var quota = 0
    let places = NodePlaces(of: nodes)
    for (index, node) in nodes.enumerated() {
      if places[node.id] != index {
        broken.append(.duplicateIdentifier("\(id)/\(node.id)"))
      }
      if index > 0, node.due <= nodes[index - 1].due {
        broken.append(.nodesOutOfOrder(task: id, node: node.id))
      }
      if let limit, node.due > limit { broken.append(.nodeAfterLimit(task: id, node: node.id)) }
      guard let asked = node.quota else { continue }
      guard let quantity else {
        broken.append(.quotaWithoutQuantity(task: id, node: node.id))
        continue
      }
      if asked < quota { broken.append(.quotaFalls(task: id, node: node.id)) }
      if asked > quantity.total { broken.append(.quotaAboveTotal(task: id, node: node.id)) }
      quota = asked
    }
    return broken
  }
}
