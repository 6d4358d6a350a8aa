import ArgumentParser
import WallChartStore
import WallChartWords

/// What the commands share that change the plan.
struct EditingOptions: ParsableArguments {
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var actor: ActorOptions
  @OptionGroup var shared: SharedOptions

  /// Makes a change of the plan for each line, as the plan stands on disk, and says so when it is
  /// there.
  /// - Parameters:
  ///   - open: opens the chart, when all lines have been read.
  ///   - onDay: the day of the fact; today when nil.
  func write(
    _ lines: NamedLines, in open: () throws -> ChartFolder, on onDay: String? = nil,
    _ make: (String, Day?, Situation) throws -> PlanEdit, sentence: (PlanEdit, Chart) -> String
  ) throws {
    let shared = try shared.checked()
    var folder = try open()
    let today = try shared.writingDay(of: folder.chart)
    let day = try onDay.map {
      try SharedOptions.day(
        $0, for: Situation(chart: folder.chart, ledger: folder.ledger, on: today), isAhead: false)
    }
    var writing = try actor.author(in: folder)
    Console.goOnWithoutReader()
    defer { Console.complain(ofMemory: folder) }
    try lines.each { line in
      try write(
        to: &folder, today: today, on: day, by: &writing, { try make(line, day, $0) }, sentence)
    }
  }

  private func write(
    to folder: inout ChartFolder, today: Day, on day: Day?,
    by writing: inout ActorOptions.Writing,
    _ make: (Situation) throws -> PlanEdit, _ sentence: (PlanEdit, Chart) -> String
  ) throws {
    var tries = 0
    while true {
      tries += 1
      let situation = Situation(chart: folder.chart, ledger: folder.ledger, on: today)
      let edit = try make(situation)
      let stamp = Stamp(id: .random(), at: SystemClock.now())
      let entry = try situation.edit(edit, on: day, by: writing.author, stamp).entry
      do {
        let saved = try folder.edit(edit, as: entry, today: today)
        writing.tell()
        if answer.json {
          let line = EntryJSON.line(
            of: saved, before: edit.task.flatMap(situation.status(of:)),
            Situation(chart: folder.chart, ledger: folder.ledger, on: today))
          Console.answer(Printable.json(line))
        } else {
          shared.speech.answer { sentence(edit, folder.chart) }
        }
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
