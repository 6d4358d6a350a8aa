/// One change of the plan by a person: fields of a task, of its nodes or of a unit, each from the
/// value that was seen to a new one; a task or a unit that is new; a task that is withdrawn.
///
/// Values are JSON, written as ``ChartWriter`` writes them and without blanks, so that what is read
/// again compares byte for byte. The ledger keeps it in an `edit` entry.
package struct PlanEdit: Hashable, Sendable {
  /// A field's old and new value; nil where there is none.
  package struct Change: Hashable, Sendable {
    /// As the ledger names it: `title`, `nodes.4.title`, `units.jinpu.name`.
    package var field: String
    package var old: String?
    package var new: String?

    package init(field: String, old: String? = nil, new: String?) {
      self.field = field
      self.old = old
      self.new = new
    }
  }

  /// The id of the task it is about; nil when only units change.
  package var task: String?
  package var changes: [Change]
  /// Why, where that was asked.
  package var reason: String?

  /// What can be edited in place. Days move by `extend` alone.
  package enum Field: Hashable, Sendable {
    case title, short, unit, lead, helpers, officer, origin, problem, target, measures, risk
    /// The day a task is out of the plan from.
    case withdrawn
    /// The title of a node, by the node's id.
    case node(String)
    /// What is said of a unit, by its id.
    case unitName(String), unitShort(String), unitKind(String)
    /// A whole task, or a whole unit, that is new.
    case newTask, newUnit
  }

  package enum Value: Hashable, Sendable {
    case text(Text), word(String), words([String]), day(Day)
  }

  package init(task: String?, changes: [Change], reason: String? = nil) {
    self.task = task
    self.changes = changes
    self.reason = reason
  }

  /// A field from what it is in a plan to a new value; nil takes it away. Throws ``Refusal``.
  package init(
    _ field: Field, of task: String?, to value: Value?, in chart: Chart, reason: String? = nil
  ) throws(Refusal) {
    let old = try chart.json(of: field, of: task)
    self.init(
      task: field.isOfUnit ? nil : task,
      changes: [Change(field: field.name, old: old, new: value?.json)], reason: reason)
  }

  /// A new task, and units that it is the first of.
  package init(adding task: Chart.Task, units: [Chart.Unit] = []) {
    let units = units.map { unit in
      Change(field: Field.newUnit.name, new: JSONWriter.tight { ChartWriter.write(unit, to: &$0) })
    }
    let new = Change(
      field: Field.newTask.name, new: JSONWriter.tight { ChartWriter.write(task, to: &$0) })
    self.init(task: task.id, changes: units + [new])
  }

  /// Whether it changes nothing.
  package var isEmpty: Bool { changes.allSatisfy { $0.old == $0.new } }

  /// Whether a withdrawn task may be the one it is about.
  var movesWithdrawal: Bool {
    changes.contains { $0.field == Field.withdrawn.name || $0.field == Field.newTask.name }
  }

  /// Whether it takes a task out of the plan.
  var withdraws: Bool {
    changes.contains { $0.field == Field.withdrawn.name && $0.new != nil }
  }

  /// Whether it puts a new task into the plan.
  var addsTask: Bool { changes.contains { $0.field == Field.newTask.name } }

  // MARK: Taking back

  /// What takes it back. A new task is withdrawn from its first day on, never deleted; a unit that
  /// came with it stays.
  func inverse(on day: Day) -> PlanEdit {
    let changes = changes.compactMap { change -> Change? in
      switch Field(name: change.field) {
      case .newUnit: nil
      case .newTask: Change(field: Field.withdrawn.name, new: Value.day(day).json)
      default: Change(field: change.field, old: change.new, new: change.old)
      }
    }
    return PlanEdit(task: task, changes: changes)
  }

  /// What taking it back changes, or bringing it back after that, its entry being of a day.
  func after(takingBack: Bool, on day: Day) -> PlanEdit {
    let inverse = inverse(on: day)
    guard !takingBack else { return inverse }
    // A task that had been added, and withdrawn again, is there still.
    return changes.contains { $0.field == Field.newTask.name } ? inverse.inverse(on: day) : self
  }

  // MARK: In the ledger

  /// The `set` of its entry: field to old and new value.
  package var set: String {
    var writer = JSONWriter(.tight)
    writer.object { writer in
      for change in changes {
        writer.member(change.field, json: "[\(change.old ?? "null"),\(change.new ?? "null")]")
      }
    }
    return writer.text
  }

  /// Reads an `edit` entry; nil when its `set` is none of fields with two values each.
  package init?(of entry: Entry) {
    guard case .edit(let set, let reason) = entry.fact else { return nil }
    var changes: [Change] = []
    var reader = JSONReader(Array(set.utf8), file: "")
    do {
      _ = try reader.members { reader, field in
        var values: [String] = []
        try reader.elements { values.append(try $0.tightValue()) }
        guard values.count == 2 else { return false }
        changes.append(
          Change(
            field: reader.text(of: field), old: values[0] == "null" ? nil : values[0],
            new: values[1] == "null" ? nil : values[1]))
        return true
      }
    } catch {
      return nil
    }
    self.init(task: entry.task, changes: changes, reason: reason)
  }
}

extension PlanEdit.Field {
  /// As the ledger names it.
  package var name: String {
    switch self {
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
    case .withdrawn: "withdrawn"
    case .node(let id): "nodes.\(id).title"
    case .unitName(let id): "units.\(id).name"
    case .unitShort(let id): "units.\(id).short"
    case .unitKind(let id): "units.\(id).kind"
    case .newTask: "task"
    case .newUnit: "newUnit"
    }
  }

  private static let plain: [String: Self] = {
    let fields: [Self] = [
      .title, .short, .unit, .lead, .helpers, .officer, .origin, .problem, .target, .measures,
      .risk, .withdrawn, .newTask, .newUnit,
    ]
    return Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) })
  }()

  /// The field of a name; nil when it is none that can be edited.
  package init?(name: String) {
    if let field = Self.plain[name] {
      self = field
      return
    }
    // Ids may hold dots: what stands between the first and the last one is the id.
    guard let first = name.firstIndex(of: "."), let last = name.lastIndex(of: "."), first < last
    else { return nil }
    let id = String(name[name.index(after: first)..<last])
    switch (name[..<first], name[name.index(after: last)...]) {
    case ("nodes", "title"): self = .node(id)
    case ("units", "name"): self = .unitName(id)
    case ("units", "short"): self = .unitShort(id)
    case ("units", "kind"): self = .unitKind(id)
    default: return nil
    }
  }

  /// The unit whose field it is.
  package var unitID: String? {
    switch self {
    case .unitName(let id), .unitShort(let id), .unitKind(let id): id
    default: nil
    }
  }

  fileprivate var isOfUnit: Bool { unitID != nil || self == .newUnit }
}

extension Text {
  /// Reads words as the plan has them; nil when it is something else.
  package init?(json: String) {
    var reader = JSONReader(Array(json.utf8), file: "")
    guard let words = try? reader.words() else { return nil }
    self = words
  }
}

extension PlanEdit.Value {
  package var json: String {
    JSONWriter.tight { writer in
      switch self {
      case .text(let text): writer.value(text)
      case .word(let word): writer.value(word)
      case .words(let words): writer.array { writer in words.forEach { writer.value($0) } }
      case .day(let day): writer.value(day.iso)
      }
    }
  }
}
