package import WallChartStore

/// A unit as somebody said it, and where: by its id, its name, or the beginning of one of them.
package struct SaidUnit: Sendable {
  package var text: String
  /// The option, the variable, or the line of the settings.
  package var place: String

  package init(_ text: String, place: String) {
    (self.text, self.place) = (text, place)
  }

  /// The id of the one that is called so, or alone begins so. How a name is read counts for nothing
  /// here, where nobody looks on.
  package func id(in chart: Chart) throws(UnknownUnit) -> String {
    let units = NameList(unitsOf: chart)
    if let id = units.exact(text) { return id }
    let begun = text.isEmpty ? [] : units.beginning(with: text)
    if begun.count == 1 { return begun[0].id }
    throw UnknownUnit(
      said: self, isOneOfSeveral: !begun.isEmpty,
      candidates: (begun.isEmpty ? units.all : begun).map(\.called))
  }

  /// The id of the unit that acts; nil where it is said that none does, by an empty text.
  package func idActing(in chart: Chart) throws(UnknownUnit) -> String? {
    text.isEmpty ? nil : try id(in: chart)
  }
}

/// A unit was said that the chart does not have, or that may be one of several.
package struct UnknownUnit: Error {
  package var said: SaidUnit
  package var isOneOfSeveral: Bool
  /// What those are called that may be meant.
  package var candidates: [Text]
}

extension Words {
  /// Who was said where, and what the chart has instead.
  func sentence(for unknown: UnknownUnit) -> String {
    let names = unknown.candidates.prefix(30).map { self($0) }.joined(separator: self(.listComma))
    let more = unknown.candidates.count > 30 ? " …" : ""
    // Who typed it types it anew; a setting is not always the one to change.
    let isTyped = unknown.isOneOfSeveral || unknown.said.place.hasPrefix("--")
    return self(
      unknown.isOneOfSeveral
        ? .unitAmbiguous : unknown.candidates.isEmpty ? .unitUnknownOfNone : .unitUnknown,
      [
        "place": Printable.filtered(unknown.said.place),
        "text": Printable.excerpt(unknown.said.text), "candidates": names + more,
      ]) + (isTyped ? "" : self(.unitForOnce))
  }

  /// The same for one line of a screen, where another can be said by a key.
  package func line(of unknown: UnknownUnit) -> String {
    self(
      .unitUnknownHere,
      [
        "place": Printable.filtered(PosixFile.lastComponent(of: unknown.said.place)),
        "text": Printable.excerpt(unknown.said.text),
      ])
  }
}
