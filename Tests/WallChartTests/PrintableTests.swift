import Testing
import WallChartStore

@testable import WallChartWords

@Suite("What is fit to be shown")
struct PrintableTests {
  @Test(
    "What cannot be seen is written out",
    arguments: [
      ("\u{3164}", "<U+3164>"), ("a\u{115F}b", "a<U+115F>b"), ("\u{2800}", "<U+2800>"),
      ("\u{17B4}", "<U+17B4>"), ("水\u{180B}源", "水<U+180B>源"), ("a\u{34F}b", "a<U+034F>b"),
      ("\u{200D}", "<U+200D>"), ("a\u{200D}b", "a<U+200D>b"), ("水\u{200D}源", "水<U+200D>源"),
      ("\u{FE0F}", "<U+FE0F>"), ("a\u{FE0F}b", "a<U+FE0F>b"), ("1\u{FE0F}2", "1<U+FE0F>2"),
      ("👩\u{200D}", "👩<U+200D>"), ("👩\u{200D}b", "👩<U+200D>b"),
      ("👩\u{200D}\u{200D}👩", "👩<U+200D><U+200D>👩"), ("\u{FFA0}", "<U+FFA0>"),
      ("葛\u{FE00}\u{FE00}", "葛\u{FE00}<U+FE00>"), ("\u{1D159}", "<U+1D159>"),
      ("\u{AD}", "<U+00AD>"), ("\u{E0101}", "<U+E0101>"),
    ])
  func unseen(text: String, shown: String) {
    #expect(Printable.filtered(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
    #expect(Printable.filtered("x " + text + " y").contains("<U+"))
  }

  @Test(
    "What only changes how its neighbours look stays with them",
    arguments: [
      "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥", "👍🏽", "👩🏽\u{200D}🔬", "🏳\u{FE0F}\u{200D}🌈",
      "1\u{FE0F}\u{20E3}", "☎\u{FE0E}", "©\u{FE0F}", "क्\u{200D}ष", "می\u{200D}خ", "葛\u{E0100}城",
      "\u{1820}\u{180B}", "é", "e\u{301}", "שָׁלוֹם", "각", "水源　地",
    ])
  func joined(text: String) {
    #expect(Printable.filtered(text).unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(Printable.json(text) == text)
  }

  @Test("JSON has the same values, with an escape for what cannot be seen")
  func json() {
    #expect(Printable.json("\"a\u{200D}b\u{3164}\"") == #""a\u200db\u3164""#)
  }

  @Test("On a screen a text is made fit as far as anybody reads, on paper to its end")
  func limited() {
    let words = Words(.en)
    let text = Text(String(repeating: "\u{202E}", count: 330_000))
    #expect(words(text).utf8.count == 330_000 * 8)
    #expect(words.forScreen(text).utf8.count < 50_000)
    #expect(words.forScreen(text).hasSuffix("<U+202E>…"))
    #expect(words.forScreen.forPaper(text) == words(text))
    let page = Text(String(repeating: "水", count: 2000))
    #expect(words.forScreen(page) == words(page))
  }
}
