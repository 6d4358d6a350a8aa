import WallChartStore
import WallChartWords

// The list for the chair's hand: what is late, whose it is, what was said of it last.
extension ChartPage {
  var list: Datum {
    let says = PaperWords(words, situation)
    func head(_ word: Word) -> Datum { .text(says.opening(words(word))) }
    let order = order
    return [
      "heads": [
        "light": head(.orderStanding), "task": head(.paperTask), "unit": head(.paperUnit),
        "lead": head(.fieldLead), "what": head(.pageWhat), "days": head(.bulletinDays),
        "report": head(.meetingReport), "next": head(.meetingPromise),
      ],
      "tasks": .list(order.map(row)),
      "isEmpty": .flag(order.isEmpty), "nothing": .text(words(.bulletinNone)),
    ]
  }

  /// The worst light first, below it the longest overdue.
  private var order: [Int] {
    let lights: [Standing] = [.red, .yellow, .dueSoon, .inClosing, .green, .crossedOff]
    let status = situation.status.tasks
    func rank(_ task: Int) -> (Int, Int, Int) {
      (lights.firstIndex(of: status[task].standing) ?? 0, -status[task].daysLate, task)
    }
    return status.indices.filter { !status[$0].isWithdrawn }.sorted { rank($0) < rank($1) }
  }

  private func row(_ index: Int) -> Datum {
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    let says = PaperWords(words, situation)
    let light = FigureTiles.states.first { $0.standing == status.standing }?.role ?? .plain
    let report = state.lastReportParts(of: index)
    return [
      "id": .text(task.id), "title": .text(words(task.title)),
      "light": signed(words.name(of: status.standing), light),
      "unit": .text(says.unit(task.unit)), "lead": Datum(task.lead.map { says.unit($0) }),
      "officer": Datum(task.officer.map { Printable.filtered($0) }),
      "what": Datum(what(index)),
      "daysLate": .number(status.daysLate), "isLate": .flag(status.daysLate > 0),
      "report": Datum(
        report.filter { $0.name != .meetingPromise }.map { part in
          part.name == .meetingReport
            ? part.text : words(part.name) + words(.sayAfter) + part.text
        }),
      "noReport": Datum(report.isEmpty ? words(noReport(of: status)) : nil),
      "next": Datum(report.first { $0.name == .meetingPromise }?.text),
      "isSilent": .flag(status.isSilent),
    ]
  }

  /// That nothing was reported yet: a mark is a sign of life too, so that alone makes no task silent.
  private func noReport(of status: TaskStatus) -> Word {
    status.isSilent ? .pageNeverReported : .pageNoReport
  }

  /// Why a task stands where it does: what is overdue or due soon, and what else turns it red.
  private func what(_ index: Int) -> [String] {
    let (task, status) = (situation.chart.tasks[index], situation.status.tasks[index])
    let isOpen = status.record.stage != .crossedOff
    let pressing = zip(task.nodes, status.nodes).filter {
      $1.state == .overdue || $1.state == .dueSoon
    }
    var lines = pressing.map { node, status in
      words(node.title) + words(.sayAfter) + state.stateSentence(status)
    }
    if isOpen, task.term != .standing, let limit = status.record.limit, situation.day > limit {
      lines.append(words(.stateLimitPassed, ["n": "\(situation.day - limit)"]))
    }
    if status.record.isSupervised { lines.append(words(.stageSupervised)) }
    if status.record.isFalse { lines.append(words(.stageFalse)) }
    if status.isSilent { lines.append(words(.silent)) }
    return lines
  }
}
