import WallChartStore
import WallChartWords

// The minutes as an office writes them: head, figures, agenda, then what was entered by its kinds.
extension Minutes {
  func document(_ words: Words) -> Document {
    let says = PaperWords(words, after)
    var paper = Document(
      title: words(
        .minutesTitle,
        ["title": words(after.chart.title), "meeting": words.name(ofMeeting: rhythm)]))
    paper.facts = facts(words)
    paper.add("figures", words(.minutesFigures), [.table(figures(says))])
    if !items.isEmpty {
      paper.add("agenda", words(.minutesAgenda), [.table(agenda(says))])
    }
    addKept(to: &paper, says)
    addEntered(to: &paper, says)
    let carried = items.filter { !$0.left.isEmpty }
    let count = words(
      .minutesCarriedCount, ["n": "\(carried.count)", "date": words.longDate(next)])
    let lines = carried.map { item in
      name(of: item, says) + words(.sayAfter) + why(item.left, of: item.task, in: after, words)
    }
    paper.add(
      "carried", words(.minutesCarried),
      [.paragraph(count)] + (lines.isEmpty ? [] : [.list(lines)]))
    return paper
  }

  /// Who led the meeting, who was there and where is in no ledger: these are filled in by hand.
  private func facts(_ words: Words) -> [Document.Fact] {
    let sentences = EntryWords(words: words, situation: after)
    let began = clock(of: opened, words)
    let blank = words(.paperBlank)
    var facts: [Document.Fact] = [
      .init(id: "day", text: words(.minutesDay, ["date": words.longDate(after.day)])),
      .init(
        id: "time",
        text: closed.map { words(.minutesTime, ["from": began, "to": clock(of: $0, words)]) }
          ?? words(.minutesOpen, ["from": began])),
      .init(id: "place", text: words(.minutesPlace, ["place": blank])),
      .init(id: "chair", text: words(.minutesChair, ["who": blank])),
      .init(id: "present", text: words(.minutesPresent, ["who": blank])),
      .init(
        id: "recorder", text: words(.minutesBy, ["who": sentences.who(of: closed ?? opened)])),
    ]
    if case .meeting(let meeting)? = closed?.fact, let number = meeting.issued {
      facts.append(.init(id: "bulletin", text: words(.minutesBulletin, ["n": "\(number)"])))
    }
    let withdrawn = items.count(where: isWithdrawn)
    let settled = items.count { $0.left.isEmpty } - withdrawn
    let untouched = items.count { !$0.left.isEmpty && $0.entries.isEmpty }
    facts.append(
      .init(
        id: "items",
        text: words(
          withdrawn == 0 ? .minutesItems : .minutesItemsWithdrawn,
          [
            "n": "\(items.count)", "settled": "\(settled)", "untouched": "\(untouched)",
            "told": "\(items.count - settled - withdrawn - untouched)",
            "withdrawn": "\(withdrawn)",
          ])))
    let putUp = items.compactMap(\.isPutUp)
    if !putUp.isEmpty {
      let number = putUp.count { $0 }
      facts.append(
        .init(
          id: "putUp",
          text: words(.minutesPutUp, ["n": "\(number)", "not": "\(putUp.count - number)"])))
    }
    return facts
  }

  /// `09:10`; with the day where it is another than that of the chart.
  private func clock(of entry: Entry, _ words: Words) -> String {
    entry.at.day == after.day
      ? entry.at.clock
      : words(.minutesClock, ["date": words.date(entry.at.day), "clock": entry.at.clock])
  }

  private func figures(_ says: PaperWords) -> Document.Table {
    let words = says.words
    let (then, now) = (before.status.total, after.status.total)
    let rows: [(String, (Tally) -> Int)] =
      [(words(.paperTasks), { $0.tasks })]
      + Standing.allCases.map { standing in
        (says.opening(words.name(of: standing)), { $0[standing] })
      }
      + [
        (words(.paperSilent), { $0.silent }), (words(.paperNodesDue), { $0.nodesDue }),
        (words(.paperNodesDueMet), { $0.nodesDueMet }), (words(.paperDaysLate), { $0.daysLate }),
      ]
    return Document.Table(
      id: "figures",
      columns: [
        says.column("figure", .paperFigure), says.figure("before", .minutesBefore),
        says.figure("after", .minutesAfter),
      ],
      rows: rows.map { name, figure in
        .init(cells: [.text(name), .figure(figure(then)), .figure(figure(now))])
      })
  }

  private func agenda(_ says: PaperWords) -> Document.Table {
    Document.Table(
      id: "agenda",
      columns: [
        says.column("task", .paperTask), says.column("unit", .paperUnit),
        says.column("why", .minutesWhy), says.column("result", .minutesResult),
      ], rows: items.map { row($0, says) })
  }

  private func row(_ item: Item, _ says: PaperWords) -> Document.Row {
    let next: [Word] =
      isWithdrawn(item) ? [] : [item.left.isEmpty ? .minutesSettled : .minutesTold]
    let unit = before.chart.task(item.task)?.unit
    return .init(texts: [
      name(of: item, says), unit.map(says.unit) ?? "",
      why(item.reasons, of: item.task, in: before, says.words),
      (became(of: item) + next).map { says.words($0) }.joined(separator: says.words(.listComma)),
    ])
  }

  /// What was done about a task of the agenda; of nothing, whether it was put up at all.
  private func became(of item: Item) -> [Word] {
    if isWithdrawn(item) { return [.minutesWithdrawn] }
    return item.entries.isEmpty
      ? [item.isPutUp == false ? .minutesNotPutUp : .minutesUntouched] : item.done
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

  /// What had been promised for this meeting, and what became of it, in the words of the agenda. What
  /// is promised for a day to come is on the agenda, and not asked for yet.
  private func addKept(to paper: inout Document, _ says: PaperWords) {
    let promised = items.compactMap { item in item.promised.map { (item, $0) } }
      .filter { $1.nextBy.map { $0 <= after.day } ?? true }
    guard !promised.isEmpty else { return }
    let rows = promised.map { item, report in
      let late = report.nextBy.map { after.day - $0 } ?? 0
      let became = became(of: item)
      let isNothing = item.done.isEmpty && !isWithdrawn(item)
      let state =
        isNothing && late > 0
        ? says.words(.minutesKeptLate, ["n": "\(late)"])
        : (became.isEmpty ? [.minutesUntouched] : became).map { says.words($0) }
          .joined(separator: says.words(.listComma))
      return Document.Row(texts: [
        name(of: item, says), step(report.promise, report.nextBy, says.words), state,
      ])
    }
    paper.add(
      "kept", says.words(.minutesKept),
      [
        .table(
          Document.Table(
            id: "kept",
            columns: [
              says.column("task", .paperTask), says.column("next", .minutesNext),
              says.column("result", .minutesResult),
            ], rows: rows))
      ])
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
