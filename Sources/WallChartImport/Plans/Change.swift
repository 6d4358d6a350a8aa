import WallChartStore

/// One field of a task in the chart that a list says otherwise.
struct Change: Sendable, Equatable {
  /// What a list can change of a task.
  enum Field: Sendable, Equatable {
    case battle, title, short, unit, lead, helpers, officer, origin, problem, target, measures
    case risk, term, limit, limitText, quantity, counted
    /// A node as a whole, which comes or goes.
    case node(String)
    case nodeDue(String), nodeTitle(String), nodeQuota(String)

    /// Whether it is mere wording: what was marked under the old words stays true.
    var isWording: Bool {
      switch self {
      case .title, .short, .officer, .origin, .problem, .target, .measures, .limitText, .counted,
        .nodeTitle:
        true
      default: false
      }
    }
  }

  var task: String
  var field: Field
  /// Nil where there is nothing.
  var old: Text?
  var new: Text?
  /// Told in the ledger; the plan keeps the first day.
  var isExtension = false
}

/// A day of the plan that a list moves: an entry of the ledger, never an overwrite.
struct Move: Sendable, Equatable {
  /// The limit when nil.
  var node: String?
  var from: Day
  var to: Day

  /// In an order in which every step keeps nodes ascending and none behind the limit, if the last
  /// one does: later days from the end, then earlier ones from the beginning.
  static func ordered(_ moves: [Move], nodes: [String]) -> [Move] {
    let places = Dictionary(
      zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
    func place(_ move: Move) -> Int { move.node.flatMap { places[$0] } ?? nodes.count }
    let later = moves.filter { $0.to > $0.from }.sorted { place($0) > place($1) }
    let earlier = moves.filter { $0.to < $0.from }.sorted { place($0) < place($1) }
    return later + earlier
  }
}

/// A change that alters what the ledger's entries mean, though it breaks none of them.
struct Touch: Sendable, Equatable {
  /// What becomes of the marks.
  enum What: Sendable, Equatable {
    /// So many entries stand about a task that is withdrawn.
    case withdrawn(entries: Int)
    /// A node that was met is no longer, or is gone.
    case unmet(node: String)
    /// A node is met by what was reported already.
    case met(node: String)
    /// A task that was handed in at this stage changes.
    case closed(Stage)
  }

  var task: String
  var what: What
}
