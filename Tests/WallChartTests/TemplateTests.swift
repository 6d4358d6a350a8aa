import Testing
import WallChartWords

@testable import WallChart

@Suite("Templates of an office's own")
struct TemplateTests {
  private static let evil = "<b onload=\"x\u{301}\">&'*_|\\ \u{1B}[2J\u{202E}"

  private static func filled(_ text: String, _ datum: Datum) throws -> String {
    try Template(text).text(of: datum)
  }

  @Test("A text is filled in as its format has it; where none is named, as HTML")
  func escaping() throws {
    let datum: Datum = ["name": .text("<a> *b* \\c"), "point": ".SH x"]
    for (text, expected) in [
      ("{{name}}", "&lt;a&gt; *b* \\c"),
      ("{{% CONTENT_TYPE:HTML}}\n{{name}}", "&lt;a&gt; *b* \\c"),
      ("{{% CONTENT_TYPE:MARKDOWN}}\n{{name}}", "\\<a\\> \\*b\\* \\\\c"),
      ("{{% CONTENT_TYPE:MDOC}}\n{{name}}\n{{point}}", "<a> *b* \\ec\n\\&.SH x"),
      ("{{% CONTENT_TYPE:TEXT}}\n{{name}}\n\n", "<a> *b* \\c"),
    ] { #expect(try Self.filled(text, datum) == expected) }
  }

  @Test("No text gets out of an attribute, moves a cursor or turns the line round")
  func hostile() throws {
    let text = try Self.filled("<p title=\"{{t}}\">", ["t": .text(Self.evil)])
    let inside = text.unicodeScalars.dropFirst(10).dropLast(2)
    for sign in "<>\"'\u{1B}\u{202E}".unicodeScalars { #expect(!inside.contains(sign)) }
    let raw = try Self.filled("{{{t}}}", ["t": .text(Self.evil)])
    #expect(!raw.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test("Lists, flags and what is not there are sections; a name without a value stays empty")
  func sections() throws {
    let datum: Datum = [
      "name": "outer", "none": .none, "yes": true, "no": false, "number": 0,
      "list": [["name": "a"], ["name": .none], ["other": 1]], "empty": [],
    ]
    for (text, expected) in [
      ("{{#list}}[{{name}}]{{/list}}", "[a][][outer]"),
      ("{{^empty}}nothing{{/empty}}{{#empty}}x{{/empty}}", "nothing"),
      ("{{#none}}x{{/none}}{{^none}}none{{/none}}{{none}}", "none"),
      ("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{number}}", "y0"),
      ("{{#list}}{{^first()}}, {{/first()}}{{index()}}{{/list}}", "0, 1, 2"),
      ("{{count(list)}} {{#first(list)}}{{name}}{{/first(list)}}", "3 a"),
      // A list or an object is no text.
      ("[{{list}}{{empty}}{{#list}}{{.}}{{/list}}]", "[]"),
    ] { #expect(try Self.filled(text, datum) == expected) }
  }

  @Test("A fault is told with its line, whatever ends the lines")
  func faults() {
    for (text, line, reason) in [
      ("\u{FEFF}a\r\n\r\n{{na me}}\r\n", 3, Word.templateName),
      ("{{% CONTENT_TYPE:PDF}}\n", 1, .templatePragma),
    ] {
      let fault = #expect(throws: Template.Fault.self) { try Template(text) }
      #expect(fault?.line == line, "\(text)")
      #expect(fault?.reason == reason, "\(text)")
      #expect((fault?.column ?? 0) > 0)
    }
  }

  @Test("A section that is closed wrongly or never is named, with the line that opens it")
  func openSections() throws {
    for (text, place, sentence) in [
      (
        "a\n{{#list}}\nb\n {{/other}}\n", "4:2",
        "\"{{/other}}\" stands here, but \"{{#list}}\" of line 2 is not closed."
      ),
      ("{{! {#no}\n}}\r\n{{#facts}}\nb", "3:1", "\"{{#facts}}\" of line 3 is not closed."),
      ("{{^a}}\n{{#b}}{{/b}}\n", "1:1", "\"{{^a}}\" of line 1 is not closed."),
      ("{{#a}}{{/a}}\n{{/a}}", "2:1", "\"{{/a}}\" closes a section that is not open."),
      (
        "{{=<% %>=}}\n<%#a%>\n<%/b%>", "3:1",
        "\"{{/b}}\" stands here, but \"{{#a}}\" of line 2 is not closed."
      ),
    ] {
      let fault = try #require(throws: Template.Fault.self) { try Template(text) }
      #expect("\(fault.line):\(fault.column)" == place, "\(text)")
      #expect(Words(.en)(fault.reason, fault.values) == sentence)
    }
  }

  @Test("A template says for which format it is, and is filled in for no other")
  func formats() throws {
    func fault(_ text: String, _ builtIn: Template.BuiltIn) -> Template.Fault? {
      do throws(Template.Fault) {
        _ = try Template(Array(text.utf8), insteadOf: builtIn)
        return nil
      } catch { return error }
    }
    for builtIn in Template.BuiltIn.allCases { #expect(fault(builtIn.text, builtIn) == nil) }
    let markdown = Template.BuiltIn.documentMarkdown.text
    let html = Template.BuiltIn.documentHTML.text
    for (text, builtIn, reason) in [
      (markdown, Template.BuiltIn.documentHTML, Word.templateFormat),
      (markdown, .chartHTML, .templateFormat), (html, .documentMarkdown, .templateFormat),
      ("{{% CONTENT_TYPE:TEXT}}\n{{title}}", .documentHTML, .templateFormat),
      ("{{% CONTENT_TYPE:HTML}}\n{{% CONTENT_TYPE:TEXT}}", .documentHTML, .templateFormat),
      ("<p>{{title}}</p>", .documentHTML, .templateFirstLine),
      ("\n{{% CONTENT_TYPE:HTML}}\n", .documentHTML, .templateFirstLine),
    ] { #expect(fault(text, builtIn)?.reason == reason, "\(text.prefix(40))") }
    #expect(fault("{{% CONTENT_TYPE:TEXT}}\n{{chart}}", .documentMarkdown) == nil)
    #expect(fault("\u{FEFF}{{%CONTENT_TYPE : HTML}}\r\n{{chart}}", .documentHTML) == nil)
    let other = try #require(fault(markdown, .documentHTML))
    #expect(
      Words(.en)(other.reason, other.values) == "this template is for md, and html was asked for.")
    let none = try #require(fault("x", .documentMarkdown))
    #expect(Words(.en)(none.reason, none.values).contains("{{% CONTENT_TYPE:MARKDOWN}}"))
  }

  @Test("A name that stands for nothing is found where it is first written; absent members are not")
  func unknownNames() throws {
    let datum: Datum = ["own": ["deep": "x"]]
    func found(_ text: String, _ paper: Template.Paper) throws -> [String] {
      try Template(text).unknownTags(in: datum, of: paper)
        .map { "\($0.tag.line):\($0.tag.column) \($0.name)" }
    }
    #expect(
      try found("{{totals.red}}\n {{totlas.red}}{{#fcts}}{{.}}{{/fcts}}{{fcts}}", .bulletin)
        == ["2:2 totlas.red", "2:16 fcts"])
    // What is absent this week, what the datum alone has, and what the library makes of them.
    #expect(
      try found(
        "{{#overdue}}{{sinceText}}{{#first()}}{{/first()}}{{/overdue}}{{last}}{{own.deep}}"
          + "{{count(silent)}}{{uppercased(first(overdue))}}{{! fcts }}", .bulletin) == [])
    #expect(try found("{{lower(chart)}}{{count(fcts)}}", .bulletin).count == 2)
    #expect(try found("{{document}}{{tiles}}{{idLetters}}", .page) == ["1:1 document"])
    #expect(try found("{{document.masthead}}{{totals}}", .minutes) == ["1:22 totals"])
  }

  @Test("The templates of the program name nothing unknown, whatever paper they are for")
  func knownNames() {
    for (builtIn, paper) in [
      (Template.BuiltIn.documentMarkdown, Template.Paper.bulletin), (.documentHTML, .bulletin),
      (.chartHTML, .page),
    ] {
      #expect(Template(builtIn).unknownTags(in: [:], of: paper).isEmpty)
    }
    for builtIn in [Template.BuiltIn.documentMarkdown, .documentHTML] {
      #expect(Template(builtIn).unknownTags(in: ["language": "en"], of: .minutes).isEmpty)
    }
  }

  @Test("A template in another encoding is refused, not half read")
  func encoding() {
    let fault = #expect(throws: Template.Fault.self) {
      try Template([0xFF, 0xFE, 0x7B, 0x00, 0x7B, 0x00], insteadOf: .documentHTML)
    }
    #expect(fault?.reason == .templateEncoding)
  }

  @Test("Those of the program can be read", arguments: Template.BuiltIn.allCases)
  func builtIn(template: Template.BuiltIn) throws {
    #expect(template.text.hasPrefix("{{% CONTENT_TYPE:"))
    _ = try Template(template.text)
  }
}
