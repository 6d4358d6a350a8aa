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
    marked = try folder.append(marked, today: today)
    #expect(!folder.ledger.isInMinutes(marked))
    let others = try open(state: root + "/other")
    #expect(others.ledger.openMeetings(on: today, notOf: others.ownWriters) == [opened])
    #expect(folder.ledger.openMeetings(on: today, notOf: folder.ownWriters).isEmpty)
    let closed = try close(&folder, 4, bulletin: 1)
    #expect(folder.ledger.isInMinutes(marked))
    #expect(folder.ledger.entries(of: "T1").allSatisfy { !folder.ledger.isInMinutes($0) })
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

  @Test("Numbers that no bulletin can have count for nothing, are named, and are not given")
  func badNumbers() throws {
    var folder = try open()
    let forged = [-5, 9_007_199_254_740_991].enumerated().map { place, number in
      var fact = Fact.Meeting(rhythm: .weekly, isClosing: true)
      fact.bulletin = number
      return draft(UInt64(place + 1), .meeting(fact), task: nil)
    }
    try folder.apply(plan: folder.chart, entries: forged)
    #expect(folder.ledger.lastBulletin == 0)
    #expect(
      try faults(open()) == [
        "1: brokenRule(WallChartStore.Refusal.badBulletinNumber(-5))",
        "2: brokenRule(WallChartStore.Refusal.badBulletinNumber(9007199254740991))",
      ])
    _ = try open(&folder, 3)
    #expect(throws: Refusal.badBulletinNumber(1_000_000)) {
      try self.close(&folder, 4, bulletin: 1_000_000)
    }
    let closed = try close(&folder, 5, bulletin: folder.ledger.lastBulletin + 1)
    #expect(closed.fact.meeting?.bulletin == 1)
  }

  @Test("The last meeting of an office is its own, whoever met later")
  func lastOfOffice() throws {
    var (here, there) = (try open(), try open(state: root + "/other"))
    _ = try open(&here, 1)
    let own = try close(&here, 2)
    _ = try open(&there, 3)
    let other = try close(&there, 4)
    try here.refresh()
    #expect(here.ledger.lastMeeting(through: today) == other)
    #expect(here.ledger.lastMeeting(by: here.ownWriters, through: today) == own)
    #expect(here.ledger.lastMeeting(of: .daily, by: here.ownWriters, through: today) == nil)
  }

  /// A meeting on a day that found a list of that day read, and another one that came during it.
  private func duringMeeting(known: Fact.Import?, new: Fact.Import) -> Situation {
    var chart = Sample.chart
    var came = Sample.plainTask
    (came.id, came.added) = ("T3", today)
    var seen = came
    seen.id = "T4"
    chart.tasks += [came, seen]
    chart.tasks[0].withdrawn = today
    var ledger = Ledger()
    if let known { ledger.add(entry(0, .import(known), on: "2020-07-31", task: nil)) }
    ledger.add(entry(1, .supervise, on: "2020-07-31", task: "T4"))
    var fact = Fact.Meeting(rhythm: .weekly, isClosing: false)
    fact.seen = ledger.seen
    let opened = entry(2, .meeting(fact), on: "2020-07-31", task: nil)
    for entry in [opened, entry(3, .import(new), on: "2020-07-31", task: nil)] { ledger.add(entry) }
    return Situation(chart: chart, ledger: ledger, on: today).asRead(at: opened)
  }

  @Test("What a list brought or took during a meeting was not so when it began")
  func listDuringMeeting() {
    let change = Fact.Import(file: "a", sha256: "", added: 1, changed: 0, withdrawn: 1)
    let nothing = Fact.Import(file: "a", sha256: "", added: 0, changed: 2, withdrawn: 0)
    let then = duringMeeting(known: nil, new: change)
    // T4 was spoken of before, so that it was there.
    #expect(then.chart.tasks.map(\.id) == ["T1", "T2", "T4"])
    #expect(then.status.tasks.map(\.isWithdrawn) == [false, false, false])
    // A list that brings nothing leaves all as it was.
    let same = duringMeeting(known: change, new: nothing)
    #expect(same.chart.tasks.map(\.id) == ["T1", "T2", "T3", "T4"])
    #expect(same.status.tasks[0].isWithdrawn)
    // Of two lists of a day each may have brought it; what was on the agenda stays.
    #expect(duringMeeting(known: change, new: change).chart.tasks.count == 4)
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
