/// Words of the plan: one string, or the same in several languages.
public struct Text: Hashable, Sendable {
  /// The words in one language, by its code (`en`, `zh`).
  public struct Translation: Hashable, Sendable {
    /// Its code; empty when the plan gave a plain string.
    public var language: String
    /// The words themselves, as they stand in the file.
    public var words: String

    /// Words in a language.
    public init(language: String, words: String) {
      self.language = language
      self.words = words
    }
  }

  /// In file order. A plain string is one translation without a language.
  public var translations: [Translation]

  /// Words of no stated language.
  public init(_ plain: String) {
    translations = [Translation(language: "", words: plain)]
  }

  /// The same words in several languages, at least one.
  public init(translations: [Translation]) {
    self.translations = translations
  }

  /// Both languages where both are given, else whichever is; nil when there is none.
  public init?(en: String, zh: String) {
    switch (en.isEmpty, zh.isEmpty) {
    case (true, true): return nil
    case (false, false):
      translations = [
        Translation(language: "en", words: en), Translation(language: "zh", words: zh),
      ]
    case (false, true): translations = [Translation(language: "en", words: en)]
    case (true, false): translations = [Translation(language: "zh", words: zh)]
    }
  }

  /// The words in `language`, else in the first one there is.
  public subscript(language: String) -> String {
    // By place, for copying what is not wanted takes longer than finding what is.
    for place in translations.indices where translations[place].language == language {
      return translations[place].words
    }
    return translations.first?.words ?? ""
  }

  /// The same with other words in one language. Where no language is stated, the words are those
  /// of all.
  package func saying(_ words: String, in language: String) -> Text {
    if translations.count == 1, translations[0].language.isEmpty { return Text(words) }
    var text = self
    if let place = translations.firstIndex(where: { $0.language == language }) {
      text.translations[place].words = words
    } else {
      text.translations.append(Translation(language: language, words: words))
    }
    return text
  }

  /// The same without the words of one language; nil when there are no others.
  package func silent(in language: String) -> Text? {
    let others = translations.filter { $0.language != language && !$0.language.isEmpty }
    return others.isEmpty ? nil : Text(translations: others)
  }

  /// Whether any language has exactly these words, byte for byte.
  package func says(_ words: String) -> Bool {
    translations.contains { $0.words.utf8.elementsEqual(words.utf8) }
  }
}
