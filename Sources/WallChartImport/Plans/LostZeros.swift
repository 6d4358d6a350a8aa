import WallChartStore

extension TaskList {
  /// Ids that a spreadsheet took for numbers: 7 where the chart has 007. As new tasks they would
  /// take the place of those they are.
  func lostZeros(in chart: Chart) -> [ImportFinding] {
    func isNumber(_ id: String) -> Bool { id.utf8.allSatisfy { (48...57).contains($0) } }
    func withoutZeros(_ id: String) -> String { String(id.drop { $0 == "0" }) }
    let padded = chart.tasks.lazy.map(\.id).filter { $0.utf8.first == 48 && isNumber($0) }
    let known = Dictionary(
      padded.map { (withoutZeros($0), $0) }, uniquingKeysWith: { first, _ in first })
    guard plan == nil, !known.isEmpty else { return [] }
    let ids = Set(chart.tasks.lazy.map(\.id))
    return rows.filter { !ids.contains($0.id) }.compactMap { row in
      known[row.id].map { finding(.lostZeros(row.id, known: $0), in: row.source, column: "id") }
    }
  }
}
