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

  /// - Parameters:
  ///   - days: the days its column stands for.
  ///   - label: the column, as the list calls it.
  ///   - total: the task's quantity, of which `[85%]` is a share.
  init(_ text: String, days: ClosedRange<Day>, label: String, total: Int?) {
    self.days = days
    self.label = label
    self.total = total
    let items = text.unicodeScalars.split { ["\n", "\r", ";", "；"].contains($0) }
    for item in items {
      let item = String(Substring(item)).withoutOuterSpaces
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

  private func node(_ item: String) throws(Refused) -> Node {
    if let sign = item.first, "✓✔√☑✅×✗✘".contains(sign) {
      throw Refused(problem: .markInMatrix(String(sign)))
    }
    let (rest, quota) = try withoutQuota(item)
    let (title, due) = try withoutDay(rest, of: item)
    guard !title.isEmpty else { throw Refused(problem: .noNodeTitle(item)) }
    return Node(due: due, title: title, quota: quota)
  }

  // MARK: [85%]

  /// What stands before `[85%]` or `[40]` at the end, and the quota it means. Brackets with words
  /// in them belong to the title.
  private func withoutQuota(_ item: String) throws(Refused) -> (rest: String, quota: Int?) {
    let (opening, closing) = ("[［【", "]］】")
    guard let last = item.last, closing.contains(last),
      let open = item.lastIndex(where: opening.contains)
    else { return (item, nil) }
    let inside = HeaderText.plain(String(item[item.index(after: open)...].dropLast()))
    guard !inside.isEmpty, inside.allSatisfy({ $0.isASCII && ($0.isNumber || ".,%".contains($0)) })
    else { return (item, nil) }
    let rest = item[..<open].withoutOuterSpaces
    guard inside.hasSuffix("%") else {
      guard let number = Int(inside), number < 1 << 53 else {
        throw Refused(problem: .badNumber(inside))
      }
      return (rest, number)
    }
    guard let share = Int(inside.dropLast()), (0...100).contains(share) else {
      throw Refused(problem: .badShare(inside))
    }
    guard let total else { throw Refused(problem: .shareOfNothing(inside)) }
    // In two parts, so that no total is too large to be multiplied.
    let (whole, part) = total.quotientAndRemainder(dividingBy: 100)
    return (rest, whole * share + (part * share + 99) / 100)
  }

  // MARK: 15日

  /// The title, and the day written before it, else the last day of the column.
  private func withoutDay(
    _ text: String, of item: String
  ) throws(Refused) -> (title: String, due: Day) {
    let bad = Refused(problem: .badNodeDay(item, column: label))
    func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }
    var rest = text[...]
    if let day = Day(iso: rest.prefix(10)) {
      guard days.contains(day) else { throw bad }
      return (Self.title(rest.dropFirst(10)), day)
    }
    var month: Int?
    var number = digits(rest)
    if !number.isEmpty, rest.dropFirst(number.count).first == "月" {
      month = Int(number)
      rest = rest.dropFirst(number.count + 1)
      number = digits(rest)
      // 6月底 and the like: words that are not read here.
      guard !number.isEmpty, let sign = rest.dropFirst(number.count).first, "日号".contains(sign)
      else { throw bad }
    }
    guard !number.isEmpty, let sign = rest.dropFirst(number.count).first, "日号".contains(sign) else {
      return (text, days.upperBound)
    }
    rest = rest.dropFirst(number.count + 1)
    if rest.first == "前" { rest = rest.dropFirst() }
    // 15日内完成 begins with no date.
    if let next = rest.first, !next.isWhitespace, !Self.signs.contains(next) { throw bad }
    guard let day = Int(number) else { throw bad }
    let found = (0...(days.upperBound - days.lowerBound)).lazy.map { days.lowerBound + $0 }
      .first { $0.date.day == day && (month == nil || $0.date.month == month) }
    guard let found else { throw bad }
    return (Self.title(rest), found)
  }

  private static let signs = ":：,，、."

  private static func title(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace || signs.contains($0) })
  }
}
