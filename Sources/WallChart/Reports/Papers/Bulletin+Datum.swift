import WallChartStore
import WallChartWords

// The bulletin as templates and other programs take it: Resources/bulletin.schema.json describes it.
extension Bulletin {
  static let format = "wallchart-bulletin/1"

  func datum(_ words: Words) -> Datum {
    let chart = situation.chart
    let lines = PaperWords(words, situation)
    return [
      "format": .text(Self.format),
      "language": .text(words.language.rawValue),
      "chart": .text(words(chart.title)),
      "number": Datum(number),
      "issuer": Datum(issuer(words)),
      "rhythm": .text(rhythm.rawValue),
      "rhythmText": .text(words.name(of: rhythm)),
      "from": .text(from.iso),
      "fromText": .text(words.date(from)),
      "day": .text(situation.day.iso),
      "dayText": .text(words.date(situation.day)),
      "next": .text(next.iso),
      "nextText": .text(words.date(next)),
      "last": Datum(lastNumber),
      "entries": .number(entries),
      "withdrawn": .number(withdrawn),
      "nodes": .number(situation.status.total.nodes),
      "totals": total.datum,
      "battles": .list(
        battles.map { place, figures in
          let battle = chart.battles[place]
          return [
            "id": .text(battle.id), "name": .text(words(battle.name)), "totals": figures.datum,
          ]
        }),
      "units": .list(
        units.map { place, rank, figures in
          let unit = chart.units[place]
          return [
            "id": .text(unit.id), "name": .text(words(unit.name)), "rank": Datum(rank),
            "totals": figures.datum,
          ]
        }),
      "overdue": .list(
        overdue.map { late in
          task(late.task, words).with([
            "standing": .text(situation.status.tasks[late.task].standing.rawValue),
            "nodes": nodes(late.nodes, of: late.task, words),
            "since": .text(late.since.iso),
            "sinceText": .text(words.date(late.since)),
            "daysLate": .number(late.days),
          ])
        }),
      "overdueCrossedOff": .list(
        overdueCrossedOff.map {
          task($0.task, words).with(["nodes": nodes($0.nodes, of: $0.task, words)])
        }),
      "redOtherwise": .list(
        redOtherwise.map { place in
          let record = situation.status.tasks[place].record
          return task(place, words).with([
            "supervised": .flag(record.isSupervised), "false": .flag(record.isFalse),
          ])
        }),
      "silent": .list(
        silent.map { place, tasks in
          let unit = chart.units[place]
          return [
            "id": .text(unit.id), "name": .text(words(unit.name)),
            "tasks": .list(tasks.map { task($0, words) }),
          ]
        }),
      "returned": told(changes[.reopened], lines),
      "extended": told(changes[.extended], lines),
      "dueToday": days(dueToday, words),
      "coming": days(coming, words),
      "changes": .list(
        told.map { news in
          [
            "kind": .text(news.kind), "count": .number(news.count),
            "text": .text(words(news.word, ["n": "\(news.count)"])),
            "tasks": Datum(news.tasks.map { chart.tasks[$0].id }),
            "lines": Datum(self.lines(of: news, lines)),
          ]
        }),
      "document": document(words).datum(words),
    ]
  }

  private func task(_ place: Int, _ words: Words) -> Datum {
    let task = situation.chart.tasks[place]
    return [
      "task": .text(task.id), "title": .text(words(task.title)), "unit": .text(task.unit),
      "unitName": .text(PaperWords(words, situation).unit(task.unit)),
    ]
  }

  private func nodes(_ places: [Int], of task: Int, _ words: Words) -> Datum {
    let nodes = places.map { situation.chart.tasks[task].nodes[$0] }
    return .list(nodes.map { ["id": .text($0.id), "title": .text(words($0.title))] })
  }

  private func days(_ days: [Coming], _ words: Words) -> Datum {
    .list(
      days.map { coming in
        let node = coming.node.map { situation.chart.tasks[coming.task].nodes[$0] }
        return task(coming.task, words).with([
          "due": .text(coming.day.iso),
          "dueText": .text(words.date(coming.day)),
          "node": node.map { ["id": .text($0.id), "title": .text(words($0.title))] } ?? .none,
        ])
      })
  }

  /// What became of tasks, in the words of the ledger.
  private func told(_ changes: [Changes.Change], _ says: PaperWords) -> Datum {
    .list(
      changes.flatMap { change in
        says.lines(of: [change]).map { line in
          ["task": Datum(change.task.map { situation.chart.tasks[$0].id }), "text": .text(line)]
        }
      })
  }

  /// As the program prints it without another template.
  func markdown(_ words: Words) -> String {
    Template(.documentMarkdown).text(of: datum(words))
  }
}

extension Bulletin.Figures {
  fileprivate var datum: Datum {
    let standings = Standing.allCases.map {
      Datum.Member(name: $0.rawValue, value: .number(self.standings[$0] ?? 0))
    }
    return Datum.members([.init(name: "tasks", value: .number(tasks))] + standings).with([
      "silent": .number(silent), "false": .number(falselyDone), "nodesDue": .number(nodesDue),
      "nodesMetInTime": .number(metInTime), "nodesMetLate": .number(metLate),
      "nodesUnmet": .number(unmet), "nodesOverdue": .number(overdue),
      "nodesDueToday": .number(dueToday), "daysLate": .number(daysLate),
    ])
  }
}
