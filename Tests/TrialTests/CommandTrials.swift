import Foundation
import Glibc
import Testing
import WallChartStore

@testable import TrialWriter

/// The program people use, while calls fail under it: what `wallchart mark` prints and how it ends.
@Suite(.serialized) struct CommandTrials {
  private static let library = Child.beside("libTrialFaults.so")

  /// A fault, and how the command ends when it comes about: the code and a part of the sentence;
  /// nil when it goes on all the same.
  struct Case: Sendable, CustomTestStringConvertible {
    var faults: String
    var code: Int32
    var sentence: String?
    var testDescription: String { faults }

    init(_ faults: String, _ code: Int32, _ sentence: String?) {
      self.faults = faults
      self.code = code
      self.sentence = sentence
    }
  }

  static let cases = [
    Case("flock:1:EIO", 75, "flock: Input/output error"),
    Case("flock:1:EINTR", 0, nil),
    Case("write:1:ENOSPC", 74, "write: No space left on device"),
    Case("write:1:EDQUOT", 74, "write: Disk quota exceeded"),
    Case("write:1:EIO", 74, "write: Input/output error"),
    Case("write:1:EINTR", 0, nil),
    Case("write:1:short", 0, nil),
    Case("write:1:short,write:2:ENOSPC", 74, "write: No space left on device"),
    // Once, and a new file takes it; always, and it is told.
    Case("fdatasync:1:EIO", 0, nil),
    Case("fdatasync:1:EIO+", 74, "fdatasync: Input/output error"),
    Case("fdatasync:1:ENOSPC+", 74, "fdatasync: No space left on device"),
    Case("read:1:EIO", 74, "read: Input/output error"),
    // The first one is of the folder, to know it again: nothing is lost without it.
    Case("open:1:EIO", 0, nil),
    Case("open:2:EIO", 74, "open: Input/output error"),
    Case("open:2:EINTR", 0, nil),
  ]

  @Test(arguments: cases)
  func `A mark that cannot be saved is told with its reason, and one that was is there`(
    row: Case
  ) throws {
    let trial = try Trial()
    let chart = try trial.makeChart("chart")
    // The ledger folder and file stand, as on every day but the first.
    #expect(
      try trial.start("mark", chart, trial.path("other"), "4", "3", output: "other").wait()
        == .exit(0))
    let before = try Inspection(chart).entries
    func mark(_ node: String, _ output: String, _ environment: [String: String]) throws -> Child {
      try Child(
        Child.beside("wallchart"),
        ["mark", "T2/\(node)", chart, "--unit", "epb", "--as", "k.wang", "--lang", "en"],
        output: trial.path(output), environment: environment)
    }
    let memory = ["XDG_STATE_HOME": trial.path("state"), "HOME": trial.folder]
    let faults = [
      "LD_PRELOAD": Self.library, "TRIAL_FOLDER": chart, "TRIAL_FAULTS": row.faults,
      "TRIAL_LOG": trial.path("reached"),
    ]
    let child = try mark("0", "said", memory.merging(faults) { $1 })
    #expect(try child.wait() == .exit(row.code), "\(child.text)")
    #expect(FileManager.default.fileExists(atPath: trial.path("reached")))
    let inspection = try Inspection(chart)
    #expect(inspection.damage == [])
    if let sentence = row.sentence {
      #expect(child.text.contains(sentence), "\(child.text)")
      #expect(!child.text.contains("met on"))
    } else {
      #expect(inspection.entries == before + 1)
    }
    // On a disk that is well again the next mark is saved.
    let next = try mark("1", "next", memory)
    #expect(try next.wait() == .exit(0), "\(next.text)")
    #expect(try Inspection(chart).damage == [])
  }
}
