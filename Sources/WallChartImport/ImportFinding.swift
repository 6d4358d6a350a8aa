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

  /// What can be wrong in a list.
  enum Problem: Sendable, Equatable {
    // The bytes
    case empty
    case noRows
    case workbook
    case unclosedQuote
    case quoteInsideCell
    case textAfterQuote
    // The line of column names
    case tooManyColumns(Int, limit: Int)
    case blankHeader
    case duplicateHeader(String)
    case inLayout(LayoutProblem)
    /// The columns are parted by this sign instead of commas.
    case otherSeparator(Character)
    /// Of each group of columns one is needed, and none is there.
    case missingColumns([[String]], found: [String])
    // The rows
    case columnCount(expected: Int, found: Int)
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
    /// Words of a limit that mean another day than the one beside them.
    case limitDiffers(String, means: Day, day: Day)
    /// The step of a template, from 1, for which the time is too short.
    case noTime(template: String, step: Int, title: Text, from: Day, limit: Day)
    case badNumber(String)
    case duplicateTask(String, row: Int)
    case rhythmDiffers(String, risk: String, rhythm: String)
    case twoUnits(String, String)
    case twoBattles(String, String)
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
    case fault(Fault)
    case refusal(Refusal)
  }
}
