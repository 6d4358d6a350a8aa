/// Something wrong at a place in a file, for a person to act on. Worded in WallChartWords.
public struct Finding: Error, Hashable, Sendable {
  /// Path as it was given.
  public var file: String
  /// From 1; 0 when the finding is about the whole file.
  public var line: Int
  /// From 1, in characters of the line; 0 when it is about the whole line.
  public var column: Int
  public var fault: Fault

  public init(file: String, line: Int, column: Int, fault: Fault) {
    self.file = file
    self.line = line
    self.column = column
    self.fault = fault
  }
}

/// What can be wrong in a plan or a ledger.
public enum Fault: Hashable, Sendable {
  // The bytes
  case empty
  case notUTF8(hex: String)
  case byteOrderMark
  case mergeConflict
  case endsInsideText
  case endsEarly
  case expected(Expected, found: String)
  case badNumber(String)
  case badEscape
  case controlCharacter(hex: String)
  case tooDeep(limit: Int)
  case textTooLong(limit: Int)
  case duplicateMember(String, firstLine: Int, firstColumn: Int)
  // The plan
  case unknownFormat(String)
  case missingMember(String)
  case unknownWord(String, allowed: [String])
  case badDay(String)
  case badIdentifier(String)
  case badEntryIdentifier(String)
  case duplicateIdentifier(String)
  case noSuchBattle(String)
  case noSuchUnit(String)
  case noLimit(task: String)
  case nodesOutOfOrder(task: String, node: String)
  case nodeAfterLimit(task: String, node: String)
  case quotaFalls(task: String, node: String)
  case quotaAboveTotal(task: String, node: String)
  case quotaWithoutQuantity(task: String, node: String)
  // The ledger
  case damagedLine
  case tornLine
  case missingLines(from: Int, through: Int)
  case lineTooLong
  /// Lines that this machine wrote, and acknowledged, are gone.
  case ownEntriesMissing
  /// Entries that this program has read before are gone.
  case entriesGone(Int)
  /// An entry that no program of ours writes: it breaks a rule whatever was known when.
  case brokenRule(Refusal)
  case foreignFile
  case entryOfAnotherWriter(String)
  case twoEntriesWithOneId(String)
  case unknownTask(String)
  case dayInTheFuture(Day)

  /// Whether it is wrong, not only worth a word: a write that was cut off before anybody was told
  /// "saved" has lost nothing, and an entry dated tomorrow by another office has only to wait.
  public var isDamage: Bool {
    switch self {
    case .tornLine, .dayInTheFuture: false
    default: true
    }
  }

  /// The kinds of value a reader can expect.
  public enum Expected: String, Hashable, Sendable, CaseIterable {
    case value, object, array, text, wholeNumber, trueOrFalse, memberName, colon, commaOrEnd, end
  }
}
