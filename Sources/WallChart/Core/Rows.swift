import WallChartStore

/// A line of the chart's body.
enum Row: Hashable, Sendable {
  /// The head of a group of tasks.
  case group(Group)
  /// A task, by its place in the plan.
  case task(Int)

  var isGroup: Bool {
    if case .group = self { true } else { false }
  }
}

/// Tasks that stand together under a head.
enum Group: Hashable, Sendable {
  /// A battle or unit, by its id: places change with the plan.
  case battle(String), unit(String)
  case standing(Standing)
}

/// The lines of the chart's body, group by group. Of each group is known where it begins, so that
/// folding one or finding a task looks at few others.
struct Rows: RandomAccessCollection, Equatable, Sendable {
  /// Tasks that stand together.
  struct Section: Equatable, Sendable {
    /// Nil where tasks stand without heads.
    var group: Group?
    /// Its place among all groups, shown or not.
    var rank = 0
    /// By their places in the plan, folded ones too.
    var tasks: [Int]
    var isFolded = false

    fileprivate var heads: Int { group == nil ? 0 : 1 }
    fileprivate var count: Int { heads + (isFolded ? 0 : tasks.count) }
  }

  private(set) var sections: [Section] = []
  /// The row each of them begins at, and the one behind the last.
  private var starts = [0]
  /// The place of each task in its section, where tasks do not stand in the order of the plan.
  private var places: [Int32]?

  init() {}

  /// - Parameter isOfPlan: whether the tasks of each section stand in the order of the plan.
  init(_ sections: [Section], isOfPlan: Bool = true) {
    self.sections = sections
    if !isOfPlan {
      let tasks = sections.lazy.compactMap { $0.tasks.max() }.max() ?? -1
      var places = Array(repeating: Int32(-1), count: tasks + 1)
      for section in sections {
        for place in section.tasks.indices { places[section.tasks[place]] = Int32(place) }
      }
      self.places = places
    }
    layOut()
  }

  private mutating func layOut() {
    starts = [0]
    for section in sections { starts.append(starts[starts.count - 1] + section.count) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { starts[sections.count] }

  subscript(row: Int) -> Row {
    let place = section(of: row)
    if row == starts[place], let group = sections[place].group { return .group(group) }
    return .task(sections[place].tasks[row - starts[place] - sections[place].heads])
  }

  /// The place of the section that a row belongs to.
  func section(of row: Int) -> Int {
    precondition(indices.contains(row))
    return starts.partitioningIndex { $0 > row } - 1
  }

  var hasHeads: Bool { sections.contains { $0.group != nil } }

  /// The rows with heads.
  var heads: [Int] { sections.indices.filter { sections[$0].group != nil }.map { starts[$0] } }

  /// The row of a group's head.
  func head(of group: Group) -> Int? {
    sections.firstIndex { $0.group == group }.map { starts[$0] }
  }

  /// The row of a task; nil of one that is folded away or not shown at all.
  func row(of task: Int) -> Int? {
    place(of: task).flatMap { section, place in
      sections[section].isFolded ? nil : starts[section] + sections[section].heads + place
    }
  }

  /// The row of a task, or of the head that it is folded away below; nil when it is not shown at all.
  func rowOrHead(of task: Int) -> Int? {
    place(of: task).flatMap { section, place in
      sections[section].isFolded ? starts[section] : row(of: task)
    }
  }

  /// The section of a task, and its place there.
  private func place(of task: Int) -> (section: Int, place: Int)? {
    for section in sections.indices {
      let tasks = sections[section].tasks
      if let places {
        let place = places.indices.contains(task) ? Int(places[task]) : -1
        if tasks.indices.contains(place), tasks[place] == task { return (section, place) }
      } else {
        let place = tasks.place(of: task)
        if place < tasks.count, tasks[place] == task { return (section, place) }
      }
    }
    return nil
  }

  /// The row of the first or last task within some rows of which something is true.
  func row(
    in rows: Range<Int>, isLast: Bool = false, where isWanted: (Int) -> Bool
  ) -> Int? {
    for number in sections.indices {
      let place = isLast ? sections.count - 1 - number : number
      let first = starts[place] + sections[place].heads
      let part = rows.clamped(to: first..<starts[place + 1])
      let tasks = sections[place].tasks
      let found =
        isLast
        ? part.last { isWanted(tasks[$0 - first]) } : part.first { isWanted(tasks[$0 - first]) }
      if let found { return found }
    }
    return nil
  }

  /// Shows only the heads of these groups, and the tasks of all others.
  mutating func fold(_ folded: Set<Group>) {
    for place in sections.indices {
      sections[place].isFolded = sections[place].group.map(folded.contains) ?? false
    }
    layOut()
  }

  /// The same with nothing folded.
  var unfolded: Rows {
    var rows = self
    rows.fold([])
    return rows
  }

  /// Leaves out heads without tasks.
  mutating func removeEmpty() {
    sections.removeAll(where: \.tasks.isEmpty)
    layOut()
  }
}

extension [Int] {
  /// Where a number stands among ascending ones, or would.
  func place(of number: Int) -> Int { partitioningIndex { $0 >= number } }
}
