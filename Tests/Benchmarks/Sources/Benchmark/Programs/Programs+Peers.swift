import Foundation

// Programs of others, as Debian has them. What they show of the campaign and what "mark" means there
// differs: see CONTRIBUTING.md.
extension Program {
  /// The text, one line below the other; a mark is a letter, and the file written.
  static func nano(rows: Int) -> Program {
    Program(
      name: "nano",
      arguments: { ["nano", $0.work + "/chart.txt"] },
      prepare: { try copyText(of: $0) },
      steps: [
        Step(act: .move, keys: ["\u{E}", "\u{10}"]),
        burst(rows, "\u{E}", after: "\u{1B}\\"),
        Step(act: .scroll, keys: ["\u{E}"]),
        Step(act: .page, keys: ["\u{16}", "\u{19}"], count: 10, before: "\u{1B}\\"),
        Step(
          act: .search, keys: ["\u{17}" + Campaign.needle + "\r"], count: 3, before: "\u{1B}\\",
          back: "\u{1B}\\", expected: { Campaign.id(Campaign.target(of: $0.data.tasks)) }),
        Step(act: .mark, keys: ["x\u{13}"], count: 10, expected: { _ in "Wrote" }),
      ],
      quit: "\u{18}")
  }

  /// The titles, as names of files.
  static func ncdu(rows: Int) -> Program {
    Program(
      name: "ncdu",
      arguments: { ["ncdu", "-f", $0.data.names] },
      steps: [
        Step(act: .move, keys: ["j", "k"]),
        burst(rows, "j", after: "\u{1B}[H"),
        Step(act: .scroll, keys: ["j"]),
        Step(act: .page, keys: ["\u{1B}[6~", "\u{1B}[5~"], count: 10, before: "\u{1B}[H"),
      ])
  }

  /// The list; a mark chooses the row, and nothing is written.
  static func visidata(rows: Int) -> Program {
    Program(
      name: "visidata",
      arguments: { ["vd", "--motd-url=", $0.data.list] },
      gap: 60, patience: 5000,
      steps: [
        Step(act: .move, keys: ["j", "k"]),
        burst(rows, "j", after: "gk"),
        Step(act: .scroll, keys: ["j"]),
        Step(act: .page, keys: ["\u{6}", "\u{2}"], count: 10, before: "gk"),
        Step(
          act: .search, keys: ["g/" + Campaign.needle + "\r"], count: 3, before: "gk",
          back: "gk", expected: { Campaign.id(Campaign.target(of: $0.data.tasks)) }),
        Step(act: .mark, keys: ["s", "u"], count: 10),
      ],
      quit: "gq")
  }

  /// What is to be done; a mark completes it, and all is written.
  static func calcurse(rows: Int) -> Program {
    Program(
      name: "calcurse",
      arguments: { ["calcurse", "-D", $0.work + "/calcurse"] },
      prepare: { place in
        let folder = place.work + "/calcurse"
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: place.data.todo, toPath: folder + "/todo")
      },
      isReady: { screen, _ in screen.shows(Campaign.id(0)) },
      gap: 60, patience: 5000,
      steps: [
        Step(act: .move, keys: ["j", "k"], before: "\t\t"),
        burst(rows, "j", after: "k"),
        Step(act: .scroll, keys: ["j"]),
        Step(act: .mark, keys: [".s"], count: 6),
      ],
      quit: "qy", mostTasks: 10_000)
  }

  /// Taskwarrior's list on a screen; a mark starts a task, and takes that back.
  static func vit(rows: Int) -> Program {
    Program(
      name: "vit",
      arguments: { _ in ["vit"] },
      prepare: { place in
        try fillTaskwarrior(at: place)
        try FileManager.default.createDirectory(
          atPath: place.work + "/.vit", withIntermediateDirectories: true)
        try "[taskwarrior]\n".write(toFile: place.work + "/.vit/config.ini")
      },
      isReady: { screen, _ in (0..<screen.rows).filter { screen.row($0).contains("T0") }.count > 9
      },
      gap: 100, patience: 5000,
      steps: [
        Step(act: .move, keys: ["j", "k"]),
        burst(rows, "j", after: "gg"),
        Step(act: .scroll, keys: ["j"]),
        Step(act: .page, keys: ["\u{6}", "\u{2}"], count: 10, before: "gg"),
        Step(act: .mark, keys: ["b"], count: 6),
      ],
      quit: ":q\r", mostTasks: 10_000)
  }

  /// Taskwarrior's commands.
  static var task: Program {
    Program(
      name: "task",
      commands: [
        Command(
          name: "import", arguments: { ["task", "import", $0.data.tasksOfTaskwarrior] },
          prepare: { try emptyTaskwarrior(at: $0) }),
        Command(name: "show", arguments: { _ in ["task", "list"] }),
        Command(name: "mark", arguments: { _ in ["task", "2", "done"] }),
      ],
      mostTasks: 10_000)
  }

  /// A process that does nothing, in Swift.
  static var hello: Program {
    Program(name: "hello", commands: [Command(name: "start", arguments: { [$0.binaries.hello] })])
  }

  /// A process that does nothing at all.
  static var nothing: Program {
    Program(name: "true", commands: [Command(name: "start", arguments: { _ in ["true"] })])
  }

  private static func emptyTaskwarrior(at place: Place) throws {
    try? FileManager.default.removeItem(atPath: place.work + "/task")
    let settings = "data.location=\(place.work)/task\nconfirmation=no\nverbose=nothing\n"
    try settings.write(toFile: place.work + "/.taskrc")
  }

  /// Taskwarrior's data, imported once for each chart.
  private static func fillTaskwarrior(at place: Place) throws {
    let files = FileManager.default
    try emptyTaskwarrior(at: place)
    let kept = place.data.folder + "/task"
    if !files.fileExists(atPath: kept) {
      let launch = Child.Launch(
        arguments: ["task", "import", place.data.tasksOfTaskwarrior],
        environment: place.environment, folder: place.work)
      guard try Child(launch, terminal: "/dev/null").wait() == 0 else {
        throw Runner.Failure(description: "task does not import")
      }
      try files.copyItem(atPath: place.work + "/task", toPath: kept)
    } else {
      try files.copyItem(atPath: kept, toPath: place.work + "/task")
    }
  }
}
