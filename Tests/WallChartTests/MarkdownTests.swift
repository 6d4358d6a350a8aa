import Testing
import WallChartWords

@testable import WallChart

@Suite("Papers in Markdown")
struct MarkdownTests {
  @Test(
    "Signs of Markdown in a text are signs no more",
    arguments: [
      ("11 small boilers, 85 % (by 30 Sep)", "11 small boilers, 85 % (by 30 Sep)"),
      ("取缔燃煤锅炉4台（采暖期前）", "取缔燃煤锅炉4台（采暖期前）"),
      ("a|b", "a\\|b"), ("*b* _i_ ~s~", "\\*b\\* \\_i\\_ \\~s\\~"), ("`rm`", "\\`rm\\`"),
      ("[x](http://e.org)", "\\[x\\](http\\://e.org)"), ("<script>&amp;", "\\<script\\>\\&amp;"),
      ("# 3", "\\# 3"), ("back\\", "back\\\\"), ("one\ntwo\u{1B}[1m", "one␊two␛\\[1m"),
      // What GitHub's Markdown makes a link of without any sign.
      ("see www.evil.example", "see www\\.evil.example"), ("WWW.x.org", "WWW\\.x.org"),
      ("mail@x.yy", "mail&#8288;@x.yy"), ("xmpp:a.b@c.de", "xmpp:a.b&#8288;@c.de"),
      ("ww.x 3.5", "ww.x 3.5"), ("@Lin @ 5 a@", "@Lin @ 5 a@"), ("邮箱@b.cc", "邮箱@b.cc"),
      ("\u{202E}x", "\\<U+202E\\>x"),
    ])
  func plain(text: String, expected: String) {
    #expect(Markdown.inline(text) == expected)
  }

  @Test(
    "Nothing at the beginning of a line makes a list, a head or a rule of it",
    arguments: [
      ("- a", "\\- a"), ("1. b", "1\\. b"), ("12) c", "12\\) c"), ("+ d", "\\+ d"),
      ("--- e", "\\--- e"), ("2020-07-31", "2020-07-31"), ("85 % f", "85 % f"),
      ("# g", "\\# g"), ("=== h", "\\=== h"),
    ])
  func openings(text: String, expected: String) {
    #expect(Markdown.opening(text) == expected)
  }

  @Test("A table has a cell for each column, whatever stands in it")
  func table() {
    var paper = Document(title: "Week 3 *")
    paper.add(
      "units", "Units | all",
      [
        .table(
          Document.Table(
            id: "units",
            columns: [
              .init(id: "unit", head: "Unit"), .init(id: "red", head: "Red", kind: .figure),
            ],
            rows: [
              .init(cells: [.text("A|B"), .figure(3)]),
              .init(cells: [.text(""), .none], isTotal: true),
            ])), .paragraph("- no list"), .list(["one", "2. two"]),
      ])
    let text = Template(.documentMarkdown)
      .text(of: ["document": paper.datum(Words(.en)), "language": "en"])
    #expect(
      text == """
        # Week 3 \\*

        ## 1. Units \\| all

        | Unit | Red |
        | --- | ---: |
        | A\\|B | 3 |
        |  | — |

        \\- no list

        - one
        - 2\\. two
        """)
  }
}
