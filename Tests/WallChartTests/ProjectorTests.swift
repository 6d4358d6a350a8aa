import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A presenter at the projector, with a clicker and with the keys.
@Suite("The projector")
struct ProjectorTests {
  /// The bottom line says which page of how many is shown.
  private func page(_ session: Session) -> String {
    String(session.said.split(separator: " ").suffix(3).joined(separator: " "))
  }

  @Test(
    "p shows the totals; Esc, q, p and F8 go back to the chart as it was",
    arguments: [
      "<Esc>", "q", "p", "<F8>",
    ])
  func opensAndCloses(key: String) {
    var session = Session()
    session.press("jjj")
    let chart = session.frame
    session.press("p")
    let text = session.frame.text
    for words in [
      "as of Fri 31 Jul 2020", "red", "yellow", "due soon", "in closing", "crossed off",
      "of 63 tasks; 41 green, 12 silent", "96 of 113 due nodes met (85 %)", "page 1 of 17",
    ] { #expect(text.contains(words), "\(words)") }
    session.press(key)
    #expect(session.frame == chart)
    #expect(session.effects.isEmpty)
  }

  @Test("F8 opens it too, and the page is kept while the clerk is at the chart")
  func keepsPage() {
    var session = Session()
    session.press("<F8><PageDown><PageDown><Esc>j<F8>")
    #expect(session.frame.text.contains("C L E A R   W A T E R"))
    #expect(page(session) == "3 of 17")
  }

  @Test(
    "Clicker and keys turn the pages, and stop at the ends",
    arguments: [
      ("", 1), ("<PageDown>", 2), ("<Right>", 2), ("<Down>", 2), ("<Space>", 2), ("<Enter>", 2),
      ("l", 2), ("j", 2), ("n", 2), ("nnn<PageUp>", 3), ("nnn<Left>", 3), ("nnn<Up>", 3),
      ("nnnh", 3), ("nnnk", 3), ("nnn<BS>", 3), ("<PageUp>", 1), ("<End>", 17), ("G<PageDown>", 17),
      ("G<Home>", 1), ("nnng", 1), ("1", 2), ("4", 5), ("34", 5), ("5", 1),
      ("<Tab>", 2), ("4<Tab>", 6), ("4<Tab><Tab>", 8), ("4nn<S-Tab>", 6), ("4n<S-Tab>", 5),
      ("G<S-Tab><S-Tab>", 11), ("G<Tab>", 17), ("<S-Tab>", 1),
    ])
  func turns(keys: String, expected: Int) {
    var session = Session()
    session.press("p" + keys)
    #expect(page(session) == "\(expected) of 17")
  }

  @Test(
    "The pages follow the order of a meeting: totals, battles, laggards, units, what comes, news")
  func order() {
    var session = Session()
    session.press("p")
    var seen: [String] = []
    for _ in 0..<17 {
      seen.append(session.frame.text(ofRow: 3) + session.frame.text(ofRow: 2))
      session.press("<PageDown>")
    }
    let expected = [
      "B L U E   S K Y", "C L E A R   W A T E R", "B O H A I   S E A", "A G R I C U L T U R E",
      "RED TASKS, the longest overdue first", "8 tasks · 2 of 2",
      "RANKING OF UNITS, most red first",
      "DUE WITHIN 7 DAYS",
      "7 nodes · 2 of 2", "DUE IN 8 TO 31 DAYS",
    ]
    for (place, words) in expected.enumerated() {
      #expect(seen[place + 1].contains(words), "\(seen[place + 1])")
    }
    #expect(seen[14].contains("25 nodes · 5 of 5"))
    #expect(seen[15].contains("Since 24 Jul; no meeting on record"))
    #expect(seen[16].contains("6 changes · 2 of 2"))
  }

  @Test("b and . darken the screen; the next key, whatever it is, only brings it back")
  func blank() {
    var session = Session()
    session.press("pn")
    let before = session.frame
    for (dark, light) in [("b", "<PageDown>"), (".", "."), ("。", "e"), ("b", "<Esc>")] {
      session.press(dark)
      #expect(session.frame.text.allSatisfy { $0 == "\n" })
      session.press(light)
      #expect(session.frame == before)
    }
    session.press("b<C-c>")
    #expect(session.effects == [.exit(code: 130)])
  }

  @Test("Keys of the chart say that Esc leads there; only those of armed marking say A")
  func looksOnly() {
    for (language, words, arms) in [
      (Language.en, "works at the chart: Esc leads there", "A arms marking"),
      (.zh, "请按Esc回挂图", "按A开启标记"),
    ] {
      var session = Session(language: language)
      session.press("p")
      for key in ["e", "r", "m", "i", "<C-r>", "<F2>", "<F3>"] {
        session.press(key)
        #expect(session.said.contains(words), "\(key)")
        #expect(!session.said.contains(arms), "\(key)")
      }
      for key in ["u", "<F4>"] {
        session.press(key)
        #expect(session.said.contains(arms), "\(key)")
      }
      session.press("Ar")
      #expect(session.said.contains(words))
      session.press("A")
      session.press("<PageDown>")
      #expect(!session.said.contains(words))
      #expect(session.ledger.isEmpty)
    }
  }

  @Test("No key of the chart that writes or asks does so at the projector")
  func writesNothing() {
    var session = Session()
    for key in Command.table.flatMap(\.keys) + ProjectorCommand.table.flatMap(\.keys) {
      session.state.showProjector()
      session.send(
        .key(key, Stamp(id: EntryID(high: 1, low: 1), at: Moment(milliseconds: 0, offset: 0))))
      if case .prompt = session.state.mode { Issue.record("\(key.spelling) asks") }
    }
    #expect(session.ledger.isEmpty)
  }

  @Test("A key without a meaning there says where the keys stand, and help comes back to the page")
  func help() {
    var session = Session()
    session.press("pnx")
    #expect(session.said.contains("x does nothing here. ? shows the keys."))
    session.press("?")
    #expect(session.frame.text.contains("Keys"))
    session.press("q")
    #expect(page(session) == "2 of 17")
  }

  @Test("The help names every key there is, and cuts none", arguments: Language.allCases)
  func helpIsWhole(language: Language) {
    let help = Session(language: language).state.helpLines
    let keys = Set(help.flatMap { $0.left.split(separator: " ").map(String.init) })
    let commands =
      ProjectorCommand.own.map { ($0.keys, $0.name) } + Command.table.map { ($0.keys, $0.name) }
      + MeetingCommand.table.map { ($0.keys, $0.name) } + Prompt.keyList.map { ($0.keys, $0.name) }
    for (own, name) in commands {
      #expect(help.contains { $0.right == Words(language)(name) })
      for key in own { #expect(keys.contains(Words(language).name(of: key)), "\(key.spelling)") }
    }
    for line in help { #expect(CellWidth.columns(of: line.left) <= 18) }
  }

  @Test("No key of the projector means two things, and every one reads back")
  func keysReadBack() {
    var seen: Set<Key> = []
    for key in ProjectorCommand.table.flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key.spelling)")
      #expect(Key(key.spelling) == key)
    }
    #expect(ProjectorCommand.table.allSatisfy { !$0.keys.isEmpty })
  }

  @Test("Started as a projector, q leaves the program and Esc goes to the chart")
  func alone() {
    var session = Session(isProjector: true)
    session.state.showProjector()
    session.press("n<Esc>")
    #expect(session.frame.text.contains("BLUE SKY"))
    session.press("pq")
    #expect(session.effects == [.exit(code: 0)])
  }

  @Test("When the chart changes under it the page stays, and shows what is new")
  func liveChange() {
    var session = Session()
    session.press("p4nn")
    #expect(page(session) == "7 of 17")
    #expect(session.frame.text.contains("5 sources to fence"))
    // The other half of the office ends five of the eight.
    var fresh = session.state.situation
    for task in ["BS-04", "BS-05", "BS-13", "BS-14"] { fresh.add(Self.met(task, fresh)) }
    session.state.replace(fresh)
    #expect(session.frame.text.contains("RED TASKS"))
    #expect(page(session) == "6 of 15")
    #expect(session.frame.text.contains("4 tasks"))
    session.press("<PageDown><PageDown>")
    #expect(session.frame.text.contains("DUE WITHIN 7 DAYS"))
  }

  @Test("A larger or smaller window keeps what the page is about")
  func resize() {
    var session = Session()
    session.press("p3")
    for (columns, rows) in [(60, 16), (200, 60), (40, 10), (120, 34)] {
      session.send(.resized(Size(columns: columns, rows: rows)))
      #expect(session.frame.text.contains("Anzi River"), "\(columns)x\(rows)")
    }
    session.send(.resized(Size(columns: 39, rows: 9)))
    #expect(session.frame.text.contains("This window is 39 x 9."))
  }

  @Test("With one battle chosen at the chart, the projector shows that one alone")
  func oneBattle() {
    var session = Session()
    session.press("3p")
    #expect(session.frame.text.contains("Bohai Sea · Dalian 2020"))
    #expect(session.frame.text.contains("of 13 tasks"))
    #expect(session.frame.text.contains("19 of 23 due nodes met (83 %)"))
    session.press("1")
    #expect(session.effects == [.bell])
    session.press("nn")
    #expect(session.frame.text.contains("Anzi River dredging"))
    #expect(session.frame.text.contains("1 task"))
  }

  @Test("A chart without tasks has one page and says what fills it")
  func empty() {
    var session = Session(Seeds.chart([], on: "2020-07-31"))
    session.press("pnG1<PageUp>")
    #expect(session.frame.text.contains("The chart has no tasks yet"))
    #expect(page(session) == "1 of 1")
  }

  @Test(
    "Nothing is cut on a page, at any of the sizes and in both languages",
    arguments: [
      (60, 16), (80, 24), (120, 34), (200, 60),
    ])
  func nothingCut(columns: Int, rows: Int) {
    for language in Language.allCases {
      var session = Session(columns: columns, rows: rows, language: language)
      session.press("p")
      for _ in session.state.sheets {
        let frame = session.frame
        for row in 1..<rows {
          let text = frame.text(ofRow: row)
          #expect(!text.contains("…"), "\(columns)x\(rows): \(text)")
        }
        session.press("<PageDown>")
      }
    }
  }

  @Test(
    "Any keys at any size leave a page that can be drawn, and nothing in the ledger",
    arguments: 0..<14)
  func anyKeys(seed: Int) {
    let sizes = [(80, 24), (60, 16), (40, 10), (200, 60), (43, 11), (300, 20), (40, 70)]
    var session = Session(columns: 80, rows: 24)
    session.press("p")
    var random = Generator(seed: UInt64(seed) + 1)
    let keys = ProjectorCommand.table.flatMap(\.keys).filter {
      ![.control("c"), .character("q"), .character("p"), .named(.escape), .named(.f8)].contains($0)
    }
    for turn in 0..<40 {
      if turn % 7 == 0, let size = sizes.randomElement(using: &random) {
        session.send(.resized(Size(columns: size.0, rows: size.1)))
      }
      session.press(keys.randomElement(using: &random)!.spelling)
      #expect(session.frame.lines.allSatisfy { $0.count == session.state.size.columns })
    }
    #expect(session.ledger.isEmpty)
  }

  @Test("Played by a script, it stands on the last screen and writes nothing to disk")
  func script() throws {
    let copy = try ProgramTests.Copy()
    let played = try copy.play("p <PageDown> <Space> <Space>")
    #expect(played.code == 0)
    #expect(played.screen.text.contains("B O H A I   S E A"))
    #expect(try copy.ownKinds().isEmpty)
  }

  /// The first open node of a task met by another office.
  private static func met(_ task: String, _ situation: Situation) -> Entry {
    var entry = try! situation.mark(
      task, by: Author(name: "Wang"),
      Stamp(
        id: EntryID(high: 9, low: UInt64(situation.index(of: task)!)),
        at: Moment(milliseconds: 0, offset: 0)))
    entry.writer = "other-0000000000"
    return entry
  }
}
