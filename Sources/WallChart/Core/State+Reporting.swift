import WallChartStore
import WallChartWords

// A report 报送, asked for part by part: count, progress, problem, the next step and its day.
extension State {
  mutating func askReport() -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index]
    let stage = situation.status.tasks[index].record.stage
    guard !stage.isClosed else { return refuse(.closed(task: task.id, stage: stage)) }
    ask(
      .report(
        task: task.id, draft: Fact.Report(), part: task.quantity == nil ? .progress : .count))
    return []
  }

  /// Asks for a part of a report.
  mutating func ask(_ purpose: Prompt.Purpose, text: String = "") {
    guard case .report(let id, let draft, let part) = purpose,
      let index = situation.index(of: id)
    else {
      if let id = purpose.task { said = Said(text: words(Refusal.noSuchTask(id)), isError: true) }
      return
    }
    let task = situation.chart.tasks[index]
    let question: String
    switch part {
    case .countOnly, .count:
      question = words(
        .promptCount, ["task": id, "total": task.quantity.map(amount) ?? ""])
    case .fallReason, .fallReasonOnly:
      question = words(
        .promptFallReason,
        [
          "from": "\(situation.status.tasks[index].record.count ?? 0)",
          "to": "\(draft.count ?? 0)",
        ])
    case .progress: question = words(.promptProgress, ["task": id])
    case .problem: question = words(.promptProblem, ["task": id])
    case .next: question = words(.promptNext, ["task": id])
    case .nextBy: question = words(.promptNextBy, ["task": id])
    }
    ask(purpose, question, text: text)
  }

  /// Enter behind a part of a report.
  mutating func answer(
    _ part: Prompt.ReportPart, of draft: Fact.Report, task: String, _ text: String,
    _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    var draft = draft
    var next: Prompt.ReportPart?
    switch part {
    case .countOnly, .count:
      if !text.isEmpty {
        guard let count = Int(String(text.map(\.asciiDigit))) else {
          return askAgain(prompt, words(.promptBadNumber))
        }
        let total = situation.chart.task(task)?.quantity?.total ?? 0
        guard (0...total).contains(count) else {
          return askAgain(
            prompt, words(Refusal.countOutOfRange(count: count, total: total)))
        }
        draft.count = count
      }
      let last = situation.index(of: task).flatMap { situation.status.tasks[$0].record.count }
      if let last, let count = draft.count, count < last {
        next = part == .count ? .fallReason : .fallReasonOnly
      } else if part == .count {
        next = .progress
      }
    case .fallReason, .fallReasonOnly:
      guard !text.isEmpty else { return askAgain(prompt, words(.promptNeedsReason)) }
      draft.reason = text
      if part == .fallReason { next = .progress }
    case .progress:
      draft.progress = text.isEmpty ? nil : text
      next = .problem
    case .problem:
      draft.problem = text.isEmpty ? nil : text
      next = .next
    case .next:
      draft.next = text.isEmpty ? nil : text
      // What is promised is promised for a day.
      if draft.next != nil { next = .nextBy }
    case .nextBy:
      guard !text.isEmpty else { break }
      do throws(FoundProblem.Fault) {
        let day = try WrittenDay.only(text, on: situation.day, rules: situation.chart.rules)
        guard day >= situation.day else { return askAgain(prompt, words(.promptPastDay)) }
        draft.nextBy = day
      } catch {
        let why = FoundProblem.sentence(for: error, in: situation.chart, words)
        return askAgain(prompt, alone(why))
      }
    }
    if let next {
      // A day that the next step names stands there already.
      let named =
        next == .nextBy
        ? WrittenDay.named(in: text, on: situation.day, rules: situation.chart.rules) : nil
      ask(.report(task: task, draft: draft, part: next), text: named?.iso ?? "")
      return []
    }
    let report = draft
    return write { state throws(Refusal) in
      try state.situation.report(task, report, by: state.setting.author, stamp)
    }
  }
}

extension Character {
  /// A full-width digit, as a Chinese input method sends it, as the ASCII one.
  fileprivate var asciiDigit: Character {
    wholeNumberValue.map { Character(String($0)) } ?? self
  }
}
