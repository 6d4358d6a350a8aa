/// The situations in which the store cannot do what was asked. Worded in WallChartWords.
public enum StoreError: Error, Hashable, Sendable {
  /// No chart stands there.
  case noChart(path: String)
  /// Something is there that is neither a folder nor a plain file.
  case notAFile(path: String)
  /// Something else has the name of a folder that is to be written into.
  case notAFolder(path: String)
  /// Named to be handed in as evidence, and there, but a folder, a device, or a bare name of a link.
  case noEvidence(path: String)
  /// A folder or file to be made is there already.
  case alreadyThere(path: String)
  /// The plan or a ledger cannot be read as one; every finding names its place.
  case invalid([Finding])
  /// A file of more than so many MiB.
  case tooLarge(path: String, limitMegabytes: Int)
  /// A file without a byte, which proves nothing.
  case emptyFile(path: String)
  /// Somebody else has held the lock for too long.
  case busy(path: String)
  /// An entry of somebody else changed the node or stage after the user looked at it.
  case overtaken(by: Entry)
  /// The plan on disk is no longer the one a change was computed from.
  case planChanged(path: String)
  /// The rules do not allow the entry as things stand on disk now.
  case refused(Refusal)
  /// A call of the operating system failed; `code` is its `errno`, see errno(3).
  case system(operation: String, path: String, code: Int32)
}

/// Why the rules do not allow an entry. Tasks, nodes and units are named by their ids.
public indirect enum Refusal: Error, Hashable, Sendable {
  /// The plan has no task, node or unit of that id.
  case noSuchTask(String)
  case noSuchNode(task: String, node: String)
  case noSuchUnit(String)
  /// The task is out of the plan by now.
  case withdrawn(task: String)
  /// Submitted, in notice or crossed off: return or reopen first.
  case closed(task: String, stage: Stage)
  /// Closed on the day of the entry, though not today.
  case wasClosed(task: String, stage: Stage, on: Day)
  /// The task is in the plan: there is nothing to bring back.
  case notWithdrawn(task: String)
  /// There is nothing to mark, or no mark to take back.
  case everythingMet(task: String)
  case alreadyMet(task: String, node: String)
  case notMet(task: String, node: String)
  /// The day of the fact lies after today.
  case dayInTheFuture(Day)
  /// The day of the fact lies before that of an entry the new one follows.
  case dayBeforeEarlierEntry(Day, earlier: Day)
  /// A node with a quota is met by a report of its count alone.
  case needsCount(task: String, node: String)
  /// The task counts nothing.
  case countWithoutQuantity(task: String)
  /// A count below 0 or above the task's total.
  case countOutOfRange(count: Int, total: Int)
  /// A count that falls says why.
  case fallingCountNeedsReason(from: Int, to: Int)
  /// Neither count nor words; neither words nor evidence.
  case emptyReport
  case emptyNote
  /// An item of evidence without a word.
  case emptyEvidence
  /// The line would be longer than so many bytes.
  case entryTooLong(limit: Int)
  /// A day off the calendar, or an id that is none: the ledger could not be read again.
  case doesNotReadBack
  /// No own step stands, or none was taken back.
  case nothingToUndo
  /// The last step is one of the procedure, which undo does not take back.
  case stepOfProcedure(task: String)
  case nothingToRedo
  /// The entry is taken back already, is unknown, or is a step of the procedure.
  case notUndoable
  /// The step does not follow on the stage the task is at.
  case notAtStage(task: String, stage: Stage)
  /// Submission, and what follows it, lacks met nodes, the full count or evidence; `to` is the stage
  /// that is not reached, `since` the day from which evidence counts, when the task was sent back.
  case incomplete(
    task: String, to: Stage = .submitted, nodes: [String], count: Int?, total: Int?,
    lacksEvidence: Bool, since: Day? = nil)
  /// The step says for which unit one acts, or why.
  case needsUnit
  case needsReason
  /// The task is under supervision, or is not.
  case alreadySupervised(task: String)
  case notSupervised(task: String)
  /// Verification is another unit's than the responsible one, and than the one that submitted.
  case verifierIsResponsible(task: String, unit: String)
  case verifierSubmitted(task: String, unit: String)
  /// So are release from supervision, and the visit of a look-back.
  case releaserIsResponsible(task: String, unit: String)
  case visitorIsResponsible(task: String, unit: String)
  /// What was found false, or is under supervision, stays on the chart.
  case foundFalse(task: String)
  case supervised(task: String)
  /// The public notice would run for fewer days than the rules of the chart ask for.
  case noticeTooShort(task: String, days: Int)
  /// An extension says who approved it, and moves the day that is in force: `now`, nil when there is
  /// no limit.
  case needsApproval
  case extendsAnotherDay(task: String, now: Day?)
  /// An extension holds from the day it is written.
  case extensionDatedBack(Day)
  /// A moved day would not keep the order of nodes and limit.
  case extensionOutOfOrder(task: String, to: Day)
  /// A field of the plan, of a task or of a unit, has another value than was seen: `now` is its
  /// JSON, nil when it has none; `by` is who changed it, where the ledger knows.
  case changedMeanwhile(task: String?, field: String, now: String?, by: String?)
  /// A change after which the plan could not be read again.
  case breaksPlan(Fault)
  /// Only some fields are changed in place.
  case notEditable(field: String)
  /// A new task or unit of an id that another one has.
  case identifierTaken(String)
  /// Tasks, nodes and units are called something.
  case needsTitle
  /// This installation is in a meeting, which is closed first; or in none that could be closed.
  case meetingOpen(Chart.Rhythm?, since: Moment)
  case noMeetingOpen
  /// A bulletin of that number, or a higher one, has been issued.
  case bulletinNumberTaken(Int)
  /// No number that a bulletin may have.
  case badBulletinNumber(Int)
  /// The public notice has not run out.
  case noticeRuns(task: String, until: Day)
}
