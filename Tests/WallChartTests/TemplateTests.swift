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
      ("a\n{{#list}}\nb\n{{/other}}\n", 4, Word.templateClosing),
      ("\u{FEFF}a\r\n\r\n{{na me}}\r\n", 3, .templateName),
      ("{{#list}}\nb", 2, .templateOpen), ("{{% CONTENT_TYPE:PDF}}\n", 1, .templatePragma),
    ] {
      let fault = #expect(throws: Template.Fault.self) { try Template(text) }
      #expect(fault?.line == line, "\(text)")
      #expect(fault?.reason == reason, "\(text)")
      #expect((fault?.column ?? 0) > 0)
    }
  }

  @Test("A template in another encoding is refused, not half read")
  func encoding() {
    let fault = #expect(throws: Template.Fault.self) {
      try Template([0xFF, 0xFE, 0x7B, 0x00, 0x7B, 0x00])
    }
    #expect(fault?.reason == .templateEncoding)
  }

  @Test("Those of the program can be read", arguments: Template.BuiltIn.allCases)
  func builtIn(template: Template.BuiltIn) throws {
    #expect(template.text.hasPrefix("{{% CONTENT_TYPE:"))
    _ = try Template(template.text)
  }
}
