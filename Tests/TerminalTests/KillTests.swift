import Glibc
import Testing

/// The power goes, the window is shot: what was seen as saved is there.
@Suite(.serialized) struct KillTests {
  /// The task at which `round` marks.
  private func open(_ desk: Desk, at task: Int) throws -> TerminalSession {
    let session = try desk.open(rows: 40)
    session.press("j", times: task - 1)
    try session.wait("task \(task)") { session.selection.hasPrefix(" \(Plan.ladderTask(task)) ") }
    return session
  }

  private func marks(_ desk: Desk, of task: Int) throws -> Int {
    try desk.ledger().filter { $0.kind == "met" && $0.task == Plan.ladderTask(task) }.count
  }

  @Test func `Killed the moment it says saved, the mark is there at the next start`() throws {
    let desk = try Desk(Plan.ladder(12))
    for round in 1...10 {
      let session = try open(desk, at: round)
      session.press(.space)
      try session.waitUntilSaved()
      session.send(signal: SIGKILL)
      #expect(try session.waitForEnd() == .signal(SIGKILL))
      #expect(try marks(desk, of: round) == 1)
      let next = try open(desk, at: round)
      #expect(next.selection.contains("met on 31 Jul"))
      let shown = (3..<37).filter { next.display.row($0).contains("✓15") }
      #expect(shown.count == round)
    }
    #expect(try desk.ledger().count == 10)
    #expect(try desk.run("check", desk.chart).ending == .exit(0))
  }

  @Test func `Killed at any moment after Space, what was seen as saved is there, and once`() throws
  {
    let desk = try Desk(Plan.ladder(30))
    // A fixed row of moments, so that a failure comes again.
    var random: UInt64 = 2020
    var seen = 0
    for round in 1...20 {
      let session = try open(desk, at: round)
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      session.press(.space)
      session.watch(milliseconds: Int(random >> 33 % 31))
      session.send(signal: SIGKILL)
      try session.waitForEnd()
      let count = try marks(desk, of: round)
      if session.isSaved {
        seen += 1
        #expect(count == 1)
      } else {
        #expect(count <= 1)
      }
      #expect(try desk.run("check", desk.chart).ending == .exit(0))
    }
    let ledger = try desk.ledger()
    #expect(Set(ledger.map(\.id)).count == ledger.count)
    // Else the moments are no longer where the saving is.
    #expect(seen > 0)
  }

  @Test func `Killed amid many marks, all that the screen called saved are there`() throws {
    for delay in [5, 20, 40, 80] {
      let desk = try Desk(Plan.ladder(30))
      let session = try desk.open(rows: 40)
      for _ in 1...29 { session.press(.space, "j") }
      session.press(.space)
      session.watch(milliseconds: delay)
      session.send(signal: SIGKILL)
      try session.waitForEnd()
      let saved = Set(try desk.ledger().map { $0.task! })
      #expect(saved.count == (try desk.ledger().count))
      if session.isSaved {
        for row in 3..<38 where session.display.row(row).contains(/^..T-.*✓15/) {
          let task = String(session.display.row(row).dropFirst(2).prefix(4))
          #expect(saved.contains(task), "\(task) was shown as saved")
        }
      }
      #expect(try desk.run("check", desk.chart).ending == .exit(0))
    }
  }

  @Test func `A torn last line is healed by the next mark`() throws {
    let desk = try Desk()
    var session = try desk.open()
    session.press(.space)
    try session.waitUntilSaved()
    try session.quit()
    let name = try #require(desk.ledgerFiles.first)
    let path = desk.chart + "/ledger/" + name
    let file = fopen(path, "a")!
    fputs("{\"id\":\"abcdefghijklmnopqrstuvwxyz\",\"writer\":\"k", file)
    fclose(file)

    session = try desk.open()
    #expect(session.selection.contains("met on 31 Jul"))
    session.press(.right, .space)
    try session.waitUntilSaved()
    try session.quit()
    #expect(desk.ledgerFiles == [name])
    #expect(try desk.ledger().map(\.node) == ["2", "3"])
    let check = try desk.run("check", desk.chart)
    #expect(check.ending == .exit(1))
    #expect(check.text.contains("ledger/\(name):2: this line is cut off."))
  }
}
