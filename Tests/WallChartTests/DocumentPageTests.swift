import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Papers as pages")
struct DocumentPageTests {
  private static func html(_ language: Language, number: Int?, title: String? = nil) -> String {
    var chart = Seeds.situation.chart
    if let title { chart.title = Text(title) }
    let situation = Situation(
      chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day)
    let bulletin = Bulletin(
      of: situation, number: number, rhythm: .weekly, since: .day(Day(iso: "2020-07-24")!))
    return Template(.documentHTML).text(of: bulletin.datum(Words(language)))
  }

  @Test("A bulletin has the head of a numbered paper: its name, its number, who issued it, the day")
  func masthead() {
    let html = Self.html(.zh, number: 3)
    #expect(html.contains("<h1>大连市2020年污染防治攻坚战调度通报</h1>\n<p class=\"number\">第3期</p>"))
    #expect(html.contains("<span>＿＿＿＿＿＿</span><span class=\"date\">2020年7月31日</span>"))
    #expect(html.contains("<h2>一、总体情况</h2>"))
    let english = Self.html(.en, number: 3)
    #expect(english.contains("dispatch bulletin</h1>\n<p class=\"number\">No. 3</p>"))
  }

  @Test("A draft says that it is one, and names nobody as its issuer")
  func draft() {
    let html = Self.html(.zh, number: nil)
    #expect(html.contains("<p class=\"number\">未编号，供核对</p>"))
    #expect(html.contains("<p class=\"by\"><span class=\"date\">"))
  }

  @Test("Minutes have no such head", arguments: Language.allCases)
  func minutes(language: Language) throws {
    let document = Document(title: "Minutes")
    let page: Datum = [
      "language": .text(language.rawValue), "document": document.datum(Words(language)),
    ]
    let html = Template(.documentHTML).text(of: page)
    #expect(html.contains("<h1>Minutes</h1>"))
    #expect(!html.contains("<header"))
  }

  @Test("It needs nothing beside itself, and no name gets out of its place")
  func selfContained() {
    let html = Self.html(.en, number: 3, title: "</h1><script src=\"http://x\">")
    for word in ["<script", "url(", "@import", "<link", "<img"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.count { $0 == "<" } == Self.html(.en, number: 3).count { $0 == "<" })
  }
}
