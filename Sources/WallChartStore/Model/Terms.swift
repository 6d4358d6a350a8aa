/// What every task of a chart is judged by on a day.
struct Terms: Sendable {
  let day: Day
  /// Since when tasks without a day of their own are listed.
  let listed: Day?
  let graceDays: Int
  let dueSoonDays: Int
  /// For each risk, the day before which the last sign of life is too long ago.
  private let high, medium, low: Day

  init(_ rules: Chart.Rules, listed: Day?, on day: Day) {
    (self.day, self.listed) = (day, listed)
    (graceDays, dueSoonDays) = (rules.graceDays, rules.dueSoonDays)
    func silentBefore(_ risk: Chart.Risk) -> Day {
      switch rules.rhythm(of: risk) {
      case .daily: rules.secondLastWorkday(through: day) ?? Day(number: .min)
      case .weekly: day + -7
      case .monthly: day + -31
      }
    }
    (high, medium, low) = (silentBefore(.high), silentBefore(.medium), silentBefore(.low))
  }

  /// The day before which a sign of life is too long ago for a task of a risk.
  func silentBefore(_ risk: Chart.Risk) -> Day {
    switch risk {
    case .high: high
    case .medium: medium
    case .low: low
    }
  }
}

extension Chart.Rules {
  /// The last working day but one up to a day, within two months.
  fileprivate func secondLastWorkday(through day: Day) -> Day? {
    (0..<Self.mostDays).lazy.map { day + -$0 }.filter(isWorkday).dropFirst().first
  }
}
