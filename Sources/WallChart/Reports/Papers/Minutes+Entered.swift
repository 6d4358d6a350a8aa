import WallChartStore
import WallChartWords

// What was entered at a meeting, by its kinds.
extension Minutes {
  /// The sections about what was entered; a kind of which there is nothing has none.
  func addEntered(to paper: inout Document, _ says: PaperWords) {
    let ledger = after.ledger
    func isFalse(_ entry: Entry) -> Bool {
      if case .reopen(_, let isFalse) = entry.fact { isFalse } else { false }
    }
    func lines(_ lines: [String]) -> [Document.Block] { lines.isEmpty ? [] : [.list(lines)] }
    let sections: [(id: String, word: Word, blocks: [Document.Block])] = [
      ("met", .minutesMarked, lines(says.lines(ofNodesIn: changes[.met] + changes[.metLate]))),
      ("reported", .minutesReported, reported(says)),
      ("promised", .minutesPromised, promised(says)),
      ("extended", .minutesExtended, lines(says.lines(of: changes[.extended]))),
      (
        "returned", .minutesReturned,
        lines(says.lines(of: changes[.reopened]) { !isFalse($0) })
      ),
      ("false", .minutesFalse, lines(says.lines(of: changes[.reopened], where: isFalse))),
      ("supervised", .minutesSupervised, lines(says.lines(of: changes[.supervised]))),
      (
        "closed", .minutesClosed,
        lines(says.lines(of: changes[.submitted] + changes[.crossedOff]))
      ),
      ("noted", .minutesNoted, lines(says.lines(of: changes[.noted]) { !$0.isInternal })),
      (
        "takenBack", .minutesTakenBack,
        lines(says.lines(of: changes[.takenBack]) { !ledger.root(of: $0).isInternal })
      ),
      (
        "plan", .minutesPlan,
        lines(
          says.lines(of: changes[.added], otherwise: .recordAdded)
            + says.lines(of: changes[.withdrawn], otherwise: .recordWithdrew)
            + says.lines(of: changes[.edited] + changes[.imported]))
      ),
    ].filter { !$0.blocks.isEmpty }
    for section in sections { paper.add(section.id, says.words(section.word), section.blocks) }
    if sections.isEmpty, let last = paper.sections.indices.last {
      paper.sections[last].blocks.append(.paragraph(says.words(.minutesNothing)))
    }
  }

  private func reported(_ says: PaperWords) -> [Document.Block] {
    guard !reports.isEmpty else { return [] }
    let sentences = EntryWords(words: says.words, situation: after)
    let rows = reports.map { task, entry, report in
      // The count stands before the words of the progress.
      let count = report.count.map { sentences.text(of: Fact.Report(count: $0), task) }
      let progress = [count, report.progress].compactMap(\.self)
        .joined(separator: says.words(.listComma))
      return Document.Row(texts: [
        says.name(of: task), says.unit(task.unit), progress, report.problem ?? "",
        step(report.promise, report.nextBy, says.words), sentences.who(of: entry),
      ])
    }
    return [
      .table(
        Document.Table(
          id: "reported",
          columns: [
            says.column("task", .paperTask), says.column("unit", .paperUnit),
            says.column("progress", .minutesProgress), says.column("problem", .minutesProblem),
            says.column("next", .minutesNext), says.column("by", .minutesSaidBy),
          ], rows: rows))
    ]
  }

  private func promised(_ says: PaperWords) -> [Document.Block] {
    guard !promises.isEmpty else { return [] }
    let rows = promises.map { task, step, by in
      let due = by.map { Document.Cell.day($0, says.words.weekdayDate($0, today: after.day)) }
      return Document.Row(cells: [
        due ?? .none, .text(says.name(of: task)), .text(says.unit(task.unit)), .text(step),
      ])
    }
    return [
      .table(
        Document.Table(
          id: "promised",
          columns: [
            says.column("due", .minutesDueBy), says.column("task", .paperTask),
            says.column("unit", .paperUnit), says.column("next", .minutesNext),
          ], rows: rows))
    ]
  }

  /// A next step and the day it is promised for.
  func step(_ next: String?, _ by: Day?, _ words: Words) -> String {
    [next, by.map { words(.recordNextBy, ["date": words.shortDate($0, today: after.day)]) }]
      .compactMap(\.self).joined(separator: words(.listComma))
  }
}
