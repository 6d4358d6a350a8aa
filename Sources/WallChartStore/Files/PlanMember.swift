/// The members of a task that this version knows.
enum TaskMember: String, CaseIterable, Sendable {
  case id, battle, title, short, unit, lead, helpers, officer, origin, problem, target, measures
  case risk, term, limit, limitText, quantity, nodes, added, withdrawn

  static let names = KnownNames<TaskMember>()
}

/// The members of a node that this version knows.
enum NodeMember: String, CaseIterable, Sendable {
  case id, due, title, quota

  static let names = KnownNames<NodeMember>()
}
