// A change of the plan, made on a plan: each old value is held against the one that stands there.
extension PlanEdit {
  /// The plan with the change. Throws ``Refusal``: `changedMeanwhile` where a value is another one
  /// than was seen, or what rule would be broken.
  package func applied(to chart: Chart) throws(Refusal) -> Chart {
    var chart = chart
    if let task, !movesWithdrawal, chart.task(task)?.withdrawn != nil {
      throw .withdrawn(task: task)
    }
    for change in changes { try apply(change, to: &chart) }
    if let broken = chart.brokenInvariants().first { throw .breaksPlan(broken.fault) }
    return chart
  }

  /// Whether every value still is the one that was seen: quickly known, without making the change.
  func fits(_ chart: Chart) -> Bool {
    if let task, !movesWithdrawal, chart.task(task)?.withdrawn != nil { return false }
    return changes.allSatisfy { change in
      switch Field(name: change.field) {
      case nil: return false
      case .newTask: return task.map { chart.task($0) == nil } ?? false
      case .newUnit: return true
      case let field?:
        let now = try? chart.json(of: field, of: task)
        return now.map { Array($0.utf8) } == change.old.map { Array($0.utf8) }
      }
    }
  }

  private func apply(_ change: Change, to chart: inout Chart) throws(Refusal) {
    guard let field = Field(name: change.field) else { throw .notEditable(field: change.field) }
    switch field {
    case .newTask: try add(change, to: &chart)
    case .newUnit:
      let unit = try read(change) { try ChartReader.unit(&$0) }
      guard chart.unit(unit.id) == nil else { throw .identifierTaken(unit.id) }
      chart.units.append(unit)
    case .unitName(let id), .unitShort(let id), .unitKind(let id):
      guard let place = chart.units.firstIndex(where: { $0.id == id }) else {
        throw .noSuchUnit(id)
      }
      chart.units[place] = try changed(chart.units[place], change)
    case .node(let id):
      let place = try chart.place(ofTask: task)
      let nodes = chart.tasks[place].nodes
      guard let node = nodes.firstIndex(where: { $0.id == id }) else {
        throw .noSuchNode(task: chart.tasks[place].id, node: id)
      }
      chart.tasks[place].nodes[node] = try changed(nodes[node], change)
    default:
      let place = try chart.place(ofTask: task)
      chart.tasks[place] = try changed(chart.tasks[place], change)
    }
  }

  /// A new task stands behind the others of its battle.
  private func add(_ change: Change, to chart: inout Chart) throws(Refusal) {
    let new = try read(change) { try ChartReader.task(&$0) }
    guard new.id == task else { throw .notEditable(field: change.field) }
    guard chart.task(new.id) == nil else { throw .identifierTaken(new.id) }
    guard new.title.saysAnything else { throw .needsTitle }
    let last = chart.tasks.lastIndex { $0.battle == new.battle }
    chart.tasks.insert(new, at: last.map { $0 + 1 } ?? chart.tasks.count)
  }

  private func read<Value>(
    _ change: Change, _ read: (inout JSONReader) throws -> Value
  ) throws(Refusal) -> Value {
    var reader = JSONReader(Array((change.new ?? "null").utf8), file: "")
    do {
      return try read(&reader)
    } catch {
      throw .breaksPlan(error)
    }
  }

  /// A part of the plan with one of its members changed.
  private func changed<Part: PlanPart>(
    _ part: Part, _ change: Change
  ) throws(Refusal) -> Part {
    let member = change.field.split(separator: ".").last.map(String.init) ?? change.field
    var members = part.members
    let place = members.firstIndex { $0.name == member }
    let now = place.map { members[$0].value }
    guard now.map({ Array($0.utf8) }) == change.old.map({ Array($0.utf8) }) else {
      throw .changedMeanwhile(task: task, field: change.field, now: now, by: nil)
    }
    if let place { members.remove(at: place) }
    if let new = change.new { members.append(UnknownMember(name: member, value: new)) }
    let json = JSONWriter.tight { writer in writer.object { $0.members(members) } }
    var reader = JSONReader(Array(json.utf8), file: "")
    do {
      let new = try Part.read(&reader)
      guard new.heading.saysAnything else { throw Refusal.needsTitle }
      return new
    } catch {
      throw error as? Refusal ?? .breaksPlan(error)
    }
  }
}

/// A part of the plan that can be taken apart into its members and put together again.
private protocol PlanPart {
  static func read(_ reader: inout JSONReader) throws -> Self
  func write(to writer: inout JSONWriter)
  /// What it is called, which is never blank.
  var heading: Text { get }
}

extension PlanPart {
  /// Its members as the plan has them, each with its value as JSON.
  fileprivate var members: [UnknownMember] {
    var reader = JSONReader(Array(JSONWriter.tight { write(to: &$0) }.utf8), file: "")
    // What was written a moment ago is an object.
    return (try? reader.members { _, _ in false }) ?? []
  }
}

extension Chart.Task: PlanPart {
  fileprivate static func read(_ reader: inout JSONReader) throws -> Self {
    try ChartReader.task(&reader)
  }
  fileprivate func write(to writer: inout JSONWriter) { ChartWriter.write(self, to: &writer) }
  fileprivate var heading: Text { title }
}

extension Chart.Node: PlanPart {
  fileprivate static func read(_ reader: inout JSONReader) throws -> Self {
    try ChartReader.node(&reader)
  }
  fileprivate func write(to writer: inout JSONWriter) { ChartWriter.write(self, to: &writer) }
  fileprivate var heading: Text { title }
}

extension Chart.Unit: PlanPart {
  fileprivate static func read(_ reader: inout JSONReader) throws -> Self {
    try ChartReader.unit(&reader)
  }
  fileprivate func write(to writer: inout JSONWriter) { ChartWriter.write(self, to: &writer) }
  fileprivate var heading: Text { name }
}

extension Chart {
  fileprivate func place(ofTask id: String?) throws(Refusal) -> Int {
    guard let place = tasks.firstIndex(where: { $0.id == id }) else {
      throw .noSuchTask(id ?? "")
    }
    return place
  }

  /// What a field holds, as JSON; nil when it holds nothing. Throws when its place is not there.
  package func json(of field: PlanEdit.Field, of task: String?) throws(Refusal) -> String? {
    let member = field.name.split(separator: ".").last.map(String.init) ?? ""
    func value(in members: [UnknownMember]) -> String? {
      members.first { $0.name == member }?.value
    }
    switch field {
    case .newTask, .newUnit: return nil
    case .unitName(let id), .unitShort(let id), .unitKind(let id):
      guard let unit = unit(id) else { throw .noSuchUnit(id) }
      return value(in: unit.members)
    case .node(let id):
      let task = tasks[try place(ofTask: task)]
      guard let node = task.node(id) else { throw .noSuchNode(task: task.id, node: id) }
      return value(in: node.members)
    default: return value(in: tasks[try place(ofTask: task)].members)
    }
  }
}

extension Text {
  var saysAnything: Bool { Entry.saysAnything(translations.map(\.words)) }
}

extension Refusal {
  /// A value that cannot stand in a plan.
  fileprivate static func breaksPlan(_ error: any Error) -> Refusal {
    (error as? Finding).map { .breaksPlan($0.fault) } ?? .doesNotReadBack
  }
}
