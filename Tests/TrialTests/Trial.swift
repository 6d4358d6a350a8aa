import Foundation
import Glibc
import Testing
import WallChartStore

@testable import TrialWriter

/// A folder with charts of its own, and how long the trials take: `WALLCHART_TRIALS=long` runs
/// them in full, and then one after another is the better way to see their numbers.
final class Trial {
  static let isLong = ProcessInfo.processInfo.environment["WALLCHART_TRIALS"] == "long"

  /// A number for the normal run, and one for the long one.
  static func size(_ short: Int, long: Int) -> Int { isLong ? long : short }

  let folder: String
  let writer = Child.beside("TrialWriter")

  init() throws {
    var name = Array("/tmp/wallchart-trial.XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&name)))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  /// A new chart; answers its path.
  func makeChart(_ name: String, tasks: Int = 20, nodes: Int = 4) throws -> String {
    try ChartFolder.create(at: path(name), plan: Campaign.plan(tasks: tasks, nodes: nodes))
    return path(name)
  }

  func start(
    _ arguments: String..., output: String, hasInput: Bool = false,
    environment: [String: String] = [:]
  ) throws -> Child {
    try Child(
      writer, arguments, output: path(output), hasInput: hasInput, environment: environment)
  }

  /// What was said after a word, line by line.
  static func lines(of word: String, in text: String) -> [String] {
    text.split(separator: "\n").compactMap {
      $0.hasPrefix(word + " ") ? String($0.dropFirst(word.count + 1)) : nil
    }
  }

  func lines(of word: String, in outputs: [String]) -> [String] {
    outputs.flatMap { output in
      let bytes = FileManager.default.contents(atPath: path(output)) ?? Data()
      return Self.lines(of: word, in: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Numbers for who runs the trials.
  static func report(_ text: String) {
    print("trial: \(text)")
    fflush(nil)
  }
}

/// A chart's ledgers as an inspector finds them: read from the bytes, without the store's reader.
struct Inspection {
  /// How often each id stands in a whole line.
  private(set) var ids: [String: Int] = [:]
  /// Findings that are damage.
  let damage: [Finding]
  let tornLines: Int
  let entries: Int
  let writers: Int

  init(_ chart: String) throws {
    let folder = try ChartFolder(opening: chart, state: nil)
    let findings = folder.findings(today: Campaign.today)
    damage = findings.filter(\.fault.isDamage)
    tornLines = findings.count { $0.fault == .tornLine }
    entries = folder.ledger.count
    writers = folder.extent.writers
    let names = (try? FileManager.default.contentsOfDirectory(atPath: chart + "/ledger")) ?? []
    for name in names {
      let bytes = FileManager.default.contents(atPath: "\(chart)/ledger/\(name)") ?? Data()
      // What stands behind the last line feed was cut off.
      for line in bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
        guard line.starts(with: "{\"id\":\"".utf8), line.suffix(2).elementsEqual("\"}".utf8)
        else { continue }
        ids[String(decoding: line.dropFirst(7).prefix(26), as: UTF8.self), default: 0] += 1
      }
    }
  }

  /// The ids that somebody was told are saved and that are not there.
  func lost(_ acknowledged: some Sequence<String>) -> [String] {
    acknowledged.filter { ids[$0] == nil }
  }

  var duplicates: [String] { ids.filter { $1 > 1 }.map(\.key) }
}
