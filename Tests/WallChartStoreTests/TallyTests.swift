import Testing

@testable import WallChartStore

struct TallyTests {
  /// Twenty tasks of two battles and two units in every standing.
  private static var chart: Chart {
    var chart = Sample.chart
    chart.battles.append(Chart.Battle(id: "CW", name: Text("Clear water")))
    chart.tasks = (0..<20).map { number in
      var task = Sample.plainTask
      task.id = "T\(number)"
      task.battle = number % 3 == 0 ? "CW" : "BS"
      task.unit = number % 2 == 0 ? "jinpu" : "epb"
      task.nodes[0].due = day("2020-07-\(10 + number)")
      if number == 7 { task.withdrawn = day("2020-07-20") }
      return task
    }
    return chart
  }

  private static var entries: [Entry] {
    [
      entry(1, .met(node: "1"), on: "2020-07-05", task: "T1"),
      entry(2, .met(node: "1"), on: "2020-07-30", task: "T2"),
      entry(3, .submit, on: "2020-07-30", task: "T3"),
      entry(4, .crossOff, on: "2020-07-30", task: "T4"),
      entry(5, .supervise, on: "2020-07-30", task: "T19"),
      entry(6, .met(node: "2"), on: "2020-07-30", task: "T5"),
    ]
  }

  private static func situation(_ entries: [Entry], on date: String) -> Situation {
    var ledger = Ledger()
    entries.forEach { ledger.add($0) }
    return Situation(chart: chart, ledger: ledger, on: day(date))
  }

  @Test(
    "Parts add up to the whole on every day",
    arguments: ["2020-06-01", "2020-07-12", "2020-07-19", "2020-07-20", "2020-07-31", "2020-12-31"])
  func addUp(date: String) {
    let status = Self.situation(Self.entries, on: date).status
    let total = status.total
    #expect(Standing.allCases.map { total[$0] }.reduce(0, +) == total.tasks)
    #expect(total.tasks == (date < "2020-07-20" ? 20 : 19))
    #expect(total.nodes == total.tasks * 2)
    for parts in [Array(status.battles.values), Array(status.units.values)] {
      #expect(parts.map(\.tasks).reduce(0, +) == total.tasks)
      #expect(parts.map(\.nodes).reduce(0, +) == total.nodes)
      #expect(parts.map(\.nodesDue).reduce(0, +) == total.nodesDue)
      #expect(parts.map(\.nodesDueMet).reduce(0, +) == total.nodesDueMet)
      #expect(parts.map(\.nodesMet).reduce(0, +) == total.nodesMet)
      #expect(parts.map(\.nodesMetLate).reduce(0, +) == total.nodesMetLate)
      #expect(parts.map(\.silent).reduce(0, +) == total.silent)
      #expect(parts.map(\.falselyDone).reduce(0, +) == total.falselyDone)
      #expect(parts.map(\.daysLate).reduce(0, +) == total.daysLate)
      for standing in Standing.allCases {
        #expect(parts.map { $0[standing] }.reduce(0, +) == total[standing])
      }
    }
  }

  @Test("A large chart comes to what its tasks come to, whichever thread computes them")
  func halves() {
    var chart = Self.chart
    let round = chart.tasks
    // Battles and units of the later half that the earlier one does not have, and the other way.
    chart.battles.append(Chart.Battle(id: "BH", name: Text("Bohai Sea")))
    chart.units.append(Chart.Unit(id: "first", name: Text("First"), kind: .district))
    chart.tasks = (0..<60).flatMap { number in
      round.map { task in
        var task = task
        task.id = "\(number)-\(task.id)"
        if number == 59 { task.battle = "BH" }
        if number < 3 { task.unit = "first" }
        return task
      }
    }
    var ledger = Ledger()
    for number in 0..<60 {
      for entry in Self.entries {
        var entry = entry
        entry.id = EntryID(high: UInt64(number), low: entry.id.low)
        entry.task = entry.task.map { "\(number)-\($0)" }
        ledger.add(entry)
      }
    }
    let status = ChartStatus(of: chart, ledger: ledger, on: day("2020-07-31"))
    let small = Self.situation(Self.entries, on: "2020-07-31").status
    #expect(status.tasks.count == 1200)
    // The entries have other ids in each round.
    #expect(status.tasks.map(\.nodes) == (0..<60).flatMap { _ in small.tasks.map(\.nodes) })
    #expect(status.tasks.map(\.standing) == (0..<60).flatMap { _ in small.tasks.map(\.standing) })
    var total = Tally()
    for _ in 0..<60 { total.add(small.total) }
    #expect(status.total == total)
    for parts in [status.battles, status.units] {
      var sum = Tally()
      parts.values.forEach { sum.add($0) }
      #expect(sum == total)
    }
    #expect(status.battles["BH"]?.tasks == 19 && status.units["first"]?.tasks == 57)
    #expect(Set(status.battles.keys) == ["BS", "CW", "BH"])
    #expect(Set(status.units.keys) == Set(chart.tasks.map(\.unit)))
    var moved = status
    for date in ["2020-07-15", "2020-08-20", "2020-06-01", "2020-07-31"] {
      moved.move(to: day(date), of: chart, ledger: ledger)
      let anew = ChartStatus(of: chart, ledger: ledger, on: day(date))
      #expect(moved.tasks == anew.tasks && moved.total == anew.total, "\(date)")
      #expect(moved.battles == anew.battles && moved.units == anew.units, "\(date)")
    }
    let since = Since.day(day("2020-07-15"))
    let large = Changes(in: Situation(chart: chart, ledger: ledger, on: status.day), since: since)
    let few = Changes(in: Self.situation(Self.entries, on: "2020-07-31"), since: since)
    for kind in Changes.Kind.allCases {
      let places = few[kind].compactMap(\.task)
      #expect(
        large[kind].compactMap(\.task)
          == (0..<60).flatMap { round in places.map { $0 + round * 20 } })
    }
    #expect(large.count(.red) > 0 && large.count(.metLate) == 60 && large.count(.submitted) == 60)
  }

  @Test("Nodes are counted by what is due and what is met")
  func nodes() {
    let total = Self.situation(Self.entries, on: "2020-07-31").status.total
    #expect(total.nodes == 38)
    #expect(total.nodesDue == 19)
    #expect(total.nodesDueMet == 2)
    #expect(total.nodesMet == 3)
    #expect(total.nodesMetLate == 1)
    #expect(total[.crossedOff] == 1)
    #expect(total[.inClosing] == 1)
  }

  @Test(
    "A task whose completion was false counts until it is crossed off again, withdrawn or not so")
  func falselyDone() {
    let reopened = [
      entry(1, .crossOff, on: "2020-07-10", task: "T4"),
      entry(2, .reopen(reason: "empty", isFalse: true), on: "2020-07-20", was: [1], task: "T4"),
      entry(3, .crossOff, on: "2020-07-10", task: "T5"),
      entry(4, .reopen(reason: "smoke", isFalse: false), on: "2020-07-20", was: [3], task: "T5"),
      entry(5, .crossOff, on: "2020-07-10", task: "T7"),
      entry(6, .reopen(reason: "empty", isFalse: true), on: "2020-07-19", was: [5], task: "T7"),
    ]
    func count(_ entries: [Entry], on date: String) -> Int {
      Self.situation(entries, on: date).status.total.falselyDone
    }
    // T7 is withdrawn on the 20th.
    #expect(count(reopened, on: "2020-07-18") == 0)
    #expect(count(reopened, on: "2020-07-19") == 1)
    #expect(count(reopened, on: "2020-07-20") == 1)
    let status = Self.situation(reopened, on: "2020-07-20").status
    #expect(status.battles["BS"]?.falselyDone == 1)
    #expect(status.units["jinpu"]?.falselyDone == 1 && status.units["epb"]?.falselyDone == 0)
    let again = [
      entry(7, .submit, on: "2020-07-21", was: [2], task: "T4"),
      entry(8, .crossOff, on: "2020-07-30", was: [7], task: "T4"),
    ]
    #expect(count(reopened + again, on: "2020-07-29") == 1)
    #expect(count(reopened + again, on: "2020-07-30") == 0)
  }

  @Test("Counts that follow one entry at a time are those computed at once")
  func incremental() {
    var following = Self.situation([], on: "2020-07-31")
    for count in Self.entries.indices {
      following.add(Self.entries[count])
      let anew = Self.situation(Array(Self.entries[...count]), on: "2020-07-31")
      #expect(following.status.total == anew.status.total)
      #expect(following.status.battles == anew.status.battles)
      #expect(following.status.units == anew.status.units)
      #expect(following.status.tasks == anew.status.tasks)
    }
  }

  @Test("Another day is computed as if opened on it")
  func otherDay() {
    var moved = Self.situation(Self.entries, on: "2020-07-31")
    moved.move(to: day("2020-07-15"))
    #expect(moved.status.total == Self.situation(Self.entries, on: "2020-07-15").status.total)
    #expect(moved.day == day("2020-07-15"))
  }
}
