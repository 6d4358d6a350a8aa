import WallChartStore

// The time of day, told only where it is shown: a program that shows none sleeps on.
extension State {
  /// Whether the screen shows what time it is.
  var needsClock: Bool {
    onTop == .projector && !projector.isBlank || onTop == .meeting && meeting?.isBlank == false
  }

  /// When the time is to be told next, in milliseconds as a ``Moment`` counts them: at the next
  /// full minute, or earlier where a page is due to turn. Nil where no clock is shown.
  var clockDue: Int64? {
    guard needsClock else { return nil }
    guard let now else { return .min }
    let minute = (now.milliseconds / 60_000 + 1) * 60_000
    return min(minute, isTurning ? projector.turnDue ?? .min : .max, projector.armed?.ends ?? .max)
  }

  /// Whether the time is to be told now; a clock that was set back is told of too.
  func isClockDue(at moment: Moment) -> Bool {
    guard let clockDue else { return false }
    return moment.milliseconds >= clockDue
      || moment.milliseconds < now?.milliseconds ?? .min
  }

  /// What time it is, and what falls due with it.
  mutating func tell(_ moment: Moment) {
    now = moment
    guard onTop == .projector, needsClock else { return }
    disarmIfDue(at: moment)
    turnIfDue(at: moment)
  }
}
