import WallChartStore

/// What units, battles and templates of a chart are called, to find them by what somebody types.
struct PlanNames {
  struct Named: Equatable {
    var id: String
    /// The short name, or the name where there is none.
    var called: Text
    /// All that it answers to, made plain.
    var names: [String]
  }

  private var units: [Named]
  private var battles: [Named]
  private var templates: [Named]

  init(_ chart: Chart) {
    units = chart.units.map { Named($0.id, $0.short ?? $0.name, [$0.name, $0.short]) }
    battles = chart.battles.map { Named($0.id, $0.name, [$0.name]) }
    templates = chart.rules.templates.map { Named($0.name, Text($0.name), []) }
  }

  func all(_ sign: FoundProblem.Sign) -> [Named] {
    switch sign {
    case .unit: units
    case .battle: battles
    case .template: templates
    case .risk, .limit: []
    }
  }

  /// The id of the one that is called so; of several, none.
  func exact(_ text: String, _ sign: FoundProblem.Sign) -> String? {
    let plain = Self.plain(text)
    let found = all(sign).filter { $0.names.contains(plain) }
    return found.count == 1 ? found[0].id : nil
  }

  /// Those whose id or name begins so.
  func beginning(with text: String, _ sign: FoundProblem.Sign) -> [Named] {
    let plain = Self.plain(text)
    return all(sign).filter { named in named.names.contains { $0.hasPrefix(plain) } }
  }

  /// The id of the one that is called so, or whose name alone begins so.
  func find(
    _ text: String, _ sign: FoundProblem.Sign
  ) throws(FoundProblem.Fault) -> String {
    if let id = exact(text, sign) { return id }
    let found = beginning(with: text, sign)
    switch found.count {
    case 1: return found[0].id
    case 0: throw .unknown(sign, text, candidates: sign == .unit ? [] : all(sign).map(\.id))
    default: throw .ambiguous(sign, text, candidates: found.map(\.id))
    }
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

  /// Without what people write differently: capitals and full-width forms.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).lowercased()
  }
}

extension PlanNames.Named {
  fileprivate init(_ id: String, _ short: Text, _ texts: [Text?]) {
    self.id = id
    called = short
    let words = texts.compactMap(\.self).flatMap(\.translations).map(\.words)
    names = ([id] + words).map(PlanNames.plain)
  }
}
