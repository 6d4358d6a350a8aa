import Foundation

/// Runs of wallchart under callgrind.
struct Count {
  private let place: Place
  /// This program itself, which works with the store.
  private let own: String

  /// Without what debuggers read, which valgrind does not understand.
  init(at place: Place) throws {
    var place = place
    let folder = place.data.folder + "/stripped"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func stripped(_ path: String) throws -> String {
      let copy = folder + "/" + URL(fileURLWithPath: path).lastPathComponent
      let launch = Child.Launch(
        arguments: ["strip", "-g", "-o", copy, path], environment: place.environment,
        folder: folder)
      guard try Child(launch, terminal: "/dev/null").wait() == 0 else {
        throw Runner.Failure(description: "strip -g \(path) failed")
      }
      return copy
    }
    own = try stripped(URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path)
    place.binaries.wallchart = try stripped(place.binaries.wallchart)
    place.binaries.importer = try stripped(place.binaries.importer)
    self.place = place
  }

  /// So many keys, and twice as many, are the two sessions whose difference is a key's.
  private static let turns = 4

  /// Counts the start, each act and each command, and tells of each as soon as it is known.
  func all(only names: Set<String>?, tell: (String, Double) -> Void) throws {
    let program = Program.wallchart(rows: place.size.rows)
    func isAsked(_ name: String) -> Bool { names?.contains(name) ?? true }
    if isAsked("start") { tell("start", try session(program, nil, turns: 0)) }
    for step in program.steps where isAsked(step.act.rawValue) {
      let once = try session(program, step, turns: Self.turns)
      let twice = try session(program, step, turns: 2 * Self.turns)
      tell(step.act.rawValue, max(0, twice - once) / Double(Self.turns))
    }
    for work in Store.Work.allCases where isAsked("store \(work)") || isAsked("store") {
      let once = try run(work, turns: 1)
      tell("store \(work)", max(0, try run(work, turns: 3) - once) / 2)
    }
    if isAsked("store orjson") || isAsked("store"), let python = try Self.orjson(place) {
      let once = try run(orjson: python, turns: 1)
      tell("store orjson", max(0, try run(orjson: python, turns: 3) - once) / 2)
    }
    for command in program.commands where command.name != "start" && isAsked(command.name) {
      try begin(program)
      try command.prepare(place)
      tell("wallchart \(command.name)", try run(launch(program, command.arguments(place))))
    }
  }

  /// A run of this program that works with the store so many times.
  private func run(_ work: Store.Work, turns: Int) throws -> Double {
    let program = Program(name: "store")
    try begin(program)
    let data = URL(fileURLWithPath: place.data.folder).deletingLastPathComponent().path
    return try run(
      launch(
        program,
        [own, "store", work.rawValue, "\(place.data.tasks)", data, place.work, "\(turns)"]))
  }

  /// The Python that has orjson, which Debian 12 has not: `pip install orjson`. Nil where there is none.
  private static func orjson(_ place: Place) throws -> String? {
    let file = place.data.folder + "/python"
    let script = "import orjson, sys; open(sys.argv[1], 'w').write(sys.executable)"
    let launch = Child.Launch(
      arguments: ["python3", "-c", script, file], environment: place.environment,
      folder: place.data.folder)
    guard Child.path(of: "python3") != nil, try Child(launch, terminal: "/dev/null").wait() == 0
    else { return nil }
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  /// A run that reads the plan with orjson so many times.
  private func run(orjson python: String, turns: Int) throws -> Double {
    let program = Program(name: "store")
    try begin(program)
    let script = """
      import orjson, sys
      text = open(sys.argv[1], 'rb').read()
      for _ in range(int(sys.argv[2])): orjson.loads(text)
      """
    return try run(
      launch(program, [python, "-c", script, place.data.chart + "/chart.json", "\(turns)"]))
  }

  private func run(_ launch: Child.Launch) throws -> Double {
    guard try Child(launch, terminal: "/dev/null").wait() == 0 else {
      let words = launch.arguments.joined(separator: " ")
      throw Runner.Failure(description: "this failed: \(words)")
    }
    return try total()
  }

  /// A session from start to end, with so many times the keys of a step.
  private func session(
    _ program: Program, _ step: Program.Step?, turns: Int
  ) throws -> Double {
    try begin(program)
    let session = try Session(
      launch(program, program.arguments?(place) ?? []), columns: place.size.columns,
      rows: place.size.rows)
    session.await { program.isReady($0, place) }
    let end = Clock.now + 600_000
    while session.shownAt == nil {
      _ = session.settle(gap: 200, patience: 1000)
      session.draw()
      guard !session.isOver, Clock.now < end else {
        throw Runner.Failure(description: "not ready:\n\(session.screen.text)")
      }
    }
    func press(_ keys: String, patience: Double) {
      session.send(keys)
      _ = session.settle(gap: 150, patience: patience)
      session.draw()
    }
    if let step {
      if !step.before.isEmpty { press(step.before, patience: 2000) }
      for turn in 0..<turns {
        press(step.keys[turn % step.keys.count], patience: step.patience.map { 5 * $0 } ?? 20_000)
        if !step.back.isEmpty { press(step.back, patience: 2000) }
      }
    }
    press(program.quit, patience: 1000)
    while !session.child.hasEnded() { _ = session.settle(gap: 20, patience: 20) }
    return try total()
  }

  private func begin(_ program: Program) throws {
    let files = FileManager.default
    try? files.removeItem(atPath: place.work)
    try files.createDirectory(atPath: place.work, withIntermediateDirectories: true)
    try program.prepare(place)
  }

  private var file: String { place.work + "/callgrind.out" }

  private func launch(_ program: Program, _ arguments: [String]) -> Child.Launch {
    Child.Launch(
      arguments: [
        "valgrind", "--quiet", "--tool=callgrind", "--callgrind-out-file=" + file,
        "--log-file="
          + place.work + "/valgrind.log",
      ] + arguments,
      environment: place.environment.merging(program.environment) { $1 }
        // Else tables of hashes differ from run to run.
        .merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 },
      folder: place.work)
  }

  /// All instructions of the run before.
  private func total() throws -> Double {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let line = lines.last { $0.hasPrefix("totals:") } ?? lines.last { $0.hasPrefix("summary:") }
    guard let count = line?.split(separator: " ").dropFirst().first.flatMap({ Double($0) }) else {
      throw Runner.Failure(description: "callgrind counted nothing")
    }
    return count
  }
}
