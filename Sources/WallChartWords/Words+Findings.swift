public import WallChartStore

extension Words {
  /// `file:line:column: what, what to do`.
  public func callAsFunction(_ finding: Finding) -> String {
    Printable.filtered(finding.place) + ": " + sentence(for: finding.fault)
  }

  /// What is wrong and what to do, without its place.
  package func sentence(for fault: Fault) -> String {
    switch fault {
    case .empty: self(.findingEmpty)
    case .notUTF8(let hex): self(.findingNotUTF8, ["hex": hex])
    case .byteOrderMark: self(.findingByteOrderMark)
    case .mergeConflict: self(.findingMergeConflict)
    case .endsInsideText: self(.findingEndsInsideText)
    case .endsEarly: self(.findingEndsEarly)
    case .expected(let expected, let found):
      self(.findingExpected, ["expected": name(of: expected), "found": shown(found)])
    case .badNumber(let text): self(.findingBadNumber, ["text": shown(text)])
    case .badEscape: self(.findingBadEscape)
    case .controlCharacter(let hex): self(.findingControlCharacter, ["hex": hex])
    case .tooDeep(let limit): self(.findingTooDeep, ["limit": "\(limit)"])
    case .textTooLong(let limit): self(.findingTextTooLong, ["limit": "\(limit)"])
    case .duplicateMember(let name, let line, let column):
      self(
        .findingDuplicateMember, ["name": shown(name), "line": "\(line)", "column": "\(column)"])
    case .unknownFormat(let text): self(.findingUnknownFormat, ["text": shown(text)])
    case .missingMember(let name): self(.findingMissingMember, ["name": name])
    case .unknownWord(let text, let allowed):
      self(
        .findingUnknownWord, ["text": shown(text), "allowed": allowed.joined(separator: ", ")])
    case .unknownMember(let text, let allowed):
      self(
        .findingUnknownMember, ["text": shown(text), "allowed": allowed.joined(separator: ", ")])
    case .badDay(let text): self(.findingBadDay, ["text": shown(text)])
    case .badIdentifier(let text): self(.findingBadIdentifier, ["text": shown(text)])
    case .badEntryIdentifier(let text):
      self(.findingBadEntryIdentifier, ["text": shown(text)])
    case .duplicateIdentifier(let id): self(.findingDuplicateIdentifier, ["id": id])
    case .noSuchBattle(let id): self(.findingNoSuchBattle, ["id": id])
    case .noSuchUnit(let id): self(.findingNoSuchUnit, ["id": id])
    case .noLimit(let task): self(.findingNoLimit, ["task": task])
    case .nodesOutOfOrder(let task, let node):
      self(.findingNodesOutOfOrder, ["task": task, "node": node])
    case .nodeAfterLimit(let task, let node):
      self(.findingNodeAfterLimit, ["task": task, "node": node])
    case .quotaFalls(let task, let node):
      self(.findingQuotaFalls, ["task": task, "node": node])
    case .quotaAboveTotal(let task, let node):
      self(.findingQuotaAboveTotal, ["task": task, "node": node])
    case .quotaWithoutQuantity(let task, let node):
      self(.findingQuotaWithoutQuantity, ["task": task, "node": node])
    case .badDayOfYear(let text): self(.findingBadDayOfYear, ["text": shown(text)])
    case .stepDueTwice(let template, let step):
      self(.findingStepDueTwice, ["template": shown(template), "step": "\(step)"])
    case .stepOutOfOrder(let template, let step):
      self(.findingStepOutOfOrder, ["template": shown(template), "step": "\(step)"])
    case .unseenInPlan(let all): self(.findingUnseenInPlan, ["characters": list(of: all)])
    case .damagedLine: self(.findingDamagedLine)
    case .tornLine: self(.findingTornLine)
    case .missingLines(let from, let through):
      self(.findingMissingLines, ["from": "\(from)", "through": "\(through)"])
    case .lineTooLong: self(.findingLineTooLong)
    case .clockSetBack(let at, let earlier):
      self(.findingClockSetBack, ["at": moment(at), "earlier": moment(earlier)])
    case .ownEntriesMissing: self(.findingOwnEntriesMissing)
    case .entriesGone(let count): self(.findingEntriesGone, ["n": "\(count)"])
    case .entryRewritten: self(.findingEntryRewritten)
    case .brokenRule(let refusal): self(.findingBrokenRule, ["why": self(refusal)])
    case .foreignFile: self(.findingForeignFile)
    case .entryOfAnotherWriter(let writer):
      self(.findingEntryOfAnotherWriter, ["writer": shown(writer)])
    case .twoEntriesWithOneId(let id): self(.findingTwoEntriesWithOneId, ["id": id])
    case .unknownTask(let task): self(.findingUnknownTask, ["task": task])
    case .editNotInPlan(let field): self(.findingEditNotInPlan, ["field": shown(field)])
    case .taskOfTakenIdentifier(let task):
      self(.findingTaskOfTakenIdentifier, ["task": task])
    case .earlierEntryMissing(let id): self(.findingEarlierEntryMissing, ["id": id])
    case .evidenceMissing(let path): self(.findingEvidenceMissing, ["path": shown(path)])
    case .evidenceAltered(let path): self(.findingEvidenceAltered, ["path": shown(path)])
    case .dayInTheFuture(let day): self(.findingDayInTheFuture, ["day": day.iso])
    case .unseenInEntry(let all): self(.findingUnseenInEntry, ["characters": list(of: all)])
    }
  }

  private func shown(_ text: String) -> String { Printable.excerpt(text) }

  /// Characters that nobody sees, as screens write them out.
  package func list(of unseen: [Unicode.Scalar]) -> String {
    unseen.map { Printable.filtered(String($0)) }.joined(separator: self(.listComma))
  }

  /// The characters of a name that nobody sees; nil where there are none. Two people whose names look
  /// alike would stand in the record as one.
  package func unseen(inName name: String) -> String? {
    let unseen = UnseenCharacters.all(in: name).map(\.scalar)
    return unseen.isEmpty ? nil : list(of: unseen)
  }

  private func moment(_ moment: Moment) -> String { "\(moment.day.iso) \(moment.clock)" }

  private func name(of expected: Fault.Expected) -> String {
    switch expected {
    case .value: self(.expectedValue)
    case .object: self(.expectedObject)
    case .array: self(.expectedArray)
    case .text: self(.expectedText)
    case .wholeNumber: self(.expectedWholeNumber)
    case .trueOrFalse: self(.expectedTrueOrFalse)
    case .memberName: self(.expectedMemberName)
    case .colon: self(.expectedColon)
    case .commaOrEnd: self(.expectedCommaOrEnd)
    case .end: self(.expectedEnd)
    }
  }
}

extension Finding {
  /// `file:line:column`, as far as they are known.
  var place: String {
    file + (line > 0 ? ":\(line)" : "") + (column > 0 ? ":\(column)" : "")
  }
}
