import Testing

@testable import WallChartStore

struct EntryTests {
  private static let head =
    "{\"id\":\"aerukz4jvpg677w4xkmhmvbsca\",\"writer\":\"epb-7f3k2m9qxa\",\"n\":12,"
    + "\"at\":\"2020-07-31T09:14:05.123+08:00\",\"by\":\"k.wang\",\"unit\":\"epb\","
  private static let on = "\"on\":\"2020-07-30\""

  @Test(
    "A line of every kind reads and writes back byte for byte",
    arguments: [
      "\"kind\":\"met\",\"task\":\"BS-04\",\"node\":\"2\",\(on),\"evidence\":[\"photo IMG_12\"],"
        + "\"was\":[\"aaaaaaaaaaaaaaaaaaaaaaaaae\"]",
      "\"kind\":\"report\",\"task\":\"BS-04\",\(on),\"count\":3,\"progress\":\"照计划\","
        + "\"problem\":\"none\",\"next\":\"dig\",\"nextBy\":\"2020-08-05\",\"reason\":\"recount\"",
      "\"kind\":\"submit\",\"task\":\"BS-04\",\(on),\"evidence\":[\"a\",\"b\"]",
      "\"kind\":\"verify\",\"task\":\"BS-04\",\(on),\"noticeUntil\":\"2020-08-05\"",
      "\"kind\":\"return\",\"task\":\"BS-04\",\(on),\"reason\":\"smoke \\\"again\\\"\"",
      "\"kind\":\"crossOff\",\"task\":\"BS-04\",\(on)",
      "\"kind\":\"reopen\",\"task\":\"BS-04\",\(on),\"reason\":\"empty shed\",\"false\":true",
      "\"kind\":\"reopen\",\"task\":\"BS-04\",\(on),\"reason\":\"smoke\"",
      "\"kind\":\"extend\",\"task\":\"BS-04\",\"node\":\"2\",\(on),\"from\":\"2020-08-01\","
        + "\"to\":\"2020-09-01\",\"approvedBy\":\"office\",\"reason\":\"flood\"",
      "\"kind\":\"supervise\",\"task\":\"BS-04\",\(on)",
      "\"kind\":\"release\",\"task\":\"BS-04\",\(on)",
      "\"kind\":\"note\",\"task\":\"BS-04\",\"node\":\"2\",\(on),\"text\":\"rain\",\"internal\":true",
      "\"kind\":\"note\",\"task\":\"BS-04\",\(on),\"text\":\"all gone\",\"lookBack\":true",
      "\"kind\":\"undo\",\"task\":\"BS-04\",\(on),\"of\":\"aaaaaaaaaaaaaaaaaaaaaaaaae\","
        + "\"reason\":\"wrong row\",\"was\":[\"aaaaaaaaaaaaaaaaaaaaaaaaae\"]",
      "\"kind\":\"edit\",\"task\":\"BS-04\",\(on),\"set\":{\"officer\":[null,\"Li\"]}",
      "\"kind\":\"edit\",\"task\":\"BS-04\",\(on),\"set\":{},\"evidence\":[\"a\"],"
        + "\"was\":[\"aaaaaaaaaaaaaaaaaaaaaaaaae\"]",
      "\"kind\":\"meeting\",\(on),\"rhythm\":\"weekly\",\"opened\":true",
      "\"kind\":\"meeting\",\(on),\"closed\":true",
      "\"kind\":\"meeting\",\(on),\"rhythm\":\"monthly\",\"closed\":true,"
        + "\"seen\":{\"epb-7f3k2m9qxa\":12,\"jinpu-0000000000\":0},\"bulletin\":7",
      "\"kind\":\"import\",\(on),\"file\":\"list.xlsx\",\"sha256\":\"ab\",\"added\":3,"
        + "\"changed\":0,\"withdrawn\":1",
    ])
  func roundTrip(rest: String) throws {
    let line = "\(Self.head)\(rest)"
    let entry = try Entry(line: Array("\(line)}".utf8), file: "f", number: 1)
    #expect(String(decoding: entry.lineBytes, as: UTF8.self) == line)
    #expect(entry.n == 12)
    #expect(entry.unit == "epb")
    #expect(entry.daysUntilEntered == 1)
  }

  @Test("A kind of a later version is read, whatever its members are")
  func unknownKind() throws {
    let line =
      "\(Self.head)\"kind\":\"inspect\",\"task\":\"BS-04\",\(Self.on),\"count\":\"many\",\"to\":[1],"
      + "\"closed\":{\"x\":1},\"node\":7}"
    let entry = try Entry(line: Array(line.utf8), file: "f", number: 1)
    #expect(entry.fact == .unknown(kind: "inspect"))
    #expect(entry.task == "BS-04")
  }

  @Test("A closed meeting keeps how far each ledger was read, in whichever order it is said")
  func meeting() throws {
    let line =
      "\(Self.head)\"kind\":\"meeting\",\(Self.on),\"bulletin\":7,\"seen\":{\"b\":2,\"a\":1},"
      + "\"closed\":\"2020-07-30T17:00:00+08:00\"}"
    let entry = try Entry(line: Array(line.utf8), file: "f", number: 1)
    var meeting = Fact.Meeting(rhythm: nil, isClosing: true)
    meeting.seen = ["a": 1, "b": 2]
    meeting.bulletin = 7
    #expect(entry.fact == .meeting(meeting))
    #expect(
      String(decoding: entry.lineBytes, as: UTF8.self).hasSuffix(
        "\"closed\":true,\"seen\":{\"a\":1,\"b\":2},\"bulletin\":7"))
  }

  @Test(
    "A member that its kind does not have is passed over, whatever it is",
    arguments: [
      ("\"kind\":\"met\",\"node\":\"2\"", .met(node: "2")), ("\"kind\":\"submit\"", .submit),
      (
        "\"kind\":\"import\"",
        .import(
          Fact.Import(
            file: "", sha256: "", added: 0, changed: 0, withdrawn: 0))
      ),
    ] as [(String, Fact)])
  func foreignMembers(rest: String, fact: Fact) throws {
    let foreign =
      "\"count\":\"many\",\"text\":5,\"reason\":[1],\"to\":\"office\",\"of\":{\"x\":null},"
      + "\"seen\":true,\"inspected\":{\"by\":[\"li\"]}"
    let line = "\(Self.head)\(rest),\(Self.on),\(foreign)}"
    #expect(try Entry(line: Array(line.utf8), file: "f", number: 1).fact == fact)
  }

  @Test(
    "A line that lacks what its kind needs is refused with the member's name",
    arguments: [
      ("\"task\":\"BS-04\",\(on)", "kind"), ("\"kind\":\"met\",\"task\":\"BS-04\",\(on)", "node"),
      ("\"kind\":\"met\",\"node\":\"1\"", "on"),
      ("\"kind\":\"verify\",\(on)", "noticeUntil"), ("\"kind\":\"undo\",\(on)", "of"),
      ("\"kind\":\"extend\",\(on),\"from\":\"2020-08-01\"", "to"),
      ("\"kind\":\"edit\",\(on)", "set"),
    ])
  func missing(rest: String, name: String) {
    #expect(throws: Finding(file: "f", line: 7, column: 1, fault: .missingMember(name))) {
      try Entry(line: Array("\(Self.head)\(rest)}".utf8), file: "f", number: 7)
    }
  }

  @Test("A wrong value is refused at its place in the line")
  func wrongValue() {
    let line = "\(Self.head)\"kind\":\"met\",\"task\":\"BS 04\",\"node\":\"2\",\(Self.on)}"
    let column = Self.head.count + "\"kind\":\"met\",\"task\":".count + 1
    #expect(throws: Finding(file: "f", line: 57, column: column, fault: .badIdentifier("BS 04"))) {
      try Entry(line: Array(line.utf8), file: "f", number: 57)
    }
    let undo = "\(Self.head)\"kind\":\"undo\",\"task\":\"BS-04\",\(Self.on),\"of\":\"01ARZ3\"}"
    #expect(
      throws: Finding(
        file: "f", line: 58, column: undo.count - 8, fault: .badEntryIdentifier("01ARZ3"))
    ) {
      try Entry(line: Array(undo.utf8), file: "f", number: 58)
    }
  }

  struct Obstacle: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var refusal: Refusal? = .doesNotReadBack
    var spoil: @Sendable (inout Entry) -> Void
  }

  private static let late = Day(number: day("9999-12-31").number + 4)

  @Test(
    "An entry that would not read back as it is has an obstacle",
    arguments: [
      Obstacle(testDescription: "nothing", refusal: nil) { _ in },
      Obstacle(testDescription: "on disk already", refusal: nil) {
        $0.writer = "epb-7f3k2m9qxa"
        $0.n = 12
        $0.line = 13
        $0.turn = 99
      },
      Obstacle(testDescription: "any words", refusal: nil) {
        $0.by = "王 \"K\" \\\n\u{1}\u{7F}\u{2028}"
        $0.evidence = ["", "photo"]
      },
      Obstacle(testDescription: "a notice past the calendar") {
        $0.fact = .verify(noticeUntil: late)
      },
      Obstacle(testDescription: "a promise past the calendar") {
        var report = Fact.Report(count: 1)
        report.nextBy = late
        $0.fact = .report(report)
      },
      Obstacle(testDescription: "a limit past the calendar") {
        $0.fact = .extend(
          Fact.Extension(from: day("2020-07-01"), to: late, approvedBy: "", reason: "flood"))
      },
      Obstacle(testDescription: "a day before the calendar") {
        $0.on = Day(number: day("1000-01-01").number - 1)
      },
      Obstacle(testDescription: "an instant past the calendar") {
        $0.at = Moment(milliseconds: Int64(late.number) * 86_400_000, offset: 480)
      },
      Obstacle(testDescription: "an offset of no place on earth") {
        $0.at = Moment(milliseconds: 0, offset: 1200)
      },
      Obstacle(testDescription: "a task that is no id") { $0.task = "BS 04" },
      Obstacle(testDescription: "a node that is no id") { $0.fact = .met(node: "二") },
      Obstacle(testDescription: "a unit that is no id") { $0.unit = "" },
      Obstacle(testDescription: "a number JSON readers do not keep") {
        $0.fact = .report(Fact.Report(count: 1 << 53))
      },
      Obstacle(testDescription: "a change that is no JSON") { $0.fact = .edit(set: "{officer}") },
      Obstacle(testDescription: "a change on two lines") { $0.fact = .edit(set: "{\n}") },
      Obstacle(testDescription: "a line that is too long", refusal: .entryTooLong(limit: 65_536)) {
        $0.evidence = [String(repeating: "x", count: 65_536)]
      },
    ])
  func obstacle(row: Obstacle) {
    var entry = Entry(
      id: id(1), at: moment("2020-07-31T09:00:00.123+08:00"), by: "k.wang", unit: "epb",
      task: "T1", on: day("2020-07-31"), fact: .submit)
    row.spoil(&entry)
    #expect(entry.obstacle == row.refusal)
  }
}
