// What members of a fact mean, whoever wrote them.
extension Fact.Report {
  /// The next step, where it says one: blanks promise nothing.
  package var promise: String? { Entry.saysAnything([next]) ? next : nil }
}

extension Fact.Meeting {
  /// The numbers a bulletin can have. Others, which only another program can write, count for nothing:
  /// the next number is one more than the highest.
  static let bulletinNumbers = 1...999_999

  /// The number of the bulletin that was issued.
  package var issued: Int? { badNumber == nil ? bulletin : nil }

  /// What is wrong with the number of its bulletin.
  var badNumber: Refusal? {
    guard let bulletin, !Self.bulletinNumbers.contains(bulletin) else { return nil }
    return .badBulletinNumber(bulletin)
  }
}
