import Testing

@testable import WallChartStore

struct TaskRecordTests {
  private func undo(_ number: UInt64, of target: UInt64, on: String, was: [UInt64] = []) -> Entry {
    entry(number, .undo(of: id(target), reason: nil), on: on, was: was)
  }

  // MARK: Order

  /// A history with everything in it: procedure, counts, undo, disagreement, extension, stop.
  private static let history: [Entry] = [
    entry(1, .met(node: "1"), on: "2020-06-09"),
    entry(2, count(3), on: "2020-06-20"),
    entry(3, count(5), on: "2020-07-12"),
    entry(4, count(2, reason: "recount"), on: "2020-07-15"),
    entry(5, .undo(of: id(4), reason: nil), on: "2020-07-15"),
    entry(6, limit("2020-08-31", "2020-09-30"), on: "2020-07-16"),
    entry(7, .met(node: "1"), on: "2020-06-08", at: "2020-06-30T00:00:00Z"),
    entry(8, .undo(of: id(1), reason: nil), on: "2020-06-09", was: [1, 7]),
    entry(9, .supervise, on: "2020-07-17"),
    entry(10, .release, on: "2020-07-17", at: "2020-07-17T00:00:00Z", was: [9]),
    entry(11, .note(Fact.Note(text: "rain", node: "1")), on: "2020-07-18"),
    entry(12, .unknown(kind: "inspect"), on: "2020-07-18"),
  ]

  @Test("Any order in which entries arrive gives the same state on every day")
  func permutations() {
    var random = SystemRandomNumberGenerator()
    for date in ["2020-06-08", "2020-06-25", "2020-07-12", "2020-07-15", "2020-07-31"] {
      let expected = Sample.record(Self.history, on: date)
      for _ in 0..<300 {
        let shuffled = Self.history.shuffled(using: &random)
        guard Sample.record(shuffled, on: date) == expected else {
          Issue.record("another state on \(date) from \(shuffled.map(\.n))")
          return
        }
      }
    }
  }

  @Test("What an entry names in `was` comes before it, whatever the clocks say")
  func wasBeatsTime() {
    let release = entry(2, .release, on: "2020-07-01", at: "2020-07-01T08:00:00Z", was: [1])
    let supervise = entry(1, .supervise, on: "2020-07-01", at: "2020-07-01T10:00:00Z")
    #expect(FoldOrder.sorted([release, supervise]).map(\.id) == [id(1), id(2)])
    #expect(!Sample.record([release, supervise]).isSupervised)
  }

  @Test("Without `was` the day of the fact orders, then the instant, then the id")
  func timeOrder() {
    let entries = [
      entry(4, .supervise, on: "2020-07-02", at: "2020-07-01T00:00:00Z"),
      entry(3, .supervise, on: "2020-07-01", at: "2020-07-05T10:00:00+08:00"),
      entry(2, .supervise, on: "2020-07-01", at: "2020-07-05T09:00:00+02:00"),
      entry(1, .supervise, on: "2020-07-01", at: "2020-07-05T09:00:00+02:00"),
    ]
    #expect(FoldOrder.sorted(entries).map(\.n) == [3, 1, 2, 4])
  }

  @Test("A circle in `was` is broken, never waited for")
  func circle() {
    let entries = [
      entry(1, .supervise, on: "2020-07-01", was: [2]),
      entry(2, .release, on: "2020-07-02", was: [1]),
      entry(3, .undo(of: id(3), reason: nil), on: "2020-07-02", was: [3]),
    ]
    #expect(FoldOrder.sorted(entries).map(\.n) == [1, 2, 3])
    #expect(!Sample.record(entries).isSupervised)
  }

  @Test("Entries dated after the day have no effect on it")
  func future() {
    let entries = [
      entry(1, .met(node: "1"), on: "2020-08-01"), entry(2, .supervise, on: "2020-08-01"),
      entry(3, .undo(of: id(4), reason: nil), on: "2020-08-01"),
      entry(4, count(8), on: "2020-07-31"),
    ]
    let record = Sample.record(entries, on: "2020-07-31")
    #expect(record.metOn[0] == nil)
    #expect(!record.isSupervised)
    #expect(record.count == 8)
    #expect(Sample.heads(entries, on: "2020-07-31")[.node("1")] == [])
    #expect(Sample.record(entries, on: "2020-08-01").metOn[0] == day("2020-08-01"))
  }

  @Test("A draft that is not on disk yet comes after what was written before it")
  func draftOrder() {
    let draft = Entry(
      id: id(9), at: moment("2020-07-20T15:00:00+08:00"), by: "a", unit: nil, task: "T1",
      on: day("2020-07-20"), fact: count(6))
    let record = Sample.record([draft, entry(1, count(5), on: "2020-07-20")])
    #expect(record.count == 6)
  }

  // MARK: Nodes and counts

  @Test("A mark meets its node on its day, and makes the task one that is being worked on")
  func mark() {
    let record = Sample.record([entry(1, .met(node: "1"), on: "2020-06-09")])
    #expect(record.metOn == [day("2020-06-09"), nil, nil])
    #expect(record.metBy[0] == id(1))
    #expect(record.stage == .rectifying)
    #expect(record.lastSign == day("2020-06-09"))
    #expect(Sample.record([]).stage == .notStarted)
  }

  @Test("A node with a quota is met on the first day a report reaches it")
  func quota() {
    let entries = [
      entry(1, count(3), on: "2020-06-20"), entry(2, count(4), on: "2020-07-01"),
      entry(3, count(6), on: "2020-07-05"),
    ]
    let record = Sample.record(entries)
    #expect(record.metOn == [nil, day("2020-07-01"), nil])
    #expect(record.metBy[1] == id(2))
    #expect(record.count == 6)
    #expect(Sample.record(entries, on: "2020-06-30").metOn[1] == nil)
  }

  @Test("One report can meet several nodes")
  func severalQuotas() {
    let record = Sample.record([entry(1, count(8), on: "2020-07-01")])
    #expect(record.metOn == [nil, day("2020-07-01"), day("2020-07-01")])
  }

  @Test("A count that falls below a quota takes the node back, and reaching it again dates it anew")
  func fallingCount() {
    let entries = [
      entry(1, count(8), on: "2020-06-20"), entry(2, count(5, reason: "recount"), on: "2020-07-01"),
      entry(3, count(3, reason: "again"), on: "2020-07-02"), entry(4, count(4), on: "2020-07-20"),
    ]
    #expect(
      Sample.record(entries, on: "2020-07-01").metOn == [nil, day("2020-06-20"), nil])
    #expect(Sample.record(entries, on: "2020-07-02").metOn == [nil, nil, nil])
    #expect(Sample.record(entries).metOn == [nil, day("2020-07-20"), nil])
  }

  @Test("A plain mark does not meet a node that asks for a count")
  func markOnQuota() {
    #expect(Sample.record([entry(1, .met(node: "2"), on: "2020-07-01")]).metOn[1] == nil)
  }

  @Test("A report in words alone leaves the count as it is")
  func words() {
    var report = Fact.Report()
    report.progress = "on plan"
    let record = Sample.record([
      entry(1, count(4), on: "2020-07-01"), entry(2, .report(report), on: "2020-07-05"),
    ])
    #expect(record.count == 4)
    #expect(record.lastSign == day("2020-07-05"))
  }

  // MARK: Undo

  @Test("Undo makes a mistake vanish from every day, and undo of undo brings it back")
  func undoChain() {
    let mark = entry(1, .met(node: "1"), on: "2020-06-09")
    let undone = undo(2, of: 1, on: "2020-06-09", was: [1])
    let redone = undo(3, of: 2, on: "2020-06-09", was: [2])
    let again = undo(4, of: 3, on: "2020-06-09", was: [3])
    for date in ["2020-06-09", "2020-07-31"] {
      #expect(Sample.record([mark, undone], on: date) == Sample.record([mark, undone], on: date))
      #expect(Sample.record([mark], on: date).metOn[0] == day("2020-06-09"))
      #expect(Sample.record([mark, undone], on: date).metOn[0] == nil)
      #expect(Sample.record([mark, undone], on: date).stage == .notStarted)
      #expect(Sample.record([mark, undone, redone], on: date).metOn[0] == day("2020-06-09"))
      #expect(Sample.record([mark, undone, redone], on: date).metBy[0] == id(1))
      #expect(Sample.record([mark, undone, redone, again], on: date).metOn[0] == nil)
    }
    #expect(
      Sample.heads([mark, undone, redone, again])[.node("1")] == [id(4)])
  }

  @Test("Undo of a report brings the count before it back")
  func undoReport() {
    let record = Sample.record([
      entry(1, count(4), on: "2020-07-01"), entry(2, count(8), on: "2020-07-05"),
      undo(3, of: 2, on: "2020-07-05"),
    ])
    #expect(record.count == 4)
    #expect(record.metOn == [nil, day("2020-07-01"), nil])
  }

  @Test("Undo of an extension brings the limit before it back")
  func undoExtension() {
    let entries = [
      entry(1, limit("2020-08-31", "2020-10-31"), on: "2020-07-01"),
      undo(2, of: 1, on: "2020-07-01", was: [1]),
    ]
    #expect(Sample.record(entries).limit == day("2020-08-31"))
    #expect(Sample.heads(entries)[.limit] == [id(2)])
  }

  @Test("An undo of something that is not there, or of itself, changes nothing")
  func undoOfNothing() {
    let entries = [
      entry(1, .met(node: "1"), on: "2020-06-09"), undo(2, of: 77, on: "2020-06-09"),
      undo(3, of: 3, on: "2020-06-09"),
    ]
    #expect(Sample.record(entries).metOn[0] == day("2020-06-09"))
  }

  // MARK: Disagreement

  @Test("Two offices that say different things of a node disagree until someone decides")
  func disagreement() {
    let here = entry(1, .met(node: "1"), on: "2020-06-09")
    let there = entry(2, .met(node: "1"), on: "2020-06-12")
    let decided = entry(3, .met(node: "1"), on: "2020-06-12", was: [1, 2])
    #expect(!Sample.record([here]).isDisputed[0])
    let open = Sample.record([here, there])
    #expect(open.isDisputed[0])
    #expect(!open.isDisputed[1])
    #expect(open.metOn[0] == day("2020-06-12"))
    #expect(Set(Sample.heads([here, there])[.node("1")]) == [id(1), id(2)])
    let closed = Sample.record([here, there, decided])
    #expect(!closed.isDisputed[0])
    #expect(Sample.heads([here, there, decided])[.node("1")] == [id(3)])
  }

  @Test("Of very many nodes exactly those are in dispute of which two offices say different things")
  func manyDisagreements() {
    var task = Sample.chart.tasks[1]
    task.nodes = (1...40).map { number in
      Chart.Node(id: "\(number)", due: day("2020-06-01") + number, title: Text("\(number)"))
    }
    let entries = (1...40).flatMap { number in
      let node = "\(number)"
      let there = number.isMultiple(of: 3) ? "2020-06-12" : "2020-06-09"
      return [
        entry(UInt64(number), .met(node: node), on: "2020-06-09"),
        entry(UInt64(100 + number), .met(node: node), on: there),
      ]
    }
    let record = TaskRecord(of: task, entries: entries, on: day("2020-07-31"))
    #expect(record.metOn.allSatisfy { $0 != nil })
    let disputed = zip(task.nodes, record.isDisputed).filter { $1 }.map(\.0.id)
    #expect(disputed == stride(from: 3, through: 39, by: 3).map(String.init))
  }

  @Test("Two offices that say the same do not disagree")
  func agreement() {
    let here = entry(1, .met(node: "1"), on: "2020-06-09")
    let there = entry(2, .met(node: "1"), on: "2020-06-09")
    #expect(!Sample.record([here, there]).isDisputed[0])
    let undone = undo(3, of: 1, on: "2020-06-09", was: [1])
    #expect(Sample.record([here, undone, there]).isDisputed[0])
    let redone = undo(4, of: 3, on: "2020-06-09", was: [3])
    #expect(!Sample.record([here, undone, redone, there]).isDisputed[0])
  }

  // MARK: Procedure

  @Test("The stage follows the procedure, and return and reopen lead back")
  func procedure() {
    let steps: [(Entry, Stage)] = [
      (entry(1, .met(node: "1"), on: "2020-06-09"), .rectifying),
      (entry(2, count(8), on: "2020-07-01"), .rectifying),
      (entry(3, .submit, on: "2020-07-02"), .submitted),
      (entry(4, .return(reason: "photo"), on: "2020-07-03", was: [3]), .rectifying),
      (entry(5, .submit, on: "2020-07-04", was: [4]), .submitted),
      (entry(6, .verify(noticeUntil: day("2020-07-10")), on: "2020-07-05", was: [5]), .notice),
      (entry(7, .return(reason: "smoke"), on: "2020-07-06", was: [6]), .rectifying),
      (entry(8, .submit, on: "2020-07-07", was: [7]), .submitted),
      (entry(9, .verify(noticeUntil: day("2020-07-13")), on: "2020-07-08", was: [8]), .notice),
      (entry(10, .crossOff, on: "2020-07-14", was: [9]), .crossedOff),
      (
        entry(11, .reopen(reason: "empty", isFalse: true), on: "2020-07-20", was: [10]), .rectifying
      ),
      (entry(12, .submit, on: "2020-07-21", was: [11]), .submitted),
      (entry(13, .verify(noticeUntil: day("2020-07-27")), on: "2020-07-22", was: [12]), .notice),
      (entry(14, .crossOff, on: "2020-07-28", was: [13]), .crossedOff),
    ]
    for count in steps.indices {
      let record = Sample.record(steps[...count].map(\.0))
      #expect(record.stage == steps[count].1, "after step \(count + 1)")
      #expect(record.isFalse == (11...13).contains(count + 1), "after step \(count + 1)")
      #expect((record.noticeUntil != nil) == [6, 9, 10, 13, 14].contains(count + 1))
      #expect(Sample.heads(steps[...count].map(\.0))[.stage].count == (count < 2 ? 0 : 1))
    }
  }

  @Test("Supervision holds until its release")
  func supervision() {
    let put = entry(1, .supervise, on: "2020-07-01")
    #expect(Sample.record([put]).isSupervised)
    #expect(!Sample.record([put, entry(2, .release, on: "2020-07-02", was: [1])]).isSupervised)
  }

  // MARK: Limits

  @Test("An extension of the limit moves no node, one of a node moves that node alone")
  func extensions() {
    let record = Sample.record([
      entry(1, limit("2020-08-31", "2020-10-31"), on: "2020-07-01"),
      entry(2, limit("2020-08-20", "2020-08-30", node: "3"), on: "2020-07-02"),
      entry(3, limit("2020-08-20", "2020-08-30", node: "9"), on: "2020-07-02"),
    ])
    #expect(record.limit == day("2020-10-31"))
    #expect(record.due == ["2020-06-10", "2020-07-10", "2020-08-30"].map(day))
  }

  @Test("Moving a node that was met late does not make the mark one in time")
  func lateStaysLate() {
    let entries = [
      entry(1, .met(node: "1"), on: "2020-06-20"),
      entry(2, limit("2020-06-10", "2020-06-30", node: "1"), on: "2020-06-25"),
    ]
    let status = TaskStatus(
      of: Sample.task, rules: Chart.Rules(), entries: entries, on: day("2020-07-31"), listed: nil)
    #expect(status.nodes[0].state == .metLate)
    #expect(status.nodes[0].daysLate == 10)
    // Moved before it was met, it is met in time.
    let early = [
      entry(2, limit("2020-06-10", "2020-06-30", node: "1"), on: "2020-06-09"), entries[0],
    ]
    let inTime = TaskStatus(
      of: Sample.task, rules: Chart.Rules(), entries: early, on: day("2020-07-31"), listed: nil)
    #expect(inTime.nodes[0].state == .met)
  }

  // MARK: The rest

  @Test("Unknown kinds, notes, edits and entries about unknown nodes change nothing")
  func withoutEffect() {
    let entries = [
      entry(1, .unknown(kind: "inspect"), on: "2020-07-01"),
      entry(2, .note(Fact.Note(text: "rain", node: "1")), on: "2020-07-01"),
      entry(3, .edit(set: "{}"), on: "2020-07-01"),
    ]
    #expect(Sample.record(entries) == Sample.record([]))
    #expect(Sample.record([entry(4, .met(node: "9"), on: "2020-07-01")]).metOn == [nil, nil, nil])
  }

  @Test("Evidence is gathered from every entry that stands")
  func evidence() {
    let entries = [
      entry(1, .met(node: "1"), on: "2020-06-09", evidence: ["a"]),
      entry(2, .note(Fact.Note(text: nil, node: nil)), on: "2020-07-01", evidence: ["b"]),
      entry(3, count(4), on: "2020-07-02", evidence: ["c"]), undo(4, of: 3, on: "2020-07-02"),
    ]
    #expect(Sample.record(entries).evidence == ["a", "b"])
  }
}
