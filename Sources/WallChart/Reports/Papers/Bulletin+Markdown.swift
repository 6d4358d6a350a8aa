import WallChartStore
import WallChartWords

// The bulletin as an office circulates it.
extension Bulletin {
  func markdown(_ words: Words) -> String {
    var paper = Markdown()
    var says = PaperWords(words, situation)
    let title = words(situation.chart.title)
    paper.heading(
      number.map { words(.bulletinTitle, ["title": title, "n": "\($0)"]) }
        ?? words(.bulletinDraft, ["title": title]),
      level: 1)
    paper.list(head(words))
    paper.heading(says.head(.bulletinTotals), level: 2)
    addTotals(to: &paper, says)
    paper.heading(says.head(.bulletinBattles), level: 2)
    addBattles(to: &paper, says)
    paper.heading(says.head(.bulletinUnits), level: 2)
    addUnits(to: &paper, says)
    addLists(to: &paper, &says)
    paper.heading(says.head(.bulletinChanges), level: 2)
    addChanges(to: &paper, says)
    return paper.text
  }

  private func head(_ words: Words) -> [String] {
    let from =
      switch since {
      case .meeting(let closing): closing.on
      case .day(let day): day + 1
      }
    let withdrawn = situation.status.tasks.count(where: \.isWithdrawn)
    var basis = words(
      .bulletinBasis,
      [
        "tasks": "\(total.tasks)", "nodes": "\(situation.status.total.nodes)",
        "entries": "\(situation.ledger.count)",
      ])
    if withdrawn > 0 { basis += words(.comma) + words(.bulletinWithdrawn, ["n": "\(withdrawn)"]) }
    return [
      words(.bulletinPeriod, ["from": words.date(from), "to": words.date(situation.day)]),
      words(.bulletinDay, ["date": words.longDate(situation.day)]),
      words(.bulletinRhythm, ["rhythm": words.name(of: rhythm), "date": words.longDate(next)]),
      basis,
    ]
  }

  // MARK: Figures

  private func addTotals(to paper: inout Markdown, _ says: PaperWords) {
    let words = says.words
    func table(_ head: Word, _ parts: [(String, Int)], of total: Int) {
      paper.table(
        [
          says.column(head), says.column(.bulletinCount, isFigure: true),
          says.column(.bulletinShare, isFigure: true),
        ],
        (parts + [(words(.bulletinSum), total)]).map { name, count in
          [says.opening(name), "\(count)", says.share(count, of: total)]
        })
    }
    table(
      .paperTasks,
      Standing.allCases.map { (words.name(of: $0), total.standings[$0] ?? 0) }, of: total.tasks)
    table(
      .paperNodesDue,
      [
        (words(.bulletinInTime), total.metInTime), (words(.bulletinLate), total.metLate),
        (words(.bulletinUnmet), total.unmet),
      ], of: total.nodesDue)
    paper.list(
      [
        words(.bulletinDaysLate, ["n": "\(total.daysLate)", "tasks": "\(overdue.count)"]),
        words(.bulletinSilentTasks, ["n": says.share(total.silent, of: total.tasks)]),
      ]
        + (total.falselyDone == 0
          ? []
          : [words(.bulletinFalseTasks, ["n": says.share(total.falselyDone, of: total.tasks)])]))
  }

  private func addBattles(to paper: inout Markdown, _ says: PaperWords) {
    let words = says.words
    let rows =
      battles.map { (words(situation.chart.battles[$0.battle].name), $0.figures) }
      + [(words(.bulletinSum), total)]
    paper.table(
      [says.column(.fieldBattle), says.column(.paperTasks, isFigure: true)]
        + Standing.allCases.map { (says.opening(words.name(of: $0)), true) }
        + [says.column(.paperSilent, isFigure: true)],
      rows.map { name, figures in
        [name, "\(figures.tasks)"]
          + Standing.allCases.map { "\(figures.standings[$0] ?? 0)" } + ["\(figures.silent)"]
      })
    paper.table(
      [
        says.column(.fieldBattle), says.column(.paperNodesDue, isFigure: true),
        says.column(.bulletinInTime, isFigure: true), says.column(.bulletinLate, isFigure: true),
        says.column(.bulletinUnmet, isFigure: true), says.column(.bulletinOnTime, isFigure: true),
      ],
      rows.map { name, figures in
        [
          name, "\(figures.nodesDue)", "\(figures.metInTime)", "\(figures.metLate)",
          "\(figures.unmet)", says.share(figures.metInTime, of: figures.nodesDue),
        ]
      })
  }

  private func addUnits(to paper: inout Markdown, _ says: PaperWords) {
    let isFalse = total.falselyDone > 0
    var columns = [
      says.column(.rankingRank, isFigure: true), says.column(.paperUnit),
      says.column(.rankingRed, isFigure: true), says.column(.rankingDaysLate, isFigure: true),
      says.column(.paperTasks, isFigure: true), says.column(.rankingCrossedOff, isFigure: true),
      says.column(.paperSilent, isFigure: true), says.column(.bulletinOnTime, isFigure: true),
    ]
    if isFalse { columns.insert(says.column(.rankingFalse, isFigure: true), at: 3) }
    let rows =
      units.map { unit, rank, figures in
        (rank.map { "\($0)" } ?? "-", says.words(situation.chart.units[unit].name), figures)
      } + [("", says.words(.bulletinSum), total)]
    paper.table(
      columns,
      rows.map { rank, name, figures in
        var row = [
          rank, name, "\(figures.standings[.red] ?? 0)", "\(figures.daysLate)",
          "\(figures.tasks)", "\(figures.standings[.crossedOff] ?? 0)", "\(figures.silent)",
          says.share(figures.metInTime, of: figures.nodesDue),
        ]
        if isFalse { row.insert("\(figures.falselyDone)", at: 3) }
        return row
      })
    paper.paragraph(says.words(.bulletinUnitsNote))
  }

  // MARK: Lists

  private func addLists(to paper: inout Markdown, _ says: inout PaperWords) {
    let (words, chart) = (says.words, situation.chart)
    paper.heading(says.head(.bulletinOverdue), level: 2)
    if overdue.isEmpty { paper.paragraph(words(.bulletinNone)) }
    if !overdue.isEmpty {
      paper.table(
        [
          says.column(.paperTask), says.column(.paperUnit), says.column(.bulletinWhat),
          says.column(.bulletinSince), says.column(.bulletinDays, isFigure: true),
        ],
        overdue.map { late in
          let task = chart.tasks[late.task]
          let nodes = late.nodes.map { words(task.nodes[$0].title) }
          return [
            says.name(of: task), says.unit(task.unit),
            nodes.isEmpty
              ? says.opening(words(.fieldLimit)) : nodes.joined(separator: words(.listComma)),
            words.shortDate(late.since, today: situation.day), "\(late.days)",
          ]
        })
    }
    paper.heading(says.head(.bulletinSilent), level: 2)
    if silent.isEmpty { paper.paragraph(words(.bulletinNone)) }
    paper.list(
      silent.map { unit, tasks in
        words(
          .bulletinSilentUnit,
          [
            "unit": words(chart.units[unit].name), "n": "\(tasks.count)",
            "tasks": tasks.map { says.name(of: chart.tasks[$0]) }.joined(
              separator: words(.listComma)),
          ])
      })
    for (word, kind) in [
      (Word.bulletinReturned, Changes.Kind.reopened), (.bulletinExtended, .extended),
    ] {
      paper.heading(says.head(word), level: 2)
      let lines = says.lines(of: changes[kind])
      if lines.isEmpty { paper.paragraph(words(.bulletinNone)) }
      paper.list(lines)
    }
    paper.heading(says.head(.bulletinComing), level: 2)
    if coming.isEmpty { paper.paragraph(words(.bulletinNone)) }
    if !coming.isEmpty {
      paper.table(
        [
          says.column(.bulletinDue), says.column(.paperTask), says.column(.paperUnit),
          says.column(.bulletinNode),
        ],
        coming.map { coming in
          let task = chart.tasks[coming.task]
          return [
            words.weekdayDate(coming.day, today: situation.day), says.name(of: task),
            says.unit(task.unit),
            coming.node.map { words(task.nodes[$0].title) } ?? says.opening(words(.fieldLimit)),
          ]
        })
    }
  }

  /// What became of the chart since the last number, in the order in which it is asked for.
  private static let told: [(kind: Changes.Kind, word: Word)] = [
    (.red, .sinceRed), (.yellow, .sinceYellow), (.met, .sinceMet), (.metLate, .sinceMetLate),
    (.submitted, .sinceSubmitted), (.crossedOff, .sinceCrossedOff), (.reopened, .sinceReopened),
    (.extended, .sinceExtended), (.supervised, .sinceSupervised), (.takenBack, .sinceTakenBack),
    (.added, .sinceAdded), (.withdrawn, .sinceWithdrawn), (.edited, .sinceEdited),
  ]

  private func addChanges(to paper: inout Markdown, _ says: PaperWords) {
    let words = says.words
    let since: String =
      switch since {
      case .meeting(let closing):
        if case .meeting(let meeting) = closing.fact, let last = meeting.issued {
          words(.bulletinSinceNumber, ["n": "\(last)", "date": words.date(closing.on)])
        } else {
          words(.sinceMeeting, ["date": words.date(closing.on)])
        }
      case .day(let day): words(.sinceDay, ["date": words.date(day)])
      }
    paper.paragraph(since)
    let lines = Self.told.compactMap { kind, word -> String? in
      let found = changes[kind]
      guard !found.isEmpty else { return nil }
      let ids = found.compactMap(\.task).map { Printable.filtered(situation.chart.tasks[$0].id) }
      return words(word, ["n": "\(changes.count(kind))"]) + words(.sayAfter)
        + ids.joined(separator: words(.listComma))
    }
    if lines.isEmpty { paper.paragraph(words(.sinceNothing)) }
    paper.list(lines)
  }
}
