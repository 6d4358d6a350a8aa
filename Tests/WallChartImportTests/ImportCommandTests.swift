import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("The import as it is typed")
struct ImportCommandTests {
  private static let list = "id,battle,title_zh,unit_zh,deadline\nA1,蓝天,取缔锅炉,金普新区,2020-10-31\n"

  @Test("A list comes from standard input; names without Latin letters give ids u1 and b1")
  func standardInput() throws {
    let session = try ImportSession()
    let input = Self.list + "一,蓝天,取缔,金普新区,2020-10-31\n"
    let report = try session.run("-", "--into", session.path("dalian"), input: input)
    #expect(report.complaints.first?.hasPrefix("-:3:1 (row 2, column \"id\"): \"一\"") == true)

    _ = try session.run("-", "--into", session.path("dalian"), input: Self.list)
    let chart = try session.open("dalian").chart
    #expect(chart.title == Text("dalian"))
    #expect(chart.units.map(\.id) == ["u1"])
    #expect(chart.battles.map(\.id) == ["A"])
    #expect(chart.tasks[0].title == Text(en: "", zh: "取缔锅炉"))
  }

  @Test("A list from standard input gives a new chart its folder's name, dots and all")
  func titleOfFolder() throws {
    let session = try ImportSession()
    _ = try session.run("-", "--into", session.path("dalian.2020") + "/", input: Self.list)
    #expect(try session.open("dalian.2020").chart.title == Text("dalian.2020"))
  }

  @Test("A unit that leads one task and is responsible for another is a district")
  func bothRoles() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", "id,battle,title_en,unit_en,lead_en,deadline",
      "T-1,Air,Close it,North,South,2020-10-31", "T-2,Air,Open it,South,Water Bureau,2020-10-31")
    _ = try session.run(list, "--into", session.path("chart"))
    let units = try session.open("chart").chart.units
    #expect(units.map(\.id) == ["north", "south", "water-bureau"])
    #expect(units.map(\.kind) == [.district, .district, .bureau])
  }

  @Test("Spaces around names and texts, which nobody sees, make no difference")
  func spaces() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", " id,battle\u{3000},title_en,unit_en, deadline ",
      "T-1,Air,Close it,North,2020-10-31", " T-2 ,Air , Open it,\u{3000}North\u{A0},2020-10-31 ")
    #expect(
      try session.run(list, "--into", session.path("chart")).said
        == ["2 tasks new, 1 unit, 1 battle; 1 entry"])
    let tasks = try session.open("chart").chart.tasks
    #expect(tasks.map(\.id) == ["T-1", "T-2"])
    #expect(tasks[1].title["en"] == "Open it")
    let again = try session.save(
      "again.csv", "id,battle,title_en,unit_en,deadline", "T-3,Air,Close it,North,2020-10-31",
      "T-3 ,Air,Close it,North,2020-10-31")
    let complaints = try session.run(again, "--into", session.path("chart")).complaints
    #expect(complaints.first?.contains("task \"T-3\" stands in row 1 already.") == true)
  }

  @Test("Who imports: --as, else WALLCHART_AS, else the user; --unit must be a unit of the chart")
  func author() throws {
    let session = try ImportSession()
    _ = try session.run("-", "--into", session.path("a"), "--as", "r.office", input: Self.list)
    #expect(try session.open("a").ledger.general.map(\.by) == ["r.office"])
    _ = try session.run("-", "--into", session.path("b"), input: Self.list)
    #expect(try session.open("b").ledger.general.map(\.by) == ["k.wang"])
    let report = try session.run(
      "-", "--into", session.path("c"), "--unit", "nobody", input: Self.list)
    #expect(
      report.complaints == [
        "wallchart-import: --unit: no unit of this chart is called \"nobody\". It has: 金普新区."
      ])
    #expect(report.exitCode == 64)
    #expect(!FileManager.default.fileExists(atPath: session.path("c")))
  }

  @Test("The unit is said as to the other program, for a new chart by what its list calls it")
  func unitByName() throws {
    let session = try ImportSession()
    for (chart, unit) in [("a", "金普新区"), ("b", "金普"), ("c", "u1")] {
      let report = try session.run(
        "-", "--into", session.path(chart), "--unit", unit, input: Self.list)
      #expect(report.exitCode == 0)
      #expect(try session.open(chart).ledger.general.map(\.unit) == ["u1"])
    }
    let undone = try session.run("--into", session.path("a"), "--undo", "--unit", "金普")
    #expect(undone.exitCode == 0)
    #expect(try session.open("a").ledger.general.map(\.unit) == ["u1", "u1"])
    try FileManager.default.createDirectory(
      atPath: session.path(".config/wallchart"), withIntermediateDirectories: true)
    let config = try session.save(".config/wallchart/config.json", #"{"unit": "epb"}"#)
    let report = try session.run("-", "--into", session.path("d"), input: Self.list)
    #expect(
      report.complaints == [
        "wallchart-import: \(config):1:10: no unit of this chart is called \"epb\". "
          + "It has: 金普新区. --unit says another for once, --unit \"\" none."
      ])
    #expect(
      try session.run("-", "--into", session.path("d"), "--unit", "", input: Self.list).exitCode
        == 0)
    #expect(try session.open("d").ledger.general.map(\.unit) == [nil])
  }

  @Test("A name that no entry can hold is refused before a chart is made, in a dry run too")
  func longName() throws {
    let session = try ImportSession()
    let name = String(repeating: "x", count: 70_000)
    for options in [["--dry-run"], []] {
      let report = try session.run(
        ["-", "--into", session.path("a"), "--as", name] + options, input: Self.list)
      #expect(report.complaints == ["wallchart-import: the entry is longer than 65536 bytes."])
      #expect(report.exitCode == 65)
      #expect(!FileManager.default.fileExists(atPath: session.path("a")))
    }
  }

  @Test("Arguments that cannot be meant end with 64")
  func misuse() throws {
    let session = try ImportSession()
    let report = try session.run(
      "-", "--into", session.path("a"), "--as-of", "31.7.2020", input: Self.list)
    #expect(
      report.complaints == [
        "wallchart-import: \"31.7.2020\" is not a date. Write YYYY-MM-DD."
      ])
    #expect(report.exitCode == 64)
  }

  @Test("A battle without a name is none", arguments: ["", " ", "\u{3000}"])
  func unnamedBattle(_ name: String) throws {
    let session = try ImportSession()
    let report = try session.run(
      "-", "--into", session.path("a"), "--battle", name, input: "编号,任务,责任单位\nA-1,取缔,北区\n")
    #expect(
      report.complaints == ["wallchart-import: --battle needs the id or name of a battle."])
    #expect(report.exitCode == 64)
  }

  @Test("Files that cannot be read or written end with their own codes")
  func files() throws {
    let session = try ImportSession()
    func code(_ file: String, _ chart: String) throws -> Int32 {
      try session.run(file, "--into", chart, input: Self.list).exitCode
    }
    #expect(try code(session.path("none.csv"), session.path("a")) == 66)
    #expect(try code(session.folder, session.path("a")) == 66)
    let plain = try session.save("plain", "x")
    #expect(try code("-", plain) == 73)
    #expect(try code("-", "/proc/no/such/chart") == 73)
  }

  @Test(
    "English names become ids; names in other letters give none",
    arguments: [
      ("Jinpu New Area", "jinpu-new-area"), ("Dalian Hi-tech Zone", "dalian-hi-tech-zone"),
      ("  R&D (2nd)  ", "r-d-2nd"), ("金普新区", nil), ("", nil), ("第3中学", nil), ("大连A区", nil),
      ("12-14", nil),
      (String(repeating: "ab ", count: 30), "ab" + String(repeating: "-ab", count: 20) + "-a"),
    ])
  func slugs(_ name: String, _ slug: String?) {
    #expect(NewIdentifiers.slug(name) == slug)
    #expect(slug.map { Identifier.isValid($0) } ?? true)
  }

  @Test("Units without an English name are numbered as they appear, and keep their ids")
  func numberedUnits() throws {
    let session = try ImportSession()
    let list = try session.save(
      "list.csv", "id,battle_zh,title_zh,unit_zh,lead_zh,deadline",
      "A-1,蓝天,取缔,第3中学,市教育局,2020-10-31",
      "A-2,蓝天,取缔,第12中学,,2020-10-31")
    _ = try session.run(list, "--into", session.path("chart"))
    let more = try session.save(
      "more.csv", "id,battle_zh,title_zh,unit_zh,unit_en,deadline", "A-0,蓝天,取缔,第5中学,,2020-10-31",
      "A-1,蓝天,取缔,第3中学,No 3 School,2020-10-31", "A-3,蓝天,取缔,港区,U5,2020-10-31",
      "A-4,蓝天,取缔,第6中学,,2020-10-31", "A-5,蓝天,取缔,第7中学,,2020-10-31")
    #expect(try session.run(more, "--into", session.path("chart"), "--yes").exitCode == 0)
    let units = try session.open("chart").chart.units
    #expect(
      units.map { "\($0.id) \($0.name["zh"])" }
        == ["u1 第3中学", "u2 市教育局", "u3 第12中学", "u4 第5中学", "u5 港区", "u6 第6中学", "u7 第7中学"])
  }

  @Test("A battle is named after what its tasks' ids begin with, when that is free")
  func battleIDs() {
    func id(_ tasks: String..., taken: Set<String> = []) -> String {
      var ids = NewIdentifiers(taken: taken)
      return ids.battle(Text(en: "Blue sky", zh: "蓝天") ?? Text(""), tasks: tasks)
    }
    #expect(id("BS-01", "BS-02") == "BS")
    #expect(id("BS-10", "BS-11") == "BS")
    #expect(id("BS01", "BS02") == "BS")
    #expect(id("BS_1") == "BS")
    #expect(id("BS.1", "BS.2") == "BS")
    #expect(id("A1-01", "A1-02") == "A1")
    #expect(id("2020-BS-01", "2020-BS-12") == "2020-BS")
    #expect(id("A-1", "B-1") == "blue-sky")
    #expect(id("01", "02") == "blue-sky")
    #expect(id("2020-01", "2020-02") == "blue-sky")
    #expect(id("BS-01", taken: ["BS"]) == "blue-sky")
    #expect(id("BS-01", taken: ["BS", "blue-sky"]) == "b1")
    #expect(id("BS-01", taken: ["BS", "blue-sky", "b1"]) == "b2")
  }
}
