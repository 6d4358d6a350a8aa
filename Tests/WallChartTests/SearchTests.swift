import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("Searching")
struct SearchTests {
  @Test("Full-width signs are searched as their ASCII, all of them, and nothing else is touched")
  func folding() {
    let wide = String(
      String.UnicodeScalarView((0xFF01...0xFF5E).compactMap { Unicode.Scalar($0) }))
    #expect(Search.bytes(of: wide) == Array(0x21...0x7E))
    #expect(Search.bytes(of: "a\u{3000}蓝、。é") == Array("a 蓝、。é".utf8))
    #expect(Search.bytes(of: "\u{FF5F}\u{FF00}") == Array("\u{FF5F}\u{FF00}".utf8))
  }

  @Test(
    "Chinese is found by its pinyin: initials, syllables, both mixed, the last one begun",
    arguments: [
      ("slj", "市水利局", true), ("shuili", "市水利局", true), ("shuil", "市水利局", true),
      ("shuilj", "市水利局", true), ("sljv", "市水利局", false), ("sslj", "市水利局", true),
      ("shsh", "市水利局", true), ("ssj", "市水利局", false), ("shl", "市水利局", true),
      // Every reading in use counts.
      ("chongdian", "重点", true), ("zhongdian", "重点", true), ("cdqy", "重点企业", true),
      ("cj", "长江", true), ("zhangjiang", "长江", true), ("hangye", "行业", true),
      // Other signs stand for themselves, and ü is typed as v.
      ("4tgl", "燃煤4台锅炉", true), ("gl4t", "锅炉4台", true), ("lvhua", "绿化", true),
      ("水lj", "水利局", true), ("s利j", "水利局", true), ("shui li ju", "水利局", true),
      ("ｓｌｊ", "水利局", true), ("SLJ", "水利局", false), ("slj", "水\n利局", false),
      ("a", "", false), ("xian", "西安", true), ("xa", "西安", true), ("4", "四", false),
    ])
  func pinyin(pattern: String, text: String, isFound: Bool) {
    #expect(Search(pattern).isFound(in: Search.bytes(of: text), by: .pinyin) == isFound)
  }

  @Test("A pattern is found where it stands, at every place of texts of every length")
  func places() {
    for length in 0...40 {
      for pattern in ["ab", "b", "abab", "a long pattern of more than sixteen"] {
        for place in 0...length {
          let text =
            Array(repeating: UInt8(ascii: "a"), count: place) + Array(pattern.utf8)
            + Array(repeating: UInt8(ascii: "a"), count: length - place)
          let first = text.indices.first { text[$0...].starts(with: pattern.utf8) }
          for start in 0...(first ?? 0) {
            let found = text.withUnsafeBufferPointer { Search(pattern).place(in: $0, from: start) }
            #expect(found == first, "\(pattern) at \(place) of \(length), from \(start)")
          }
          let rest = text.withUnsafeBufferPointer {
            Search(pattern).place(in: $0, from: text.count - pattern.utf8.count + 1)
          }
          #expect(rest == nil)
        }
      }
    }
  }

  @Test("Every task is found by each of its words, letter by letter and at once")
  func index() {
    let chart = Seeds.situation.chart
    for text in ["boiler", "Shahekou", "水利", "shuili", "plan", "BS-04", "Boilers", "e", "污水"] {
      var typed = SearchIndex(of: chart)
      for way in Search.Way.allCases {
        for end in 1..<text.count {
          _ = typed.tasks(with: Search(String(text.prefix(end))), by: way)
        }
        let search = Search(text)
        var fresh = SearchIndex(of: chart)
        let found = typed.tasks(with: search, by: way)
        #expect(found == fresh.tasks(with: search, by: way), "\(text)")
        let expected = chart.tasks.map { task in
          let units = ([task.unit] + [task.lead].compactMap(\.self) + task.helpers)
            .compactMap(chart.unit)
          let texts =
            [Text(task.id), task.title] + [task.short, task.problem].compactMap(\.self)
            + [task.officer].compactMap { $0.map { Text($0) } } + task.nodes.map(\.title)
            + units.flatMap { [$0.name] + [$0.short].compactMap(\.self) }
          return texts.flatMap(\.translations).contains {
            search.isFound(in: Search.bytes(of: $0.words), by: way)
          }
        }
        #expect(found == expected, "\(text)")
      }
    }
  }

  @Test("What is made ready behind the prompt is searched, and of a plan that came meanwhile, that")
  func prepared() {
    for pattern in ["dump", "slj", "nothing at all"] {
      var (plain, ready) = (Session(), Session())
      plain.press("/" + pattern)
      ready.press("/")
      ready.state.prepare()
      ready.press(pattern)
      #expect(ready.frame == plain.frame)
    }
    var session = Session()
    session.press("/")
    session.state.prepare()
    var chart = session.state.situation.chart
    chart.tasks[40].title = Text("A lighthouse")
    session.send(.loaded(chart, session.state.situation.ledger, ownWriters: []))
    session.press("lighthouse")
    #expect(session.state.selectedTask == 40)
  }

  @Test("Every character of the plan's Chinese has a reading")
  func readings() {
    let chart = Seeds.situation.chart
    let texts = chart.tasks.map(\.title) + chart.units.map(\.name) + chart.battles.map(\.name)
    let characters = Set(texts.flatMap(\.translations).flatMap(\.words.unicodeScalars))
      .filter { (0x4E00...0x9FFF).contains($0.value) }
    #expect(characters.count > 100)
    for character in characters {
      let text = Array(String(character).utf8)
      let letters = (97...122).filter { Pinyin.shared.isFound([$0], in: text) }
      #expect(!letters.isEmpty, "\(character)")
    }
  }

  @Test("A hostile pattern and text take no time to speak of")
  func hostile() {
    // 了 is read le and liao, so that every sign could begin in several ways.
    let text = Array(String(repeating: "了", count: 2000).utf8)
    let pattern = Search(String(repeating: "l", count: 60) + "x")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(!pattern.isFound(in: text, by: .pinyin)) }
    #expect(time < .seconds(5))
  }

  @Test("Helpers, the officer and the problem are searched as titles and units are")
  func everythingSearched() throws {
    var chart = Seeds.chart([("T-1", ["2020-08-10"]), ("T-2", ["2020-08-10"])], on: "2020-07-31")
      .chart
    chart.units.append(Chart.Unit(id: "v", name: Text("水利局"), kind: .bureau))
    chart.units.append(Chart.Unit(id: "w", name: Text("Harbour Office"), kind: .bureau))
    chart.tasks[1].lead = "v"
    chart.tasks[1].helpers = ["w"]
    chart.tasks[1].officer = "赵建国"
    chart.tasks[1].problem = Text("Smoke from three chimneys")
    let situation = Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf))
    for pattern in ["水利", "slj", "harbour", "zjg", "赵", "chimneys"] {
      var session = Session(situation)
      session.press("/")
      session.type(pattern)
      session.press("<Enter>")
      #expect(session.selected == "T-2/1", "\(pattern)")
    }
  }

  @Test("Where something was found is said when it is not to be seen, and a node is gone to")
  func foundIn() throws {
    var chart = Seeds.chart(
      [("T-1", ["2020-08-10"]), ("T-2", ["2020-08-10", "2020-10-10"])], on: "2020-07-31"
    ).chart
    chart.units.append(Chart.Unit(id: "v", name: Text("水利局"), kind: .bureau))
    chart.tasks[1].lead = "v"
    chart.tasks[1].problem = Text("Smoke")
    chart.tasks[1].nodes[1].title = Text("Accepted")
    var session = Session(
      Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf)))
    session.press("/accept<Enter>")
    #expect(session.selected == "T-2/2")
    session.press("g/smoke<Enter>")
    #expect(session.said.contains("Found in: problem."))
    session.press("g/slj<Enter>")
    #expect(session.said.contains("Found in: lead."))
    session.press("n")
    #expect(session.said.contains("From the top again. Found in: lead."))
    session.press("/title<Enter>")
    #expect(!session.said.contains("Found in"))
  }

  @Test("A task that is found is entered at its first overdue node, else in the column kept to")
  func presses() {
    var session = Session(
      Seeds.chart(
        [
          ("A", ["2020-07-30", "2020-09-10"]),
          ("B", ["2020-03-01", "2020-06-01", "2020-09-12"]), ("C", ["2020-06-12", "2020-09-12"]),
        ], on: "2020-06-10"))
    session.press("l/B<Enter>")
    #expect(session.selected == "B/1")
    session.press("/C<Enter>")
    #expect(session.selected == "C/2")
  }

  @Test("A find says which of how many it is")
  func counted() {
    var session = Session()
    session.press("/Dongfeng<Enter>")
    #expect(session.said.contains("The only one found."), "\(session.said)")
    session.press("g/semi-coke<Enter>")
    #expect(session.said.contains("1 of 2, n next."))
    session.press("n")
    #expect(session.said.contains("2 of 2, n next."))
    session.press("n")
    #expect(session.said.contains("1 of 2, n next. From the top again."))
    session.press("N")
    #expect(session.said.contains("2 of 2, n next. From the end again."))
    var chinese = Session(language: .zh)
    chinese.press("/兰炭<Enter>")
    #expect(chinese.said.contains("第1/"))
  }

  @Test("Pinyin is for what is not found as it stands, and n goes on in the same way")
  func textFirst() {
    var session = Session(language: .zh)
    session.press("/gl<Enter>")
    let first = session.selected
    session.press("n")
    #expect(session.selected != first)
    session.press("N")
    #expect(session.selected == first)
    // "an" stands in English names: only they are walked.
    session.press("g/dongfeng<Enter>")
    #expect(session.selected.hasPrefix("CW-06/"))
    session.press("n")
    #expect(session.said.contains("从头开始") || session.selected.hasPrefix("CW-06/"))
  }

  @Test("Menus find their items by pinyin, behind those that have the letters")
  func menus() {
    var session = Session(language: .zh)
    session.press("fpld")
    #expect(session.frame.text.contains("普兰店区"))
    session.press("<Enter>")
    #expect(session.state.showing.filter == Filter(.unit("pulandian-district")))
    session.press(":pm<Enter>")
    #expect(session.state.onTop == .ranking(selected: 0))
  }

  @Test(
    "A pattern is found wherever it stands, letters alike unless it has a capital",
    arguments: [
      ("boiler", "4 small BOILERS", true), ("Boiler", "4 small boilers", false),
      ("锅炉", "取缔燃煤锅炉4台", true), ("ers", "boilers", true), ("boilersx", "boilers", false),
      ("", "a", true), ("a", "", false), ("aab", "aaab", true),
    ])
  func finding(pattern: String, text: String, isFound: Bool) {
    #expect(Search(pattern).isFound(in: Search.bytes(of: text)) == isFound)
  }
}
