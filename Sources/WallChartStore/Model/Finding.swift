/// Something wrong at a place in a file, for a person to act on. Worded in WallChartWords.
public struct Finding: Error, Hashable, Sendable {
  /// Path as it was given.
  public var file: String
  /// From 1; 0 when the finding is about the whole file.
  public var line: Int
  /// From 1, in characters of the line; 0 when it is about the whole line.
  public var column: Int
  /// What is wrong.
  public var fault: Fault

  /// A fault at a place.
  public init(file: String, line: Int, column: Int, fault: Fault) {
    self.file = file
    self.line = line
    self.column = column
    self.fault = fault
  }
}

/// What can be wrong in a plan or a ledger.
public enum Fault: Hashable, Sendable {
  // MARK: The bytes

  /// No text, or text that is not plain UTF-8; `hex` is the first wrong byte.
  case empty
  case notUTF8(hex: String)
  case byteOrderMark
  /// The marks that git leaves where two versions differ.
  case mergeConflict
  /// The file is shorter than what it begins.
  case endsInsideText
  case endsEarly
  /// Something else stands where a value or sign must stand.
  case expected(Expected, found: String)
  /// No number of JSON, no whole number, or one outside its range.
  case badNumber(String)
  /// An escape that JSON does not know, or half a character.
  case badEscape
  case controlCharacter(hex: String)
  /// Beyond the limits: levels of nesting, bytes of one text.
  case tooDeep(limit: Int)
  case textTooLong(limit: Int)
  /// A member twice in one object; the earlier one stands at the line and column, from 1.
  case duplicateMember(String, firstLine: Int, firstColumn: Int)

  // MARK: The plan

  /// Neither `wallchart/1` nor an addition to it.
  case unknownFormat(String)
  case missingMember(String)
  case unknownWord(String, allowed: [String])
  /// A member where only these have a meaning.
  case unknownMember(String, allowed: [String])
  /// A text that is no day of the calendar, or no id.
  case badDay(String)
  case badIdentifier(String)
  case badEntryIdentifier(String)
  /// Ids that are given twice, or named and given nowhere.
  case duplicateIdentifier(String)
  case noSuchBattle(String)
  case noSuchUnit(String)
  /// A task that is no standing duty, without a limit.
  case noLimit(task: String)
  /// Node days ascend, and none lies after the limit.
  case nodesOutOfOrder(task: String, node: String)
  case nodeAfterLimit(task: String, node: String)
  /// A text that is no day of a year, `MM-DD`.
  case badDayOfYear(String)
  /// The step of a template, from 1, that is due by two measures, or not later than those before.
  case stepDueTwice(template: String, step: Int)
  case stepOutOfOrder(template: String, step: Int)
  /// Quotas never fall, and need a total that they stay within.
  case quotaFalls(task: String, node: String)
  case quotaAboveTotal(task: String, node: String)
  case quotaWithoutQuantity(task: String, node: String)

  /// A text with characters that nobody sees, or that every font draws otherwise.
  case unseenInPlan([Unicode.Scalar])

  // MARK: The ledger

  /// A line whose bytes are not those that were written.
  case damagedLine
  /// A write that was cut off before anybody was told "saved".
  case tornLine
  /// Lines of these numbers that must have been there.
  case missingLines(from: Int, through: Int)
  case lineTooLong
  /// A line written, by its own word, well before what it follows: somebody set a clock back, and
  /// its times are not to be trusted.
  case clockSetBack(Moment, after: Moment)
  /// Lines that this machine wrote, and acknowledged, are gone.
  case ownEntriesMissing
  /// Entries that this program has read before are gone.
  case entriesGone(Int)
  /// An entry that this program has read before and that says something else now, hashes and all.
  case entryRewritten
  /// An entry that no program of ours writes: it breaks a rule whatever was known when.
  case brokenRule(Refusal)
  /// A file in the folder of the ledgers that is none.
  case foreignFile
  /// A line that names another writer than its file does.
  case entryOfAnotherWriter(String)
  /// Two entries that say different things under one id.
  case twoEntriesWithOneId(String)
  /// An entry about a task that the plan does not have.
  case unknownTask(String)
  /// A change of a field that the plan does not show.
  case editNotInPlan(field: String)
  /// An entry that adds a task under an id that another task has in the plan.
  case taskOfTakenIdentifier(String)
  /// An entry that names one as known which is in no ledger.
  case earlierEntryMissing(String)
  /// A file handed in as evidence, by its path in the chart, that is not there: a copy may have come
  /// without it, and it may follow.
  case evidenceMissing(String)
  /// One whose bytes are not those that were handed in.
  case evidenceAltered(String)
  /// An entry of a day to come; it waits until then.
  case dayInTheFuture(Day)
  /// A text of an entry with characters that nobody sees, or that every font draws otherwise.
  case unseenInEntry([Unicode.Scalar])

  /// Whether it is wrong, not only worth a word: a write that was cut off before anybody was told
  /// "saved" has lost nothing, an entry dated tomorrow by another office has only to wait, evidence
  /// that is not here may come with the next copy, and what nobody sees is written out on screens.
  public var isDamage: Bool {
    switch self {
    case .tornLine, .dayInTheFuture, .evidenceMissing, .unseenInPlan, .unseenInEntry: false
    default: true
    }
  }

  /// Whether the bytes themselves are wrong, and no line is to follow on them.
  var isOfBytes: Bool {
    switch self {
    case .tornLine, .clockSetBack: false
    default: true
    }
  }

  /// What a reader can expect.
  public enum Expected: String, Hashable, Sendable, CaseIterable {
    /// Values by their kind, and the parts of JSON between them.
    case value, object, array, text, wholeNumber, trueOrFalse, memberName, colon, commaOrEnd, end
  }
}
