import WallChartStore
import WallChartWords

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

  /// Those that somebody may mean who types so: whose id or name begins so, else those with a name
  /// that is read so.
  func meant(by text: String, _ sign: FoundProblem.Sign) -> [Named] {
    let found = beginning(with: text, sign)
    guard found.isEmpty else { return found }
    let reading = Array(Self.plain(text).utf8)
    guard !reading.isEmpty, reading.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    return all(sign).filter { named in
      named.names.contains { Pinyin.shared.isFound(reading, in: Array($0.utf8)) }
    }
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
