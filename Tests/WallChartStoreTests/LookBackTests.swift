import Testing

@testable import WallChartStore

/// The sample of closed tasks that are visited again, and what the visits found.
struct LookBackTests {
  /// Forty tasks, all of them crossed off but T99, and T98 withdrawn.
  private static func situation(
    shuffled: Bool = false, closed: Int = 40, on date: String = "2020-07-31"
  ) -> Situation {
    var chart = Sample.chart
    let ids = (0..<closed).map { "T\($0)" } + ["T98", "T99"]
    chart.tasks = (shuffled ? ids.reversed() : ids).map { id in
      var task = Sample.plainTask
      task.id = id
      if id == "T98" { task.withdrawn = day("2020-07-20") }
      return task
    }
    var ledger = Ledger()
    for (number, id) in ids.enumerated() where id != "T99" {
      ledger.add(entry(UInt64(number), .crossOff, on: "2020-07-10", task: id))
    }
    return Situation(chart: chart, ledger: ledger, on: day(date))
  }

  @Test("A sample is what another program draws with the same seed, in whichever order the plan is")
  func reproducible() {
    // From a program of its own, in another language.
    let drawn = ["T28", "T37", "T21", "T3"]
    for shuffled in [false, true] {
      let sample = LookBack(of: Self.situation(shuffled: shuffled))
      #expect(sample.tasks == drawn)
      #expect(sample.seed == 20_200_731)
      #expect(sample.closed == 40)
    }
    #expect(
      LookBack(of: Self.situation(), count: 4, seed: 1).tasks == ["T31", "T27", "T23", "T9"])
    // A larger sample of the same seed begins with the smaller one.
    #expect(LookBack(of: Self.situation(), count: 10).tasks.starts(with: drawn))
  }

  @Test(
    "A tenth is drawn, but at least three, and never more than there are",
    arguments: [(0, 0), (2, 2), (3, 3), (30, 3), (31, 4), (40, 4)])
  func count(closed: Int, drawn: Int) {
    let sample = LookBack(of: Self.situation(closed: closed))
    #expect(sample.tasks.count == drawn)
    #expect(Set(sample.tasks).count == drawn)
  }

  @Test("So many are drawn as are asked for, each once, and only what is closed on the day")
  func asked() {
    let situation = Self.situation()
    for count in [-1, 0, 1, 39, 40, 41, Int.max] {
      let sample = LookBack(of: situation, count: count, seed: UInt64.max).tasks
      #expect(sample.count == max(0, min(40, count)))
      #expect(Set(sample).count == sample.count)
      #expect(!sample.contains("T98") && !sample.contains("T99"))
    }
    // On the day itself none was closed at the end of the day before.
    #expect(LookBack(of: Self.situation(on: "2020-07-10"), count: 5).tasks.isEmpty)
    #expect(LookBack(of: Self.situation(on: "2020-07-11"), count: 5).tasks.count == 5)
  }

  @Test("What a visit of the day finds changes nothing in the sample of the day")
  func steady() throws {
    var situation = Self.situation()
    let sample = LookBack(of: situation)
    for (number, task) in sample.tasks.enumerated() {
      situation.add(
        try situation.step(
          task, .reopen(reason: "smoke", isFalse: true), by: Sample.clerk,
          Sample.stamp(900 + UInt64(number))))
    }
    #expect(situation.status.total.falselyDone == sample.tasks.count)
    #expect(LookBack(of: situation) == sample)
    situation.move(to: day("2020-08-01"))
    #expect(LookBack(of: situation).closed == 40 - sample.tasks.count)
  }

  @Test("What is entered on the day, be it what it may, changes nothing in the sample of the day")
  func entriesOfTheDay() {
    var crossedOff = 0
    for seed in 0..<300 {
      var dice = SeededDice(seed: UInt64(seed))
      func roll(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &dice) }
      var (before, after) = (Ledger(), Ledger())
      var ids: [EntryID] = []
      for number in 0..<8 {
        let facts: [Fact] = [
          .crossOff, .crossOff, .submit, .reopen(reason: "open", isFalse: false), .met(node: "1"),
          .report(Fact.Report(count: 1)), .note(Fact.Note(text: "seen", node: nil)),
          ids.isEmpty ? .submit : .undo(of: ids[roll(ids.count)], reason: nil),
        ]
        let isOfTheDay = roll(3) == 0
        var entry = entry(
          UInt64(number), facts[roll(facts.count)], on: isOfTheDay ? "2020-07-31" : "2020-07-30",
          task: "T0")
        // As nobody writes it: one that comes after another of a later day.
        if !ids.isEmpty, roll(2) == 0 { entry.was = [ids[roll(ids.count)]] }
        ids.append(entry.id)
        after.add(entry)
        if !isOfTheDay { before.add(entry) }
      }
      let chart = Self.situation(closed: 1).chart
      let samples = [before, after].map {
        LookBack(of: Situation(chart: chart, ledger: $0, on: day("2020-07-31")))
      }
      #expect(samples[0] == samples[1], "\(seed)")
      crossedOff += samples[0].closed
    }
    #expect((50...250).contains(crossedOff))
  }

  @Test("Seeds draw every task about equally often")
  func even() {
    let situation = Self.situation()
    var counts: [String: Int] = [:]
    for seed in UInt64(0)..<2000 {
      for task in LookBack(of: situation, count: 4, seed: seed).tasks {
        counts[task, default: 0] += 1
      }
    }
    // 200 is expected of each, with a deviation of 13.
    #expect(counts.count == 40)
    #expect(counts.values.allSatisfy { (140...260).contains($0) })
  }

  // MARK: Visits

  private static let closing = [
    entry(1, .submit, on: "2020-07-01"),
    entry(2, .verify(noticeUntil: day("2020-07-06")), on: "2020-07-01", was: [1]),
    entry(3, .crossOff, on: "2020-07-07", was: [2]),
  ]

  private func visit(
    _ number: UInt64, on date: String, at time: String? = nil, was: [UInt64] = [3]
  ) -> Entry {
    var note = Fact.Note(text: "all gone", node: nil)
    note.isLookBack = true
    return entry(number, .note(note), on: date, at: time, was: was)
  }

  @Test("Visits since the last cross-off are told, found in order or not")
  func visits() {
    let plain = entry(5, .note(Fact.Note(text: "x", node: nil)), on: "2020-07-10")
    let first = visit(6, on: "2020-07-12")
    let reopening = entry(
      7, .reopen(reason: "smoke", isFalse: false), on: "2020-07-20", was: [3])
    let entries = Self.closing + [plain, first, reopening]
    #expect(Sample.situation(entries).visits(of: "T1").map(\.id) == [id(6), id(7)])
    #expect(Sample.situation(entries, on: "2020-07-15").visits(of: "T1").map(\.id) == [id(6)])
    #expect(Sample.situation([plain, first]).visits(of: "T1").isEmpty)
    #expect(Sample.situation().visits(of: "T9").isEmpty)
    // A new closing is visited anew.
    let again = [
      entry(8, .submit, on: "2020-07-21", was: [7]),
      entry(9, .verify(noticeUntil: day("2020-07-26")), on: "2020-07-21", was: [8]),
      entry(10, .crossOff, on: "2020-07-27", was: [9]),
    ]
    #expect(Sample.situation(entries + again).visits(of: "T1").isEmpty)
    let undo = entry(11, .undo(of: id(6), reason: nil), on: "2020-07-12")
    #expect(Sample.situation(entries + [undo]).visits(of: "T1").map(\.id) == [id(7)])
  }

  @Test("A visit comes after the cross-off it looks back at, whatever the clocks say")
  func order() throws {
    var situation = Sample.situation(Self.closing)
    var note = Fact.Note(text: "all gone", node: nil)
    note.isLookBack = true
    let draft = try situation.note(
      "T1", note, on: day("2020-07-07"), by: Sample.clerk,
      Sample.stamp(6, at: "2020-07-07T08:00:00+08:00"))
    #expect(draft.was == [id(3)])
    situation.add(draft)
    #expect(situation.visits(of: "T1").map(\.id) == [id(6)])
    #expect(situation.status.tasks[0].standing == .crossedOff)
    #expect(
      throws: Refusal.dayBeforeEarlierEntry(day("2020-07-06"), earlier: day("2020-07-07"))
    ) {
      try situation.note(
        "T1", note, on: day("2020-07-06"), by: Sample.clerk, Sample.stamp(7))
    }
  }

  @Test("Only what is crossed off can be looked back at")
  func open() {
    var note = Fact.Note(text: "all gone", node: nil)
    note.isLookBack = true
    #expect(throws: Refusal.notAtStage(task: "T1", stage: .notice)) {
      try Sample.situation(Array(Self.closing.dropLast()))
        .note("T1", note, by: Sample.clerk, Sample.stamp(6))
    }
    note.text = nil
    #expect(throws: Refusal.emptyNote) {
      try Sample.situation(Self.closing).note("T1", note, by: Sample.clerk, Sample.stamp(6))
    }
  }
}
