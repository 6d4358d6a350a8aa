import Foundation
import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// What a person does with each command and sees then. A command without a story fails.
struct Story: Sendable, CustomTestStringConvertible {
  var name: Word
  /// Keys before the command's own.
  var before: String
  /// Keys behind it.
  var after: String
  var holds: @Sendable (Session) -> Bool
  var testDescription: String { name.rawValue }

  init(
    _ name: Word, before: String = "", after: String = "",
    _ holds: @escaping @Sendable (Session) -> Bool
  ) {
    self.name = name
    self.before = before
    self.after = after
    self.holds = holds
  }

  /// A story of a selection: where the command leads to.
  init(_ name: Word, before: String = "", to selected: String) {
    self.init(name, before: before) { $0.selected == selected }
  }

  static let all: [Story] = [
    Story(.commandDown, to: "BS-02/2"),
    Story(.commandUp, before: "jj", to: "BS-02/2"),
    Story(.commandLeft, to: "BS-01/1"),
    Story(.commandRight, to: "BS-01/3"),
    Story(.commandFirstTask, before: "jjj", to: "BS-01/2"),
    Story(.commandLastTask, to: "AR-15/2"),
    Story(.commandFirstNode, to: "BS-01/1"),
    Story(.commandLastNode, to: "BS-01/6"),
    Story(.commandPageDown) { $0.state.topRow > 15 && $0.selected != "BS-01/2" },
    Story(.commandPageUp, before: "G") { $0.state.row < 64 && $0.selected != "AR-15/2" },
    Story(.commandHalfDown) { (5..<15).contains($0.state.topRow) },
    Story(.commandHalfUp, before: "G") { (45..<64).contains($0.state.row) },
    Story(.commandNextBattle, to: "CW-01/3"),
    Story(.commandPreviousBattle, before: "<Tab><Tab>", to: "CW-01/3"),
    Story(.commandNextAttention, to: "BS-04/2"),
    Story(.commandPreviousAttention, before: "..", to: "BS-04/2"),
    Story(.commandToday, before: "jj$", to: "BS-03/2"),
    Story(.commandSearch, after: "Dongfeng<Enter>") { $0.selected.hasPrefix("CW-06/") },
    Story(.commandSearchNext, before: "/boiler<Enter>") { $0.selected.hasPrefix("BS-02/") },
    Story(.commandSearchPrevious, before: "/boiler<Enter>n") { $0.selected.hasPrefix("BS-01/") },
    Story(.commandMark, before: ".") {
      $0.ledger.map(\.fact) == [.met(node: "2")] && $0.said.hasSuffix("✓ saved")
    },
    Story(.commandChoose, before: ".", after: "j<Space>") {
      $0.ledger.map(\.task) == ["BS-04", "BS-05"] && $0.said.hasPrefix(" 2 nodes met. u undoes.")
    },
    Story(.commandEvidence, before: ".", after: "photo<Enter>") {
      $0.ledger.map(\.evidence) == [["photo"]]
    },
    Story(.commandNote, before: ".", after: "called<Enter>") {
      $0.ledger.map(\.fact) == [.note(Fact.Note(text: "called", node: "2"))]
    },
    Story(.commandReport, before: ".", after: "3<Enter><Enter><Enter><Enter>") {
      $0.ledger.map(\.fact) == [.report(Fact.Report(count: 3))]
    },
    Story(.commandNextStep, before: "/CW-12<Enter>", after: "jinpu<Enter><Enter>") {
      $0.ledger.map(\.fact) == [.crossOff] && $0.ledger[0].unit == "jinpu-new-area"
        && $0.said.contains("CW-12 is crossed off")
    },
    Story(.commandSendBack, before: "/CW-12<Enter>", after: "old<Space>photos<Enter>") {
      $0.ledger.map(\.fact) == [.return(reason: "old photos")]
        && $0.said.contains("CW-12 is sent back to Jinpu: old photos")
    },
    Story(.commandExtend, before: ".", after: "shahekou<Enter>108-10<Enter>mayor<Enter>rain<Enter>")
    {
      $0.ledger.map(\.fact.kind) == ["extend"]
        && $0.selection.contains("(10 Aug): due in 10 days, extended 26 days")
    },
    Story(.commandSupervise, before: "/CW-06<Enter>", after: "<Enter>") {
      $0.ledger.map(\.fact) == [.supervise] && $0.said.contains("CW-06 is under supervision")
    },
    Story(.commandWho, after: "<C-u>Wu<Enter>shahekou<Enter>") {
      $0.state.setting.author == Author(name: "Wu", unit: "shahekou-district")
        && $0.said.contains("From now on: Wu (Shahekou)")
        && $0.effects == [.remember($0.state.setting.author)]
    },
    Story(.commandAdd, before: ".", after: "Leak<Space>@jinpu<Space>10-31<Enter>") {
      $0.selected == "BS-23/1" && $0.said.contains("BS-23 added: Leak · Jinpu · medium risk")
    },
    Story(.commandEdit, before: ".", after: "short<Enter><C-u>Boilers<Enter>") {
      $0.frame.text(ofRow: 8).contains("BS-04 Boilers")
        && $0.said.contains("BS-04: short title is now “Boilers”. u undoes.")
    },
    Story(.commandUndo, before: ".<Space>") { $0.ledger.map(\.fact.kind) == ["met", "undo"] },
    Story(.commandRedo, before: ".<Space>u") {
      $0.ledger.map(\.fact.kind) == ["met", "undo", "undo"]
    },
    Story(.commandOpen, before: ".") { $0.frame.text.contains("NODES  6") },
    Story(.commandAllBattles, before: "3") { $0.state.rows.count == 67 },
    Story(.commandOneBattle) { session in
      guard let battle = session.state.showing.onlyBattle else {
        // There are four: a fifth changes nothing.
        return session.effects == [.bell]
      }
      let name = session.state.situation.chart.battle(battle).map { session.state.words($0.name) }
      return name != nil && session.frame.text(ofRow: 0).contains(name ?? "")
    },
    Story(.commandFilter, after: "red<Enter>") { session in
      session.frame.text(ofRow: 0).contains(" red  ")
        && session.frame.text(ofRow: 1).hasPrefix(" 8 of 63 tasks, 55 hidden")
        && session.state.rows.count { !$0.isGroup } == 8
    },
    Story(.commandFilterNone, before: "f<Enter>") { $0.state.rows.count == 67 },
    Story(.commandView, after: "red<Enter>") { session in
      session.frame.text(ofRow: 0).contains(" red · by unit ")
        && session.state.rows.count { !$0.isGroup } == 8
    },
    Story(.commandOrder) {
      $0.said.contains("Ordered by unit.") && $0.frame.text(ofRow: 0).contains("by unit")
    },
    Story(.commandFold) {
      $0.state.selectedGroup == .battle("BS") && $0.frame.text.contains("▸ BLUE SKY")
    },
    Story(.commandFoldAll) { $0.state.rows.count == 4 },
    Story(.commandAxis) { $0.frame.text(ofRow: 2).contains("no. 2") },
    Story(.commandZoomIn) { $0.frame.text(ofRow: 2).contains("W29") },
    Story(.commandZoomOut) { $0.frame.text(ofRow: 2).contains("Q3") },
    Story(.commandDetails, before: ".") {
      $0.frame.text(ofRow: 15).contains("BS-04 · 11 small boilers")
        && $0.frame.text.contains("Shut down 11 small coal-fired boilers")
        && $0.selected == "BS-04/2"
    },
    Story(.commandRanking) { $0.frame.text.contains("1  Pulandian District") },
    Story(.commandSince) {
      $0.frame.text(ofRow: 0).contains("Since 24 Jul; no meeting on record")
        && $0.frame.text.contains("3 NEWLY RED")
    },
    Story(.commandLookBack, after: "j") {
      $0.frame.text(ofRow: 0).contains("Look-back: 3 of 3 closed tasks, seed 20200731")
        && $0.state.onTop == .lookBack(selected: 1)
    },
    Story(.commandMeeting, after: "2") {
      $0.state.onTop == .meeting && $0.ledger.map(\.fact.kind) == ["meeting"]
        && $0.frame.text(ofRow: 0).contains("Weekly scheduling meeting")
    },
    Story(.commandProjector) {
      $0.state.onTop == .projector && $0.frame.text.contains("of 63 tasks")
    },
    Story(.commandDayBack) { $0.frame.text(ofRow: 0).contains("Thu 30 Jul 2020") },
    Story(.commandDayOn) { $0.frame.text(ofRow: 0).contains("Sat 1 Aug 2020") },
    Story(.commandWeekBack) { $0.frame.text(ofRow: 0).contains("Fri 24 Jul 2020") },
    Story(.commandWeekOn) { $0.frame.text(ofRow: 0).contains("Fri 7 Aug 2020") },
    Story(.commandLookNoMore, before: "}}") { $0.frame.text(ofRow: 0).contains("31 Jul 2020") },
    Story(.commandRetry) { $0.effects == [.reload] && $0.said.contains("Read again") },
    Story(.commandRedraw) { $0.effects == [.redraw] },
    Story(.commandHelp) { $0.frame.text(ofRow: 0) == " Keys" },
    Story(.commandPalette, after: "ranking<Enter>") { $0.state.onTop == .ranking(selected: 0) },
    Story(.commandTheme, after: "2") {
      $0.frame.theme == .dark && $0.effects == [.rememberTheme(.dark)]
    },
    Story(.commandCharts) {
      $0.effects == [.bell] && $0.said.contains("No other chart has been opened")
    },
    Story(.commandSuspend) { $0.effects == [.suspend] },
    // Esc goes back from the ranking, q too.
    Story(.commandBack, before: "U") { $0.state.onTop == .chart && $0.effects.isEmpty },
    Story(.commandQuit) { $0.effects == [.exit(code: 130)] },
  ]
}

@Suite("Every command has its story")
struct StoryTests {
  @Test("The stories are about the commands of the table, each once")
  func whole() throws {
    #expect(Story.all.map(\.name) == Command.table.map(\.name))
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: Seeds.root + "/Tests/WallChartTests/Stories")
    let names = Story.all.map(\.name.rawValue) + OfficeStory.all.map(\.name)
    #expect(kept.sorted() == names.map { $0 + ".story" }.sorted())
  }

  @Test("A command does what its story says, by every one of its keys", arguments: Story.all)
  func story(story: Story) throws {
    let command = try #require(Command.table.first { $0.name == story.name })
    #expect(!command.keys.isEmpty)
    for key in command.keys {
      var session = Session()
      session.press(story.before)
      session.forgetEffects()
      session.press(key.spelling + story.after)
      #expect(story.holds(session), "\(key.spelling):\n\(session.frame.text)")
      guard key == command.keys[0] else { continue }
      let keys = story.before + " " + key.spelling + " " + story.after
      try Picture.compare(
        "keys \(keys.split(separator: " ").joined(separator: " "))\n\(session.frame.text)\n",
        with: "Stories/\(story.name.rawValue).story")
    }
  }

  @Test("Every key of every view either has its story there or says where it works")
  func otherViews() throws {
    for (keys, place) in [
      ("<Enter>", State.Place.task), ("U", .ranking), ("=", .since), ("?", .help),
    ] {
      for command in Command.table where !command.places.contains(place) {
        var session = Session()
        session.press("." + keys)
        let before = session.frame
        session.press(try #require(command.keys.first).spelling)
        #expect(session.state.onTop.place == place, "\(command.name)")
        #expect(session.ledger.isEmpty)
        #expect(session.frame.text(ofRow: 1) == before.text(ofRow: 1))
        if place != .help { #expect(session.said.contains("works in the chart")) }
      }
    }
  }
}

@Suite("The views beside the chart")
struct ViewTests {
  @Test("In a task, left and right walk its nodes, up and down the tasks, Space marks")
  func taskView() {
    var session = Session()
    session.press(".<Enter>")
    #expect(session.frame.text(ofRow: 0).contains("BS-04 · 11 small boilers"))
    session.press("h")
    #expect(session.selected == "BS-04/1")
    session.press("l<Space>")
    #expect(session.ledger.map(\.fact) == [.met(node: "2")])
    #expect(session.frame.text.contains("met on 31 Jul, 16 days late"))
    session.press("<PageDown>")
    #expect(session.frame.text.contains("Lin: One plan for each boiler fixed: met"))
    session.press("j")
    #expect(session.frame.text(ofRow: 0).contains("BS-05"))
    session.press("<Esc>")
    #expect(session.frame.text(ofRow: 0).contains("Dalian 2020"))
    #expect(session.selected == "BS-05/2")
  }

  @Test("A task says everything the plan and the ledger have of it, in the end")
  func everything() throws {
    var chart = Seeds.chart([("T-1", ["2020-07-10", "2020-08-10"])], on: "2020-07-31").chart
    chart.units.append(Chart.Unit(id: "v", name: Text("Lead Bureau"), kind: .bureau))
    chart.tasks[0].lead = "v"
    chart.tasks[0].helpers = ["u"]
    chart.tasks[0].officer = "Officer Zhao"
    chart.tasks[0].origin = Text("Inspectors")
    chart.tasks[0].problem = Text("Smoke")
    chart.tasks[0].target = Text("No smoke")
    chart.tasks[0].measures = Text("Filters")
    chart.tasks[0].limitText = "before the heating season"
    chart.tasks[0].quantity = Chart.Task.Quantity(total: 5, of: Text("chimneys"))
    let session = Session(
      Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf)), rows: 60)
    var open = session
    open.press("<Enter>")
    for text in [
      "Title T-1", "Battle", "Unit", "Lead Bureau", "Officer Zhao", "Inspectors", "Smoke",
      "No smoke", "Filters", "before the heating season", "31 Dec 2020", "medium risk",
      "1 of 2 nodes due, 50 %", "0 of 2 nodes met, 0 %", "0 of 5 chimneys, 0 %", "NODES  2",
      "21 days overdue", "due in 10 days", "not started",
    ] {
      #expect(open.frame.text.contains(text), "\(text)\n\(open.frame.text)")
    }
  }

  @Test("Enter on a ranked unit shows its tasks alone, Esc leads back to it, and then to what was")
  func rankingToUnit() {
    var session = Session()
    session.press("f4Ujk<Enter>")
    #expect(session.frame.text(ofRow: 0).contains("Pulandian District"))
    #expect(session.frame.text(ofRow: 1).contains("7 of 63 tasks, 56 hidden"))
    #expect(session.state.rows.count { !$0.isGroup } == 7)
    session.press("f4<Esc>")
    #expect(session.state.onTop == .ranking(selected: 0))
    session.press("j<Enter><Esc><Esc>")
    #expect(session.state.onTop == .chart)
    #expect(session.state.showing.filter == Filter(.standing(.red)))
    // Once all tasks were asked for, there is nothing to go back to.
    session.press("U<Enter>F<Esc>")
    #expect(session.state.onTop == .chart)
    #expect(session.state.rows.count == 67)
  }

  @Test(
    "Units are ranked by red tasks, then by days late; alike share a rank; joint ones have none")
  func ranking() {
    let session = Session()
    let ranking = session.state.ranking
    let ranks = ranking.map(\.rank)
    #expect(ranks.prefix(6) == [1, 2, 3, 4, 4, 6])
    #expect(ranks.last == .some(nil))
    let figures = ranking.dropLast().map { [-$0.tally[.red], -$0.tally.daysLate] }
    #expect(zip(figures, figures.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    #expect(ranking.reduce(0) { $0 + $1.tally.tasks } == 63)
  }

  @Test("What columns come to adds up to all nodes, at every scale, filtered or not")
  func loads() {
    for keys in ["", "+", "++", "-", "v", "f<Enter>", "f<Enter>v", "3", "..<Space>"] {
      var session = Session()
      session.press(keys)
      let shown = session.state.isShown.indices.filter { session.state.isShown[$0] }
      let nodes = shown.flatMap { session.state.situation.status.tasks[$0].nodes }
      let loads = session.state.loads.values
      #expect(loads.reduce(0) { $0 + $1.nodes } == nodes.count, "\(keys)")
      #expect(loads.reduce(0) { $0 + $1.met } == nodes.count { $0.state.isMet })
      #expect(loads.reduce(0) { $0 + $1.overdue } == nodes.count { $0.state == .overdue })
    }
  }

  @Test("In the ranking G ends on the last unit that is ranked, and Enter shows it")
  func rankingEnd() {
    var session = Session()
    session.press("UG")
    #expect(session.state.onTop == .ranking(selected: session.state.ranking.count - 1))
    session.press("<Enter>")
    #expect(session.state.onTop == .chart)
  }

  @Test("A cell of several shows the worst wherever the cursor stands in it")
  func worst() {
    var session = Session(
      Seeds.chart([("A", ["2020-07-01", "2020-07-30"])], on: "2020-07-20"))
    #expect(session.selected == "A/2")
    #expect(session.frame.text(ofRow: 5).contains("!19+"))
    session.press("h")
    #expect(session.frame.text(ofRow: 5).contains("!19+"))
  }

  @Test("A search that finds nothing says when not all tasks are searched")
  func searchInOneBattle() {
    var session = Session()
    session.press("1/toilets")
    #expect(session.frame.text.contains("not found among the tasks shown"))
  }

  @Test("Units are found in the filter by their names in either language")
  func filterByName() {
    var session = Session(language: .zh)
    session.press("fwafang<Enter>")
    #expect(session.frame.text(ofRow: 0).contains("瓦房店市"))
  }

  @Test("Space in closing is refused at once")
  func closing() {
    var session = Session()
    session.state.select(task: "CW-12", node: nil)
    session.press("<Space>")
    #expect(session.state.mode == .commands)
    #expect(session.said.contains("CW-12 is under public notice"))
  }

  @Test("Looking ahead shows what turns red if nothing happens, and nothing can be marked there")
  func looking() {
    var session = Session()
    session.press("}")
    #expect(session.frame.text(ofRow: 1).contains("10 red"))
    session.press(".<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Another day is shown"))
    session.press("\\<Space>")
    #expect(session.ledger.count == 1)
  }

  @Test("A mark made under a filter stays in sight until the filter is chosen anew")
  func filterStays() {
    var session = Session()
    session.press("fover<Enter>")
    let rows = session.state.rows
    session.press("<Space>")
    #expect(session.ledger.count == 1)
    #expect(session.state.rows == rows)
  }

  @Test("A search heeds capitals only when typed, finds full-width and Chinese, and says when not")
  func search() {
    for (text, found) in [
      ("dongfeng", "CW-06"), ("DONGFENG", ""), ("Dongfeng", "CW-06"), ("东风", "CW-06"),
      ("ｂｓ－１０", "BS-10"), ("cw-05", "CW-05"), ("nowhere", ""),
    ] {
      var session = Session()
      session.press("/")
      session.type(text)
      if found.isEmpty {
        #expect(session.frame.text.contains("is not found"), "\(text)")
        session.press("<Enter>")
        #expect(session.selected == "BS-01/2")
      } else {
        #expect(session.selected.hasPrefix(found), "\(text)")
        session.press("<Esc>")
        #expect(session.selected == "BS-01/2")
      }
    }
  }

  @Test("A search opens the fold in which it finds something")
  func searchInFold() {
    var session = Session()
    session.press("Z/Dongfeng<Enter>")
    #expect(session.selected.hasPrefix("CW-06/"))
  }

  @Test("Folding the group of the selection selects its head; Space there says how to open it")
  func folding() {
    var session = Session()
    session.press("jjz<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("This group is folded"))
    session.press("j")
    #expect(session.selected.hasPrefix("CW-01"))
    session.press("k<Enter>")
    #expect(session.selected.hasPrefix("BS-01"))
  }
}
