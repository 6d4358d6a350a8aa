extension Entry {
  /// The rules that an entry and the plan decide alone, however things stand.
  func check(against task: Chart.Task) throws(Refusal) {
    if let node = fact.node, task.node(node) == nil {
      throw .noSuchNode(task: task.id, node: node)
    }
    guard evidence.allSatisfy({ Self.saysAnything([$0]) }) else { throw .emptyEvidence }
    switch fact {
    case .met(let node):
      guard task.node(node)?.quota == nil else { throw .needsCount(task: task.id, node: node) }
    case .report(let report):
      guard let count = report.count else {
        guard Self.saysAnything([report.progress, report.problem, report.next]) else {
          throw .emptyReport
        }
        return
      }
      guard let total = task.quantity?.total else { throw .countWithoutQuantity(task: task.id) }
      guard (0...total).contains(count) else { throw .countOutOfRange(count: count, total: total) }
    case .note(let note):
      guard Self.saysAnything([note.text] + evidence) else { throw .emptyNote }
      guard note.isLookBack else { return }
      guard let unit else { throw .needsUnit }
      guard unit != task.unit else { throw .visitorIsResponsible(task: task.id, unit: unit) }
    case .submit, .crossOff:
      guard unit != nil else { throw .needsUnit }
    case .verify:
      guard let unit else { throw .needsUnit }
      guard unit != task.unit else { throw .verifierIsResponsible(task: task.id, unit: unit) }
    case .release:
      guard let unit else { throw .needsUnit }
      guard unit != task.unit else { throw .releaserIsResponsible(task: task.id, unit: unit) }
    case .extend(let extension_):
      guard unit != nil else { throw .needsUnit }
      guard Self.saysAnything([extension_.reason]) else { throw .needsReason }
    case .return(let reason), .reopen(let reason, _):
      guard Self.saysAnything([reason]) else { throw .needsReason }
    case .supervise, .undo, .edit, .meeting, .import, .unknown: break
    }
  }

  /// Whether ``brokenRule(in:among:)`` looks at other entries of the task.
  var isHeldAgainstOthers: Bool {
    switch fact {
    case .undo, .verify, .crossOff: true
    default: false
    }
  }

  /// The rule that an entry breaks whatever its author knew: two offices that did not know of each
  /// other break none of these. For `check`; the fold takes entries as they are.
  package func brokenRule(in task: Chart.Task, among entries: [EntryID: Entry]) -> Refusal? {
    do throws(Refusal) {
      try check(against: task)
    } catch {
      return error
    }
    guard isHeldAgainstOthers else { return nil }
    let earlier = was.compactMap { entries[$0] }
    switch fact {
    case .undo(let of, _): return entries[of] == nil ? .notUndoable : nil
    case .verify:
      let submitted = earlier.filter { $0.fact == .submit }
      guard !submitted.isEmpty else { return .notAtStage(task: task.id, stage: .rectifying) }
      return verifiesOwn(submitted)
    case .crossOff:
      for case .verify(let until) in earlier.map(\.fact) {
        return on > until ? nil : .noticeRuns(task: task.id, until: until)
      }
      return .notAtStage(task: task.id, stage: .rectifying)
    default: return nil
    }
  }

  /// A verification by the unit that handed in.
  func verifiesOwn(_ submissions: [Entry]) -> Refusal? {
    guard let unit, submissions.contains(where: { $0.unit == unit }) else { return nil }
    return .verifierSubmitted(task: task ?? "", unit: unit)
  }

  /// Whether any of some texts says something; blanks alone do not.
  static func saysAnything(_ texts: [String?]) -> Bool {
    texts.contains { $0?.contains { !$0.isWhitespace } ?? false }
  }
}
