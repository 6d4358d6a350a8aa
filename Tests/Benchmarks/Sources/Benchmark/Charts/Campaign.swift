import WallChartStore

/// A made-up campaign of any size, the same for the same seed: tasks of six nodes in four battles,
/// in English and Chinese, and what is entered of them up to the last day of July 2020.
struct Campaign {
  static let today = Day(iso: "2020-07-31") ?? Day(number: 0)
  /// Stands in the title of the task at nine tenths of the chart, and nowhere else.
  static let needle = "zephyr"

  let plan: Chart
  /// In the order of the days they are about.
  let entries: [Entry]

  /// The id of a task by its place.
  static func id(_ place: Int) -> String {
    let digits = String(place + 1)
    return "T" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  /// The place of the task that has the ``needle``.
  static func target(of count: Int) -> Int { count * 9 / 10 }

  init(tasks count: Int, seed: UInt64 = 2020) {
    var dice = Dice(seed: seed)
    var plan = Chart(title: Text("\(count) tasks", "\(count)项任务"))
    plan.asOf = Self.today
    plan.battles = Self.battles.map { Chart.Battle(id: $0.id, name: Text($0.en, $0.zh)) }
    plan.units = Self.units.map {
      Chart.Unit(id: $0.id, name: Text($0.en, $0.zh), kind: $0.id == "epb" ? .bureau : .district)
    }
    var entries: [Entry] = []
    plan.tasks.reserveCapacity(count)
    for place in 0..<count {
      let task = Self.task(place, of: count, &dice)
      plan.tasks.append(task)
      for node in task.nodes where node.quota == nil && node.due <= Self.today {
        guard dice.roll(10) < 8 else { continue }
        let day = min(Self.today, node.due + (dice.roll(14) - 5))
        entries.append(Self.entry(task.id, .met(node: node.id), on: day))
      }
      if let quantity = task.quantity {
        let report = Fact.Report(count: dice.roll(quantity.total))
        entries.append(Self.entry(task.id, .report(report), on: Self.today + -1))
      }
    }
    self.plan = plan
    self.entries = entries.sorted { $0.on < $1.on }
  }

  /// The tenth part of the tasks count something.
  private static func task(_ place: Int, of count: Int, _ dice: inout Dice) -> Chart.Task {
    let verb = verbs[dice.roll(verbs.count)]
    let thing = things[dice.roll(things.count)]
    let total = 2 + dice.roll(400)
    let end = place == target(of: count) ? " " + needle : ""
    var task = Chart.Task(
      id: id(place), battle: battles[place * battles.count / count].id,
      title: Text("\(verb.en) \(total) \(thing.en)\(end)", "\(verb.zh)\(thing.zh)\(total)处"),
      unit: units[1 + dice.roll(units.count - 1)].id)
    let start = Day(iso: "2020-04-01").map { $0 + dice.roll(60) } ?? today
    task.risk = Chart.Risk.allCases[dice.roll(3)]
    task.added = start
    let counts = place % 10 == 0
    if counts { task.quantity = Chart.Task.Quantity(total: total, of: Text("sites", "处")) }
    task.nodes = steps.enumerated().map { place, step in
      Chart.Node(
        id: "\(place + 1)", due: start + (35 * place + dice.roll(10)),
        title: Text(step.en, step.zh),
        quota: counts && place == steps.count - 1 ? total : nil)
    }
    task.limit = task.nodes.last?.due
    return task
  }

  /// A remark on a task, which never conflicts with another entry.
  static func note(onTask place: Int) -> Entry {
    entry(id(place), .note(Fact.Note(text: "on plan", node: nil)), on: today)
  }

  private static func entry(_ task: String, _ fact: Fact, on day: Day) -> Entry {
    let midnight = Int64(day - epoch) * 86_400_000
    return Entry(
      id: .random(), at: Moment(milliseconds: midnight + 3_600_000, offset: 480), by: "k.wang",
      unit: "epb", task: task, on: day, fact: fact)
  }

  private static let epoch = Day(iso: "1970-01-01") ?? Day(number: 0)

  private typealias Words = (en: String, zh: String)
  private typealias Name = (id: String, en: String, zh: String)

  private static let battles: [Name] = [
    ("BS", "Blue sky", "蓝天"), ("CW", "Clear water", "碧水"), ("BH", "Bohai Sea", "渤海"),
    ("AR", "Agriculture and rural areas", "农业农村"),
  ]
  private static let units: [Name] = [
    ("epb", "Ecology and Environment Bureau", "市生态环境局"), ("jinpu", "Jinpu", "金普新区"),
    ("shahekou", "Shahekou", "沙河口区"), ("ganjingzi", "Ganjingzi", "甘井子区"),
    ("wafangdian", "Wafangdian", "瓦房店市"), ("zhuanghe", "Zhuanghe", "庄河市"),
    ("pulandian", "Pulandian", "普兰店区"), ("changhai", "Changhai", "长海县"),
  ]
  private static let verbs: [Words] = [
    ("Shut down", "取缔"), ("Retrofit", "改造"), ("Fence off", "围网隔离"), ("Dredge", "清淤"),
    ("Inspect", "排查"), ("Build", "建设"), ("Clear", "清理"),
  ]
  private static let things: [Words] = [
    ("coal-fired boilers", "燃煤锅炉"), ("drinking-water sources", "饮用水水源地"),
    ("sea outfalls", "入海排污口"), ("village sewage plants", "农村污水处理设施"),
    ("informal rubbish dumps", "非正规垃圾堆放点"), ("livestock farms", "畜禽养殖场"),
  ]
  private static let steps: [Words] = [
    ("Plan fixed", "方案确定"), ("Work started", "开工"), ("Half done", "完成50%"),
    ("85 per cent done", "完成85%"), ("Accepted", "验收"), ("Filed", "备案"),
  ]
}

extension Text {
  /// In both languages.
  fileprivate init(_ en: String, _ zh: String) { self = Text(en: en, zh: zh) ?? Text(en) }
}
