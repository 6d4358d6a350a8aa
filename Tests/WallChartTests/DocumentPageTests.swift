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

  @Test("A draft says that it is one, and leaves room for who issues it")
  func draft() {
    let html = Self.html(.zh, number: nil)
    #expect(html.contains("<p class=\"number\">未编号，供核对</p>"))
    #expect(html.contains("<p class=\"by\"><span>＿＿＿＿＿＿</span><span class=\"date\">"))
  }

  @Test("At its foot whoever signs and prints it fills in the rest", arguments: [nil, 3])
  func imprint(number: Int?) {
    let foot = """
      </section>
      <footer class="imprint">
      <span class="signed">签发人：＿＿＿＿＿＿</span>
      <span class="printed">印发日期：＿＿＿＿＿＿</span>
      </footer>
      </body>
      """
    #expect(Self.html(.zh, number: number).contains(foot))
  }

  @Test("No line breaks within an id, in cells and in lists", arguments: Language.allCases)
  func ids(language: Language) {
    let html = Self.html(language, number: 3)
    let found = html.matches(of: /.{0,20}\b(?:BS|CW|BH|AR)-[0-9]+/).map { String($0.0) }
    #expect(found.count > 30)
    for line in found { #expect(line.contains("<span class=\"whole\">"), "\(line)") }
  }

  @Test("Minutes have no such head", arguments: Language.allCases)
  func minutes(language: Language) throws {
    let document = Document(title: "Minutes")
    let page: Datum = [
      "language": .text(language.rawValue), "document": document.datum(Words(language)),
    ]
    let html = Template(.documentHTML).text(of: page)
    #expect(html.contains("<h1>Minutes</h1>"))
    #expect(!html.contains("<header") && !html.contains("<footer"))
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
