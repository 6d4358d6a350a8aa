import WallChartStore
import WallChartWords

// The minutes as an office writes them: head, figures, agenda, then what was entered by its kinds.
extension Minutes {
  func markdown(_ words: Words) -> String {
    var paper = Markdown()
    var says = PaperWords(words, after)
    paper.heading(
      words(
        .minutesTitle,
        ["title": words(after.chart.title), "meeting": words.name(ofMeeting: rhythm)]),
      level: 1)
    paper.list(head(words))
    paper.heading(says.head(.minutesFigures), level: 2)
    paper.table(
      [
        says.column(.paperFigure), says.column(.minutesBefore, isFigure: true),
        says.column(.minutesAfter, isFigure: true),
      ], figures(says))
    if !items.isEmpty {
      paper.heading(says.head(.minutesAgenda), level: 2)
      paper.table(
        [
          says.column(.paperTask), says.column(.paperUnit), says.column(.minutesWhy),
          says.column(.minutesResult),
        ], items.map { row($0, says) })
    }
    addKept(to: &paper, &says)
    addEntered(to: &paper, &says)
    paper.heading(says.head(.minutesCarried), level: 2)
    let carried = items.filter { !$0.left.isEmpty }
    paper.paragraph(
      words(.minutesCarriedCount, ["n": "\(carried.count)", "date": words.longDate(next)]))
    paper.list(
      carried.map { item in
        name(of: item, says) + words(.sayAfter) + why(item.left, of: item.task, in: after, words)
      })
    return paper.text
  }

  private func head(_ words: Words) -> [String] {
    let sentences = EntryWords(words: words, situation: after)
    let began = clock(of: opened, words)
    var lines = [words(.minutesDay, ["date": words.longDate(after.day)])]
    lines.append(
      closed.map { words(.minutesTime, ["from": began, "to": clock(of: $0, words)]) }
        ?? words(.minutesOpen, ["from": began]))
    lines.append(words(.minutesBy, ["who": sentences.who(of: closed ?? opened)]))
    if case .meeting(let meeting)? = closed?.fact, let number = meeting.issued {
      lines.append(words(.minutesBulletin, ["n": "\(number)"]))
    }
    let withdrawn = items.count(where: isWithdrawn)
    let settled = items.count { $0.left.isEmpty } - withdrawn
    let untouched = items.count { !$0.left.isEmpty && $0.entries.isEmpty }
    lines.append(
      words(
        withdrawn == 0 ? .minutesItems : .minutesItemsWithdrawn,
        [
          "n": "\(items.count)", "settled": "\(settled)", "untouched": "\(untouched)",
          "told": "\(items.count - settled - withdrawn - untouched)",
          "withdrawn": "\(withdrawn)",
        ]))
    let putUp = items.compactMap(\.isPutUp)
    if !putUp.isEmpty {
      let number = putUp.count { $0 }
      lines.append(
        words(.minutesPutUp, ["n": "\(number)", "not": "\(putUp.count - number)"]))
    }
    return lines
  }

  /// `09:10`; with the day where it is another than that of the chart.
  private func clock(of entry: Entry, _ words: Words) -> String {
    entry.at.day == after.day
      ? entry.at.clock
      : words(.minutesClock, ["date": words.date(entry.at.day), "clock": entry.at.clock])
  }

  private func figures(_ says: PaperWords) -> [[String]] {
    let words = says.words
    let (then, now) = (before.status.total, after.status.total)
    func row(_ name: String, _ figure: (Tally) -> Int) -> [String] {
      [name, "\(figure(then))", "\(figure(now))"]
    }
    return [row(words(.paperTasks)) { $0.tasks }]
      + Standing.allCases.map { standing in
        row(says.opening(words.name(of: standing))) { $0[standing] }
      }
      + [
        row(words(.paperSilent)) { $0.silent }, row(words(.paperNodesDue)) { $0.nodesDue },
        row(words(.paperNodesDueMet)) { $0.nodesDueMet },
        row(words(.paperDaysLate)) { $0.daysLate },
      ]
  }

  private func row(_ item: Item, _ says: PaperWords) -> [String] {
    let result: [Word]
    if isWithdrawn(item) {
      result = [.minutesWithdrawn]
    } else {
      let isSilent = item.entries.isEmpty
      let said: [Word] =
        !isSilent ? item.done : [item.isPutUp == false ? .minutesNotPutUp : .minutesUntouched]
      result = said + [item.left.isEmpty ? .minutesSettled : .minutesTold]
    }
    let unit = before.chart.task(item.task)?.unit
    return [
      name(of: item, says), unit.map(says.unit) ?? "",
      why(item.reasons, of: item.task, in: before, says.words),
      result.map { says.words($0) }.joined(separator: says.words(.listComma)),
    ]
  }

  /// Whether a task left the plan at the meeting: that settles nothing.
  private func isWithdrawn(_ item: Item) -> Bool {
    after.index(of: item.task).map { after.status.tasks[$0].isWithdrawn } ?? true
  }

  private func name(of item: Item, _ says: PaperWords) -> String {
    before.chart.task(item.task).map(says.name) ?? item.task
  }

  /// Why a task is discussed; of what is overdue, for how many days.
  private func why(
    _ reasons: [Agenda.Reason], of task: String, in situation: Situation, _ words: Words
  ) -> String {
    reasons.map { reason in
      guard reason == .overdue, let place = situation.index(of: task) else {
        return words.name(of: reason)
      }
      return words(.stateOverdue, ["n": "\(situation.status.tasks[place].daysLate)"])
    }.joined(separator: words(.listComma))
  }

  /// What had been promised for this meeting, and what became of it.
  private func addKept(to paper: inout Markdown, _ says: inout PaperWords) {
    let promised = items.compactMap { item in item.promised.map { (item, $0) } }
    guard !promised.isEmpty else { return }
    paper.heading(says.head(.minutesKept), level: 2)
    let rows = promised.map { item, report in
      let late = report.nextBy.map { after.day - $0 } ?? 0
      let isTold = item.entries.contains { if case .report = $0.fact { true } else { false } }
      let state =
        isTold
        ? says.words(.minutesKeptTold)
        : late > 0
          ? says.words(.minutesKeptLate, ["n": "\(late)"]) : says.words(.minutesUntouched)
      return [name(of: item, says), step(report.promise, report.nextBy, says.words), state]
    }
    paper.table(
      [
        says.column(.paperTask), says.column(.minutesNext), says.column(.minutesResult),
      ], rows)
  }

  // MARK: What was entered

  private func addEntered(to paper: inout Markdown, _ says: inout PaperWords) {
    let ledger = after.ledger
    func isFalse(_ entry: Entry) -> Bool {
      if case .reopen(_, let isFalse) = entry.fact { isFalse } else { false }
    }
    let sections: [(Word, [String])] = [
      (.minutesMarked, says.lines(ofNodesIn: changes[.met] + changes[.metLate])),
      (.minutesReported, []),
      (.minutesPromised, []),
      (.minutesExtended, says.lines(of: changes[.extended])),
      (.minutesReturned, says.lines(of: changes[.reopened]) { !isFalse($0) }),
      (.minutesFalse, says.lines(of: changes[.reopened], where: isFalse)),
      (.minutesSupervised, says.lines(of: changes[.supervised])),
      (.minutesClosed, says.lines(of: changes[.submitted] + changes[.crossedOff])),
      (.minutesNoted, says.lines(of: changes[.noted]) { !$0.isInternal }),
      (.minutesTakenBack, says.lines(of: changes[.takenBack]) { !ledger.root(of: $0).isInternal }),
      (
        .minutesPlan,
        says.lines(of: changes[.added], otherwise: .recordAdded)
          + says.lines(of: changes[.withdrawn], otherwise: .recordWithdrew)
          + says.lines(of: changes[.edited] + changes[.imported])
      ),
    ]
    var isEmpty = true
    for (word, lines) in sections {
      switch word {
      case .minutesReported where !reports.isEmpty:
        paper.heading(says.head(word), level: 2)
        addReports(to: &paper, says)
      case .minutesPromised where !promises.isEmpty:
        paper.heading(says.head(word), level: 2)
        addPromises(to: &paper, says)
      default:
        guard !lines.isEmpty else { continue }
        paper.heading(says.head(word), level: 2)
        paper.list(lines)
      }
      isEmpty = false
    }
    if isEmpty { paper.paragraph(says.words(.minutesNothing)) }
  }

  private func addReports(to paper: inout Markdown, _ says: PaperWords) {
    let sentences = EntryWords(words: says.words, situation: after)
    paper.table(
      [
        says.column(.paperTask), says.column(.paperUnit), says.column(.minutesProgress),
        says.column(.minutesProblem), says.column(.minutesNext), says.column(.minutesSaidBy),
      ],
      reports.map { task, entry, report in
        // The count stands before the words of the progress.
        let count = report.count.map { sentences.text(of: Fact.Report(count: $0), task) }
        let progress = [count, report.progress].compactMap(\.self)
          .joined(separator: says.words(.listComma))
        return [
          says.name(of: task), says.unit(task.unit), progress, report.problem ?? "",
          step(report.promise, report.nextBy, says.words), sentences.who(of: entry),
        ]
      })
  }

  private func addPromises(to paper: inout Markdown, _ says: PaperWords) {
    paper.table(
      [
        says.column(.minutesDueBy), says.column(.paperTask), says.column(.paperUnit),
        says.column(.minutesNext),
      ],
      promises.map { task, step, by in
        [
          by.map { says.words.weekdayDate($0, today: after.day) } ?? "-", says.name(of: task),
          says.unit(task.unit),
          step,
        ]
      })
  }

  private func step(_ next: String?, _ by: Day?, _ words: Words) -> String {
    [next, by.map { words(.recordNextBy, ["date": words.shortDate($0, today: after.day)]) }]
      .compactMap(\.self).joined(separator: words(.listComma))
  }
}

extension Minutes.Item {
  /// What was done about it, each kind once, in the order of the meeting's end page.
  fileprivate var done: [Word] {
    var kinds: [Word] = []
    for entry in entries where !entry.isInternal {
      let kind: Word =
        switch entry.fact {
        case .met: .minutesDidMeet
        case .report: .minutesDidReport
        case .extend: .minutesDidExtend
        case .return: .minutesDidReturn
        case .reopen(_, let isFalse): isFalse ? .minutesDidFindFalse : .minutesDidReturn
        case .supervise: .minutesDidSupervise
        case .release: .minutesDidRelease
        case .submit: .minutesDidSubmit
        case .verify: .minutesDidVerify
        case .crossOff: .minutesDidCrossOff
        case .note, .undo, .edit, .meeting, .import, .unknown: .minutesDidNote
        }
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }
}

extension Entry {
  /// A note that is not meant for the room, and so for no paper.
  var isInternal: Bool {
    if case .note(let note) = fact { note.isInternal } else { false }
  }
}
