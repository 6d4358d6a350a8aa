import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The cross-off procedure by keys")
struct ProcedureTests {
  /// A task of unit `u` with one node, and the units `v` and `w`; on 31 July.
  static func situation(_ facts: [(Fact, on: String, unit: String?)] = []) throws -> Situation {
    var chart = Seeds.chart([("A-1", ["2020-07-10"])], on: "2020-07-31").chart
    chart.units[0].short = Text("Unit U")
    for id in ["v", "w"] {
      chart.units.append(Chart.Unit(id: id, name: Text("Bureau \(id)"), kind: .bureau))
    }
    var situation = Situation(chart: chart, ledger: Ledger(), on: try #require(chart.asOf))
    for (n, fact) in facts.enumerated() {
      var entry = try NewsTests.entry(n, fact.0, "A-1", on: fact.on)
      entry.unit = fact.unit
      if n == 0 { entry.evidence = ["photo"] }
      situation.add(entry)
    }
    return situation
  }

  private static let met: (Fact, on: String, unit: String?) = (.met(node: "1"), "2020-07-09", "u")
  private static let submitted: (Fact, on: String, unit: String?) = (.submit, "2020-07-12", "u")
  private static func verified(
    until day: String
  ) throws -> (Fact, on: String, unit: String?) {
    (.verify(noticeUntil: try #require(Day(iso: day))), "2020-07-14", "v")
  }
  private static let crossedOff: (Fact, on: String, unit: String?) = (.crossOff, "2020-07-25", "v")

  @Test("From nothing to crossed off, each step asked, said and shown, and a unit asked for once")
  func wholeWay() throws {
    var session = Session(try Self.situation())
    session.press(">")
    #expect(session.state.mode == .commands)
    #expect(session.said.contains("A-1 cannot be submitted"))
    #expect(session.said.contains("no evidence"))
    #expect(session.selection.contains("● listed  ○ rectifying  ○ submitted"))
    session.press("<Space>ephoto<Enter>>")
    #expect(session.said.contains("Lin acts for which unit?"))
    session.press("<Enter>")
    #expect(session.selection.contains("This needs a unit."))
    session.press("u<Enter>")
    #expect(session.said.contains("Submit A-1 of Unit U for verification, as Lin (Unit U)?"))
    #expect(session.selection.contains("✓ listed  ● rectifying 31 Jul"))
    session.press("<Enter>")
    #expect(session.ledger.last?.fact == .submit)
    #expect(session.ledger.last?.unit == "u")
    #expect(session.said.contains("A-1 is submitted: another unit verifies it next"))
    // The unit that is responsible does not verify itself.
    session.press(">")
    #expect(session.said.contains("Unit U is responsible for A-1: another unit verifies it."))
    session.press("W<C-u>Zhao<Enter><C-u>Bureau<Space>v<Enter>>")
    #expect(session.said.contains("Verify A-1, public notice until 5 Aug, as Zhao (Bureau v)?"))
    session.press("y")
    let until = try #require(Day(iso: "2020-08-05"))
    #expect(session.ledger.last?.fact == .verify(noticeUntil: until))
    #expect(session.ledger.last?.by == "Zhao")
    #expect(session.said.contains("A-1 is verified: public notice until 5 Aug."))
    session.press(">")
    #expect(session.said.contains("5 Aug 2020"))
    #expect(session.ledger.count == 4)
    // A week later, after a restart.
    let ledger = session.ledger
    var later = try Self.situation()
    ledger.forEach { later.add($0) }
    var chart = later.chart
    chart.asOf = Day(iso: "2020-08-06")
    var next = Session(
      Situation(chart: chart, ledger: later.ledger, on: try #require(chart.asOf)))
    next.press(">v<Enter>y")
    #expect(next.ledger.map(\.fact) == [.crossOff])
    #expect(next.said.contains("A-1 is crossed off. < opens it again."))
    next.press(">")
    #expect(next.said.contains("A-1 is crossed off, the procedure ends there."))
    #expect(next.ledger.count == 1)
  }

  @Test("Only Enter and y write; Esc leaves all as it is, and other keys ring")
  func asked() throws {
    for (keys, count) in [("y", 1), ("Y", 1), ("<Enter>", 1), ("<Esc>", 0), ("<C-c>", 0), ("n", 0)]
    {
      var session = Session(try Self.situation([Self.met]))
      session.press("W<Enter>u<Enter>>")
      session.press(keys)
      #expect(session.ledger.count == count, "\(keys)")
      if keys == "n" {
        #expect(session.effects.last == .bell)
        session.press(" j<Space>q<Esc>")
        #expect(session.said.contains("A-1 is left as it is."))
        #expect(session.ledger.isEmpty)
      }
    }
  }

  @Test("What is handed in or in notice is sent back with a reason, and only that")
  func sendBack() throws {
    for facts in [
      [Self.met, Self.submitted],
      [Self.met, Self.submitted, try Self.verified(until: "2020-07-20")],
    ] {
      var session = Session(try Self.situation(facts))
      session.press("<lt><Enter>")
      #expect(session.selection.contains("Please say why."))
      session.press("blurred<Enter>")
      #expect(session.ledger.map(\.fact) == [.return(reason: "blurred")])
      #expect(session.said.contains("A-1 is sent back to Unit U: blurred"))
      session.press("<lt>")
      #expect(session.said.contains("A-1 is being rectified: there is nothing to send back."))
      session.press("u")
      // A step of the procedure is no mark.
      #expect(session.ledger.count == 1)
    }
  }

  @Test("What was crossed off is opened again as false, which is red, or because it came back")
  func reopening() throws {
    let facts = [
      Self.met, Self.submitted, try Self.verified(until: "2020-07-20"), Self.crossedOff,
    ]
    var session = Session(try Self.situation(facts))
    session.press("<lt>2<Enter>")
    #expect(session.selection.contains("Please say why."))
    session.press("nobody<Space>was<Space>there<Enter>")
    #expect(
      session.ledger.map(\.fact) == [.reopen(reason: "nobody was there", isFalse: true)])
    #expect(session.state.situation.status.tasks[0].standing == .red)
    #expect(session.said.contains("A-1 is open again, its completion was false: nobody was there"))
    var other = Session(try Self.situation(facts))
    other.press("<lt>1smoke<Enter>")
    #expect(other.ledger.map(\.fact) == [.reopen(reason: "smoke", isFalse: false)])
    #expect(other.state.situation.status.tasks[0].standing == .green)
  }

  @Test("Two who take the same step at the same time agree")
  func sameStep() throws {
    var session = Session(try Self.situation([Self.met]))
    session.press("W<Enter>u<Enter>")
    session.isDiskFull = true
    session.press(">y")
    let mine = try #require(session.state.unsaved.first)
    var other = mine
    other.id = EntryID(high: 77, low: 1)
    other.by = "Wu"
    session.send(.failed([mine], .overtaken(by: other)))
    #expect(session.state.questions.isEmpty)
    #expect(session.state.mode == .commands)
    #expect(session.said.contains("Wu"))
  }

  @Test("A question that somebody's entry came before is dropped, and says what was entered")
  func overtakenQuestion() throws {
    for (facts, keys, theirs, says) in [
      ([Self.met, Self.submitted], ">v<Enter>", Fact.return(reason: "blurred"), "sent back"),
      ([Self.met, Self.submitted], "<lt>late", .return(reason: "blurred"), "sent back"),
      ([Self.met], "i", .supervise, "put under supervision"),
      (
        [Self.met, Self.submitted, try Self.verified(until: "2020-07-20"), Self.crossedOff],
        "<lt>2nobody", .reopen(reason: "smoke", isFalse: false), "reopened"
      ),
      (
        [], "du<Enter>2",
        .extend(
          Fact.Extension(
            from: try #require(Day(iso: "2020-12-31")), to: try #require(Day(iso: "2021-01-31")),
            approvedBy: "mayor", reason: "rain", node: nil)), "limit extended"
      ),
    ] as [([(Fact, on: String, unit: String?)], String, Fact, String)] {
      var session = Session(try Self.situation(facts))
      session.press(keys)
      #expect(session.state.mode != .commands, "\(keys)")
      let author = Author(name: "Wu", unit: "w")
      let stamp = Stamp(
        id: EntryID(high: 800, low: 1), at: Moment(milliseconds: 1_596_160_000_000, offset: 480))
      var other = try session.state.situation.step("A-1", theirs, by: author, stamp)
      other.writer = "other-0000000000"
      session.send(.arrived([other]))
      session.press("<Enter>")
      #expect(session.ledger.isEmpty, "\(keys)")
      #expect(session.state.mode == .commands, "\(keys)")
      #expect(session.said.contains("A-1 changed meanwhile, see above: nothing is written."))
      let theirs = "Wu (Bureau w): " + says
      #expect(session.selection.contains(theirs), "\(keys): \(session.selection)")
    }
  }

  @Test("A verification that midnight came before is asked about anew, with the notice of today")
  func midnight() throws {
    var situation = try Self.situation([Self.met, Self.submitted])
    var chart = situation.chart
    chart.asOf = nil
    situation = Situation(chart: chart, ledger: situation.ledger, on: situation.day)
    var session = Session(situation)
    session.press(">v<Enter>")
    #expect(session.said.contains("public notice until 5 Aug"))
    session.send(.dayBegan(try #require(Day(iso: "2020-08-01"))))
    session.press("<Enter>")
    #expect(session.ledger.isEmpty && session.effects.last == .bell)
    #expect(session.said.contains("public notice until 6 Aug"))
    session.press("<Enter>")
    #expect(
      session.ledger.map(\.fact) == [.verify(noticeUntil: try #require(Day(iso: "2020-08-06")))])
  }

  @Test("Supervision is asked about, shown red, and released")
  func supervision() throws {
    var session = Session(try Self.situation([Self.met]))
    session.press("i")
    #expect(session.said.contains("Put A-1 of Unit U under supervision, as Lin?"))
    session.press("<Esc>i<Enter>")
    #expect(session.ledger.map(\.fact) == [.supervise])
    #expect(session.state.situation.status.tasks[0].standing == .red)
    // By another unit than the one that is under supervision.
    session.press("i")
    #expect(session.said.contains("Lin acts for which unit?"))
    session.press("u<Enter>")
    #expect(session.said.contains("is responsible for A-1 and cannot release it from supervision"))
    session.press("W<Enter><C-u>v<Enter>i<Enter>")
    #expect(session.ledger.map(\.fact) == [.supervise, .release])
    #expect(session.said.contains("A-1 is released from supervision."))
  }

  @Test("Who handed in for another unit cannot verify it for that one")
  func submittersUnit() throws {
    var session = Session(try Self.situation([Self.met, (.submit, "2020-07-12", "v")]))
    session.press("W<Enter>v<Enter>>")
    #expect(session.said.contains("Bureau v submitted A-1: another unit verifies it."))
    session.press("W<Enter><C-u>w<Enter>>")
    #expect(session.said.contains("Verify A-1"))
  }

  // MARK: Where a task stands

  @Test("The task's view draws the stages with day and person, and says what is next")
  func path() throws {
    for (facts, parts) in [
      ([], ["● listed", "○ crossed off", "to be submitted it lacks 1 node, evidence (e)"]),
      ([Self.met], ["✓ listed", "● rectifying", "9 Jul Wang", "can be submitted"]),
      (
        [Self.met, Self.submitted],
        ["✓ rectifying", "● submitted", "12 Jul Wang", "another unit than the responsible one"]
      ),
      (
        [Self.met, Self.submitted, try Self.verified(until: "2020-07-31")],
        ["● notice", "14 Jul Wang", "A-1: the public notice"]
      ),
      (
        [Self.met, Self.submitted, try Self.verified(until: "2020-07-20")],
        ["● notice", "14 Jul Wang", "the notice has run out, it can be crossed off"]
      ),
      (
        [Self.met, Self.submitted, try Self.verified(until: "2020-07-20"), Self.crossedOff],
        ["✓ notice", "✓ crossed off", "25 Jul Wang", "the procedure ends there"]
      ),
      (
        [Self.met, Self.submitted, (.return(reason: "no"), "2020-07-20", "v")],
        ["● rectifying", "20 Jul Wang", "○ submitted", "to be submitted it lacks evidence (e)"]
      ),
    ] as [([(Fact, on: String, unit: String?)], [String])] {
      var session = Session(try Self.situation(facts))
      session.press("<Enter>")
      for part in parts {
        #expect(session.frame.text.contains(part), "\(part)\n\(session.frame.text)")
      }
    }
  }

  @Test("At 60 columns, and in Chinese, the whole path is seen", arguments: Language.allCases)
  func narrow(language: Language) throws {
    let words = Words(language)
    for columns in [60, 80, 200] {
      var session = Session(
        try Self.situation([Self.met, Self.submitted]), columns: columns, language: language)
      session.press("<Enter>")
      for name in [
        Word.procedureRectifying, .procedureSubmitted, .procedureNotice, .procedureCrossedOff,
      ] {
        #expect(session.frame.text.contains(words(name)), "\(columns)\n\(session.frame.text)")
      }
      session.press("W<Enter>v<Enter>>")
      // The question and how to answer it have room for both.
      #expect(session.said.contains("A-1"))
      #expect(session.said.contains("Esc"))
    }
  }

  @Test("Submitting is asked so that nobody takes it for sending a report to the unit")
  func submitting() {
    let forms = Words(.zh).forms(
      .confirmSubmit, ["who": "林红（金普新区）", "task": "BH-01", "unit": "市水务局"])
    #expect(forms.first == "以林红（金普新区）名义将BH-01（责任单位市水务局）提交验收？")
    for form in forms { #expect(form.contains("提交验收") && !form.contains("报送")) }
  }
}

@Suite("Extensions by keys")
struct ExtendingTests {
  @Test("A node is moved with who approved it and why; its first day and its lateness stay seen")
  func node() throws {
    var session = Session(Seeds.chart([("A-1", ["2020-07-10", "2020-08-20"])], on: "2020-07-31"))
    session.press("du<Enter>")
    #expect(session.frame.text.contains("Node 1 (10 Jul)"))
    #expect(session.frame.text.contains("the limit (31 Dec)"))
    session.press("1")
    #expect(session.said.contains("A-1, Node 1, now 10 Jul. New day:"))
    for (typed, why) in [
      ("soon", "\"soon\" is not understood: write it like 5 Aug"), ("08-20", "would not keep"),
      ("2020-07-10", "10 Jul is the day now"), ("2020-02-31", "No calendar"),
    ] {
      session.press("<C-u>\(typed)<Enter>")
      #expect(session.selection.contains(why), "\(typed): \(session.selection)")
    }
    session.press("<C-u>2020-07-25<Enter>")
    #expect(session.said.contains("A-1, 10 Jul to 25 Jul. Approved by:"))
    session.press("<Enter>")
    #expect(session.selection.contains("Who approved it?"))
    session.press("mayor<Enter>rain<Enter>")
    let days = try [#require(Day(iso: "2020-07-10")), #require(Day(iso: "2020-07-25"))]
    #expect(
      session.ledger.map(\.fact) == [
        .extend(
          Fact.Extension(
            from: days[0], to: days[1], approvedBy: "mayor", reason: "rain", node: "1"))
      ])
    #expect(session.said.contains("A-1: Node 1 extended from 10 Jul to 25 Jul."))
    // Both: how late it is, and by how much it was extended.
    #expect(session.selection.contains("6 days overdue, extended 15 days · Unit"))
    session.press("<Enter>")
    #expect(session.frame.text.contains("6 days overdue, extended 15 days from 10 Jul"))
    // It is the last step, so it is what u takes back.
    session.press("q u")
    #expect(session.said.contains("Undone: A-1: the extension"))
    #expect(session.selection.contains("21 days overdue · Unit"))
    session.press("<C-r>")
    #expect(session.said.contains("Redone: A-1: the extension"))
    #expect(session.selection.contains("6 days overdue, extended 15 days"))
  }

  @Test("Behind a step that u does not take back it takes back nothing else")
  func lastStep() {
    var session = Session(Seeds.chart([("A-1", ["2020-07-10", "2020-08-20"])], on: "2020-07-31"))
    session.press("<Space>iy")
    session.forgetEffects()
    session.press("u")
    #expect(session.said.contains("A-1: u does not take back its last step"))
    #expect(session.effects == [.bell])
    session.press("<Space>")
    #expect(session.said.contains("Undone: A-1"))
  }

  @Test("The limit is moved, and says so beside what has passed of it")
  func limit() throws {
    var situation = Seeds.chart([("A-1", [])], on: "2020-07-31")
    var chart = situation.chart
    chart.tasks[0].limit = Day(iso: "2020-07-01")
    situation = Situation(chart: chart, ledger: Ledger(), on: situation.day)
    var session = Session(situation)
    // There is nothing but the limit, and nothing to choose.
    session.press("du<Enter>2020-07-20<Enter>mayor<Enter>rain<Enter>")
    #expect(session.ledger.map(\.fact.kind) == ["extend"])
    #expect(session.selection.contains("limit 20 Jul, passed 11 days ago, extended 19 days"))
    session.press("d<Esc>")
    #expect(session.ledger.count == 1)
    session.press("Elimit<Enter>")
    #expect(session.said.contains("A-1, limit, now 20 Jul. New day:"))
  }
}

@Suite("Who acts")
struct WhoTests {
  private static func stranger(language: Language = .en) -> Session {
    var session = Session(language: language)
    session.state.setting.author = Author(name: "root")
    session.state.setting.asksWho = true
    return session
  }

  @Test("A system's name is shown as nobody's word, and asked about before the first mark")
  func first() {
    var session = Self.stranger()
    #expect(session.said.hasSuffix("root?"))
    // What is asked about stands there without the question where there is no room for it.
    session.press(".<Space>")
    #expect(session.ledger.isEmpty)
    #expect(session.said.contains("Who acts? Name: root"))
    session.press("<C-u>Lin<Enter>shahekou<Enter>")
    // What was pressed then happens, and nobody is asked again.
    #expect(session.ledger.map(\.fact) == [.met(node: "2")])
    #expect(session.ledger.map(\.by) == ["Lin"])
    #expect(session.ledger.map(\.unit) == ["shahekou-district"])
    #expect(session.effects.contains(.remember(Author(name: "Lin", unit: "shahekou-district"))))
    session.press(".<Space>")
    #expect(session.ledger.count == 2)
    session.press("j")
    #expect(session.said.hasSuffix("Lin"))
    session.send(.resized(Size(columns: 100, rows: 24)))
    #expect(session.said.hasSuffix("Lin (Shahekou)"))
  }

  @Test("A name with characters that nobody sees is asked for again", arguments: Language.allCases)
  func unseen(language: Language) {
    var session = Self.stranger(language: language)
    session.press(".<Space><C-u>")
    session.type("Lin\u{200B}")
    session.press("<Enter>")
    #expect(session.selection.contains("<U+200B>"), "\(session.selection)")
    session.press("<BS><Enter><Enter>")
    #expect(session.ledger.map { Array($0.by.unicodeScalars) } == [["L", "i", "n"]])
  }

  @Test("The name may be taken as it is, and the unit left out; Esc writes nothing and asks again")
  func taken() {
    var session = Self.stranger()
    session.press(".<Space><Esc>")
    #expect(session.ledger.isEmpty && session.state.mode == .commands)
    session.press("<Space><Enter><Esc>")
    #expect(session.ledger.isEmpty)
    session.press("<Space><C-u><Enter>")
    #expect(session.selection.contains("A name, please."))
    session.type("root")
    session.press("<Enter><Enter>")
    #expect(session.ledger.map(\.by) == ["root"])
    #expect(session.ledger.map(\.unit) == [nil])
  }

  @Test("Units are completed and found as in the adding line, in Chinese by how they are read")
  func units() {
    var session = Session()
    session.press("W<Enter>sha<Tab>")
    #expect(session.said.contains("Shahekou"))
    session.press("<Enter>")
    #expect(session.state.setting.author.unit == "shahekou-district")
    session.press("W<Enter><C-u>nowhere<Enter>")
    #expect(session.selection.contains("nowhere"))
    #expect(session.state.setting.author.unit == "shahekou-district")
    var chinese = Session(language: .zh)
    chinese.press("W<Enter>pld<Enter>")
    #expect(chinese.state.setting.author.unit == "pulandian-district")
  }
}

@Suite("Evidence by its path")
struct HandedInTests {
  @Test("The entry is written when the file is kept; a wrong path is said, and asked for again")
  func paths() {
    var session = Session()
    session.missing = ["/no/photo.jpg"]
    session.press(".e/no/photo.jpg<Enter>")
    #expect(session.ledger.isEmpty)
    #expect(session.selection.contains("Not kept: /no/photo.jpg: No such file or directory"))
    #expect(!session.said.contains("/no/photo.jpg"))
    session.press("<Up>")
    #expect(session.said.contains("/no/photo.jpg"))
    session.press("<C-w>/tmp/photo.jpg<Enter>")
    #expect(session.ledger.map(\.evidence) == [["/tmp/photo.jpg"]])
    #expect(session.said.contains("evidence added, words: /tmp/photo.jpg"))
  }

  /// A session in which a file typed for BS-04 is on its way to be kept.
  private static func underWay(_ situation: Situation = Seeds.situation) -> (Session, EntryID) {
    var session = Session(situation)
    session.press(".<Space>")
    let id = EntryID(high: 900, low: 1)
    let at = Moment(milliseconds: 1_596_160_000_000, offset: 480)
    _ = session.state.handIn(
      "~/x", Prompt(.evidence(task: "BS-04", node: "2"), question: "", text: "~/x"),
      Stamp(id: id, at: at))
    return (session, id)
  }

  @Test("Evidence bears the day and the author of the moment of Enter")
  func moment() throws {
    var chart = Seeds.situation.chart
    chart.asOf = nil
    let (started, id) = Self.underWay(
      Situation(chart: chart, ledger: Seeds.situation.ledger, on: Seeds.situation.day))
    var session = started
    session.press("W<C-u>Zhao<Enter><Enter>")
    session.send(.dayBegan(try #require(Day(iso: "2020-08-01"))))
    // Another day is looked at by then.
    session.press("[")
    #expect(session.state.isLooking)
    session.send(.kept(id, item: "~/x"))
    #expect(session.ledger.last?.evidence == ["~/x"])
    #expect(session.ledger.last?.by == "Lin")
    #expect(session.ledger.last?.on.iso == "2020-07-31")
  }

  @Test("While it is on its way, u does not take back what came before it")
  func undoMeanwhile() {
    var (session, id) = Self.underWay()
    session.press("u")
    #expect(session.ledger.map(\.fact.kind) == ["met"])
    #expect(session.said.contains("Evidence is still being saved"))
    session.send(.kept(id, item: "~/x"))
    session.press("u")
    #expect(session.ledger.map(\.fact.kind) == ["met", "note", "undo"])
  }

  @Test("After a wrong path, keys typed ahead are commands, and land in no prompt")
  func typedAhead() {
    var (session, id) = Self.underWay()
    session.press("j")
    session.send(.notKept(id, .system(operation: "open", path: "x", code: 2)))
    #expect(session.state.mode == .commands)
    #expect(session.said.contains("Not kept for BS-04: ~/x: No such file or directory. e and Up"))
  }

  @Test("A kept file is called by its name, not by its digest")
  func names() {
    var session = Session()
    session.press(".")
    let item = "evidence/" + String(repeating: "a1", count: 32) + ".jpg site photo.jpg"
    session.press("e")
    let id = EntryID(high: 900, low: 1)
    let prompt = Prompt(.evidence(task: "BS-04", node: "2"), question: "")
    session.state.handedIn.append(
      HandedIn(
        prompt: prompt, stamp: Stamp(id: id, at: Moment(milliseconds: 0, offset: 480)),
        day: session.state.situation.day, author: session.state.setting.author))
    session.press("<Esc>")
    #expect(session.said.contains("saving"))
    session.send(.kept(id, item: item))
    #expect(session.ledger.map(\.evidence) == [[item]])
    #expect(session.said.contains("evidence added, file site photo.jpg kept"))
    session.press("<Enter><PageDown>")
    #expect(session.frame.text.contains("handed in, evidence: site"))
    // The beginning of the digest tells two files of one name apart.
    #expect(!session.frame.text.contains("a1a1a1a1a1"))
  }

  @Test("The program waits for evidence on its way, and another prompt is not torn away by it")
  func waiting() {
    var session = Session()
    session.press(".")
    let id = EntryID(high: 900, low: 1)
    let prompt = Prompt(.evidence(task: "BS-04", node: "2"), question: "", text: "~/x")
    session.state.handedIn.append(
      HandedIn(
        prompt: prompt, stamp: Stamp(id: id, at: Moment(milliseconds: 0, offset: 480)),
        day: session.state.situation.day, author: session.state.setting.author))
    session.press("q")
    #expect(session.effects.isEmpty)
    session.press("csome")
    session.send(.notKept(id, .system(operation: "open", path: "x", code: 2)))
    #expect(session.said.contains("some"))
    session.press("<Enter>")
    #expect(session.ledger.count == 1)
    #expect(session.state.mode == .commands)
    #expect(session.said.contains("Not kept for BS-04: ~/x"))
  }
}
