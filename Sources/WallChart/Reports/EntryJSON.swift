import WallChartStore

/// What a command wrote, as one line for scripts: the entry, and what it made new of its task.
enum EntryJSON {
  /// `{"id", "task", "node", "kind", "on", "by", "unit", "evidence", "stage", "standing",
  /// "withdrawn"}`: the last three only where the entry changed them, the others where it has them.
  static func line(of entry: Entry, before: TaskStatus?, _ situation: Situation) -> String {
    let after = entry.task.flatMap(situation.status(of:))
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("id", entry.id.text)
      writer.member("task", entry.task)
      writer.member("node", situation.ledger.root(of: entry).fact.node)
      writer.member("kind", entry.fact.kind)
      writer.member("on", entry.on)
      writer.member("by", entry.by)
      writer.member("unit", entry.unit)
      writer.member("evidence", entry.evidence)
      guard let after else { return }
      if after.record.stage != before?.record.stage {
        writer.member("stage", after.record.stage.rawValue)
      }
      if after.standing != before?.standing { writer.member("standing", after.standing.rawValue) }
      if after.isWithdrawn != before?.isWithdrawn ?? false {
        writer.name("withdrawn")
        writer.value(after.isWithdrawn)
      }
    }
    return writer.text
  }
}

extension Situation {
  /// How a task stands; nil when the plan has none of that id.
  func status(of task: String) -> TaskStatus? { index(of: task).map { status.tasks[$0] } }
}
