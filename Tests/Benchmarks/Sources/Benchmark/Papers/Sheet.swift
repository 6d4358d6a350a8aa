/// All rounds of all programs on one chart and one terminal.
struct Sheet {
  let place: Place
  /// The programs in the order of the first round.
  private(set) var names: [String] = []
  /// A sample a round; nil where the program failed.
  private(set) var samples: [String: [Sample?]] = [:]

  init(place: Place) { self.place = place }

  /// Runs a program once more; a run that fails is told, and counts for nothing.
  mutating func add(_ program: Program, round: Int, _ runner: Runner) {
    if !names.contains(program.name) { names.append(program.name) }
    do {
      let sample = try runner.run(program, at: place)
      samples[program.name, default: []].append(sample)
      let frame = sample[.frame].map { Number.text($0) + " ms" } ?? ""
      Console.note("round \(round + 1), \(place.data.tasks) tasks: \(program.name) \(frame)")
    } catch {
      samples[program.name, default: []].append(nil)
      Console.note("\(error)")
    }
  }

  /// The values of all rounds, nil where there is none.
  func values(_ figure: Figure, of name: String) -> [Double?] {
    (samples[name] ?? []).map { $0?[figure] }
  }

  func spread(_ figure: Figure, of name: String) -> Spread? {
    Spread(values(figure, of: name).compactMap { $0 })
  }

  /// How many times the figure of the other a program's is, round by round.
  func ratio(_ figure: Figure, of name: String, to other: String) -> Spread? {
    Spread(Statistics.ratios(values(figure, of: name), to: values(figure, of: other)))
  }
}
