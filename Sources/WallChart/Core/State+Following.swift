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
    if isInRollCall, let meeting {
      let walk = walk(of: meeting)
      place.meeting = meeting.rhythm
      place.isDark = meeting.isBlank
      // Behind the last one nothing is up.
      guard itemUp != nil else { return place }
      (place.place, place.of) = (self.place(in: walk) + 1, walk.count)
    }
    guard let index = selectedTask else { return place }
    let task = situation.chart.tasks[index]
    place.task = task.id
    place.node = node.flatMap { task.nodes.indices.contains($0) ? task.nodes[$0].id : nil }
    return place
  }

  // MARK: The projector

  /// The task that the clerk has selected, by its place in the plan. Not when somebody turned the
  /// projector's pages since, or it has stood for long and no meeting discusses it: then the pages
  /// are shown until the clerk goes on.
  var followedTask: Int? {
    followedPlace?.task.flatMap { situation.index(of: $0) }
  }

  /// Whether the clerk's screen was made dark, and so is the room's.
  var isFollowedDark: Bool { followedPlace?.isDark ?? false }

  private var followedPlace: LivePlace? {
    guard let followed, followed != leftBehind, !isFollowedLeft(followed) else { return nil }
    return followed
  }

  /// Whether nothing has moved for so long that the clerk has gone, and the program stands open.
  private func isFollowedLeft(_ place: LivePlace) -> Bool {
    guard let now, let followedSince else { return false }
    return now.milliseconds - followedSince.milliseconds >= Int64(place.patience) * 1000
  }
}
