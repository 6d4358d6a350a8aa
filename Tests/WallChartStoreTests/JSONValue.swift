import Foundation

/// A JSON value as Foundation reads it: in these tests the second opinion beside our own reader.
enum JSONValue: Decodable, Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let elements = try? container.decode([JSONValue].self) {
      self = .array(elements)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ bytes: some Sequence<UInt8>) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
  }

  subscript(name: String) -> JSONValue? {
    get { members[name] }
    set {
      var members = members
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The same as Foundation writes it.
  var foundation: Any {
    switch self {
    case .null: NSNull()
    case .flag(let flag): flag
    case .number(let number): number
    case .text(let text): text
    case .array(let elements): elements.map(\.foundation)
    case .object(let members): members.mapValues(\.foundation)
    }
  }

  var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var texts: [String] { elements.compactMap(\.text) }
}
