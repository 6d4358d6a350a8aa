import WallChartStore
import WallChartWords

// The wall: battles and their tasks down the side, months along the top.
extension ChartPage {
  /// Nodes that a cell has room for; of more the worst is shown, as on the screen.
  private static let mostNodes = 3

  var wall: Datum {
    let says = PaperWords(words, situation)
    let ids = situation.chart.tasks.map(\.id.utf8.count).max() ?? 0
    let members = Dictionary(grouping: situation.chart.tasks.indices) {
      situation.chart.tasks[$0].battle
    }
    return [
      // Of the table: of time, of letters in the ids, and all.
      "columnCount": .number(columns.count), "idLetters": .number(min(max(ids, 4), 12)),
      "allColumns": .number(columns.count + 6),
      "heads": [
        "id": .text(says.opening(words(.pageID))), "task": .text(words(.paperTask)),
        "unit": .text(words(.paperUnit)), "limit": .text(says.opening(words(.fieldLimit))),
        "met": .text(words(.pageMet)),
      ],
      "columns": .list(
        (0..<columns.count).map { place in
          [
            "head": .text(columns.head(place, words)), "year": Datum(columns.year(place)),
            "isNow": .flag(columns.isNow(place)), "isWide": .flag(isWide(place)),
          ]
        }),
      "battles": .list(
        situation.chart.battles.compactMap { battle in
          members[battle.id].map { self.battle(battle, $0) }
        }),
    ]
  }

  private func battle(_ battle: Chart.Battle, _ tasks: [Int]) -> Datum {
    let tally = situation.status.battles[battle.id] ?? Tally()
    return [
      "id": .text(battle.id), "name": .text(words(battle.name)),
      "line": .text(
        words(
          .battleLine,
          [
            "n": "\(tally.tasks)", "red": "\(tally[.red])", "met": "\(tally.nodesDueMet)",
            "due": "\(tally.nodesDue)",
          ])),
      "tasks": .list(
        tasks.filter { !situation.status.tasks[$0].isWithdrawn }.map(task)),
    ]
  }

  private func task(_ index: Int) -> Datum {
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    let unit = situation.unit(task.unit)
    let isPast = status.standing == .crossedOff
    return [
      "id": .text(task.id), "title": .text(words(task.title)),
      "unit": .text(unit.map { words($0.short ?? $0.name) } ?? task.unit),
      "limit": .text(limit(of: task, status)),
      "met": status.nodes.isEmpty
        ? .none : .text("\(status.nodes.count { $0.state.isMet })/\(status.nodes.count)"),
      "standing": .text(status.standing.rawValue), "isPast": .flag(isPast),
      "sign": state.sign(of: index).map { signed("\($0.sign)", $0.role ?? .plain) } ?? .none,
      "cells": .list(cells(of: index)),
    ]
  }

  /// The limit in force, without the year where it is that of the day.
  func limit(of task: Chart.Task, _ status: TaskStatus) -> String {
    if task.term == .standing { return words(.pageStanding) }
    return status.record.limit.map { words.shortDate($0, today: situation.day) } ?? "—"
  }

  /// Whether the cells of a column say the month.
  private func isWide(_ column: Int) -> Bool {
    columns.zoom == .quarter || columns.isJoined(column)
  }

  /// The nodes that stand in a cell, and the sign of more than it has room for.
  struct Shown {
    let column: Int
    let nodes: [Int]
    var joined: Legend?
  }

  /// The cells of a task that hold nodes.
  func shown(of index: Int) -> [Shown] {
    let nodes = situation.status.tasks[index].nodes
    let places = Dictionary(grouping: nodes.indices) { columns.place(of: nodes[$0].due) }
    return places.map { column, places in
      guard places.count > Self.mostNodes else { return Shown(column: column, nodes: places) }
      let worst = places.min { nodes[$0].state < nodes[$1].state } ?? places[0]
      let isPartlyMet = !nodes[worst].state.isMet && places.contains { nodes[$0].state.isMet }
      return Shown(column: column, nodes: [worst], joined: isPartlyMet ? .partlyMet : .several)
    }
  }

  private func cells(of index: Int) -> [Datum] {
    let shown = Dictionary(uniqueKeysWithValues: shown(of: index).map { ($0.column, $0) })
    let glyphs = state.setting.glyphs
    return (0..<columns.count).map { column in
      let cell: Datum = ["isNow": .flag(columns.isNow(column))]
      guard let shown = shown[column] else { return cell.with(["nodes": .none]) }
      let sign = shown.joined.map { String($0 == .partlyMet ? glyphs.met : glyphs.several) } ?? ""
      let nodes = shown.nodes.map { node(index, $0, sign, isWide: isWide(column)) }
      return cell.with([
        "head": .text(columns.head(column, words)), "nodes": ["list": .list(nodes)],
      ])
    }
  }

  /// A node as the screen shows it, and in words.
  private func node(_ index: Int, _ place: Int, _ sign: String, isWide: Bool) -> Datum {
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    let node = status.nodes[place]
    let role = state.cellRole(
      node, isPast: status.standing == .crossedOff, isSelectedRow: false)
    let due = words.shortDate(node.due, today: situation.day)
    let title = words(.nodeWithDay, ["node": words(task.nodes[place].title), "due": due])
    return signed((isWide ? wideState : state).cellText(node) + sign, role).with([
      "id": .text(task.nodes[place].id), "due": .text(node.due.iso),
      "state": .text(node.state.rawValue), "words": .text(title + state.stateSentence(node)),
    ])
  }
}
