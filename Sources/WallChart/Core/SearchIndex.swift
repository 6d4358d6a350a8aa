import WallChartStore
import WallChartWords

/// What a search looks in: the words of all tasks in all languages. Titles of nodes and names of
/// units, which many tasks share, stand in it once.
struct SearchIndex: Sendable {
  /// The words that each task has for itself.
  private var own = SearchedTexts()
  private var units = SearchedTexts()
  private var titles = SearchedTexts()
  /// The units and the titles of nodes of all tasks, and where those of each begin; one more for the
  /// end.
  private var unitsOfTasks = Shared()
  private var titlesOfTasks = Shared()
  /// The last answer of each way: the next key mostly asks the same again, or for a letter more.
  private var known: [Search.Way: (search: Search, found: [Bool])] = [:]

  /// Which texts of a table each task has.
  private struct Shared: Sendable {
    var places: [Int32] = []
    var starts: [Int] = [0]

    mutating func end() { starts.append(places.count) }

    func isFound(_ task: Int, _ found: [Bool]) -> Bool {
      places[starts[task]..<starts[task + 1]].contains { found[Int($0)] }
    }
  }

  init(of chart: Chart) {
    var unitPlaces: [String: Int32] = [:]
    for unit in chart.units where unitPlaces[unit.id] == nil {
      unitPlaces[unit.id] = Int32(units.count)
      units.append(unit.name)
      if let short = unit.short { units.append(short) }
      units.end()
    }
    func refer(to unit: String) {
      if let place = unitPlaces[unit] { unitsOfTasks.places.append(place) }
    }
    var titlePlaces: [Text: Int32] = [:]
    // Tasks of one kind have the same titles at the same places, mostly in the same memory.
    var last: [(title: Text, place: Int32)] = []
    let tasks = chart.tasks
    own.reserve(tasks.count * 128)
    for index in tasks.indices {
      own.append(tasks[index].id)
      own.append(tasks[index].title)
      if let short = tasks[index].short { own.append(short) }
      if let officer = tasks[index].officer { own.append(officer) }
      if let problem = tasks[index].problem { own.append(problem) }
      own.end()
      refer(to: tasks[index].unit)
      if let lead = tasks[index].lead { refer(to: lead) }
      tasks[index].helpers.forEach(refer)
      unitsOfTasks.end()
      let nodes = tasks[index].nodes
      for node in nodes.indices {
        let title = nodes[node].title
        if node < last.count, last[node].title == title {
          titlesOfTasks.places.append(last[node].place)
          continue
        }
        let place = titlePlaces[title] ?? Int32(titles.count)
        if place == titles.count {
          titlePlaces[title] = place
          titles.append(title)
          titles.end()
        }
        titlesOfTasks.places.append(place)
        if node < last.count { last[node] = (title, place) } else { last.append((title, place)) }
      }
      titlesOfTasks.end()
    }
    own.close()
    units.close()
    titles.close()
  }

  /// Whether each task, by its place in the plan, has what is looked for.
  mutating func tasks(with search: Search, by way: Search.Way) -> [Bool] {
    let last = known[way]
    if let last, last.search == search { return last.found }
    // What lacks a beginning lacks the whole.
    let before = last.flatMap { search.continues($0.search) ? $0.found : nil }
    let inUnits = units.found(search, by: way)
    let inTitles = titles.found(search, by: way)
    var found = own.found(search, by: way, among: before)
    let areShared = inUnits.contains(true) || inTitles.contains(true)
    for task in found.indices where areShared && !found[task] && before?[task] ?? true {
      found[task] =
        unitsOfTasks.isFound(task, inUnits) || titlesOfTasks.isFound(task, inTitles)
    }
    known[way] = (search, found)
    return found
  }
}
