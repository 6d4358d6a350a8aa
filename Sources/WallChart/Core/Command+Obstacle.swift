import WallChartStore
import WallChartWords

extension Command {
  /// Why the command cannot run now with this key, in a sentence; nil when it can. Both the key and
  /// the list of commands say it; about to run, the command itself may.
  func obstacle(in state: State, by key: Key, isRunning: Bool = false) -> String? {
    let words = state.words
    if !places.contains(state.onTop.place) { return words(.saidElsewhere) }
    if writes {
      if let lost = state.lost, !state.isLooking { return words(.saidTaskGone, ["task": lost]) }
      if state.setting.isReadOnly { return words(.cliReadOnly) }
      if state.isLooking { return words(.saidLooking) }
      if state.isChoosing, !keepsChoice { return words(.saidChosenOnlyMark) }
    }
    return isRunning && saysNeed ? nil : need(state, key)
  }
}

// What commands need, each answered with why it is missing, or nil.
extension State {
  /// A task that is selected.
  var lacksTask: String? {
    guard selectedTask == nil else { return nil }
    if onTop.place == .lookBack { return words(.lookBackNone) }
    if onTop.place == .meeting { return words(.saidMeetingNoTask) }
    if selectedGroup != nil { return words(.saidFolded) }
    return words(situation.status.total.tasks == 0 ? .saidNoTasks : .saidFilterEmpty)
  }

  /// A selected task that marks and reports may still change.
  var lacksOpenTask: String? {
    guard let selectedTask else { return lacksTask }
    let stage = situation.status.tasks[selectedTask].record.stage
    let id = situation.chart.tasks[selectedTask].id
    return stage.isClosed ? words(Refusal.closed(task: id, stage: stage)) : nil
  }

  /// A selected node of such a task; of several that are chosen, those that can be are marked.
  var lacksNode: String? {
    if isChoosing { return nil }
    guard let selectedTask, node == nil else { return lacksOpenTask }
    return words(.saidNoNode, ["task": situation.chart.tasks[selectedTask].id])
  }

  /// A task or unit that Enter opens.
  var lacksOpenable: String? {
    switch onTop {
    case .ranking: ranking.isEmpty ? words(.saidNoTasks) : nil
    case .lookBack: lacksTask
    default: selectedGroup == nil ? lacksTask : nil
    }
  }

  /// An own step to take back.
  var lacksStep: String? {
    if let lacksSavedEvidence { return lacksSavedEvidence }
    return refusal { state throws(Refusal) in
      _ = try state.situation.undoLastStep(
        by: state.ownWriters, as: state.setting.author, .draft)
    }
  }

  /// An own step to bring back.
  var lacksUndoneStep: String? {
    refusal { state throws(Refusal) in
      _ = try state.situation.redoLastStep(
        by: state.ownWriters, as: state.setting.author, .draft)
    }
  }

  /// What a draft that is thrown away is refused with.
  private func refusal(_ draft: (State) throws(Refusal) -> Void) -> String? {
    do throws(Refusal) {
      try draft(self)
      return nil
    } catch {
      return words(error)
    }
  }

  var lacksSearch: String? { search == nil ? words(.saidNoSearch) : nil }

  var lacksFilter: String? { showing.isWhole ? words(.saidNoFilter) : nil }

  var lacksOnlyBattle: String? { showing.onlyBattle == nil ? words(.saidAllBattles) : nil }

  /// A battle with the number of the key.
  func lacksBattle(of key: Key) -> String? {
    guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return nil }
    let count = situation.chart.battles.count
    return number > count ? words(.saidNoBattle, ["n": "\(count)"]) : nil
  }

  /// Rows for details below the chart.
  var lacksDetailRoom: String? {
    layout.hasRoomForDetails ? nil : words(.saidNoDetailRoom)
  }

  /// Groups of tasks under heads.
  var lacksGroups: String? { rows.hasHeads ? nil : words(.saidNoGroups) }

  /// Columns that are so many steps longer.
  func lacksZoom(_ step: Int) -> String? {
    guard case .calendar(let zoom) = axis else { return words(.saidNoZoom) }
    return zoom.next(step) == nil ? words(.saidZoomEnd) : nil
  }

  /// Another day that is looked at.
  var lacksLens: String? {
    // Among the news it leads back to the last meeting.
    if onTop.place == .since { return sinceDay == nil ? sinceTitle : nil }
    return lens == nil ? words(.saidPresentDay) : nil
  }
}

extension Stamp {
  /// For an entry that is drafted to see whether it could be, and written nowhere.
  static let draft = Stamp(
    id: EntryID(high: 0, low: 0), at: Moment(milliseconds: 0, offset: 0))
}
