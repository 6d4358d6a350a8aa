import Foundation
import Glibc
import Testing

/// The built projector, left running: what it costs, and that nothing grows.
@Suite(.serialized) struct ProjectorRunTests {
  /// `WALLCHART_TRIALS=long` lets it run for ten minutes, and turn ten times as many pages.
  private static let isLong = ProcessInfo.processInfo.environment["WALLCHART_TRIALS"] == "long"

  /// A number of `/proc/<pid>/status`, summed over the threads where each has its own.
  private func number(_ name: String, of session: TerminalSession, threads: Bool = false) throws
    -> Int
  {
    let process = "/proc/\(session.process)"
    let files =
      threads
      ? try FileManager.default.contentsOfDirectory(atPath: process + "/task")
        .map { "\(process)/task/\($0)/status" } : [process + "/status"]
    return try files.map { file in
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      return threads && line == nil
        ? 0
        : try #require(line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) })
    }.reduce(0, +)
  }

  private func project(_ desk: Desk, _ options: String...) throws -> TerminalSession {
    let session = try desk.begin([desk.chart, "--projector"] + options)
    try session.wait(for: "page 1 of", inRow: 23)
    session.waitUntilQuiet(milliseconds: 300)
    return session
  }

  @Test func `It wakes up for its pages, its clock and what others write, and for nothing else`()
    throws
  {
    let desk = try Desk()
    let session = try project(desk, "--turn", "5")
    let seconds = Self.isLong ? 600 : 17
    let before = try number("voluntary_ctxt_switches", of: session, threads: true)
    let processor = try session.processorTime()
    var marks = 0
    for second in 1...seconds {
      session.watch(milliseconds: 1000)
      if second % 8 == 0 {
        let undo = marks % 2 == 1 ? ["--undo"] : []
        _ = try desk.answer(["mark", "CW-01/1", desk.chart] + undo)
        marks += 1
      }
    }
    let woken = try number("voluntary_ctxt_switches", of: session, threads: true) - before
    let pages = seconds / 5 + 1
    let others = seconds / 60 + 1 + 2 * (seconds / 30 + 1)
    print(
      "projector: in \(seconds) s \(woken) wake-ups of all threads, "
        + "\(pages) pages, \(marks) marks of others; \(try session.processorTime() - processor)")
    // A look wakes the worker too. A mark comes as several events of the folder, each of which may
    // be seen by itself.
    #expect(woken <= pages + others + marks * 16)
    // It went through pages, and shows what was marked.
    #expect(Piece.pieces(of: session.received).count > 1000)
    session.press(.home)
    try session.wait(for: "\(marks % 2) of 4 due nodes met")
  }

  @Test func `Pages, marks from outside and windows of all sizes leave its memory as it was`()
    throws
  {
    let desk = try Desk()
    let session = try project(desk)
    let rounds = Self.isLong ? 300 : 30
    var memory: [Int] = []
    for round in 1...rounds {
      session.press(.pageDown, times: 20)
      session.press(.home)
      let undo = round % 2 == 0 ? ["--undo"] : []
      #expect(
        try desk.begin(["mark", "CW-01/1", desk.chart] + undo).waitForEnd(seconds: 20) == .exit(0))
      if round % 5 == 0 {
        session.resize(columns: 60 + round % 70, rows: 16 + round % 20)
        session.watch(milliseconds: 20)
        session.resize(columns: 80, rows: 24)
      }
      try session.wait("the mark", seconds: 20) {
        session.display.text.contains("\(round % 2) of 4 due nodes met")
      }
      if round % (rounds / 3) == 0 { memory.append(try number("RssAnon", of: session)) }
    }
    print("projector: KiB of its own after each third of \(rounds) rounds: \(memory)")
    // The ledger grew by a line a round.
    #expect(memory[2] - memory[1] < 400 + rounds)
    session.waitUntilQuiet(milliseconds: 200)
    let picture = session.display.text
    let count = session.received.count
    session.press(.control("l"))
    try session.wait("a redrawing") { session.received[count...].contains(74) }
    try session.wait("the picture of before:\n\(picture)") { session.display.text == picture }
    #expect(try session.quit() == .exit(0))
    #expect(session.isRestored)
  }
}
