import Foundation
import Glibc
import Testing

/// A clerk's terminal and a projector beside it, over one chart.
@Suite(.serialized) struct FollowTests {
  /// Of the tasks, as the large view shows them.
  private static let titles = [
    "BS-01": "Shut down 4 small boilers", "BS-02": "Clean heating for 3 villages",
    "BS-03": "Dust nets on 12 sites",
  ]

  private func project(_ desk: Desk, _ options: String...) throws -> TerminalSession {
    let session = try desk.begin([desk.chart, "--follow"] + options)
    try session.wait(for: "Dalian 2020", inRow: 0)
    return session
  }

  /// Files that say where a clerk is.
  private func live(_ desk: Desk) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: desk.chart)) ?? [])
      .filter {
        $0.hasPrefix(".live-")
          && (try? String(contentsOfFile: desk.chart + "/" + $0, encoding: .utf8))?
            .contains("\"following\"") == false
      }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  /// Waits until the projector follows to a task, and answers the milliseconds since the key.
  private func time(
    _ key: Press, _ clerk: TerminalSession, _ projector: TerminalSession, shows task: String,
    line: Int = #line
  ) throws -> Double {
    let start = Self.now
    clerk.press(key)
    try projector.wait("\(task) on the projector", line: line) {
      projector.display.text.contains(Self.titles[task]!)
    }
    return Self.now - start
  }

  @Test func `The projector shows the clerk's task, and its pages when the clerk leaves`()
    throws
  {
    let desk = try Desk()
    let projector = try project(desk)
    let pages = projector.display.rows
    let clerk = try desk.open()
    try projector.wait(for: Self.titles["BS-01"]!)
    try projector.wait(for: "following the clerk", inRow: 23)
    var times: [Double] = []
    for _ in 0..<5 {
      times.append(try time("j", clerk, projector, shows: "BS-02"))
      // More often than ten times a second is not told.
      clerk.watch(milliseconds: 150)
      times.append(try time("k", clerk, projector, shows: "BS-01"))
      clerk.watch(milliseconds: 150)
    }
    print("follow: ms from key to projector: \(times.map { Int($0) }.sorted())")
    clerk.press(.space)
    try projector.wait(for: "met on 31 Jul")
    try clerk.quit()
    // A mark changed the totals, and a minute may have begun.
    try projector.wait("the pages") {
      projector.bottom.contains("page 1 of")
        && projector.display.rows[0].hasPrefix(pages[0].dropLast(5))
    }
    #expect(live(desk).isEmpty)
    #expect(try projector.quit() == .exit(0))
  }

  @Test func `Nothing is told while nobody follows, nor when nobody does any more`() throws {
    let desk = try Desk()
    let clerk = try desk.open()
    clerk.press("j")
    try clerk.wait(for: "BS-02", inRow: 22)
    clerk.watch(milliseconds: 300)
    #expect(live(desk).isEmpty)
    for _ in 0..<2 {
      let projector = try project(desk)
      try projector.wait(for: Self.titles["BS-02"]!)
      #expect(live(desk).count == 1)
      let second = try project(desk)
      try second.wait(for: Self.titles["BS-02"]!)
      #expect(try second.quit() == .exit(0))
      clerk.press("j")
      try projector.wait(for: Self.titles["BS-03"]!)
      clerk.press("k")
      #expect(try projector.quit() == .exit(0))
      try clerk.wait("the end of telling") { live(desk).isEmpty }
    }
    #expect(try clerk.quit() == .exit(0))
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.chart)
    #expect(!left.contains { $0.hasPrefix(".live-") })
  }

  @Test func `A held key ends where the clerk is`() throws {
    let desk = try Desk(Plan.ladder(60))
    let projector = try desk.begin([desk.chart, "--follow"])
    try projector.wait(for: "Ladder", inRow: 0)
    let clerk = try desk.open()
    clerk.press("j", times: 45)
    try projector.wait(for: "Step 46")
  }

  @Test func `A clerk that is killed or stopped is followed no longer`() throws {
    let desk = try Desk()
    let projector = try project(desk)
    let clerk = try desk.open()
    try projector.wait(for: "following the clerk", inRow: 23)
    clerk.send(signal: SIGKILL)
    try clerk.waitForEnd()
    try projector.wait("the pages") { projector.bottom.contains("page 1 of") }
    let second = try desk.open()
    try projector.wait(for: "following the clerk", inRow: 23)
    second.send(signal: SIGTERM)
    #expect(try second.waitForEnd() == .exit(143))
    try projector.wait("the pages") { projector.bottom.contains("page 1 of") }
  }

  @Test func `A clerk's window that hangs up takes the task from the projector`() throws {
    let desk = try Desk()
    let projector = try project(desk)
    let clerk = try desk.open()
    try projector.wait(for: "following the clerk", inRow: 23)
    clerk.closeWindow()
    try projector.wait("the pages") { projector.bottom.contains("page 1 of") }
    try projector.wait("the end of the file") { live(desk).isEmpty }
    // The projector's own as well.
    projector.closeWindow()
    #expect(try projector.waitForEnd() == .exit(129))
  }

  @Test func `Who only looks, projects or plays a script leaves no trace of the cursor`() throws {
    let desk = try Desk()
    let reader = try desk.open("--read-only")
    let projector = try desk.begin([desk.chart, "--projector"])
    try projector.wait(for: "Dalian 2020", inRow: 0)
    reader.press("j")
    try reader.wait(for: "BS-02", inRow: 22)
    try desk.write("j", to: "keys")
    #expect(try desk.run(desk.chart, "--script", desk.folder + "/keys").ending == .exit(0))
    reader.watch(milliseconds: 300)
    #expect(live(desk).isEmpty)
  }

  @Test func `Following marks nothing, and says so`() throws {
    let desk = try Desk()
    let projector = try project(desk)
    projector.press("e")
    try projector.wait(for: "The chart is open for looking only.", inRow: 23)
    projector.press(.escape)
    try projector.wait("the chart") { projector.isChartShown }
    projector.press(.space)
    projector.watch(milliseconds: 300)
    #expect(try desk.ledger().isEmpty)
  }

  @Test func `When the chart is moved away and another copy put there, both go on in it`() throws {
    let desk = try Desk()
    let projector = try project(desk)
    let clerk = try desk.open()
    try projector.wait(for: Self.titles["BS-01"]!)
    let files = FileManager.default
    try files.copyItem(atPath: desk.chart, toPath: desk.folder + "/copy")
    #expect(rename(desk.chart, desk.folder + "/away") == 0)
    projector.watch(milliseconds: 1500)
    #expect(rename(desk.folder + "/copy", desk.chart) == 0)
    clerk.press("j")
    try projector.wait(for: Self.titles["BS-02"]!)
    #expect(try desk.run("mark", "BS-02/1", desk.chart).ending == .exit(0))
    try projector.wait("the mark") { projector.display.text.contains("met on 31 Jul") }
    clerk.press("k", .space)
    try clerk.waitUntilSaved()
    try projector.wait("the clerk's mark") { projector.display.text.contains("16 days late") }
    #expect(rename(desk.chart, desk.folder + "/copy") == 0)
    #expect(rename(desk.folder + "/away", desk.chart) == 0)
    try projector.wait("the first copy") {
      projector.display.text.contains("16 days overdue")
    }
    clerk.press("j")
    try projector.wait(for: Self.titles["BS-02"]!)
    #expect(projector.display.text.contains("due in 3 days"))
  }

  /// Whether a file system can be mounted that is not trusted to be one machine's: ramfs, in a
  /// namespace of one's own, where hints can be forbidden as well.
  static let hasMounts: Bool = {
    guard let desk = try? Desk(nil),
      let session = try? TerminalSession(
        TerminalSession.Launch(
          program: "/usr/bin/unshare", arguments: ["-rm", "mount", "-t", "ramfs", "none", "/mnt"],
          environment: desk.environment, folder: desk.home))
    else { return false }
    return (try? session.waitForEnd()) == .exit(0)
  }()

  @Test(.enabled("user namespaces and mounts are needed") { hasMounts })
  func `On a file system that is asked every second, too, alive by its beat`()
    throws
  {
    let desk = try Desk()
    let share = desk.folder + "/share"
    try FileManager.default.createDirectory(atPath: share, withIntermediateDirectories: true)
    func start(_ program: String, _ arguments: [String]) throws -> TerminalSession {
      try TerminalSession(
        TerminalSession.Launch(
          program: program, arguments: arguments, environment: desk.environment,
          folder: desk.home, desk: desk))
    }
    let clerk = try start(
      "/usr/bin/unshare",
      [
        "-rm", "sh", "-euc",
        "mount -t ramfs none \"$0\"; echo 0 >/proc/sys/user/max_inotify_instances; cp -r \"$1\" \"$0\"; exec \"$2\" \"$0/chart\"",
        share,
        desk.chart, Desk.program,
      ])
    try clerk.wait("the chart") { clerk.isChartShown }
    let projector = try start(
      "/usr/bin/nsenter",
      [
        "-t", "\(clerk.process)", "-U", "-m", "--preserve-credentials", Desk.program,
        share + "/chart", "--follow",
      ])
    try projector.wait(for: "Dalian 2020", inRow: 0)
    // Within a beat.
    try projector.wait(for: Self.titles["BS-01"]!)
    var times: [Double] = []
    for (key, task) in [("j", "BS-02"), ("j", "BS-03"), ("k", "BS-02")] {
      times.append(try time(.text(key), clerk, projector, shows: task))
      clerk.watch(milliseconds: 370)
    }
    print("follow: ms from key to projector, polled: \(times.map { Int($0) }.sorted())")
    // It stands for longer than a file without a beat would be believed.
    projector.watch(milliseconds: 12_000)
    #expect(projector.display.text.contains(Self.titles["BS-02"]!))
    clerk.send(signal: SIGKILL)
    try projector.wait("the pages", seconds: 30) { projector.bottom.contains("page 1 of") }
  }
}
