import WallChartStore
import WallChartWords

// The lists of the bulletin by name, and what changed.
extension Bulletin {
  /// What became of the chart since the last number, in the order in which it is asked for.
  struct News {
    /// Says which it is, in every language.
    let kind: String
    let word: Word
    let count: Int
    /// In the order of the plan.
    let changes: [Changes.Change]

    /// By place in the plan.
    var tasks: [Int] { changes.compactMap(\.task) }
  }

  /// Of more than these the ids alone are told.
  private static let mostByName = 10

  /// What there is to tell.
  var told: [News] {
    let kinds: [(kind: Changes.Kind, word: Word)] = [
      (.red, .sinceRed), (.yellow, .sinceYellow), (.met, .sinceMet), (.metLate, .sinceMetLate),
      (.submitted, .sinceSubmitted), (.crossedOff, .sinceCrossedOff), (.reopened, .sinceReopened),
      (.extended, .sinceExtended), (.supervised, .bulletinListed), (.takenBack, .sinceTakenBack),
      (.added, .sinceAdded), (.withdrawn, .sinceWithdrawn), (.edited, .sinceEdited),
    ]
    return kinds.flatMap { kind, word -> [News] in
      guard kind == .supervised else {
        return [
          News(kind: "\(kind)", word: word, count: changes.count(kind), changes: changes[kind])
        ]
      }
      return [
        supervision("supervised", .bulletinListed, .supervise),
        supervision("released", .bulletinReleased, .release),
      ]
    }.filter { $0.count > 0 }
  }

  /// To be listed and to be released are two things, and a task may be both in a period.
  private func supervision(_ kind: String, _ word: Word, _ fact: Fact) -> News {
    let changes = changes[.supervised].filter { change in
      situation.entries(of: change).contains { $0.fact == fact }
    }
    return News(kind: kind, word: word, count: changes.count, changes: changes)
  }

  /// Each task of a piece of news by name, with its nodes; nothing where there are too many.
  func lines(of news: News, _ says: PaperWords) -> [String] {
    guard news.changes.count <= Self.mostByName else { return [] }
    return news.changes.compactMap { change in
      guard let place = change.task else { return nil }
      let name = says.shortNameWithUnit(of: situation.chart.tasks[place])
      let nodes = change.nodes.map { says.node($0, of: place) }
      return nodes.isEmpty
        ? name : name + says.words(.sayAfter) + nodes.joined(separator: says.words(.listComma))
    }
  }

  func news(_ says: PaperWords) -> [Document.Block] {
    let words = says.words
    let blocks = told.flatMap { news -> [Document.Block] in
      let (count, lines) = (words(news.word, ["n": "\(news.count)"]), lines(of: news, says))
      guard lines.isEmpty else {
        return [.paragraph(words(.bulletinNews, ["what": count])), .list(lines)]
      }
      let ids = news.tasks.map { Printable.filtered(situation.chart.tasks[$0].id) }
      return [.paragraph(count + words(.sayAfter) + ids.joined(separator: words(.listComma)))]
    }
    return [.paragraph(sinceWhat(words))]
      + (blocks.isEmpty ? [.paragraph(words(.sinceNothing))] : blocks)
  }

  // MARK: Lists

  /// Those that are late, and then those that are red for another reason: together they are all red ones.
  func late(_ says: PaperWords) -> [Document.Block] {
    let (words, chart) = (says.words, situation.chart)
    let remarks = overdue.map { remark(of: $0.task, says) }
    // Of no remarks at all there is no column.
    let hasRemarks = remarks.contains { !$0.isEmpty }
    let table = Document.Table(
      id: "overdue",
      columns: [
        says.figure("no", .bulletinNo), says.column("task", .paperTask),
        says.column("unit", .paperUnit),
        says.column("light", .bulletinLight), says.column("what", .bulletinWhat),
        says.column("since", .bulletinSince), says.figure("days", .bulletinDays),
      ] + (hasRemarks ? [says.column("remark", .bulletinRemark)] : []),
      rows: overdue.indices.map { place in
        let late = overdue[place]
        let task = chart.tasks[late.task]
        let standing = situation.status.tasks[late.task].standing
        let nodes = late.nodes.map { words(task.nodes[$0].title) }
        let cells: [Document.Cell] = [
          .figure(place + 1), .text(says.name(of: task)), .text(says.unit(task.unit)),
          standing == .inClosing ? .none : .text(says.opening(words.name(of: standing))),
          .text(
            nodes.isEmpty
              ? says.opening(words(.fieldLimit)) : nodes.joined(separator: words(.listComma))),
          .day(late.since, words.shortDate(late.since, today: situation.day)),
          .figure(late.days),
        ]
        return .init(cells: cells + (hasRemarks ? [.text(says.opening(remarks[place]))] : []))
      })
    let others = redOtherwise.map { place in
      says.nameWithUnit(of: chart.tasks[place]) + words(.sayAfter) + remark(of: place, says)
    }
    let crossedOff = overdueCrossedOff.map { task, nodes in
      says.nameWithUnit(of: chart.tasks[task]) + words(.sayAfter)
        + nodes.map { words(chart.tasks[task].nodes[$0].title) }
        .joined(separator: words(.listComma))
    }
    return (overdue.isEmpty ? says.list([]) : [.table(table)])
      + (others.isEmpty
        ? []
        : [.paragraph(words(.bulletinRedOtherwise, ["n": "\(others.count)"])), .list(others)])
      + (crossedOff.isEmpty
        ? []
        : [
          .paragraph(
            words(
              .bulletinOverdueCrossedOff,
              ["n": "\(overdueCrossedOff.map(\.nodes.count).reduce(0, +))"])),
          .list(crossedOff),
        ])
  }

  /// What its light does not say: that it is in closing, under supervision, or was found false.
  private func remark(of place: Int, _ says: PaperWords) -> String {
    let (words, status) = (says.words, situation.status.tasks[place])
    let remarks =
      (status.standing == .inClosing ? [words.name(of: .inClosing)] : [])
      + (status.record.isSupervised ? [words(.stageSupervised)] : [])
      + (status.record.isFalse ? [words(.stageFalse)] : [])
    return remarks.joined(separator: words(.listComma))
  }

  func silence(_ silent: (unit: Int, tasks: [Int]), _ says: PaperWords) -> String {
    let chart = situation.chart
    return says.words(
      .bulletinSilentUnit,
      [
        "unit": says.words(chart.units[silent.unit].name), "n": "\(silent.tasks.count)",
        "tasks": silent.tasks.map { says.name(of: chart.tasks[$0]) }
          .joined(separator: says.words(.listComma)),
      ])
  }

  /// Days as a table.
  func days(_ id: String, _ days: [Coming], _ says: PaperWords) -> [Document.Block] {
    guard !days.isEmpty else { return says.list([]) }
    let words = says.words
    return [
      .table(
        Document.Table(
          id: id,
          columns: [
            says.column("due", .bulletinDue), says.column("task", .paperTask),
            says.column("unit", .paperUnit), says.column("node", .bulletinNode),
          ],
          rows: days.map { coming in
            let task = situation.chart.tasks[coming.task]
            return .init(cells: [
              .day(coming.day, words.weekdayDate(coming.day, today: situation.day)),
              .text(says.name(of: task)), .text(says.unit(task.unit)),
              .text(
                coming.node.map { words(task.nodes[$0].title) }
                  ?? says.opening(words(.fieldLimit))),
            ])
          }))
    ]
  }
}
