import WallChartStore

extension TaskList {
  /// Ids that a spreadsheet took for numbers: 7 where the chart has 007, or has none but ids of
  /// three digits. As new tasks they would take the place of those they are.
  func lostZeros(in chart: Chart) -> [ImportFinding] {
    func isNumber(_ id: String) -> Bool { id.utf8.allSatisfy { (48...57).contains($0) } }
    func isPadded(_ id: String) -> Bool { id.utf8.first == 48 && id.utf8.count > 1 }
    guard plan == nil, chart.tasks.contains(where: { isPadded($0.id) && isNumber($0.id) }) else {
      return []
    }
    let ids = chart.tasks.map(\.id).filter(isNumber)
    let known = Set(ids)
    let padded = Dictionary(
      ids.filter(isPadded).map { (String($0.drop { $0 == "0" }), $0) },
      uniquingKeysWith: { first, _ in first })
    let width = ids.map(\.utf8.count).min() ?? 0
    return rows.filter { isNumber($0.id) && !known.contains($0.id) }.compactMap { row in
      let missing = width - row.id.utf8.count
      let whole =
        padded[row.id] ?? (missing > 0 ? String(repeating: "0", count: missing) + row.id : nil)
      return whole.map { finding(.lostZeros(row.id, whole: $0), in: row.source, column: "id") }
    }
  }
}
