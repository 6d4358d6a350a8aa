internal import Glibc
public import WallChartStore

extension Words {
  /// How many findings are said one by one; the rest is counted.
  private static let findingLimit = 50

  /// An error as sentences, one a line.
  public func callAsFunction(_ error: any Error) -> String {
    switch error {
    case let error as StoreError: sentence(for: error)
    case let refusal as Refusal: sentence(for: refusal)
    case let finding as Finding: self(finding)
    case let unknown as UnknownUnit: sentence(for: unknown)
    default: Printable.filtered("\(error)")
    }
  }

  /// Why something failed, in few words: where the place is known, the system's reason alone.
  public func reason(for error: StoreError) -> String {
    if case .noEvidence = error { return self(.reasonNoEvidence) }
    if case .notAFolder(let path) = error {
      return self(.reasonNotAFolder, ["name": shown(PosixFile.lastComponent(of: path))])
    }
    guard case .system(_, _, let code) = error, code != 0 else { return self(error) }
    return reason(ofSystem: code)
  }

  /// The same to stand inside a sentence: without a full stop of its own.
  public func reasonInside(for error: StoreError) -> String {
    let reason = reason(for: error)
    return reason.hasSuffix(".") || reason.hasSuffix("。") ? String(reason.dropLast()) : reason
  }

  /// The exit code of sysexits.h for an error.
  public static func exitCode(for error: any Error) -> Int32 {
    switch error as? StoreError {
    case .noChart, .notAFile, .noEvidence, .system("open", _, ENOENT): 66
    case .alreadyThere, .notAFolder: 73
    case .busy, .overtaken, .planChanged, .system("flock", _, _): 75
    case .refused(.changedMeanwhile): 75
    case .invalid, .tooLarge, .emptyFile, .refused: 65
    case .system(_, _, EACCES), .system(_, _, EPERM), .system(_, _, EROFS): 77
    case .system("mkdir", _, _): 73
    case .system: 74
    case nil: error is UnknownUnit ? 64 : error is Refusal || error is Finding ? 65 : 70
    }
  }

  private func sentence(for error: StoreError) -> String {
    switch error {
    case .noChart(let path): return self(.errorNoChart, ["path": shown(path)])
    case .notAFile(let path): return self(.errorNotAFile, ["path": shown(path)])
    case .notAFolder(let path): return self(.errorNotAFolder, ["path": shown(path)])
    case .noEvidence(let path): return self(.errorNoEvidence, ["path": shown(path)])
    case .alreadyThere(let path): return self(.errorAlreadyThere, ["path": shown(path)])
    case .invalid(let findings):
      var lines = findings.prefix(Self.findingLimit).map { self($0) }
      if findings.count > Self.findingLimit {
        lines.append(self(.errorMore, ["n": "\(findings.count - Self.findingLimit)"]))
      }
      return lines.joined(separator: "\n")
    case .tooLarge(let path, let limit):
      return self(.errorTooLarge, ["path": shown(path), "limit": "\(limit)"])
    case .emptyFile(let path): return self(.errorEmptyFile, ["path": shown(path)])
    case .busy(let path): return self(.errorBusy, ["path": shown(path)])
    case .overtaken(let entry):
      return self(
        .errorOvertaken,
        ["who": shown(entry.by), "task": entry.task ?? "", "clock": entry.at.clock])
    case .planChanged(let path): return self(.errorPlanChanged, ["path": shown(path)])
    case .refused(let refusal): return sentence(for: refusal)
    case .system(let operation, let path, let code):
      return self(
        .errorSystem,
        ["path": shown(path), "operation": operation, "reason": reason(ofSystem: code)])
    }
  }

  private func sentence(for refusal: Refusal) -> String {
    switch refusal {
    case .noSuchTask(let task): return self(.refusedNoSuchTask, ["task": shown(task)])
    case .noSuchNode(let task, let node):
      return self(.refusedNoSuchNode, ["task": task, "node": shown(node)])
    case .withdrawn(let task): return self(.refusedWithdrawn, ["task": task])
    case .notWithdrawn(let task): return self(.refusedNotWithdrawn, ["task": task])
    case .closed(let task, let stage):
      return self(.refusedClosed, ["task": task, "stage": name(of: stage)])
    case .wasClosed(let task, let stage, let day):
      return self(
        .refusedWasClosed, ["task": task, "stage": name(of: stage), "day": date(day)])
    case .everythingMet(let task): return self(.refusedEverythingMet, ["task": task])
    case .alreadyMet(let task, let node):
      return self(.refusedAlreadyMet, ["task": task, "node": node])
    case .notMet(let task, let node): return self(.refusedNotMet, ["task": task, "node": node])
    case .dayInTheFuture(let day): return self(.refusedDayInTheFuture, ["day": date(day)])
    case .dayBeforeEarlierEntry(let day, let earlier):
      return self(.refusedDayBeforeEarlier, ["day": date(day), "earlier": date(earlier)])
    case .needsCount(let task, let node):
      return self(.refusedNeedsCount, ["task": task, "node": node])
    case .countWithoutQuantity(let task):
      return self(.refusedCountWithoutQuantity, ["task": task])
    case .countOutOfRange(let count, let total):
      return self(.refusedCountOutOfRange, ["count": "\(count)", "total": "\(total)"])
    case .fallingCountNeedsReason(let from, let to):
      return self(.refusedFallingCount, ["from": "\(from)", "to": "\(to)"])
    case .emptyReport: return self(.refusedEmptyReport)
    case .emptyNote: return self(.refusedEmptyNote)
    case .emptyEvidence: return self(.refusedEmptyEvidence)
    case .entryTooLong(let limit): return self(.refusedEntryTooLong, ["limit": "\(limit)"])
    case .doesNotReadBack: return self(.refusedDoesNotReadBack)
    case .nothingToUndo: return self(.refusedNothingToUndo)
    case .stepOfProcedure(let task): return self(.refusedStepOfProcedure, ["task": task])
    case .nothingToRedo: return self(.refusedNothingToRedo)
    case .notUndoable: return self(.refusedNotUndoable)
    case .notAtStage(let task, let stage):
      return self(
        .refusedNotAtStage,
        ["task": task, "stage": name(of: stage), "next": self(Self.next(after: stage))])
    case .incomplete(
      let task, let stage, let nodes, let count, let total, let lacksEvidence, let since):
      var reasons: [String] = []
      if !nodes.isEmpty {
        reasons.append(
          self(
            .refusedIncompleteNodes,
            ["n": "\(nodes.count)", "nodes": nodes.joined(separator: self(.listComma))]))
      }
      if let count, let total {
        reasons.append(self(.refusedIncompleteCount, ["count": "\(count)", "total": "\(total)"]))
      }
      if lacksEvidence {
        reasons.append(
          since.map { self(.refusedIncompleteSince, ["day": date($0)]) }
            ?? self(.refusedIncompleteEvidence))
      }
      return self(
        Self.incomplete(to: stage),
        ["task": task, "reasons": reasons.joined(separator: self(.comma))])
    case .needsUnit: return self(.refusedNeedsUnit)
    case .noSuchUnit(let unit): return self(.refusedNoSuchUnit, ["unit": shown(unit)])
    case .needsReason: return self(.refusedNeedsReason)
    case .alreadySupervised(let task): return self(.refusedAlreadySupervised, ["task": task])
    case .notSupervised(let task): return self(.refusedNotSupervised, ["task": task])
    case .verifierIsResponsible(let task, let unit):
      return self(.refusedVerifierIsResponsible, ["task": task, "unit": unit])
    case .verifierSubmitted(let task, let unit):
      return self(.refusedVerifierSubmitted, ["task": task, "unit": unit])
    case .releaserIsResponsible(let task, let unit):
      return self(.refusedReleaserIsResponsible, ["task": task, "unit": unit])
    case .visitorIsResponsible(let task, let unit):
      return self(.refusedVisitorIsResponsible, ["task": task, "unit": unit])
    case .foundFalse(let task): return self(.refusedFoundFalse, ["task": task])
    case .supervised(let task): return self(.refusedSupervised, ["task": task])
    case .noticeTooShort(let task, let days):
      return self(.refusedNoticeTooShort, ["task": task, "n": "\(days)"])
    case .needsApproval: return self(.refusedNeedsApproval)
    case .extendsAnotherDay(let task, let now):
      guard let now else { return self(.refusedNoLimitToExtend, ["task": task]) }
      return self(.refusedExtendsAnotherDay, ["task": task, "day": date(now)])
    case .extensionDatedBack(let day):
      return self(.refusedExtensionDatedBack, ["day": date(day)])
    case .extensionOutOfOrder(let task, let day):
      return self(.refusedExtensionOutOfOrder, ["task": task, "day": date(day)])
    case .changedMeanwhile(let task, let field, let now, let by):
      return changedMeanwhile(task, field: field, now: now, by: by)
    case .breaksPlan(let fault):
      return self(.refusedBreaksPlan, ["why": sentence(for: fault)])
    case .notEditable(let field): return self(.refusedNotEditable, ["field": shown(field)])
    case .identifierTaken(let id): return self(.refusedIdentifierTaken, ["id": shown(id)])
    case .needsTitle: return self(.refusedNeedsTitle)
    case .meetingOpen(let rhythm, let began):
      return self(
        .refusedMeetingOpen, ["meeting": name(ofMeeting: rhythm), "clock": began.clock])
    case .noMeetingOpen: return self(.refusedNoMeetingOpen)
    case .bulletinNumberTaken(let number):
      return self(.refusedBulletinNumberTaken, ["n": "\(number)"])
    case .badBulletinNumber(let number):
      return self(.refusedBulletinNumber, ["n": "\(number)"])
    case .noticeRuns(let task, let until):
      return self(.refusedNoticeRuns, ["task": task, "day": date(until)])
    }
  }

  /// What cannot be done with a task that is not complete.
  private static func incomplete(to stage: Stage) -> Word {
    switch stage {
    case .notice: .refusedIncompleteVerify
    case .crossedOff: .refusedIncompleteCrossOff
    default: .refusedIncomplete
    }
  }

  /// The steps that follow on a stage.
  private static func next(after stage: Stage) -> Word {
    switch stage {
    case .notStarted, .rectifying: .refusedNextSubmit
    case .submitted: .refusedNextVerify
    case .notice: .refusedNextCrossOff
    case .crossedOff: .refusedNextReopen
    }
  }

  private func shown(_ text: String) -> String { Printable.filtered(text) }
}
