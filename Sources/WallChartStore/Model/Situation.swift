/// A chart as it stands: the plan, its ledger, and the status computed from both for a day.
public struct Situation: Sendable {
  /// The plan.
  public private(set) var chart: Chart
  /// What happened.
  public private(set) var ledger: Ledger
  /// How all of it stands on ``day``.
  public private(set) var status: ChartStatus
  /// Whether ``check(_:)`` also looks whether the ledger can hold an entry. False where all drafts
  /// go into ``SoundEntries``, which look themselves: it is half of the work.
  package var checksLines = true
  private let unitIndices: [String: Int]

  /// Computes the status of a plan and its ledger for a day.
  public init(chart: Chart, ledger: Ledger, on day: Day) {
    self.chart = chart
    self.chart.placeTasks()
    self.ledger = ledger
    status = ChartStatus(of: chart, ledger: ledger, on: day)
    unitIndices = Dictionary(
      chart.units.indices.lazy.map { (chart.units[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The day the status is for; entries drafted here are for it or for days before.
  public var day: Day { status.day }

  /// The place of a task in the plan.
  public func index(of task: String) -> Int? { chart.index(of: task) }

  func hasUnit(_ id: String) -> Bool { unitIndices[id] != nil }

  /// The unit of an id.
  public func unit(_ id: String) -> Chart.Unit? { unitIndices[id].map { chart.units[$0] } }

  /// Adds an entry and computes what it changes; false when it was there already, and all stays.
  @discardableResult
  public mutating func add(_ entry: Entry) -> Bool {
    guard ledger.add(entry) else { return false }
    if let index = entry.task.flatMap(index) {
      status.update(index, of: chart, ledger: ledger)
    } else if entry.task == nil, ledger.firstImport(through: day) != status.listed {
      // Since when tasks are listed is all that other entries about the chart may change.
      status = ChartStatus(of: chart, ledger: ledger, on: day)
    }
    return true
  }

  /// Computes the chart for another day.
  public mutating func move(to day: Day) { moveNoting(to: day) }

  /// The same, with how those tasks stood before that are judged otherwise on the other day.
  @discardableResult
  package mutating func moveNoting(to day: Day) -> [TaskMove] {
    status.move(to: day, of: chart, ledger: ledger)
  }
}
