import Foundation
import Testing
import WallChartStore

@testable import WallChartImport

@Suite("The list of Dalian, 31 July 2020")
struct DalianTests {
  private let list = ImportSession.seeds + "/dalian-tasks.csv"

  /// A chart that begins with the hand-written plan, and the list taken over into it.
  private func imported(_ session: ImportSession) throws -> Report {
    try FileManager.default.createDirectory(
      atPath: session.path("dalian"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: ImportSession.seeds + "/plan.json", toPath: session.path("dalian/chart.json"))
    return try session.run(list, "--into", session.path("dalian"))
  }

  @Test("The report counts what is new and names the columns left out")
  func report() throws {
    let session = try ImportSession()
    let report = try imported(session)
    #expect(
      report.said == [
        "63 tasks new, 22 units, 0 battles; 153 entries",
        "Columns not taken over: sourced, illustrative",
      ])
    #expect(report.complaints == [])
    #expect(report.exitCode == 0)
  }

  @Test("The chart shows what the city reported for that day")
  func counts() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let folder = try session.open("dalian")
    let status = ChartStatus(of: folder.chart, ledger: folder.ledger, on: day("2020-07-31"))
    #expect(status.total.tasks == 63)
    #expect(status.total[.green] == 41)
    #expect(status.total[.dueSoon] == 7)
    #expect(status.total[.yellow] == 2)
    #expect(status.total[.red] == 8)
    #expect(status.total[.inClosing] == 2)
    #expect(status.total[.crossedOff] == 3)
    #expect(status.total.nodes == 287)
    #expect(status.total.nodesDue == 113)
    #expect(status.total.nodesDueMet == 96)
    func boilers(_ numbers: ClosedRange<Int>) -> String {
      var (done, all) = (0, 0)
      for (task, status) in zip(folder.chart.tasks, status.tasks) {
        guard task.battle == "BS", let number = Int(task.id.dropFirst(3)),
          numbers.contains(number)
        else { continue }
        done += status.record.count ?? 0
        all += task.quantity?.total ?? 0
      }
      return "\(done) of \(all)"
    }
    #expect(boilers(1...8) == "8 of 47")
    #expect(boilers(9...10) == "31 of 60")
    #expect(boilers(11...16) == "58 of 383")
    #expect(folder.findings(today: day("2020-07-31")).isEmpty)
  }

  @Test("A task has everything that stands in its row")
  func wholeRow() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let chart = try session.open("dalian").chart
    let task = chart.task("BS-04")!
    #expect(task.battle == "BS")
    #expect(task.title["zh"] == "取缔20吨及以下燃煤锅炉11台并实施拆炉并网")
    #expect(task.short == Text(en: "11 small boilers", zh: "燃煤锅炉11台"))
    #expect(task.unit == "shahekou-district")
    #expect(task.lead == "municipal-housing-and-urban-rural-development-bureau")
    #expect(task.origin == Text(en: "battle plan", zh: "攻坚战方案"))
    #expect(task.risk == .high)
    #expect(task.term == .dated)
    #expect(task.limit == day("2020-10-31"))
    #expect(task.limitText == "10月底前")
    #expect(task.quantity == Chart.Task.Quantity(total: 11, of: Text(en: "boilers", zh: "台")))
    #expect(task.nodes.map(\.id) == ["1", "2", "3", "4", "5", "6"])
    #expect(task.nodes.map(\.quota) == [nil, nil, nil, 10, 11, nil])
    #expect(task.added == nil)
    #expect(chart.unit("districts-jointly")?.kind == .joint)
    #expect(chart.unit("shahekou-district")?.kind == .district)
    #expect(chart.unit("municipal-transport-bureau")?.kind == .bureau)
  }

  @Test("A crossed-off row becomes submission, verification and cross-off, notice in between")
  func crossedOff() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let folder = try session.open("dalian")
    let entries = folder.ledger.entries(of: "BS-10").sorted { $0.n < $1.n }
    #expect(
      entries.map { "\($0.on.iso) \($0.fact.kind) \($0.unit ?? "-")" } == [
        "2020-06-13 met -", "2020-07-02 report -", "2020-07-02 met -",
        "2020-07-09 submit jinpu-new-area",
        "2020-07-09 verify municipal-ecology-and-environment-bureau",
        "2020-07-15 crossOff municipal-ecology-and-environment-bureau",
      ])
    #expect(entries[3].evidence == ["Demolition photos and grid contract / 拆除照片、并网合同"])
    #expect(entries[4].fact == .verify(noticeUntil: day("2020-07-14")))
    #expect(Set(entries.map(\.by)) == ["k.wang"])
    #expect(entries.allSatisfy { $0.at.rfc3339 == "2020-07-31T09:00:00.000+08:00" })

    let inNotice = folder.ledger.entries(of: "CW-12")
    #expect(inNotice.contains { $0.fact == .verify(noticeUntil: day("2020-07-25")) })
  }

  @Test("The import itself is the first entry, with the list's name and SHA-256")
  func importEntry() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let entry = try session.open("dalian").ledger.general.first
    let sha256 = HashChain.sha256(Array(FileManager.default.contents(atPath: list)!))
    #expect(entry?.n == 0)
    #expect(entry?.on == day("2020-07-31"))
    func digest(_ path: String) -> String {
      HashChain.sha256(Array(FileManager.default.contents(atPath: path) ?? Data()))
    }
    var source = Fact.Import(
      file: "dalian-tasks.csv", sha256: sha256, added: 63, changed: 0, withdrawn: 0)
    source.replaced = digest(ImportSession.seeds + "/plan.json")
    source.plan = digest(session.path("dalian/chart.json"))
    #expect(entry?.fact == .import(source))
  }

  @Test("Taken over twice, the list changes nothing and writes nothing")
  func twice() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let before = try session.files("dalian")
    let report = try session.run(list, "--into", session.path("dalian/chart.json"))
    #expect(report.said.first == "0 changes: the chart has all of this list already.")
    #expect(report.exitCode == 0)
    #expect(try session.files("dalian") == before)
  }

  @Test("A dry run says what would come, the first twenty tasks, and leaves nothing behind")
  func dryRun() throws {
    let session = try ImportSession()
    let report = try session.run(list, "--into", session.path("new"), "--dry-run")
    #expect(
      report.said.prefix(4) == [
        "63 tasks new, 22 units, 4 battles; 153 entries", "New tasks:",
        "  BS-01  Shut down 4 small coal-fired boilers (20 t…  Jinpu  2020-10-31  6 nodes",
        "  BS-02  Shut down 6 small coal-fired boilers (20 …  Xigang  2020-10-31  6 nodes",
      ])
    #expect(
      report.said[22...25] == [
        "  … and 43 more.", "New units:", "  jinpu-new-area  Jinpu New Area",
        "  municipal-housing-and-urban-rural-development-bureau  Municipal Housing and U…",
      ])
    #expect(
      report.said.suffix(7) == [
        "New battles:", "  BS  Blue sky", "  CW  Clear water", "  BH  Bohai Sea",
        "  AR  Agriculture and rural areas", "Columns not taken over: sourced, illustrative",
        "Dry run: nothing was written.",
      ])
    // A hall's projector has 80 columns.
    let chinese = try session.run(
      [list, "--into", session.path("new"), "--dry-run"], language: "zh"
    ).said
    for line in report.said + chinese {
      #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) } <= 80, "\(line)")
    }
    #expect(!FileManager.default.fileExists(atPath: session.path("new")))
  }

  @Test("A chart that is not there is made: title of the file, battles by their tasks' ids")
  func newChart() throws {
    let session = try ImportSession()
    let report = try session.run(list, "--into", session.path("new"), "--quiet")
    #expect(report == (try session.run(list, "--into", session.path("new"), "--quiet")))
    let chart = try session.open("new").chart
    #expect(chart.title == Text("dalian-tasks"))
    #expect(chart.battles.map(\.id) == ["BS", "CW", "BH", "AR"])
    #expect(chart.battles.map { $0.name["zh"] } == ["蓝天", "碧水", "渤海", "农业农村"])
    #expect(chart.tasks.count == 63)
  }

  @Test("seeds/dalian-2020 is what the list and the plan give today")
  func seedIsFresh() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let kept = FileManager.default.contents(
      atPath: ImportSession.seeds + "/dalian-2020/chart.json")
    #expect(kept == FileManager.default.contents(atPath: session.path("dalian/chart.json")))

    let seed = try ChartFolder(opening: ImportSession.seeds + "/dalian-2020", state: nil)
    let made = try session.open("dalian")
    #expect(seed.findings(today: day("2020-07-31")).isEmpty)
    func facts(_ folder: ChartFolder) -> [String] {
      let entries = folder.chart.tasks.flatMap { folder.ledger.entries(of: $0.id) }
      return (folder.ledger.general + entries).sorted { $0.n < $1.n }.map {
        "\($0.task ?? "") \($0.on.iso) \($0.unit ?? "") \($0.fact) \($0.evidence)"
      }
    }
    #expect(facts(seed) == facts(made))
    #expect(
      seed.ledger.general.allSatisfy {
        $0.at.day == day("2020-07-31") && $0.at.offset == 480 && $0.at.clock.hasPrefix("09:")
      })
  }

  @Test("The hand-written plan is written as the programs write it")
  func planIsCanonical() throws {
    let bytes = Array(
      FileManager.default.contents(atPath: ImportSession.seeds + "/plan.json")!)
    #expect(ChartWriter.bytes(of: try ChartReader.read(bytes, file: "plan.json")) == bytes)
  }

  @Test("Every task has a short title that fits the wall and differs from its neighbours'")
  func shortTitles() throws {
    let session = try ImportSession()
    _ = try imported(session)
    let chart = try session.open("dalian").chart
    /// All signs of these titles from here on are two columns wide.
    func width(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
    }
    for language in ["en", "zh"] {
      var seen: Set<[String]> = []
      for task in chart.tasks {
        let short = task.wallTitle[language]
        #expect(width(short) <= 20, "\(task.id)")
        #expect(seen.insert([task.battle, task.unit, short]).inserted, "\(task.id)")
      }
      for unit in chart.units where unit.kind != .bureau {
        #expect(width(unit.short?[language] ?? "too long for the wall") <= 14)
      }
    }
  }
}
