import WallChartStore
import WallChartWords

/// What units, battles and templates of a chart are called, to find them by what somebody types.
struct PlanNames {
  private var units: NameList
  private var battles: NameList
  private var templates: NameList

  init(_ chart: Chart) {
    units = NameList(unitsOf: chart)
    battles = NameList(chart.battles.map { .init($0.id, $0.name, [$0.name]) })
    templates = NameList(chart.rules.templates.map { .init($0.name, Text($0.name), []) })
  }

  private func list(_ sign: FoundProblem.Sign) -> NameList {
    switch sign {
    case .unit: units
    case .battle: battles
    case .template: templates
    case .risk, .limit: NameList([])
    }
  }

  func all(_ sign: FoundProblem.Sign) -> [NameList.Named] { list(sign).all }

  /// The id of the one that is called so; of several, none.
  func exact(_ text: String, _ sign: FoundProblem.Sign) -> String? { list(sign).exact(text) }

  /// Those whose id or name begins so.
  func beginning(with text: String, _ sign: FoundProblem.Sign) -> [NameList.Named] {
    list(sign).beginning(with: text)
  }

  /// Those that somebody may mean who types so.
  func meant(by text: String, _ sign: FoundProblem.Sign) -> [NameList.Named] {
    list(sign).meant(by: text)
  }

  /// The id of the one that is called so, or that alone can be meant.
  func find(
    _ text: String, _ sign: FoundProblem.Sign
  ) throws(FoundProblem.Fault) -> String {
    if let id = exact(text, sign) { return id }
    let found = meant(by: text, sign)
    switch found.count {
    case 1: return found[0].id
    case 0: throw .unknown(sign, text, candidates: sign == .unit ? [] : all(sign).map(\.id))
    default: throw .ambiguous(sign, text, candidates: found.map(\.id))
    }
  }

  /// The id of the one that is called so, and how many of the words behind the text belong to its
  /// name: `+blue sky`. Those that only begin a name may be the title's, which nobody can tell.
  func find(
    _ text: String, _ sign: FoundProblem.Sign, behind words: [String]
  ) throws(FoundProblem.Fault) -> (String, count: Int) {
    let typed = ([text] + words).map(Self.plain)
    var whole: [(id: String, count: Int)] = []
    var half: [(id: String, count: Int)] = []
    for named in all(sign) {
      for name in named.names {
        let parts = name.split(whereSeparator: \.isWhitespace)
        guard parts.count > 1, parts[0].hasPrefix(typed[0]) else { continue }
        let count = 1 + zip(parts.dropFirst(), typed.dropFirst()).prefix { $0 == $1 }.count
        if count == parts.count { whole.append((named.id, count)) }
        if count > 1, count < parts.count { half.append((named.id, count)) }
      }
    }
    let longest = whole.map { $0.count }.max() ?? 1
    let longer = half.filter { $0.count > longest }
    if let count = longer.map({ $0.count }).max() {
      var ids: [String] = []
      for (id, _) in longer where !ids.contains(id) { ids.append(id) }
      let run = ([text] + words).prefix(count).joined(separator: " ")
      throw .halfName(sign, run, first: text, candidates: ids)
    }
    let ids = Set(whole.filter { $0.count == longest }.map { $0.id })
    guard let id = ids.first else { return (try find(text, sign), 0) }
    guard ids.count == 1 else {
      throw .ambiguous(sign, text, candidates: all(sign).map(\.id).filter(ids.contains))
    }
    return (id, longest - 1)
  }

  /// Whether a text behind a sign is meant for a part: in the middle of a word only where it is
  /// one, and at its beginning not where it is a number, as in `#3` and `+20%`.
  func mayBe(_ sign: FoundProblem.Sign, _ text: String, isAtStart: Bool) -> Bool {
    switch sign {
    case .unit: true
    case .battle, .template:
      !beginning(with: text, sign).isEmpty || isAtStart && text.first?.isNumber != true
    case .risk: isAtStart || Self.risk(text) != nil || LimitWord.term(text) != nil
    case .limit: false
    }
  }

  static func risk(_ text: String) -> Chart.Risk? { TypedWords.risk(plain(text)) }

  static func plain(_ text: String) -> String { NameList.plain(text) }
}
