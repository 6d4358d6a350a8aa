import Glibc
import Testing

@testable import TrialWriter

/// Eight writers on two charts, killed at any moment. Two of each four share one memory, so that
/// they write to one file.
@Suite(.serialized) struct KillTrials {
  /// So many kills fall on one pair of charts; then they are looked at, and new ones are made.
  private let killsPerRound = 200

  @Test func `What was acknowledged before a kill is there after it, once, and the chains hold`()
    throws
  {
    var total = Total()
    for round in 0..<Trial.size(1, long: 50) { try killed(round: round, &total) }
    Trial.report(
      "\(total.kills) kills, \(total.acknowledged) acknowledged, \(total.present) present, "
        + "\(total.files) files, \(total.torn) torn lines: 0 lost, 0 twice, 0 damaged")
    #expect(total.acknowledged > 0)
    // What was written and not yet acknowledged may be there: at most one step for each life.
    let lives = total.kills + 8 * Trial.size(1, long: 50)
    #expect(total.present <= total.acknowledged + lives * Clerk.mostTogether)
  }

  private struct Total {
    var kills = 0
    var acknowledged = 0
    var present = 0
    var files = 0
    var torn = 0
  }

  private func killed(round: Int, _ total: inout Total) throws {
    let trial = try Trial()
    var dice = Dice(seed: UInt64(round))
    let charts = try (0..<2).map { try trial.makeChart("chart-\($0)") }
    func start(_ place: Int) throws -> Child {
      let chart = place % 2
      // Of the four writers of a chart the first two share their memory.
      let state = trial.path("state-\(chart)-\(max(place / 2, 1))")
      return try trial.start(
        "act", charts[chart], state, "1000000", "\(dice.next() >> 1)", output: "said-\(place)")
    }
    var children = try (0..<8).map(start)
    for kill in 0..<killsPerRound {
      usleep(UInt32(500 + dice.roll(20_000)))
      let place = dice.roll(8)
      children[place].kill()
      #expect(try children[place].wait() == .signal(SIGKILL))
      total.kills += 1
      if kill < killsPerRound - 8 { children[place] = try start(place) }
    }
    children.removeAll()
    for (number, chart) in charts.enumerated() {
      let outputs = (0..<8).filter { $0 % 2 == number }.map { "said-\($0)" }
      let acknowledged = trial.lines(of: "saved", in: outputs)
      let inspection = try Inspection(chart)
      #expect(Set(acknowledged).count == acknowledged.count)
      #expect(inspection.lost(acknowledged) == [], "round \(round)")
      #expect(inspection.duplicates == [], "round \(round)")
      #expect(inspection.damage == [], "round \(round)")
      #expect(inspection.entries == inspection.ids.count)
      total.acknowledged += acknowledged.count
      total.present += inspection.entries
      total.files += inspection.writers
      total.torn += inspection.tornLines
    }
  }
}
