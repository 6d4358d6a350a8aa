internal import Glibc

/// The locale that the characters of a terminal go by, as the environment names it and the system has
/// it.
package struct TerminalLocale: Sendable {
  /// What a terminal can be sent.
  package enum Characters: Sendable {
    /// Everything: UTF-8.
    case all
    /// What a Chinese character set has.
    case chinese
    case ascii
  }

  package let characters: Characters
  /// Its name, where the system does not have it and nothing serves instead.
  package let missing: String?

  package var isUTF8: Bool { characters == .all }
  package var isASCIIOnly: Bool { characters == .ascii }

  /// Takes it on: ncurses and the C library go by it from now on. A bare container names none and
  /// means UTF-8; a UTF-8 locale that is not installed is served by C.UTF-8.
  init(taking environment: [String: String]) {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first
    let isUTF8Name = named.map { $0.lowercased().contains("utf") } ?? true
    // Of characters alone: what the system says of a failure stays as it is.
    let isThere = named != nil && setlocale(LC_CTYPE, "") != nil
    if !isThere, isUTF8Name { setlocale(LC_CTYPE, "C.UTF-8") }
    missing = isThere || isUTF8Name ? nil : named
    // A name may tell no character set, as `zh_CN` does; the system knows.
    let set = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    characters =
      if set == "UTF-8" { .all } else {
        set.hasPrefix("GB") || set.hasPrefix("BIG5") ? .chinese : .ascii
      }
  }
}
