import Foundation
import Testing

/// `wallchart minutes` and `wallchart bulletin`, as a clerk at a shell uses them.
@Suite struct PaperTests {
  @Test func `A bulletin is printed as things stand, and one without a number is a draft`() throws {
    let desk = try Desk()
    let draft = try desk.run("bulletin", desk.chart)
    #expect(draft.ending == .exit(0))
    for line in [
      "# Dalian 2020: the battle against pollution, dispatch bulletin (draft, without a number)",
      "- As of Fri 31 Jul 2020", "## 4. Overdue tasks",
    ] { #expect(draft.text.contains(line), "\(draft.text)") }
    let numbered = try desk.run("bulletin", desk.chart, "--number", "3", "--lang", "zh")
    #expect(numbered.text.contains("# 大连市2020年污染防治攻坚战调度通报（第3期）"))
    let later = try desk.run("bulletin", desk.chart, "--as-of", "2020-08-31", "--rhythm", "monthly")
    #expect(later.text.contains("- As of Mon 31 Aug 2020"))
    #expect(later.text.contains("the next one is due on Wed 30 Sep 2020"))
  }

  @Test func `Where no meeting was closed there are no minutes, and that is said`() throws {
    let desk = try Desk()
    let none = try desk.run("minutes", desk.chart)
    #expect(none.ending == .exit(66))
    #expect(none.text.contains("no meeting of that kind has been closed on this chart."))
  }

  @Test func `What cannot be meant is refused with what can`() throws {
    let desk = try Desk()
    for (arguments, text) in [
      (["bulletin", desk.chart, "--number", "0"], "\"0\" is no number of a bulletin"),
      (["bulletin", desk.chart, "--rhythm", "hourly"], "is not one of: daily, weekly, monthly."),
      (["minutes", desk.chart, "--rhythm", "hourly"], "is not one of: daily, weekly, monthly."),
      (["bulletin", desk.chart, "--since", "2020-07-31"], "31 Jul 2020 is not before the day"),
    ] {
      let session = try desk.begin(arguments)
      #expect(try session.waitForEnd() == .exit(64), "\(arguments)")
      #expect(session.receivedText.contains(text), "\(session.receivedText)")
    }
  }
}
