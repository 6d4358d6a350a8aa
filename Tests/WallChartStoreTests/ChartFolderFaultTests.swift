import Foundation
import Testing

@testable import WallChartStore

private func report(_ id: EntryID) -> Entry {
  Entry(
    id: id, at: moment("2020-07-31T09:00:00+08:00"), by: "k.wang", unit: "epb", task: "T1",
    on: day("2020-07-31"), fact: .report(Fact.Report(count: 4)))
}

/// Faults that need a process of their own: a full disk, and the end of the process at any time.
struct ChartFolderFaultTests {
  let root: String
  var path: String { root + "/chart" }
  let today = day("2020-07-31")

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/wallchart-" + EntryID.random().text
    try PosixFile.makeFolder(root)
    try ChartFolder.create(at: path, plan: Sample.chart)
  }

  private func remove() { try? FileManager.default.removeItem(atPath: root) }

  @Test("When a file may not grow, nothing is written, and all that was acknowledged stays")
  func full() async throws {
    defer { remove() }
    await #expect(processExitsWith: .success) { [root = root as String] in
      // As on a full disk: the last write is cut short, the next one fails.
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      signal(SIGXFSZ, SIG_IGN)
      setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
      var folder = try ChartFolder(opening: root + "/chart", state: nil)
      var acknowledged: [EntryID] = []
      var failures = 0
      for number in 1...20 {
        let id = EntryID(high: 1, low: UInt64(number))
        do {
          acknowledged.append(try folder.append(report(id), today: day("2020-07-31")).id)
        } catch StoreError.system(let operation, _, let code) {
          #expect(operation == "write")
          #expect(code == EFBIG)
          failures += 1
        }
      }
      #expect(acknowledged.count == 4)
      #expect(failures == 16)
      let reader = try ChartFolder(opening: root + "/chart", state: nil)
      #expect(Set(reader.ledger.entries(of: "T1").map(\.id)) == Set(acknowledged))
      #expect(reader.findings(today: day("2020-07-31")).isEmpty)
    }
    let reader = try ChartFolder(opening: path, state: nil)
    #expect(reader.ledger.count == 4)
  }

  @Test("First entries that find no room leave no empty files behind")
  func fullFromTheStart() async throws {
    defer { remove() }
    await #expect(processExitsWith: .success) { [path = path as String] in
      var limit = rlimit(rlim_cur: 0, rlim_max: 1 << 20)
      signal(SIGXFSZ, SIG_IGN)
      setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
      var folder = try ChartFolder(opening: path, state: nil)
      for number in 1...3 {
        #expect(throws: StoreError.self) {
          try folder.append(report(EntryID(high: 1, low: UInt64(number))), today: day("2020-07-31"))
        }
        #expect(PosixFile.names(in: path + "/ledger").isEmpty)
      }
      // An empty file that was there before is somebody's, and stays.
      let others = path + "/ledger/other-0000000000.jsonl"
      _ = try PosixFile.open(others, O_WRONLY | O_CREAT)
      #expect(throws: StoreError.self) {
        try folder.append(report(EntryID(high: 1, low: 4)), today: day("2020-07-31"))
      }
      #expect(PosixFile.names(in: path + "/ledger") == ["other-0000000000.jsonl"])
      limit.rlim_cur = limit.rlim_max
      setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
      #expect(try folder.append(report(EntryID(high: 1, low: 5)), today: day("2020-07-31")).n == 0)
    }
    let reader = try ChartFolder(opening: path, state: nil)
    #expect(reader.ledger.count == 1)
    #expect(reader.extent.writers == 2)
    #expect(reader.findings(today: today).isEmpty)
  }

  @Test("A step that finds no room for all of it leaves none of it")
  func fullForStep() async throws {
    defer { remove() }
    await #expect(processExitsWith: .success) { [path = path as String] in
      var limit = rlimit(rlim_cur: 600, rlim_max: 1 << 20)
      signal(SIGXFSZ, SIG_IGN)
      setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
      var folder = try ChartFolder(opening: path, state: nil)
      let step = (0..<5).map { report(EntryID(high: 1, low: UInt64($0))) }
      #expect(throws: StoreError.self) {
        try folder.append(step: step, today: day("2020-07-31"))
      }
      #expect(folder.ledger.count == 0)
      #expect(try ChartFolder(opening: path, state: nil).ledger.count == 0)
      limit.rlim_cur = limit.rlim_max
      setrlimit(.init(RLIMIT_FSIZE.rawValue), &limit)
      let written = try folder.append(step: step, today: day("2020-07-31"))
      #expect(written.map(\.n) == [0, 1, 2, 3, 4])
    }
    let reader = try ChartFolder(opening: path, state: nil)
    #expect(reader.ledger.count == 5)
    #expect(reader.findings(today: today).isEmpty)
  }

  @Test("Whatever was acknowledged before a kill is there after it")
  func killed() async throws {
    defer { remove() }
    let acknowledged = root + "/acknowledged"
    for round in 0..<5 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, round = round as Int] in
        Thread.detachNewThread {
          usleep(UInt32(3_000 + round * 4_000))
          kill(getpid(), SIGKILL)
        }
        let notes = try PosixFile.open(root + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND)
        var folder = try ChartFolder(opening: root + "/chart", state: root + "/state")
        while true {
          let written = try folder.append(report(.random()), today: day("2020-07-31"))
          try PosixFile.write(Array((written.id.text + "\n").utf8), to: notes, "acknowledged")
        }
      }
      let folder = try ChartFolder(opening: path, state: root + "/state")
      let present = Set(folder.ledger.entries(of: "T1").map(\.id.text))
      let notes = (try? PosixFile.contents(of: acknowledged)) ?? []
      let promised = String(decoding: notes, as: UTF8.self).split(separator: "\n").map(String.init)
      #expect(present.isSuperset(of: promised))
      #expect(folder.findings(today: today).allSatisfy { $0.fault == .tornLine })
      // At most the one entry in flight in each round was not acknowledged.
      #expect(present.count <= promised.count + round + 1)
    }
  }
}
