import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// Keys at random, and changes from outside among them: whatever happens, the meeting and what is
/// selected belong together.
@Suite("A meeting under any keys")
struct MeetingWalkTests {
  /// A fixed row of numbers, so that a failure comes again.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static let keys = [
    "m", "1", "2", "3", "<Enter>", "<Enter>", "<Enter>", "<PageDown>", "<PageUp>", "<Esc>", "q",
    "j",
    "k", "g", "G", "h", "l", "<Home>", "<End>", "<Tab>", "<S-Tab>", "v", "b", ".", "<F5>", "<F7>",
    "<Space>", "u", "<C-r>", "r", "i", "d", "e", "c", ">", "<lt>", "=", "p", "?", ":", "U", "f",
    "z",
    "Z", "n", "x", "y", "[", "]", "\\", "L", "W", "V", "D",
  ]

  /// The plan as another office leaves it: a task withdrawn or brought back, a node gone or back.
  private static func changed(_ chart: Chart, like first: Chart, _ dice: inout Dice) -> Chart {
    var chart = chart
    let place = dice.roll(chart.tasks.count)
    if dice.roll(2) == 0 {
      chart.tasks[place].withdrawn =
        chart.tasks[place].withdrawn == nil ? Day(iso: "2020-07-01") : nil
    } else {
      chart.tasks[place].nodes =
        chart.tasks[place].nodes.count == 1
        ? first.tasks[place].nodes : Array(chart.tasks[place].nodes.prefix(1))
    }
    return chart
  }

  private static func expectWhole(_ session: Session, _ trace: String) {
    let state = session.state
    if state.onTop == .meeting {
      #expect(state.meeting != nil, "\(trace)")
      if let index = state.selectedTask {
        #expect(state.situation.chart.tasks[index].id == state.meeting?.task, "\(trace)")
      }
    }
    #expect(!state.views.dropLast().contains(.meeting) || state.meeting != nil, "\(trace)")
    if let index = state.selectedTask, let node = state.node {
      #expect(state.situation.chart.tasks[index].nodes.indices.contains(node), "\(trace)")
    }
    // What is open on the screen is open in the ledger.
    let open = state.situation.ledger.openMeeting(of: state.ownWriters)?.id
    #expect(state.meeting?.opened == open, "\(trace)")
    _ = session.frame
    _ = state.place
  }

  @Test("Nothing that is pressed or comes from outside takes them apart", arguments: 1...12)
  func walk(seed: UInt64) {
    var dice = Dice(state: seed)
    let situation =
      seed % 3 == 0 ? Seeds.situation : MeetingTests.chart(["A", "B", "C", "D", "E"])
    var session = Session(
      situation, columns: [80, 60, 120][Int(seed % 3)], rows: [24, 16, 34][Int(seed % 3)])
    session.press("m3")
    var trace = "m3"
    for _ in 0..<300 {
      if dice.roll(20) == 0 {
        let chart = Self.changed(session.state.situation.chart, like: situation.chart, &dice)
        session.send(
          .loaded(chart, session.state.situation.ledger, ownWriters: [Session.writer]))
        trace += " ⟳"
      } else {
        let key = Self.keys[dice.roll(Self.keys.count)]
        session.press(key)
        trace += " " + key
      }
      Self.expectWhole(session, trace)
    }
    #expect(session.ledger.contains { $0.fact.kind == "meeting" })
  }
}
