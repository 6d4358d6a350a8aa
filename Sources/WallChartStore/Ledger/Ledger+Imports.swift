// What came with a list, and whether that import still stands.
extension Ledger {
  /// The imports that no undo names, in the order they were written.
  package var imports: [Entry] {
    let takenBack = generalTakenBack
    return importEntries.filter { !takenBack.contains($0.id) }
      .sorted { ($0.turn, $0.n, $0.id) < ($1.turn, $1.n, $1.id) }
  }

  /// What an import wrote beside its own entry, in the order of the file: all of it was appended
  /// at one stroke, so it bears the same moment and follows in the same writer's file, up to the
  /// next entry about the chart as a whole.
  package func entries(with source: Entry) -> [Entry] {
    let end = general.lazy.filter { $0.writer == source.writer && $0.n > source.n }.map(\.n).min()
    return entries(by: [source.writer]).filter {
      Stroke(of: $0) == Stroke(of: source)
        && ($0.n > source.n && $0.n < end ?? .max)
    }
  }

  /// The strokes at which lists came, or were taken back. What they wrote of tasks came with an entry
  /// about the chart; it is no step of a person.
  var listStrokes: Set<Stroke> {
    Set(
      general.lazy.filter {
        switch $0.fact {
        case .import, .undo: true
        default: false
        }
      }.map { Stroke(of: $0) })
  }

  /// What one append of a writer wrote bears one moment.
  struct Stroke: Hashable {
    let writer: String
    let milliseconds: Int64

    init(of entry: Entry) {
      (writer, milliseconds) = (entry.writer, entry.at.milliseconds)
    }
  }

  /// What imports wrote that were taken back since: a list that says it again says something new.
  package var entriesOfImportsTakenBack: Set<EntryID> {
    let takenBack = generalTakenBack
    guard !takenBack.isEmpty else { return [] }
    return Set(
      importEntries.filter { takenBack.contains($0.id) }.flatMap { entries(with: $0) }.map(\.id))
  }

  /// Those, and the undos that took them back: nothing stands of what they say, so that their tasks
  /// may have left the plan.
  package var takenBackWithImports: Set<EntryID> {
    let entries = entriesOfImportsTakenBack
    guard !entries.isEmpty else { return [] }
    let undos = tasks.flatMap { self.entries(of: $0) }.filter { entry in
      if case .undo(let of, _) = entry.fact { entries.contains(of) } else { false }
    }
    return entries.union(undos.map(\.id))
  }

  private var importEntries: [Entry] {
    general.filter {
      if case .import = $0.fact { true } else { false }
    }
  }

  /// The entries about the chart as a whole that an undo names.
  package var generalTakenBack: Set<EntryID> { Set(general.compactMap(\.fact.takesBack)) }

  /// The first day on which a list was imported that is still in, not after `day`.
  package func firstImport(through day: Day) -> Day? {
    let takenBack = generalTakenBack
    return importEntries.lazy.filter { $0.on <= day && !takenBack.contains($0.id) }.map(\.on).min()
  }
}
