/// A program that is measured: how it is started, how one sees that it is there, and its keys.
struct Program {
  var name: String
  /// On a terminal, with its data; nil when it has only commands.
  var arguments: ((Place) -> [String])?
  var environment: [String: String] = [:]
  /// Makes what it changes as it was before a run.
  var prepare: (Place) throws -> Void = { _ in }
  /// Whether the screen shows what one has started it for.
  var isReady: (Screen, Place) -> Bool = Program.isFull
  /// Milliseconds of silence after which it has said all to a key.
  var gap = 15.0
  /// Milliseconds that an answer may take.
  var patience = 2000.0
  var steps: [Step] = []
  var commands: [Command] = []
  var quit = "q"
  /// The largest chart that it is asked to show.
  var mostTasks = Int.max

  /// Some keys, again and again.
  struct Step {
    var act: Act
    /// Written at once; each stands for one answer.
    var keys: [String]
    var count = 20
    /// Pressed before the first and after each, unmeasured.
    var before = ""
    var back = ""
    /// What the screen shows when it is done.
    var expected: ((Place) -> String)?
    /// Milliseconds within which an answer begins, where there may be none.
    var patience: Double?
  }

  /// Whether it is on this machine.
  func isHere(at place: Place) -> Bool {
    let names = [arguments?(place).first] + commands.map { $0.arguments(place).first }
    return names.compactMap { $0 }.allSatisfy { Child.path(of: $0) != nil }
  }

  /// The first task, and rows down to where a foot might be.
  static func isFull(_ screen: Screen, at place: Place) -> Bool {
    screen.shows(Campaign.id(0))
      && (screen.rows - 6..<screen.rows).contains {
        screen.row($0).contains("T0")
      }
  }
}

/// Where a program is measured: the data, the terminal, and a folder for what it writes.
struct Place {
  var data: ChartData
  var size: ScreenSize
  /// Empty before each run.
  var work: String
  var binaries: Binaries

  /// Where programs remember something.
  var state: String { work + "/state" }

  var environment: [String: String] {
    [
      "HOME": work, "PATH": binaries.path, "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": state,
      "XDG_CONFIG_HOME": work + "/config", "XDG_DATA_HOME": work + "/data",
    ]
  }
}

/// Columns and rows.
struct ScreenSize: Hashable {
  var columns: Int
  var rows: Int

  /// Reads `200x50`.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts[0] >= 40, parts[1] >= 10 else { return nil }
    (columns, rows) = (parts[0], parts[1])
  }

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  var name: String { "\(columns)x\(rows)" }
}

/// The programs that were built for this.
struct Binaries {
  var wallchart: String
  var importer: String
  var floor: String
  var hello: String
  /// Where the others are looked for.
  var path: String
}
