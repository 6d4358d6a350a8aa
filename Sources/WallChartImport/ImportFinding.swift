import WallChartStore

/// Something in a list that keeps it out of the chart, at its place, for a person to act on.
/// Worded in ``Report``.
struct ImportFinding: Sendable, Equatable {
  /// Where in the table. Lines and columns are counted only for what is said of them.
  var place: Int
  /// The row of the list, the line of column names not counted; nil when it is about that line.
  var row: Int?
  /// The column, as the list calls it.
  var name: String?
  var problem: Problem

  /// So many of a list are plenty; what comes behind them is not looked at.
  static let limit = 10_000

  /// What can be wrong in a list.
  enum Problem: Sendable, Equatable {
    // The bytes
    case empty
    case noRows
    /// A plan that has none.
    case noTasks
    case notATable(ForeignFile)
    /// Bytes that are no text in the encoding that is known or was named.
    case badBytes(hex: String, encoding: String)
    /// Bytes that are not UTF-8, of a file that does not read as Chinese in GB18030 either.
    case unknownEncoding(hex: String)
    /// The byte order mark says one thing, a person another.
    case otherEncoding(marked: String, named: String)
    /// UTF-16 that does not say so.
    case noByteOrderMark(String)
    case nullCharacter
    /// The columns can be parted by each of these signs.
    case ambiguousSeparator([Separator])
    case unclosedQuote
    case quoteInsideCell
    case textAfterQuote
    case inWorkbook(WorkbookProblem)
    // The line of column names
    case tooManyColumns(Int, limit: Int)
    case tooManyRows(rows: Int, cells: Int)
    case blankHeader
    case duplicateHeader(String)
    case inLayout(LayoutProblem)
    /// Of each group of columns one is needed, and none is there.
    case missingColumns([[String]], found: [String])
    // The rows
    /// So much is wrong that the rows from here on were not looked at.
    case tooManyFindings(limit: Int)
    case columnCount(expected: Int, found: Int)
    /// In an id, a day, a number or a word of a few; other texts may have line breaks.
    case lineBreak
    case controlCharacter(String)
    case emptyCell
    /// Empty, though another column of the row needs it.
    case neededBy(column: String)
    case badDay(String)
    case noSuchDay(String)
    case badYear(String, allowed: ClosedRange<Int>)
    /// A time limit that cannot be read, and one that says "at once" without a day.
    case badLimit(String)
    case needsDay(String)
    /// A day without a year, when nothing around it names one.
    case noYear(String)
    /// A day of which the order, all figures of the year, or even that it is one, is not clear.
    case dayOrder(String)
    case shortYear(String)
    case serialNumber(String)
    /// A part of the year by whose beginning or end something may be due: 10月前.
    case beginningOrEnd(String)
    /// Words of a limit that mean another day than the one beside them.
    case limitDiffers(String, means: Day, day: Day)
    /// The step of a template, from 1, for which the time is too short.
    case noTime(template: String, step: Int, title: Text, from: Day, limit: Day)
    case badNumber(String)
    /// A number or day that a spreadsheet has put in a form of its own.
    case spreadsheetForm(String)
    /// What a spreadsheet shows instead of a result, such as `#REF!`.
    case spreadsheetError(String)
    case duplicateTask(String, row: Int)
    /// An id that a spreadsheet took the zeros from, and what it was.
    case lostZeros(String, whole: String)
    case rhythmDiffers(Chart.Rhythm, risk: Chart.Risk, rhythm: Chart.Rhythm)
    case twoUnits(String, String)
    case twoBattles(String, String)
    /// A name that several units, or battles, of the chart have, and the ids of these.
    case sameUnit(String, ids: [String])
    case sameBattle(String, ids: [String])
    /// A battle or unit of another plan whose id means something else in the chart.
    case sameID(String, here: Text, there: Text)
    case twoKinds(unit: String, kind: String, row: Int)
    case evidenceTooEarly
    /// The days of submission follow from the cross-off unless that is nil.
    case metAfterSubmission(met: Day, submitted: Day, crossedOff: Day?)
    case submittedTooEarly(Day, crossedOff: Day, earlier: Day)
    // Against the chart
    /// The chart has something there that no task can be without.
    case cannotClear(String)
    /// A node with entries about it is missing in the list.
    case markedNode(task: String, node: String)
    /// A day that the ledger lets nobody move, and the one the chart has.
    case cannotMove(Refusal, from: Day)
    case fault(Fault)
    case refusal(Refusal)

    /// Whether nothing is wrong with the list: a person has to say how it is meant.
    var asksForOption: Bool {
      switch self {
      case .ambiguousSeparator, .inWorkbook(.severalSheets), .inWorkbook(.noSuchSheet): true
      default: false
      }
    }
  }
}
