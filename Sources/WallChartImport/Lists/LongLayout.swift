import WallChartStore

/// Turns a list with a row a node into one with a row a task.
struct LongLayout {
  private(set) var laidOut: LaidOut
  private let source: [TaskTable.Column]
  /// The columns of the list that tell of the task, and those that tell of its node, by part.
  private let taskColumns: [Int]
  /// Which of the former mean something: what the others say of a task may differ by row.
  private let isField: [Bool]
  private let nodeColumns: [(part: NodePart, index: Int)]
  /// The column that says which node a row is; without one they are counted in the order of their
  /// days.
  private let idColumn: Int?
  private var tasks: [Task] = []
  private var places: [String: Int] = [:]

  private struct Task {
    var number: Int
    var cells: [Table.Cell]
    var nodes: [Node] = []
  }

  private struct Node {
    /// Empty until it is counted.
    var id = ""
    var cells: [Table.Cell]
  }

  init(_ columns: [TaskTable.Column], _ rows: [Table.Row]) {
    source = columns
    nodeColumns = NodePart.allCases.compactMap { part in
      columns.firstIndex { $0.field == part.column }.map { (part, $0) }
    }
    idColumn = columns.firstIndex { $0.field == NodePart.idColumn }
    taskColumns = columns.indices.filter { !columns[$0].field.hasPrefix("node_") }
    isField = taskColumns.map { Field.names.contains(columns[$0].field) }
    laidOut = LaidOut(columns: taskColumns.map { columns[$0] })
    let id = columns.firstIndex { $0.field == "id" }
    for row in rows { take(row, id: id) }
    for place in tasks.indices {
      if idColumn == nil { sortNodes(of: place) }
      countNodes(of: place)
    }
    layOutNodes()
  }

  /// Gives each node the next number, if it has no id.
  private mutating func countNodes(of place: Int) {
    var number = tasks[place].nodes.compactMap { UInt16($0.id) }.map(Int.init).max() ?? 0
    for index in tasks[place].nodes.indices where tasks[place].nodes[index].id.isEmpty {
      number += 1
      tasks[place].nodes[index].id = "\(number)"
    }
  }

  /// Columns for every node that any task has, and their cells.
  private mutating func layOutNodes() {
    var seen: Set<String> = []
    let ids = tasks.flatMap { $0.nodes.map(\.id) }.filter { seen.insert($0).inserted }
      .enumerated().sorted { left, right in
        (Int(left.element) ?? .max, left.offset) < (Int(right.element) ?? .max, right.offset)
      }.map(\.element).prefix(LaidOut.nodeLimit)
    for id in ids {
      for (part, index) in nodeColumns {
        var column = source[index]
        column.field = part.column(of: id)
        laidOut.columns.append(column)
      }
    }
    let order = Dictionary(uniqueKeysWithValues: zip(ids, 0...))
    var tooMany: (place: Int, row: Int)?
    laidOut.rows = tasks.map { task in
      var cells = task.cells
      let none = Table.Cell(text: "", place: cells.last?.place ?? 0)
      for node in task.nodes {
        guard let place = order[node.id] else {
          tooMany = tooMany ?? (node.cells[0].place, task.number)
          continue
        }
        let start = taskColumns.count + place * nodeColumns.count
        let end = start + nodeColumns.count
        if cells.count < end { cells += Array(repeating: none, count: end - cells.count) }
        cells.replaceSubrange(start..<end, with: node.cells)
      }
      return Table.Row(number: task.number, cells: cells)
    }
    guard let tooMany, let idColumn else { return }
    laidOut.findings.append(
      ImportFinding(
        place: tooMany.place, row: tooMany.row, name: source[idColumn].label,
        problem: .inLayout(.tooManyNodes(limit: LaidOut.nodeLimit))))
  }

  private func text(_ row: Table.Row, _ index: Int) -> String {
    row.cell(at: index).text.withoutOuterSpaces
  }

  /// A blank id goes on with the task above, a known one with its task.
  private mutating func take(_ row: Table.Row, id column: Int?) {
    guard let column else { return }
    let id = text(row, column)
    let place = id.isEmpty ? tasks.indices.last : places[id]
    guard let place else {
      guard !id.isEmpty else {
        find(.emptyCell, row, column)
        return
      }
      places[id] = tasks.count
      tasks.append(Task(number: row.number, cells: taskColumns.map(row.cell)))
      addNode(of: row, to: tasks.count - 1)
      return
    }
    compare(row, with: place, id: column)
    addNode(of: row, to: place)
  }

  /// What is said of the task again must be the same; what was not said yet is added.
  private mutating func compare(_ row: Table.Row, with place: Int, id: Int) {
    for (position, index) in taskColumns.enumerated() where index != id && isField[position] {
      let said = text(row, index)
      if said.isEmpty { continue }
      let first = tasks[place].cells[position].text.withoutOuterSpaces
      if first.isEmpty {
        tasks[place].cells[position] = row.cells[index]
      } else if !first.utf8.elementsEqual(said.utf8) {
        let number = tasks[place].number
        find(.inLayout(.saidOtherwise(said, first: first, row: number)), row, index, of: place)
      }
    }
  }

  private mutating func addNode(of row: Table.Row, to place: Int) {
    let cells = nodeColumns.map { row.cell(at: $0.index) }
    guard cells.contains(where: { !$0.text.withoutOuterSpaces.isEmpty }) else { return }
    let id = idColumn.map { text(row, $0) } ?? ""
    if let idColumn, !id.isEmpty {
      if !Identifier.isValid(id) {
        find(.fault(.badIdentifier(id)), row, idColumn, of: place)
        return
      }
      if tasks[place].nodes.contains(where: { $0.id == id }) {
        find(.inLayout(.sameNode(id)), row, idColumn, of: place)
        return
      }
    }
    if tasks[place].nodes.count == LaidOut.nodeLimit {
      let problem = LayoutProblem.tooManyNodes(limit: LaidOut.nodeLimit)
      find(.inLayout(problem), row, nodeColumns[0].index, of: place)
    }
    guard tasks[place].nodes.count < LaidOut.nodeLimit else { return }
    tasks[place].nodes.append(Node(id: id, cells: cells))
  }

  /// By day, where every day is one; else as they stand, and the rules say what is out of order.
  private mutating func sortNodes(of place: Int) {
    guard let due = nodeColumns.firstIndex(where: { $0.part == .due }) else { return }
    let days = tasks[place].nodes.map { node -> Day? in
      if case .serial(let day) = node.cells[due].note { return day }
      return Day(iso: node.cells[due].text.withoutOuterSpaces)
    }
    guard !days.contains(nil) else { return }
    let ordered = zip(days, tasks[place].nodes).enumerated().sorted { left, right in
      guard let first = left.element.0, let second = right.element.0 else { return false }
      return (first, left.offset) < (second, right.offset)
    }
    tasks[place].nodes = ordered.map(\.element.1)
  }

  /// Finds something in a cell; the row it is counted by is the one in which its task begins.
  private mutating func find(
    _ problem: ImportFinding.Problem, _ row: Table.Row, _ index: Int, of task: Int? = nil
  ) {
    guard laidOut.findings.count < ImportFinding.limit else { return }
    laidOut.findings.append(
      ImportFinding(
        place: row.cell(at: index).place, row: task.map { tasks[$0].number } ?? row.number,
        name: source[index].label,
        problem: problem))
  }
}
