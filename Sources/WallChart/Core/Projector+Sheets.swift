import WallChartStore

extension Projector {
  /// A page, and which lines of its topic stand on it.
  struct Sheet: Equatable, Sendable {
    var page = Page()
    /// Pages of the topic.
    var parts = 1
    /// Lines of the topic, on this page and the others.
    var total = 0
    /// Those of them that stand on a page; of a battle, only the worst.
    var shown = 0
    /// Whether the days stand in big digits.
    var isBig = false
    /// From the start of a line to that of the next.
    var rowsPerLine = 0

    /// Which lines stand on this page: evenly, so that no page is left with a single one.
    var range: Range<Int> { page.part * shown / parts..<(page.part + 1) * shown / parts }
  }

  /// All pages, topic by topic, in the order of a meeting; never empty.
  struct Sheets: RandomAccessCollection, Equatable, Sendable {
    /// The first page of each topic, and how many pages stand before it.
    private var topics = [Sheet()]
    private var starts = [0]
    private(set) var endIndex = 1
    let startIndex = 0

    /// Adds the pages of a topic by its first one.
    mutating func append(_ first: Sheet) {
      topics.append(first)
      starts.append(endIndex)
      endIndex += first.parts
    }

    subscript(place: Int) -> Sheet {
      let topic = starts.partitioningIndex { $0 > place } - 1
      var sheet = topics[topic]
      sheet.page.part = place - starts[topic]
      return sheet
    }

    /// The first page of each topic.
    var firstPages: [Page] { topics.map(\.page) }

    /// The place of a page. Where its part is gone, the topic's last; where the topic is gone, the
    /// first page.
    func place(of page: Page) -> Int {
      guard let topic = topics.firstIndex(where: { $0.page.topic == page.topic }) else { return 0 }
      return starts[topic] + Swift.min(page.part, topics[topic].parts - 1)
    }
  }
}

extension State {
  /// The pages; while marks may be made on them, as they were when that began.
  var sheets: Projector.Sheets { projector.armed?.pages.sheets ?? freshSheets }

  /// The pages as they now are.
  var freshSheets: Projector.Sheets {
    if let known = kept.sheets, known.look == sheetsLook { return known.value }
    return madeSheets
  }

  /// Keeps the pages: they are asked for several times at every key.
  mutating func catchUpSheets() {
    // Those on which marks are made stay as they were.
    guard onTop == .projector, projector.armed == nil else { return }
    let look = sheetsLook
    if kept.sheets?.look != look { kept.sheets = (look, madeSheets) }
  }

  private var sheetsLook: Projector.SheetsLook {
    Projector.SheetsLook(
      tasks: projectorTasksLook, changes: changed.count, news: newsRevision, size: size)
  }

  /// The pages in the order of a meeting: totals, battle by battle, laggards, the units, coming
  /// nodes, what changed.
  private var madeSheets: Projector.Sheets {
    var sheets = Projector.Sheets()
    guard shownTally.tasks > 0 else { return sheets }
    let (orders, only) = (projectorTasks.orders, showing.onlyBattle)
    for battle in situation.chart.battles where only == nil || only == battle.id {
      guard let tally = situation.status.battles[battle.id], tally.tasks > 0 else { continue }
      sheets.append(firstSheet(of: .battle(battle.id), orders))
    }
    sheets.append(firstSheet(of: .laggards, orders))
    // The page of a battle names its own units.
    if only == nil { sheets.append(firstSheet(of: .ranking, orders)) }
    for topic in [Projector.Topic.week, .month, .since] {
      sheets.append(firstSheet(of: topic, orders))
    }
    return sheets
  }

  private func firstSheet(of topic: Projector.Topic, _ orders: ProjectorOrders) -> Projector.Sheet {
    let count = lineCount(of: topic, orders)
    let layout = ProjectorLayout(size: size)
    let isBig = count <= layout.mostBig(of: topic)
    let perPage = layout.capacity(of: topic, isBig: isBig)
    let shown = topic.isCutShort ? min(count, perPage * Projector.mostPages) : count
    let parts = max(1, (shown + perPage - 1) / perPage)
    let fullest = (shown + parts - 1) / parts
    return Projector.Sheet(
      page: Projector.Page(topic: topic), parts: parts, total: count, shown: shown, isBig: isBig,
      rowsPerLine: layout.rowsPerLine(of: topic, count: fullest, isBig: isBig))
  }

  private func lineCount(of topic: Projector.Topic, _ orders: ProjectorOrders) -> Int {
    switch topic {
    case .totals: 0
    case .battle(let id): place(ofBattle: id).map { orders.behindCount(ofBattle: $0) } ?? 0
    case .laggards: orders.red.count
    case .ranking: projectedRanking.count
    case .week: orders.comingCount(Projector.week)
    case .month: orders.comingCount(Projector.month)
    case .since: newsCount
    }
  }

  /// What stands on a page that is among ``sheets``.
  func lines(of sheet: Projector.Sheet) -> [Projector.Line] {
    lines(of: sheet.page.topic, sheet.range)
  }

  /// Some lines of a topic; while marks may be made, as they were when that began. None where they are
  /// not about tasks.
  func lines(of topic: Projector.Topic, _ range: Range<Int>) -> [Projector.Line] {
    let orders = projector.armed?.pages.orders ?? projectorTasks.orders
    switch topic {
    case .totals, .ranking: return []
    case .battle(let id):
      guard let place = place(ofBattle: id) else { return [] }
      return orders.behind(ofBattle: place, range).map(lineBehind)
    case .laggards: return range.map { lineBehind(orders.red[$0]) }
    case .week: return orders.coming(Projector.week, range)
    case .month: return orders.coming(Projector.month, range)
    case .since: return projector.armed.map { Array($0.pages.news[range]) } ?? linesOfNews(range)
    }
  }

  private func lineBehind(_ task: Int) -> Projector.Line {
    projector.armed?.pages.before[task] ?? situation.status.lineBehind(task)
  }

  private func place(ofBattle id: String) -> Int? {
    situation.chart.battles.firstIndex { $0.id == id }
  }

  /// The place of the page on the screen.
  func place(in sheets: Projector.Sheets) -> Int { sheets.place(of: projector.page) }

  /// The ranking without joint units, which have no rank.
  var projectedRanking: [RankedUnit] { ranking.filter { $0.rank != nil } }
}
