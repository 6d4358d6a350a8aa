import WallChartStore
import WallChartWords

// What a list does, or would do.
extension Report {
  /// How many lines a part of a proposal has; the rest is counted.
  private static let newLimit = 20
  private static let partLimit = 50

  /// A list taken over, or, as a proposal, all that it would change.
  init(_ outcome: Outcome, _ run: ImportRun, isProposal: Bool) {
    let words = run.words
    let proposal = outcome.plan.proposal
    if !outcome.rejected.isEmpty {
      exitCode = 1
      if !outcome.isShown {
        complaints = Self.firstLines(for: outcome.rejected, in: outcome.list.table.table, words)
      }
      complaints.append(Self.leftOut(outcome, words))
    }
    switch proposal.spared {
    case .unread: complaints.append(words(.importNothingWithdrawn))
    case .rejects: complaints.append(words(.importRejectsWithdrawNothing))
    case nil: break
    }
    let touches = Self.part(
      .importSectionTouches, proposal.touches.map { Self.sentence(for: $0, words) }, words)
    if run.choices.json {
      output = [Printable.json(Self.json(outcome, run))]
      return
    }
    if run.choices.quiet {
      // What touches marks never happens silently.
      complaints += touches
      return
    }
    summary = Self.counts(outcome.plan, words)
    output = summary
    // A person who said yes has all of it before him.
    guard !outcome.isShown else { return }
    if isProposal {
      output += Self.parts(outcome.plan, words)
    }
    output += touches
    output += Self.part(
      .importSectionKept, proposal.kept.map { Self.sentence(for: $0, words) }, words,
      ["n": "\(proposal.kept.count)"])
    output += Self.part(
      .importSectionHeld, proposal.held.map { words($0.why) }, words,
      ["n": "\(proposal.held.count)"])
    say(outcome.plan.scheduled, by: outcome.plan.template, isProposal: isProposal, in: words)
    output += outcome.remarks.map { Self.sentence(for: $0, in: words) }
    if isProposal, proposal.needsConsent {
      output.append(words(.importMuchWithdrawn, Self.shares(proposal, words)))
      if run.choices.dryRun { output.append(words(.importWouldNeedYes)) }
    }
    if run.choices.dryRun { output.append(words(.importDryRun)) }
  }

  /// A list that was refused as a whole.
  init(refused outcome: Outcome, _ run: ImportRun) {
    let findings = (outcome.rejected + outcome.plan.findings).sorted { $0.place < $1.place }
    self.init(findings, in: outcome.list.table.table, in: run.words)
    guard run.choices.json else { return }
    output = [Printable.json(Self.json(findings: findings, of: outcome, run))]
    complaints = []
  }

  /// So much would be withdrawn that somebody must say yes.
  init(lacksConsent outcome: Outcome, _ run: ImportRun) {
    exitCode = 64
    if run.choices.json { output = [Printable.json(Self.json(outcome, run))] }
    complaints = [
      "wallchart-import: "
        + run.words(.importNeedsYes, Self.shares(outcome.plan.proposal, run.words))
    ]
  }

  private static func shares(
    _ proposal: Proposal, _ words: Words
  ) -> KeyValuePairs<String, String> {
    [
      "n": "\(proposal.withdrawn.count)", "all": "\(proposal.inScope)",
      "limit": "\(Proposal.withdrawnLimit)", "battles": names(of: proposal.scope, words),
    ]
  }

  private static func leftOut(_ outcome: Outcome, _ words: Words) -> String {
    let count = "\(Rejects.rows(of: outcome.rejected).count)"
    guard let path = outcome.rejects else { return words(.importLeftOutDry, ["n": count]) }
    return words(.importLeftOut, ["n": count, "path": Printable.filtered(path)])
  }

  private static func names(of battles: [Chart.Battle], _ words: Words) -> String {
    battles.map { words($0.name) }.joined(separator: words(.importListComma))
  }

  // MARK: Parts

  /// How many of everything.
  private static func counts(_ plan: ImportPlan, _ words: Words) -> [String] {
    guard !plan.entries.isEmpty else { return [words(.importUnchanged)] }
    let proposal = plan.proposal
    var lines = [
      words(
        .importSummary,
        [
          "tasks": "\(proposal.new.count)", "units": "\(proposal.units.count)",
          "battles": "\(proposal.battles.count)", "entries": "\(plan.entries.count)",
        ])
    ]
    if proposal.changed + proposal.back.count + proposal.withdrawn.count > 0 {
      lines.append(
        words(
          .importKnownSummary,
          [
            "changed": "\(proposal.changed)", "back": "\(proposal.back.count)",
            "withdrawn": "\(proposal.withdrawn.count)", "unchanged": "\(proposal.unchanged)",
          ]))
    }
    return lines
  }

  private static func parts(_ plan: ImportPlan, _ words: Words) -> [String] {
    let proposal = plan.proposal
    let names = Dictionary(
      plan.chart.units.map { ($0.id, words($0.short ?? $0.name)) },
      uniquingKeysWith: { first, _ in first })
    func line(_ task: Chart.Task) -> String {
      let nodes =
        task.nodes.isEmpty ? nil : words(.importNewNodes, ["n": "\(task.nodes.count)"])
      let ends = [names[task.unit], task.limit?.iso ?? task.limitText, nodes].compactMap(\.self)
      return line(task.id, words(task.title), ends)
    }
    func line(_ id: String, _ title: String, _ ends: [String] = []) -> String {
      let end = ends.map { "  " + cut($0, to: 20) }.joined()
      return id + "  " + cut(title, to: columns - 4 - width(id) - width(end)) + end
    }
    let scope = Self.names(of: proposal.scope, words)
    let changes = withLimitsInWords(proposal.changes)
    return part(
      .importSectionNew, proposal.new.prefix(newLimit).map(line), words, of: proposal.new.count)
      + part(
        .importSectionChanged,
        changes.prefix(partLimit).map { sentence(for: $0, words) }, words, of: changes.count)
      + part(.importSectionBack, proposal.back.map { line($0.id, words($0.title)) }, words)
      + part(
        .importSectionWithdrawn, proposal.withdrawn.map { line($0.id, words($0.title)) }, words,
        ["battles": cut(scope, to: 40)])
      + part(
        .importSectionUnits,
        proposal.units.map { unit in
          line(unit.id, words(unit.name), unit.kind == .joint ? [words(.importJointUnit)] : [])
        }, words)
      + part(.importSectionBattles, proposal.battles.map { line($0.id, words($0.name)) }, words)
  }

  /// A heading with lines below it, the first ones; nothing when there are none.
  private static func part(
    _ heading: Word, _ lines: [String], _ words: Words,
    _ values: KeyValuePairs<String, String> = [:], of count: Int? = nil
  ) -> [String] {
    guard !lines.isEmpty else { return [] }
    let shown = lines.prefix(partLimit)
    let rest = (count ?? lines.count) - shown.count
    let indented = shown.flatMap { $0.split(separator: "\n") }.map { "  " + $0 }
    return [words(heading, values)] + indented
      + (rest > 0 ? ["  " + words(.errorMore, ["n": "\(rest)"])] : [])
  }
}
