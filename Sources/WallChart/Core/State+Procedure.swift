import WallChartStore
import WallChartWords

// The cross-off procedure by keys: a step on, back to rectification, supervision. None of it is a
// mark that `u` takes back, so each is asked about, in a line that says what will stand in the ledger.
extension State {
  /// The step that follows on where a task stands, as it would be written today; nil at the end.
  func nextStep(of index: Int) -> Fact? {
    switch situation.status.tasks[index].record.stage {
    case .notStarted, .rectifying: .submit
    case .submitted:
      .verify(noticeUntil: situation.day + situation.chart.rules.noticeDays)
    case .notice: .crossOff
    case .crossedOff: nil
    }
  }

  /// `>`: asks whether the next step is to be written, or says what it lacks.
  mutating func stepOn(_ key: Key) -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let id = situation.chart.tasks[index].id
    if let lack = lacksNextStep {
      said = Said(text: alone(lack), isError: true, above: procedureSentence(of: index))
      return [.bell]
    }
    guard let step = nextStep(of: index) else { return [] }
    return confirm(Wish(task: id, fact: step), needsUnit: true, key)
  }

  /// Asks whether something is to be written; first for the unit where none is known.
  private mutating func confirm(_ wish: Wish, needsUnit: Bool, _ key: Key) -> [Effect] {
    if needsUnit, unitActing == nil {
      askUnit(of: setting.author.name, then: Prompt.Waiting(key: key, needsUnit: true))
      return []
    }
    var wish = wish
    wish.known = known(wish.slot, of: wish.task)
    mode = .confirming(wish)
    return []
  }

  /// Only Enter and `y` write it: a key typed ahead must not.
  mutating func answer(_ wish: Wish, _ key: Key, _ stamp: Stamp) -> [Effect] {
    switch key {
    case .named(.enter), .character("y"), .character("Y"):
      if let effects = drop(wish.known) { return effects }
      if let fresh = asked(anew: wish) {
        mode = .confirming(fresh)
        return [.bell]
      }
      mode = .commands
      return write { state throws(Refusal) in
        try state.situation.step(wish.task, wish.fact, by: state.setting.author, stamp)
      }
    case .named(.escape), .control("c"):
      mode = .commands
      said = Said(text: words(.saidLeftAsItIs, ["task": wish.task]))
      return []
    default: return [.bell]
    }
  }

  /// The same question with the notice of today, when midnight came between it and the answer.
  private func asked(anew wish: Wish) -> Wish? {
    guard case .verify = wish.fact, let index = situation.index(of: wish.task),
      let step = nextStep(of: index), step != wish.fact
    else { return nil }
    return Wish(task: wish.task, fact: step, known: wish.known)
  }

  /// What will be written, as whom, in forms that say less.
  func question(of wish: Wish, who: String) -> [String] {
    let unit =
      situation.index(of: wish.task).map {
        shortName(ofUnit: situation.chart.tasks[$0].unit)
      } ?? ""
    var word = Word.confirmSubmit
    var until = ""
    switch wish.fact {
    case .verify(let last):
      word = .confirmVerify
      until = words.shortDate(last, today: situation.day)
    case .crossOff: word = .confirmCrossOff
    case .supervise: word = .confirmSupervise
    case .release: word = .confirmRelease
    default: break
    }
    return words.forms(word, ["task": wish.task, "who": who, "date": until, "unit": unit])
  }

  // MARK: Back

  /// `<`: sends a task back that is handed in or in notice, or opens one again that is crossed off.
  mutating func stepBack() -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index]
    if let lack = lacksStepBack {
      said = Said(text: alone(lack), isError: true, above: procedureSentence(of: index))
      return [.bell]
    }
    guard situation.status.tasks[index].record.stage == .crossedOff else {
      ask(
        .sendBack(task: task.id),
        words(.promptReturn, ["task": task.id, "unit": shortName(ofUnit: task.unit)]),
        known: known(.stage, of: task.id))
      return []
    }
    let items = [(false, Word.reopenRebound), (true, .reopenFalse)].enumerated().map {
      Menu.Item(
        text: words($1.1), digit: $0 + 1, choice: .reopen(task: task.id, isFalse: $1.0))
    }
    mode = .menu(Menu(question: words(.promptReopen, ["task": task.id]), items: items))
    return []
  }

  mutating func askReason(ofReopening task: String, isFalse: Bool) -> [Effect] {
    ask(
      .reopening(task: task, isFalse: isFalse),
      words(isFalse ? .promptReopenFalse : .promptReopenRebound, ["task": task]),
      known: known(.stage, of: task))
    return []
  }

  /// Enter behind a reason.
  mutating func answer(
    backBecause reason: String, _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    guard !reason.isEmpty else { return askAgain(prompt, words(.promptNeedsReason)) }
    guard let task = prompt.purpose.task else { return [] }
    let fact: Fact =
      if case .reopening(_, let isFalse) = prompt.purpose {
        .reopen(reason: reason, isFalse: isFalse)
      } else { .return(reason: reason) }
    return write { state throws(Refusal) in
      try state.situation.step(task, fact, by: state.setting.author, stamp)
    }
  }

  // MARK: Supervision

  /// `i`: puts a task under supervision, or releases it.
  mutating func toggleSupervision(_ key: Key) -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let wish = supervision(of: index)
    return confirm(wish, needsUnit: wish.fact == .release, key)
  }

  private func supervision(of index: Int) -> Wish {
    let isSupervised = situation.status.tasks[index].record.isSupervised
    return Wish(
      task: situation.chart.tasks[index].id, fact: isSupervised ? .release : .supervise)
  }

  // MARK: What is missing

  /// A step that can follow on where the task stands. Who acts for no unit is asked for one, so
  /// that alone bars nothing.
  var lacksNextStep: String? {
    guard let index = selectedTask else { return lacksTask }
    let task = situation.chart.tasks[index]
    guard nextStep(of: index) != nil else {
      return words(.saidProcedureEnds, ["task": task.id])
    }
    return stepRefusal(of: index).flatMap { error in
      switch error {
      case .needsUnit: nil
      case .verifierIsResponsible(let id, let unit):
        words(.saidOtherVerifies, ["task": id, "unit": shortName(ofUnit: unit)])
      case .verifierSubmitted(let id, let unit):
        words(.saidOtherThanSubmitted, ["task": id, "unit": shortName(ofUnit: unit)])
      default: stepSentence(for: error, of: task.id)
      }
    }
  }

  /// Why the next step is refused as things stand, were one to act for some unit.
  func stepRefusal(of index: Int) -> Refusal? {
    guard let step = nextStep(of: index) else { return nil }
    let task = situation.chart.tasks[index]
    let submitter = situation.stageEntries(of: index)[.submitted]?.unit
    let other = situation.chart.units.first { $0.id != task.unit && $0.id != submitter }?.id
    let author = Author(name: setting.author.name, unit: unitActing ?? other ?? task.unit)
    return refusal(of: step, task.id, by: author)
  }

  /// Why something would be refused as things stand.
  func refusal(of fact: Fact, _ task: String, by author: Author) -> Refusal? {
    do throws(Refusal) {
      _ = try situation.step(task, fact, by: author, .draft)
      return nil
    } catch {
      return error
    }
  }

  /// A task that can be put under supervision, or released.
  var lacksSupervisable: String? {
    guard let index = selectedTask else { return lacksTask }
    let wish = supervision(of: index)
    // Who acts for no unit is asked for one.
    let refusal = refusal(of: wish.fact, wish.task, by: setting.author)
    return refusal == .needsUnit ? nil : refusal.map { words($0) }
  }

  /// A task that is handed in or further.
  var lacksStepBack: String? {
    guard let index = selectedTask else { return lacksTask }
    let stage = situation.status.tasks[index].record.stage
    guard !stage.isClosed else { return nil }
    return words(
      .saidNothingToReturn,
      ["task": situation.chart.tasks[index].id, "stage": words.name(of: stage)])
  }
}

extension State.Wish {
  /// What it decides.
  fileprivate var slot: TaskRecord.Slot {
    switch fact {
    case .supervise, .release: .supervision
    default: .stage
    }
  }
}
