/// The situations in which the store cannot do what was asked. Worded in WallChartWords.
public enum StoreError: Error, Hashable, Sendable {
  /// No chart stands there.
  case noChart(path: String)
  /// Something is there that is neither a folder nor a plain file.
  case notAFile(path: String)
  /// A folder or file to be made is there already.
  case alreadyThere(path: String)
  /// The plan or a ledger cannot be read as one; every finding names its place.
  case invalid([Finding])
  case tooLarge(path: String, limitMegabytes: Int)
  /// Somebody else has held the lock for too long.
  case busy(path: String)
  /// An entry of somebody else changed the node or stage after the user looked at it.
  case overtaken(by: Entry)
  /// The plan on disk is no longer the one a change was computed from.
  case planChanged(path: String)
  case refused(Refusal)
  case system(operation: String, path: String, code: Int32)
}

/// Why the rules do not allow an entry.
public enum Refusal: Error, Hashable, Sendable {
  case noSuchTask(String)
  case noSuchNode(task: String, node: String)
  case withdrawn(task: String)
  case closed(task: String, stage: Stage)
  /// Closed on the day of the entry, though not today.
  case wasClosed(task: String, stage: Stage, on: Day)
  case everythingMet(task: String)
  case alreadyMet(task: String, node: String)
  case notMet(task: String, node: String)
  case dayInTheFuture(Day)
  case dayBeforeEarlierEntry(Day, earlier: Day)
  case needsCount(task: String, node: String)
  case countWithoutQuantity(task: String)
  case countOutOfRange(count: Int, total: Int)
  case fallingCountNeedsReason(from: Int, to: Int)
  case emptyReport
  case emptyNote
  case entryTooLong(limit: Int)
  /// A day off the calendar, or an id that is none: the ledger could not be read again.
  case doesNotReadBack
  case nothingToUndo
  case nothingToRedo
  case notUndoable
  case notAtStage(task: String, stage: Stage)
  /// Submission lacks met nodes, the full count or evidence.
  case incomplete(task: String, nodes: [String], count: Int?, total: Int?, lacksEvidence: Bool)
  case needsUnit
  case noSuchUnit(String)
  case needsReason
  case verifierIsResponsible(task: String, unit: String)
  /// A moved day would not keep the order of nodes and limit.
  case extensionOutOfOrder(task: String, to: Day)
  case noticeRuns(task: String, until: Day)
}
