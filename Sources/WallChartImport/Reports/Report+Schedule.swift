import WallChartStore
import WallChartWords

// Tasks that were laid back from their limit.
extension Report {
  /// How many tasks were back-scheduled; a proposal shows the days.
  mutating func say(
    _ scheduled: [Chart.Task], by template: String, isProposal: Bool, in words: Words
  ) {
    guard !scheduled.isEmpty else { return }
    output.append(
      words(
        .importScheduled,
        ["template": Printable.excerpt(template), "n": "\(scheduled.count)"]))
    guard isProposal else { return }
    output += scheduled.prefix(Self.findingLimit).map { task in
      let nodes = task.nodes.map { node in
        words(
          node.quota == nil ? .importScheduledNode : .importScheduledQuota,
          [
            "date": words.date(node.due), "title": words(node.title),
            "quota": node.quota.map(String.init) ?? "",
          ])
      }
      return words(
        .importScheduledTask,
        ["task": task.id, "nodes": nodes.joined(separator: words(.importListSemicolon))])
    }
    if scheduled.count > Self.findingLimit {
      output.append(words(.errorMore, ["n": "\(scheduled.count - Self.findingLimit)"]))
    }
  }
}
