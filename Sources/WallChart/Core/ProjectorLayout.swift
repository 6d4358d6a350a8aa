/// Where the parts of a projected page stand for a size of the terminal. Numbers only: the core
/// splits topics into pages by them, the screen draws by them.
struct ProjectorLayout: Equatable, Sendable {
  var size: Size

  /// Few rows, so that the head stands close.
  var isLow: Bool { size.rows < 20 }
  /// Rows for nothing but the text.
  var isTiny: Bool { size.rows < 14 }
  /// Rows enough for the figures of a battle as tiles.
  var isTall: Bool { size.rows >= 32 }
  /// Columns left free on both sides.
  var margin: Int { size.columns >= 100 ? 4 : size.columns >= 60 ? 2 : 1 }
  /// Columns between them.
  var width: Int { size.columns - 2 * margin }
  /// The first row below the title and the day.
  var top: Int { isLow ? 1 : 2 }
  /// The row behind the last one of a page; the keys and the page's number stand below it.
  var end: Int { isTiny ? size.rows - 1 : size.rows - 2 }

  /// Rows of the band with what a page is about; a battle's name is the larger.
  func bandRows(of topic: Projector.Topic) -> Int {
    if case .battle = topic { return isLow ? 1 : 3 }
    return isTall ? 3 : 1
  }

  /// Rows for the figures of a battle: tiles with big digits, else one line.
  var figureRows: Int { size.rows >= 50 ? 14 : isTall ? 9 : 1 }

  /// The row of a battle's figures.
  var figureTop: Int { top + bandRows(of: .battle("")) + (isTiny ? 0 : 1) }

  /// The row of a battle's worst units.
  var unitTop: Int { figureTop + figureRows + (isLow ? 0 : 1) }

  /// The first row of a page's lines.
  func lineTop(of topic: Projector.Topic) -> Int {
    if case .battle = topic {
      // On a tall screen the nodes met have a row of their own above the units.
      return unitTop + (isTall ? 3 : isTiny ? 1 : 2)
    }
    let first = top + bandRows(of: topic) + 1
    // The heads of a table have a row of their own, and so have the counts of what changed.
    switch topic {
    case .ranking where !isTiny: return first + (isTall ? 2 : 1)
    case .since where !isTiny: return first + 2
    default: return first
    }
  }

  /// Rows of one line of a page, without the blank rows behind it.
  func lineRows(of topic: Projector.Topic, isBig: Bool) -> Int {
    topic == .ranking ? 1 : isBig ? 7 : 2
  }

  /// Blank rows between two lines at least: a table can do without.
  private func leastGap(of topic: Projector.Topic) -> Int { topic == .ranking ? 0 : 1 }

  /// How many lines a page of the topic has room for.
  func capacity(of topic: Projector.Topic, isBig: Bool) -> Int {
    let gap = leastGap(of: topic)
    return max(1, (end - lineTop(of: topic) + gap) / (lineRows(of: topic, isBig: isBig) + gap))
  }

  /// Up to how many lines of a topic stand with big digits: as many as fit on a page; where rows
  /// are many and therefore small, on two. Coming nodes never do.
  func mostBig(of topic: Projector.Topic) -> Int {
    let rows = end - lineTop(of: topic)
    guard topic.isBehind, size.columns >= 60, rows >= lineRows(of: topic, isBig: true) else {
      return 0
    }
    return capacity(of: topic, isBig: true) * (size.rows >= 50 ? 2 : 1)
  }

  /// Rows from one line to the next: a second blank row where a page has room for it.
  func rowsPerLine(of topic: Projector.Topic, count: Int, isBig: Bool) -> Int {
    let rows = lineRows(of: topic, isBig: isBig)
    guard count > 1 else { return rows + 1 }
    let free = end - lineTop(of: topic) - count * rows
    return rows + max(leastGap(of: topic), min(2, free / (count - 1)))
  }
}
