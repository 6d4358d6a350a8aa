import Foundation
import WallChartStore

/// The same campaign in the forms that the programs read, in a folder that is made once.
struct ChartData {
  let tasks: Int
  let folder: String

  var chart: String { folder + "/chart" }
  var plan: String { chart + "/chart.json" }
  /// The one ledger file, and how many bytes it had when it was made.
  let ledger: String
  let ledgerSize: UInt64
  /// What the installation that wrote it remembers.
  var state: String { folder + "/state" }
  var text: String { folder + "/chart.txt" }
  var list: String { folder + "/list.csv" }
  var names: String { folder + "/names.json" }
  var todo: String { folder + "/todo" }
  var tasksOfTaskwarrior: String { folder + "/tasks.json" }

  /// The size of plan and ledger.
  var megabytes: Double {
    [plan, ledger].reduce(0) { sum, path in
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return sum + Double(size ?? 0) / 1_048_576
    }
  }

  /// The data in a folder below this one, made now unless it is there.
  init(tasks: Int, below parent: String) throws {
    self.tasks = tasks
    folder = "\(parent)/\(tasks)"
    let files = FileManager.default
    // Written last; it says which ledger was made with the chart, and how large, before later marks.
    let done = folder + "/done.json"
    if !files.fileExists(atPath: done) {
      try? files.removeItem(atPath: folder)
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Self.fill(folder, Campaign(tasks: tasks))
      let ledgers = try files.contentsOfDirectory(atPath: folder + "/chart/ledger")
      let name = ledgers.first ?? ""
      let size = try files.attributesOfItem(atPath: "\(folder)/chart/ledger/\(name)")[.size]
      let made = Made(ledger: name, size: size as? UInt64 ?? 0)
      try JSONEncoder().encode(made).write(to: URL(fileURLWithPath: done))
    }
    let made = try JSONDecoder().decode(
      Made.self, from: Data(contentsOf: URL(fileURLWithPath: done)))
    ledger = "\(folder)/chart/ledger/\(made.ledger)"
    ledgerSize = made.size
  }

  private struct Made: Codable {
    var ledger: String
    var size: UInt64
  }

  /// Takes out of the chart what was entered since it was made.
  func removeMarks() throws {
    let folder = chart + "/ledger"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      if path != ledger { try FileManager.default.removeItem(atPath: path) }
    }
    // Where the installation that wrote it was measured.
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: ledger))
    defer { try? file.close() }
    if try file.seekToEnd() > ledgerSize { try file.truncate(atOffset: ledgerSize) }
  }

  private static func fill(_ folder: String, _ campaign: Campaign) throws {
    let state = folder + "/state"
    try ChartFolder.create(at: folder + "/chart", plan: campaign.plan, state: state)
    var chart = try ChartFolder(opening: folder + "/chart", state: state)
    _ = try chart.append(step: campaign.entries, today: Campaign.today)
    try Rendering.text(of: campaign).write(toFile: folder + "/chart.txt")
    try Rendering.list(of: campaign).write(toFile: folder + "/list.csv")
    try Rendering.names(of: campaign).write(toFile: folder + "/names.json")
    try Rendering.todo(of: campaign).write(toFile: folder + "/todo")
    try Rendering.tasks(of: campaign).write(toFile: folder + "/tasks.json")
  }
}

extension String {
  /// As UTF-8, over what was there.
  func write(toFile path: String) throws { try Data(utf8).write(to: URL(fileURLWithPath: path)) }
}
