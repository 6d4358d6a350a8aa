// Values of the plan, read where they stand so that every finding has its place.
extension JSONReader {
  package mutating func identifier() throws -> String {
    _ = peek()
    let start = at
    let text = try text()
    guard Identifier.isValid(text) else { throw finding(.badIdentifier(text), at: start) }
    return text
  }

  package mutating func day() throws -> Day {
    _ = peek()
    let start = at
    if let day = try text(as: { Day(iso: $0) }) { return day }
    throw try quoted(at: start) { .badDay($0) }
  }

  /// A finding that quotes the text value at an offset.
  package mutating func quoted(at start: Int, _ fault: (String) -> Fault) throws -> Finding {
    at = start
    return finding(fault(try text()), at: start)
  }

  /// One of a type's words.
  package mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) throws -> Word {
    _ = peek()
    let start = at
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw finding(
        .unknownWord(text, allowed: Word.allCases.map(\.rawValue)), at: start)
    }
    return word
  }

  /// A string, or an object of strings by language.
  package mutating func words() throws -> Text {
    _ = peek()
    let (known, slot) = recentTexts.text(in: bytes, at: at)
    if let known {
      at += known.count
      return known.text
    }
    let start = at
    let text = try newWords()
    recentTexts.note(text, start..<at, in: slot)
    return text
  }

  private mutating func newWords() throws -> Text {
    if peek() == UInt8(ascii: "\"") { return Text(try text()) }
    guard peek() == UInt8(ascii: "{") else {
      _ = try text()
      return Text("")
    }
    var translations: [Text.Translation] = []
    // Mostly in the two languages of the plans there are.
    translations.reserveCapacity(2)
    let start = at
    _ = try members { reader, language in
      translations.append(
        Text.Translation(language: reader.text(of: language), words: try reader.text()))
      return true
    }
    guard !translations.isEmpty else { throw finding(.missingMember("en"), at: start) }
    return Text(translations: translations)
  }

  package mutating func texts() throws -> [String] {
    var result: [String] = []
    try elements { result.append(try $0.text()) }
    return result
  }

  package mutating func days() throws -> [Day] {
    var result: [Day] = []
    try elements { result.append(try $0.day()) }
    return result
  }

  /// A member that must be there; the finding stands at the start of its object.
  package func required<Value>(_ value: Value?, _ name: String, from start: Int) throws -> Value {
    guard let value else { throw finding(.missingMember(name), at: start) }
    return value
  }
}
