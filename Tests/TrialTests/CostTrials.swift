import Testing

/// What a mark costs, beside a bare write of as many bytes to the same disk. Numbers to read, not
/// to pass or fail by: machines are noisy, and only the optimised build of CONTRIBUTING.md is fair.
@Suite(.serialized) struct CostTrials {
  @Test func `A mark costs one append, however large the chart`() throws {
    for tasks in [100, 10_000] + (Trial.isLong ? [100_000] : []) {
      let trial = try Trial()
      let chart = try trial.makeChart("chart", tasks: tasks, nodes: 5)
      let count = Trial.size(50, long: 400)
      let writer = try trial.start(
        "weigh", chart, trial.path("state"), "\(count)", trial.path("bare"), output: "said")
      #expect(try writer.wait() == .exit(0), "\(writer.text)")
      let costs = writer.lines(of: "cost").map { $0.split(separator: " ").compactMap { Int($0) } }
      #expect(costs.count == count)
      #expect(try Inspection(chart).entries == count + 1)
      let (marks, bare) = (Spread(costs.map { $0[0] }), Spread(costs.map { $0[1] }))
      Trial.report(
        "\(tasks) tasks: a mark \(marks), bare \(bare), "
          + "\(marks.median - bare.median) µs more in the middle")
    }
  }

  /// Of many times the one in the middle, and the one that a twentieth exceeds.
  private struct Spread: CustomStringConvertible {
    let median: Int
    let late: Int

    init(_ times: [Int]) {
      let times = times.sorted()
      median = times[times.count / 2]
      late = times[times.count * 19 / 20]
    }

    var description: String { "\(median) µs (p95 \(late))" }
  }
}
