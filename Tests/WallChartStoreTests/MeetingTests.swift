import Testing

@testable import WallChartStore

/// Meetings in the ledger: opened and closed by an installation, one at a time.
final class MeetingTests: ChartFolderSession {
  private func situation(_ folder: ChartFolder) -> Situation {
    Situation(chart: folder.chart, ledger: folder.ledger, on: today)
  }

  private func stamp(_ number: UInt64) -> Stamp {
    Sample.stamp(number, at: "2020-07-31T09:\(10 + number):00.000+08:00")
  }

  private func open(_ folder: inout ChartFolder, _ number: UInt64, _ rhythm: Chart.Rhythm = .weekly)
    throws -> Entry
  {
    let draft = try situation(folder).openMeeting(
      rhythm, by: folder.ownWriters, as: Sample.clerk, stamp(number))
    return try folder.append(draft, today: today)
  }

  private func close(_ folder: inout ChartFolder, _ number: UInt64, bulletin: Int? = nil) throws
    -> Entry
  {
    let draft = try situation(folder).closeMeeting(
      bulletin: bulletin, by: folder.ownWriters, as: Sample.clerk, stamp(number))
    return try folder.append(draft, today: today)
  }

  @Test("A meeting is open from its opening to its closing, and both say what had been read")
  func whole() throws {
    var folder = try open()
    _ = try folder.append(report(1, 4), today: today)
    #expect(folder.ledger.openMeeting(of: folder.ownWriters) == nil)
    let opened = try open(&folder, 2)
    let writer = opened.writer
    #expect(folder.ledger.openMeeting(of: folder.ownWriters) == opened)
    #expect(opened.fact.meeting?.seen == [writer: 0])
    var marked = mark(3)
    marked.at = stamp(3).at
    _ = try folder.append(marked, today: today)
    let closed = try close(&folder, 4, bulletin: 1)
    #expect(closed.was == [opened.id])
    #expect(closed.fact.meeting?.rhythm == .weekly)
    #expect(closed.fact.meeting?.seen == [writer: 2])
    #expect(folder.ledger.openMeeting(of: folder.ownWriters) == nil)
    #expect(folder.ledger.opening(of: closed) == opened)
    #expect(folder.ledger.lastBulletin == 1)
    // Both are read again as they were written, by somebody else, too.
    let reader = try open(state: root + "/other")
    #expect(reader.ledger.lastMeeting(through: today) == closed)
    #expect(reader.ledger.lastMeeting(of: .weekly, through: today) == closed)
    #expect(reader.ledger.lastMeeting(of: .daily, through: today) == nil)
    #expect(reader.ledger.lastMeeting(through: today + -1) == nil)
    #expect(reader.ledger.asRead(at: opened).entries(of: "T2").isEmpty)
    #expect(reader.ledger.asRead(at: opened).count == 1)
    #expect(reader.ledger.asRead(at: closed).count == 3)
    #expect(reader.findings(today: today).isEmpty)
  }

  @Test("One meeting at a time: what is open is not opened, what is closed not closed")
  func oneAtATime() throws {
    var folder = try open()
    #expect(throws: Refusal.noMeetingOpen) { try self.close(&folder, 1) }
    let stale = try situation(folder).openMeeting(
      .daily, by: folder.ownWriters, as: Sample.clerk, stamp(9))
    let opened = try open(&folder, 2)
    let isOpen = Refusal.meetingOpen(.weekly, since: opened.at)
    #expect(throws: isOpen) { try self.open(&folder, 3, .daily) }
    // Drafted before by another program of this machine, and refused under the lock.
    #expect(throws: StoreError.refused(isOpen)) { try folder.append(stale, today: self.today) }
    let early = try situation(folder).closeMeeting(
      by: folder.ownWriters, as: Sample.clerk, stamp(8))
    _ = try close(&folder, 4)
    #expect(throws: StoreError.refused(.noMeetingOpen)) {
      try folder.append(early, today: self.today)
    }
    // A retry is answered with what is on disk.
    #expect(try folder.append(opened, today: today) == opened)
    #expect(folder.ledger.general.count == 2)
  }

  @Test("Another office has a meeting of its own")
  func twoOffices() throws {
    var (here, there) = (try open(), try open(state: root + "/other"))
    let first = try open(&here, 1)
    try there.refresh()
    let second = try open(&there, 2, .monthly)
    try here.refresh()
    #expect(here.ledger.openMeeting(of: here.ownWriters) == first)
    #expect(here.ledger.openMeeting(of: there.ownWriters) == second)
    let closed = try close(&here, 3)
    #expect(here.ledger.opening(of: closed) == first)
    #expect(here.ledger.openMeeting(of: there.ownWriters) == second)
  }

  @Test("A bulletin's number is given once")
  func numbers() throws {
    var (here, there) = (try open(), try open(state: root + "/other"))
    _ = try open(&here, 1)
    _ = try open(&there, 2)
    let second = try situation(there).closeMeeting(
      bulletin: 1, by: there.ownWriters, as: Sample.clerk, stamp(4))
    _ = try close(&here, 3, bulletin: here.ledger.lastBulletin + 1)
    #expect(throws: StoreError.refused(.bulletinNumberTaken(1))) {
      try there.append(second, today: self.today)
    }
    _ = try close(&there, 5, bulletin: there.ledger.lastBulletin + 1)
    #expect(there.ledger.lastBulletin == 2)
  }

  @Test("How far the ledgers were read leaves out what is on its way to disk")
  func seen() {
    var draft = entry(9, .met(node: "1"), on: "2020-07-01")
    draft.writer = ""
    var other = entry(3, .met(node: "2"), on: "2020-07-02", task: "T2")
    other.writer = "other-0000000000"
    var ledger = Ledger()
    #expect(ledger.seen == [:])
    for entry in [entry(7, count(1), on: "2020-07-01"), entry(2, .supervise, on: "2020-07-03")] {
      ledger.add(entry)
    }
    ledger.add(draft)
    ledger.add(other)
    #expect(ledger.seen == ["office-0000000000": 7, "other-0000000000": 3])
  }

  @Test("The chart is known as it stood at a meeting, whatever was edited since")
  func asRead() throws {
    let chart = Sample.chart
    var ledger = Ledger()
    ledger.add(entry(0, .met(node: "1"), on: "2020-06-09"))
    var fact = Fact.Meeting(rhythm: .weekly, isClosing: true)
    fact.seen = ledger.seen
    let closed = entry(1, .meeting(fact), on: "2020-07-01", task: nil)
    ledger.add(closed)
    var situation = Situation(chart: chart, ledger: ledger, on: day("2020-07-20"))
    var stamp = UInt64(2)
    func edit(_ edit: PlanEdit) throws {
      var (entry, plan) = try situation.edit(
        edit, by: Sample.clerk, Sample.stamp(stamp, at: "2020-07-1\(stamp)T09:00:00+08:00"))
      (entry.writer, entry.n) = ("office-0000000000", Int(stamp))
      stamp += 1
      ledger.add(entry)
      situation = Situation(chart: plan, ledger: ledger, on: day("2020-07-20"))
    }
    try edit(PlanEdit(.title, of: "T1", to: .text(Text("Nine boilers")), in: situation.chart))
    try edit(PlanEdit(.title, of: "T1", to: .text(Text("Ten boilers")), in: situation.chart))
    try edit(PlanEdit(.risk, of: "T2", to: .word("high"), in: situation.chart))
    try edit(situation.withdrawal(of: "T2", reason: "twice there"))
    var found = Sample.plainTask
    (found.id, found.added) = ("T3", day("2020-06-30"))
    try edit(PlanEdit(adding: found))
    #expect(
      situation.chart.tasks.map(\.title) == [Text("Ten boilers"), Text("Plan"), Text("Plan")])
    let then = situation.asRead(at: closed)
    #expect(then.chart == chart)
    #expect(then.day == closed.on)
    #expect(then.ledger.count == 1)
    #expect(then.status.tasks.map(\.isWithdrawn) == [false, false])
  }
}

extension Fact {
  fileprivate var meeting: Fact.Meeting? {
    if case .meeting(let meeting) = self { meeting } else { nil }
  }
}
