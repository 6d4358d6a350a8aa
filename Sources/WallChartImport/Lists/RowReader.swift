import WallChartStore

/// Reads the cells of a row as what their columns mean; what cannot be read is found. One reader
/// goes through all rows of a list.
struct RowReader {
  /// The longest text of a cell, in bytes: one entry of the ledger is no longer.
  static let cellLimit = 64 * 1024

  let table: TaskTable
  let columns: TaskColumns
  private(set) var row: Table.Row
  private(set) var cells: [Table.Cell]
  let days: DayReading
  /// Whether a day got its year from what stands around the list.
  var usesSurroundings = false
  /// The year of the row's own nodes, once it was looked for.
  var knownYearOfNodes: Int??
  private(set) var findings: [ImportFinding] = []
  /// The columns of what was found.
  private var found: Set<String> = []
  /// The columns in which line breaks became spaces.
  private(set) var joined: Set<String> = []
  /// The cells with characters that nobody sees, by their places.
  private(set) var unseen: [Int: [Unicode.Scalar]] = [:]
  private var recentTexts = RecentTexts()

  init(_ row: Table.Row, of table: TaskTable, _ columns: TaskColumns, days: DayReading) {
    (self.row, cells) = (row, row.cells)
    self.days = days
    self.table = table
    self.columns = columns
  }

  /// Goes on to another row, of which nothing is known yet.
  mutating func turn(to row: Table.Row) {
    (self.row, cells) = (row, row.cells)
    usesSurroundings = false
    knownYearOfNodes = nil
    (findings, found, joined, unseen) = ([], [], [], [:])
  }

  mutating func find(_ problem: ImportFinding.Problem, _ column: String) {
    // A cell may be looked at twice; it is named once.
    guard found.insert(column).inserted else { return }
    findings.append(table.finding(problem, in: row, column: column, columns))
  }

  /// A cell's text without the spaces around it; empty when the list has no such column. Line
  /// breaks inside become spaces; other control characters are refused: on the wall they would
  /// move the cursor.
  mutating func text(_ column: String) -> String {
    let (text, hasBreaks) = content(of: column)
    guard hasBreaks else { return text }
    joined.insert(column)
    return text.onOneLine
  }

  /// The text of a cell in which every sign counts, such as an id: on one line, and as a person
  /// typed it.
  mutating func exactText(_ column: String) -> String {
    let (text, hasBreaks) = content(of: column)
    if hasBreaks { find(.lineBreak, column) }
    if SpreadsheetForms.isShortened(text) { find(.spreadsheetForm(text), column) }
    return text
  }

  /// The cell of a column; nil when the list has no such column, or the row ends before it.
  func cell(_ column: String) -> Table.Cell? {
    columns[column].flatMap { cells[safe: $0] }
  }

  private mutating func content(of column: String) -> (text: String, hasBreaks: Bool) {
    guard let cell = cell(column) else { return ("", false) }
    if case .unreadable(let problem) = cell.note { find(problem, column) }
    let text = cell.text
    let limit = Self.cellLimit
    if text.utf8.count > limit { find(.fault(.textTooLong(limit: limit)), column) }
    let content = text.said
    if SpreadsheetForms.isError(content) { find(.spreadsheetError(content), column) }
    if !UnseenCharacters.areMissing(in: content) {
      let characters = UnseenCharacters.all(in: content).map(\.scalar).filter { !$0.isControl }
      if !characters.isEmpty { unseen[cell.place] = characters }
    }
    // Nearly every cell is plain; C1 begins with C2 in UTF-8.
    func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == 0xC2 }
    let hasSpecial = text.utf8.withContiguousStorageIfAvailable { $0.contains(where: isSpecial) }
    guard hasSpecial ?? true else { return (content, false) }
    for scalar in text.unicodeScalars where scalar.isControl && !scalar.isLineBreak {
      let hex = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
      find(.controlCharacter(name), column)
      break
    }
    return (content, content.unicodeScalars.contains(where: \.isLineBreak))
  }

  /// Words in both languages: columns `stem_en` and `stem_zh`.
  mutating func words(_ stem: String) -> Text? {
    words(stem + "_en", stem + "_zh")
  }

  /// Words in both languages: two columns.
  mutating func words(_ en: String, _ zh: String) -> Text? {
    recentTexts.text(en: text(en), zh: text(zh))
  }

  /// The names in a cell, parted by 、 and the like, but not inside brackets.
  mutating func names(_ column: String) -> [String] {
    // Asked for, so that what cannot be read is found; its line breaks part names, too.
    let whole = text(column)
    guard !whole.isEmpty, let cell = cell(column) else { return [] }
    // Mostly it is one.
    guard cell.text.unicodeScalars.contains(where: Self.partsNames) else { return [whole] }
    var names = [""]
    var depth = 0
    for sign in cell.text {
      switch sign {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      default: break
      }
      if depth == 0, sign.isNewline || "、，,;；".contains(sign) {
        names.append("")
      } else {
        names[names.count - 1].append(sign)
      }
    }
    return names.map(\.withoutOuterSpaces).filter { !$0.isEmpty }
  }

  /// Whether a sign may stand between names, as line breaks do.
  private static func partsNames(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    // One of these only looks like a semicolon, and counts as one.
    case "、", "，", ",", ";", "；", "\u{37E}": true
    case "\n"..."\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// A column as the list itself calls it; by its field when the list has no such column.
  func label(of column: String) -> String {
    columns[column].map { table.header[$0].label } ?? table.name(ofMissing: column)
  }

  /// A whole number in plain digits; nil when empty or none.
  mutating func number(_ column: String) -> Int? {
    let text = exactText(column)
    guard !text.isEmpty else { return nil }
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) }
    // Beyond 2^53 other programs that read the plan would round.
    guard isPlain, let number = Int(text), number < 1 << 53 else {
      find(.badNumber(text), column)
      return nil
    }
    return number
  }

  /// A number with a Chinese counting word behind it: 47台; nil when it is anything else.
  mutating func counted(_ column: String) -> (number: Int, word: String)? {
    let text = text(column)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = text.dropFirst(digits.count).withoutOuterSpaces
    // Signs such as % and 万 make another number of it.
    guard (1...15).contains(digits.count), let number = Int(digits), (1...2).contains(word.count),
      word.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }),
      !word.contains(where: "百千万亿半多余成折左右以上下约".contains)
    else { return nil }
    return (number, word)
  }

  /// One of a kind's words; nil when empty or none of them.
  mutating func word<Kind: ListWord>(_ column: String, _ kind: Kind.Type) -> Kind? {
    let text = exactText(column)
    guard !text.isEmpty else { return nil }
    guard let word = Kind(listWord: text) else {
      find(.fault(.unknownWord(text, allowed: kind.allowed(insteadOf: text))), column)
      return nil
    }
    return word
  }
}

extension TaskTable {
  /// A finding at a cell of a row; at the row's beginning when the list has no such column.
  func finding(
    _ problem: ImportFinding.Problem, in row: Table.Row, column: String, _ columns: TaskColumns
  ) -> ImportFinding {
    let cells = row.cells
    guard let index = columns[column], index < cells.count else {
      return ImportFinding(
        place: cells[0].place, row: row.number,
        // A plan has no columns.
        name: columns.isPlan
          ? nil : columns[column].map { header[$0].label } ?? name(ofMissing: column),
        problem: problem)
    }
    // The cell may stand in another column, and another row, than those of its task.
    let place = cells[index].place
    return ImportFinding(
      place: place, row: row.number, name: label(at: place) ?? header[index].label,
      problem: problem)
  }
}

extension Unicode.Scalar {
  /// Of C0 or C1, or DEL.
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
