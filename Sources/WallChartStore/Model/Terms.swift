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

  /// Where a task at a stage stands.
  /// - Parameters:
  ///   - limit: the last of all days where none is kept.
  ///   - isRed: whether somebody decided so.
  func standing(_ stage: Stage, limit: Day, firstOpenNode: Day, isRed: Bool) -> Standing {
    switch stage {
    case .crossedOff: return .crossedOff
    case .submitted, .notice: return .inClosing
    case .notStarted, .rectifying: break
    }
    if day > limit || isRed || day - firstOpenNode > graceDays { return .red }
    if day > firstOpenNode { return .yellow }
    let next = min(limit, firstOpenNode)
    return next - day <= dueSoonDays ? .dueSoon : .green
  }
}

extension Chart.Rules {
  /// The last working day but one up to a day, within two months.
  fileprivate func secondLastWorkday(through day: Day) -> Day? {
    (0..<Self.mostDays).lazy.map { day + -$0 }.filter(isWorkday).dropFirst().first
  }
}
