import WallChartStore

/// What a list does to the tasks of a chart, for a person to see before it does.
struct Proposal: Sendable, Equatable {
  var new: [Chart.Task] = []
  /// In the order of the list.
  private(set) var changes: [Change] = []
  /// How many tasks those change.
  private(set) var changed = 0
  /// Withdrawn before, and in the list again.
  private(set) var back: [Chart.Task] = []
  private(set) var withdrawn: [Chart.Task] = []
  private(set) var unchanged = 0
  private(set) var touches: [Touch] = []
  /// New ones, with their ids.
  var units: [Chart.Unit] = []
  var battles: [Chart.Battle] = []
  /// The battles of the chart that the list is about.
  var scope: [Chart.Battle] = []
  /// How many tasks the chart has in these, withdrawn ones aside.
  var inScope = 0

  /// Missing in the list, but added to the chart by a person, when no list had them.
  var kept: [Kept] = []

  struct Kept: Sendable, Equatable {
    var task: Chart.Task
    var addedOn: Day
    var by: String
  }

  /// Missing in the list, but not to be withdrawn as they stand, and why.
  var held: [Held] = []

  struct Held: Sendable, Equatable {
    var task: String
    var why: Refusal
  }

  /// Why tasks that are missing stay, if there are such.
  var spared: Spared?

  enum Spared: Sendable {
    /// A row that was left out may be about any of them.
    case unread
    /// The list is a part of one: rows that were left out of it.
    case rejects
  }

  /// So many of a hundred tasks may go without a word.
  static let withdrawnLimit = 20

  /// Whether so much would be withdrawn that it is hardly meant.
  var needsConsent: Bool { withdrawn.count * 100 > inScope * Self.withdrawnLimit }

  mutating func take(_ merge: TaskMerge) {
    changes += merge.changes
    touches += merge.touches
    if merge.isBack { back.append(merge.task) }
    if !merge.changes.isEmpty {
      changed += 1
    } else if !merge.isBack {
      unchanged += 1
    }
  }

  mutating func withdraw(_ task: Chart.Task, entries: [Entry]) {
    withdrawn.append(task)
    if !entries.isEmpty {
      touches.append(Touch(task: task.id, what: .withdrawn(entries: entries.count)))
    }
  }

  /// For the ledger: tasks that read otherwise than before.
  var changedOrBack: Int {
    let ids = Set(changes.map(\.task))
    return changed + back.count { !ids.contains($0.id) }
  }
}
