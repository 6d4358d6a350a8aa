import WallChartStore
import WallChartWords

// The report as one JSON object, for scripts:
//
//   {"format": "wallchart-import/1", "file", "sha256", "written",
//    "counts": {"new", "changed", "back", "withdrawn", "unchanged", "units", "battles", "entries",
//     "inScope", "rejected"},
//    "needsYes", "scope": [battle ids],
//    "new": [{"id", "battle", "title", "unit", "limit"}],
//    "scheduled": [{"id", "nodes": [{"id", "due", "title", "quota"}]}],
//    "changed": [{"task", "field", "old", "new", "extension"}],
//    "back": [task ids], "withdrawn": [task ids], "kept": [task ids],
//    "touchesMarks": [{"task", "what", "node", "entries", "stage"}],
//    "units": [{"id", "name"}], "battles": [{"id", "name"}],
//    "findings": [{"place", "row", "column", "message"}], "rejects", "remarks": [sentences]}
//
// `old` and `new` of a change are texts as the chart stores them, left out where there is nothing.
extension Report {
  static let format = "wallchart-import/1"

  static func json(_ outcome: Outcome, _ run: ImportRun) -> String {
    object(of: outcome) { writer in
      let plan = outcome.plan
      let proposal = plan.proposal
      writer.name("counts")
      writer.object {
        $0.member("new", proposal.new.count)
        $0.member("changed", proposal.changed)
        $0.member("back", proposal.back.count)
        $0.member("withdrawn", proposal.withdrawn.count)
        $0.member("unchanged", proposal.unchanged)
        $0.member("units", proposal.units.count)
        $0.member("battles", proposal.battles.count)
        $0.member("entries", plan.entries.count)
        $0.member("inScope", proposal.inScope)
        $0.member("rejected", Rejects.rows(of: outcome.rejected).count)
      }
      writer.name("needsYes")
      writer.value(proposal.needsConsent)
      writer.list("scope", proposal.scope) { $0.value($1.id) }
      writer.list("new", proposal.new) { write($1, to: &$0) }
      writer.list("scheduled", plan.scheduled) { write(nodesOf: $1, to: &$0) }
      writer.list("changed", proposal.changes) { write($1, to: &$0) }
      writer.list("back", proposal.back) { $0.value($1.id) }
      writer.list("withdrawn", proposal.withdrawn) { $0.value($1.id) }
      writer.list("kept", proposal.kept.map(\.task.id) + proposal.held.map(\.task)) {
        $0.value($1)
      }
      writer.list("touchesMarks", proposal.touches) { write($1, to: &$0) }
      writer.list("units", proposal.units) { write($1.id, $1.name, to: &$0) }
      writer.list("battles", proposal.battles) { write($1.id, $1.name, to: &$0) }
      write(outcome.rejected, outcome.list.table.table, run.words, to: &writer)
      writer.member("rejects", outcome.rejects)
      writer.list("remarks", outcome.remarks) { $0.value(sentence(for: $1, in: run.words)) }
    }
  }

  /// Of a list that was refused.
  static func json(findings: [ImportFinding], of outcome: Outcome, _ run: ImportRun) -> String {
    object(of: outcome) { writer in
      write(findings, outcome.list.table.table, run.words, to: &writer)
      writer.list("remarks", outcome.list.remarks) { $0.value(sentence(for: $1, in: run.words)) }
    }
  }

  /// Of an import that cannot be taken back.
  static func json(refusal: String) -> String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", format)
      writer.name("written")
      writer.value(false)
      writer.list("findings", [refusal]) { writer, message in
        writer.object { $0.member("message", message) }
      }
    }
    return writer.text
  }

  /// Of an import that is taken back: {"format", "file", "sha256", "written", "planBack",
  /// "entries", "takenBack", "withdrawn", "back", "restored", "kept", "stay": [{"task", "kind"}]}.
  static func json(_ undo: ImportUndo, isWritten: Bool) -> String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", format)
      writer.member("file", undo.source.file)
      writer.member("sha256", undo.source.sha256)
      writer.name("written")
      writer.value(isWritten)
      writer.name("planBack")
      writer.value(undo.isPlanBack)
      writer.member("entries", undo.written)
      writer.member("takenBack", undo.written - undo.stay.count)
      for (name, tasks) in [
        ("withdrawn", undo.withdrawn), ("back", undo.back), ("restored", undo.restored),
        ("kept", undo.kept),
      ] {
        writer.list(name, tasks) { $0.value($1) }
      }
      writer.list("stay", undo.stay) { writer, entry in
        writer.object {
          $0.member("task", entry.task)
          $0.member("kind", entry.fact.kind)
        }
      }
    }
    return writer.text
  }

  private static func object(
    of outcome: Outcome, _ members: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", format)
      writer.member("file", outcome.source.file)
      writer.member("sha256", outcome.source.sha256)
      writer.name("written")
      writer.value(outcome.isWritten)
      members(&writer)
    }
    return writer.text
  }

  private static func write(_ task: Chart.Task, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", task.id)
      $0.member("battle", task.battle)
      $0.member("title", task.title)
      $0.member("unit", task.unit)
      $0.member("limit", task.limit)
    }
  }

  private static func write(nodesOf task: Chart.Task, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", task.id)
      $0.list("nodes", task.nodes) { writer, node in
        writer.object {
          $0.member("id", node.id)
          $0.member("due", node.due)
          $0.member("title", node.title)
          $0.member("quota", node.quota)
        }
      }
    }
  }

  private static func write(_ change: Change, to writer: inout JSONWriter) {
    writer.object {
      $0.member("task", change.task)
      $0.member("field", change.field.path)
      $0.member("old", change.old)
      $0.member("new", change.new)
      if change.isExtension {
        $0.name("extension")
        $0.value(true)
      }
    }
  }

  private static func write(_ touch: Touch, to writer: inout JSONWriter) {
    writer.object {
      $0.member("task", touch.task)
      switch touch.what {
      case .withdrawn(let entries):
        $0.member("what", "withdrawn")
        $0.member("entries", entries)
      case .unmet(let node):
        $0.member("what", "unmet")
        $0.member("node", node)
      case .met(let node):
        $0.member("what", "met")
        $0.member("node", node)
      case .closed(let stage):
        $0.member("what", "closed")
        $0.member("stage", stage.rawValue)
      }
    }
  }

  private static func write(_ id: String, _ name: Text, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("name", name)
    }
  }

  private static func write(
    _ findings: [ImportFinding], _ table: Table, _ words: Words, to writer: inout JSONWriter
  ) {
    let labels = table.labels(of: findings.map(\.place))
    writer.list("findings", Array(zip(findings, labels))) { writer, said in
      writer.object {
        $0.member("place", said.1)
        $0.member("row", said.0.row)
        $0.member("column", said.0.name)
        $0.member("message", sentence(for: said.0.problem, in: words))
      }
    }
  }
}

extension JSONWriter {
  /// An array; there also when it is empty.
  fileprivate mutating func list<Element>(
    _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    self.name(name)
    array { writer in for element in elements { body(&writer, element) } }
  }
}

extension Change.Field {
  /// As the member of `chart.json` is called.
  fileprivate var path: String {
    switch self {
    case .battle: "battle"
    case .title: "title"
    case .short: "short"
    case .unit: "unit"
    case .lead: "lead"
    case .helpers: "helpers"
    case .officer: "officer"
    case .origin: "origin"
    case .problem: "problem"
    case .target: "target"
    case .measures: "measures"
    case .risk: "risk"
    case .term: "term"
    case .limit: "limit"
    case .limitText: "limitText"
    case .quantity: "quantity.total"
    case .counted: "quantity.of"
    case .node(let id): "nodes.\(id)"
    case .nodeDue(let id): "nodes.\(id).due"
    case .nodeTitle(let id): "nodes.\(id).title"
    case .nodeQuota(let id): "nodes.\(id).quota"
    }
  }
}
