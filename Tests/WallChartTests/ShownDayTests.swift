import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The day of the chart")
struct ShownDayTests {
  static let day = Day(iso: "2020-07-31")!

  /// The example without a day of its own.
  static var open: Situation {
    var chart = Seeds.situation.chart
    chart.asOf = nil
    return Situation(chart: chart, ledger: Seeds.situation.ledger, on: day)
  }

  @Test("At midnight the day moves on, with rows and columns")
  func midnight() {
    var session = Session(Self.open)
    session.press(".")
    #expect(session.selection.contains("16 days overdue"))
    session.send(.dayBegan(Self.day + 1))
    #expect(session.selection.contains("17 days overdue"))
    session.send(.dayBegan(Self.day + 400))
    #expect(session.state.columns.upperBound == Month(of: Self.day + 400).number)
    #expect(session.selected == "BS-04/2")
  }

  @Test("A chart with a day of its own stays on it; when that goes, the machine's day holds")
  func dayOfItsOwn() {
    var session = Session()
    session.send(.dayBegan(Self.day + 1))
    #expect(session.state.situation.day == Self.day)
    session.send(.loaded(Self.open.chart, Self.open.ledger, ownWriters: []))
    #expect(session.state.situation.day == Self.day + 1)
  }

  @Test("Looking at another day, nothing is written")
  func looking() {
    var session = Session()
    session.state.lens = Self.day + -30
    session.state.showDay()
    session.press(".<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Another day is shown"))
  }
}
