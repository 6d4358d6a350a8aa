/// Headers of numbered nodes: 节点1, 第二阶段时限, Node 3 due.
enum NodeHeader {
  private static let kinds = ["时间节点", "节点", "阶段", "里程碑"]
  private static let parts: [String: NodePart] = [
    "": .zh, "名称": .zh, "内容": .zh, "任务": .zh, "目标": .zh, "事项": .zh, "title": .en,
    "时限": .due, "时间": .due, "日期": .due, "期限": .due, "完成时限": .due, "完成时间": .due,
    "截止日期": .due, "due": .due, "date": .due,
    "数量": .quota, "指标": .quota, "目标数": .quota, "quota": .quota,
    "实际完成": .done, "实际完成时间": .done, "实际完成日期": .done, "done": .done, "met": .done,
  ]

  /// How a person of an office would head such a column; nil when it is about no node.
  static func header(of name: String) -> String? {
    guard let (node, part) = NodePart.parsed(name) else { return nil }
    switch part {
    case .zh: return "节点\(node)"
    case .en: return "节点\(node)（英文）"
    case .due: return "节点\(node)时限"
    case .quota: return "节点\(node)数量"
    case .done: return "节点\(node)实际完成日期"
    }
  }

  /// The column's field, such as `n2_due`, of a plain header; nil when it is about no node.
  static func field(of header: String) -> String? {
    for kind in kinds + ["node", "milestone"] where header.hasPrefix(kind) {
      let rest = header.dropFirst(kind.count)
      guard let (number, part) = numbered(rest) else { continue }
      // `Node 1` alone is a title in English, 节点1 one in Chinese.
      let isEnglish = part.isEmpty && kind.utf8.allSatisfy { $0 < 0x80 }
      if let part = isEnglish ? .en : parts[part] { return part.column(of: number) }
    }
    guard header.hasPrefix("第"), let (number, rest) = numbered(header.dropFirst()) else {
      return nil
    }
    let named = rest.hasPrefix("个") ? String(rest.dropFirst()) : rest
    for kind in kinds where named.hasPrefix(kind) {
      if let part = parts[String(named.dropFirst(kind.count))] {
        return part.column(of: number)
      }
    }
    return nil
  }

  private static func numbered(_ text: Substring) -> (number: Int, rest: String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits), (1...400).contains(number), String(number) == digits {
      return (number, String(text.dropFirst(digits.count)))
    }
    let numerals = text.prefix { ChineseNumber.signs.contains($0) }
    guard let number = ChineseNumber.value(of: numerals) else { return nil }
    return (number, String(text.dropFirst(numerals.count)))
  }
}
