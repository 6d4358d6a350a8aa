import Testing
import WallChartStore
import WallChartWords

/// The procedure of one task: what may be said of it at every stage, and what is said when not.
@Suite("Stage machine") struct StageMachineTests {
  private static let today = Day(iso: "2020-07-31")!
  private static let noticeEnd = Day(iso: "2020-08-05")!
  private static let district = Author(name: "Li", unit: "shahekou")
  private static let bureau = Author(name: "Wang", unit: "epb")

  /// BS-04: eleven boilers, three plain nodes and one that asks for the full count.
  private static let chart: Chart = {
    var task = Chart.Task(id: "BS-04", battle: "BS", title: Text("11 boilers"), unit: "shahekou")
    task.limit = Day(iso: "2020-10-31")
    task.quantity = Chart.Task.Quantity(total: 11, of: Text("boilers"))
    for (place, due) in ["2020-06-13", "2020-06-30", "2020-07-15", "2020-09-30"].enumerated() {
      var node = Chart.Node(id: "\(place + 1)", due: Day(iso: due)!, title: Text("Step"))
      if place == 3 { node.quota = 11 }
      task.nodes.append(node)
    }
    var chart = Chart(title: Text("Dalian"))
    chart.battles = [Chart.Battle(id: "BS", name: Text("Blue sky"))]
    chart.units = [
      Chart.Unit(id: "shahekou", name: Text("Shahekou"), kind: .district),
      Chart.Unit(id: "epb", name: Text("Bureau"), kind: .bureau),
    ]
    chart.tasks = [task]
    return chart
  }()

  private struct Procedure {
    var situation = Situation(chart: chart, ledger: Ledger(), on: today)
    private var entries = 0

    var stamp: Stamp {
      let letters = Array("abcdefghijklmnopqrstuvwxyz")
      let id = EntryID("\(letters[entries / 26])\(letters[entries % 26])" + repeated("a", 24))!
      return Stamp(id: id, at: Moment(rfc3339: "2020-07-31T09:00:0\(entries % 10)+08:00")!)
    }

    private func repeated(_ letter: String, _ count: Int) -> String {
      String(repeating: letter, count: count)
    }

    mutating func write(_ make: (Situation, Stamp) throws -> Entry) rethrows {
      var entry = try make(situation, stamp)
      (entry.writer, entry.n) = ("epb-0000000000", entries)
      situation.add(entry)
      entries += 1
    }

    mutating func step(_ fact: Fact, evidence: [String] = [], by author: Author) throws {
      try write { try $0.step("BS-04", fact, evidence: evidence, by: author, $1) }
    }

    mutating func mark(_ nodes: ClosedRange<Int>) throws {
      for node in nodes {
        try write { try $0.mark("BS-04", node: "\(node)", by: district, $1) }
      }
    }

    mutating func count(_ count: Int) throws {
      try write { try $0.report("BS-04", Fact.Report(count: count), by: district, $1) }
    }
  }

  /// The columns: how far the procedure has come.
  private static func procedures() throws -> [(name: String, procedure: Procedure)] {
    var columns: [(name: String, procedure: Procedure)] = []
    var procedure = Procedure()
    func column(_ name: String) { columns.append((name, procedure)) }
    column("fresh")
    try procedure.mark(1...1)
    column("begun")
    try procedure.mark(2...3)
    try procedure.count(6)
    column("half")
    try procedure.count(11)
    try procedure.write {
      try $0.note(
        "BS-04", Fact.Note(text: nil, node: nil), evidence: ["photos"], by: district, $1)
    }
    column("done")
    try procedure.step(.submit, by: district)
    column("handed")
    try procedure.step(.verify(noticeUntil: noticeEnd), by: bureau)
    column("notice")
    procedure.situation.move(to: noticeEnd + 1)
    column("over")
    try procedure.step(.crossOff, by: bureau)
    column("closed")
    try procedure.step(.reopen(reason: "empty shed", isFalse: true), by: bureau)
    column("again")
    return columns
  }

  private typealias Draft = @Sendable (Situation, Stamp) throws -> Entry

  private static func step(_ fact: Fact, by author: Author = bureau) -> Draft {
    { try $0.step("BS-04", fact, by: author, $1) }
  }

  private static func note(_ isLookBack: Bool) -> Draft {
    {
      var note = Fact.Note(text: "seen", node: nil)
      note.isLookBack = isLookBack
      return try $0.note("BS-04", note, by: bureau, $1)
    }
  }

  /// The rows: everything that can be said of a task.
  private static let kinds: [(name: String, draft: Draft)] = [
    ("met", { try $0.mark("BS-04", node: "2", by: district, $1) }),
    ("report", { try $0.report("BS-04", Fact.Report(count: 11), by: district, $1) }),
    ("undo a mark", { try $0.unmark("BS-04", node: "1", by: district, $1) }),
    ("extend", step(.extend(extension_))),
    ("submit", step(.submit, by: district)),
    ("verify", { try step(.verify(noticeUntil: $0.day + 5))($0, $1) }),
    ("verify, own unit", { try step(.verify(noticeUntil: $0.day + 5), by: district)($0, $1) }),
    ("verify, 2 days", { try step(.verify(noticeUntil: $0.day + 2))($0, $1) }),
    ("return", step(.return(reason: "no grid contract"))),
    ("return, no reason", step(.return(reason: " "))),
    ("cross off", step(.crossOff)),
    ("cross off, no unit", step(.crossOff, by: Author(name: "Wang"))),
    ("reopen", step(.reopen(reason: "smoke again", isFalse: false))),
    ("supervise", step(.supervise)),
    ("release", step(.release)),
    ("extend, no leave", step(.extend(unapproved))),
    ("note", note(false)),
    ("look back", note(true)),
    (
      "edit",
      {
        let entry = Entry(
          id: $1.id, at: $1.at, by: "Wang", unit: "epb", task: "BS-04", on: $0.day,
          fact: .edit(set: #"{"officer":[null,"Li"]}"#))
        try $0.check(entry)
        return entry
      }
    ),
  ]

  private static let extension_ = Fact.Extension(
    from: Day(iso: "2020-10-31")!, to: Day(iso: "2020-11-30")!, approvedBy: "office",
    reason: "flood")

  private static let unapproved: Fact.Extension = {
    var unapproved = extension_
    unapproved.approvedBy = ""
    return unapproved
  }()

  /// The table as it is, and the refusals in it by their letters.
  private static func table() throws -> (text: [String], refusals: [Refusal]) {
    let columns = try procedures()
    var refusals: [Refusal] = []
    func cell(_ draft: Draft, _ procedure: Procedure) throws -> String {
      do throws(Refusal) {
        var after = procedure
        do {
          try after.write(draft)
        } catch let refusal as Refusal {
          throw refusal
        } catch {
          Issue.record("\(error)")
        }
        let stage = after.situation.status.tasks[0].record.stage
        return stage == procedure.situation.status.tasks[0].record.stage ? "=" : shown(stage)
      } catch {
        if !refusals.contains(error) { refusals.append(error) }
        return "(\(letters[refusals.firstIndex(of: error)!]))"
      }
    }
    func line(_ name: String, _ cells: [String]) -> String {
      cells.reduce(padded(name, to: 20)) { $0 + padded($1, to: 8) }
    }
    let heading = line("", columns.map(\.name))
    let rows = try kinds.map { name, draft in
      line(name, try columns.map { try cell(draft, $0.procedure) })
    }
    return ([heading] + rows, refusals)
  }

  private static func shown(_ stage: Stage) -> String {
    switch stage {
    case .notStarted: "fresh"
    case .rectifying: "open"
    case .submitted: "handed"
    case .notice: "notice"
    case .crossedOff: "closed"
    }
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  @Test("Every kind of entry is allowed or refused from every stage, as the table says")
  func table() throws {
    let (text, refusals) = try Self.table()
    #expect(text.map { $0.trimmingSuffix { $0 == " " } } == Self.lines(Self.expected))
    for (language, sentences) in [(Language.en, Self.english), (.zh, Self.chinese)] {
      let said = zip(Self.letters, refusals).map { "(\($0)) \(Words(language)($1))" }
      #expect(said == Self.lines(sentences))
    }
  }

  @Test("Supervision is released once, and not begun twice")
  func supervision() throws {
    var procedure = Procedure()
    try procedure.step(.supervise, by: Self.bureau)
    #expect(throws: Refusal.alreadySupervised(task: "BS-04")) {
      try procedure.step(.supervise, by: Self.bureau)
    }
    try procedure.step(.release, by: Self.bureau)
    #expect(!procedure.situation.status.tasks[0].record.isSupervised)
    #expect(throws: Refusal.notSupervised(task: "BS-04")) {
      try procedure.step(.release, by: Self.bureau)
    }
  }

  @Test("An extension leads from the day in force to another one")
  func extensions() throws {
    var procedure = Procedure()
    try procedure.step(.extend(Self.extension_), by: Self.bureau)
    // The same once more would say that October was still in force.
    #expect(throws: Refusal.extendsAnotherDay(task: "BS-04", now: Self.extension_.to)) {
      try procedure.step(.extend(Self.extension_), by: Self.bureau)
    }
    #expect(
      Words(.en)(Refusal.extendsAnotherDay(task: "BS-04", now: nil))
        == "BS-04 has no limit that could be moved.")
  }

  @Test("What a task was crossed off with does not close it again when it is reopened")
  func spentEvidence() throws {
    var procedure = try Self.procedures()[8].procedure
    #expect(throws: Refusal.self) { try procedure.step(.submit, by: Self.district) }
    try procedure.step(.submit, evidence: ["new photos"], by: Self.district)
    #expect(procedure.situation.status.tasks[0].record.stage == .submitted)
    #expect(procedure.situation.status.tasks[0].record.evidence == ["photos", "new photos"])
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
}
