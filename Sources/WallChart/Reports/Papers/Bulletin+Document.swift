import WallChartStore
import WallChartWords

// The bulletin as an office circulates it.
extension Bulletin {
  func document(_ words: Words) -> Document {
    let says = PaperWords(words, situation)
    let title = words(situation.chart.title)
    var paper = Document(
      title: number.map { words(.bulletinTitle, ["title": title, "n": "\($0)"]) }
        ?? words(.bulletinDraft, ["title": title]))
    paper.masthead = Document.Masthead(
      name: words(.bulletinName, ["title": title]),
      number: number.map { words(.bulletinNumbered, ["n": "\($0)"]) } ?? words(.bulletinNotIssued),
      issuer: issuer(words) ?? words(.paperBlank),
      date: words.date(situation.day))
    paper.facts = facts(words)
    paper.add("totals", words(.bulletinTotals), totals(says))
    paper.add("battles", words(.bulletinBattles), battles(says))
    paper.add("units", words(.bulletinUnits), units(says))
    paper.add("overdue", words(.bulletinOverdue), late(says))
    paper.add("silent", words(.bulletinSilent), says.list(silent.map { silence($0, says) }))
    paper.add(
      "returned", words(.bulletinReturned), says.list(says.lines(of: changes[.reopened])))
    paper.add(
      "extended", words(.bulletinExtended), says.list(says.lines(of: changes[.extended])))
    paper.add("dueToday", words(.bulletinDueToday), days("dueToday", dueToday, says))
    paper.add("coming", words(.bulletinComing), days("coming", coming, says))
    paper.add("changes", words(.bulletinChanges), news(says))
    paper.imprint = [
      .init(id: "signed", text: words(.bulletinSigned, ["who": words(.paperBlank)])),
      .init(id: "printed", text: words(.bulletinPrinted, ["date": words(.paperBlank)])),
    ]
    return paper
  }

  // MARK: Head

  private func facts(_ words: Words) -> [Document.Fact] {
    var basis = words(
      .bulletinBasis,
      [
        "tasks": "\(total.tasks)", "nodes": "\(situation.status.total.nodes)",
        "entries": "\(situation.ledger.count)",
      ])
    if withdrawn > 0 { basis += words(.comma) + words(.bulletinWithdrawn, ["n": "\(withdrawn)"]) }
    let issuer = words(.bulletinIssuer, ["who": issuer(words) ?? words(.paperBlank)])
    return [
      .init(id: "issuer", text: issuer),
      .init(
        id: "period",
        text: words(
          .bulletinPeriod, ["from": words.date(from), "to": words.date(situation.day)])),
      .init(
        id: "day", text: words(.bulletinDay, ["date": words.longDate(situation.day)])),
      .init(
        id: "rhythm",
        text: words(
          .bulletinRhythm, ["rhythm": words.name(of: rhythm), "date": words.longDate(next)])),
      .init(id: "basis", text: basis),
    ]
  }

  /// The unit that issued it, as whoever closed the meeting declared it; nil where that is not known.
  func issuer(_ words: Words) -> String? {
    issued?.unit.flatMap { situation.unit($0) }.map { words($0.name) }
  }

  func sinceWhat(_ words: Words) -> String {
    switch since {
    case .meeting(let closing):
      lastNumber.map {
        words(.bulletinSinceNumber, ["n": "\($0)", "date": words.date(closing.on)])
      } ?? words(.sinceMeeting, ["date": words.date(closing.on)])
    case .day: words(.bulletinFrom, ["date": words.date(from)])
    }
  }

  // MARK: Figures

  private func totals(_ says: PaperWords) -> [Document.Block] {
    let words = says.words
    func table(_ id: String, _ head: Word, _ parts: [(String, Int)], of total: Int)
      -> Document.Block
    {
      .table(
        Document.Table(
          id: id,
          columns: [
            says.column("kind", head), says.figure("count", .bulletinCount),
            says.share("share", .bulletinShare),
          ],
          rows: (parts + [(words(.bulletinSum), total)]).enumerated().map { place, part in
            .init(
              cells: [
                .text(says.opening(part.0)), .figure(part.1), .share(part: part.1, of: total),
              ], isTotal: place == parts.count)
          }))
    }
    func share(_ word: Word, _ count: Int) -> String {
      words(word, ["n": Document.Cell.share(part: count, of: total.tasks).text(words)])
    }
    return [
      table(
        "tasks", .bulletinKind,
        Standing.allCases.map { (words.name(of: $0), total.standings[$0] ?? 0) },
        of: total.tasks),
      table(
        "nodes", .paperNodesDue,
        [
          (words(.bulletinInTime), total.metInTime), (words(.bulletinLate), total.metLate),
          (words(.bulletinNodesOverdue), total.overdue), (words(.bulletinDueToday), total.dueToday),
        ], of: total.nodesDue),
      .list(
        [
          words(.bulletinDaysLate, ["n": "\(total.daysLate)", "tasks": "\(overdue.count)"]),
          share(.bulletinSilentTasks, total.silent),
        ] + (total.falselyDone == 0 ? [] : [share(.bulletinFalseTasks, total.falselyDone)])),
    ]
  }

  private func battles(_ says: PaperWords) -> [Document.Block] {
    let rows =
      battles.map { (says.words(situation.chart.battles[$0.battle].name), $0.figures, false) }
      + [(says.words(.bulletinSum), total, true)]
    return [
      .table(
        Document.Table(
          id: "battleTasks",
          columns: [says.column("battle", .fieldBattle), says.figure("tasks", .paperTasks)]
            + Standing.allCases.map {
              .init(
                id: $0.rawValue, head: says.opening(says.words.name(of: $0)), kind: .figure)
            } + [says.figure("silent", .paperSilent)],
          rows: rows.map { name, figures, isTotal in
            .init(
              cells: [.text(name), .figure(figures.tasks)]
                + Standing.allCases.map { .figure(figures.standings[$0] ?? 0) }
                + [.figure(figures.silent)],
              isTotal: isTotal)
          })),
      .table(
        Document.Table(
          id: "battleNodes",
          columns: [
            says.column("battle", .fieldBattle), says.figure("nodesDue", .paperNodesDue),
            says.figure("metInTime", .bulletinInTime), says.figure("metLate", .bulletinLate),
            says.figure("overdue", .bulletinNodesOverdue),
            says.figure("dueToday", .bulletinDueToday),
            says.share("onTime", .bulletinOnTime),
          ],
          rows: rows.map { name, figures, isTotal in
            .init(
              cells: [
                .text(name), .figure(figures.nodesDue), .figure(figures.metInTime),
                .figure(figures.metLate), .figure(figures.overdue), .figure(figures.dueToday),
                figures.onTime,
              ], isTotal: isTotal)
          })),
      .paragraph(says.words(.bulletinOnTimeNote)),
    ]
  }

  private func units(_ says: PaperWords) -> [Document.Block] {
    // A column that would be all noughts says nothing.
    let isFalse = total.falselyDone > 0
    let columns =
      [
        says.figure("rank", .rankingRank), says.column("unit", .paperUnit),
        says.figure("red", .rankingRed),
      ] + (isFalse ? [says.figure("false", .rankingFalse)] : []) + [
        says.figure("daysLate", .rankingDaysLate), says.figure("tasks", .paperTasks),
        says.figure("crossedOff", .rankingCrossedOff), says.figure("silent", .paperSilent),
        says.share("onTime", .bulletinOnTime),
      ]
    func row(_ rank: Document.Cell, _ name: String, _ figures: Figures) -> [Document.Cell] {
      [rank, .text(name), .figure(figures.standings[.red] ?? 0)]
        + (isFalse ? [.figure(figures.falselyDone)] : []) + [
          .figure(figures.daysLate), .figure(figures.tasks),
          .figure(figures.standings[.crossedOff] ?? 0), .figure(figures.silent),
          figures.onTime,
        ]
    }
    let rows =
      units.map { unit, rank, figures in
        Document.Row(
          cells: row(
            rank.map { .figure($0) } ?? .none, says.words(situation.chart.units[unit].name),
            figures))
      } + [.init(cells: row(.text(""), says.words(.bulletinSum), total), isTotal: true)]
    return [
      .table(Document.Table(id: "units", columns: columns, rows: rows)),
      .paragraph(says.words(.bulletinUnitsNote)),
    ]
  }
}

extension Bulletin.Figures {
  fileprivate var onTime: Document.Cell { .share(part: metInTime, of: judged) }
}
