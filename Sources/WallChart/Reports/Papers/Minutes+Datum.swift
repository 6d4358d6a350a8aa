import WallChartStore
import WallChartWords

// The minutes as templates take them.
extension Minutes {
  static let format = "wallchart-minutes/1"

  func datum(_ words: Words) -> Datum {
    [
      "format": .text(Self.format),
      "language": .text(words.language.rawValue),
      "chart": .text(words(after.chart.title)),
      "rhythm": .text(rhythm.rawValue),
      "day": .text(after.day.iso),
      "dayText": .text(words.date(after.day)),
      "next": .text(next.iso),
      "nextText": .text(words.date(next)),
      "document": document(words).datum(words),
    ]
  }

  /// As the program prints them without another template.
  func markdown(_ words: Words) -> String {
    Template(.documentMarkdown).text(of: datum(words))
  }
}
