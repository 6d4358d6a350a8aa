import WallChartStore

extension Text {
  /// In what the words of two texts differ, language by language. A plain string is in no stated
  /// language: it differs from nothing that says the same.
  static func differences(_ old: Text?, _ new: Text?) -> [(old: String?, new: String?)] {
    func words(_ text: Text?, _ language: String) -> String? {
      text?.translations.first { $0.language == language }?.words
    }
    func isSaid(_ words: String?, in language: String, by other: Text?) -> Bool {
      guard let words, let other else { return false }
      return language.isEmpty
        ? other.says(words)
        : other.translations.contains { $0.language.isEmpty && TaskMerge.same($0.words, words) }
    }
    var seen: Set<String> = []
    let languages = ((old?.translations ?? []) + (new?.translations ?? [])).map(\.language)
    return languages.filter { seen.insert($0).inserted }.compactMap { language in
      let (was, said) = (words(old, language), words(new, language))
      if TaskMerge.same(was, said) { return nil }
      if was == nil, isSaid(said, in: language, by: old) { return nil }
      if said == nil, isSaid(was, in: language, by: new) { return nil }
      return (was, said)
    }
  }
}
