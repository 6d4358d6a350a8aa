import WallChartStore

/// What a command wrote, as one line for scripts.
enum EntryJSON {
  /// The entry as it stands in the ledger, and behind its members what it made new of its task:
  /// `stage`, `standing`, `withdrawn`, each only where the entry changed it. An undo names the node
  /// of what it takes back.
  /// - Parameters:
  ///   - before: how its task stood before; nil for one that was not there.
  ///   - situation: with the entry.
  static func line(of entry: Entry, before: TaskStatus?, _ situation: Situation) -> String {
    let after = entry.task.flatMap(situation.status(of:))
    let news = JSONWriter.tight { writer in
      writer.object { writer in
        if entry.fact.node == nil {
          writer.member("node", situation.ledger.root(of: entry).fact.node)
        }
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
    }
    let members = String(decoding: entry.lineBytes, as: UTF8.self)
    return news == "{}" ? members + "}" : members + "," + news.dropFirst()
  }
}

extension Situation {
  /// How a task stands; nil when the plan has none of that id.
  func status(of task: String) -> TaskStatus? { index(of: task).map { status.tasks[$0] } }
}
