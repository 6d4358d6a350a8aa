import WallChartStore

/// The year that the surroundings of a list name, and where.
struct ListYear: Sendable, Equatable {
  let year: Int
  /// The text that names it.
  let text: String

  /// What stands around a list that goes into a chart, beside the lines above it.
  static func texts(around table: Table, into chart: Chart) -> [String] {
    var texts: [String] = []
    if case .sheet(let name) = table.places { texts.append(name) }
    texts.append(PosixFile.lastComponent(of: table.file))
    return texts + chart.title.translations.map(\.words)
  }

  /// - Parameter texts: what stands around the list, the nearest first: lines above it, the name
  ///   of the sheet, of the file, of the chart. The first that names a year decides; one that
  ///   names several leaves all open.
  init?(_ texts: [String]) {
    for text in texts {
      let years = Self.years(in: text)
      guard let year = years.first else { continue }
      guard years.count == 1 else { return nil }
      self.year = year
      self.text = text
      return
    }
    return nil
  }

  /// Years from 2000 to 2099 that stand alone: 2020-07-31 is the day of a file, 20200731 a number.
  private static func years(in text: String) -> Set<Int> {
    var scanner = PhraseScanner(text.unicodeScalars.prefix(1000))
    var years: Set<Int> = []
    while !scanner.isAtEnd {
      guard let first = scanner.rest.first, ("0"..."9").contains(first) else {
        scanner.drop(1)
        continue
      }
      let run = scanner.rest.prefix { ("0"..."9").contains($0) }
      let year = run.count == 4 ? scanner.year() : nil
      if year == nil { scanner.drop(run.count) }
      var next = scanner
      let isDated =
        next.take("-", "_", ".") != nil && next.digits().map { $0.count <= 2 } ?? false
      if let year, (2000...2099).contains(year), !isDated { years.insert(year) }
    }
    return years
  }
}
