import Foundation

@testable import WallChart
@testable import WallChartStore

/// The tables of a paper read back from what was printed, knowing nothing of how it was made.
struct PrintedPaper: Equatable {
  /// Rows of cells as a person reads them, heads first.
  var tables: [[[String]]] = []

  /// From Markdown as GitHub reads it.
  static func markdown(_ text: String) -> PrintedPaper {
    var paper = PrintedPaper()
    for block in text.components(separatedBy: "\n\n") where block.hasPrefix("| ") {
      var lines = block.components(separatedBy: "\n")
      lines.remove(at: 1)
      paper.tables.append(
        lines.map { line in
          String(line.dropFirst(2).dropLast(2)).components(separatedBy: " | ").map(plain)
        })
    }
    return paper
  }

  private static func plain(_ cell: String) -> String {
    var result = ""
    var isEscaped = false
    for sign in cell.replacingOccurrences(of: "&#8288;", with: "") {
      isEscaped = sign == "\\" && !isEscaped
      if !isEscaped { result.append(sign) }
    }
    return result
  }

  /// From a page.
  static func html(_ text: String) -> PrintedPaper {
    func parts(_ text: String, _ tag: String) -> [String] {
      text.components(separatedBy: "<\(tag)").dropFirst().compactMap { part in
        guard part.first == ">" || part.first == " ",
          let start = part.range(of: ">"), let end = part.range(of: "</\(tag)>")
        else { return nil }
        return String(part[start.upperBound..<end.lowerBound])
      }
    }
    var paper = PrintedPaper()
    for table in parts(text, "table") {
      paper.tables.append(
        parts(table, "tr").map { row in
          let cells = parts(row, "th") + parts(row, "td")
          return cells.map { cell in
            var cell = cell.replacing(/<[^>]*>/, with: "")
            for (name, sign) in [
              ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
            ] { cell = cell.replacingOccurrences(of: name, with: sign) }
            return cell
          }
        })
    }
    return paper
  }

  /// From JSON: the tables of its document.
  static func json(_ value: JSONValue) -> PrintedPaper {
    var paper = PrintedPaper()
    for section in value["document"]?["sections"]?.elements ?? [] {
      for table in (section["blocks"]?.elements ?? []).compactMap({ $0["table"] }) {
        let heads = table["columns"]?.elements.map { $0["head"]?.text ?? "" } ?? []
        let rows = table["rows"]?.elements.map { row in
          row["cells"]?.elements.map { $0["text"]?.text ?? "" } ?? []
        }
        paper.tables.append([heads] + (rows ?? []))
      }
    }
    return paper
  }

  /// The rows of a text with commas (RFC 4180).
  static func rows(ofCSV text: String) -> [[String]] {
    var (rows, row, cell, isQuoted): ([[String]], [String], String, Bool) = ([], [], "", false)
    let signs = Array(text.unicodeScalars)
    var place = signs.first == "\u{FEFF}" ? 1 : 0
    while place < signs.count {
      let sign = signs[place]
      let next = place + 1 < signs.count ? signs[place + 1] : nil
      switch (isQuoted, sign) {
      case (true, "\"") where next == "\"":
        cell.unicodeScalars.append("\"")
        place += 1
      case (_, "\""): isQuoted.toggle()
      case (false, ","):
        row.append(cell)
        cell = ""
      case (false, "\r") where next == "\n":
        rows.append(row + [cell])
        (row, cell) = ([], "")
        place += 1
      default: cell.unicodeScalars.append(sign)
      }
      place += 1
    }
    return rows
  }
}
