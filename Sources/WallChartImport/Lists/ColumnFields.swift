/// The fields that the headers of one line stand for.
struct ColumnFields: Sendable {
  /// A header taken for a field for want of a better one.
  struct Makeshift: Sendable, Equatable {
    var header: String
    var field: String
  }

  /// By column; nil where the header means nothing.
  private(set) var fields: [String?]
  private(set) var makeshifts: [Makeshift] = []
  /// Columns of dates, as a matrix has them.
  let dates: [Int: DateHeader]

  /// - Parameter headers: for each column the texts it may go by, the best one first.
  init(_ headers: [[String]], _ map: ColumnMap) {
    fields = headers.map { texts in texts.lazy.compactMap(map.field).first }
    let said = Set(fields.compactMap { $0 })
    for (index, texts) in headers.enumerated() where fields[index] == nil {
      // What a person named is that column and no other one.
      let field = texts.lazy.compactMap(Field.name).first
      if let field, !said.contains(field) { fields[index] = field }
    }
    var dates: [Int: DateHeader] = [:]
    for (index, texts) in headers.enumerated() where fields[index] == nil {
      dates[index] = texts.lazy.compactMap { DateHeader($0) }.first
    }
    self.dates = dates
    takeMakeshifts(headers)
  }

  private mutating func takeMakeshifts(_ headers: [[String]]) {
    var open: [String: Int] = [:]
    for (index, texts) in headers.enumerated() where fields[index] == nil && dates[index] == nil {
      for text in texts {
        let plain = HeaderText(text).withoutBrackets
        if open[plain] == nil { open[plain] = index }
      }
    }
    guard !open.isEmpty else { return }
    for (header, candidates) in Field.makeshift {
      guard let index = open[header], fields[index] == nil else { continue }
      guard let field = candidates.first(where: isFree) else { continue }
      fields[index] = field
      makeshifts.append(Makeshift(header: header, field: field))
    }
    // Where no column gives nodes a day, 时间节点 is when the task ends.
    guard !has("node_due"), !has("deadline"),
      let place = makeshifts.firstIndex(where: { $0.field == "node_zh" }),
      let index = fields.firstIndex(of: "node_zh")
    else { return }
    makeshifts[place].field = "deadline_zh"
    fields[index] = "deadline_zh"
  }

  /// Whether no column has a field yet, in either language; the day of a node needs a node.
  private func isFree(_ field: String) -> Bool {
    if has(Self.stem(of: field)) { return false }
    return field != "node_due" || has("node")
  }

  private static func stem(of field: String) -> String {
    for end in ["_en", "_zh"] where field.hasSuffix(end) { return String(field.dropLast(3)) }
    return field
  }

  /// Whether a column has the field, in one language at least.
  func has(_ stem: String) -> Bool {
    fields.contains(stem) || fields.contains(stem + "_zh") || fields.contains(stem + "_en")
  }

  mutating func drop(_ makeshift: Makeshift) {
    makeshifts.removeAll { $0 == makeshift }
    if let index = fields.firstIndex(of: makeshift.field) { fields[index] = nil }
  }

  /// How many columns mean something.
  var count: Int { fields.count { $0 != nil } + dates.count }

  /// Whether this is the line of column names of a task list: some lists name the battle in rows
  /// of their own.
  var isWhole: Bool { has("id") && has("title") && has("unit") }
}
