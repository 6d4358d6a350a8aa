import WallChartStore

/// What a list does to a chart: the new plan and the entries, or the findings that keep it out.
/// A value: nothing is written, and time and ids come from outside.
struct ImportPlan {
  /// The file a list came from, as the ledger names it.
  struct Source: Sendable {
    var file: String
    var sha256: String
    /// Why it moves days, in words.
    var reason: String
  }

  let chart: Chart
  /// The plan as it is written; nil when nothing changes, and once it is on its way to disk.
  var written: PlanText?
  /// In the order to be written; the import itself comes first. Empty when nothing changes.
  let sound: SoundEntries
  var entries: [Entry] { sound.all }
  /// Why the ledger cannot hold the entry of the import itself.
  private(set) var obstacle: Refusal?
  /// In the order of the file; nothing may be written unless there are none.
  let findings: [ImportFinding]
  let proposal: Proposal
  /// The name of the template, and the tasks whose nodes were laid back from their limit by it.
  let template: String
  let scheduled: [Chart.Task]

  /// - Parameters:
  ///   - replaced: SHA-256 of the plan that stands on disk.
  ///   - day: the day the chart is for; nothing the list says may be later.
  ///   - template: the course of work for tasks without nodes.
  ///   - progress: told how many of how many rows are done.
  ///   - stamp: a new id, and the time.
  init(
    _ list: TaskList, from source: Source, into chart: Chart, replacing replaced: String,
    ledger: Ledger, on day: Day, by author: Author, template: Chart.Template? = nil,
    progress: (Int, Int) -> Void = { _, _ in }, stamp: @escaping () -> Stamp
  ) {
    let builder = PlanBuilder(list, into: chart, ledger: ledger, on: day, template: template)
    var drafter = FactDrafter(
      list, into: builder.chart, ledger: ledger, on: day, by: author, reason: source.reason,
      stamp: stamp)
    for (place, row) in list.rows.enumerated() {
      progress(place, list.rows.count)
      drafter.draft(builder.moves[row.id] ?? [], of: row)
      if builder.findings.isEmpty, builder.extended.contains(row.id) { drafter.checkOrder(of: row) }
      drafter.draft(row)
    }
    // A plan that stays as it is is not rewritten for want of an id.
    let isChanged = builder.chart != chart
    var plan = builder.chart
    if isChanged { plan.settleID() }
    self.chart = plan
    proposal = builder.proposal
    self.template = template?.name ?? ""
    scheduled = builder.scheduled
    findings = (list.findings + list.lostZeros(in: chart) + builder.findings + drafter.findings)
      .sorted { $0.place < $1.place }
    if drafter.entries.all.isEmpty, !isChanged {
      (written, sound) = (nil, SoundEntries())
    } else {
      let text = PlanText(of: plan)
      let new = stamp()
      var fact = Fact.Import(
        file: source.file, sha256: source.sha256, added: proposal.new.count,
        changed: proposal.changedOrBack, withdrawn: proposal.withdrawn.count)
      fact.replaced = replaced
      fact.plan = text.digest
      var entry = Entry(
        id: new.id, at: new.at, by: author.name, unit: author.unit, task: nil, on: day,
        fact: .import(fact))
      if isChanged { entry.removed = Removal.between(chart, plan, ledger, on: day) }
      do throws(Refusal) {
        try drafter.begin(with: entry)
      } catch {
        obstacle = error
      }
      (written, sound) = (text, drafter.entries)
    }
  }
}
