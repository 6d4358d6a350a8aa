package import WallChartStore

/// What some parts of a chart are called, to find one by what somebody types.
package struct NameList: Sendable {
  package struct Named: Equatable, Sendable {
    package var id: String
    /// The short name, or the name where there is none.
    package var called: Text
    /// All that it answers to, made plain.
    package var names: [String]

    package init(_ id: String, _ called: Text, _ texts: [Text?]) {
      self.id = id
      self.called = called
      let words = texts.compactMap(\.self).flatMap(\.translations).map(\.words)
      names = ([id] + words).map(NameList.plain)
    }
  }

  package let all: [Named]

  package init(_ all: [Named]) { self.all = all }

  package init(unitsOf chart: Chart) {
    all = chart.units.map { Named($0.id, $0.short ?? $0.name, [$0.name, $0.short]) }
  }

  /// The id of the one that is called so; of several, none.
  package func exact(_ text: String) -> String? {
    let plain = Self.plain(text)
    let found = all.filter { $0.names.contains(plain) }
    return found.count == 1 ? found[0].id : nil
  }

  /// Those whose id or name begins so.
  package func beginning(with text: String) -> [Named] {
    let plain = Self.plain(text)
    return all.filter { named in named.names.contains { $0.hasPrefix(plain) } }
  }

  /// Those that somebody may mean who types so: whose id or name begins so, else those with a name
  /// that is read so.
  package func meant(by text: String) -> [Named] {
    let found = beginning(with: text)
    guard found.isEmpty else { return found }
    let reading = Array(Self.plain(text).utf8)
    guard !reading.isEmpty, reading.allSatisfy({ (0x61...0x7A).contains($0) }) else { return [] }
    return all.filter { named in
      named.names.contains { Pinyin.shared.isFound(reading, in: Array($0.utf8)) }
    }
  }

  /// Without what people write differently: capitals and full-width forms.
  package static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(plain).lowercased()
  }
}
