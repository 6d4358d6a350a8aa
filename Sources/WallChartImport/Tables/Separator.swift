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
    /// Whether quotes stand where they have no business.
    var hasFaults: Bool

    /// How many signs confirm what the first such row says.
    var agreement: Int { (rows - 1) * (width - 1) }

    /// Whether the other cut can be left aside: quotes mean nothing in it, or far fewer signs
    /// agree, or it takes the column names of this one for a title.
    func isClearer(than other: Cut) -> Bool {
      if hasFaults != other.hasFaults { return other.hasFaults }
      if agreement > 0, agreement >= 3 * other.agreement { return true }
      if other.agreement > 0, other.agreement >= 3 * agreement { return false }
      guard first < other.first else { return false }
      return rows > other.rows || rows == other.rows && width >= other.width
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
    if cuts.isEmpty { return [.comma] }
    return (best.isEmpty ? cuts : best).map(\.separator)
  }

  private static func cut(_ sample: [UInt8], at separator: Separator, isWhole: Bool) -> Cut? {
    var reader = CellReader(sample, separator: separator)
    var widths: [Int] = []
    var hasFaults = false
    while widths.count < sampleRows, let record = reader.nextRecord() {
      // The last row may be torn off.
      if reader.isAtEnd, !isWhole, !widths.isEmpty { break }
      hasFaults = !reader.faults.isEmpty
      if !record.isEmpty { widths.append(record.count) }
    }
    let counts = Dictionary(grouping: widths.filter { $0 > 1 }, by: \.self).mapValues(\.count)
    // Below titles, most rows are as wide: a sign in the text of a few proves nothing.
    guard let (width, rows) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      let first = widths.firstIndex(of: width), 2 * rows > widths.count - first
    else { return nil }
    return Cut(
      separator: separator, width: width, rows: rows, first: first, hasFaults: hasFaults)
  }
}
