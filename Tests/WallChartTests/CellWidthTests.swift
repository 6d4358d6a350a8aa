import Foundation
import Testing

@testable import WallChart

@Suite("Columns of text")
struct CellWidthTests {
  @Test(
    "Text takes as many columns as a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("蓝天", 4), ("BS-04 锅炉", 10), ("e\u{301}", 1), ("한국", 4), ("ｗｉｄｅ", 8),
      ("क\u{93F}", 2), ("क\u{94D}", 1), ("\u{93E}", 2), ("✓15", 3), ("│", 1), ("…", 1), ("Ⅲ类", 3),
      ("“千吨”", 6), ("𠀀", 2), ("\u{102C}", 1), ("ဘာ", 2), ("น้ำ", 2), ("ກຳ", 2), ("葛\u{E0101}", 2),
      ("❤\u{FE0F}", 1), ("⌚\u{FE0E}", 2), ("क्ष", 2), ("\u{1112}\u{1161}\u{11AB}국", 4),
      ("\u{1112}\u{119E}\u{11AB}", 2), ("\u{1161}", 2), ("a\u{11A8}b", 4),
    ])
  func columns(text: String, expected: Int) {
    #expect(CellWidth.columns(of: text) == expected)
  }

  @Test("Cutting never halves a character and never exceeds the width", arguments: 0...12)
  func cut(width: Int) {
    for text in ["取缔燃煤锅炉4台", "Shut down 4 boilers", "e\u{301}e\u{301}e\u{301}", "a蓝b天c海"] {
      let cut = CellWidth.cut(text, to: width, ellipsis: "…")
      #expect(CellWidth.columns(of: cut) <= width)
      if CellWidth.columns(of: text) > width, width > 0 {
        #expect(cut.hasSuffix("…"))
        #expect(text.hasPrefix(cut.dropLast()))
      } else if width > 0 {
        #expect(cut == text)
      }
    }
  }

  @Test(
    "Lines break at spaces and beside Chinese characters, but never before a closing sign",
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one  two", 4, ["one", "two"]),
      ("unbreakable", 4, ["unbr", "eaka", "ble"]), ("", 5, [""]), ("a", 1, ["a"]),
      ("取缔燃煤锅炉。", 12, ["取缔燃煤锅", "炉。"]), ("取缔（燃煤）", 6, ["取缔", "（燃", "煤）"]),
      ("Office：完成", 9, ["Office：", "完成"]), ("蓝", 1, ["蓝"]),
      // Quotes and titles keep their signs; so do dashes of two, six dots, and what stands beside.
      ("他说“好的”。", 8, ["他说“好", "的”。"]), ("他说“好的”。", 5, ["他说", "“好", "的”。"]),
      ("见《通知》，", 6, ["见《通", "知》，"]), ("工作——整改", 5, ["工", "作——", "整改"]),
      ("等……问题", 5, ["等……", "问题"]), ("等等……", 5, ["等", "等……"]),
      ("甲、乙／丙", 6, ["甲、", "乙／丙"]), ("十五～二十", 5, ["十", "五～", "二十"]),
      // Numbers stay with their units and what they count.
      ("完成20吨", 6, ["完成", "20吨"]), ("共第12期", 6, ["共", "第12期"]),
      ("到85%为止", 4, ["到", "85%", "为止"]), ("升温3℃多", 5, ["升温", "3℃多"]),
      ("2020年10月31日", 9, ["2020年", "10月31日"]), ("投资￥300万", 8, ["投资", "￥300万"]),
      // A word of another script is not parted.
      ("采用VOCs治理", 7, ["采用", "VOCs治", "理"]), ("含SO2(二氧化硫)", 10, ["含SO2(二氧", "化硫)"]),
      // Where nothing else is left, anywhere.
      ("，，，，", 4, ["，，", "，，"]), ("（（（", 2, ["（", "（", "（"]),
    ])
  func wrap(text: String, width: Int, lines: [String]) {
    #expect(CellWidth.wrap(text, to: width) == lines)
  }

  @Test("A thousand marks on one letter are cut to four")
  func marks() {
    let letter = Character("a" + String(repeating: "\u{301}", count: 1000))
    #expect(CellWidth.glyph(of: letter).unicodeScalars.count == 5)
  }

  @Test(
    "What a cell keeps of a character of several scalars",
    arguments: [
      // Korean in parts: the syllable, whatever the parts; one of old times stays in parts; one
      // without its consonant gets a blank one.
      ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("\u{1100}\u{1161}", "\u{AC00}"),
      ("\u{D558}\u{11AB}", "\u{D55C}"), ("\u{1112}\u{1175}\u{11C2}", "\u{D7A3}"),
      ("\u{1112}\u{119E}\u{11AB}", "\u{1112}\u{119E}\u{11AB}"),
      ("\u{1112}\u{1161}\u{11EB}", "\u{D558}\u{11EB}"), ("\u{1161}", "\u{115F}\u{1161}"),
      // Letters that Indian scripts join, and a family.
      ("क्ष", "क्ष"), ("क\u{94D}\u{200D}ष", "क्ष"), ("👩\u{200D}👧", "👩"),
    ])
  func glyphs(text: String, glyph: String) {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    #expect(frame.write("\(text)|", at: 0, 0) == CellWidth.columns(of: glyph) + 1)
    // Equal texts may be of other scalars.
    #expect(Array((frame[0, 0].glyph ?? " ").unicodeScalars) == Array(glyph.unicodeScalars))
    #expect(frame[CellWidth.columns(of: glyph), 0].glyph == "|")
  }

  @Test("Every syllable of Korean in its parts is the one of Unicode")
  func syllables() {
    for value in UInt32(0xAC00)..<0xD7A4 {
      guard let syllable = Unicode.Scalar(value) else { continue }
      let parts = String(syllable).decomposedStringWithCanonicalMapping
      #expect(Array(CellWidth.glyph(of: Character(parts)).unicodeScalars) == [syllable])
    }
  }

  @Test("Writing over half of a wide character leaves no half behind")
  func overwrite() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.write("蓝天海", at: 0, 0)
    frame.write("x", at: 1, 0)
    #expect(frame.text(ofRow: 0) == " x天海")
    frame.write("y", at: 2, 0)
    #expect(frame.text(ofRow: 0) == " xy 海")
    frame.write("海", at: 5, 0)
    #expect(frame[5, 0].glyph == nil)
  }
}
