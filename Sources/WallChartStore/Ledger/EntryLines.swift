/// Reads the lines of a file one after the other. An entry says much of what the one before it said;
/// that is taken over without being read once more.
struct EntryLines {
  private var reader: JSONReader
  private var recent = RecentValues()

  init(_ bytes: [UInt8], file: String) {
    reader = JSONReader(bytes, file: file)
  }

  /// The entry of the line that stands there; nil when it is not one, and nothing else. Then
  /// ``Entry/init(line:file:number:)`` tells why.
  mutating func entry(_ line: Range<Int>) -> Entry? {
    reader.begin(at: line.lowerBound)
    // A line feed is white space to the reader: what goes on behind it was no line.
    guard let entry = try? Entry(&reader, &recent), reader.at == line.upperBound else { return nil }
    return entry
  }
}

/// A value, and where it was read last.
struct RecentValue<Value: Sendable>: Sendable {
  private var place = 0..<0
  private var value: Value?

  /// The next one, a text: the same where the same bytes stand.
  @inline(__always)
  mutating func next(
    _ reader: inout JSONReader, _ read: (inout JSONReader) throws -> Value
  ) throws -> Value {
    _ = reader.peek()
    if let value, reader.repeats(place) { return value }
    let start = reader.at
    let new = try read(&reader)
    (place, value) = (start..<reader.at, new)
    return new
  }
}

/// What the entry before said.
struct RecentValues: Sendable {
  var writer = RecentValue<String>()
  var at = RecentValue<Moment>()
  var by = RecentValue<String>()
  var unit = RecentValue<String>()
  var on = RecentValue<Day>()
  var kind = RecentValue<(word: String, members: [EntryMember])>()
}
