import Foundation
import Glibc
import Testing

@testable import TrialWriter

/// Files that are taken away and written anew under programs that use them, as `git checkout`,
/// `git stash` and sync programs do: unlinked and written again in pieces, or renamed into place.
@Suite(.serialized) struct CheckoutTrials {
  /// How a file comes back.
  private enum Manner: CaseIterable {
    case rewritten, renamed
  }

  /// Takes a file away and puts the same bytes back. Renaming it aside first shows what it held
  /// at its last moment, so that what is lost is lost by the program and not by the trial.
  private func replace(_ path: String, _ manner: Manner) throws {
    let aside = path + ".aside-trial"
    switch manner {
    case .rewritten:
      guard rename(path, aside) == 0 else { return }
      usleep(300)
      let bytes = FileManager.default.contents(atPath: aside) ?? Data()
      let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
      // A writer was quicker and has made a file of this name, which git would not touch.
      guard file >= 0 else {
        Issue.record("a file was made in place of one that another program took away")
        return
      }
      for part in [bytes.prefix(bytes.count / 2), bytes.suffix(bytes.count - bytes.count / 2)] {
        let count = part.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        #expect(count == part.count)
        usleep(300)
      }
      close(file)
      unlink(aside)
    case .renamed:
      // The plan alone: between copying a ledger and the rename its writer may have gone on.
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      #expect(FileManager.default.createFile(atPath: aside, contents: bytes))
      #expect(rename(aside, path) == 0)
    }
  }

  @Test func `Checkouts under a reader and writers lose nothing and show nothing half`() throws {
    let trial = try Trial()
    let chart = try trial.makeChart("chart", tasks: 30)
    // Another office's entries, which nobody writes to here.
    let office = try trial.start(
      "act", chart, trial.path("office"), "40", "1", output: "office")
    #expect(try office.wait() == .exit(0))
    let reader = try trial.start("follow", chart, output: "reader", hasInput: true)
    let writers = try (0..<3).map { place in
      try trial.start(
        "act", chart, trial.path("state-\(place / 2)"), "1000000", "\(place + 2)",
        output: "said-\(place)")
    }
    while trial.lines(of: "saved", in: ["said-0", "said-1", "said-2"]).count < 3 { usleep(1000) }
    let rounds = Trial.size(30, long: 1000)
    for round in 0..<rounds {
      let ledger = chart + "/ledger"
      let names = try FileManager.default.contentsOfDirectory(atPath: ledger)
        .filter { $0.hasSuffix(".jsonl") }
      try replace(chart + "/chart.json", round % 2 == 0 ? .rewritten : .renamed)
      for name in names.suffix(6) { try replace("\(ledger)/\(name)", .rewritten) }
      usleep(3000)
    }
    for writer in writers {
      writer.kill()
      try writer.wait()
    }
    reader.endInput()
    #expect(try reader.wait() == .exit(0))

    let said = ["office"] + (0..<3).map { "said-\($0)" }
    let acknowledged = trial.lines(of: "saved", in: said)
    let inspection = try Inspection(chart)
    #expect(inspection.lost(acknowledged) == [])
    #expect(inspection.damage == [])
    // A retry after a checkout may stand in two files; it counts once.
    #expect(inspection.entries == inspection.ids.count)
    for word in ["fault", "torn", "lost-plans"] { #expect(reader.lines(of: word) == []) }
    for word in ["missing", "damage"] { #expect(reader.lines(of: word) == ["0"]) }
    Trial.report(
      "\(rounds) checkouts under 3 writers and a reader: \(acknowledged.count) acknowledged, "
        + "\(inspection.entries) present, 0 lost; \(inspection.writers) files, "
        + "\(inspection.duplicates.count) entries written twice and counted once; "
        + "\(reader.lines(of: "looks").first ?? "no") looks, 0 torn")
  }
}
