import WallChartStore

extension DatePhrase {
  /// Reads Chinese words for a day, without spaces: 10月底前, 2020年上半年, 立行立改. Nil when they
  /// say nothing that is clear.
  init?(
    chinese scalars: some Sequence<Unicode.Scalar>, order: DateOrder?
  ) throws(DatePhrase.Doubt) {
    var scanner = PhraseScanner(scalars)
    var endures = false
    while scanner.takeLast(Self.standingWords) != nil {
      endures = true
      if scanner.isAtEnd {
        self = .standing
        return
      }
      // The limit before it holds, and the words are kept: 2020年底前,长期坚持.
      let isParted = scanner.takeLast("并", "且", "后") != nil
      guard scanner.takeLast(",", ";") != nil || isParted || scanner.rest.last == "起" else {
        return nil
      }
    }
    if scanner.take(Self.wordsForAtOnce) != nil {
      if scanner.isAtEnd {
        self = endures ? .atOnceForGood : .atOnce(nil)
        return
      }
      // With its day: 立行立改,10月底前.
      guard scanner.take(",", "、", ";", ":", "(") != nil else { return nil }
      _ = scanner.takeLast(")")
      guard let date = try PartialDate(chinese: &scanner, order: order) else { return nil }
      self = .atOnce(date)
      return
    }
    if scanner.takeLast("起", "开始") != nil {
      _ = scanner.take("自", "从")
      guard try PartialDate(chinese: &scanner, order: order) != nil else { return nil }
      self = .standing
      return
    }
    guard let date = try PartialDate(chinese: &scanner, order: order) else { return nil }
    self = .date(date)
  }

  private static let standingWords = Chart.Task.Term.listWords.words(for: .standing)
  private static let wordsForAtOnce = Chart.Task.Term.listWords.words(for: .atOnce)
}

extension PartialDate {
  /// Reads all that is left. Nil when it says nothing that is clear: 10月前 may end with September
  /// or with October.
  init?(
    chinese scanner: inout PhraseScanner, order: DateOrder?
  ) throws(DatePhrase.Doubt) {
    _ = scanner.take("截至", "截止", "于", "在", "到", "至")
    _ = scanner.takeLast("完成整改任务", "完成整改", "整改完成", "整改到位", "完成", "办结")
    let isBefore = scanner.takeLast("之前", "以前", "前") != nil
    if scanner.rest.allSatisfy({ $0.isASCII }) {
      guard let date = try PartialDate(numbers: scanner.rest, order: order) else { return nil }
      self = date
      return
    }
    let year = try scanner.takeYear()
    var hasEnd = true
    if let half = scanner.take("上半年", "下半年") {
      hasEnd = scanner.take("底", "末") != nil
      if !hasEnd { _ = scanner.take("以内", "内") }
      self = .end(ofHalf: half == "上半年" ? 1 : 2, year)
    } else if let quarter = scanner.takeQuarter() {
      hasEnd = scanner.take("底", "末") != nil
      if !hasEnd { _ = scanner.take("以内", "内") }
      self = .end(ofQuarter: quarter, year)
    } else if let month = scanner.takeMonth() {
      self.init(year: year, month: month, part: .end)
      if scanner.take("底", "末", "下旬") != nil {
        part = .end
      } else if scanner.take("初", "上旬") != nil {
        part = .early
      } else if scanner.take("中旬") != nil {
        part = .middle
      } else if let day = scanner.number() {
        part = .day(day)
        _ = scanner.take("日", "号")
      } else {
        hasEnd = false
        _ = scanner.take("份")
        if scanner.take("底", "末") != nil {
          hasEnd = true
        } else {
          _ = scanner.take("以内", "内")
        }
      }
    } else if let word = scanner.takeEndOfYear(isNamed: year != nil) {
      hasEnd = word != "内"
      self = .endOfYear(year)
    } else if year != nil, scanner.isAtEnd {
      hasEnd = false
      self = .endOfYear(year)
    } else {
      return nil
    }
    guard scanner.isAtEnd else { return nil }
    guard hasEnd || !isBefore else { throw .beginning }
  }
}

extension PhraseScanner {
  /// 2020年, 2020年度, or 2020 before 上半年; one of two digits is refused.
  fileprivate mutating func takeYear() throws(DatePhrase.Doubt) -> Int? {
    let start = self
    if let year = year() {
      guard take("年度", "年") != nil || !isAtEnd else {
        self = start
        return nil
      }
      return year
    }
    if let (_, count) = digits(), count < 4, take("年") != nil {
      throw .shortYear
    }
    self = start
    return nil
  }

  /// 10月, 十月.
  fileprivate mutating func takeMonth() -> Int? {
    let start = self
    if let month = number(), take("月") != nil { return month }
    self = start
    return nil
  }

  /// 第三季度, 3季度, Q3.
  fileprivate mutating func takeQuarter() -> Int? {
    let start = self
    let isLatin = take("q") != nil
    if !isLatin { _ = take("第") }
    if let quarter = number(), (1...4).contains(quarter), isLatin || take("季度", "季") != nil {
      return quarter
    }
    self = start
    return nil
  }

  /// 年底; behind a year, 底. Answers what kind of end it is.
  fileprivate mutating func takeEndOfYear(isNamed: Bool) -> String? {
    let start = self
    // 2020年年底 says it twice.
    if take("年度", "年") == nil, !isNamed { return nil }
    if let word = take("底", "末", "终") { return word }
    if take("以内", "内") != nil { return "内" }
    self = start
    return nil
  }
}
