import Foundation

/// Runs programs and measures them.
struct Runner {
  /// Milliseconds without a key that are watched; 0 for none.
  var idle: Double

  /// A run of a program that did not come to what it was started for.
  struct Failure: Error, CustomStringConvertible { var description: String }

  func run(_ program: Program, at place: Place) throws -> Sample {
    try clear(program, place)
    var sample = try program.arguments.map { try watch(program, $0(place), at: place) } ?? [:]
    for command in program.commands {
      sample.merge(try run(command, of: program, at: place)) { $1 }
    }
    return sample
  }

  /// Milliseconds of each press of a step, in their order, from a start of their own.
  func times(of step: Program.Step, in program: Program, at place: Place) throws -> [Double] {
    guard let arguments = program.arguments?(place) else { return [] }
    try clear(program, place)
    let session = try session(of: program, arguments, at: place)
    defer { end(program, session) }
    _ = try start(program, session, at: place)
    return try presses(of: step, program, session, at: place).times
  }

  private func clear(_ program: Program, _ place: Place) throws {
    let files = FileManager.default
    try? files.removeItem(atPath: place.work)
    try files.createDirectory(atPath: place.work, withIntermediateDirectories: true)
    try program.prepare(place)
  }

  private func session(
    of program: Program, _ arguments: [String], at place: Place
  ) throws -> Session {
    let launch = Child.Launch(
      arguments: arguments,
      environment: place.environment.merging(program.environment) { $1 }, folder: place.work)
    return try Session(launch, columns: place.size.columns, rows: place.size.rows)
  }

  /// Starts it on a terminal, looks at it and presses its keys.
  private func watch(
    _ program: Program, _ arguments: [String], at place: Place
  ) throws -> Sample {
    let session = try session(of: program, arguments, at: place)
    defer { end(program, session) }
    var sample = try start(program, session, at: place)
    if idle > 0 { sample.merge(rest(session)) { $1 } }
    for step in program.steps {
      sample.merge(try press(step, program, session, at: place)) { $1 }
    }
    sample[.memory] = session.child.cost.memory
    return sample
  }

  /// From the start until the screen shows tasks, and until nothing comes any more.
  private func start(
    _ program: Program, _ session: Session, at place: Place
  ) throws -> Sample {
    session.await { program.isReady($0, place) }
    var last = session.child.start
    let end = Clock.now + 60_000
    while session.shownAt == nil {
      last = session.settle(gap: program.gap, patience: 500).last ?? last
      session.draw()
      guard !session.isOver, session.shownAt != nil || Clock.now < end else {
        throw Failure(description: "\(program.name) is not ready:\n\(session.screen.text)")
      }
    }
    last = session.settle(gap: 300, patience: 300).last ?? last
    session.draw()
    let cost = session.child.cost
    let start = session.child.start
    return [
      .frame: (session.shownAt ?? last) - start, .loaded: last - start,
      .startProcessor: cost.processor, .startMemory: cost.memory,
    ]
  }

  /// What it does while nobody does anything.
  private func rest(_ session: Session) -> Sample {
    let (before, received) = (session.child.cost, session.received)
    let end = Clock.now + idle
    // Some write a clock every second, and would never be silent for long.
    while Clock.now < end { _ = session.settle(gap: 20, patience: end - Clock.now) }
    session.draw()
    let cost = session.child.cost.since(before)
    return [
      .idleProcessor: cost.processor, .idleSwitches: cost.switches,
      .idleBytes: Double(session.received - received),
    ]
  }

  private func press(
    _ step: Program.Step, _ program: Program, _ session: Session, at place: Place
  ) throws -> Sample {
    let presses = try presses(of: step, program, session, at: place)
    var sample: Sample = [:]
    for (quantity, share) in [(Quantity.p50, 0.5), (.p95, 0.95), (.p99, 0.99)] {
      sample[.key(step.act, quantity)] = Statistics.percentile(share, of: presses.times)
    }
    sample[.key(step.act, .bytes)] = Statistics.median(of: presses.bytes)
    sample[.key(step.act, .processor)] = Statistics.median(of: presses.processor)
    return sample
  }

  /// What the presses of a step cost, in their order; of one without an answer there is no time.
  private func presses(
    of step: Program.Step, _ program: Program, _ session: Session, at place: Place
  ) throws -> (times: [Double], bytes: [Double], processor: [Double]) {
    if !step.before.isEmpty { pass(step.before, program, session) }
    var times: [Double] = []
    var bytes: [Double] = []
    var processor: [Double] = []
    let words = step.expected?(place)
    for turn in 0..<step.count {
      if let words { session.await { $0.shows(words) } }
      let before = session.child.cost
      let start = Clock.now
      session.send(step.keys[turn % step.keys.count])
      var reply = session.settle(gap: program.gap, patience: step.patience ?? program.patience)
      session.draw()
      while words != nil, session.shownAt == nil {
        guard !session.isOver, Clock.now < start + 15_000 else {
          throw Failure(
            description: "\(program.name) does not \(step.act):\n\(session.screen.text)")
        }
        let more = session.settle(gap: program.gap, patience: 500)
        reply.last = more.last ?? reply.last
        reply.bytes += more.bytes
        session.draw()
      }
      processor.append(session.child.cost.since(before).processor)
      bytes.append(Double(reply.bytes))
      if let last = reply.last { times.append(last - start) }
      if !step.back.isEmpty { pass(step.back, program, session) }
    }
    return (times, bytes, processor)
  }

  /// Keys whose cost nobody asks for.
  private func pass(_ keys: String, _ program: Program, _ session: Session) {
    session.send(keys)
    _ = session.settle(gap: program.gap, patience: program.patience)
    session.draw()
  }

  private func end(_ program: Program, _ session: Session) {
    session.send(program.quit)
    let end = Clock.now + 3000
    while !session.child.hasEnded() {
      if Clock.now > end {
        kill(session.child.process, SIGKILL)
        session.child.wait()
        return
      }
      _ = session.settle(gap: 5, patience: 5)
    }
  }
}
