import Testing
import WallChartWords

@testable import WallChart

@Suite("Templates that no program could fill in")
struct TemplateHazardTests {
  private static func fault(_ text: String) -> Template.Fault? {
    do throws(Template.Fault) {
      _ = try Template(text)
      return nil
    } catch { return error }
  }

  private static func told(_ text: String) -> String? {
    fault(text).map { "\($0.line):\($0.column) \(Words(.en)($0.reason, $0.values))" }
  }

  @Test("Sections stand a hundred deep in each other, and no deeper; functions, too")
  func deep() throws {
    func nest(_ depth: Int) -> String {
      let open = Array(repeating: "{{#document}}\n", count: depth).joined()
      return open + "x\n" + Array(repeating: "{{/document}}\n", count: depth).joined()
    }
    #expect(try Template(nest(100)).text(of: ["document": ["title": "t"]]) == "x")
    let deeper = "101:1 this stands deeper than 100 levels of sections or functions."
    #expect(Self.told(nest(3_000)) == deeper)
    #expect(Self.told(String(nest(3_000).prefix(14_000))) == deeper)
    // Marks above the braces do not hide them.
    #expect(Self.told(String(repeating: "{{\u{301}{{#document}}", count: 3_000)) != nil)
    let functions =
      String(repeating: "count(", count: 3_000) + "x" + String(repeating: ")", count: 3_000)
    #expect(Self.fault("{{\(functions)}}")?.reason == .templateDeep)
    // One behind the other they are no depth.
    let many = String(repeating: "{{#document}}x{{/document}}", count: 3_000)
    #expect(Self.fault(many) == nil)
  }

  @Test(
    "What is not finished is told with its place",
    arguments: [
      ("a\n {{", "2:2", "}}"), ("{{title", "1:1", "}}"), ("\n{{{title}}", "2:1", "}}}"),
      ("{{! to do", "1:1", "}}"), ("{{=<% %>}}", "1:1", "=}}"), ("{{a {{b}}", "1:1", "}}"),
      ("{{=<% %>=}}\n<% a", "2:1", "%>"),
    ])
  func unfinished(text: String, place: String, missing: String) {
    #expect(
      Self.told(text)
        == "\(place) a tag begins here that is not finished: \"\(missing)\" is missing.")
  }

  @Test("A brace at the very end is one", arguments: ["a {", "{", "}}", "a }"])
  func brace(text: String) throws {
    #expect(try Template(text).text(of: [:]) == text)
  }

  @Test("A template stands alone", arguments: ["{{> foot}}", "{{>foot}}", "{{< frame}}{{/frame}}"])
  func alone(tag: String) {
    #expect(Self.told("x\n" + tag)?.hasPrefix("2:1 \"{{") ?? false)
    #expect(Self.fault(tag)?.reason == .templateAlone)
  }

  @Test(
    "Other braces have two signs or more: of one the library would cut off what stands before it")
  func braces() throws {
    #expect(Self.fault("{{=| |=}}|#a||/a|")?.reason == .templateBraces)
    #expect(Self.fault("{{=<% =}}")?.reason == .templateBraces)
    #expect(try Template("{{=<% %>=}}<%#a%>[<%.%>]<%/a%>").text(of: ["a": ["x", "y"]]) == "[x][y]")
  }

  @Test("Sections of a list within themselves come to an end, and are told of")
  func endless() throws {
    let list: Datum = ["list": .list(Array(repeating: ["a": 1], count: 10))]
    let text =
      String(repeating: "{{#list}}", count: 40) + "x" + String(repeating: "{{/list}}", count: 40)
    let template = try Template("\n" + text)
    let fault = try #require(throws: Template.Fault.self) {
      try template.text(of: list, most: 9_999)
    }
    #expect("\(fault.line):\(fault.column)" == "2:1")
    #expect(fault.reason == .templateEndless)
    let twice = try Template("{{#list}}{{#list}}x{{/list}}{{/list}}")
    #expect(try twice.text(of: list, most: 110).count == 100)
    #expect(throws: Template.Fault.self) { try twice.text(of: list, most: 109) }
  }

  @Test("Whatever tags are thrown together, the text is filled in or a place is named")
  func thrownTogether() throws {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^list}}", "{{#list}}", "{{/list}}", "{{.}}",
      "{{> x}}", "{{< x}}", "{{$ x}}", "{{/ x}}", "{{=<% %>=}}", "<%={{ }}=%>", "<%#a%>", "<%/a%>",
      "{{=| |=}}", "|#a|", "|/a|", "{{! c", "{{%", "CONTENT_TYPE:HTML}}", "{{% CONTENT_TYPE : X}}",
      "{{first(list)}}", "{{#first()}}", "{{/first()}}", "{{count(", "a)}}", "{{a.b.c}}", "{{..}}",
      "{{*}}", "{{}}", "{{plusone(n)}}", "{{#reversed(list)}}", "{{/reversed(list)}}",
      "{{pieces(t)}}",
      "\n", "\r\n", " ", "\t", "x", "\u{301}", "\u{2028}", "{", "}", "=", "大",
    ]
    let datum: Datum = [
      "a": ["b": ["c": "deep"]], "list": ["x", ["a": 1], .none, []], "n": 3, "t": "BS-04 done",
    ]
    var state: UInt64 = 2020
    func roll(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var (filled, refused) = (0, 0)
    for _ in 0..<2_000 {
      let text = (0..<(1 + roll(24))).map { _ in pieces[roll(pieces.count)] }.joined()
      do throws(Template.Fault) {
        _ = try Template(text).text(of: datum, most: 10_000)
        filled += 1
      } catch {
        #expect(error.line > 0 && error.column > 0, "\(text)")
        refused += 1
      }
    }
    #expect(filled > 100 && refused > 1_000, "\(filled) \(refused)")
  }

  @Test("A text is given in pieces, so that no line breaks within an id")
  func pieces() throws {
    for (text, pieces) in [
      ("BS-04 Boilers, BH-06", ["BS-04", " Boilers, ", "BH-06"]),
      ("五、BS-04：无", ["五、", "BS-04", "：无"]),
      ("well-known", ["well-known"]), ("", []), ("A-1", ["A-1"]),
      ("2020-07-31.", ["2020-07-31", "."]),
      ("e\u{301}-1 x", ["e\u{301}-1 x"]),
    ] {
      #expect(WholeWord.pieces(of: text) == pieces)
      #expect(WholeWord.pieces(of: text).joined() == text)
    }
    #expect(
      !WholeWord.isOne("well-known") && WholeWord.isOne("BS-04") && !WholeWord.isOne("BS-04 "))
    let text =
      "{{#pieces(t)}}{{#whole(.)}}[{{.}}]{{/whole(.)}}{{^whole(.)}}{{.}}{{/whole(.)}}{{/pieces(t)}}"
    #expect(try Template(text).text(of: ["t": "a BS-04 <b>"]) == "a [BS-04] &lt;b&gt;")
    #expect(
      try Template("{{uppercased(t)}}{{#empty(t)}}x{{/empty(t)}}").text(of: ["t": "a"]) == "A")
  }
}
