import WallChartStore

/// What a row changes in a task of the chart, field by field. Only columns that the list has are
/// looked at: what it does not know it does not deny. An empty cell of a column that is there
/// clears the field, if the task can be without.
struct TaskMerge {
  /// The task with the changes; its limit and node days stay the first ones.
  private(set) var task: Chart.Task
  private(set) var changes: [Change] = []
  private(set) var moves: [Move] = []
  private(set) var problems: [(problem: ImportFinding.Problem, column: String)] = []
  var touches: [Touch] = []
  /// Whether it was withdrawn and is in the list again.
  let isBack: Bool
  let known: Chart.Task
  private let row: TaskRow
  let columns: TaskColumns
  let entries: [Entry]
  let record: TaskRecord

  /// - Parameters:
  ///   - listed: the task as the row alone would make it.
  ///   - name: the name of a unit, and of a battle, by id.
  init(
    _ row: TaskRow, _ listed: Chart.Task, into known: Chart.Task, columns: TaskColumns,
    entries: [Entry], on day: Day, unit: (String) -> Text?, battle: (String) -> Text?
  ) {
    (self.row, self.known, self.columns, self.entries) = (row, known, columns, entries)
    task = known
    record = TaskRecord(of: known, entries: entries, on: day)
    isBack = known.withdrawn != nil
    task.withdrawn = nil
    // Names are looked up only where they are needed: in most rows nothing differs.
    if known.battle != listed.battle {
      task.battle = listed.battle
      note(.battle, battle(known.battle), battle(listed.battle))
    }
    task.title = merged(.title, "title", known.title, listed.title) ?? known.title
    task.short = merged(.short, "short", known.short, listed.short)
    if known.unit != listed.unit {
      task.unit = listed.unit
      note(.unit, unit(known.unit), unit(listed.unit))
    }
    if has("lead_en", "lead_zh"), known.lead != listed.lead {
      task.lead = listed.lead
      note(.lead, known.lead.flatMap(unit), listed.lead.flatMap(unit))
    }
    if has("origin"), !columns.isPlan, !keeps(listed.origin?["en"], known.origin?["en"]) {
      task.origin = listed.origin
      note(.origin, known.origin, listed.origin)
    } else if has("origin_zh") {
      task.origin = merged(.origin, "origin", known.origin, listed.origin)
    }
    mergeParticulars(listed, unit: unit)
    // Neither can be empty: what a list leaves open stays as it is.
    if known.risk != listed.risk, isFilled("risk") || isFilled("frequency") {
      task.risk = listed.risk
      note(.risk, Text(known.risk.rawValue), Text(listed.risk.rawValue))
    }
    if known.term != listed.term, listed.term != .dated || isFilled("term") {
      task.term = listed.term
      note(.term, Text(known.term.rawValue), Text(listed.term.rawValue))
    }
    mergeLimit(listed)
    mergeQuantity(listed.quantity)
    mergeNodes(listed)
    holdAgainstLedger(on: day)
  }

  /// Adds nodes that were laid back from the limit of a task without any.
  mutating func take(nodes: [Chart.Node]) {
    task.nodes += nodes
    for node in nodes { note(.node(node.id), nil, node.inWords) }
  }

  var addsNode: Bool {
    changes.contains { change in
      if case .node = change.field { change.new != nil } else { false }
    }
  }

  private func has(_ names: String...) -> Bool { names.contains { columns.has($0) } }

  private func isFilled(_ column: String) -> Bool {
    if columns.isPlan { return true }
    return columns[column].map { !row.source.cell(at: $0).text.said.isEmpty } ?? false
  }

  private mutating func note(_ field: Change.Field, _ old: Text?, _ new: Text?) {
    changes.append(Change(task: known.id, field: field, old: old, new: new))
  }

  mutating func find(_ problem: ImportFinding.Problem, _ column: String) {
    problems.append((problem, column))
  }

  static func same(_ one: String?, _ other: String?) -> Bool {
    (one ?? "").utf8.elementsEqual((other ?? "").utf8)
  }

  /// Whether a cell leaves a text as it is: it says the same, or what an export of the chart showed
  /// of it.
  private func keeps(_ said: String?, _ old: String?) -> Bool {
    if Self.same(said, old) { return true }
    guard let old, !columns.isPlan else { return false }
    return Self.same(said, GuardedCells.said(of: old))
  }

  // MARK: Words

  /// Words in both languages, by the columns `stem_en` and `stem_zh`; nil when nothing is left.
  /// - Parameter also: a language that is said without a column of its own.
  private mutating func merged(
    _ field: Change.Field, _ stem: String, _ old: Text?, _ new: Text?, also: String? = nil
  ) -> Text? {
    if columns.isPlan {
      let differences = Text.differences(old, new)
      for (old, new) in differences { note(field, old.map { Text($0) }, new.map { Text($0) }) }
      return differences.isEmpty ? old : new
    }
    if Self.saysNothingNew(old, new) { return old }
    var text = old?.translations ?? []
    // A plain string is in the language in which the list says the same.
    if let plain = text.firstIndex(where: \.language.isEmpty),
      let same = new?.translations.first(where: { keeps($0.words, text[plain].words) })
    {
      text[plain].language = same.language
    }
    var isChanged = false
    for language in ["en", "zh"]
    where columns["\(stem)_\(language)"] != nil || language == also {
      let place = text.firstIndex { $0.language == language || $0.language.isEmpty }
      let said = new?.translations.first { $0.language == language }
      let was = place.map { text[$0].words }
      guard !keeps(said?.words, was) else { continue }
      isChanged = true
      note(field, was.map { Text($0) }, said.map { Text($0.words) })
      if let place { text.remove(at: place) }
      if let said {
        text.insert(said, at: min(place ?? (language == "en" ? 0 : text.count), text.count))
      }
    }
    guard isChanged else { return old }
    return text.isEmpty ? nil : Text(translations: text)
  }

  /// Whether both are the same, byte for byte, and each side has its language.
  private static func saysNothingNew(_ old: Text?, _ new: Text?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    return old.translations.count == new.translations.count
      && zip(old.translations, new.translations).allSatisfy { old, new in
        !old.language.isEmpty && old.language == new.language && old.words.hasBytes(of: new.words)
      }
  }

  private mutating func mergeParticulars(_ listed: Chart.Task, unit: (String) -> Text?) {
    task.problem = merged(.problem, "problem", known.problem, listed.problem)
    task.target = merged(.target, "target", known.target, listed.target)
    task.measures = merged(.measures, "measures", known.measures, listed.measures)
    if has("officer"), !keeps(listed.officer, known.officer) {
      task.officer = listed.officer
      note(.officer, known.officer.map { Text($0) }, listed.officer.map { Text($0) })
    }
    guard has("helpers_en", "helpers_zh"), known.helpers != listed.helpers else { return }
    func names(_ units: [String]) -> Text? {
      let names = units.compactMap(unit)
      return Text(
        en: names.map { $0["en"] }.joined(separator: ", "),
        zh: names.map { $0["zh"] }.joined(separator: "、"))
    }
    task.helpers = listed.helpers
    note(.helpers, names(known.helpers), names(listed.helpers))
  }

  // MARK: Limit, quantity, nodes

  private mutating func mergeLimit(_ listed: Chart.Task) {
    let current = record.limit
    guard has("deadline", "deadline_zh") else { return }
    switch (known.limit, listed.limit) {
    case (let first?, let new?):
      move(nil, .limit, first: first, current: current ?? first, new)
    case (nil, let new?):
      task.limit = new
      note(.limit, nil, Text(new.iso))
    case (let first?, nil):
      // A standing duty is not bound by the limit it once had.
      if task.term != .standing { find(.cannotClear((current ?? first).iso), columns.limit) }
    case (nil, nil): break
    }
    // Words that belong to the first limit say nothing of the one in force, which may have none.
    let isFirst = listed.limit == known.limit
    let isWordless = listed.limit == current && listed.limitText == nil
    let isOld = current != known.limit && (isFirst || isWordless)
    guard has("deadline_zh") || listed.limitText != nil, !isOld,
      !keeps(listed.limitText, known.limitText)
    else { return }
    task.limitText = listed.limitText
    note(.limitText, known.limitText.map { Text($0) }, listed.limitText.map { Text($0) })
  }

  /// The first day and the one in force are known; any other is an extension.
  private mutating func move(
    _ node: String?, _ field: Change.Field, first: Day, current: Day, _ new: Day
  ) {
    guard new != first, new != current else { return }
    moves.append(Move(node: node, from: current, to: new))
    changes.append(
      Change(
        task: known.id, field: field, old: Text(current.iso), new: Text(new.iso),
        isExtension: true))
  }

  private mutating func mergeQuantity(_ listed: Chart.Task.Quantity?) {
    guard has("quantity") else { return }
    let total = known.quantity?.total
    if total != listed?.total {
      note(.quantity, total.map { Text("\($0)") }, listed.map { Text("\($0.total)") })
    }
    guard let listed else {
      task.quantity = nil
      return
    }
    var quantity = known.quantity ?? Chart.Task.Quantity(total: listed.total, of: nil)
    quantity.total = listed.total
    // Without a column of their own they stand behind the number, if anywhere: 47台.
    let isBehind = !has("quantity_unit_en", "quantity_unit_zh") && listed.of != nil
    quantity.of = merged(
      .counted, "quantity_unit", known.quantity?.of, listed.of, also: isBehind ? "zh" : nil)
    task.quantity = quantity
  }

  private mutating func mergeNodes(_ listed: Chart.Task) {
    let (inList, inChart) = (NodePlaces(of: listed.nodes), NodePlaces(of: known.nodes))
    // A node the list has no columns for is not touched.
    let ids =
      columns.isPlan
      ? known.nodes.map(\.id) + listed.nodes.map(\.id).filter { inChart[$0] == nil }
      : columns.nodes.map(\.id)
    for id in ids {
      switch (inChart[id].map { known.nodes[$0] }, inList[id].map { listed.nodes[$0] }) {
      case (let old?, let new?): mergeNode(old, new)
      case (nil, let new?):
        let place = task.nodes.firstIndex { $0.due > new.due } ?? task.nodes.count
        task.nodes.insert(new, at: place)
        note(.node(id), nil, new.inWords)
      case (let old?, nil):
        // Its entries would be about nothing.
        if entries.contains(where: { $0.fact.node == id }) {
          find(.markedNode(task: known.id, node: id), NodePart.due.column(of: id))
        } else {
          task.nodes.removeAll { $0.id == id }
          note(.node(id), old.inWords, nil)
        }
      case (nil, nil): break
      }
    }
  }

  private mutating func mergeNode(_ old: Chart.Node, _ new: Chart.Node) {
    guard let place = known.nodes.firstIndex(where: { $0.id == old.id }),
      let index = task.nodes.firstIndex(where: { $0.id == old.id })
    else { return }
    task.nodes[index].title =
      merged(.nodeTitle(old.id), NodePart.stem(of: old.id), old.title, new.title) ?? old.title
    if has(NodePart.quota.column(of: old.id)), old.quota != new.quota {
      task.nodes[index].quota = new.quota
      note(
        .nodeQuota(old.id), old.quota.map { Text("\($0)") }, new.quota.map { Text("\($0)") })
    }
    move(old.id, .nodeDue(old.id), first: old.due, current: record.due[place], new.due)
  }
}

extension TaskColumns {
  /// The column that gives the limit, in the form that the list has it.
  var limit: String { self["deadline"] == nil ? "deadline_zh" : "deadline" }
}

extension Chart.Node {
  /// Day and title.
  fileprivate var inWords: Text {
    var text = title
    for place in text.translations.indices {
      text.translations[place].words = "\(due.iso) \(text.translations[place].words)"
    }
    return text
  }
}
