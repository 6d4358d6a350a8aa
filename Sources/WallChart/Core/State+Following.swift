import WallChartStore

// A projector shows what a clerk has selected at another terminal.
extension State {
  // MARK: The clerk

  /// Whether others may follow: not where nothing is to be left behind, nor a projector.
  var isFollowable: Bool { !setting.isReadOnly && !setting.isProjector }

  /// Where the clerk is looking, for those who follow. The key list and prompts do not lead away.
  func place(at moment: Moment) -> LivePlace {
    var place = LivePlace(at: moment, view: "\(onTop.place)")
    switch onTop {
    case .ranking, .projector: return place
    default: break
    }
    guard let index = selectedTask else { return place }
    let task = situation.chart.tasks[index]
    place.task = task.id
    place.node = node.flatMap { task.nodes.indices.contains($0) ? task.nodes[$0].id : nil }
    return place
  }

  // MARK: The projector

  /// The task that the clerk has selected, by its place in the plan, unless somebody turned the
  /// projector's pages since: then they stay until the clerk goes on.
  var followedTask: Int? {
    guard let followed, followed != leftBehind else { return nil }
    return followed.task.flatMap { situation.index(of: $0) }
  }
}
