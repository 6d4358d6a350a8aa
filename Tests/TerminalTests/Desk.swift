import Foundation
import Glibc
import Testing

/// A clerk's machine of its own: a home, memory and data that no other test sees, and a chart.
final class Desk {
  let folder: String
  var home: String { folder + "/home" }
  var state: String { folder + "/state" }
  var data: String { folder + "/data" }
  var chart: String { folder + "/chart" }
  /// What every program started here gets, unless the start says otherwise.
  var environment: [String: String]

  /// With a chart of this plan; none when nil. Without a `name` it is not known who acts.
  init(_ plan: String? = Plan.campaign, by name: String? = "k.wang") throws {
    var path = Array("/tmp/wallchart-desk.XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&path)))
    environment = [
      "HOME": folder + "/home", "XDG_STATE_HOME": folder + "/state",
      "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
      "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TZ": "Asia/Shanghai",
      "PATH": "/usr/local/bin:/usr/bin:/bin", "USER": "k.wang", "SWIFT_BACKTRACE": "enable=no",
    ]
    environment["WALLCHART_AS"] = name
    try FileManager.default.createDirectory(
      atPath: folder + "/home", withIntermediateDirectories: true)
    if let plan { try write(plan, to: "chart/chart.json") }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The built program: it lies beside the running tests, wherever they were built.
  static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/wallchart"
  }()
  static let importer = program + "-import"

  func write(_ text: String, to path: String) throws {
    let target = URL(fileURLWithPath: folder + "/" + path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  /// Lets the chart of the campaign stand on another day.
  func freeze(on day: String) throws {
    try write(
      Plan.campaign.replacingOccurrences(
        of: "\"asOf\": \"2020-07-31\"", with: "\"asOf\": \"\(day)\""), to: "chart/chart.json")
  }

  /// How to start the program here. Variables given as nil are not set.
  func launch(
    _ arguments: [String], with variables: [String: String?] = [:]
  ) -> TerminalSession.Launch {
    var environment = environment
    for (name, value) in variables { environment[name] = value }
    return TerminalSession.Launch(
      program: Desk.program, arguments: arguments, environment: environment, folder: home,
      desk: self)
  }

  /// Starts the program on a terminal.
  func start(
    _ arguments: String..., columns: Int = 80, rows: Int = 24,
    with variables: [String: String?] = [:], program: String = Desk.program, input: String? = nil,
    output: String? = nil
  ) throws -> TerminalSession {
    var launch = launch(arguments, with: variables)
    launch.program = program
    (launch.columns, launch.rows) = (columns, rows)
    (launch.input, launch.output) = (input, output)
    return try TerminalSession(launch)
  }

  /// Opens the chart and waits until it is on screen.
  func open(
    _ options: String..., columns: Int = 80, rows: Int = 24,
    with variables: [String: String?] = [:], line: Int = #line, file: String = #fileID
  ) throws -> TerminalSession {
    var launch = launch([chart] + options, with: variables)
    (launch.columns, launch.rows) = (columns, rows)
    let session = try TerminalSession(launch)
    try session.wait("the chart", line: line, file: file) { session.isChartShown }
    return session
  }

  /// What a command prints, and how it ends.
  func run(_ arguments: String...) throws -> (text: String, ending: TerminalSession.Ending) {
    let session = try begin(arguments)
    let ending = try session.waitForEnd()
    return (session.receivedText, ending)
  }

  /// What a command says, however it ends.
  func answer(_ arguments: [String]) throws -> String {
    let session = try begin(arguments)
    _ = try session.waitForEnd()
    return session.receivedText
  }

  /// A command that goes on while others are begun.
  func begin(
    _ arguments: [String], with variables: [String: String?] = [:]
  ) throws -> TerminalSession {
    try TerminalSession(launch(arguments, with: variables))
  }

  // MARK: The ledger

  /// A line of the ledger, as far as the tests look at it.
  struct Line: Decodable, Equatable {
    var id: String
    var writer: String
    var n: Int
    var by: String
    var kind: String
    var task: String?
    var node: String?
    var of: String?
    var count: Int?
    var evidence: [String]?
  }

  /// The names of the ledger's files.
  var ledgerFiles: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: chart + "/ledger")) ?? []).sorted()
      .filter { $0.hasSuffix(".jsonl") }
  }

  /// All whole lines of all writers, file after file.
  func ledger() throws -> [Line] {
    try ledgerFiles.flatMap { name in
      let bytes = [UInt8](
        try Data(contentsOf: URL(fileURLWithPath: chart + "/ledger/" + name)))
      // What stands behind the last line feed is a write that was cut off, or not yet at its end.
      return try bytes.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        .filter { $0.suffix(2).elementsEqual("\"}".utf8) }
        .map { try JSONDecoder().decode(Line.self, from: Data($0)) }
    }
  }
}

extension TerminalSession {
  /// Whether the chart is there in full: its bottom line is painted last, and only then does the
  /// cursor go to the selection.
  var isChartShown: Bool {
    let rows = display.rows
    return rows.count > 3 && !rows[0].isEmpty && !rows[rows.count - 2].isEmpty
      && !rows[rows.count - 1].isEmpty && display.cursor.row < rows.count - 2
  }

  /// The line that says the selected node in words.
  var selection: String { display.row(display.size.rows - 2) }
  /// The bottom line.
  var bottom: String { display.row(display.size.rows - 1) }

  /// Waits until the bottom line says something, and that everything is on disk.
  func waitUntilSaved(
    _ sentence: String = "", line: Int = #line, file: String = #fileID
  ) throws {
    try wait("\"\(sentence)\" and the sign of saving", line: line, file: file) {
      isSaved && (sentence.isEmpty || bottom.contains(sentence))
    }
  }

  /// Whether the sign that everything is on disk is shown.
  var isSaved: Bool { bottom.hasSuffix("✓ saved") || bottom.hasSuffix("x saved") }

  /// Leaves by `q`; returns how the program ended.
  @discardableResult
  func quit(line: Int = #line, file: String = #fileID) throws -> Ending {
    press("q")
    return try waitForEnd(line: line, file: file)
  }
}
