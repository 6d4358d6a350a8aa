import WallChartStore
import WallChartWords

/// Where the tasks stand at present, by their places in the plan: as much of it as another day is held
/// against.
struct PresentStandings: Sendable {
  let day: Day
  /// Nil of a task that is not on the chart.
  let tasks: [Standing?]

  init(_ status: ChartStatus) {
    day = status.day
    tasks = status.grounds.indices.map(status.standingOnChart)
  }
}

extension ChartStatus {
  /// Nil of a task that is not on the chart.
  fileprivate func standingOnChart(_ task: Int) -> Standing? {
    isOnChart(task) ? standing(of: task) : nil
  }
}

/// How the day that is looked at differs from the present one. Tasks by their places in the plan.
struct Contrast: Sendable {
  /// How all of it stands at present.
  let present: PresentStandings
  /// Red on that day, and not at present.
  private(set) var red: [Int] = []
  /// Red at present, and not on that day.
  private(set) var notRed: [Int] = []
  /// Yellow on that day, and neither red nor yellow at present.
  private(set) var yellow: [Int] = []
  /// Whether a task is one of these, to be marked.
  private(set) var isMarked: [Bool]
  /// How many of the tasks shown are red and yellow at present.
  private(set) var presentCounts: [Standing: Int] = [:]

  init(of situation: Situation, with present: PresentStandings) {
    self.present = present
    let status = situation.status
    isMarked = Array(repeating: false, count: status.grounds.count)
    for index in isMarked.indices {
      switch (status.standingOnChart(index), present.tasks[index]) {
      case (.red, .red), (.yellow, .yellow): continue
      case (.red, _): red.append(index)
      case (_, .red): notRed.append(index)
      case (.yellow, _): yellow.append(index)
      default: continue
      }
      isMarked[index] = true
    }
  }

  /// Counts the red and yellow ones of some tasks at present.
  mutating func countPresent(where isCounted: (Int) -> Bool) {
    let tasks = present.tasks
    for standing in [Standing.red, .yellow] {
      presentCounts[standing] = tasks.indices.count { tasks[$0] == standing && isCounted($0) }
    }
  }
}

extension State {
  /// Holds the day that is looked at against the present one.
  mutating func contrast(with present: PresentStandings) {
    contrast = Contrast(of: situation, with: present)
    countContrast()
  }

  /// Counts how the tasks shown stand at present: the head says so at every look.
  mutating func countContrast() {
    let (isWhole, isShown) = (showing.isWhole, isShown)
    contrast?.countPresent { isWhole || isShown[$0] }
  }

  /// What the day that is looked at changes: `By 7 Aug, if nothing happens: 2 more red (BS-13,
  /// BS-14), 5 more yellow`. Ids are left out whole, and counted, until it fits.
  func contrastSentence(width: Int) -> String? {
    guard let contrast else { return nil }
    let isAhead = situation.day > writingDay
    let date = words.shortDate(situation.day, today: writingDay)
    let leads: [Word?] = isAhead ? [.lookAhead, .lookAheadShort] : [.lookBack, nil]
    var parts: [(word: Word, tasks: [Int])] =
      isAhead
      ? [(.lookMoreRed, contrast.red), (.lookMoreYellow, contrast.yellow)]
      : [(.lookNotRed, contrast.notRed), (.lookStillRed, contrast.red)]
    parts.removeAll { $0.tasks.isEmpty }
    func sentence(_ lead: Word?, _ parts: [(word: Word, tasks: [Int])], ids: Int) -> String {
      let texts = parts.enumerated().map { place, part in
        words(part.word, ["n": "\(part.tasks.count)"])
          + (place == 0 || !isAhead ? idList(part.tasks, atMost: ids) : "")
      }
      let what = parts.isEmpty ? words(.lookSame) : texts.joined(separator: words(.listComma))
      return (lead.map { words($0, ["date": date]) } ?? "") + what
    }
    func fitting(_ leads: [Word?], _ parts: [(word: Word, tasks: [Int])], ids: Int) -> String? {
      leads.lazy.map { sentence($0, parts, ids: ids) }.first { CellWidth.columns(of: $0) <= width }
    }
    let most = parts.map { idCount($0.tasks, within: width) }.max() ?? 0
    func withIDs(_ leads: [Word?], _ parts: [(word: Word, tasks: [Int])]) -> String? {
      // Rather one more id than the longer lead.
      (1..<most + 1).reversed().lazy.compactMap { fitting(leads, parts, ids: $0) }.first
    }
    let first = Array(parts.prefix(1))
    // The head shows the day too, and how many more are yellow: both go before the ids do.
    return withIDs(leads, parts) ?? withIDs(leads, first) ?? fitting(leads, parts, ids: 0)
      ?? fitting(leads, first, ids: 0) ?? withIDs([nil], first) ?? sentence(nil, first, ids: 0)
  }

  /// How many ids have room in so many columns, with what stands between them.
  private func idCount(_ tasks: [Int], within width: Int) -> Int {
    let gap = CellWidth.columns(of: words(.listComma))
    var end = -gap
    return tasks.prefix { task in
      end += gap + CellWidth.columns(of: situation.chart.tasks[task].id)
      return end <= width
    }.count
  }

  /// ` (BS-04, CW-02, +2)`: so many ids, and how many more there are.
  private func idList(_ tasks: [Int], atMost count: Int) -> String {
    guard count > 0 else { return "" }
    var ids = tasks.prefix(count).map { situation.chart.tasks[$0].id }
    if tasks.count > count { ids.append("+\(tasks.count - count)") }
    return words(.lookTasks, ["ids": ids.joined(separator: words(.listComma))])
  }
}
