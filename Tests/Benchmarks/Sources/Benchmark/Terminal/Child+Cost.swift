import Foundation
import Glibc

/// What a program and those it has started have cost so far.
struct Cost {
  struct Thread {
    /// Milliseconds on a processor.
    var processor = 0.0
    var switches = 0.0
  }

  /// By their number.
  var threads: [String: Thread] = [:]
  /// The most memory it had, in MB.
  var memory = 0.0

  var processor: Double { threads.values.reduce(0) { $0 + $1.processor } }
  var switches: Double { threads.values.reduce(0) { $0 + $1.switches } }

  /// What came on since then. What a thread did that has ended meanwhile cannot be seen any more.
  func since(_ earlier: Cost) -> Thread {
    threads.reduce(into: Thread()) { sum, thread in
      let before = earlier.threads[thread.key] ?? Thread()
      sum.processor += thread.value.processor - before.processor
      sum.switches += thread.value.switches - before.switches
    }
  }
}

extension Child {
  var cost: Cost {
    var cost = Cost()
    for process in Self.family(of: Int(process)) {
      let folder = "/proc/\(process)"
      for line in Self.lines(folder + "/status") where line.hasPrefix("VmHWM") {
        cost.memory += (Self.number(in: line) ?? 0) / 1024
      }
      for name in Self.names(in: folder + "/task") {
        let task = folder + "/task/" + name
        let words = Self.lines(task + "/schedstat").first?.split(separator: " ")
        var thread = Cost.Thread()
        thread.processor = words?.first.flatMap { Double($0) }.map { $0 / 1e6 } ?? 0
        for line in Self.lines(task + "/status") where line.contains("ctxt") {
          thread.switches += Self.number(in: line) ?? 0
        }
        cost.threads[name] = thread
      }
    }
    return cost
  }

  private static func family(of process: Int) -> [Int] {
    var all = [process]
    for task in names(in: "/proc/\(process)/task") {
      let children = lines("/proc/\(process)/task/\(task)/children").joined()
      for child in children.split(separator: " ") {
        if let child = Int(child) { all += family(of: child) }
      }
    }
    return all
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  private static func lines(_ path: String) -> [Substring] {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
  }

  private static func number(in line: Substring) -> Double? {
    line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
  }
}
