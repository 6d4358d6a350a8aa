import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("Lists that are refused, each with its exact words and place")
struct RefusalTests {
  private static let head = "id,battle,title_en,unit_en,deadline"
  private static let row = "T-1,Air,Close it,North,2020-10-31"

  /// Lines of a list, and what is complained of, without the last line.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let complaints: [String]

    init(_ description: String, _ lines: String..., says complaints: String...) {
      testDescription = description
      self.lines = lines
      self.complaints = complaints
    }

    /// A row with one or two columns more than the usual ones.
    init(
      _ description: String, with columns: String, _ cells: String, says complaints: String...
    ) {
      testDescription = description
      lines = [head + "," + columns, row + "," + cells]
      self.complaints = complaints
    }
  }

  static let files = [
    Example(
      "an empty file", "",
      says: "list.csv:1:1: the file is empty. A list has a line of column names and a row for "
        + "each task."),
    Example(
      "no rows", head,
      says: "list.csv:1:1: there are column names but no tasks below them. Add a row for each "
        + "task."),
    Example(
      "a quote inside a cell", head, "T-1,Air,Close \"it\",North,2020-10-31",
      says: "list.csv:2:15: a quote inside a cell that does not begin with one. Put the whole "
        + "cell in quotes and double this one."),
    Example(
      "text after a quote", head, "T-1,Air,\"Close\" it,North,2020-10-31",
      says: "list.csv:2:16: text after the closing quote. Put a separator before it, or double a "
        + "quote that belongs to the text."),
    Example(
      "an unclosed quote in the column names", "id,\"battle,title_en", row,
      says: "list.csv:1:1: columns missing: battle or battle_zh; title_en or title_zh; unit_en or "
        + "unit_zh. This line has: id, battle,title_en␊T-1,Air,Close it,North,2020-10-31. Rename "
        + "columns or add them."
        + " Or say which one is meant: --map title_zh=NAME."
        + " If all tasks belong to one battle: --battle NAME.",
      "list.csv:1:4: the quote opened here is never closed. Close it."),
    Example(
      "a torn workbook", "PK\u{3}\u{4}\u{14}", "x",
      says: "list.csv: the workbook is damaged: it cannot be unpacked. Open it in Excel, save it "
        + "again, and import that."),
    Example(
      "of many columns found, the first ten are named", "number,name,a,b,c,d,e,f,g,\u{202E}h,i,j",
      "1,2,3,4,5,6,7,8,9,10,11,12",
      says: "list.csv:1:1: columns missing: id; battle or battle_zh; title_en or title_zh; unit_en "
        + "or unit_zh. This line has: number, name, a, b, c, d, e, f, g, <U+202E>h and 2 more. Rename "
        + "columns or add them."
        + " Or say which one is meant: --map id=NAME."
        + " If all tasks belong to one battle: --battle NAME."),
  ]

  static let cells = [
    Example(
      "a year typed wrong", with: "state_since,n1_due,n1_en", "0020-07-14,2200-01-01,Plan",
      says: "list.csv:2:35 (row 1, column \"state_since\"): the year of \"0020-07-14\" is not "
        + "between 1900 and 2199. Correct it.",
      "list.csv:2:46 (row 1, column \"n1_due\"): the year of \"2200-01-01\" is not between 1900 "
        + "and 2199. Correct it."),
    Example(
      "the column is counted in characters", "unit_zh,title_zh,battle,id,deadline",
      "甘井子区,取缔,Air,T-1,31/10/20",
      says: "list.csv:2:17 (row 1, column \"deadline\"): \"31/10/20\" has no year of "
        + "four digits. Write YYYY-MM-DD."),
    Example(
      "a number with a comma", with: "quantity", "\"1,200\"",
      says: "list.csv:2:35 (row 1, column \"quantity\"): \"1,200\" is not a whole number. "
        + "Use digits only, such as 1200."),
    Example(
      "an unknown risk", with: "risk", "urgent",
      says: "list.csv:2:35 (row 1, column \"risk\"): \"urgent\" is not one of: high, medium, low."
        + " Correct it, or rename the column to have it passed over."),
    Example(
      "an unknown term", with: "term", "soon",
      says: "list.csv:2:35 (row 1, column \"term\"): \"soon\" is not one of: dated, atOnce, "
        + "standing. Correct it, or rename the column to have it passed over."),
    Example(
      "an unknown state", with: "state", "done",
      says: "list.csv:2:35 (row 1, column \"state\"): \"done\" is not one of: not-started, "
        + "rectifying, submitted, notice, crossed-off."
        + " Correct it, or rename the column to have it passed over."),
    Example(
      "an unknown kind of unit", with: "unit_kind", "town",
      says: "list.csv:2:35 (row 1, column \"unit_kind\"): \"town\" is not one of: district, "
        + "bureau, joint. Correct it, or rename the column to have it passed over."),
    Example(
      "a rhythm that the chart does not give this risk", with: "risk,frequency", "high,weekly",
      says: "list.csv:2:40 (row 1, column \"frequency\"): \"scheduled weekly\" does not fit the "
        + "risk: in this chart high risk is scheduled daily. Correct one of the two."),
    Example(
      "an id that is none", head, "BS+01,Air,Close it,North,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): \"BS+01\" cannot be an id. Use 1 to 64 of these: "
        + "A to Z, a to z, 0 to 9, dot, hyphen, underscore."),
    Example(
      "an id of Chinese letters and full-width digits", head, "蓝天１,Air,Close it,North,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): \"蓝天１\" cannot be an id. Use 1 to 64 of these: "
        + "A to Z, a to z, 0 to 9, dot, hyphen, underscore."),
    Example(
      "an id twice", head, row, "T-2,Air,Open it,South,2020-10-31", row,
      says: "list.csv:4:1 (row 3, column \"id\"): task \"T-1\" stands in row 1 already. "
        + "Give every task its own id."),
    Example(
      "empty cells that must be filled", head, ",,,,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): the cell is empty. Fill it in.",
      "list.csv:2:2 (row 1, column \"battle\"): the cell is empty. Fill it in.",
      "list.csv:2:3 (row 1, column \"title_en\"): the cell is empty. Fill it in.",
      "list.csv:2:4 (row 1, column \"unit_en\"): the cell is empty. Fill it in."),
    Example(
      "a line break in an id, a day, a number, a word", with: "quantity,risk,n1_due,n1_en",
      "\"4\n0\",\"hi\r\ngh\",\"2020-\n08-01\",\"Plan\nfixed\"",
      says: "list.csv:2:35 (row 1, column \"quantity\"): a line break inside the cell. Put the "
        + "text on one line.",
      "list.csv:3:4 (row 1, column \"risk\"): a line break inside the cell. Put the text on one "
        + "line.",
      "list.csv:4:5 (row 1, column \"n1_due\"): a line break inside the cell. Put the text on "
        + "one line."),
    Example(
      "a line break in an id", head, "\"T\n1\",Air,Close it,North,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): a line break inside the cell. Put the text on "
        + "one line."),
    Example(
      "an escape character in a cell, never shown raw", head,
      "T-1,Air,Close \u{1B}[2Jit,North,2020-10-31",
      says: "list.csv:2:9 (row 1, column \"title_en\"): the control character U+001B in the "
        + "cell. Remove it."),
    Example(
      "a control character of C1", head, "T-1,Air,Close \u{9B}2J,North,2020-10-31",
      says: "list.csv:2:9 (row 1, column \"title_en\"): the control character U+009B in the "
        + "cell. Remove it."),
    Example(
      "a count without its day", with: "quantity,quantity_done,quantity_asof", "5,3,",
      says: "list.csv:2:39 (row 1, column \"quantity_asof\"): the cell is empty, but "
        + "\"quantity_done\" is filled in. Fill in both or neither."),
    Example(
      "a unit of quantity without quantity", with: "quantity,quantity_unit_en", ",boilers",
      says: "list.csv:2:35 (row 1, column \"quantity\"): the cell is empty, but "
        + "\"quantity_unit_en\" is filled in. Fill in both or neither."),
    Example(
      "a node without its day", with: "n1_due,n1_en", ",Plan fixed",
      says: "list.csv:2:35 (row 1, column \"n1_due\"): the cell is empty, but \"n1_en\" is "
        + "filled in. Fill in both or neither."),
    Example(
      "a node without its title", with: "n1_due,n1_en", "2020-08-01,",
      says: "list.csv:2:46 (row 1, column \"n1_en\"): the cell is empty, but \"n1_due\" is "
        + "filled in. Fill in both or neither."),
    Example(
      "a stage without its day", with: "state,state_since", "submitted,",
      says: "list.csv:2:45 (row 1, column \"state_since\"): the cell is empty, but \"state\" is "
        + "filled in. Fill in both or neither."),
    Example(
      "evidence before the submission", with: "state,evidence_en", "rectifying,Photo",
      says: "list.csv:2:46 (row 1, column \"evidence_en\"): evidence comes with the submission, "
        + "and by its state this task is not submitted. Correct the state or clear the cell."),
    Example(
      "one unit by two names", "id,battle,title_en,unit_en,unit_zh,deadline",
      "T-1,Air,Close it,North,北区,2020-10-31", "T-2,Air,Close it,South,南区,2020-10-31",
      "T-3,Air,Close it,North,南区,2020-10-31",
      says: "list.csv:4:18 (row 3, column \"unit_en\"): \"North\" and \"南区\" are two different "
        + "units. Correct one of the names."),
    Example(
      "one battle by two names", head + ",battle_zh", row + ",气",
      "T-2,Sea,Close it,North,2020-10-31,海", "T-3,Sea,Close it,North,2020-10-31,气",
      says: "list.csv:4:5 (row 3, column \"battle\"): \"Sea\" and \"气\" are two different "
        + "battles. Correct one of the names."),
    Example(
      "one unit of two kinds", head + ",unit_kind", row + ",joint",
      "T-2,Air,Close it,North,2020-10-31,district",
      says: "list.csv:3:35 (row 2, column \"unit_kind\"): unit \"north\" is of the kind joint in "
        + "row 1. Give it one kind."),
  ]

  private static let long = String(repeating: "é", count: 1000)
  static let longTexts = [
    Example(
      "a long text is named by its beginning", head, "T-1,Air,Close it,North," + long,
      says: "list.csv:2:24 (row 1, column \"deadline\"): \"" + long.prefix(80)
        + "…\" is not a time limit that can be read. Use YYYY-MM-DD, 2020年10月31日, "
        + "10月底前, 年底前, 上半年, 三季度末, end of October, 长期坚持, or give the words a day in the chart's "
        + "rules (limitWords)."),
    Example(
      "so is a long id", head, long + ",Air,Close it,North,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): \"" + long.prefix(80)
        + "…\" cannot be an id. Use "
        + "1 to 64 of these: A to Z, a to z, 0 to 9, dot, hyphen, underscore."),
    Example(
      "so is the name of a column", long, "x",
      says: "list.csv:1:1: columns missing: id; battle or battle_zh; title_en or title_zh; unit_en "
        + "or unit_zh. This line has: " + long.prefix(80) + "…. Rename columns or add them."
        + " Or say which one is meant: --map id=NAME."
        + " If all tasks belong to one battle: --battle NAME."),
    Example(
      "cells of spaces", head, "\u{3000},  ,\u{A0}, ,2020-10-31",
      says: "list.csv:2:1 (row 1, column \"id\"): the cell is empty. Fill it in.",
      "list.csv:2:3 (row 1, column \"battle\"): the cell is empty. Fill it in.",
      "list.csv:2:6 (row 1, column \"title_en\"): the cell is empty. Fill it in.",
      "list.csv:2:8 (row 1, column \"unit_en\"): the cell is empty. Fill it in."),
  ]

  static let rules = [
    Example(
      "no limit", head, "T-1,Air,Close it,North,",
      says: "list.csv:2:24 (row 1, column \"deadline\"): task T-1 has no limit. Fill it in, or "
        + "write 长期坚持 (ongoing) for a standing duty."),
    Example(
      "nodes out of order", with: "n1_due,n1_en,n2_due,n2_en", "2020-08-02,Plan,2020-08-01,Work",
      says: "list.csv:2:51 (row 1, column \"n2_due\"): task T-1: node 2 is not later than the "
        + "node before it."),
    Example(
      "a node after the limit", with: "n1_due,n1_en", "2020-11-01,Plan",
      says: "list.csv:2:35 (row 1, column \"n1_due\"): task T-1: node 1 is due after the limit."),
    Example(
      "a quota above the total", with: "quantity,n1_due,n1_en,n1_quota", "4,2020-08-01,Half,5",
      says: "list.csv:2:53 (row 1, column \"n1_quota\"): task T-1: the quota of node 1 is above "
        + "the total."),
    Example(
      "a quota without quantity", with: "n1_due,n1_en,n1_quota", "2020-08-01,Half,5",
      says: "list.csv:2:51 (row 1, column \"n1_quota\"): task T-1: node 1 has a quota, but the "
        + "task has no quantity."),
    Example(
      "a node met in the future", with: "n1_due,n1_en,n1_done", "2020-08-01,Plan,2020-08-01",
      says: "list.csv:2:51 (row 1, column \"n1_done\"): 1 Aug 2020 is in the future."),
    Example(
      "a count without quantity", with: "quantity_done,quantity_asof", "3,2020-07-30",
      says: "list.csv:2:35 (row 1, column \"quantity_done\"): T-1 has no quantity to count."),
    Example(
      "a count above the total", with: "quantity,quantity_done,quantity_asof", "2,3,2020-07-30",
      says: "list.csv:2:37 (row 1, column \"quantity_done\"): 3 is not between 0 and 2."),
    Example(
      "a count dated in the future", with: "quantity,quantity_done,quantity_asof",
      "4,3,2020-08-30",
      says: "list.csv:2:39 (row 1, column \"quantity_asof\"): 30 Aug 2020 is in the future."),
    Example(
      "a count below the quota that was met",
      with: "quantity,n1_due,n1_en,n1_quota,n1_done,quantity_done,quantity_asof",
      "9,2020-07-01,Half,5,2020-07-01,4,2020-07-30",
      says: "list.csv:2:66 (row 1, column \"quantity_done\"): the count falls from 5 to 4. "
        + "Correct it, or report it in the chart with the reason."),
    Example(
      "a submission without evidence", with: "state,state_since", "submitted,2020-07-20",
      says: "list.csv:2:35 (row 1, column \"state\"): T-1 cannot be submitted: no evidence."),
    Example(
      "a submission with an open node",
      with: "n1_due,n1_en,state,state_since,evidence_en",
      "2020-07-01,Plan,submitted,2020-07-20,Photo",
      says: "list.csv:2:51 (row 1, column \"state\"): T-1 cannot be submitted: node 1 is not met."),
    Example(
      "a verification that nobody leads", with: "state,state_since,evidence_en",
      "notice,2020-07-20,Photo",
      says: "list.csv:2:35 (row 1, column \"state\"): say which unit acts (--unit)."),
    Example(
      "a verification by the responsible unit", with: "lead_en,state,state_since,evidence_en",
      "North,notice,2020-07-20,Photo",
      says: "list.csv:2:41 (row 1, column \"state\"): north is responsible for T-1 and cannot "
        + "verify it."),
    Example(
      "a stage dated in the future", with: "state,state_since,evidence_en",
      "submitted,2020-08-20,Photo",
      says: "list.csv:2:45 (row 1, column \"state_since\"): 20 Aug 2020 is in the future."),
    Example(
      "a node met after the day the notice must have begun",
      with: "lead_en,n1_due,n1_en,n1_done,state,state_since,evidence_en",
      "EPB,2020-07-01,Plan,2020-07-12,crossed-off,2020-07-15,Photo",
      says: "list.csv:2:55 (row 1, column \"n1_done\"): met on 12 Jul 2020, after the task was "
        + "submitted on 9 Jul 2020 (computed: cross-off on 15 Jul 2020, public notice of 5 days). "
        + "Correct one of the days."),
    Example(
      "a node met after the day the task was submitted",
      with: "n1_due,n1_en,n1_done,state,state_since,evidence_en",
      "2020-07-01,Plan,2020-07-12,submitted,2020-07-09,Photo",
      says: "list.csv:2:51 (row 1, column \"n1_done\"): met on 12 Jul 2020, after the task was "
        + "submitted on 9 Jul 2020. Correct one of the days."),
    Example(
      "a cross-off so far in the future that its submission is too",
      with: "lead_en,state,state_since,evidence_en", "EPB,crossed-off,2020-08-20,Photo",
      says: "list.csv:2:51 (row 1, column \"state_since\"): 20 Aug 2020 is in the future."),
    Example(
      "the count of a task crossed off in the future",
      with: "quantity,quantity_done,quantity_asof,lead_en,state,state_since,evidence_en",
      "5,5,2020-08-30,EPB,crossed-off,2020-08-20,Photo",
      says: "list.csv:2:39 (row 1, column \"quantity_asof\"): 30 Aug 2020 is in the future."),
  ]

  @Test(
    "A broken list is refused, and no chart is made", arguments: files + cells + longTexts + rules)
  func refused(_ example: Example) throws {
    let session = try ImportSession()
    let complaints = try session.complaints(example.lines)
    #expect(Array(complaints.dropLast()) == example.complaints)
    let count = example.complaints.count
    #expect(
      complaints.last == "\(count) \(count == 1 ? "finding" : "findings"): nothing was imported.")
    #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
  }

  @Test("Every finding is said in one go, in the order of the file, and the good rows stay out")
  func allOrNothing() throws {
    let session = try ImportSession()
    let complaints = try session.complaints([
      Self.head + ",risk", Self.row + ",high", "T-2,Air,Open it,North,2020-13-01,low",
      "T-3,Air,\"A \"\"gate\"\"\",South,2020-10-31,none", "T-4,Air,Lock it,South,2020-10-31",
    ])
    #expect(
      complaints == [
        "list.csv:3:23 (row 2, column \"deadline\"): the calendar has no \"2020-13-01\". "
          + "Correct month or day.",
        "list.csv:4:39 (row 3, column \"risk\"): \"none\" is not one of: high, medium, low."
          + " Correct it, or rename the column to have it passed over.",
        "list.csv:5:1 (row 4): 6 columns expected, 5 found. Check the separators and quotes of this "
          + "row.",
        "3 findings: nothing was imported.",
      ])
    #expect(!FileManager.default.fileExists(atPath: session.path("chart")))
  }

  @Test("After fifty findings the rest is counted")
  func many() throws {
    let session = try ImportSession()
    let rows = (1...60).map { "T-\($0),Air,Close it,North,soon" }
    let complaints = try session.complaints([Self.head] + rows)
    #expect(complaints.count == 52)
    #expect(complaints[50] == "… and 10 more.")
    #expect(complaints[51] == "60 findings: nothing was imported.")
  }

  @Test(
    "After ten thousand findings nothing more is looked at, nor left out", arguments: [false, true])
  func tooMany(skipsBad: Bool) throws {
    let session = try ImportSession()
    let rows = (1...10_050).map { "T-\($0),Air,Close it,North,soon" }
    let list = try session.save("list.csv", ([Self.head] + rows).joined(separator: "\n"))
    let report = try session.run(
      [list, "--into", session.path("chart")] + (skipsBad ? ["--skip-bad"] : []))
    #expect(report.exitCode == 65)
    #expect(
      session.complaints(of: report).suffix(3) == [
        "… and 9951 more.",
        "list.csv:10002:1: more than 10000 findings: the rows from here on were not looked at. "
          + "Mend these first.",
        "10001 findings: nothing was imported.",
      ])
    #expect(!FileManager.default.fileExists(atPath: list + ".rejects.csv"))
  }

  @Test("Text from the list reaches the terminal only with its control characters written out")
  func filtered() throws {
    let session = try ImportSession()
    let name = ",\u{1B}]0;x\u{7}"
    let all = try
      (session.complaints([Self.head, "T-1,Air,Close it,North,\u{202E}soon"])
      + session.complaints([Self.head + name + name, Self.row + ",,"])).joined()
    #expect(all.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(all.contains("␛]0;x␇"))
    #expect(all.contains("<U+202E>soon"))
  }
}
