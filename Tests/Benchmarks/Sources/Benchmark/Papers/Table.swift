/// A table as plain text or as Markdown.
struct Table {
  var title: String
  var header: [String]
  var rows: [[String]] = []

  /// Rows with nothing but their name are left out, and columns that no row fills.
  func text(asMarkdown: Bool) -> String {
    let rows = rows.filter { $0.dropFirst().contains { !$0.isEmpty } }
    let columns = header.indices.filter { column in
      column == 0 || rows.contains { !$0[column].isEmpty }
    }
    guard !rows.isEmpty else { return "" }
    let lines = ([header] + rows).map { row in columns.map { row[$0] } }
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return asMarkdown
        ? "| " + padded.joined(separator: " | ") + " |" : padded.joined(separator: "  ")
    }
    var text = (asMarkdown ? "**\(title)**\n\n" : title + "\n") + line(lines[0]) + "\n"
    if asMarkdown { text += "|" + String(repeating: "---|", count: columns.count) + "\n" }
    return text + lines.dropFirst().map { line($0) + "\n" }.joined()
  }
}

/// Numbers as people read them.
enum Number {
  /// Three digits, but all of a whole number.
  static func text(_ value: Double) -> String {
    if value == value.rounded() || value >= 100 { return grouped(Int(value.rounded())) }
    let places = value >= 10 ? 1 : value >= 1 ? 2 : 3
    let scale = [1.0, 10, 100, 1000][places]
    let whole = Int((value * scale).rounded())
    let digits = String(whole % Int(scale))
    return "\(whole / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
  }

  private static func grouped(_ value: Int) -> String {
    value < 1000
      ? "\(value)"
      : grouped(value / 1000) + "," + String(String(1000 + value % 1000).dropFirst())
  }

  static func text(_ spread: Spread?) -> String {
    guard let spread else { return "" }
    let middle = text(spread.median)
    return spread.least == spread.most
      ? middle : "\(middle) (\(text(spread.least))–\(text(spread.most)))"
  }
}
