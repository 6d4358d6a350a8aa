import Testing

@testable import WallChartStore

@Suite("Nodes laid back from a limit")
struct BackScheduleTests {
  typealias Step = Chart.Template.Step

  private static let works = Chart.Template(
    name: "works",
    steps: [
      Step(title: Text("Plan"), due: .share(25)),
      Step(title: Text("Half"), due: .share(50), quotaShare: 50),
      Step(title: Text("Most"), due: .daysBefore(10), quotaShare: 85),
      Step(title: Text("All"), due: .limit, quotaShare: 100),
    ])

  private func nodes(
    _ template: Chart.Template = works, from start: String, until limit: String,
    of total: Int? = nil,
    holidays: [String] = [], workdays: [String] = []
  ) throws -> [Chart.Node] {
    var rules = Chart.Rules()
    rules.holidays = holidays.map(day)
    rules.workdays = workdays.map(day)
    let schedule = BackSchedule(template, from: day(start), rules: rules)
    return try schedule.nodes(
      until: day(limit), quantity: total.map { Chart.Task.Quantity(total: $0, of: nil) })
  }

  @Test("Shares of the time, days before the limit, and the limit itself")
  func days() throws {
    // A Friday to a Saturday; 23 Aug is a Sunday, 21 Oct a Wednesday.
    let nodes = try nodes(from: "2020-07-31", until: "2020-10-31", of: 11)
    #expect(nodes.map(\.id) == ["1", "2", "3", "4"])
    #expect(
      nodes.map(\.due.iso) == ["2020-08-21", "2020-09-15", "2020-10-21", "2020-10-31"])
    #expect(nodes.map(\.title) == ["Plan", "Half", "Most", "All"].map { Text($0) })
    #expect(nodes.map(\.quota) == [nil, 6, 10, 11])
  }

  @Test("Without a quantity there are no quotas")
  func plain() throws {
    let nodes = try nodes(from: "2020-07-31", until: "2020-10-31")
    #expect(nodes.map(\.quota) == [nil, nil, nil, nil])
    #expect(
      try self.nodes(from: "2020-07-31", until: "2020-10-31", of: 0).allSatisfy { $0.quota == nil })
  }

  @Test("Holidays are passed over backwards; a worked weekend is a working day")
  func holidays() throws {
    let nodes = try nodes(
      from: "2020-07-31", until: "2020-10-31",
      holidays: ["2020-10-21", "2020-10-20", "2020-08-21"],
      workdays: ["2020-08-22"])
    #expect(
      nodes.map(\.due.iso) == ["2020-08-22", "2020-09-15", "2020-10-19", "2020-10-31"])
  }

  @Test("Nothing is due before the start: a day off there moves on")
  func start() throws {
    let template = Chart.Template(
      name: "a",
      steps: [Step(title: Text("First"), due: .share(0)), Step(title: Text("Last"), due: .limit)])
    #expect(
      try nodes(template, from: "2020-08-01", until: "2020-08-31").map(\.due.iso)
        == ["2020-08-03", "2020-08-31"])
    #expect(
      try nodes(template, from: "2020-08-03", until: "2020-08-31").map(\.due.iso)
        == ["2020-08-03", "2020-08-31"])
  }

  @Test(
    "What does not fit is named",
    arguments: [
      ("2020-07-31", "2020-08-03", 2), ("2020-07-31", "2020-08-05", 2),
      ("2020-07-31", "2020-08-10", 3),
      ("2020-07-31", "2020-07-30", 1),
      ("2020-07-31", "2020-07-31", 2), ("2020-07-31", "1970-01-01", 1),
    ])
  func tooShort(start: String, limit: String, step: Int) {
    let title = Self.works.steps[step - 1].title
    #expect(throws: BackSchedule.Obstacle(step: step, title: title)) {
      try nodes(from: start, until: limit)
    }
  }

  @Test(
    "Whatever the template, the days and the rules: days ascend within the time, quotas never fall")
  func properties() throws {
    var dice = Dice(seed: 7)
    var fitting = 0
    for _ in 0..<5000 {
      let start = Day(number: Int32.random(in: 17_000...19_000, using: &dice))
      let limit = start + Int.random(in: -5...200, using: &dice)
      var rules = Chart.Rules()
      rules.holidays = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
        start + Int.random(in: 0...200, using: &dice)
      }
      rules.workdays = [start + Int.random(in: 0...200, using: &dice)]
      let template = Self.template(&dice)
      let total = Int.random(in: 0...1000, using: &dice)
      let quantity = Chart.Task.Quantity(total: total, of: nil)
      let schedule = BackSchedule(template, from: start, rules: rules)
      guard let nodes = try? schedule.nodes(until: limit, quantity: quantity) else { continue }
      fitting += 1
      #expect(nodes.count == template.steps.count)
      #expect(zip(nodes, nodes.dropFirst()).allSatisfy { $0.due < $1.due })
      #expect(nodes.allSatisfy { $0.due >= start && $0.due <= limit })
      #expect(nodes.allSatisfy { rules.isWorkday($0.due) || $0.due == limit })
      let quotas = nodes.compactMap(\.quota)
      #expect(quotas == quotas.sorted() && quotas.allSatisfy { $0 <= total })
      if template.steps.last?.due == .limit { #expect(nodes.last?.due == limit) }
      var task = Chart.Task(id: "T", battle: "B", title: Text("a"), unit: "u")
      (task.limit, task.quantity, task.nodes) = (limit, quantity, nodes)
      #expect(task.brokenInvariants() == [])
    }
    #expect(fitting > 1000)
  }

  /// Steps in any order and number, sensible or not.
  private static func template(_ dice: inout Dice) -> Chart.Template {
    var steps: [Step] = (0..<Int.random(in: 0...5, using: &dice)).map { _ in
      let number = Int.random(in: -10...110, using: &dice)
      return Step(
        title: Text("a"), due: Bool.random(using: &dice) ? .share(number) : .daysBefore(number),
        quotaShare: Bool.random(using: &dice) ? number : nil)
    }
    if Bool.random(using: &dice) {
      steps.sort { shareOfTime($0) < shareOfTime($1) }
      steps.append(Step(title: Text("b"), due: .limit, quotaShare: 100))
    }
    return Chart.Template(name: "t", steps: steps)
  }

  private static func shareOfTime(_ step: Step) -> Int {
    switch step.due {
    case .share(let share): share
    case .daysBefore(let days): 100 - days
    case .limit: 100
    }
  }

  @Test("The largest numbers do not overflow")
  func extremes() throws {
    let template = Chart.Template(
      name: "a",
      steps: [
        Step(title: Text("a"), due: .share(.min), quotaShare: .max),
        Step(title: Text("b"), due: .daysBefore(.min), quotaShare: .min),
      ])
    let nodes = try nodes(template, from: "2020-07-31", until: "2020-10-31", of: .max)
    #expect(nodes.map(\.quota) == [.max, .max])
    #expect(throws: BackSchedule.Obstacle.self) {
      try self.nodes(
        Chart.Template(name: "a", steps: [Step(title: Text("a"), due: .daysBefore(.max))]),
        from: "2020-07-31", until: "2020-10-31")
    }
  }
}

/// Numbers that look random and are the same in every run.
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
