import WallChartStore
import WallChartWords

/// An option that cannot be meant, in a sentence.
struct Misuse: Error {
  var text: String
}

// What the options say, each as a value or as a ``Misuse``.
extension ImportCommand {
  /// What a text means; nil when none is given.
  private func choice<Value>(
    _ text: String?, _ word: Word = .cliBadWord, _ allowed: [String] = [], in words: Words,
    _ meaning: (String) -> Value?
  ) throws(Misuse) -> Value? {
    guard let text else { return nil }
    if let value = meaning(text) { return value }
    let names = allowed.joined(separator: words(.importListComma))
    throw Misuse(text: words(word, ["text": Printable.excerpt(text), "allowed": names]))
  }

  func chosenWords() throws(Misuse) -> Words {
    let names = Language.allCases.map(\.rawValue)
    let language = try choice(lang, .cliBadWord, names, in: Surroundings.words) {
      Language(rawValue: $0)
    }
    return language.map { Words($0) } ?? Surroundings.words
  }

  func day(in words: Words) throws(Misuse) -> Day? {
    try choice(asOf, .cliBadDay, in: words) { Day(iso: $0) }
  }

  func tableOptions(in words: Words) throws(Misuse) -> TableFile.Options {
    var options = TableFile.Options()
    options.encoding = try choice(encoding, .importNoSuchEncoding, in: words) {
      TextEncoding(named: $0)
    }
    // Commas between them would be taken for one.
    let signs = Separator.allCases.map(\.name).joined(separator: " ")
    options.separator = try choice(delimiter, .cliBadWord, [signs], in: words) {
      Separator(named: $0)
    }
    options.sheet = sheet
    return options
  }

  func listReading(in words: Words) throws(Misuse) -> ListReading {
    var reading = ListReading()
    do throws(ColumnMap.Misuse) {
      reading.map = try ColumnMap(map)
    } catch {
      throw Misuse(text: Report.sentence(for: error, in: words))
    }
    let layouts = ["auto"] + Layout.allCases.map(\.rawValue)
    reading.layout = try choice(
      layout == "auto" ? nil : layout, .cliBadWord, layouts, in: words
    ) { Layout(rawValue: $0) }
    if let battle, battle.withoutOuterSpaces.isEmpty {
      throw Misuse(text: words(.importBattleNoName))
    }
    if let year {
      let (first, last) = (DayReading.years.lowerBound, DayReading.years.upperBound)
      guard let number = Int(year), DayReading.years.contains(number) else {
        throw Misuse(
          text: words(
            .importBadYearOption,
            ["text": Printable.excerpt(year), "first": "\(first)", "last": "\(last)"]))
      }
      reading.year = number
    }
    return reading
  }

  func dateOrder(in words: Words) throws(Misuse) -> DateOrder? {
    try choice(dates, .cliBadWord, DateOrder.allCases.map(\.rawValue), in: words) {
      DateOrder(rawValue: $0)
    }
  }

  /// The course of work that was asked for, of those the chart has.
  func template(of chart: Chart, in words: Words) throws(Misuse) -> Chart.Template? {
    guard let name = template else { return nil }
    let all = chart.rules.templates
    if let found = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return found }
    let names = all.map { Printable.excerpt($0.name) }.joined(separator: words(.importListComma))
    throw Misuse(
      text: words(
        all.isEmpty ? .importNoTemplates : .importNoTemplate,
        ["text": Printable.excerpt(name), "names": names]))
  }

  /// An option that was given and says nothing of a plan.
  var optionOfTables: String? {
    let given = [
      ("--encoding", encoding), ("--delimiter", delimiter), ("--sheet", sheet),
      ("--layout", layout), ("--map", map.first), ("--battle", battle), ("--year", year),
      ("--dates", dates),
    ]
    return given.first { $0.1 != nil }?.0
  }

  /// An option that was given and says nothing of the kind of file that a table is in.
  func optionOfOthers(_ bytes: [UInt8]) -> Word? {
    switch FileKind(of: bytes) {
    case .text: sheet == nil ? nil : .importNoSheets
    case .workbook: encoding == nil && delimiter == nil ? nil : .importNoText
    case .foreign: nil
    }
  }
}
