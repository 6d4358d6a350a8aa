import WallChartStore

/// A value that lists write in words: the ones of the plan's own file, or those of the office.
protocol ListWord: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
  static var listWords: ListWords<Self> { get }
}

/// Chinese words, in their plainest form; the first one of each value is offered.
struct ListWords<Value: Hashable & Sendable>: Sendable {
  let values: [String: Value]
  let offered: [String]
  private let words: [Value: [String]]

  init(_ lines: KeyValuePairs<Value, String>) {
    var values: [String: Value] = [:]
    var offered: [String] = []
    var words: [Value: [String]] = [:]
    for (value, line) in lines {
      let all = line.split(separator: " ").map(String.init)
      for word in all { values[word] = value }
      offered += all.prefix(1)
      words[value] = all.sorted { $0.count > $1.count }
    }
    self.values = values
    self.offered = offered
    self.words = words
  }

  /// The words of a value, the longer ones first: 立即整改 begins with 立即.
  func words(for value: Value) -> [String] { words[value] ?? [] }
}

extension ListWord {
  /// The value a word of a list stands for.
  init?(listWord text: String) {
    let words = Self.listWords.values
    // Nearly all are written plainly.
    if let value = Self(rawValue: text) ?? words[text] {
      self = value
      return
    }
    let plain = HeaderText.plain(text)
    let value = words[plain] ?? Self.allCases.first { HeaderText.plain($0.rawValue) == plain }
    guard let value else { return nil }
    self = value
  }

  /// The words that would do, in the language of the one that does not.
  static func allowed(insteadOf text: String) -> [String] {
    let isEnglish = text.utf8.allSatisfy { $0 < 0x80 }
    return isEnglish ? allCases.map(\.rawValue) : listWords.offered
  }
}

extension Chart.Risk: ListWord {
  static let listWords = ListWords<Chart.Risk>(
    [.high: "高 高风险 高等级", .medium: "中 中风险 中等 中等级", .low: "低 低风险 低等级"]
  )
}

extension Chart.Rhythm: ListWord {
  static let listWords = ListWords<Chart.Rhythm>(
    [
      .daily: "日调度 每日调度 每日 每天 日 每日一次 一日一调度 每天调度",
      .weekly: "周调度 每周调度 每周 周 每周一次 一周一调度",
      .monthly: "月调度 每月调度 每月 月 每月一次 一月一调度",
    ]
  )
}

/// Where a list gives the limit in words, ``DatePhrase`` reads these, too.
extension Chart.Task.Term: ListWord {
  static let listWords = ListWords<Chart.Task.Term>(
    [
      .dated: "限期 限期整改 限时 限时整改",
      .atOnce: "立行立改 立即整改 立即 立知立改 即知即改 立查立改 即行即改",
      .standing:
        "长期坚持 长期 长期推进 长期整改 长期保持 持续推进 持续 持续整改 持续坚持 常态化 常态化推进 常年坚持",
    ]
  )
}

extension TaskRow.State: ListWord {
  static let listWords = ListWords<TaskRow.State>(
    [
      .notStarted: "未启动 未开始 尚未启动 未开工", .rectifying: "整改中 正在整改 进行中 推进中",
      .submitted: "待验收 已报送 已申请验收 申请验收", .notice: "公示中 公示 正在公示", .crossedOff: "已销号 销号 完成销号",
    ]
  )
}

extension Chart.Unit.Kind: ListWord {
  static let listWords = ListWords<Chart.Unit.Kind>(
    [
      .district: "区市县 区县 县区 区县市 县市区 属地", .bureau: "部门 市直部门 委办局 市级部门", .joint: "联合 共同 多单位 多个单位",
    ]
  )
}
