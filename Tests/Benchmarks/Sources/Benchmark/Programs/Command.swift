/// Something a program does without a terminal, measured from start to end.
struct Command {
  var name: String
  var arguments: (Place) -> [String]
  /// Makes what it changes as it was before.
  var prepare: (Place) throws -> Void = { _ in }
}

extension Runner {
  /// Runs a command once.
  func run(_ command: Command, of program: Program, at place: Place) throws -> Sample {
    try command.prepare(place)
    let launch = Child.Launch(
      arguments: command.arguments(place),
      environment: place.environment.merging(program.environment) { $1 }, folder: place.work)
    let child = try Child(launch, terminal: "/dev/null")
    let status = child.wait()
    let time = Clock.now - child.start
    guard status == 0 else {
      throw Failure(description: "\(program.name) \(command.name): status \(status)")
    }
    return [.command(command.name): time]
  }
}
