extension Chart {
  /// What the events of its calendars are named after: its id, or what its title gives where a plan
  /// has none, as those did that were made before there were ids.
  package var key: String {
    if let id { return id }
    let title = title.translations.first?.words ?? ""
    return String(HashChain.sha256(Array(title.utf8)).prefix(16))
  }

  /// Gives a plan without an id one that stays when the title is corrected: the key it had. So
  /// calendars that were given out go on with it, and two offices that do this apart come to the
  /// same.
  package mutating func settleID() { id = key }
}
