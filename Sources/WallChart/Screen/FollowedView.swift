import WallChartStore
import WallChartWords

// The task that the clerk has selected, large, on a projector that follows: what people wrote for
// each other about it stays away.
extension State {
  func drawFollowed(_ index: Int, _ layout: ProjectorLayout, _ frame: inout Frame) {
    let nodes = situation.chart.tasks[index].nodes
    var large = LargeTask(task: index, node: nodes.firstIndex { $0.id == followed?.node })
    if let place = followed?.place, let all = followed?.of {
      large.note = words(.meetingPlace, ["n": "\(place)", "of": "\(all)"])
    }
    draw(large, rows: layout.top..<layout.end, margin: layout.margin, &frame)
  }
}
