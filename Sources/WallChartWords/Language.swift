/// A language of the interface: one for each `Resources/words.<language>.json`.
public struct Language: RawRepresentable, CaseIterable, Hashable, Sendable {
  /// Its code, as locales write it.
  public let rawValue: String

  /// Those there are, English first. Each file begins with its language's code.
  public static let allCases = EmbeddedFiles.words.map { file in
    let quote = UInt8(ascii: "\"")
    let parts = file.prefix(64).split(separator: quote, maxSplits: 4)
    return Language(code: parts.count > 3 ? String(decoding: parts[3], as: UTF8.self) : "")
  }

  /// What is said where a language has no words.
  public static let en = Language(code: "en")
  /// The language of most lists.
  public static let zh = Language(code: "zh")

  /// Every code, as the help shows them: `en|zh`.
  public static var codes: String { allCases.map(\.rawValue).joined(separator: "|") }

  /// Nil when there is no such language here.
  public init?(rawValue: String) {
    self.init(code: rawValue)
    if !Self.allCases.contains(self) { return nil }
  }

  /// A language by its code, whether or not it is one of those there are.
  package init(code: String) { rawValue = code }

  /// The language of a locale's environment: the first of LC_ALL, LC_MESSAGES, LANG that is set.
  public init(environment: [String: String]) {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    // `zh_CN.UTF-8`, `ca@valencia`
    self = Language(rawValue: String(locale.prefix { !"_.@".contains($0) })) ?? .en
  }
}
