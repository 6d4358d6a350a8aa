import Testing
import WallChartStore

@testable import WallChart

/// What becomes of the cursor when its task is hidden.
@Suite("A selection that is hidden")
struct HiddenTests {
  @Test(
    "The cursor goes to the nearest task shown, in its column, and comes back with what hid it",
    arguments: [
      ("fpul<Enter>", "BS-15/2", "<Esc>"), ("fpul<Enter>", "BS-15/2", "q"),
      ("fpul<Enter>", "BS-15/2", "F"), ("fpul<Enter>", "BS-15/2", "fpul<Enter>"),
      ("3", "BH-01/2", "0"), ("3", "BH-01/2", "<Esc>"), ("4", "AR-01/1", "12340"),
      ("3fpul<Enter>", "BH-11/2", "<Esc><Esc>"), ("wred<Enter>j", "CW-01/3", "k"),
      ("z", "", "z"), ("Z", "", "Z"), ("z", "", "<Enter>"), ("z3", "BH-01/2", "0<Enter>"),
      ("fpul<Enter>ss", "BS-15/2", "F"), ("fpul<Enter>v", "BS-15/2", "F"),
    ])
  func nearest(keys: String, there: String, back: String) {
    var session = Session()
    session.press("/BS-14<Enter>")
    #expect(session.selected == "BS-14/2")
    session.press(keys)
    #expect(session.selected == there)
    session.press(back)
    #expect(session.selected == "BS-14/2", "\(keys) \(back)")
  }

  @Test("At the end of the chart it goes to the last task shown before it")
  func before() {
    var session = Session()
    session.press("Gf4")
    let last = session.selected
    session.press("G")
    #expect(session.selected == last)
    session.press("F")
    #expect(session.selected == last)
  }

  @Test(
    "Once the user has moved or marked, it stays where it is", arguments: ["j", "lh", "<Space>u"])
  func moved(keys: String) {
    var session = Session()
    session.press("/BS-14<Enter>fpul<Enter>" + keys)
    let there = session.selected
    session.press("<Esc>")
    #expect(session.selected == there)
  }

  @Test("The calendar stands still")
  func calendar() {
    var session = Session()
    session.press("/BS-14<Enter>")
    let heads = session.frame.text(ofRow: 2)
    for keys in ["fpul<Enter>", "<Esc>", "3", "0", "z", "z"] {
      session.press(keys)
      #expect(session.frame.text(ofRow: 2) == heads, "\(keys)")
    }
  }

  @Test("Up and down keep to the column they kept to before, once it is back")
  func column() {
    var session = Session(
      Seeds.chart(
        [
          ("A", ["2020-06-10", "2020-09-10"]), ("B", ["2020-02-01"]),
          ("C", ["2020-06-12", "2020-09-12"]),
        ], on: "2020-07-31"))
    session.press("ljzzj")
    #expect(session.selected == "C/2")
  }
}
