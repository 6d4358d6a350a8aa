/// Reads `chart.json` into a ``Chart`` and checks its rules. Throws ``Finding``s.
package enum ChartReader {
  /// The format this version writes; others of the same number before the dot are read.
  package static let format = "wallchart/1"

  /// - Parameter tasks: what most likely stands there: while each task that is read is the same,
  ///   these are kept, and nothing is in memory twice.
  package static func read(
    _ bytes: [UInt8], file: String, knowing tasks: [Chart.Task] = []
  ) throws -> Chart {
    try readWithPlaces(bytes, file: file, knowing: tasks).chart
  }

  /// The plan, and the offset at which each of its tasks begins.
  package static func readWithPlaces(
    _ bytes: [UInt8], file: String, knowing known: [Chart.Task] = []
  ) throws -> (chart: Chart, tasks: [Int]) {
    var reader = JSONReader(bytes, file: file)
    try reader.checkStart()
    var hasFormat = false
    var title: Text?
    var chart = Chart(title: Text(""))
    var tasks = ReadTasks(knowing: known)
    var places = Places()
    chart.unknown = try reader.members { reader, name in
      switch name {
      case "format":
        _ = reader.peek()
        let start = reader.at
        let text = try reader.text()
        guard text == Self.format || text.hasPrefix(Self.format + ".") else {
          throw reader.finding(.unknownFormat(text), at: start)
        }
        chart.format = text
        hasFormat = true
      case "id": chart.id = try reader.identifier()
      case "title": title = try reader.words()
      case "asOf": chart.asOf = try reader.day()
      case "rules": chart.rules = try rules(&reader)
      case "battles":
        try reader.elements { reader in
          places.battles.append(reader.startOfNext())
          chart.battles.append(try battle(&reader))
        }
      case "units":
        try reader.elements { reader in
          places.units.append(reader.startOfNext())
          chart.units.append(try unit(&reader))
        }
      case "tasks": places.tasks = try tasks.read(&reader)
      default: return false
      }
      return true
    }
    try reader.end()
    guard hasFormat else { throw reader.finding(.missingMember("format"), at: 0) }
    chart.title = try reader.required(title, "title", from: 0)
    chart.tasks = tasks.all
    let broken = chart.brokenInvariants()
    guard broken.isEmpty else {
      throw StoreError.invalid(
        reader.findings(broken.map { (places.offset(of: $0.place), $0.fault) }))
    }
    return (chart, places.tasks)
  }

  /// Where battles, units and tasks begin, to give broken rules their place.
  private struct Places {
    var battles: [Int] = []
    var units: [Int] = []
    var tasks: [Int] = []

    func offset(of place: Chart.Place) -> Int {
      switch place {
      case .battle(let index): battles[index]
      case .unit(let index): units[index]
      case .task(let index): tasks[index]
      }
    }
  }

  private static func rules(_ reader: inout JSONReader) throws -> Chart.Rules {
    var rules = Chart.Rules()
    rules.unknown = try reader.members { reader, name in
      switch name {
      case "graceDays": rules.graceDays = try reader.dayCount()
      case "dueSoonDays": rules.dueSoonDays = try reader.dayCount()
      case "noticeDays": rules.noticeDays = try reader.dayCount()
      case "flags": rules.flags = try reader.word(Chart.Rules.Flags.self)
      case "holidays": rules.holidays = try reader.days()
      case "workdays": rules.workdays = try reader.days()
      case "limitWords": rules.limitWords = try limitWords(&reader)
      case "templates": rules.templates = try templates(&reader)
      case "rhythm":
        _ = reader.peek()
        let start = reader.at
        _ = try reader.members { reader, name in
          let name = reader.text(of: name)
          guard let risk = Chart.Risk(rawValue: name) else {
            throw reader.finding(
              .unknownWord(name, allowed: Chart.Risk.allCases.map(\.rawValue)), at: start)
          }
          rules.rhythm[risk] = try reader.word(Chart.Rhythm.self)
          return true
        }
      default: return false
      }
      return true
    }
    return rules
  }

  private static func battle(_ reader: inout JSONReader) throws -> Chart.Battle {
    let start = reader.startOfNext()
    var id: String?
    var title: Text?
    let unknown = try reader.members { reader, member in
      switch member {
      case "id": id = try reader.identifier()
      case "name": title = try reader.words()
      default: return false
      }
      return true
    }
    var battle = Chart.Battle(
      id: try reader.required(id, "id", from: start),
      name: try reader.required(title, "name", from: start))
    battle.unknown = unknown
    return battle
  }

  static func unit(_ reader: inout JSONReader) throws -> Chart.Unit {
    let start = reader.startOfNext()
    var id: String?
    var title: Text?
    var short: Text?
    var kind: Chart.Unit.Kind?
    let unknown = try reader.members { reader, member in
      switch member {
      case "id": id = try reader.identifier()
      case "name": title = try reader.words()
      case "short": short = try reader.words()
      case "kind": kind = try reader.word(Chart.Unit.Kind.self)
      default: return false
      }
      return true
    }
    var unit = Chart.Unit(
      id: try reader.required(id, "id", from: start),
      name: try reader.required(title, "name", from: start),
      short: short, kind: try reader.required(kind, "kind", from: start))
    unit.unknown = unknown
    return unit
  }

  /// - Parameter count: how many nodes it most likely has: room is made for so many.
  static func task(
    _ reader: inout JSONReader, ofNodes count: Int = 0
  ) throws -> Chart.Task {
    let start = reader.startOfNext()
    var id, battle, unit, lead, officer, limitText: String?
    var title, short, origin, problem, target, measures: Text?
    var risk: Chart.Risk?
    var term: Chart.Task.Term?
    var limit, added, withdrawn: Day?
    var quantity: Chart.Task.Quantity?
    var helpers: [String] = []
    var nodes: [Chart.Node] = []
    let unknown = try reader.members(TaskMember.names) { reader, member in
      switch member {
      case .id: id = try reader.identifier()
      case .battle: battle = try reader.identifier()
      case .title: title = try reader.words()
      case .short: short = try reader.words()
      case .unit: unit = try reader.identifier()
      case .lead: lead = try reader.identifier()
      case .helpers: try reader.elements { helpers.append(try $0.identifier()) }
      case .officer: officer = try reader.text()
      case .origin: origin = try reader.words()
      case .problem: problem = try reader.words()
      case .target: target = try reader.words()
      case .measures: measures = try reader.words()
      case .risk: risk = try reader.word(Chart.Risk.self)
      case .term: term = try reader.word(Chart.Task.Term.self)
      case .limit: limit = try reader.day()
      case .limitText: limitText = try reader.text()
      case .quantity: quantity = try self.quantity(&reader)
      case .nodes:
        nodes.reserveCapacity(count)
        try reader.elements { nodes.append(try node(&$0)) }
      case .added: added = try reader.day()
      case .withdrawn: withdrawn = try reader.day()
      }
      return true
    }
    // Put together at the end: a task with all its words costs to copy.
    var task = Chart.Task(
      id: try reader.required(id, "id", from: start),
      battle: try reader.required(battle, "battle", from: start),
      title: try reader.required(title, "title", from: start),
      unit: try reader.required(unit, "unit", from: start))
    (task.short, task.origin, task.problem) = (short, origin, problem)
    (task.target, task.measures) = (target, measures)
    (task.lead, task.officer, task.limitText) = (lead, officer, limitText)
    (task.helpers, task.nodes, task.quantity) = (helpers, nodes, quantity)
    (task.limit, task.added, task.withdrawn) = (limit, added, withdrawn)
    if let risk { task.risk = risk }
    if let term { task.term = term }
    task.unknown = unknown
    return task
  }

  private static func quantity(_ reader: inout JSONReader) throws -> Chart.Task.Quantity {
    let start = reader.startOfNext()
    var total: Int?
    var of: Text?
    let unknown = try reader.members { reader, member in
      switch member {
      case "total": total = try reader.count()
      case "of": of = try reader.words()
      default: return false
      }
      return true
    }
    var quantity = Chart.Task.Quantity(
      total: try reader.required(total, "total", from: start), of: of)
    quantity.unknown = unknown
    return quantity
  }

  static func node(_ reader: inout JSONReader) throws -> Chart.Node {
    let start = reader.startOfNext()
    var id: String?
    var due: Day?
    var title: Text?
    var quota: Int?
    let unknown = try reader.members(NodeMember.names) { reader, member in
      switch member {
      case .id: id = try reader.identifier()
      case .due: due = try reader.day()
      case .title: title = try reader.words()
      case .quota: quota = try reader.count()
      }
      return true
    }
    var node = Chart.Node(
      id: try reader.required(id, "id", from: start),
      due: try reader.required(due, "due", from: start),
      title: try reader.required(title, "title", from: start), quota: quota)
    node.unknown = unknown
    return node
  }
}

extension JSONReader {
  /// Where the next value begins.
  mutating func startOfNext() -> Int {
    _ = peek()
    return at
  }

  /// A whole number that counts something: never below zero.
  fileprivate mutating func count() throws -> Int {
    let start = startOfNext()
    let number = try wholeNumber()
    guard number >= 0 else { throw finding(.badNumber(String(number)), at: start) }
    return number
  }

  /// A span of days, of at most a hundred years, so that no day it leads to lies off the calendar.
  mutating func dayCount() throws -> Int {
    let start = startOfNext()
    let number = try count()
    guard number <= 36_525 else { throw finding(.badNumber(String(number)), at: start) }
    return number
  }
}
