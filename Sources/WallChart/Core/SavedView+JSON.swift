import WallChartStore

// A view as JSON, `{"filter": ["unit:jinpu", "standing:red"], "order": "limit"}`. Members that are
// as at first are left out.
extension SavedView {
  /// What a text of JSON says; nil when this version does not understand it whole. With a part left
  /// out it would silently be another view.
  init?(json: String) {
    var reader = JSONReader(Array(json.utf8), file: "")
    guard let view = try? SavedView(from: &reader), (try? reader.end()) != nil else { return nil }
    self = view
  }

  var json: String {
    var writer = JSONWriter(.spaced)
    write(to: &writer)
    return writer.text
  }

  init(from reader: inout JSONReader) throws {
    self.init()
    var showsNodes = false
    let start = reader.at
    let unknown = try reader.members { reader, name in
      switch name {
      case "battle": showing.onlyBattle = try reader.identifier()
      case "filter":
        for condition in try Self.words(&reader, Condition.init(word:)) {
          showing.filter.narrow(to: condition)
        }
      case "order": showing.order = try reader.word(Order.self)
      case "folded": showing.folded = Set(try Self.words(&reader, Group.init(word:)))
      case "nodes": showsNodes = try reader.trueOrFalse()
      case "zoom": zoom = try reader.word(Axis.Zoom.self)
      default: return false
      }
      return true
    }
    if let name = unknown.first?.name {
      throw reader.finding(.unknownWord(name, allowed: []), at: start)
    }
    axis = showsNodes ? .nodes : .calendar(zoom)
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("battle", showing.onlyBattle)
      $0.member("filter", showing.filter.conditions.map(\.word))
      if showing.order != .battle { $0.member("order", showing.order.rawValue) }
      $0.member("folded", showing.folded.map(\.word).sorted())
      if axis == .nodes {
        $0.name("nodes")
        $0.value(true)
      }
      if zoom != .month { $0.member("zoom", zoom.rawValue) }
    }
  }

  /// An array of values that are written as words.
  private static func words<Value>(
    _ reader: inout JSONReader, _ value: (String) -> Value?
  ) throws -> [Value] {
    var values: [Value] = []
    try reader.elements { reader in
      let start = reader.at
      let text = try reader.text()
      guard let value = value(text) else {
        throw reader.finding(.unknownWord(text, allowed: []), at: start)
      }
      values.append(value)
    }
    return values
  }
}

extension Condition {
  fileprivate init?(word: String) {
    let (kind, value) = word.parted(at: ":")
    let condition: Condition? =
      switch (kind, value) {
      case ("overdue", nil): .overdue
      case ("silent", nil): .silent
      case ("unfinished", nil): .unfinished
      case ("standing", let value?): Standing(rawValue: value).map { .standing($0) }
      case ("unit", let id?): Identifier.isValid(id) ? .unit(id) : nil
      case ("lead", let id?): Identifier.isValid(id) ? .lead(id) : nil
      case ("rhythm", let value?): Chart.Rhythm(rawValue: value).map { .rhythm($0) }
      case ("risk", let value?): Chart.Risk(rawValue: value).map { .risk($0) }
      case ("due", let value?): Window(word: value).map { .due($0) }
      default: nil
      }
    guard let condition else { return nil }
    self = condition
  }

  fileprivate var word: String {
    switch self {
    case .overdue: "overdue"
    case .silent: "silent"
    case .unfinished: "unfinished"
    case .standing(let standing): "standing:" + standing.rawValue
    case .unit(let id): "unit:" + id
    case .lead(let id): "lead:" + id
    case .rhythm(let rhythm): "rhythm:" + rhythm.rawValue
    case .risk(let risk): "risk:" + risk.rawValue
    case .due(let window): "due:" + window.word
    }
  }
}

extension Window {
  fileprivate init?(word: String) {
    switch word {
    case "thisWeek": self = .thisWeek
    case "thisMonth": self = .thisMonth
    default:
      if case ("next", let days?) = word.parted(at: ":") {
        guard let days = Int(days), (0...36_600).contains(days) else { return nil }
        self = .nextDays(days)
        return
      }
      guard case (let from, let to?) = word.parted(at: "/") else { return nil }
      switch (Day(iso: from), Day(iso: to)) {
      case (let from?, let to?): self = .days(from, to)
      case (let from?, nil) where to.isEmpty: self = .from(from)
      case (nil, let to?) where from.isEmpty: self = .until(to)
      default: return nil
      }
    }
  }

  fileprivate var word: String {
    switch self {
    case .thisWeek: "thisWeek"
    case .thisMonth: "thisMonth"
    case .nextDays(let days): "next:\(days)"
    // As ISO 8601 writes a stretch of time.
    case .days(let first, let last): first.iso + "/" + last.iso
    case .from(let first): first.iso + "/"
    case .until(let last): "/" + last.iso
    }
  }
}

extension Group {
  fileprivate init?(word: String) {
    switch word.parted(at: ":") {
    case ("battle", let id?): self = .battle(id)
    case ("unit", let id?): self = .unit(id)
    case ("standing", let value?):
      guard let standing = Standing(rawValue: value) else { return nil }
      self = .standing(standing)
    default: return nil
    }
  }

  fileprivate var word: String {
    switch self {
    case .battle(let id): "battle:" + id
    case .unit(let id): "unit:" + id
    case .standing(let standing): "standing:" + standing.rawValue
    }
  }
}

extension String {
  /// What stands before and behind the first such sign; nil behind it where there is none.
  fileprivate func parted(at sign: Character) -> (String, String?) {
    guard let place = firstIndex(of: sign) else { return (self, nil) }
    return (String(self[..<place]), String(self[index(after: place)...]))
  }
}
