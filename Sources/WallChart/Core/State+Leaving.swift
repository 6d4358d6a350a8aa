import WallChartStore
import WallChartWords

// One step back, and out of the program.
extension State {
  /// Esc: one step back, from a view to the one below it, at the chart to all tasks. True when
  /// there was nothing to go back from.
  @discardableResult
  mutating func goBack() -> Bool {
    if onTop == .meeting {
      leaveRollCall()
    } else if views.count > 1 {
      views.removeLast()
      scrollToSelection()
    } else if isChoosing {
      chosenFrom = nil
    } else if backToRanking() {
      return false
    } else if !showing.filter.isEmpty {
      show(filter: Filter())
    } else if showing.onlyBattle != nil {
      show(battle: nil)
    } else if lens != nil {
      lookNoMore()
    } else {
      return true
    }
    return false
  }

  /// Ends when everything is on disk. With entries that could not be saved, only the second time.
  mutating func leave(code: Int32, waits: Bool = false) -> [Effect] {
    if !failed.isEmpty, leaving == nil, !waits {
      leaving = code
      said = Said(text: words(.saidUnsavedQuit, ["n": "\(failed.count)"]), isError: true)
      return [.bell]
    }
    if leaving != nil, !failed.isEmpty { return [.exit(code: 74)] }
    leaving = code
    said = Said(text: words(.saidStillSaving))
    return leaveIfDone()
  }

  func leaveIfDone() -> [Effect] {
    guard let leaving, unsaved.count == failed.count, editing.isEmpty,
      handedIn.isEmpty, papersDue.isEmpty
    else { return [] }
    // What could not be saved is no success, however the program was ended.
    return [.exit(code: failed.isEmpty ? leaving : 74)]
  }
}
