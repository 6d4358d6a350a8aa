/// A word of a found problem's line that is its title's, as long as nothing else claims it.
struct TitleWord: Equatable {
  var text: String
  /// Among the pieces of the line.
  var place: Int
}

extension [TitleWord] {
  /// Drops what belongs to a day that was found at these places: `by`, a name of a weekday.
  mutating func dropAround(_ places: Range<Int>) {
    removeAll { word in
      let plain = PlanNames.plain(word.text)
      let isBefore = word.place == places.lowerBound - 1
      return isBefore && TypedWords.leads(toLimit: plain)
        || (isBefore || word.place == places.upperBound) && TypedWords.isWeekday(plain)
    }
  }

  /// Refuses `high` where nothing of the title follows it: its sign may have been forgotten.
  func refuseBareRisk() throws(FoundProblem.Fault) {
    let places = Set(map(\.place))
    let bare = first { PlanNames.risk($0.text) != nil && !places.contains($0.place + 1) }
    if let bare { throw .bareRisk(bare.text) }
  }
}
