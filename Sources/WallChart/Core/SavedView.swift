import WallChartStore

/// How the chart is looked at: what is shown of it, in which order, and its columns. What is
/// selected, and the day, are no part of it.
struct SavedView: Equatable, Sendable {
  var showing = Showing()
  var axis = Axis.calendar(.month)
  /// The zoom to come back to from the axis of nodes.
  var zoom = Axis.Zoom.month
}

extension State {
  /// How the chart is looked at now.
  var currentView: SavedView {
    let showing = showingBefore ?? showing
    if case .calendar(let shown) = axis {
      return SavedView(showing: showing, axis: axis, zoom: shown)
    } else {
      return SavedView(showing: showing, axis: axis, zoom: zoom)
    }
  }

  /// Looks at the chart in another way, keeping the selection where it still is shown. A battle
  /// that the plan no longer has is left out.
  mutating func show(_ view: SavedView) {
    rearrange { state in
      state.showing = view.showing
      let battle = view.showing.onlyBattle
      if battle.flatMap({ state.situation.chart.battle($0) }) == nil {
        state.showing.onlyBattle = nil
      }
    }
    guard axis != view.axis else { return }
    axis = view.axis
    zoom = view.zoom
    layAxis()
  }
}
