import ArgumentParser
import WallChartStore
import WallChartWords

/// A run from what was read to what is written: it computes, asks where a person sits, writes,
/// and says how it went. It prints nothing.
struct ImportRun {
  let words: Words
  var author: Author
  /// The unit of the author as it was said.
  let unit: SaidUnit?
  /// The day of the import; the chart's own or today when nil.
  let day: Day?
  let now: Moment
  let choices: Choices
  /// Shows a proposal and says whether to go on; nil where nobody can be asked.
  let ask: ((Report) -> Bool)?
  let progress: Progress

  /// What the options say of a run.
  struct Choices: ParsableArguments {
    @Flag(help: Self.help(.importOptionDryRun)) var dryRun = false
    @Flag(help: Self.help(.importOptionSkipBad)) var skipBad = false
    @Flag(help: Self.help(.importOptionYes)) var yes = false
    @Flag(help: Self.help(.importOptionJSON)) var json = false
    @Flag(help: Self.help(.cliOptionQuiet)) var quiet = false

    private static func help(_ word: Word) -> ArgumentHelp {
      ArgumentHelp(Report.folded(Surroundings.words(word), to: Report.columns - 26))
    }
  }

  /// How often a plan is computed anew when somebody else writes in between.
  private static let attempts = 3

  private func stamp() -> Stamp { Stamp(id: .random(), at: now) }

  // MARK: A list

  /// - Parameters:
  ///   - file: the list as it was named; `-` for standard input.
  ///   - sha256: of its bytes.
  ///   - template: the course of work for tasks without nodes.
  func report(
    _ list: TaskList, file: String, sha256: String, template: Chart.Template?,
    into target: inout Target
  ) throws -> Report {
    let name = PosixFile.lastComponent(of: file)
    let source = ImportPlan.Source(
      file: name, sha256: sha256,
      reason: file == "-" ? words(.importReasonInput) : words(.importReason, ["file": name]))
    var agreed: Proposal?
    var attempt = 1
    var run = self
    if let id = try? unit?.idActing(in: target.chart) { run.author.unit = id }
    while true {
      var outcome = run.outcome(of: list, from: source, template: template, into: target)
      progress.end()
      // A unit that comes with the list has its id only now.
      if let id = try unit?.idActing(in: outcome.plan.chart), id != run.author.unit {
        run.author.unit = id
        continue
      }
      guard outcome.plan.findings.isEmpty else { return Report(refused: outcome, self) }
      // Before a new chart is made, which would be left behind. All others are drafts, and checked.
      if let obstacle = outcome.plan.obstacle { throw obstacle }
      if choices.dryRun { return Report(outcome, self, isProposal: true) }
      if !outcome.plan.entries.isEmpty {
        if let ask = question {
          if agreed != outcome.plan.proposal {
            guard ask(Report(outcome, self, isProposal: true)) else {
              return Report(said: words(.importNotWritten))
            }
            agreed = outcome.plan.proposal
          }
          outcome.isShown = true
        } else if !choices.yes, outcome.plan.proposal.needsConsent {
          return Report(lacksConsent: outcome, self)
        }
      }
      do {
        try write(&outcome, of: list, file: file, into: &target)
        return Report(outcome, self, isProposal: false)
      } catch StoreError.planChanged where attempt < Self.attempts {
        attempt += 1
        try target.refresh()
      }
    }
  }

  /// Who can be asked; scripts that want JSON or silence cannot.
  private var question: ((Report) -> Bool)? {
    choices.yes || choices.json || choices.quiet ? nil : ask
  }

  /// What a list comes to; rows that cannot be taken over are left out if that is wanted. Leaving
  /// some out may make others wrong, which is looked at anew, but not for ever.
  private func outcome(
    of list: TaskList, from source: ImportPlan.Source, template: Chart.Template?,
    into target: Target
  ) -> Outcome {
    func plan(_ list: TaskList, into chart: Chart, _ digest: String, on day: Day) -> ImportPlan {
      ImportPlan(
        list, from: source, into: chart, replacing: digest, ledger: target.ledger,
        on: day, by: author, template: template,
        progress: { progress.say(.importChecking, $0, of: $1) }, stamp: stamp)
    }
    func plan(_ list: TaskList) -> ImportPlan {
      let today = day ?? target.chart.asOf ?? now.day
      let found = plan(list, into: target.chart, target.digest, on: today)
      // Cut off between plan and ledger, an import is told of by the next one, as if it were that.
      guard found.findings.isEmpty, found.chart == target.chart, let cutOff = target.cutOff else {
        return found
      }
      let whole = plan(list, into: cutOff.chart, cutOff.digest, on: cutOff.day ?? today)
      let isThat = whole.findings.isEmpty && whole.chart == target.chart && !whole.entries.isEmpty
      return isThat ? whole : found
    }
    var outcome = Outcome(plan: plan(list), list: list, source: source)
    var rounds = 0
    while choices.skipBad, rounds < 20, !outcome.plan.findings.isEmpty,
      outcome.list.canLeaveOut(outcome.plan.findings)
    {
      rounds += 1
      outcome.rejected = (outcome.rejected + outcome.plan.findings)
        .sorted { $0.place < $1.place }
      outcome.list = outcome.list.leavingOut(Rejects.rows(of: outcome.plan.findings))
      outcome.plan = plan(outcome.list)
    }
    // Nothing good is left: that is refused like any other list.
    return outcome.list.rows.isEmpty
      ? Outcome(plan: plan(list), list: list, source: source) : outcome
  }

  /// The rows left out first: when they cannot be kept, nothing is imported.
  private func write(
    _ outcome: inout Outcome, of list: TaskList, file: String, into target: inout Target
  ) throws {
    if !outcome.rejected.isEmpty {
      outcome.rejects = try Rejects(outcome.rejected, of: list, in: words).write(beside: file)
    }
    guard !outcome.plan.entries.isEmpty else { return }
    progress.say(.importWriting, outcome.plan.entries.count)
    defer { progress.end() }
    do {
      try target.write(&outcome.plan)
      outcome.isWritten = true
    } catch {
      if let path = outcome.rejects { PosixFile.remove(path) }
      throw error
    }
  }

  // MARK: Taking back

  /// Takes the last import of a chart back.
  func undo(in target: inout Target) throws -> Report {
    var attempt = 1
    var agreed: [String]?
    var author = author
    author.unit = try unit?.idActing(in: target.chart)
    while true {
      let undo: ImportUndo
      do throws(ImportUndo.Obstacle) {
        undo = try ImportUndo(
          of: target.chart, digest: target.digest, ledger: target.ledger,
          on: day ?? target.chart.asOf ?? now.day, by: author,
          plan: target.replacedPlan, stamp: stamp)
      } catch {
        return Report(obstacle: error, self)
      }
      if choices.dryRun { return Report(undo, self, isWritten: false) }
      if let ask = question {
        let proposal = Report(undo, self, isWritten: false)
        if agreed != proposal.output {
          guard ask(proposal) else { return Report(said: words(.importNotWritten)) }
          agreed = proposal.output
        }
      }
      if let obstacle = undo.entries.first?.obstacle { throw obstacle }
      do {
        try target.write(undo)
        return Report(undo, self, isWritten: true)
      } catch StoreError.planChanged where attempt < Self.attempts {
        attempt += 1
        try target.refresh()
      }
    }
  }
}

/// What a run of a list came to, before it is put into words.
struct Outcome {
  var plan: ImportPlan
  /// Without the rows left out.
  var list: TaskList
  let source: ImportPlan.Source
  /// What was found in the rows left out, in the order of the file.
  var rejected: [ImportFinding] = []
  /// The file they were kept in.
  var rejects: String?
  var isWritten = false
  /// Whether a person has seen all of it already.
  var isShown = false

  /// What is worth a word of the list, and of what it comes to.
  var remarks: [Remark] {
    let new = plan.proposal.new
    guard !new.isEmpty, list.plan == nil else { return list.remarks }
    var remarks = list.remarks
    if plan.template.isEmpty, new.allSatisfy(\.nodes.isEmpty) { remarks.append(.noNodes) }
    if !list.columns.has("risk"), !list.columns.has("frequency") { remarks.append(.mediumRisk) }
    return remarks
  }
}
