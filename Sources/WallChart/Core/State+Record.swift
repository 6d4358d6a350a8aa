import WallChartStore
import WallChartWords

// The entries of a task's record, as sentences.
extension State {
  /// Who said what, with the day of the fact where it is another than that of writing.
  func recordSentence(of entry: Entry, _ task: Chart.Task, _ roots: Roots) -> String {
    let unit = entry.unit.map {
      words(.whoOfUnit, ["who": shown(entry.by), "unit": unitShort($0)])
    }
    var sentence = words(
      .recordBy, ["who": unit ?? shown(entry.by), "what": recordText(of: entry, task, roots)])
    if entry.daysUntilEntered > 0 {
      sentence +=
        words(.comma) + words(.recordOn, ["date": words.shortDate(entry.on, today: situation.day)])
      // On a chart with a day of its own every entry of it is written later; that says nothing.
      if entry.on != situation.chart.asOf {
        sentence +=
          words(.comma) + words(.stateEnteredLater, ["n": "\(entry.daysUntilEntered)"])
      }
    }
    if !entry.evidence.isEmpty {
      let evidence = entry.evidence.map { shown(Evidence($0).words) }.joined(
        separator: words(.listComma))
      sentence += words(.comma) + words(.recordEvidence, ["text": evidence])
    }
    let isTakenBack = situation.index(of: task.id).map {
      situation.status.tasks[$0].record.isTakenBack(entry.id)
    }
    if isTakenBack ?? false { sentence += words(.comma) + words(.recordTakenBack) }
    return sentence
  }

  private func unitShort(_ id: String) -> String {
    situation.chart.unit(id).map { words($0.short ?? $0.name) } ?? shown(id)
  }

  func recordText(of entry: Entry, _ task: Chart.Task, _ roots: Roots) -> String {
    func title(_ node: String) -> String { task.node(node).map { words($0.title) } ?? node }
    func because(_ reason: String?) -> String {
      guard let reason, !reason.isEmpty else { return "" }
      return words(.comma) + words(.recordReason, ["text": shown(reason)])
    }
    switch entry.fact {
    case .met(let node): return words(.recordMet, ["node": title(node)])
    case .report(let report):
      return words(.recordReport, ["text": reportText(report, task)])
    case .submit: return words(.recordSubmit)
    case .verify(let until): return words(.recordVerify, ["date": words.date(until)])
    case .return(let reason): return words(.recordReturn) + because(reason)
    case .crossOff: return words(.recordCrossOff)
    case .reopen(let reason, let isFalse):
      return words(isFalse ? .recordReopenFalse : .recordReopen) + because(reason)
    case .extend(let moved):
      let what = moved.node.map { title($0) } ?? words(.recordLimit)
      return words(
        .recordExtend,
        [
          "what": what, "from": words.date(moved.from), "to": words.date(moved.to),
          "who": shown(moved.approvedBy),
        ]) + because(moved.reason)
    case .supervise: return words(.recordSupervise)
    case .release: return words(.recordRelease)
    case .note(let note):
      let about = note.node.map { title($0) + words(.sayAfter) } ?? ""
      guard let text = note.text, !text.isEmpty else { return about + words(.recordHandedIn) }
      return about + words(.recordNote, ["text": shown(text)])
        + (note.isInternal ? words(.comma) + words(.recordInternal) : "")
    case .undo(_, let reason):
      let found = roots[entry]
      let root = found.entry
      // Only a forged ledger, with undos in a circle, ends at one.
      if case .undo = root.fact { return shown(entry.fact.kind) }
      let word: Word =
        found.isTakenBack ? .recordUndo : .recordRedo
      return words(word, ["what": recordText(of: root, task, roots), "who": shown(root.by)])
        + because(reason)
    case .edit(_, let reason): return text(ofEdit: entry) + because(reason)
    case .meeting, .import, .unknown: return shown(entry.fact.kind)
    }
  }

  /// What an entry changed in the plan, field by field.
  private func text(ofEdit entry: Entry) -> String {
    let edit = PlanEdit(of: entry)
    let parts = (edit?.changes ?? []).compactMap { change -> String? in
      guard let field = PlanEdit.Field(name: change.field) else { return nil }
      switch field {
      case .newTask: return words(.recordAdded)
      case .newUnit: return nil
      case .withdrawn: return words(change.new == nil ? .recordBroughtBack : .recordWithdrew)
      default:
        func value(_ json: String?) -> String {
          words.value(json, of: field, in: situation.chart) ?? words(.valueNone)
        }
        return words(
          .recordChanged,
          [
            "field": words.name(of: field), "old": value(change.old), "new": value(change.new),
          ])
      }
    }
    return parts.isEmpty ? words(.recordEdit) : parts.joined(separator: words(.comma))
  }

  /// What a unit reports: count, progress, problem, next step.
  func reportText(_ report: Fact.Report, _ task: Chart.Task) -> String {
    var parts: [String] = []
    if let count = report.count {
      let total = task.quantity.map { amount($0) } ?? ""
      parts.append(words(.recordCount, ["n": "\(count)", "total": total]))
    }
    for (word, text) in [
      (Word.recordProgress, report.progress), (.recordProblem, report.problem),
      (.recordNext, report.next), (.recordReason, report.reason),
    ] {
      if let text, !text.isEmpty { parts.append(words(word, ["text": shown(text)])) }
    }
    if let day = report.nextBy { parts.append(words(.recordNextBy, ["date": words.date(day)])) }
    return parts.joined(separator: words(.listComma))
  }
}
