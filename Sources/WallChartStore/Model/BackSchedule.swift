/// Lays the steps of a template back from a limit: 倒排工期.
///
/// A step that falls on a day off is due on the working day before, and only where none is left
/// before it, on the one after. What is due on the limit itself stays there.
package struct BackSchedule: Sendable {
  /// The step, from 1, for which the time is too short.
  package struct Obstacle: Error, Equatable {
    package let step: Int
    package let title: Text
  }

  private let template: Chart.Template
  private let start: Day
  private let holidays: Set<Day>
  private let workdays: Set<Day>

  /// - Parameter start: the day the work begins; nothing is due before it.
  package init(_ template: Chart.Template, from start: Day, rules: Chart.Rules) {
    self.template = template
    self.start = start
    holidays = Set(rules.holidays)
    workdays = Set(rules.workdays)
  }

  /// The nodes, numbered from 1, on ascending days from the start to the limit, their quotas
  /// rounded up and never falling. Throws when the time is too short for the steps.
  package func nodes(
    until limit: Day, quantity: Chart.Task.Quantity?
  ) throws(Obstacle) -> [Chart.Node] {
    var nodes: [Chart.Node] = []
    var quota = 0
    for (index, step) in template.steps.enumerated() {
      let due = day(of: step, until: limit)
      guard let due, nodes.last.map({ $0.due < due }) ?? true else {
        throw Obstacle(step: index + 1, title: step.title)
      }
      var node = Chart.Node(id: String(index + 1), due: due, title: step.title)
      if let share = step.quotaShare, let total = quantity?.total, total > 0 {
        quota = max(quota, Chart.Task.Quantity.share(share, of: total))
        node.quota = quota
      }
      nodes.append(node)
    }
    return nodes
  }

  /// The day a step is due; nil when there is none from the start to the limit.
  private func day(of step: Chart.Template.Step, until limit: Day) -> Day? {
    let planned: Day
    switch step.due {
    case .share(let share): planned = start + (limit - start) * min(max(share, 0), 100) / 100
    case .daysBefore(let days): planned = limit + -max(days, 0)
    case .limit: planned = limit
    }
    guard planned >= start, planned <= limit else { return nil }
    if planned == limit { return limit }
    // No chart has a year of holidays: one that seems to is not searched for ever.
    for back in 0...min(planned - start, 366) where isWorkday(planned + -back) {
      return planned + -back
    }
    for on in 0..<min(limit - planned, 366) where isWorkday(planned + on) { return planned + on }
    return nil
  }

  private func isWorkday(_ day: Day) -> Bool {
    workdays.contains(day) || (day.weekday <= 5 && !holidays.contains(day))
  }
}
