import Foundation
import Testing

@testable import WallChart

/// Our tables against Unicode's own data, as Debian's package `unicode-data` has it.
@Suite("Columns by Unicode's data")
struct UnicodeWidthTests {
  /// The stretches of a file of Unicode's, with the property of each.
  private static func stretches(_ file: String) throws -> [(range: ClosedRange<UInt32>, is: String)]
  {
    try String(contentsOfFile: "/usr/share/unicode/\(file)", encoding: .utf8)
      .split(separator: "\n").compactMap { line in
        let parts = line.prefix { $0 != "#" }.split(separator: ";")
          .map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2 else { return nil }
        let ends = parts[0].components(separatedBy: "..").compactMap { UInt32($0, radix: 16) }
        guard let first = ends.first, let last = ends.last else { return nil }
        return (first...last, parts[1])
      }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .spacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  @Test("Every character that Unicode calls wide takes two, what it calls ambiguous one or two")
  func tables() throws {
    var count = 0
    for (range, width) in try Self.stretches("EastAsianWidth.txt") {
      for scalar in range.compactMap(Unicode.Scalar.init) where !Self.isMark(scalar) {
        let age = scalar.properties.age
        guard let age, age.major < 15 || age.major == 15 && age.minor == 0 else { continue }
        // Of their own width as every terminal has them, and as Unicode 16 has the hexagrams.
        if (0x3248...0x324F).contains(scalar.value) || (0x4DC0...0x4DFF).contains(scalar.value) {
          #expect(CellWidth.columns(of: scalar) == 2)
          continue
        }
        // A later version made these wide: terminals differ by their age, and we know it.
        if CellWidth.becameWide.cover(scalar.value), width == "W" { continue }
        let isWide = width == "W" || width == "F"
        let isAmbiguous = width == "A" && scalar.properties.generalCategory != .privateUse
        let isRight =
          WideCharacters.contains(scalar) == isWide
          && (AmbiguousCharacters.contains(scalar.value) == isAmbiguous
            || [.format, .control].contains(scalar.properties.generalCategory))
        #expect(isRight, "U+\(String(scalar.value, radix: 16)) is \(width)")
        count += 1
      }
    }
    #expect(count > 140_000)
  }

  @Test("What Unicode draws as a picture is known to be disputed, unless it is plain text before")
  func pictures() throws {
    for (range, property) in try Self.stretches("emoji/emoji-data.txt")
    where property == "Emoji_Presentation" {
      for value in range {
        #expect(CellWidth.isDisputed(value, unlessAmbiguous: true), "\(String(value, radix: 16))")
      }
    }
  }

  @Test("A character, however it is made up, takes one column or two, and its glyph no more")
  func clusters() throws {
    for (range, _) in try Self.stretches("emoji/emoji-data.txt").prefix(40) {
      for scalar in range.compactMap(Unicode.Scalar.init) {
        for text in [
          "\(scalar)", "\(scalar)\u{FE0F}", "\(scalar)\u{200D}\(scalar)", "\(scalar)\u{1F3FD}",
        ] {
          for character in text {
            let glyph = CellWidth.glyph(of: character)
            #expect((1...2).contains(CellWidth.columns(of: character)))
            #expect(CellWidth.columns(of: glyph) == CellWidth.columns(of: character))
            #expect(!glyph.unicodeScalars.contains("\u{FE0F}"))
          }
        }
      }
    }
  }

  @Test(
    "What is ambiguous is as wide as the terminal draws it",
    arguments: [
      ("×", 1, 2), ("“千吨”", 6, 8), ("Ⅲ类", 3, 4), ("…", 1, 2), ("✓15", 3, 3), ("大", 2, 2),
      ("α", 1, 2),
      ("e\u{301}", 1, 1), ("é", 1, 2), ("«»", 2, 2), ("①", 1, 2), ("A─B", 3, 4),
    ])
  func ambiguous(text: String, narrow: Int, wide: Int) {
    #expect(CellWidth.columns(of: text) == narrow)
    CellWidth.measuring(ambiguous: .wide) {
      #expect(CellWidth.columns(of: text) == wide)
      for width in 0...6 {
        for ellipsis in ["…", ">"] as [Character] {
          let cut = CellWidth.cut(text, to: width, ellipsis: ellipsis)
          #expect(CellWidth.columns(of: cut) <= width)
          let end = CellWidth.end(of: text, to: width, ellipsis: ellipsis)
          #expect(CellWidth.columns(of: end) <= width)
        }
      }
      for line in CellWidth.wrap(text + text, to: 4) {
        #expect(CellWidth.columns(of: line) <= 4)
      }
      CellWidth.measuring(ambiguous: .narrow) {
        #expect(CellWidth.columns(of: text) == narrow)
      }
    }
  }

  @Test("Each tier has signs of one column: the safe ones everywhere, the rich ones where narrow")
  func tiers() {
    for glyphs in [Glyphs.safe, .ascii] {
      for sign in glyphs.all {
        for scalar in sign.unicodeScalars {
          #expect(!AmbiguousCharacters.contains(scalar.value) && !WideCharacters.contains(scalar))
        }
      }
    }
    #expect(Glyphs.ascii.all.allSatisfy { $0.isASCII })
    #expect(Glyphs.rich.all.allSatisfy { CellWidth.columns(of: $0) == 1 })
    for (kind, glyphs) in [
      ("xterm-256color", Glyphs.rich), ("tmux", .rich), ("putty-256color", .safe),
      ("vt220", .safe), ("linux", .ascii), ("linux-16color", .ascii),
    ] {
      #expect(Console.glyphs(ascii: nil, on: kind) == glyphs)
      #expect(Console.glyphs(ascii: true, on: kind) == .ascii)
      #expect(Console.glyphs(ascii: false, on: kind) == .rich)
      #expect(Console.glyphs(ascii: false, .wide, on: kind) == .safe)
    }
    // What stands for a state is never mistaken for another.
    for glyphs in [Glyphs.rich, .safe, .ascii] {
      let states = [
        glyphs.met, glyphs.metLate, glyphs.overdue, glyphs.lateInClosing, glyphs.several,
        glyphs.silent, glyphs.disputed, glyphs.turned,
      ]
      #expect(Set(states).count == states.count)
    }
  }
}
