import Foundation
import Glibc
import Testing
import WallChartStore

@testable import TrialWriter

/// Every call of the operating system fails once, in every way, and the next session goes on.
@Suite(.serialized) struct FaultTrials {
  /// The calls that the store makes, each with the faults that it can have.
  private static let calls = [
    "open", "read", "write", "fsync", "fdatasync", "rename", "link", "flock", "fchmod", "mkdir",
  ]
  private static let faults = [
    "EIO", "kill", "ENOSPC", "kill-after", "EINTR", "short", "EDQUOT", "short-kill", "EIO+",
    "ENOSPC+",
  ]
  private static let library = Child.beside("libTrialFaults.so")

  private static func faults(of call: String) -> [String] {
    faults.filter { fault in
      !fault.hasPrefix("short") || call == "write" || (call == "read" && fault == "short")
    }
  }

  private struct Total {
    var cases = 0
    var acknowledged = 0
    var kills = 0
    var failures = 0
    var torn = 0
    var reached: [String: Int] = [:]
  }

  @Test(arguments: calls)
  func `Whichever call fails, what was acknowledged is there and the next session goes on`(
    call: String
  ) throws {
    var total = Total()
    let faults = Self.faults(of: call)
    if Trial.isLong {
      for isUsed in [false, true] {
        for fault in faults {
          var number = 1
          while try isReached("\(call):\(number):\(fault)", isUsed: isUsed, &total) { number += 1 }
        }
      }
    } else {
      // Most calls once, each time with the next fault; in a used chart there are fewer calls.
      var number = 1
      var isUsed = false
      while try isReached(
        "\(call):\(number):\(faults[number % faults.count])", isUsed: isUsed, &total) || isUsed
      {
        // Those two are called most often.
        number += ["open", "read"].contains(call) ? 3 : 1
        isUsed.toggle()
      }
    }
    #expect(total.cases > 0, "\(call) is never called, or the library does not catch it")
    report(call, total)
  }

  @Test func `Two faults in a row lose nothing either`() throws {
    var total = Total()
    for number in 1...Trial.size(2, long: 8) {
      // The disk is full in the middle of a line, and the line cannot be cut off again.
      for fault in Trial.isLong ? Self.faults(of: "ftruncate") : ["EIO", "kill"] {
        _ = try isReached(
          "write:\(number):short,write:\(number + 1):ENOSPC,ftruncate:1:\(fault)",
          isUsed: number % 2 == 0, &total)
      }
      // Neither the first file nor the one begun after it can be synced.
      _ = try isReached(
        "fdatasync:\(number):EIO,fdatasync:\(number + 1):EIO", isUsed: number % 2 == 0, &total)
    }
    // What a failed replacement leaves behind cannot be removed.
    for first in ["rename", "fsync", "fchmod"] {
      _ = try isReached("\(first):1:EIO,unlink:1:EIO", isUsed: true, &total)
    }
    for call in ["ftruncate", "unlink"] { #expect(total.reached[call] ?? 0 > 0, "\(call)") }
    report("two faults", total)
  }

  private func report(_ name: String, _ total: Total) {
    Trial.report(
      "\(name): \(total.cases) faults, \(total.kills) of them kills, \(total.failures) failures "
        + "told, \(total.acknowledged) acknowledged, \(total.torn) torn lines: 0 lost, 0 damaged")
  }

  // MARK: One case

  /// One session with faults and one without on a chart of their own; whether the first fault
  /// came about.
  private func isReached(_ faults: String, isUsed: Bool, _ total: inout Total) throws -> Bool {
    let trial = try Trial()
    #expect(mkdir(trial.path("here"), 0o700) == 0)
    let chart = try trial.makeChart("here/chart")
    let state = trial.path("here/state")
    func session(_ output: String, _ environment: [String: String] = [:]) throws -> Child {
      let child = try trial.start(
        "session", chart, state, output: output, environment: environment)
      try child.wait()
      return child
    }
    if isUsed { #expect(try session("before").wait() == .exit(0)) }
    let failing = try session(
      "failing",
      [
        "LD_PRELOAD": Self.library, "TRIAL_FOLDER": trial.path("here"), "TRIAL_FAULTS": faults,
        "TRIAL_LOG": trial.path("reached"),
      ])
    let reached = FileManager.default.contents(atPath: trial.path("reached")) ?? Data()
    let calls = String(decoding: reached, as: UTF8.self).split(separator: "\n").map(String.init)
    let note = Comment(rawValue: "\(faults)\(isUsed ? " in a used chart" : "")\n\(failing.text)")
    try check(trial, chart, ["before", "failing"], note, &total)
    let ending = try failing.wait()
    let isKilled = faults.contains("kill") && !calls.isEmpty
    if ending == .signal(SIGKILL), isKilled {
      total.kills += 1
    } else {
      sane(failing, ending, note)
    }

    // The next session, on a disk that is well again, saves everything.
    let next = try session("next")
    #expect(try next.wait() == .exit(0), note)
    #expect(next.lines(of: "saved").count == 4, note)
    try check(trial, chart, ["before", "failing", "next"], note, &total)
    for call in calls { total.reached[call, default: 0] += 1 }
    guard !calls.isEmpty else { return false }
    total.cases += 1
    total.failures += failing.lines(of: "failed").count
    total.acknowledged += failing.lines(of: "saved").count
    return true
  }

  /// What must hold of the files at any time.
  private func check(
    _ trial: Trial, _ chart: String, _ outputs: [String], _ note: Comment, _ total: inout Total
  ) throws {
    let acknowledged = trial.lines(of: "saved", in: outputs)
    let inspection = try Inspection(chart)
    #expect(inspection.lost(acknowledged) == [], note)
    #expect(inspection.damage == [], note)
    // After a failed sync an entry is written again to a new file, in each of the four tries; it
    // counts once.
    #expect(inspection.entries == inspection.ids.count, note)
    #expect(inspection.ids.values.allSatisfy { $0 <= 8 }, note)
    total.torn += outputs.last == "next" ? inspection.tornLines : 0
    let plan = try ChartFolder(opening: chart, state: nil).chart
    #expect(plan.tasks.count == 20, note)
    let planned = trial.lines(of: "planned", in: outputs)
    if let last = planned.last, outputs.last != "failing" {
      #expect(plan.title == Text(last), note)
    } else if !planned.isEmpty {
      // A later list may be there that was not yet acknowledged.
      #expect(plan.title != Text("Trial"), note)
    }
  }

  /// A program that was not killed ends with a code of sysexits.h that is no bug, and every
  /// failure was told as a sentence.
  private func sane(_ child: Child, _ ending: Child.Ending, _ note: Comment) {
    let failures = child.lines(of: "failed")
    for failure in failures {
      #expect(["65", "66", "73", "74", "75", "77"].contains(failure.prefix(2)), note)
      #expect(failure.count > 20 && failure.hasSuffix("."), note)
    }
    switch ending {
    case .exit(0): break
    case .exit(let code): #expect(failures.last?.hasPrefix("\(code) ") == true, note)
    case .signal: Issue.record(note)
    }
  }
}
