import Testing

@testable import WallChartStore

/// What is taken over from another day, or from one task's neighbours, is what is computed anew.
@Suite struct OtherDayTests {
  /// Entries of a few tasks and days: marks, reports, extensions, notes with evidence, and undos, some
  /// of them seconds apart and some by clocks that were set back.
  private static func entries(_ dice: inout SeededDice, tasks: Int, count: Int) -> [Entry] {
    var entries: [Entry] = []
    for number in 0..<count {
      func roll(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }
      let task = "T\(roll(tasks))"
      let on = Day(iso: "2020-07-01")! + roll(31)
      let targets = entries.filter { $0.task == task && $0.on <= on }
      let move = Fact.Extension(
        from: on, to: on + roll(40), approvedBy: "mayor", reason: "rain",
        node: roll(2) == 0 ? "1" : nil)
      let fact: Fact =
        switch roll(8) {
        case 0 where !targets.isEmpty:
          .undo(of: targets[roll(targets.count)].id, reason: nil)
        case 1: .extend(move)
        case 2: .note(Fact.Note(text: "seen", node: nil))
        case 3: .submit
        default: .met(node: "\(1 + roll(2))")
        }
      var new = entry(
        UInt64(number), fact, on: on.iso, task: task,
        evidence: roll(3) == 0 ? ["photo of gate \(roll(6))"] : [])
      let hour = Int64(day("2020-07-30").number) * 86_400_000
      new.at = Moment(milliseconds: hour + Int64(number * 14_000 - roll(9) * 20_000), offset: 480)
      new.turn = new.at.milliseconds
      new.by = roll(5) == 0 ? "li" : "k.wang"
      new.writer = ["office-0000000000", "bureau-0000000000", ""][min(2, roll(9) / 4)]
      entries.append(new)
    }
    return entries
  }

  /// Tasks of two units by turns, each changed as it is asked for.
  private static func chart(
    tasks: Int, _ change: (_ number: Int, _ task: inout Chart.Task) -> Void
  ) -> Chart {
    var chart = Sample.chart
    chart.asOf = nil
    chart.tasks = (0..<tasks).map { number in
      var task = Sample.plainTask
      task.id = "T\(number)"
      task.unit = ["jinpu", "epb"][number % 2]
      change(number, &task)
      return task
    }
    return chart
  }

  private static func situation(_ dice: inout SeededDice, count: Int = 60) -> Situation {
    let chart = chart(tasks: 12) { number, task in
      task.risk = Chart.Risk.allCases[number % 3]
      if number == 5 { task.term = .standing }
      if number == 6 { task.limit = nil }
      if number == 7 { (task.added, task.withdrawn) = (day("2020-07-05"), day("2020-07-20")) }
    }
    var ledger = Ledger()
    entries(&dice, tasks: 12, count: count).forEach { ledger.add($0) }
    return Situation(chart: chart, ledger: ledger, on: day("2020-07-31"))
  }

  @Test("Another day is the same, whether another one was known or not")
  func days() {
    var rest = 0
    for seed in 0..<40 {
      var dice = SeededDice(seed: UInt64(seed))
      var moving = Self.situation(&dice)
      for _ in 0..<12 {
        let day = Day(iso: "2020-06-25")! + Int.random(in: 0..<60, using: &dice)
        let before = moving.status
        let moves = moving.moveNoting(to: day)
        for move in moves {
          #expect(move.nodes == before.records[move.task].nodes)
          #expect(move.wasOnChart == before.isOnChart(move.task))
        }
        // Of all others only the calendar is another.
        let others = Set(before.records.indices).subtracting(moves.map(\.task))
        #expect(
          others.allSatisfy {
            before.records[$0] == moving.status.records[$0]
              && before.isOnChart($0) == moving.status.isOnChart($0)
          })
        rest += others.count
        let anew = Situation(chart: moving.chart, ledger: moving.ledger, on: day).status
        #expect(moving.status.tasks == anew.tasks && moving.status.total == anew.total)
        #expect(moving.status.units == anew.units && moving.status.battles == anew.battles)
      }
    }
    #expect(rest > 100)
  }

  @Test("What is new is the same, whether it is found at once or entry by entry")
  func news() {
    var found: [Changes.Kind: Int] = [:]
    for seed in 0..<40 {
      var dice = SeededDice(seed: UInt64(seed))
      let all = Self.entries(&dice, tasks: 12, count: 80)
      var chart = Self.situation(&dice, count: 0).chart
      chart.tasks[3].added = day("2020-07-25")
      chart.tasks[4].withdrawn = day("2020-07-25")
      var ledger = Ledger()
      all.prefix(40).forEach { ledger.add($0) }
      var situation = Situation(chart: chart, ledger: ledger, on: day("2020-07-31"))
      var meeting = Fact.Meeting(rhythm: .weekly, isClosing: true)
      meeting.seen = ["office-0000000000": 12, "bureau-0000000000": 5]
      let closing = entry(900, .meeting(meeting), on: "2020-07-20", task: nil)
      for since in [Since.meeting(closing), .day(day("2020-07-20"))] {
        var changes = Changes(in: situation, since: since)
        for entry in all.suffix(40) {
          situation.add(entry)
          if let task = situation.index(of: entry.task ?? "") { changes.renew(task, in: situation) }
          let anew = Changes(in: situation, since: since)
          for kind in Changes.Kind.allCases {
            #expect(changes[kind] == anew[kind], "\(seed) \(kind)")
            for change in anew[kind] {
              #expect(changes.change(of: change.task ?? -1, in: kind) == change)
            }
            found[kind, default: 0] += anew[kind].count
          }
        }
      }
    }
    for kind in [Changes.Kind.red, .met, .metLate, .submitted, .extended, .takenBack, .noted] {
      #expect(found[kind] ?? 0 > 100, "\(kind)")
    }
  }

  @Test("What is new is the same, whether tasks of which nobody wrote are passed over or looked at")
  func quietNews() {
    var found: [Changes.Kind: Int] = [:]
    for seed in 0..<60 {
      var dice = SeededDice(seed: UInt64(seed))
      func roll(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }
      let chart = Self.chart(tasks: 40) { _, task in
        task.limit = day("2020-07-10") + roll(40)
        if roll(6) == 0 { task.added = day("2020-07-10") + roll(30) }
        if roll(6) == 0 { task.withdrawn = day("2020-07-10") + roll(30) }
      }
      var numbers: [String: Int] = [:]
      var entries = Self.entries(&dice, tasks: 40, count: 60).enumerated().map { place, entry in
        var entry = entry
        let at = Int64((entry.on + roll(12)).number) * 86_400_000 + Int64(roll(86_400_000))
        entry.at = Moment(milliseconds: at, offset: [-600, 0, 480, 840][roll(4)])
        entry.turn = at
        entry.n = numbers[entry.writer, default: 0]
        numbers[entry.writer] = entry.n + 1
        return entry
      }
      // Also as files are read of which one is a copy with other entries.
      if seed % 3 == 0 { entries.shuffle(using: &dice) }
      var ledger = Ledger()
      entries.forEach { ledger.add($0) }
      let situation = Situation(chart: chart, ledger: ledger, on: day("2020-07-31"))
      var meeting = Fact.Meeting(rhythm: .weekly, isClosing: true)
      meeting.seen = ["office-0000000000": roll(30)]
      if roll(2) == 0 { meeting.seen["bureau-0000000000"] = roll(30) }
      let closing = entry(900, .meeting(meeting), on: "2020-07-20", task: nil)
      for since in [Since.meeting(closing), .day(day("2020-07-15") + roll(15))] {
        let changes = Changes(in: situation, since: since)
        var looked = changes
        for task in chart.tasks.indices { looked.renew(task, in: situation) }
        for kind in Changes.Kind.allCases {
          #expect(changes[kind] == looked[kind], "\(seed) \(kind)")
          #expect(changes.count(kind) == looked.count(kind), "\(seed) \(kind)")
          let nodes = changes[kind].reduce(0) { $0 + $1.nodes.count }
          let countsNodes = kind == .met || kind == .metLate
          #expect(changes.count(kind) == (countsNodes ? nodes : changes[kind].count))
          let even = changes.filtered { $0 % 2 == 0 }
          #expect(even[kind] == changes[kind].filter { ($0.task ?? 1) % 2 == 0 })
          let odd = changes.filtered { $0 % 2 == 1 }
          #expect(changes.count(kind) == even.count(kind) + odd.count(kind))
          found[kind, default: 0] += changes.count(kind)
        }
      }
    }
    for kind in [Changes.Kind.red, .yellow, .met, .submitted, .takenBack, .added, .withdrawn] {
      #expect(found[kind] ?? 0 > (kind == .yellow ? 5 : 50), "\(kind) \(found[kind] ?? 0)")
    }
  }

  @Test("The signs on one task are those that all tasks together show on it")
  func signs() {
    var found = 0
    for seed in 0..<60 {
      var dice = SeededDice(seed: UInt64(seed))
      let situation = Self.situation(&dice)
      let all = situation.signs
      for task in situation.chart.tasks {
        #expect(situation.signs(of: task.id) == all.filter { $0.task == task.id }, "\(seed)")
      }
      found += all.count
    }
    #expect(found > 1000)
  }

  @Test("What stands after a number is found where another number comes twice")
  func afterNumber() {
    var written = Written()
    for (task, number) in [("T0", 0), ("T1", 1), ("T2", 1)] {
      written.append(
        task, at: Moment(milliseconds: 0, offset: 0), number: number, isStep: true)
    }
    #expect(Set(written.tasks(after: 0)).isSuperset(of: ["T1", "T2"]))
  }

  @Test("What was written within a span is found, in whatever order it was written")
  func written() {
    var dice = SeededDice(seed: 3)
    for round in 0..<60 {
      var written = Written()
      var moments: [Int64] = []
      for number in 0..<30 {
        let step = Int64.random(in: round % 2 == 0 ? 0...3 : -3...3, using: &dice)
        moments.append((moments.last ?? 100) + step)
        written.append(
          "T\(number)", at: Moment(milliseconds: moments[number], offset: 0), number: number,
          isStep: true)
      }
      for first in Int64(90)..<140 {
        let span = first...first + 7
        let places = moments.indices.filter { span.contains(moments[$0]) }
        #expect(written.tasks(in: span) == places.map { "T\($0)" })
        let strokes = Set(places.map { moments[$0] }).count
        let counted = written.strokes(in: span, most: 4)
        #expect(round % 2 == 0 ? counted == min(4, strokes) : counted >= min(4, strokes))
      }
    }
  }

  @Test(
    "A meeting changes no task, a list may make tasks silent; both as if all were computed anew")
  func general() {
    var situation = Sample.situation()
    let meeting = Fact.Meeting(rhythm: .daily, isClosing: false)
    let list = Fact.Import(file: "a.csv", sha256: "", added: 2, changed: 0, withdrawn: 0)
    for (number, fact) in [Fact.meeting(meeting), .import(list)].enumerated() {
      var entry = entry(UInt64(number), fact, on: "2020-06-02", task: nil)
      entry.n = number
      situation.add(entry)
      let anew = Situation(chart: situation.chart, ledger: situation.ledger, on: situation.day)
      #expect(situation.status.tasks == anew.status.tasks)
      #expect(situation.status.total == anew.status.total)
    }
  }
}
