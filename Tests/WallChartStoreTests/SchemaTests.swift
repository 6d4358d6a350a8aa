import Foundation
import Testing

@testable import WallChartStore

/// `Resources/*.schema.json` say what the reader takes and the writer writes.
@Suite struct SchemaTests {
  private static let root =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    + "/../.."
  private let plan: JSONSchema
  private let line: JSONSchema

  init() throws {
    plan = try JSONSchema(named: "chart")
    line = try JSONSchema(named: "ledger")
  }

  /// An entry of every kind, each with all that the kind can say.
  private static let facts: [Fact] = {
    var report = Fact.Report(count: 3)
    (report.progress, report.problem, report.next) = ("a", "b", "c")
    (report.nextBy, report.reason) = (day("2020-08-01"), "d")
    var note = Fact.Note(text: "a", node: "1")
    note.isInternal = true
    note.isLookBack = true
    var closing = Fact.Meeting(rhythm: .weekly, isClosing: true)
    (closing.seen, closing.bulletin) = (["epb-7f3k2m9qxa": 12], 7)
    return [
      .met(node: "1"), .report(report), .submit, .verify(noticeUntil: day("2020-08-05")),
      .return(reason: "a"), .crossOff, .reopen(reason: "a", isFalse: true),
      limit("2020-08-31", "2020-09-30", node: "1"), .supervise, .release, .note(note),
      .undo(of: id(7), reason: "a"), .edit(set: #"{"limit": [null, "2020-08-31"]}"#, reason: "a"),
      .meeting(Fact.Meeting(rhythm: .daily, isClosing: false)), .meeting(closing),
      .import(Self.listImport),
      .unknown(kind: "later"),
    ]
  }()

  private static let listImport: Fact.Import = {
    var source = Fact.Import(file: "a.csv", sha256: "00", added: 1, changed: 2, withdrawn: 3)
    (source.replaced, source.plan) = ("01", "02")
    return source
  }()

  /// The line of an entry, as it stands in a file.
  private static func written(_ entry: Entry) -> [UInt8] {
    let bytes = entry.lineBytes
    return HashChain.seal(bytes, hash: HashChain.hash(bytes, after: [])).dropLast()
  }

  /// A plan in which every member is set.
  private static var fullPlan: Chart {
    var chart = Sample.chart
    chart.id = "dalian-2020"
    chart.asOf = day("2020-07-31")
    chart.rules.holidays = [day("2020-10-01")]
    chart.rules.workdays = [day("2020-10-10")]
    chart.rules.limitWords =
      DayOfYear(iso: "10-31").map { [Chart.LimitWord(words: "a", day: $0)] } ?? []
    let steps = [Chart.Template.Step.Due.share(25), .daysBefore(10), .limit].map {
      Chart.Template.Step(title: Text("a"), due: $0, quotaShare: 85)
    }
    chart.rules.templates = [Chart.Template(name: "works", steps: steps)]
    chart.units[0].short = Text(en: "Jinpu", zh: "金普")
    chart.tasks[0].short = Text("8 boilers")
    chart.tasks[0].lead = "epb"
    chart.tasks[0].helpers = ["epb"]
    chart.tasks[0].officer = "Lin"
    for part in [\Chart.Task.origin, \.problem, \.target, \.measures] {
      chart.tasks[0][keyPath: part] = Text("a")
    }
    chart.tasks[0].limitText = "8月底前"
    chart.tasks[0].withdrawn = day("2020-08-01")
    return chart
  }

  // MARK: What is written

  @Test func `The example's plan and every line of its ledger are valid, and all is listed`() throws
  {
    let folder = Self.root + "/seeds/dalian-2020"
    let chart = try JSONValue(PosixFile.contents(of: folder + "/chart.json"))
    #expect(plan.errors(in: chart, unlisted: true) == [])
    for name in PosixFile.names(in: folder + "/ledger") {
      let bytes = try PosixFile.contents(of: "\(folder)/ledger/\(name)")
      for text in bytes.split(separator: 10) {
        #expect(line.errors(in: try JSONValue(text), unlisted: true) == [])
      }
    }
  }

  @Test func `A plan with every member is valid, and every member is listed`() throws {
    let bytes = ChartWriter.bytes(of: Self.fullPlan)
    let value = try JSONValue(bytes)
    #expect(plan.errors(in: value, unlisted: true) == [])
    // Nothing of the schema is left out of this sample.
    #expect(
      value["tasks"]?.elements.first?.members.keys.sorted()
        == plan.root["$defs"]?["task"]?["properties"]?.members.keys.filter { $0 != "asOf" }.sorted()
    )
  }

  @Test func `Lines of every kind are valid, and every member is listed`() throws {
    let kinds = Set(Self.facts.map(\.kind)).subtracting(["later"])
    #expect(kinds == Set(Fact.members.keys))
    for (number, fact) in Self.facts.enumerated() {
      var entry = entry(
        UInt64(number), fact, on: "2020-07-31", was: [1], unit: "epb", evidence: ["photo"])
      if ["import", "undo"].contains(fact.kind) {
        entry.removed = [Removal(tasks: ["BS-01"], nodes: ["2"], hasLimit: true)]
      }
      let value = try JSONValue(Self.written(entry))
      #expect(line.errors(in: value, unlisted: true) == [], "\(fact.kind)")
    }
  }

  @Test func `Members that nobody knows are allowed, as the reader allows them`() throws {
    var value = try JSONValue(Sample.planText.utf8)
    value["later"] = .object(["a": .null])
    #expect(plan.allows(value))
    #expect(plan.errors(in: value, unlisted: true) == ["/later: not listed"])
    var mark = try JSONValue(Self.written(entry(1, .met(node: "1"), on: "2020-07-31")))
    mark["count"] = .text("of another kind")
    #expect(line.allows(mark))
    mark["kind"] = .text("report")
    #expect(!line.allows(mark))
  }

  // MARK: What is read

  /// The names in `case "a", "b":`, or after another sign, in a piece of the reader's source.
  private static func cases(in source: Substring, with sign: String = "\"") -> Set<String> {
    var names: Set<String> = []
    for line in source.split(separator: "\n") {
      guard let label = line.firstMatch(of: /^ *case ([".][^:]*):/), label.1.hasPrefix(sign) else {
        continue
      }
      for name in label.1.split(separator: ",") {
        names.insert(name.trimmingCharacters(in: CharacterSet(charactersIn: "\". ")))
      }
    }
    return names
  }

  private static func source(_ file: String) throws -> String {
    try String(contentsOfFile: "\(root)/Sources/WallChartStore/\(file)", encoding: .utf8)
  }

  @Test func `The members of the plan that are read are those that are listed`() throws {
    let source = try Self.source("Files/ChartReader.swift")
    var functions: [String: Set<String>] = [:]
    for piece in source.split(separator: " static func ").dropFirst() {
      let name = String(piece.prefix { $0 != "(" })
      functions[name] = Self.cases(in: piece)
    }
    #expect(
      functions["readWithPlaces"] == Set(plan.root["properties"]?.members.keys.map { $0 } ?? []))
    func listed(_ name: String) -> Set<String> {
      Set(plan.root["$defs"]?[name]?["properties"]?.members.keys.map { $0 } ?? [])
    }
    for name in ["rules", "battle", "unit", "quantity"] {
      #expect(functions[name] == listed(name), "\(name)")
    }
    // The compiler sees to it that each of these is read.
    #expect(Set(TaskMember.allCases.map(\.rawValue)) == listed("task"))
    #expect(Set(NodeMember.allCases.map(\.rawValue)) == listed("node"))
    let steps = try Self.source("Files/ChartReader+Templates.swift")
    #expect(
      Self.cases(in: steps[...])
        == Set(plan.root["$defs"]?["step"]?["properties"]?.members.keys.map { $0 } ?? []))
    #expect(
      plan.root["$defs"]?["rules"]?["properties"]?["rhythm"]?["properties"]?.members.keys.sorted()
        == Chart.Risk.allCases.map(\.rawValue).sorted())
  }

  @Test func `The members of a line that are read are those that are listed`() throws {
    let source = try Self.source("Ledger/Entry+Reading.swift")
    let functions = source.split(separator: " func ").filter { $0.hasPrefix("take") }
    let common = Set(line.root["properties"]?.members.keys.map { $0 } ?? [])
    let read = try #require(functions.first { $0.hasPrefix("take(") })
    #expect(Self.cases(in: read, with: ".") == common)
    var own: Set<String> = []
    for (kind, members) in Fact.members {
      let listed = line.root["$defs"]?[kind]?["properties"]?.members.keys.map { $0 } ?? []
      #expect(Set(members) == Set(listed), "\(kind)")
      own.formUnion(members)
    }
    let others = try #require(functions.first { $0.hasPrefix("takeOwn(") })
    #expect(Self.cases(in: others, with: ".").subtracting(common) == own)
    #expect(Set(EntryMember.allCases.map(\.rawValue)) == common.union(own))
  }

  @Test func `The words that are read are those that are listed`() throws {
    let definitions = try #require(plan.root["$defs"])
    func words(_ definition: String, _ member: String) -> [String]? {
      definitions[definition]?["properties"]?[member]?["enum"]?.texts
    }
    #expect(words("unit", "kind") == Chart.Unit.Kind.allCases.map(\.rawValue))
    #expect(words("task", "risk") == Chart.Risk.allCases.map(\.rawValue))
    #expect(words("task", "term") == Chart.Task.Term.allCases.map(\.rawValue))
    #expect(words("rules", "flags") == Chart.Rules.Flags.allCases.map(\.rawValue))
    let rhythms = Chart.Rhythm.allCases.map(\.rawValue)
    #expect(definitions["rhythmWord"]?["enum"]?.texts == rhythms)
    #expect(line.root["$defs"]?["meeting"]?["properties"]?["rhythm"]?["enum"]?.texts == rhythms)
  }

  @Test func `Every member is described`() {
    func check(_ value: JSONValue, _ path: String) {
      for (name, member) in value["properties"]?.members ?? [:] where !path.hasSuffix("/if") {
        #expect(member["description"]?.text?.hasSuffix(".") ?? false, "\(path)/\(name)")
      }
      for (name, member) in value.members where name != "allOf" { check(member, "\(path)/\(name)") }
    }
    check(plan.root, "chart")
    check(line.root, "ledger")
  }

  // MARK: What is refused

  /// A plan with a piece of its text replaced.
  private static let spoiledPlans: [(String, String)] = [
    (#""format": "wallchart/1""#, #""format": "wallchart/2""#),
    (#""format": "wallchart/1""#, #""format": "wallchart/10""#),
    (#""format": "wallchart/1","#, ""),
    (#""asOf": "2020-07-31""#, #""asOf": "2020-07-31", "id": "no id""#),
    (#""asOf": "2020-07-31""#, #""asOf": "2020-07-31", "id": 7"#),
    (#""asOf": "2020-07-31""#, #""asOf": "2020-07-32""#),
    (#""asOf": "2020-07-31""#, #""asOf": "2020-06-31""#),
    (#""asOf": "2020-07-31""#, #""asOf": "31.7.2020""#),
    (#""asOf": "2020-07-31""#, #""asOf": "0020-07-31""#),
    (#""asOf": "2020-07-31""#, #""asOf": "2020-07-31\n""#),
    (#""asOf": "2020-07-31""#, #""asOf": null"#),
    (#""graceDays": 7"#, #""graceDays": -1"#),
    (#""graceDays": 7"#, #""graceDays": 36526"#),
    (#""graceDays": 7"#, #""graceDays": 7.5"#),
    (#""graceDays": 7"#, #""graceDays": "7""#),
    (#""high": "daily""#, #""high": "hourly""#),
    (#""high": "daily""#, #""higher": "daily""#),
    (#""flags": "lights""#, #""flags": "lamps""#),
    (#""flags": "lights""#, #""holidays": ["2020-13-01"]"#),
    (#""flags": "lights""#, #""workdays": "2020-10-10""#),
    (#""flags": "lights""#, #""limitWords": {"a": "10-32"}"#),
    (#""flags": "lights""#, #""limitWords": {"a": "2020-10-31"}"#),
    (#""flags": "lights""#, #""limitWords": ["10-31"]"#),
    (#""flags": "lights""#, #""templates": {"a": {"title": "b"}}"#),
    (#""flags": "lights""#, #""templates": {"a": [{"share": 20}]}"#),
    (#""flags": "lights""#, #""templates": {"a": [{"title": "b", "share": 101}]}"#),
    (#""flags": "lights""#, #""templates": {"a": [{"title": "b", "daysBefore": -1}]}"#),
    (#""flags": "lights""#, #""templates": {"a": [{"title": "b", "quotaShare": 0}]}"#),
    (#"{"id": "BS", "name""#, #"{"id": "B S", "name""#),
    (#"{"id": "BS", "name""#, #"{"id": "", "name""#),
    (#"{"id": "BS", "name""#, #"{"id": "蓝天", "name""#),
    (#"{"id": "BS", "name""#, #"{"id": "BS\n", "name""#),
    (#"{"id": "BS", "name""#, #"{"id": 7, "name""#),
    (#"{"id": "BS", "name""#, #"{"name""#),
    (#"{"en": "Blue sky", "zh": "蓝天"}"#, "{}"),
    (#"{"en": "Blue sky", "zh": "蓝天"}"#, #"{"en": 7}"#),
    (#"{"en": "Blue sky", "zh": "蓝天"}"#, "[]"),
    (#", "kind": "district""#, ""),
    (#""kind": "district""#, #""kind": "county""#),
    (#", "battle": "BS""#, ""),
    (#""unit": "jinpu""#, #""unit": ["jinpu"]"#),
    (#""lead": "housing""#, #""lead": false"#),
    (#""lead": "housing""#, #""helpers": [""]"#),
    (#""risk": "low""#, #""risk": "none""#),
    (#""term": "dated""#, #""term": "soon""#),
    (#""limit": "2020-10-31", "#, ""),
    (#""limitText": "10月底前""#, #""limitText": {"zh": "10月底前"}"#),
    (#""total": 4"#, #""total": -4"#),
    (#""total": 4"#, #""total": 9007199254740992"#),
    (#"{"total": 4, "#, "{"),
    (#""quota": 4"#, #""quota": -1"#),
    (#""quota": 4"#, #""quota": true"#),
    (#""due": "2020-06-13", "#, ""),
    (#"{"id": "1", "due""#, #"{"due""#),
  ]

  @Test(arguments: spoiledPlans)
  func `A plan that the reader refuses by its shape the schema refuses`(
    part: String, spoiled: String
  ) throws {
    let text = Sample.planText.replacing(part, with: spoiled)
    #expect(text != Sample.planText)
    #expect(throws: (any Error).self) { try ChartReader.read(Array(text.utf8), file: "chart.json") }
    #expect(!plan.allows(try JSONValue(text.utf8)))
  }

  /// Kinds with a member set to something it cannot be, or (nil) taken out.
  private static let spoiledLines: [(kind: String, member: String, value: JSONValue?)] = [
    ("met", "id", nil), ("met", "id", .text("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
    ("met", "id", .text("aaaaaaaaaaaaaaaaaaaaaaaaab")), ("met", "writer", nil),
    ("met", "writer", .text("a/b")), ("met", "n", nil), ("met", "n", .number(0.5)),
    ("met", "at", nil), ("met", "at", .text("2020-07-31")),
    ("met", "at", .text("2020-07-31T25:00:00Z")), ("met", "at", .text("2020-07-31T09:00:00")),
    ("met", "at", .text("2020-07-31T09:00:00+19:00")), ("met", "by", nil),
    ("met", "by", .null), ("met", "unit", .text("")), ("met", "kind", nil),
    ("met", "kind", .number(1)), ("met", "task", .text("T 1")), ("met", "on", nil),
    ("met", "on", .text("2020-02-30")), ("met", "evidence", .text("photo")),
    ("met", "evidence", .array([.number(1)])), ("met", "was", .array([.text("x")])),
    ("met", "node", nil), ("met", "node", .text("第一")), ("report", "count", .text("3")),
    ("report", "nextBy", .text("soon")), ("report", "progress", .number(1)),
    ("report", "reason", .null), ("verify", "noticeUntil", nil),
    ("verify", "noticeUntil", .text("5 August")), ("return", "reason", .flag(true)),
    ("reopen", "false", .text("true")), ("extend", "from", nil), ("extend", "to", nil),
    ("extend", "to", .text("")), ("extend", "approvedBy", .number(1)),
    ("note", "internal", .number(1)), ("note", "lookBack", .text("yes")),
    ("note", "text", .array([])), ("undo", "of", nil),
    ("undo", "of", .text("last")), ("edit", "set", nil), ("meeting", "rhythm", .text("hourly")),
    ("meeting", "seen", .object(["a": .text("b")])), ("meeting", "bulletin", .text("7")),
    ("import", "removed", .array([.object(["tasks": .array([.number(1)])])])),
    ("import", "removed", .object([:])), ("undo", "removed", .array([.text("BS-01")])),
    ("import", "added", .text("1")), ("import", "file", .null), ("import", "sha256", .number(0)),
  ]

  @Test(arguments: spoiledLines)
  func `A line that the reader refuses by its shape the schema refuses`(
    kind: String, member: String, value: JSONValue?
  ) throws {
    let fact = try #require(Self.facts.last { $0.kind == kind })
    let bytes = Self.written(
      entry(1, fact, on: "2020-07-31", was: [1], unit: "epb", evidence: ["photo"]))
    var spoiled = try JSONValue(bytes)
    #expect(line.allows(spoiled))
    spoiled[member] = value
    #expect(spoiled != (try JSONValue(bytes)))
    #expect(!line.allows(spoiled))
    let text = try JSONSerialization.data(withJSONObject: spoiled.foundation)
    #expect(throws: Finding.self) { try Entry(line: Array(text), file: "a", number: 1) }
  }
}
