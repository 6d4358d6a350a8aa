import WallChartStore

/// What a list does to a chart: the new plan and the entries, or the findings that keep it out.
/// A value: nothing is written, and time and ids come from outside.
struct ImportPlan {
  /// The file a list came from, as the ledger names it.
  struct Source: Sendable {
    var file: String
    var sha256: String
  }

  let chart: Chart
  /// In the order to be written; the import itself comes first. Empty when nothing changes.
  let entries: [Entry]
  /// In the order of the file; nothing may be written unless there are none.
  let findings: [ImportFinding]
  /// The name of the template, and the tasks whose nodes were laid back from their limit by it.
  let template: String
  let scheduled: [Chart.Task]
  let newTasks: Int
  let newUnits: Int
  let newBattles: Int

  /// - Parameters:
  ///   - day: the day the chart is for; nothing the list says may be later.
  ///   - template: the course of work for tasks without nodes.
  ///   - stamp: a new id, and the time.
  init(
    _ list: TaskList, from source: Source, into chart: Chart, ledger: Ledger, on day: Day,
    by author: Author, template: Chart.Template? = nil, stamp: @escaping () -> Stamp
  ) {
    let builder = PlanBuilder(list, into: chart, ledger: ledger, on: day, template: template)
    var drafter = FactDrafter(
      list, situation: Situation(chart: builder.chart, ledger: ledger, on: day), by: author,
      stamp: stamp)
    for row in list.rows { drafter.draft(row) }
    self.chart = builder.chart
    self.template = template?.name ?? ""
    scheduled = builder.scheduled
    newTasks = builder.newRows.count
    newUnits = builder.newUnits
    newBattles = builder.newBattles
    findings = (list.findings + builder.findings + drafter.findings)
      .sorted { $0.place < $1.place }
    if drafter.entries.isEmpty, builder.chart == chart {
      entries = []
    } else {
      let new = stamp()
      let fact = Fact.Import(
        file: source.file, sha256: source.sha256, added: newTasks, changed: 0, withdrawn: 0)
      let entry = Entry(
        id: new.id, at: new.at, by: author.name, unit: author.unit, task: nil, on: day,
        fact: .import(fact))
      entries = [entry] + drafter.entries
    }
  }
}
