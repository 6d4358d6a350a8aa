/// What tasks come to, altogether and by the places of battles and units.
struct Sums: Sendable {
  /// Each task is of one battle.
  var total: Tally {
    var total = Tally()
    for battle in battles { total.add(battle) }
    return total
  }
  private(set) var battles: [Tally]
  private(set) var units: [Tally]

  init(_ battles: GroupPlaces, _ units: GroupPlaces) {
    self.battles = Array(repeating: Tally(), count: battles.count)
    self.units = Array(repeating: Tally(), count: units.count)
  }

  /// Counts something of a task in its groups.
  mutating func count(_ task: Grounds, _ count: (inout Tally) -> Void) {
    count(&battles[Int(task.battle)])
    count(&units[Int(task.unit)])
  }

  /// Adds what other tasks come to.
  mutating func add(_ others: Sums) {
    for place in battles.indices { battles[place].add(others.battles[place]) }
    for place in units.indices { units[place].add(others.units[place]) }
  }

  /// Leaves the nodes alone, for tasks that are to be counted anew.
  mutating func forgetTasks() {
    for place in battles.indices { battles[place] = battles[place].nodesAlone }
    for place in units.indices { units[place] = units[place].nodesAlone }
  }
}

/// The places of battles or units by their ids; the last one is for those that a plan names and
/// does not have, which no file can.
struct GroupPlaces: Sendable {
  private let ids: [String]
  private var places: [String: Int] = [:]
  private var hasTasks: [Bool] = []
  /// Tasks of one battle mostly stand together.
  private var last: (id: String, place: Int)

  var count: Int { ids.count + 1 }

  init(of ids: [String]) {
    self.ids = ids
    last = ("", ids.count)
    for place in ids.indices.reversed() { places[ids[place]] = place }
  }

  mutating func place(of id: String) -> Int {
    if id != last.id { last = (id, places[id] ?? ids.count) }
    return last.place
  }

  /// Keeps those places alone at which there are tasks, be they on the chart or not.
  mutating func keep(_ named: some Sequence<Int>) {
    hasTasks = Array(repeating: false, count: count)
    for place in named { hasTasks[place] = true }
  }

  /// The tallies by the ids.
  func byID(_ tallies: [Tally]) -> [String: Tally] {
    var byID: [String: Tally] = [:]
    for place in ids.indices where hasTasks[place] { byID[ids[place]] = tallies[place] }
    return byID
  }
}
