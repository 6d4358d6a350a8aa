/// How figures grow from each chart to the next larger one on the same terminal.
enum Growth {
  static func table(of sheets: [Sheet]) -> Table {
    let figures: [(name: String, figure: Figure)] =
      [("first frame", .frame), ("all there", .loaded), ("memory", .memory)]
      + [Act.move, .scroll, .page, .search, .mark].map { ($0.rawValue, .key($0, .p50)) }
    var table = Table(
      title: "growth: ratios to the next smaller chart",
      header: ["program", "from", "to"] + figures.map(\.name))
    for larger in sheets {
      let smaller = sheets.filter {
        $0.place.size == larger.place.size && $0.place.data.tasks < larger.place.data.tasks
      }.max { $0.place.data.tasks < $1.place.data.tasks }
      guard let smaller else { continue }
      for name in larger.names {
        let ratios = figures.map { _, figure in
          Statistics.ratios(
            larger.values(figure, of: name), to: smaller.values(figure, of: name))
        }
        guard ratios.contains(where: { !$0.isEmpty }) else { continue }
        table.rows.append(
          [name, smaller.title, larger.title] + ratios.map { Number.text(Spread($0)) })
      }
    }
    return table
  }
}
