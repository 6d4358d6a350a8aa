import Testing

@testable import WallChart

/// The lines of the body against a plain list of them.
@Suite struct RowsTests {
  /// Groups of some of thirty tasks, each task in one at most.
  private static func sections(_ dice: inout Generator, isOfPlan: Bool) -> [Rows.Section] {
    var tasks = (0..<30).filter { _ in Bool.random(using: &dice) }
    if !isOfPlan {
      tasks.shuffle(using: &dice)
      return [Rows.Section(tasks: tasks)]
    }
    let groups = tasks.map { _ in Int.random(in: 0..<5, using: &dice) }
    return (0..<5).map { number in
      Rows.Section(
        group: .unit("u\(number)"), rank: number,
        tasks: tasks.indices.filter { groups[$0] == number }.map { tasks[$0] },
        isFolded: Int.random(in: 0..<3, using: &dice) == 0)
    }
  }

  private static func list(_ sections: [Rows.Section]) -> [Row] {
    sections.flatMap { section in
      (section.group.map { [Row.group($0)] } ?? [])
        + (section.isFolded ? [] : section.tasks.map { .task($0) })
    }
  }

  @Test("Rows are those of a plain list, and found where they stand in it")
  func list() {
    var dice = Generator(seed: 7)
    for round in 0..<200 {
      let isOfPlan = round % 4 > 0
      let sections = Self.sections(&dice, isOfPlan: isOfPlan)
      var rows = Rows(sections, isOfPlan: isOfPlan)
      if round % 2 == 0 {
        let folded = Set(
          (0..<5).filter { _ in Bool.random(using: &dice) }.map { Group.unit("u\($0)") })
        rows.fold(folded)
      }
      let list = Self.list(rows.sections)
      #expect(Array(rows) == list)
      for task in 0..<30 {
        #expect(rows.row(of: task) == list.firstIndex(of: .task(task)))
        let section = rows.sections.first { $0.tasks.contains(task) }
        let head = section?.group.flatMap { list.firstIndex(of: .group($0)) }
        #expect(rows.rowOrHead(of: task) == list.firstIndex(of: .task(task)) ?? head)
      }
      #expect(rows.heads == list.indices.filter { list[$0].isGroup })
      for number in 0..<5 {
        #expect(
          rows.head(of: .unit("u\(number)")) == list.firstIndex(of: .group(.unit("u\(number)"))))
      }
      let some = (0..<list.count).clamped(to: Int.random(in: 0..<9, using: &dice)..<20)
      func isWanted(_ task: Int) -> Bool { task % 3 == 0 }
      func isFound(_ row: Int) -> Bool {
        if case .task(let task) = list[row] { isWanted(task) } else { false }
      }
      #expect(rows.row(in: some, where: isWanted) == some.first(where: isFound))
      #expect(rows.row(in: some, isLast: true, where: isWanted) == some.last(where: isFound))
      #expect(
        rows.unfolded.count { !$0.isGroup } == rows.sections.reduce(0) { $0 + $1.tasks.count })
    }
  }

  @Test("There are no rows without sections")
  func empty() {
    #expect(Rows().isEmpty && Rows([Rows.Section(tasks: [])], isOfPlan: false).isEmpty)
  }
}
