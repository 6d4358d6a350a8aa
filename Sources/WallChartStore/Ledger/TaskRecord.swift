/// What the ledger says of one task up to a day: the fold of its entries over its plan.
public struct TaskRecord: Sendable, Equatable {
  /// Where it stands in the procedure.
  public private(set) var stage = Stage.notStarted
  /// The last day of the public notice, while one was set.
  public private(set) var noticeUntil: Day?
  /// What is known of each node, in the order of the plan.
  package private(set) var nodes: [Node]
  /// The day each node was met, in the order of the plan.
  public var metOn: [Day?] { nodes.map { $0.met?.on } }
  /// The entry that met each node.
  public var metBy: [EntryID?] { nodes.map { $0.met?.by } }
  /// Whether two offices say different things of a node, and neither knew of the other; in the order of
  /// the plan.
  public var isDisputed: [Bool] { nodes.map(\.isDisputed) }
  /// The entries that a standing undo names.
  private(set) var takenBack: Set<EntryID> = []
  /// Whether a standing undo names an entry.
  public func isTakenBack(_ id: EntryID) -> Bool { takenBack.contains(id) }
  /// The last reported count.
  public private(set) var count: Int?
  /// The limit now in force.
  public private(set) var limit: Day?
  /// The due day of each node now in force.
  public var due: [Day] { nodes.map(\.due) }
  /// Whether it is under supervision.
  public private(set) var isSupervised = false
  /// Reopened because its completion was false, and not crossed off again since.
  public private(set) var isFalse = false
  /// The last day of a report, mark, submission, return or reopening.
  public private(set) var lastSign: Day?
  /// All that was handed in, in the order of the fold.
  public private(set) var evidence: [String] = []
  /// What a submission can rest on: handed in since the task was last sent back or reopened, for
  /// what it had been submitted with has not proved enough.
  public private(set) var evidenceInForce: [String] = []
  /// The day of that.
  private(set) var sentBackOn: Day?
  /// Whether it was sent back or opened again, and not submitted since.
  public var isSentBack: Bool { sentBackOn != nil && !stage.isClosed }
  /// The last report that stands and says something in words; nil when there is none.
  private(set) var lastReport: LastReport?

  package struct Node: Sendable, Equatable {
    /// That it is met.
    package struct Met: Sendable, Equatable {
      var by: EntryID
      package fileprivate(set) var on: Day
      /// The due day it had then: moving it later makes no late mark one in time, for an extension
      /// holds from the day it is written.
      var due: Day
    }

    // In this order it takes 32 bytes: a chart may have hundreds of thousands.

    package fileprivate(set) var met: Met?
    /// Whether two offices say different things of it, and neither knew of the other.
    fileprivate(set) var isDisputed = false
    /// The due day now in force.
    package fileprivate(set) var due: Day

    /// The due day in force: now, or when it was met.
    package var dueInForce: Day { met?.due ?? due }
    /// Whether it was met, and after its due day.
    package var isMetLate: Bool { met.map { $0.on > $0.due } ?? false }
  }

  /// What a report in words promises.
  struct LastReport: Sendable, Equatable {
    var entry: EntryID
    /// Whether it names a next step, and for which day.
    var hasPromise: Bool
    var nextBy: Day?
  }

  /// A thing that one entry at a time decides.
  package enum Slot: Hashable, Sendable {
    case node(String), stage, limit, nodeLimit(String), supervision
  }

  /// Folds `entries` with a day of the fact not after `day`.
  public init(of task: Chart.Task, entries: [Entry], on day: Day) {
    self.init(nodes: task.nodes, limit: task.limit, entries: entries, on: day)
  }

  /// The same over the nodes and the first limit of a plan.
  init(nodes plan: [Chart.Node], limit: Day?, entries: [Entry], on day: Day) {
    nodes = plan.indices.map { Node(due: plan[$0].due) }
    self.limit = limit
    guard !entries.isEmpty else { return }
    let ordered = entries.inFoldOrder(through: day)
    let heads = Heads(ordered: ordered)
    takenBack = heads.takenBack
    let places = NodePlaces(of: plan)
    for slot in heads.disputed {
      guard case .node(let id) = slot, let place = places[id] else { continue }
      nodes[place].isDisputed = true
    }
    for place in ordered.indices where !takenBack.contains(ordered[place].id) {
      apply(ordered, place, plan, places)
    }
  }

  /// The slot an entry decides; nil for reports and notes, which never conflict.
  package static func slot(of entry: Entry, among all: [Entry]) -> Slot? {
    entry.root(among: all).entry.fact.slot
  }

  // MARK: The fold

  private mutating func apply(
    _ ordered: [Entry], _ index: Int, _ plan: [Chart.Node], _ places: NodePlaces
  ) {
    let on = ordered[index].on
    if !ordered[index].evidence.isEmpty {
      evidence += ordered[index].evidence
      if ordered[index].fact.provesRectification { evidenceInForce += ordered[index].evidence }
    }
    switch ordered[index].fact {
    case .met(let node):
      sign(on)
      guard let place = places[node], plan[place].quota == nil else { return }
      meet(place, by: ordered[index].id, on)
    case .report(let report):
      sign(on)
      if Entry.saysAnything([report.progress, report.problem, report.next]) {
        lastReport = LastReport(
          entry: ordered[index].id, hasPromise: report.promise != nil, nextBy: report.nextBy)
      }
      guard let count = report.count else { return }
      self.count = count
      for place in plan.indices {
        guard let quota = plan[place].quota else { continue }
        if count < quota {
          nodes[place].met = nil
        } else if nodes[place].met == nil {
          meet(place, by: ordered[index].id, on)
        }
      }
    case .submit:
      sign(on)
      stage = .submitted
    case .verify(let until):
      stage = .notice
      noticeUntil = until
    case .return:
      sign(on)
      sendBack(on: on)
    case .crossOff:
      stage = .crossedOff
      isFalse = false
    case .reopen(_, let isFalse):
      sign(on)
      sendBack(on: on)
      self.isFalse = isFalse
    case .extend(let extension_):
      if let node = extension_.node {
        if let place = places[node] { nodes[place].due = extension_.to }
      } else {
        limit = extension_.to
      }
    case .supervise: isSupervised = true
    case .release: isSupervised = false
    case .note, .undo, .edit, .meeting, .import, .unknown: break
    }
  }

  private mutating func sendBack(on day: Day) {
    stage = .rectifying
    noticeUntil = nil
    evidenceInForce = []
    sentBackOn = day
  }

  private mutating func meet(_ place: Int, by entry: EntryID, _ day: Day) {
    nodes[place].met = Node.Met(by: entry, on: day, due: nodes[place].due)
  }

  /// A sign of life: the unit said something on this day.
  private mutating func sign(_ day: Day) {
    lastSign = max(lastSign ?? day, day)
    if stage == .notStarted { stage = .rectifying }
  }
}

extension Fact {
  /// Whether evidence handed in with it shows that a task was put right, not how it was found.
  fileprivate var provesRectification: Bool {
    switch self {
    case .return, .reopen, .supervise, .release: false
    case .note(let note): !note.isLookBack
    default: true
    }
  }

  /// The slot it decides, undos aside.
  var slot: TaskRecord.Slot? {
    switch self {
    case .met(let node): .node(node)
    case .submit, .verify, .return, .crossOff, .reopen: .stage
    case .extend(let extension_): extension_.node.map { .nodeLimit($0) } ?? .limit
    case .supervise, .release: .supervision
    case .report, .note, .undo, .edit, .meeting, .import, .unknown: nil
    }
  }
}
