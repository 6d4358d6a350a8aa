import WallChartStore
import WallChartWords

// An import that is taken back.
extension Report {
  init(_ undo: ImportUndo, _ run: ImportRun, isWritten: Bool) {
    let words = run.words
    if run.choices.json {
      output = [Printable.json(Self.json(undo, isWritten: isWritten))]
      return
    }
    guard !run.choices.quiet else { return }
    output = [
      words(
        isWritten ? .importUndone : .importUndoes,
        [
          "file": Printable.filtered(undo.source.file), "who": Printable.filtered(undo.entry.by),
          "day": words.date(undo.entry.on),
        ])
    ]
    if undo.source.plan != undo.source.replaced {
      output.append(words(undo.isPlanBack ? .importUndoPlan : .importUndoPlanChanged))
    }
    func say(_ word: Word, _ tasks: [String]) {
      guard !tasks.isEmpty else { return }
      output.append(
        words(word, ["n": "\(tasks.count)", "tasks": Self.ids(tasks, words)]))
    }
    say(.importUndoWithdrawn, undo.withdrawn)
    say(.importUndoBack, undo.back)
    say(.importUndoRestored, undo.restored)
    say(.importUndoKept, undo.kept)
    if undo.written > 0 {
      output.append(
        words(
          .importUndoEntries,
          ["n": "\(undo.written - undo.stay.count)", "all": "\(undo.written)"]))
    }
    if !undo.stay.isEmpty {
      let tasks = Set(undo.stay.compactMap(\.task)).sorted()
      output.append(
        words(
          .importUndoStay, ["n": "\(undo.stay.count)", "tasks": Self.ids(tasks, words)]))
    }
    if run.choices.dryRun { output.append(words(.importDryRun)) }
  }

  init(obstacle: ImportUndo.Obstacle, _ run: ImportRun) {
    let text =
      switch obstacle {
      case .nothing: run.words(.importUndoNothing)
      case .noPlan(let file):
        run.words(.importUndoNoPlan, ["file": Printable.filtered(file)])
      }
    exitCode = 65
    if run.choices.json {
      output = [Printable.json(Self.json(refusal: text))]
    } else {
      complaints = ["wallchart-import: \(text)"]
    }
  }

  /// The first ten; the rest is counted.
  private static func ids(_ tasks: [String], _ words: Words) -> String {
    let first = tasks.prefix(10).joined(separator: words(.importListComma))
    return tasks.count > 10 ? first + " " + words(.errorMore, ["n": "\(tasks.count - 10)"]) : first
  }
}
