import WallChartStore
import WallChartWords

// Pages that turn by themselves: second to whoever holds the clicker, whose every key begins the
// interval anew.
extension State {
  /// Milliseconds for which a page stands.
  private var interval: Int64 {
    Int64(setting.turnSeconds ?? Projector.usualSeconds) * 1000
  }

  /// Whether pages turn by themselves now: not while lines of one are being marked, nor below a
  /// clerk's task.
  var isTurning: Bool {
    onTop == .projector && projector.isTurning && projector.armed == nil && followedTask == nil
  }

  /// F5: turns by itself, or no longer.
  mutating func toggleTurning() {
    projector.isTurning.toggle()
    said = Said(
      text: projector.isTurning
        ? words(.saidTurning, ["n": "\(interval / 1000)"]) : words(.saidTurningPaused))
  }

  /// The page on the screen stands for a whole interval from now on.
  mutating func restartTurning(at moment: Moment) {
    projector.turnDue = moment.milliseconds + interval
  }

  /// It is so late now: turns the page that is due; behind the last comes the first.
  mutating func turnIfDue(at moment: Moment) {
    // Its time was not set yet, or the clock was set back.
    guard let due = projector.turnDue, due <= moment.milliseconds + interval else {
      return restartTurning(at: moment)
    }
    guard isTurning, moment.milliseconds >= due else { return }
    restartTurning(at: moment)
    projector.said = nil
    let sheets = sheets
    let place = place(in: sheets)
    let next = sheets[(place + 1)...].first { $0.page.part < Projector.mostAlone } ?? sheets[0]
    projector.page = next.page
  }
}
