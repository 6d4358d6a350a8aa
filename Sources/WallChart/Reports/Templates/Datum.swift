import WallChartStore

/// What a template is given: plain values under names. Printed as JSON it is the same paper for other
/// programs.
indirect enum Datum: Equatable {
  /// A member of an object; the order is that in which it is printed.
  struct Member: Equatable {
    let name: String
    let value: Datum
  }

  case text(String)
  case number(Int)
  case flag(Bool)
  case none
  case list([Datum])
  case members([Member])

  /// As JSON, each object of a list on a line of its own; members without a value are left out.
  var json: String {
    var writer = JSONWriter(.spaced)
    write(to: &writer)
    return writer.text
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.value(text)
    case .number(let number): writer.value(number)
    case .flag(let flag): writer.value(flag)
    case .none: writer.null()
    case .list(let elements):
      writer.array { writer in
        for (place, element) in elements.enumerated() {
          if case .members = element { writer.newline(separated: place > 0) }
          element.write(to: &writer)
        }
      }
    case .members(let members):
      writer.object { writer in
        for member in members where member.value != .none {
          writer.name(member.name)
          member.value.write(to: &writer)
        }
      }
    }
  }
}

extension Datum {
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
  init(_ number: Int?) { self = number.map { .number($0) } ?? .none }
  init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

  /// An object and the members of another behind its own.
  func with(_ others: Datum) -> Datum {
    guard case .members(let own) = self, case .members(let more) = others else { return self }
    return .members(own + more)
  }
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int) { self = .number(number) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral elements: Datum...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, Datum)...) {
    self = .members(members.map { Member(name: $0.0, value: $0.1) })
  }
}
