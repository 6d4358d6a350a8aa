import Foundation
import Glibc
import Testing
import WallChartStore
import WallChartWords

@testable import TrialWriter
@testable import WallChart

/// A projector left running: the real loop, worker and store, on a clock that runs as fast as it can.
@Suite(.serialized) struct ProjectorTrials {
  /// A terminal before which nobody sits. It sleeps until something comes, until others write, or
  /// until the time is over, and counts what woke it.
  private struct LonelyTerminal: Terminal, ~Copyable {
    final class Log {
      var now: Moment
      let end: Int64
      /// When others write next, and what they do then.
      var nextWriting: Int64
      let write: (Moment) throws -> Void
      var writings = 0
      /// How often the time was over, and how often something came.
      var timed = 0
      var told = 0
      var pictures = 0
      var last: Frame?

      init(from start: Moment, hours: Int, write: @escaping (Moment) throws -> Void) {
        now = start
        end = start.milliseconds + Int64(hours) * 3_600_000
        nextWriting = start.milliseconds + ProjectorTrials.pause
        self.write = write
      }

      func pass(_ milliseconds: Int64) {
        now = Moment(milliseconds: now.milliseconds + milliseconds, offset: now.offset)
      }
    }

    let size = Size(columns: 80, rows: 24)
    let worker: Worker
    let log: Log

    mutating func wait(for files: [Int32], milliseconds: Int) {
      worker.finish()
      if somethingCame(to: files) { return log.told += 1 }
      if log.now.milliseconds + Int64(milliseconds) >= log.nextWriting {
        log.pass(max(0, log.nextWriting - log.now.milliseconds))
        log.nextWriting += ProjectorTrials.pause
        #expect(throws: Never.self) { try log.write(log.now) }
        log.writings += 1
        log.told += 1
        #expect(somethingCame(to: files), "others write, and nothing tells")
        return
      }
      log.pass(Int64(milliseconds))
      log.timed += 1
    }

    private func somethingCame(to files: [Int32]) -> Bool {
      var files = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      return poll(&files, nfds_t(files.count), 0) > 0
    }

    mutating func next() -> Input? { log.now.milliseconds >= log.end ? .ended : nil }

    mutating func paint(_ frame: Frame) {
      if frame != log.last { log.pictures += 1 }
      log.last = frame
    }

    mutating func redraw() {}
    mutating func suspend() {}
    mutating func bell() {}
    mutating func entitle(_ title: String?) {}
  }

  /// Milliseconds between two marks from outside.
  private static let pause: Int64 = 300_000

  @Test func `It wakes for its pages, its clock and what others write, and the day moves on`()
    throws
  {
    let trial = try Trial()
    let hours = Trial.size(2, long: 24)
    var plan = Campaign.plan(tasks: 60, nodes: 5)
    plan.asOf = nil
    let chart = trial.path("chart")
    try ChartFolder.create(at: chart, plan: plan)
    let start = try #require(Moment(rfc3339: "2020-07-31T23:00:00.250+08:00"))
    let projector = try ChartFolder(opening: chart, state: trial.path("state"))
    var other = try ChartFolder(opening: chart, state: trial.path("other"))
    let tasks = plan.tasks.map(\.id)
    var marks = 0
    let log = LonelyTerminal.Log(from: start, hours: hours) { now in
      let task = tasks[marks % tasks.count]
      let situation = Situation(chart: other.chart, ledger: other.ledger, on: now.day)
      let entry = try situation.mark(
        task, by: Author(name: "Wang"), Stamp(id: .random(), at: now))
      _ = try other.append(entry, today: now.day)
      marks += 1
    }
    var state = State(
      setting: State.Setting(
        words: Words(.en), author: Author(name: "Lin"), isReadOnly: true, isProjector: true,
        turnSeconds: 20),
      situation: Situation(chart: projector.chart, ledger: projector.ledger, on: start.day),
      ownWriters: projector.ownWriters, size: Size(columns: 80, rows: 24), today: start.day)
    state.showProjector()
    let open = OpenChart(projector, state)
    var uptime: Int { Int((log.now.milliseconds - start.milliseconds) / 1000) }
    let ending = Program(
      LonelyTerminal(worker: open.worker, log: log), open, remembersPlace: false,
      clock: Clock(now: { log.now }, uptime: { uptime })
    ) { throw StoreError.noChart(path: $0) }.run()

    #expect(ending.code == 0)
    let seconds = hours * 3600
    #expect(log.writings == marks && marks >= seconds / 300 - 1)
    let head = try #require(log.last?.text(ofRow: 0))
    #expect(head.contains("Sat 1 Aug 2020"), "\(head)")
    // Every page, every minute, and a look at the folder every half minute; midnight.
    let (pages, minutes, looks) = (seconds / 20, seconds / 60, seconds / 30)
    #expect(log.timed <= pages + minutes + looks + 1)
    #expect(log.pictures >= pages)
    // What others write is told by the folder, and then by the worker.
    #expect(log.told <= 3 * marks)
    Trial.report(
      "\(hours) h at the projector: \(log.timed) wake-ups by time (\(pages) pages, \(minutes) "
        + "minutes, \(looks) looks), \(log.told) for \(marks) marks of others, "
        + "\(log.pictures) pictures")
  }
}
