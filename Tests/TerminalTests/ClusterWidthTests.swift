import Testing
import WallChartWords

@testable import WallChart

/// Our widths against those of a terminal: what is printed, and where the cursor stands then.
@Suite struct ClusterWidthTests {
  private let display = Display(columns: 80, rows: 3)

  /// Whether a terminal takes a character as we do, or the painter knows that it may not.
  private func isKnown(_ character: Character) -> Bool {
    let glyph = CellWidth.glyph(of: character)
    display.take(Array("\u{1B}[2;1H\(glyph)".utf8))
    if display.cursor.column == CellWidth.columns(of: character) { return true }
    let base = glyph.unicodeScalars.first?.value ?? 0
    return glyph.unicodeScalars.count > 1 || CellWidth.isDisputed(base, unlessAmbiguous: true)
  }

  @Test func `A terminal takes every character as we do, or it is known to be disputed`() {
    var count = 0
    for value in UInt32(0xA0)..<0x32400 {
      // Of the large blocks of Chinese and Korean, some.
      let isLarge = (0x3400..<0xF900).contains(value) || value >= 0x20000
      guard !isLarge || value % 61 == 0, let scalar = Unicode.Scalar(value),
        Printable.filtered(String(scalar)) == String(scalar)
      else { continue }
      #expect(isKnown(Character(scalar)), "U+\(String(value, radix: 16))")
      count += 1
    }
    #expect(count > 20_000)
  }

  @Test func `A terminal shows a Korean syllable in parts whole, and what stands beside it`() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    let modern = "\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}"
    let old = "\u{1112}\u{119E}\u{11AB}"
    frame.write(modern + "│15", at: 0, 0)
    frame.write(old + "│15", at: 0, 1)
    var painter = Painter(PainterTests.Kind.usual.capabilities, .fixed)
    let display = Display(columns: 12, rows: 2)
    display.take(painter.paint(frame, over: nil))
    #expect(display.row(0).unicodeScalars.elementsEqual("\u{D55C}\u{AD6D}│15".unicodeScalars))
    #expect(display.row(1).unicodeScalars.elementsEqual((old + "│15").unicodeScalars))
    #expect(display.columns(of: "│", inRow: 0) == [4] && display.columns(of: "│", inRow: 1) == [2])
  }

  @Test func `So it does characters that are made of several`() {
    for text in NaughtyTextTests.strings {
      for character in Printable.filtered(text) {
        #expect(isKnown(character), "\(text)")
      }
    }
  }
}
