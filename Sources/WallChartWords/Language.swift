/// A language of the interface.
public enum Language: String, CaseIterable, Sendable {
  case en, zh

  /// The language of a locale's environment: the first of LC_ALL, LC_MESSAGES, LANG that is set.
  public init(environment: [String: String]) {
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty } ?? ""
    self = locale.hasPrefix("zh") ? .zh : .en
  }
}
