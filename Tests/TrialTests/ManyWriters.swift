import Glibc
import Testing

@testable import TrialWriter

/// Eight writers and a reader at once.
@Suite(.serialized) struct ManyWriters {
  @Test func `All marks of eight writers are there, and a reader meanwhile sees nothing torn`()
    throws
  {
    let trial = try Trial()
    let each = Trial.size(60, long: 1500)
    // Every writer has its own nodes, twenty to a task.
    let chart = try trial.makeChart("chart", tasks: (8 * each + 19) / 20, nodes: 20)
    let reader = try trial.start("follow", chart, output: "reader", hasInput: true)
    let writers = try (0..<8).map { place in
      // Four installations of two programs each.
      try trial.start(
        "mark", chart, trial.path("state-\(place / 2)"), "\(place * each)", "\(each)",
        output: "said-\(place)")
    }
    for writer in writers { #expect(try writer.wait() == .exit(0)) }
    reader.endInput()
    #expect(try reader.wait() == .exit(0))

    let acknowledged = trial.lines(of: "saved", in: (0..<8).map { "said-\($0)" })
    let inspection = try Inspection(chart)
    #expect(Set(acknowledged).count == 8 * each)
    #expect(inspection.lost(acknowledged) == [])
    #expect(inspection.entries == 8 * each)
    #expect(inspection.duplicates == [])
    #expect(inspection.damage == [])
    #expect(inspection.tornLines == 0)
    // What the reader must see: everything; and what never: a line that is not whole, an entry
    // that goes.
    #expect(reader.lines(of: "entries") == ["\(8 * each)"])
    for word in ["fault", "torn", "gone", "vanished", "lost-plans"] {
      #expect(reader.lines(of: word) == [])
    }
    for word in ["missing", "damage", "unread-plans"] { #expect(reader.lines(of: word) == ["0"]) }
    let failures = trial.lines(of: "failed", in: (0..<8).map { "said-\($0)" })
    // The lock may be held too long for one of eight; nothing else may fail.
    #expect(failures.allSatisfy { $0.hasPrefix("75 ") })
    Trial.report(
      "\(inspection.entries) of \(8 * each) marks of eight writers present in "
        + "\(inspection.writers) files; \(reader.lines(of: "looks").first ?? "no") looks of a "
        + "reader, 0 torn; \(failures.count) waits for the lock given up and repeated")
  }
}
