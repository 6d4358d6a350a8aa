import WallChartStore
import WallChartWords

/// Entries of the ledger as sentences: in a task's record, in the lists, in `wallchart log`.
struct EntryWords {
  let words: Words
  let situation: Situation

  /// Who said what, with the day of the fact where it is another than that of writing.
  /// - Parameters:
  ///   - task: the one it is about, as the plan has it; nil where the plan has none.
  ///   - isTakenBack: whether it no longer holds.
  func sentence(of entry: Entry, _ task: Chart.Task?, _ roots: Roots, isTakenBack: Bool) -> String {
    var sentence = words(.recordBy, ["who": who(of: entry), "what": text(of: entry, task, roots)])
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
      let evidence = entry.evidence.map(words.evidence).joined(separator: words(.listComma))
      sentence += words(.comma) + words(.recordEvidence, ["text": evidence])
    }
    if isTakenBack { sentence += words(.comma) + words(.recordTakenBack) }
    return sentence
  }

  /// Who acts, and for which unit.
  func who(of entry: Entry) -> String {
    guard let unit = entry.unit else { return shown(entry.by) }
    return words(.whoOfUnit, ["who": shown(entry.by), "unit": unitShort(unit)])
  }

  private func unitShort(_ id: String) -> String {
    situation.unit(id).map { words($0.short ?? $0.name) } ?? shown(id)
  }

  private func shown(_ text: String) -> String { Printable.filtered(text) }

  /// What it says, without who said so.
  func text(of entry: Entry, _ task: Chart.Task?, _ roots: Roots) -> String {
    func title(_ node: String) -> String { task?.node(node).map { words($0.title) } ?? shown(node) }
    switch entry.fact {
    case .met(let node): return words(.recordMet, ["node": title(node)])
    case .report(let report):
      return words(.recordReport, ["text": text(of: report, task)])
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
      if note.isLookBack {
        let text = note.text.map { words(.sayAfter) + shown($0) } ?? ""
        return about + words(.recordLookBack) + text
      }
      guard let text = note.text, !text.isEmpty else { return about + words(.recordHandedIn) }
      return about + words(.recordNote, ["text": shown(text)])
        + (note.isInternal ? words(.comma) + words(.recordInternal) : "")
    case .undo(_, let reason):
      let found = roots[entry]
      let root = found.entry
      // What it takes back is in no ledger here; or the undos of a forged one go in a circle.
      if case .undo = root.fact { return words(.recordUndoUnknown) + because(reason) }
      return words(
        found.isTakenBack ? .recordUndo : .recordRedo,
        ["what": text(of: root, task, roots), "who": shown(root.by)]) + because(reason)
    case .edit(_, let reason): return text(ofEdit: entry) + because(reason)
    case .meeting(let meeting): return text(of: meeting)
    case .import(let list): return words(.recordImport, ["list": text(of: list)])
    case .unknown(let kind): return words(.recordUnknown, ["kind": shown(kind)])
    }
  }

  private func because(_ reason: String?) -> String {
    guard let reason, !reason.isEmpty else { return "" }
    return words(.comma) + words(.recordReason, ["text": shown(reason)])
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
        var name = words.name(of: field)
        if let unit = field.unitID {
          name = words(.fieldOf, ["field": name, "of": unitShort(unit)])
        }
        return words(
          .recordChanged, ["field": name, "old": value(change.old), "new": value(change.new)])
      }
    }
    return parts.isEmpty ? words(.recordEdit) : parts.joined(separator: words(.comma))
  }

  /// What a unit reports: count, progress, problem, next step.
  func text(of report: Fact.Report, _ task: Chart.Task?) -> String {
    var parts: [String] = []
    if let count = report.count {
      let done = task?.quantity.map { quantity in
        words(
          .recordCount,
          [
            "n": "\(count)", "of": quantity.of.map { words($0) } ?? "",
            "total": words.amount(quantity),
          ])
      }
      parts.append(done ?? words(.recordCountAlone, ["n": "\(count)"]))
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

  /// The beginning of a meeting, or its end and the bulletin written then.
  private func text(of meeting: Fact.Meeting) -> String {
    let said = words(
      meeting.isClosing ? .recordMeetingClosed : .recordMeetingOpened,
      ["meeting": words.name(ofMeeting: meeting.rhythm)])
    guard let bulletin = meeting.bulletin else { return said }
    return said + words(.comma) + words(.recordBulletin, ["n": "\(bulletin)"])
  }

  /// A task list that was taken over, and what it changed.
  func text(of list: Fact.Import) -> String {
    words(
      .sinceList,
      [
        "file": shown(list.file), "added": "\(list.added)", "changed": "\(list.changed)",
        "withdrawn": "\(list.withdrawn)",
      ])
  }
}

// The same at the screen, of a task in the plan.
extension State {
  var entryWords: EntryWords { EntryWords(words: words, situation: situation) }

  func recordSentence(of entry: Entry, _ task: Chart.Task, _ roots: Roots) -> String {
    let isTakenBack = situation.index(of: task.id).map {
      situation.status.tasks[$0].record.isTakenBack(entry.id)
    }
    return entryWords.sentence(of: entry, task, roots, isTakenBack: isTakenBack ?? false)
  }

  func recordText(of entry: Entry, _ task: Chart.Task, _ roots: Roots) -> String {
    entryWords.text(of: entry, task, roots)
  }

  func reportText(_ report: Fact.Report, _ task: Chart.Task) -> String {
    entryWords.text(of: report, task)
  }
}

extension Sequence<Entry> {
  /// In the order in which they were written, the newest first; a clock that was set back turns
  /// nothing round.
  func newestFirst() -> [Entry] {
    sorted { ($0.turn, $0.n, $0.id) > ($1.turn, $1.n, $1.id) }
  }
}
