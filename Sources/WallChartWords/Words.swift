internal import Synchronization
public import WallChartStore

/// What the programs say, in one language.
///
/// A text may hold places, `{name}`, and choices by number, `{name|one|other}`, as many as the
/// language has forms.
public struct Words: Sendable {
  public let language: Language
  private var texts: [Word: String]
  /// What is said otherwise where flags stand for the lights.
  private let flagTexts: [Word: String]
  private let lightTexts: [Word: String]
  private var flags = Chart.Rules.Flags.lights
  private var isForScreen = false
  private let months: [String]
  private let weekdays: [String]
  private let plurals: PluralRule?

  /// The words of all languages: what is meant in any of them is looked up there.
  package static var ofEveryLanguage: [Words] { Language.allCases.map { Words($0) } }

  /// The words of a language. Its file is read once, however often they are asked for.
  public init(_ language: Language) {
    self = Self.read.withLock { read in
      if let words = read[language] { return words }
      let words = Words(language, (try? Self.texts(of: language)) ?? [])
      read[language] = words
      return words
    }
  }

  private static let read = Mutex<[Language: Words]>([:])

  /// The words of a file; those it lacks in English.
  package init(_ language: Language, file: [String: String]) {
    self.init(language, file.map { ($0.key, $0.value) })
  }

  private init(_ language: Language, _ file: [(name: String, text: String)]) {
    self.language = language
    var texts = [Word: String](minimumCapacity: Word.allCases.count)
    var flagTexts: [Word: String] = [:]
    // A file has them in their order, with those under flags behind: then none is looked for.
    var (expected, last) = (Word.allCases[...], Word.language)
    for (name, text) in file {
      if let word = expected.first, word.rawValue == name {
        (texts[word], last) = (text, word)
        expected.removeFirst()
      } else if name.utf8.suffix(Self.flagsSuffix.utf8.count).elementsEqual(Self.flagsSuffix.utf8) {
        let usual = String(name.dropLast(Self.flagsSuffix.utf8.count))
        if let word = last.rawValue == usual ? last : Word(rawValue: usual) {
          flagTexts[word] = text
        }
      } else if let word = Word(rawValue: name) {
        texts[word] = text
      }
    }
    if texts.count < Word.allCases.count {
      let english = (try? Self.file(of: .en)) ?? [:]
      for word in Word.allCases where texts[word] == nil {
        texts[word] = english[word.rawValue] ?? word.rawValue
      }
    }
    (self.texts, self.flagTexts) = (texts, flagTexts)
    lightTexts = flagTexts.reduce(into: [:]) { $0[$1.key] = texts[$1.key] }
    months = (texts[.months] ?? "").split(separator: " ").map(String.init)
    weekdays = (texts[.weekdays] ?? "").split(separator: " ").map(String.init)
    plurals = PluralRule(texts[.plurals] ?? "")
  }

  /// All texts of a language's file, by name; also names that no ``Word`` has.
  package static func file(of language: Language) throws -> [String: String] {
    Dictionary(try texts(of: language).map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
  }

  /// The same in their order.
  package static func texts(of language: Language) throws -> [(name: String, text: String)] {
    guard let place = Language.allCases.firstIndex(of: language) else { return [] }
    var reader = JSONReader(
      Array(EmbeddedFiles.words[place]), file: "words.\(language.rawValue).json")
    var texts: [(name: String, text: String)] = []
    texts.reserveCapacity(Word.allCases.count)
    _ = try reader.members { reader, name in
      texts.append((reader.text(of: name), try reader.text()))
      return true
    }
    return texts
  }

  /// Ends the names of those texts in a language's file that hold where red flags mean done, and
  /// black ones late.
  package static let flagsSuffix = "/flags"

  /// The same words, with red for what is late, or black.
  package func under(_ flags: Chart.Rules.Flags) -> Words {
    guard flags != self.flags else { return self }
    var words = self
    words.flags = flags
    words.texts.merge(flags == .flags ? flagTexts : lightTexts) { $1 }
    return words
  }

  /// A text, its places filled.
  public func callAsFunction(
    _ word: Word, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    fill(texts[word] ?? word.rawValue, values)
  }

  /// The forms of a sentence that says less where there is less room, the longest first; in the
  /// words files they stand on lines of their own.
  package func forms(
    _ word: Word, _ values: KeyValuePairs<String, String> = [:]
  ) -> [String] {
    unfilledForms(word).map { fill($0, values) }
  }

  /// The first of them that fits, else the last; those behind it are not made.
  package func form(
    _ word: Word, _ values: KeyValuePairs<String, String>, fits: (String) -> Bool
  ) -> String {
    let forms = unfilledForms(word)
    for form in forms.dropLast() {
      let text = fill(form, values)
      if fits(text) { return text }
    }
    return fill(forms.last ?? "", values)
  }

  private func unfilledForms(_ word: Word) -> [String] {
    // Cut before the places are filled: what is filled in may hold anything.
    var text = texts[word] ?? word.rawValue
    return text.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
    // By bytes: sentences are filled at every key, and looking for characters takes long.
    var text = text
    return text.withUTF8 { text in
      var result: [UInt8] = []
      result.reserveCapacity(2 * text.count)
      var rest = text[...]
      while let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        result += rest[..<open]
        let place = rest[open + 1..<close]
        let bar = place.firstIndex(of: UInt8(ascii: "|"))
        let name = place[..<(bar ?? close)]
        if let value = values.first(where: { $0.key.utf8.elementsEqual(name) })?.value {
          if let bar {
            let forms = place[(bar + 1)...].split(
              separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            let form = Int(value).flatMap { plurals?.form(of: $0) } ?? forms.count
            result += forms[min(form, forms.count - 1)]
          } else {
            result += value.utf8
          }
        } else {
          result += rest[open...close]
        }
        rest = rest[(close + 1)...]
      }
      return String(decoding: result + rest, as: UTF8.self)
    }
  }

  // MARK: Dates

  /// `Fri 31 Jul 2020`, `2020年7月31日 周五`.
  public func longDate(_ day: Day) -> String { date(.dateLong, day) }

  /// `31 Jul 2020`, `2020年7月31日`.
  public func date(_ day: Day) -> String { date(.dateWithYear, day) }

  /// `Fri 31 Jul`, `7月31日 周五`.
  public func weekdayDate(_ day: Day) -> String { date(.dateWeekday, day) }

  /// The same; with the year when it is not that of `today`.
  public func weekdayDate(_ day: Day, today: Day) -> String {
    day.date.year == today.date.year ? weekdayDate(day) : longDate(day)
  }

  /// `31 Jul`, `7月31日`; with the year when it is not that of `today`.
  public func shortDate(_ day: Day, today: Day) -> String {
    date(day.date.year == today.date.year ? .dateShort : .dateWithYear, day)
  }

  package func name(of month: Month) -> String {
    month.month <= months.count ? months[month.month - 1] : "\(month.month)"
  }

  private func date(_ form: Word, _ day: Day) -> String {
    let (year, _, dayOfMonth) = day.date
    return self(
      form,
      [
        "year": String(year), "month": name(of: Month(of: day)), "day": String(dayOfMonth),
        "weekday": day.weekday <= weekdays.count ? weekdays[day.weekday - 1] : "",
      ])
  }

  // MARK: Texts of the plan

  /// A text of the plan in this language, else in the one it has, made fit to be shown.
  public func callAsFunction(_ text: Text) -> String {
    let said = text[language.rawValue]
    return isForScreen ? Printable.filtered(said, atMost: Self.longest) : Printable.filtered(said)
  }

  /// The same words, with texts of the plan only as far as somebody reads on at a screen: a text may
  /// have a million characters, and is made fit at every key.
  package var forScreen: Words {
    var words = self
    words.isForScreen = true
    return words
  }

  /// The same words, with texts as long as they are.
  package var forPaper: Words {
    var words = self
    words.isForScreen = false
    return words
  }

  /// Scalars of a text on a screen; several pages of a book.
  private static let longest = 5000
}
