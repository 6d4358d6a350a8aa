import WallChartStore

extension Sign {
  /// As scripts read it: which sign it is, what it says, and the entry that shows it.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch kind {
      case .enteredLate(let days):
        writer.member("sign", "enteredLate")
        writer.member("days", days)
      case .samePerson(let by):
        writer.member("sign", "samePerson")
        writer.member("by", by)
      case .extendedLate(let days):
        writer.member("sign", "extendedLate")
        writer.member("days", days)
      case .approvedOneself(let by):
        writer.member("sign", "approvedOneself")
        writer.member("by", by)
      case .manyAtOnce(let count, let by, let seconds):
        writer.member("sign", "manyAtOnce")
        writer.member("marks", count)
        writer.member("by", by)
        writer.member("seconds", seconds)
      case .sharedEvidence(let evidence, let tasks):
        writer.member("sign", "sharedEvidence")
        writer.member("evidence", evidence.item)
        writer.member("tasks", tasks)
      }
      writer.member("entry", entry.text)
    }
  }
}
