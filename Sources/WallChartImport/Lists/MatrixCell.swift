import WallChartStore

/// The nodes that one cell of a matrix holds: `15日 标题 [85%]`, several of them on lines of their
/// own or parted by semicolons.
struct MatrixCell {
  struct Node {
    var due: Day
    var title: String
    var quota: Int?
  }

  private(set) var nodes: [Node] = []
  /// The first thing in it that cannot be read.
  private(set) var problem: ImportFinding.Problem?
  private let days: ClosedRange<Day>
  private let label: String
  private let total: Int?
  private let isBar: Bool

  /// - Parameters:
  ///   - days: the days its column stands for.
  ///   - label: the column, as the list calls it.
  ///   - total: the task's quantity, of which `[85%]` is a share.
  ///   - isBar: whether that column is the last of several the cell goes over.
  init(
    _ text: String, days: ClosedRange<Day>, label: String, total: Int?, isBar: Bool = false
  ) {
    self.isBar = isBar
    self.days = days
    self.label = label
    self.total = total
    // Most cells of a matrix are empty.
    guard !text.isEmpty, !text.said.isEmpty else { return }
    for item in text.unicodeScalars.split(whereSeparator: Self.parts) {
      let item = Self.trimmed(item)
      // More than any task may have are not worth reading.
      guard problem == nil, nodes.count <= LaidOut.nodeLimit else { return }
      guard !item.isEmpty else { continue }
      do throws(Refused) {
        nodes.append(try node(item))
      } catch {
        problem = error.problem
      }
    }
  }

  private struct Refused: Error { var problem: ImportFinding.Problem }

  /// On scalars, since a cell a task and month are many.
  private typealias Item = Substring.UnicodeScalarView

  /// Whether a sign parts nodes.
  private static func parts(_ sign: UnicodeScalar) -> Bool {
    sign == "\n" || sign == "\r" || sign == ";" || sign == "；"
  }

  private static func trimmed(_ text: Item) -> Item {
    var text = text
    while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
    while let last = text.last, last.properties.isWhitespace { text.removeLast() }
    return text
  }

  private func node(_ item: Item) throws(Refused) -> Node {
    if let sign = item.first, Self.marks.contains(sign) {
      throw Refused(problem: .inLayout(.markInMatrix(String(sign))))
    }
    let (rest, quota) = try withoutQuota(item)
    let (title, due) = try withoutDay(rest, of: item)
    guard !title.isEmpty else { throw Refused(problem: .inLayout(.noNodeTitle(Self.text(item)))) }
    return Node(due: due, title: Self.text(title), quota: quota)
  }

  private static let marks: Set<UnicodeScalar> = ["✓", "✔", "√", "☑", "✅", "×", "✗", "✘"]

  private static func text(_ item: Item) -> String { String(Substring(item)) }

  private static func isDigit(_ sign: UnicodeScalar) -> Bool { ("0"..."9").contains(sign) }

  // MARK: [85%]

  /// What stands before `[85%]` or `[40]` at the end, and the quota it means. Brackets with words
  /// in them belong to the title.
  private func withoutQuota(_ item: Item) throws(Refused) -> (rest: Item, quota: Int?) {
    guard let last = item.last, last == "]" || last == "］" || last == "】",
      let open = item.lastIndex(where: { $0 == "[" || $0 == "［" || $0 == "【" })
    else { return (item, nil) }
    let inside = HeaderText.plain(Self.text(item[item.index(after: open)...].dropLast()))
    guard !inside.isEmpty,
      inside.utf8.allSatisfy({ (48...57).contains($0) || [37, 44, 46].contains($0) })
    else { return (item, nil) }
    let rest = Self.trimmed(item[..<open])
    guard inside.hasSuffix("%") else {
      guard let number = Int(inside), number < 1 << 53 else {
        throw Refused(problem: .badNumber(inside))
      }
      return (rest, number)
    }
    guard let share = Int(inside.dropLast()), (0...100).contains(share) else {
      throw Refused(problem: .inLayout(.badShare(inside)))
    }
    guard let total else { throw Refused(problem: .inLayout(.shareOfNothing(inside))) }
    return (rest, Chart.Task.Quantity.share(share, of: total))
  }

  // MARK: 15日

  /// The title, and the day written before it, else the last day of the column.
  private func withoutDay(
    _ text: Item, of item: Item
  ) throws(Refused) -> (title: Item, due: Day) {
    // Most titles begin with a word.
    guard let first = text.first, Self.isDigit(first) else { return (text, days.upperBound) }
    let bad = Refused(problem: .inLayout(.badNodeDay(Self.text(item), column: label)))
    if let day = Day(iso: Self.text(text.prefix(10))) {
      guard days.contains(day) else { throw bad }
      return (Self.title(text.dropFirst(10)), day)
    }
    var rest = text
    var number = rest.prefix(while: Self.isDigit)
    var month: Int?
    if rest.dropFirst(number.count).first == "月" {
      month = Int(Self.text(number))
      rest = rest.dropFirst(number.count + 1)
      number = rest.prefix(while: Self.isDigit)
    }
    let sign = rest.dropFirst(number.count).first
    guard !number.isEmpty, sign == "日" || sign == "号" else {
      // 6月底 and the like are words that are not read here; 3个 begins a title.
      if month != nil { throw bad }
      return (text, days.upperBound)
    }
    if isBar, month == nil { throw Refused(problem: .inLayout(.dayInBar(Self.text(item)))) }
    rest = rest.dropFirst(number.count + 1)
    if rest.first == "前" { rest = rest.dropFirst() }
    // 15日内完成 begins with no date.
    if let next = rest.first, !Self.isSpace(next) { throw bad }
    guard let day = Int(Self.text(number)) else { throw bad }
    let found = (0...(days.upperBound - days.lowerBound)).lazy.map { days.lowerBound + $0 }
      .first { $0.date.day == day && (month == nil || $0.date.month == month) }
    guard let found else { throw bad }
    return (Self.title(rest), found)
  }

  /// Whether a sign parts a day from a title.
  private static func isSpace(_ sign: UnicodeScalar) -> Bool {
    sign.properties.isWhitespace || [":", "：", ",", "，", "、", "."].contains(sign)
  }

  private static func title(_ text: Item) -> Item { text.drop(while: isSpace) }
}
