extension DatePhrase {
  /// Reads English words for a day, in lower case: end of October, 31 Oct 2020, mid-October, Q3.
  /// Nil when they say nothing that is clear.
  init?(english scalars: some Sequence<Unicode.Scalar>) throws(DatePhrase.Doubt) {
    guard var tokens = EnglishToken.all(in: scalars) else { return nil }
    let leads = [["no", "later", "than"], ["not", "later", "than"], ["by"], ["until"], ["till"]]
    for lead in leads {
      let words = lead.map { EnglishToken.word($0) }
      guard tokens.starts(with: words) else { continue }
      tokens.removeFirst(words.count)
      break
    }
    tokens.removeAll { [.word("the"), .word("of"), .word("in")].contains($0) }
    var endures = false
    for words in Self.standingEnglish where tokens.reversed().starts(with: words.reversed()) {
      tokens.removeLast(words.count)
      if tokens.last == .word("and") { tokens.removeLast() }
      endures = true
      break
    }
    if endures, tokens.isEmpty {
      self = .standing
      return
    }
    for words: [EnglishToken] in [
      [.word("at"), .word("once")], [.word("immediately")], [.word("immediate")],
    ] where tokens.starts(with: words) {
      tokens.removeFirst(words.count)
      if tokens.first == .word("by") { tokens.removeFirst() }
      if tokens.isEmpty {
        self = endures ? .atOnceForGood : .atOnce(nil)
        return
      }
      guard let date = try PartialDate(english: tokens[...]) else { return nil }
      self = .atOnce(date)
      return
    }
    if tokens.first == .word("from") || tokens.first == .word("since") {
      guard try PartialDate(english: tokens.dropFirst()) != nil else { return nil }
      self = .standing
      return
    }
    guard let date = try PartialDate(english: tokens[...]) else { return nil }
    self = .date(date)
  }

  /// The longer ones first.
  private static let standingEnglish: [[EnglishToken]] = [
    [.word("standing"), .word("duty")],
    [.word("ongoing")], [.word("standing")], [.word("continuous")], [.word("continuously")],
    [.word("permanent")], [.word("permanently")], [.word("long"), .word("term")],
    [.word("long"), .hyphen, .word("term")],
  ]
}

extension PartialDate {
  fileprivate init?(english all: ArraySlice<EnglishToken>) throws(DatePhrase.Doubt) {
    var tokens = all
    func take(_ words: String...) -> String? {
      guard case .word(let word)? = tokens.first, words.contains(word) else { return nil }
      tokens.removeFirst()
      return word
    }
    func year() -> Int? {
      guard case .number(let number, let count)? = tokens.first, count == 4 else { return nil }
      tokens.removeFirst()
      return number
    }
    func day() -> Int? {
      guard case .number(let number, let count)? = tokens.first, count <= 2 else { return nil }
      tokens.removeFirst()
      return number
    }
    func month() -> (number: Int, isFull: Bool)? {
      guard case .word(let word)? = tokens.first, let month = EnglishMonth.named(word) else {
        return nil
      }
      tokens.removeFirst()
      return month
    }
    let isHyphened = tokens.contains(.hyphen)
    tokens = tokens.filter { $0 != .hyphen }[...]
    let firstYear = year()
    let start = take("end", "late", "early", "mid", "middle")
    let part: Part? =
      switch start {
      case "end", "late": .end
      case "early": .early
      case nil: nil
      default: .middle
      }
    let firstDay = part == nil && firstYear == nil ? day() : nil
    if let month = month() {
      self.init(year: firstYear, month: month.number, part: part ?? .end)
      if let firstDay {
        self.part = .day(firstDay)
      } else if part == nil, case .number(_, let count)? = tokens.first, count <= 2 {
        // Oct-20 is how Excel writes October 2020.
        let isClear =
          tokens.count > 1 || count == 1 || firstYear != nil || (month.isFull && !isHyphened)
        guard isClear, let day = day() else { throw .shortYear }
        self.part = .day(day)
      }
    } else if firstDay == nil, start == nil || start == "end" {
      let ordinals = ["first", "second", "third", "fourth"]
      let ordinal = take("first", "second", "third", "fourth").flatMap {
        ordinals.firstIndex(of: $0)
      }
      if let ordinal, take("quarter") != nil {
        self = .end(ofQuarter: ordinal + 1, firstYear)
      } else if let ordinal, ordinal < 2, take("half") != nil {
        self = .end(ofHalf: ordinal + 1, firstYear)
      } else if ordinal == nil, take("q") != nil, let quarter = day(), (1...4).contains(quarter) {
        self = .end(ofQuarter: quarter, firstYear)
      } else if ordinal == nil, take("h") != nil, let half = day(), (1...2).contains(half) {
        self = .end(ofHalf: half, firstYear)
      } else if ordinal == nil, start != nil || take("within") != nil, take("year") != nil {
        self = .endOfYear(firstYear)
      } else if ordinal == nil, start == nil, take("year") != nil, take("end") != nil {
        self = .endOfYear(firstYear)
      } else if ordinal == nil, start != nil, case .number(_, 4)? = tokens.first {
        self = .endOfYear(firstYear)
      } else {
        return nil
      }
    } else {
      return nil
    }
    if self.year == nil { self.year = year() }
    if case .number(_, 2)? = tokens.first { throw .shortYear }
    guard tokens.isEmpty else { return nil }
  }
}

/// A word, number or hyphen of an English phrase.
private enum EnglishToken: Hashable {
  case word(String)
  case number(Int, digits: Int)
  case hyphen

  /// Nil when there are other signs than letters, digits, spaces, commas, hyphens, dots.
  static func all(in scalars: some Sequence<Unicode.Scalar>) -> [EnglishToken]? {
    var scanner = PhraseScanner(scalars)
    var tokens: [EnglishToken] = []
    while let first = scanner.rest.first {
      if let (number, count) = scanner.digits() {
        tokens.append(.number(number, digits: count))
        _ = scanner.take("st", "nd", "rd", "th")
      } else if ("a"..."z").contains(first) {
        var word = ""
        while let letter = scanner.rest.first, ("a"..."z").contains(letter) {
          word.unicodeScalars.append(letter)
          _ = scanner.take(String(letter))
        }
        tokens.append(.word(word))
      } else if scanner.take("-") != nil {
        tokens.append(.hyphen)
      } else if scanner.take(" ", ",", ".") == nil {
        return nil
      }
    }
    return tokens
  }
}
