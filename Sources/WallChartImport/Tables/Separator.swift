/// The sign between the cells of a row.
enum Separator: Sendable, CaseIterable {
  case comma, semicolon, tab

  /// As `--delimiter` names it.
  var name: String {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "tab"
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: 9
    }
  }

  init?(named name: String) {
    guard
      let match = Self.allCases.first(where: {
        $0.name == name || name.utf8.elementsEqual([$0.byte])
      })
    else { return nil }
    self = match
  }
}

// MARK: Detection

extension Separator {
  /// How the beginning of a list looks, cut at one sign.
  private struct Cut {
    var separator: Separator
    /// The number of cells most rows have, when more than one.
    var width: Int
    /// How many rows have it, and the first that does: rows above it are titles.
    var rows: Int
    var first: Int

    /// How many signs stand where they would be meant.
    var signs: Int { rows * (width - 1) }

    /// Whether the other cut can be left aside: it explains far fewer signs, or would take this
    /// one's column names for a title and has no more rows to show for it.
    func isClearer(than other: Cut) -> Bool {
      if signs >= 3 * other.signs { return true }
      return other.signs < 3 * signs && first < other.first && rows >= other.rows
    }
  }

  /// So much of a list is looked at.
  private static let (sampleBytes, sampleRows) = (256 * 1024, 30)

  /// The signs that can be meant, from column names and first rows, quotes respected: one, or
  /// several when the list can be read in more than one way. A list of one column is cut nowhere;
  /// it counts as parted by commas.
  static func candidates(in text: [UInt8], from start: Int) -> [Separator] {
    let isWhole = text.count - start <= sampleBytes
    let sample = Array(text[start...].prefix(sampleBytes))
    let cuts = allCases.compactMap { cut(sample, at: $0, isWhole: isWhole) }
    let best = cuts.filter { cut in
      !cuts.contains { $0.separator != cut.separator && $0.isClearer(than: cut) }
    }
    return best.isEmpty ? [.comma] : best.map(\.separator)
  }

  private static func cut(_ sample: [UInt8], at separator: Separator, isWhole: Bool) -> Cut? {
    var reader = CellReader(sample, separator: separator)
    var widths: [Int] = []
    while widths.count < sampleRows, let cells = reader.nextRow() {
      if cells.contains(where: { !$0.text.isEmpty }) { widths.append(cells.count) }
    }
    // The last row may be torn off.
    if !isWhole, reader.isAtEnd, widths.count > 1 { widths.removeLast() }
    let counts = Dictionary(grouping: widths.filter { $0 > 1 }, by: \.self).mapValues(\.count)
    // Below titles, at least half the rows are as wide: a sign in the text of a few proves nothing.
    guard let (width, rows) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      let first = widths.firstIndex(of: width), 2 * rows >= widths.count - first
    else { return nil }
    return Cut(separator: separator, width: width, rows: rows, first: first)
  }
}
