import Testing
import WallChartStore

@testable import WallChartImport

@Suite("What the words of a limit mean")
struct DatePhraseTests {
  /// A reading in 2020 of these words, and what must come out.
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let meaning: String
    var testDescription: String { "\(text) = \(meaning)" }

    init(_ text: String, _ meaning: String) {
      self.text = text
      self.meaning = meaning
    }
  }

  /// The meaning in short: a day, a term, or why there is none.
  private static func meaning(of text: String, _ reading: DayReading) -> String {
    meaning(of: Table.Cell(text: text, place: 0), reading)
  }

  private static func meaning(of cell: Table.Cell, _ reading: DayReading) -> String {
    func shown(_ date: PartialDate) -> String {
      let day = date.day(in: date.year ?? 2020).map(\.iso) ?? "no such day"
      return day + (date.year == nil ? " of any year" : "") + (date.isExact ? "" : " or before")
    }
    do {
      switch try reading.phrase(cell) {
      case .date(let date)?: return shown(date)
      case .atOnce(let date)?: return "at once" + (date.map { ", " + shown($0) } ?? "")
      case .standing?: return "standing"
      case .atOnceForGood?: return "at once, for good"
      case nil: return "unclear"
      }
    } catch {
      return "\(error)"
    }
  }

  static let days = [
    Example("2020-10-31", "2020-10-31"), Example("2020/10/31", "2020-10-31"),
    Example("2020.10.31", "2020-10-31"), Example("2020/1/5", "2020-01-05"),
    Example("2020．１０．３１", "2020-10-31"), Example("20201031", "2020-10-31"),
    Example("2020-10-31 00:00:00", "2020-10-31"), Example("2020-10-31T00:00:00", "2020-10-31"),
    Example("2020-10-31前", "2020-10-31"), Example("2020.10.31之前", "2020-10-31"),
    Example("2020年10月31日", "2020-10-31"), Example("2020年10月31日前", "2020-10-31"),
    Example("２０２０年１０月３１日前", "2020-10-31"), Example("2020 年 10 月 31 日", "2020-10-31"),
    Example("2020年10月31号以前", "2020-10-31"), Example("二〇二〇年十月三十一日", "2020-10-31"),
    Example("二零二零年十二月三十一日前完成", "2020-12-31"), Example("于2020年10月31日前完成", "2020-10-31"),
    Example("10月31日前", "2020-10-31 of any year"), Example("10月31日", "2020-10-31 of any year"),
    Example("十月二十日", "2020-10-20 of any year"), Example("10月1号前完成。", "2020-10-01 of any year"),
    Example("2020年2月30日", "no such day"), Example("13月底", "no such day of any year or before"),
    Example("2020-02-30", "no such day"), Example("2020年0月", "no such day or before"),
    Example("於2020年10月31日前", "2020-10-31"), Example("10月31號前完成，並長期堅持", "2020-10-31 of any year"),
  ]

  static let parts = [
    Example("10月底前", "2020-10-31 of any year or before"),
    Example("10月底", "2020-10-31 of any year or before"),
    Example("9月底前", "2020-09-30 of any year or before"),
    Example("十月底前", "2020-10-31 of any year or before"),
    Example("１０月底前", "2020-10-31 of any year or before"),
    Example("10 月 底前完成", "2020-10-31 of any year or before"),
    Example("十一月末", "2020-11-30 of any year or before"),
    Example("2020年10月底前", "2020-10-31 or before"),
    Example("2021年2月底前", "2021-02-28 or before"),
    Example("2020年2月底前", "2020-02-29 or before"),
    Example("2020年12月底前完成整改", "2020-12-31 or before"),
    Example("12月初", "2020-12-10 of any year or before"),
    Example("12月上旬", "2020-12-10 of any year or before"),
    Example("12月中旬", "2020-12-20 of any year or before"),
    Example("12月中旬前", "2020-12-20 of any year or before"),
    Example("12月下旬", "2020-12-31 of any year or before"),
    Example("2020年12月初", "2020-12-10 or before"),
    Example("2020年10月", "2020-10-31 or before"),
    Example("10月份", "2020-10-31 of any year or before"),
    Example("10月份底前", "2020-10-31 of any year or before"),
    Example("10月内", "2020-10-31 of any year or before"),
    Example("2020-10", "2020-10-31 or before"), Example("2020.10", "2020-10-31 or before"),
    Example("2020年底前", "2020-12-31 or before"), Example("2020年年底前", "2020-12-31 or before"),
    Example("2020年", "2020-12-31 or before"), Example("2020年内", "2020-12-31 or before"),
    Example("2020年度内", "2020-12-31 or before"), Example("2020底", "2020-12-31 or before"),
    Example("年底前", "2020-12-31 of any year or before"),
    Example("年底", "2020-12-31 of any year or before"),
    Example("年末", "2020-12-31 of any year or before"),
    Example("年内", "2020-12-31 of any year or before"),
    Example("年內", "2020-12-31 of any year or before"),
    Example("上半年", "2020-06-30 of any year or before"),
    Example("2020年上半年", "2020-06-30 or before"),
    Example("2020上半年底前", "2020-06-30 or before"),
    Example("下半年", "2020-12-31 of any year or before"),
    Example("第三季度", "2020-09-30 of any year or before"),
    Example("三季度末", "2020-09-30 of any year or before"),
    Example("3季度末前", "2020-09-30 of any year or before"),
    Example("2020年第四季度", "2020-12-31 or before"),
    Example("2020年一季度内", "2020-03-31 or before"),
  ]

  static let terms = [
    Example("2020年7月起", "standing"), Example("自2020年7月1日起", "standing"),
    Example("7月开始", "standing"), Example("长期坚持", "standing"), Example("長期堅持", "standing"),
    Example("长期", "standing"), Example("持续推进", "standing"), Example("常态化", "standing"),
    Example("长期坚持。", "standing"), Example("立行立改", "at once"), Example("即知即改", "at once"),
    Example("立行立改，2020年10月底前", "at once, 2020-10-31 or before"),
    Example("立行立改（8月15日前完成）", "at once, 2020-08-15 of any year"),
    Example("ongoing", "standing"), Example("Long-term", "standing"),
    Example("from July 2020", "standing"), Example("at once", "at once"),
    Example("Immediately, by 15 Aug 2020", "at once, 2020-08-15"),
  ]

  static let english = [
    Example("31 Oct 2020", "2020-10-31"), Example("31 October 2020", "2020-10-31"),
    Example("October 31, 2020", "2020-10-31"), Example("Oct 31, 2020", "2020-10-31"),
    Example("31st of October 2020", "2020-10-31"), Example("by 31 Oct. 2020", "2020-10-31"),
    Example("31-Oct-2020", "2020-10-31"), Example("2020-Oct-31", "2020-10-31"),
    Example("31 Oct", "2020-10-31 of any year"), Example("October 31", "2020-10-31 of any year"),
    Example("end of October", "2020-10-31 of any year or before"),
    Example("by end-Oct 2020", "2020-10-31 or before"),
    Example("no later than the end of October 2020", "2020-10-31 or before"),
    Example("October 2020", "2020-10-31 or before"), Example("Sept 2020", "2020-09-30 or before"),
    Example("mid-October", "2020-10-20 of any year or before"),
    Example("early December 2020", "2020-12-10 or before"),
    Example("late Feb 2021", "2021-02-28 or before"),
    Example("Q3", "2020-09-30 of any year or before"), Example("Q3 2020", "2020-09-30 or before"),
    Example("2020 Q4", "2020-12-31 or before"),
    Example("third quarter of 2020", "2020-09-30 or before"),
    Example("first half of 2020", "2020-06-30 or before"),
    Example("H1 2020", "2020-06-30 or before"),
    Example("end of year", "2020-12-31 of any year or before"),
    Example("by the end of the year", "2020-12-31 of any year or before"),
    Example("year-end", "2020-12-31 of any year or before"),
    Example("within the year", "2020-12-31 of any year or before"),
    Example("end of 2020", "2020-12-31 or before"), Example("by end 2020", "2020-12-31 or before"),
    Example("31 November 2020", "no such day"),
  ]

  /// As the lists of offices have them.
  static let inLists = [
    Example("2020年底前，长期坚持", "2020-12-31 or before"),
    Example("2020年9月底前完成并长期坚持", "2020-09-30 or before"),
    Example("2020年6月30日前完成，并持续推进", "2020-06-30"),
    Example("立行立改，2020年8月15日前，长期坚持", "at once, 2020-08-15"),
    Example("立行立改、长期坚持", "at once, for good"), Example("立行立改并长期坚持", "at once, for good"),
    Example("长期坚持、持续推进", "standing"), Example("2020年7月起长期坚持", "standing"),
    Example("2020年9月30日前完成整改", "2020-09-30"),
    Example("2020年底前完成整改任务", "2020-12-31 or before"),
    Example("整改完成时限：2020年10月", "2020-10-31 or before"),
    Example("时限：年底前", "2020-12-31 of any year or before"),
    Example("6.30", "2020-06-30 of any year"), Example("6/30", "2020-06-30 of any year"),
    Example("10/31/2020", "2020-10-31"), Example("31/10/2020", "2020-10-31"),
    Example("2020.6", "2020-06-30 or before"), Example("at once, ongoing", "at once, for good"),
    Example("by end of 2020 and ongoing", "2020-12-31 or before"),
    Example("Deadline: 31 Oct 2020", "2020-10-31"),
  ]

  static let refused = [
    Example("03/04/2020", "order"), Example("20.12", "order"), Example("10-31", "order"),
    Example("3-4-20", "shortYear"), Example("31.10.20", "shortYear"), Example("20年底前", "shortYear"),
    Example("Oct-20", "shortYear"), Example("31-Oct-20", "shortYear"),
    Example("Oct 20", "shortYear"),
    Example("end of Oct 20", "shortYear"), Example("45123", "serial"),
    Example("10月前", "beginning"), Example("2020年前", "beginning"),
    Example("上半年前", "beginning"), Example("三季度前", "beginning"), Example("年内前", "beginning"),
    Example("10月中", "unclear"),
    Example("年初", "unclear"), Example("明年底", "unclear"), Example("近期", "unclear"),
    Example("尽快", "unclear"), Example("采暖期前", "unclear"), Example("五季度", "unclear"),
    Example("7月至10月", "unclear"), Example("2020年6月-12月", "unclear"),
    Example("立行立改10月底", "unclear"), Example("2020年底前见成效，长期坚持", "unclear"),
    Example("2020年底前长期坚持", "unclear"), Example("备注：2020年底", "unclear"),
    Example("年底前完成一半", "unclear"), Example("6.3", "unclear"), Example("已完成", "unclear"),
    Example("月底前", "unclear"), Example("底", "unclear"),
    Example("前", "unclear"), Example("", "unclear"), Example("。", "unclear"),
    Example("-", "unclear"),
    Example("2020", "unclear"), Example("202010", "unclear"), Example("2020.1", "unclear"),
    Example("2020-10-", "unclear"), Example("2020--31", "unclear"),
    Example("2020-10/31", "unclear"),
    Example("2020-10-31-1", "unclear"), Example("1.2E+05", "unclear"), Example("#REF!", "unclear"),
    Example("-45123", "unclear"), Example("2020-10-31 09:30", "unclear"),
    Example("٢٠٢٠-١٠-٣١", "unclear"), Example("99999999999999999999", "unclear"),
    Example("2020-99999999999-1", "unclear"), Example("99999年底", "unclear"),
    Example("before October", "unclear"), Example("soon", "unclear"),
    Example("late 2020", "unclear"),
    Example("Octember 2020", "unclear"), Example("end of end of October", "unclear"),
    Example("31 31 Oct 2020", "unclear"), Example("Q5 2020", "unclear"),
    Example("by 2020", "unclear"),
    Example("October 2020 2020", "unclear"), Example("end", "unclear"), Example("q", "unclear"),
    Example("第", "unclear"), Example("十", "unclear"), Example("〇月", "unclear"),
    Example("一十一十月底", "unclear"),
  ]

  @Test(
    "Read for sure, or not at all", arguments: days + parts + terms + english + inLists + refused)
  func read(_ example: Example) {
    #expect(Self.meaning(of: example.text, DayReading()) == example.meaning)
  }

  @Test(
    "The order of days is read as it is told, and never against it",
    arguments: [
      (DateOrder.dmy, "03/04/2020", "2020-04-03"), (.mdy, "03/04/2020", "2020-03-04"),
      (.dmy, "31.10.2020", "2020-10-31"), (.mdy, "31/10/2020", "no such day"),
      (.ymd, "03/04/2020", "order"), (.dmy, "2020-10-31", "2020-10-31"),
      (.dmy, "31/10", "2020-10-31 of any year"), (.mdy, "10/31", "2020-10-31 of any year"),
      (.ymd, "10.31", "2020-10-31 of any year"), (.ymd, "6.3", "unclear"),
      (.dmy, "31/10/20", "shortYear"),
      (.dmy, "31/10/2020前", "2020-10-31"), (.excel, "44135", "2020-10-31"),
      (.excel, "45123", "2023-07-16"), (.excel1904, "42673", "2020-10-31"),
      (.dmy, "44135", "serial"),
      (.excel, "4413", "unclear"), (.excel, "31/10/2020", "order"),
    ])
  func order(_ order: DateOrder, _ text: String, _ meaning: String) {
    #expect(Self.meaning(of: text, DayReading(order: order)) == meaning)
  }

  @Test("A number of a workbook is its day; one that is no likely day is none")
  func serials() {
    func meaning(_ text: String, _ day: Day) -> String {
      Self.meaning(of: Table.Cell(text: text, place: 0, note: .serial(day)), DayReading())
    }
    #expect(meaning("44135", day("2020-10-31")) == "2020-10-31")
    #expect(meaning("2020", day("1905-07-12")) == "unclear")
    #expect(meaning("10月底", day("2020-10-31")) == "2020-10-31 of any year or before")
  }

  @Test("Words of the chart's rules mean their day, whatever the spaces and width")
  func limitWords() throws {
    let rules = [("采暖期前", "10-31"), ("Flood season", "06-01"), ("闰日", "02-29"), ("立行立改", "08-15")]
    let words = try rules.map { words, day in
      Chart.LimitWord(words: words, day: try #require(DayOfYear(iso: day)))
    }
    let reading = DayReading(limitWords: words)
    for (text, meaning) in [
      ("采暖期前", "2020-10-31 of any year"), (" 采暖期 前。", "2020-10-31 of any year"),
      ("2021年采暖期前", "2021-10-31"), ("flood season", "2020-06-01 of any year"),
      ("闰日", "2020-02-29 of any year"), ("2021年闰日", "no such day"), ("采暖期", "unclear"),
      ("立行立改", "at once, 2020-08-15 of any year"),
    ] {
      #expect(Self.meaning(of: text, reading) == meaning, "\(text)")
    }
  }

  @Test("Any signs in any order are read, refused, or found unclear, and nothing traps")
  func anything() {
    var dice = Dice(seed: 5)
    let pieces = [
      "2020", "年", "月", "日", "底", "前", "十", "二", "〇", "1", "31", "季度", "上半年", "起", "-", "/", ".",
      " ", "oct", "end", "of", "q", "h", "立行立改", "，", "（", "）", "第", "999999999", "0", "\u{301}",
      "é",
      "😀", "year", "half", "from", "内", "初", "中旬",
    ]
    var read = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...6, using: &dice)).map { _ in
        pieces.randomElement(using: &dice) ?? ""
      }.joined()
      for order in [nil, DateOrder.dmy, .mdy, .ymd, .excel] {
        let cell = Table.Cell(text: text, place: 0)
        guard case .date(let date)? = try? DayReading(order: order).phrase(cell) else { continue }
        read += 1
        if let day = date.day(in: date.year ?? 2020) {
          #expect(day.date.month == date.month)
        }
      }
    }
    #expect(read > 1000)
  }

  @Test("Every word of the one table is read in the column of the term and in that of the limit")
  func words() {
    let meanings: KeyValuePairs<Chart.Task.Term, String> = [
      .standing: "standing", .atOnce: "at once",
    ]
    for (term, meaning) in meanings {
      let words = Chart.Task.Term.listWords.words(for: term)
      #expect(words.count > 4)
      for word in words {
        #expect(Chart.Task.Term(listWord: word) == term, "\(word)")
        #expect(Self.meaning(of: word, DayReading()) == meaning, "\(word)")
      }
    }
    let forGood = Self.meaning(of: "立查立改、常态化推进", DayReading())
    #expect(forGood == "at once, for good")
    #expect(Self.meaning(of: "立知立改，10月底前", DayReading()).hasPrefix("at once, 2020-10-31"))
  }
}
