import ArgumentParser
import WallChartStore
import WallChartWords

/// What the commands share that change the plan.
struct EditingOptions: ParsableArguments {
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  /// Makes a change of the plan for what is named, as it stands on disk, and says so when it is
  /// there; with `-` one for each line of stdin.
  /// - Parameter day: the day of the fact; today when nil.
  func write(
    _ named: String, to chart: String?, on day: Day? = nil,
    _ make: (String, Situation) throws -> PlanEdit, sentence: (PlanEdit, Chart) -> String
  ) throws {
    let shared = try shared.checked()
    let lines = NamedLines(of: named)
    var folder = try ChartChoice.open(try ChartChoice.forWriting(chart))
    let today = try shared.writingDay(of: folder.chart)
    let author = actor.author(in: folder)
    try lines.each { line in
      try write(to: &folder, today: today, on: day, by: author, { try make(line, $0) }, sentence)
    }
  }

  private func write(
    to folder: inout ChartFolder, today: Day, on day: Day?, by author: Author,
    _ make: (Situation) throws -> PlanEdit, _ sentence: (PlanEdit, Chart) -> String
  ) throws {
    var tries = 0
    while true {
      tries += 1
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      let edit = try make(situation)
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try situation.edit(edit, on: day, by: author, stamp).entry
      do {
        let saved = try folder.edit(edit, as: entry, today: today)
        answer.say(
          saved, before: edit.task.flatMap(situation.status(of:)),
          Situation(chart: folder.chart, ledger: folder.ledger, on: today)
        ) { sentence(edit, folder.chart) }
        return
      } catch StoreError.refused(.identifierTaken) where tries < Self.mostTries {
        // Somebody took the next free id meanwhile; the plan has been read anew.
        continue
      }
    }
  }

  /// So many others may come first.
  private static let mostTries = 100
}
