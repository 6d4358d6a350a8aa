import WallChartStore

extension PartialDate {
  /// Reads digits with hyphens, slashes or dots between them: 2020-10-31, 2020.10.31, 2020/10,
  /// 20201031. Nil when they are no day; which of two is the day is not guessed.
  init?(
    numbers scalars: some Sequence<Unicode.Scalar>, order: DateOrder?
  ) throws(DatePhrase.Doubt) {
    var scanner = PhraseScanner(scalars)
    var groups: [(number: Int, count: Int)] = []
    var separator: String?
    while true {
      guard let group = scanner.digits() else { return nil }
      groups.append(group)
      if scanner.isAtEnd { break }
      guard let sign = scanner.take("-", "/", "."), sign == separator ?? sign, groups.count < 3
      else { return nil }
      separator = sign
    }
    let numbers = groups.map(\.number)
    let counts = groups.map(\.count)
    let isSmall = counts.map { $0 <= 2 }
    switch groups.count {
    case 1 where counts == [8]:
      let (year, rest) = numbers[0].quotientAndRemainder(dividingBy: 10_000)
      self.init(year: year, month: rest / 100, part: .day(rest % 100))
    case 1 where counts == [5]:
      guard let day = order?.day(ofSerial: numbers[0]) else { throw .serial }
      self.init(day)
    case 2 where counts[0] == 4 && isSmall[1]:
      guard !Self.mayLackNought(groups[1], separator) else { return nil }
      self.init(year: numbers[0], month: numbers[1], part: .end)
    case 2 where isSmall == [true, true]:
      guard !Self.mayLackNought(groups[1], separator) else { return nil }
      switch order {
      // Only one of the two can be a month; 10-31 may be two of something else.
      case nil where separator != "-" && numbers[0] <= 12 && (13...31).contains(numbers[1]):
        self.init(year: nil, month: numbers[0], part: .day(numbers[1]))
      case .ymd, .mdy: self.init(year: nil, month: numbers[0], part: .day(numbers[1]))
      case .dmy: self.init(year: nil, month: numbers[1], part: .day(numbers[0]))
      default: throw .order
      }
    case 3 where counts[0] == 4 && isSmall[1] && isSmall[2]:
      self.init(year: numbers[0], month: numbers[1], part: .day(numbers[2]))
    case 3 where isSmall[0] && isSmall[1] && counts[2] == 4:
      switch order {
      case nil where numbers[0] <= 12 && (13...31).contains(numbers[1]):
        self.init(year: numbers[2], month: numbers[0], part: .day(numbers[1]))
      case nil where numbers[1] <= 12 && (13...31).contains(numbers[0]):
        self.init(year: numbers[2], month: numbers[1], part: .day(numbers[0]))
      case .dmy: self.init(year: numbers[2], month: numbers[1], part: .day(numbers[0]))
      case .mdy: self.init(year: numbers[2], month: numbers[0], part: .day(numbers[1]))
      default: throw .order
      }
    case 3 where isSmall == [true, true, true]: throw .shortYear
    default: return nil
    }
  }

  /// Whether a nought may be lost: 6.30 and 2020.10 become 6.3 and 2020.1 where they are taken for
  /// numbers.
  private static func mayLackNought(
    _ last: (number: Int, count: Int), _ separator: String?
  ) -> Bool {
    separator == "." && last.count == 1 && last.number <= 3
  }
}
