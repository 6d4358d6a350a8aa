import WallChartStore

/// The share of some nodes that is scheduled, and that is met, from day to day: two lines in a box of
/// points, whose first day and nothing are at the lower left.
struct ProgressPlot {
  let width: Int
  let height: Int
  let days: ClosedRange<Day>
  /// To the last day shown; what is met, to the day of the chart.
  let scheduled: String
  let real: String

  /// - Parameters:
  ///   - day: the day of the chart.
  ///   - due, met: the days of all nodes, and of those that are met.
  init(
    width: Int, height: Int, over days: ClosedRange<Day>, day: Day, due: [Day], met: [Day]
  ) {
    (self.width, self.height, self.days) = (width, height, days)
    let box = Box(width: width, height: height, days: days)
    scheduled = box.steps(due, of: due.count, until: days.upperBound)
    real = box.steps(met, of: due.count, until: min(max(day, days.lowerBound), days.upperBound))
  }

  /// Where a day stands from the left.
  func x(of day: Day) -> Int { Box(width: width, height: height, days: days).x(of: day) }

  private struct Box {
    let width: Int
    let height: Int
    let days: ClosedRange<Day>

    /// At the end of the day, for it is then that its nodes count.
    func x(of day: Day) -> Int {
      let inside = min(max(day, days.lowerBound), days.upperBound)
      return (inside - days.lowerBound + 1) * width / (days.upperBound - days.lowerBound + 1)
    }

    /// A line that goes up at each day, in the words of SVG.
    func steps(_ found: [Day], of whole: Int, until end: Day) -> String {
      var path = "M0 \(height)"
      var (count, last) = (0, -1)
      for day in found.sorted() {
        count += 1
        let place = x(of: day)
        // All of one place are one step.
        path += place == last ? "" : "H\(place)"
        path += "V\(height - count * height / max(whole, 1))"
        last = place
      }
      return path + "H\(x(of: end))"
    }
  }
}
