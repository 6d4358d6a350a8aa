import WallChartStore
import WallChartWords

/// The chart for a spreadsheet program: a row a node, under headers that the import knows. What
/// nobody changed in it changes nothing when it is imported into the same chart.
///
/// Days are those in force. Words stand in a second column where the chart says them in the other
/// language too, for an empty cell of a column that is there would take them away.
struct ChartCSV {
  private let words: Words
  private let situation: Situation
  private let battles: [String: String]
  private let units: [String: String]
  /// The columns with words of the other language beside them.
  private var sides: Set<Column> = []

  static func text(of situation: Situation, words: Words) -> String {
    // The import reads the headers of two languages.
    ChartCSV(situation, words.language == .zh ? words : Words(.en)).text
  }

  private init(_ situation: Situation, _ words: Words) {
    (self.situation, self.words) = (situation, words)
    let chart = situation.chart
    battles = Self.names(of: chart.battles.map { ($0.id, $0.name) }, in: words.language)
    units = Self.names(of: chart.units.map { ($0.id, $0.name) }, in: words.language)
    for (place, task) in shown {
      for column in Column.allCases where column.isOfWords && !sides.contains(column) {
        let texts =
          column.isOfNode
          ? task.nodes.indices.map { self.words(of: column, place, $0) }
          : [self.words(of: column, place, nil)]
        if texts.contains(where: { $0.map { said($0, other) != nil } ?? false }) {
          sides.insert(column)
        }
      }
    }
  }

  /// What the import knows a battle or unit by: its name in the language, else in the other one,
  /// where it reads back as it is and no other one is called so; else its id.
  private static func names(
    of all: [(id: String, name: Text)], in language: Language
  ) -> [String: String] {
    var counts: [String: Int] = [:]
    for (id, name) in all {
      for words in Set(name.translations.map(\.words) + [id]) { counts[words, default: 0] += 1 }
    }
    return Dictionary(
      all.map { id, name in
        let choices = [name[language.rawValue]] + name.translations.map(\.words)
        return (id, choices.first { counts[$0] == 1 && CSVText.isPlain($0) } ?? id)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The same for a cell of several names, which the import parts at these signs outside brackets.
  private func nameAmongOthers(_ unit: String) -> String {
    let name = units[unit] ?? unit
    var depth = 0
    for scalar in name.unicodeScalars {
      switch scalar {
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      case "、", "，", ",", ";", "；", "\u{37E}": if depth == 0 { return unit }
      default: break
      }
    }
    return depth == 0 ? name : unit
  }

  /// Tasks of the chart on the day, with their places.
  private var shown: [(place: Int, task: Chart.Task)] {
    zip(situation.chart.tasks, situation.status.tasks).enumerated()
      .filter { $0.element.1.isOnChart }.map { ($0.offset, $0.element.0) }
  }

  private var text: String {
    var sheet = CSVText()
    sheet.row(
      Column.allCases.flatMap { column in
        [.text(words(column.header))] + (sides.contains(column) ? [.text(side(of: column))] : [])
      })
    for (place, task) in shown {
      let nodes: [Int?] = task.nodes.isEmpty ? [nil] : Array(task.nodes.indices)
      let same = Column.allCases.map { $0.isOfNode ? nil : cells(of: $0, place, nil) }
      for node in nodes {
        sheet.row(zip(Column.allCases, same).flatMap { $1 ?? cells(of: $0, place, node) })
      }
    }
    return sheet.text
  }

  // MARK: Two languages

  private var own: String { words.language.rawValue }
  private var other: String { words.language == .en ? "zh" : "en" }

  private func side(of column: Column) -> String {
    words(.csvOtherSide, ["name": words(column.header)])
  }

  private func said(_ text: Text, _ language: String) -> String? {
    text.translations.first { $0.language == language }?.words
  }

  /// Words of the plan as one cell or two; those of no language stand in the first one.
  private func cells(_ text: Text?, _ column: Column) -> [CSVText.Cell] {
    let hasSide = sides.contains(column)
    guard let text else { return hasSide ? [.empty, .empty] : [.empty] }
    var (first, second) = (said(text, own), said(text, other))
    if first == nil, second == nil {
      // To the import an origin without a language beside Chinese ones is Chinese.
      if column == .origin, hasSide, words.language == .en {
        second = text[own]
      } else {
        first = text[own]
      }
    }
    return (hasSide ? [first, second] : [first]).map { $0.map { .text($0) } ?? .empty }
  }

  // MARK: Cells

  /// What the plan says in a column of words.
  private func words(of column: Column, _ place: Int, _ node: Int?) -> Text? {
    let task = situation.chart.tasks[place]
    switch column {
    case .title: return task.title
    case .short: return task.short
    case .origin: return task.origin
    case .problem: return task.problem
    case .target: return task.target
    case .measures: return task.measures
    case .quantityUnit: return task.quantity?.of
    case .node: return node.map { task.nodes[$0].title }
    default: return nil
    }
  }

  private func cells(of column: Column, _ place: Int, _ node: Int?) -> [CSVText.Cell] {
    if column.isOfWords { return cells(words(of: column, place, node), column) }
    if column.isOfNode {
      return [node.map { cell(of: column, place, node: $0) } ?? .empty]
    }
    return [cell(of: column, place)]
  }

  private func cell(of column: Column, _ place: Int) -> CSVText.Cell {
    let (task, status) = (situation.chart.tasks[place], situation.status.tasks[place])
    let record = status.record
    switch column {
    case .id: return .text(task.id)
    case .battle: return .text(battles[task.battle] ?? task.battle)
    case .unit: return .text(units[task.unit] ?? task.unit)
    case .lead: return task.lead.map { .text(units[$0] ?? $0) } ?? .empty
    case .helpers:
      return .text(task.helpers.map(nameAmongOthers).joined(separator: words(.csvNameComma)))
    case .officer: return task.officer.map { .text($0) } ?? .empty
    case .risk: return word(task.risk.rawValue, words.name(of: task.risk))
    case .rhythm:
      let rhythm = situation.chart.rules.rhythm(of: task.risk)
      return word(rhythm.rawValue, words.name(of: rhythm))
    case .term: return word(task.term.rawValue, name(of: task.term))
    case .limit: return record.limit.map { .day($0) } ?? .empty
    case .limitText:
      // The list's own words mean the first limit.
      return record.limit == task.limit ? task.limitText.map { .text($0) } ?? .empty : .empty
    case .stage: return word(record.stage.listWord, words.name(of: record.stage))
    case .stageSince: return since(task, record).map { .day($0) } ?? .empty
    case .evidence:
      guard since(task, record) != nil else { return .empty }
      return .text(record.evidenceInForce.map { Evidence($0).words }.joined(separator: " / "))
    case .quantity: return task.quantity.map { .figure($0.total) } ?? .empty
    case .count: return record.count.map { .figure($0) } ?? .empty
    case .countOn: return record.count == nil ? .empty : .day(situation.day)
    case .standing: return .text(words.name(of: status.standing))
    case .silent: return status.isSilent ? .text(words(.silent)) : .empty
    case .daysLate: return .figure(status.daysLate)
    default: return .empty
    }
  }

  private func cell(of column: Column, _ place: Int, node: Int) -> CSVText.Cell {
    let status = situation.status.tasks[place]
    let (planned, state) = (situation.chart.tasks[place].nodes[node], status.nodes[node])
    switch column {
    case .nodeID: return .text(planned.id)
    case .nodeDue: return .day(status.record.due[node])
    case .nodeQuota: return planned.quota.map { .figure($0) } ?? .empty
    case .nodeDone: return state.metOn.map { .day($0) } ?? .empty
    case .nodeState: return .text(words.name(of: state.state))
    case .nodeDaysLate: return .figure(state.daysLate)
    default: return .empty
    }
  }

  /// A word of the plan as the import reads it: in English that of the file, in Chinese that of the
  /// office.
  private func word(_ raw: String, _ name: String) -> CSVText.Cell {
    .text(words.language == .en ? raw : name)
  }

  private func name(of term: Chart.Task.Term) -> String {
    switch term {
    case .dated: words(.importTermDated)
    case .atOnce: words(.importTermAtOnce)
    case .standing: words(.importTermStanding)
    }
  }

  /// The day a task was handed in, or crossed off; nil before.
  private func since(_ task: Chart.Task, _ record: TaskRecord) -> Day? {
    guard record.stage.isClosed else { return nil }
    return situation.ledger.entries(of: task.id).lazy.filter { entry in
      guard entry.on <= situation.day, !record.isTakenBack(entry.id) else { return false }
      switch entry.fact {
      case .crossOff: return record.stage == .crossedOff
      case .submit: return record.stage != .crossedOff
      default: return false
      }
    }.map(\.on).max()
  }
}

extension Stage {
  /// What a list calls it in English.
  fileprivate var listWord: String {
    switch self {
    case .notStarted: "not-started"
    case .crossedOff: "crossed-off"
    case .rectifying, .submitted, .notice: rawValue
    }
  }
}
