// Korean syllables written in their parts, as some systems write them in names of files.
extension CellWidth {
  /// What stands for a consonant that is missing: two columns, blank.
  static let fillingConsonant: Unicode.Scalar = "\u{115F}"

  /// Whether a scalar is a vowel or the end of a syllable: terminals write it over what stands before.
  static func isEndOfSyllable(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FB).contains(scalar.value)
  }

  /// The one scalar for a modern syllable, by the arithmetic of Unicode (3.12), and of how many
  /// scalars it is made; nil where they make none.
  static func syllable(
    of scalars: String.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, parts: Int)? {
    let values = scalars.prefix(3).map(\.value)
    guard var syllable = values.first, values.count > 1 else { return nil }
    var parts = 1
    if (0x1100..<0x1113).contains(syllable), (0x1161..<0x1176).contains(values[1]) {
      syllable = 0xAC00 + ((syllable - 0x1100) * 21 + values[1] - 0x1161) * 28
      parts = 2
    }
    if values.count > parts, (0xAC00..<0xD7A4).contains(syllable), (syllable - 0xAC00) % 28 == 0,
      (0x11A8..<0x11C3).contains(values[parts])
    {
      syllable += values[parts] - 0x11A7
      parts += 1
    }
    guard parts > 1, let scalar = Unicode.Scalar(syllable) else { return nil }
    return (scalar, parts)
  }
}
