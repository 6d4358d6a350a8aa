import WallChartStore

extension PlanBuilder {
  /// Where a list says something else of a task than the chart, by column. Only columns that the
  /// list has are compared: what it does not know it does not deny.
  func differences(
    of row: TaskRow, from known: Chart.Task, as listed: Chart.Task
  ) -> [(column: String, list: String, chart: String)] {
    var found: [(column: String, list: String, chart: String)] = []
    func compare(_ column: String, _ list: String?, _ chart: String?) {
      guard self.list.columns[column] != nil else { return }
      let (list, chart) = (list ?? "", chart ?? "")
      if !list.utf8.elementsEqual(chart.utf8) { found.append((column, list, chart)) }
    }
    func compare(_ stem: String, _ list: Text?, _ chart: Text?) {
      for language in ["en", "zh"] {
        compare("\(stem)_\(language)", list?.words(in: language), chart?.words(in: language, list))
      }
    }
    func name(of unit: String?) -> String? {
      unit.flatMap { chart.unit($0) }.map { $0.name["en"] }
    }
    /// The column that names a unit or battle, in whichever language the list has.
    func column(_ names: String...) -> String {
      names.first { self.list.columns[$0] != nil } ?? names[0]
    }
    if listed.battle != known.battle {
      compare(
        column("battle", "battle_zh"), chart.battle(listed.battle)?.name["en"],
        chart.battle(known.battle)?.name["en"])
    }
    compare("title", listed.title, known.title)
    compare("short", listed.short, known.short)
    if listed.unit != known.unit {
      compare(column("unit_en", "unit_zh"), name(of: listed.unit), name(of: known.unit))
    }
    if listed.lead != known.lead {
      compare(column("lead_en", "lead_zh"), name(of: listed.lead), name(of: known.lead))
    }
    compare("origin", listed.origin?["en"], known.origin?["en"])
    compare("origin_zh", listed.origin?["zh"], known.origin?["zh"])
    compare("problem", listed.problem, known.problem)
    compare("target", listed.target, known.target)
    compare("measures", listed.measures, known.measures)
    compare("officer", listed.officer, known.officer)
    if listed.helpers != known.helpers {
      func names(_ units: [String]) -> String {
        units.compactMap { chart.unit($0)?.name["zh"] }.joined(separator: "、")
      }
      compare(column("helpers_zh", "helpers_en"), names(listed.helpers), names(known.helpers))
    }
    compare("risk", listed.risk.rawValue, known.risk.rawValue)
    compare("term", listed.term.rawValue, known.term.rawValue)
    compare("deadline", listed.limit?.iso, known.limit?.iso)
    compare("deadline_zh", listed.limitText, known.limitText)
    compare(
      "quantity", listed.quantity.map { "\($0.total)" }, known.quantity.map { "\($0.total)" })
    compare("quantity_unit", listed.quantity?.of, known.quantity?.of)
    let nodes = list.columns.nodes.map(String.init)
    let (inList, inChart) = (listed.nodesByID, known.nodesByID)
    // A node the list has no columns for is not compared.
    for id in nodes {
      let (list, chart) = (inList[id], inChart[id])
      compare("n\(id)_due", list?.due.iso, chart?.due.iso)
      compare("n\(id)", list?.title, chart?.title)
      compare("n\(id)_quota", list?.quota.map(String.init), chart?.quota.map(String.init))
    }
    return found
  }
}

extension Chart.Task {
  /// The first node of each id, to find many of them.
  var nodesByID: [String: Chart.Node] {
    Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Text {
  /// The words in exactly this language. A plain string is in any language: it answers with what
  /// `other` says when that is the same.
  fileprivate func words(in language: String, _ other: Text? = nil) -> String? {
    if let exact = translations.first(where: { $0.language == language }) { return exact.words }
    guard let plain = translations.first(where: { $0.language.isEmpty }) else { return nil }
    guard let said = other?.translations.first(where: { $0.language == language }) else {
      return nil
    }
    return said.words.utf8.elementsEqual(plain.words.utf8) ? said.words : plain.words
  }
}
