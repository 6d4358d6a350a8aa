extension Chart {
  /// A part of the plan that breaks a rule.
  package enum Place: Hashable, Sendable {
    case battle(Int), unit(Int), task(Int)
  }

  /// Every rule of the plan that does not hold: ids unique and known, node days ascending and none
  /// after the limit, quotas never falling and none above the total.
  package func brokenInvariants() -> [(place: Place, fault: Fault)] {
    var broken: [(place: Place, fault: Fault)] = []
    func unique(_ count: Int, _ id: (Int) -> String, _ place: (Int) -> Place) -> Set<String> {
      var seen = Set<String>(minimumCapacity: count)
      for index in 0..<count where !seen.insert(id(index)).inserted {
        broken.append((place(index), .duplicateIdentifier(id(index))))
      }
      return seen
    }
    let battleIDs = unique(battles.count, { battles[$0].id }, { .battle($0) })
    let unitIDs = unique(units.count, { units[$0].id }, { .unit($0) })
    _ = unique(tasks.count, { tasks[$0].id }, { .task($0) })
    // By fields: a task with all its words costs more to hand over than to judge.
    var lastBattle: String?
    for index in tasks.indices {
      let battle = tasks[index].battle
      if battle != lastBattle {
        if battleIDs.contains(battle) {
          lastBattle = battle
        } else {
          broken.append((.task(index), .noSuchBattle(battle)))
        }
      }
      func know(_ unit: String) {
        if !unitIDs.contains(unit) { broken.append((.task(index), .noSuchUnit(unit))) }
      }
      know(tasks[index].unit)
      if let lead = tasks[index].lead { know(lead) }
      tasks[index].helpers.forEach(know)
      let faults = Task.brokenInvariants(
        of: tasks[index].id, nodes: tasks[index].nodes, limit: tasks[index].limit,
        term: tasks[index].term, quantity: tasks[index].quantity?.total)
      if !faults.isEmpty { broken += faults.map { (.task(index), $0) } }
    }
    return broken
  }
}

extension Chart.Task {
  func brokenInvariants() -> [Fault] {
    Self.brokenInvariants(
      of: id, nodes: nodes, limit: limit, term: term, quantity: quantity?.total)
  }

  /// The same of a task's parts; `quantity` is how many there are in all.
  fileprivate static func brokenInvariants(
    of id: String, nodes: [Chart.Node], limit: Day?, term: Term, quantity: Int?
  ) -> [Fault] {
    var broken: [Fault] = []
    if limit == nil, term != .standing { broken.append(.noLimit(task: id)) }
    var quota = 0
    let places = NodePlaces(of: nodes)
    for index in nodes.indices {
      if places[nodes[index].id] != index {
        broken.append(.duplicateIdentifier("\(id)/\(nodes[index].id)"))
      }
      let due = nodes[index].due
      if index > 0, due <= nodes[index - 1].due {
        broken.append(.nodesOutOfOrder(task: id, node: nodes[index].id))
      }
      if let limit, due > limit { broken.append(.nodeAfterLimit(task: id, node: nodes[index].id)) }
      guard let asked = nodes[index].quota else { continue }
      guard let quantity else {
        broken.append(.quotaWithoutQuantity(task: id, node: nodes[index].id))
        continue
      }
      if asked < quota { broken.append(.quotaFalls(task: id, node: nodes[index].id)) }
      if asked > quantity { broken.append(.quotaAboveTotal(task: id, node: nodes[index].id)) }
      quota = asked
    }
    return broken
  }
}
