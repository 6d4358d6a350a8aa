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
    /// By place in the plan.
    let tasks: [Int]
  }

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
        let tasks = changes[kind].compactMap(\.task)
        return [News(kind: "\(kind)", word: word, count: changes.count(kind), tasks: tasks)]
      }
      return [
        supervision("supervised", .bulletinListed, .supervise),
        supervision("released", .bulletinReleased, .release),
      ]
    }.filter { $0.count > 0 }
  }

  /// To be listed and to be released are two things, and a task may be both in a period.
  private func supervision(_ kind: String, _ word: Word, _ fact: Fact) -> News {
    let tasks = changes[.supervised].filter { $0.entries.contains { $0.fact == fact } }
      .compactMap(\.task)
    return News(kind: kind, word: word, count: tasks.count, tasks: tasks)
  }

  // MARK: Lists

  /// Those that are late, and then those that are red for another reason: together they are all red ones.
  func late(_ says: PaperWords) -> [Document.Block] {
    let (words, chart) = (says.words, situation.chart)
    let table = Document.Table(
      id: "overdue",
      columns: [
        says.column("task", .paperTask), says.column("unit", .paperUnit),
        says.column("light", .bulletinLight), says.column("what", .bulletinWhat),
        says.column("since", .bulletinSince), says.figure("days", .bulletinDays),
      ],
      rows: overdue.map { late in
        let task = chart.tasks[late.task]
        let nodes = late.nodes.map { words(task.nodes[$0].title) }
        return .init(cells: [
          .text(says.name(of: task)), .text(says.unit(task.unit)),
          .text(says.opening(words.name(of: situation.status.tasks[late.task].standing))),
          .text(
            nodes.isEmpty
              ? says.opening(words(.fieldLimit)) : nodes.joined(separator: words(.listComma))),
          .day(late.since, words.shortDate(late.since, today: situation.day)),
          .figure(late.days),
        ])
      })
    let others = redOtherwise.map { place in
      let record = situation.status.tasks[place].record
      let why =
        (record.isSupervised ? [words(.stageSupervised)] : [])
        + (record.isFalse ? [words(.stageFalse)] : [])
      return says.nameWithUnit(of: chart.tasks[place]) + words(.sayAfter)
        + why.joined(separator: words(.listComma))
    }
    return (overdue.isEmpty ? says.list([]) : [.table(table)])
      + (others.isEmpty
        ? []
        : [.paragraph(words(.bulletinRedOtherwise, ["n": "\(others.count)"])), .list(others)])
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

  func coming(_ says: PaperWords) -> [Document.Block] {
    guard !coming.isEmpty else { return says.list([]) }
    let words = says.words
    return [
      .table(
        Document.Table(
          id: "coming",
          columns: [
            says.column("due", .bulletinDue), says.column("task", .paperTask),
            says.column("unit", .paperUnit), says.column("node", .bulletinNode),
          ],
          rows: coming.map { coming in
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
