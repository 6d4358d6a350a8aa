import WallChartStore
import WallChartWords

// What the next start goes on from.
extension State {
  /// Where the cursor stands and how the chart is looked at. On the head of a folded group it is
  /// the first task in it.
  var place: Cursor {
    let folded = selectedGroup == nil ? nil : rows.sections[rows.section(of: row)].tasks.first
    let task = (taskOfRow ?? folded).map { situation.chart.tasks[$0] }
    return Cursor(
      task: task?.id, node: node.flatMap { place in task?.nodes[place].id },
      view: currentView.json)
  }

  /// Goes back to a place. What of the view no longer fits is left out: units and battles that are
  /// gone, and everything that hides tasks when no task would be left.
  mutating func go(back place: Cursor) {
    if let view = place.view.flatMap({ SavedView(json: $0) }) {
      show(view.fitting(situation.chart))
      if shownTotal.tasks == 0 { showAllTasks() }
      said = nil
    }
    guard let task = place.task.flatMap({ situation.index(of: $0) }) else { return }
    if isShown[task], let head = rows.head(of: group(of: task)) { row = head }
    select(task: place.task, node: place.node)
    hidden = nil
  }

  /// The title for the window; nil where the locale can show only other signs than it has.
  var windowTitle: String? {
    let title = words(situation.chart.title)
    // In another locale such bytes might mean anything.
    return setting.isUTF8 || title.utf8.allSatisfy { $0 < 0x80 } ? title : nil
  }
}

extension SavedView {
  /// Without the conditions about units that the plan no longer has.
  fileprivate func fitting(_ chart: Chart) -> SavedView {
    var view = self
    view.showing.filter = Filter()
    for condition in showing.filter.conditions {
      switch condition {
      case .unit(let id), .lead(let id): if chart.unit(id) == nil { continue }
      default: break
      }
      view.showing.filter.narrow(to: condition)
    }
    return view
  }
}
