import WallChartStore

/// What one row of a list says of a task.
struct TaskRow: Sendable {
  /// Where the list says the task stands.
  enum State: String, CaseIterable, Sendable {
    case notStarted = "not-started"
    case rectifying, submitted, notice
    case crossedOff = "crossed-off"

    /// Steps of the procedure behind it: submit, verify, cross off.
    var steps: Int {
      switch self {
      case .notStarted, .rectifying: 0
      case .submitted: 1
      case .notice: 2
      case .crossedOff: 3
      }
    }
  }

  /// A unit or battle as a row names it.
  struct Name: Sendable, Equatable {
    var en: String
    var zh: String
    var short: Text?
    /// Whether several units are named in one: 甘井子区、金普新区.
    var isJoint = false
    /// Its id in the plan that the row is from: that names it, and nothing else.
    var id: String?
  }

  /// The row it was read from, uncut.
  let source: Table.Row
  let id: String
  let battle: Name
  let unit: Name
  let kind: Chart.Unit.Kind?
  let lead: Name?
  let title: Text
  let short: Text?
  let origin: Text?
  let problem: Text?
  let target: Text?
  let measures: Text?
  let helpers: [Name]
  let officer: String?
  let risk: Chart.Risk?
  let frequency: Chart.Rhythm?
  let term: Chart.Task.Term
  let limit: Day?
  let limitText: String?
  let quantity: Chart.Task.Quantity?
  let nodes: [Chart.Node]
  /// The days on which nodes were met, by node id.
  let met: [(node: String, on: Day)]
  let count: Int?
  let countOn: Day?
  let state: State
  let since: Day?
  let evidence: String?
  /// Whether it is a task of a plan that has withdrawn it.
  let isWithdrawn: Bool

  /// Reads a row; nil when something in it cannot be taken over, which the reader has found.
  init?(_ reader: inout RowReader) {
    source = reader.row.uncut(in: reader.table.table.text)
    id = reader.exactText("id")
    if id.isEmpty {
      reader.find(.emptyCell, "id")
    } else if !Identifier.isValid(id) {
      reader.find(.fault(.badIdentifier(id)), "id")
    }
    battle = Name(en: reader.text("battle"), zh: reader.text("battle_zh"))
    // In English a comma may belong to the name of one unit.
    unit = Name(
      en: reader.text("unit_en"), zh: reader.text("unit_zh"), short: reader.words("unit_short"),
      isJoint: reader.names("unit_zh").count > 1 || reader.text("unit_zh").hasPrefix("各"))
    let lead = Name(
      en: reader.text("lead_en"), zh: reader.text("lead_zh"), short: reader.words("lead_short"))
    self.lead = lead.isEmpty ? nil : lead
    kind = reader.word("unit_kind", Chart.Unit.Kind.self)
    title = reader.words("title") ?? Text("")
    if battle.isEmpty { reader.findEmpty("battle", "battle_zh") }
    if unit.isEmpty { reader.findEmpty("unit_en", "unit_zh") }
    if title == Text("") { reader.findEmpty("title_en", "title_zh") }
    short = reader.words("short")
    origin = Self.origin(&reader)
    problem = reader.words("problem")
    target = reader.words("target")
    measures = reader.words("measures")
    helpers = Self.helpers(&reader)
    let officer = reader.text("officer")
    self.officer = officer.isEmpty ? nil : officer
    risk = reader.word("risk", Chart.Risk.self)
    frequency = reader.word("frequency", Chart.Rhythm.self)
    let term = reader.word("term", Chart.Task.Term.self)
    let limit = reader.limit(term)
    self.term = term ?? limit.term ?? .dated
    self.limit = limit.day
    limitText = limit.words
    quantity = Self.quantity(&reader)
    (nodes, met) = Self.nodes(&reader)
    count = reader.number("quantity_done")
    countOn = reader.day("quantity_asof")
    reader.need("quantity_asof", for: "quantity_done")
    state = reader.word("state", State.self) ?? .notStarted
    since = reader.day("state_since")
    let evidence = [reader.text("evidence_en"), reader.text("evidence_zh")].filter { !$0.isEmpty }
    self.evidence = evidence.isEmpty ? nil : evidence.joined(separator: " / ")
    isWithdrawn = false
    if state.steps > 0 {
      reader.need("state_since", for: "state")
    } else if !evidence.isEmpty {
      let column = reader.text("evidence_en").isEmpty ? "evidence_zh" : "evidence_en"
      reader.find(.evidenceTooEarly, column)
    }
    guard reader.findings.isEmpty else { return nil }
  }

  /// English origins have no side of their own: one alone is a plain text.
  private static func origin(_ reader: inout RowReader) -> Text? {
    let (plain, zh) = (reader.text("origin"), reader.text("origin_zh"))
    return zh.isEmpty && !plain.isEmpty ? Text(plain) : Text(en: plain, zh: zh)
  }

  /// The units that help; where both languages name them, one after the other in the same order.
  private static func helpers(_ reader: inout RowReader) -> [Name] {
    let (en, zh) = (reader.names("helpers_en"), reader.names("helpers_zh"))
    if zh.isEmpty { return en.map { Name(en: $0, zh: "") } }
    if en.isEmpty { return zh.map { Name(en: "", zh: $0) } }
    if en.count != zh.count {
      reader.find(.inLayout(.unequalNames(zh.count, en.count)), "helpers_en")
    }
    return zip(en, zh).map { Name(en: $0, zh: $1) }
  }

  private static func quantity(_ reader: inout RowReader) -> Chart.Task.Quantity? {
    let of = reader.words("quantity_unit")
    if let (total, word) = reader.counted("quantity"), of == nil || of == Text(en: "", zh: word) {
      return Chart.Task.Quantity(total: total, of: Text(en: "", zh: word))
    }
    for column in ["quantity_unit_en", "quantity_unit_zh"] where !reader.text(column).isEmpty {
      reader.need("quantity", for: column)
      break
    }
    return reader.number("quantity").map { Chart.Task.Quantity(total: $0, of: of) }
  }

  /// The nodes with a due day; whatever else stands in a node's columns needs one.
  private static func nodes(
    _ reader: inout RowReader
  ) -> (nodes: [Chart.Node], met: [(node: String, on: Day)]) {
    var nodes: [Chart.Node] = []
    var met: [(node: String, on: Day)] = []
    let columns = reader.columns.nodes(ofWidth: reader.cells.count)
    nodes.reserveCapacity(columns.count)
    for node in columns {
      let due = reader.due(node.due)
      let title = reader.words(node.en, node.zh)
      let quota = reader.number(node.quota)
      if let day = reader.day(node.done) { met.append((node.id, day)) }
      guard let due else {
        let others = [node.en, node.zh, node.quota, node.done]
        if let other = others.first(where: { !reader.text($0).isEmpty }) {
          reader.need(node.due, for: other)
        }
        continue
      }
      guard let title else {
        let column = reader.columns.present(node.en, node.zh)
        reader.find(.neededBy(column: reader.label(of: node.due)), column)
        continue
      }
      nodes.append(Chart.Node(id: node.id, due: due, title: title, quota: quota))
    }
    if reader.columns.saysNodeIDs {
      nodes = nodes.enumerated()
        .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
    }
    return (nodes, met)
  }
}

extension TaskRow.Name {
  /// A battle by its name or id. One that could be English is.
  init(ofBattle text: String) {
    let isEnglish = text.utf8.allSatisfy { $0 < 0x80 }
    self.init(en: isEnglish ? text : "", zh: isEnglish ? "" : text)
  }

  var isEmpty: Bool { en.isEmpty && zh.isEmpty }
  /// In the language it is said in, English first.
  var spoken: String { en.isEmpty ? zh : en }
  var text: Text { Text(en: en, zh: zh) ?? Text("") }
}

extension RowReader {
  /// Finds that neither of two columns says anything, in the first one there is.
  fileprivate mutating func findEmpty(_ column: String, _ other: String) {
    find(.emptyCell, columns.present(column, other))
  }

  /// Finds an empty cell that another, filled one makes no sense without.
  fileprivate mutating func need(_ column: String, for other: String) {
    if text(column).isEmpty, !text(other).isEmpty {
      find(.neededBy(column: label(of: other)), column)
    }
  }
}
