import Foundation
import Testing

@testable import WallChartStore

/// What one person, or two, do with a chart.
final class ChartFolderTests: ChartFolderSession {
  // MARK: Create and open

  @Test("A new chart opens with its plan, and git is told what to leave out")
  func create() throws {
    let folder = try open()
    #expect(folder.chart == Sample.chart)
    #expect(folder.ledger.count == 0)
    #expect(folder.findings(today: today).isEmpty)
    #expect(try text(".gitignore") == ".lock\n.backup/\n.live-*\n")
    #expect(try text(".gitattributes") == "*.jsonl -text\n")
    #expect(try ChartFolder(opening: path + "/chart.json", state: nil).chart == Sample.chart)
    #expect(try ChartFolder(opening: path + "//", state: nil).chart == Sample.chart)
  }

  @Test("A chart is never made over another one, nor over a file")
  func alreadyThere() throws {
    #expect(throws: StoreError.alreadyThere(path: path)) {
      try ChartFolder.create(at: path, plan: Sample.chart)
    }
    try put([1], at: root + "/file")
    #expect(throws: StoreError.alreadyThere(path: root + "/file")) {
      try ChartFolder.create(at: root + "/file", plan: Sample.chart)
    }
  }

  @Test("A chart just made can be taken back, unless anything came into it since")
  func unmake() throws {
    func make(_ name: String) throws -> [String] {
      let folders = ChartFolder.missingFolders(of: root + "/" + name)
      try ChartFolder.create(at: root + "/" + name, plan: Sample.chart)
      return folders
    }
    let bare = try make("a/b/chart")
    #expect(bare.count == 3)
    ChartFolder.unmake(bare, plan: Sample.chart)
    #expect(!PosixFile.exists(root + "/a"))
    for file in ["ledger/x.jsonl", "notes.txt", ".backup/1.json"] {
      let folders = try make("c")
      try PosixFile.makeFolder(PosixFile.parent(of: root + "/c/" + file))
      try put([10], at: root + "/c/" + file)
      ChartFolder.unmake(folders, plan: Sample.chart)
      #expect(PosixFile.exists(root + "/c/chart.json") && PosixFile.exists(root + "/c/" + file))
      try FileManager.default.removeItem(atPath: root + "/c")
    }
    // Another plan by now, and a folder that was there before.
    var other = Sample.chart
    other.title = Text("Other")
    ChartFolder.unmake(try make("c"), plan: other)
    #expect(PosixFile.exists(root + "/c/chart.json"))
    try PosixFile.makeFolder(root + "/d")
    ChartFolder.unmake(try make("d"), plan: Sample.chart)
    #expect(PosixFile.exists(root + "/d/chart.json"))
  }

  @Test("A folder's own .gitignore is left as it is")
  func ownGitignore() throws {
    try PosixFile.makeFolder(root + "/mine")
    try put("*.o\n".utf8, at: root + "/mine/.gitignore")
    try ChartFolder.create(at: root + "/mine", plan: Sample.chart)
    #expect(try PosixFile.contents(of: root + "/mine/.gitignore") == Array("*.o\n".utf8))
  }

  @Test("A folder that cannot be made is an error, not a crash")
  func cannotMake() throws {
    try FileManager.default.createSymbolicLink(
      atPath: root + "/dangling", withDestinationPath: root + "/nowhere/at/all")
    for path in ["", root + "/dangling/chart"] {
      #expect(throws: StoreError.self) {
        try ChartFolder.create(at: path, plan: Sample.chart)
      }
    }
  }

  @Test("What is no chart is refused by what it is")
  func noChart() throws {
    let nowhere = root + "/nowhere"
    #expect(throws: StoreError.noChart(path: nowhere)) {
      try ChartFolder(opening: nowhere, state: nil)
    }
    #expect(throws: StoreError.noChart(path: root)) { try ChartFolder(opening: root, state: nil) }
    try put([1], at: root + "/file")
    #expect(throws: StoreError.noChart(path: root + "/file")) {
      try ChartFolder(opening: root + "/file", state: nil)
    }
  }

  @Test("A FIFO or a folder in the plan's place is refused at once, without waiting")
  func fifo() throws {
    let plan = path + "/chart.json"
    unlink(plan)
    #expect(mkfifo(plan, 0o600) == 0)
    #expect(throws: StoreError.notAFile(path: plan)) { try open() }
    unlink(plan)
    try PosixFile.makeFolder(plan)
    #expect(throws: StoreError.notAFile(path: plan)) { try open() }
  }

  @Test(
    "A plan that cannot be read is refused with its place",
    arguments: [
      ("", Fault.empty, 1, 1),
      ("{\"format\": \"wallchart/2\"}", .unknownFormat("wallchart/2"), 1, 12),
      ("{\n\"format\": \"wallch", .endsInsideText, 2, 18),
      ("<<<<<<< HEAD\n", .mergeConflict, 1, 1),
    ])
  func brokenPlan(content: String, fault: Fault, line: Int, column: Int) throws {
    try put(content.utf8, at: path + "/chart.json")
    let finding = Finding(
      file: path + "/chart.json", line: line, column: column, fault: fault)
    #expect(throws: StoreError.invalid([finding])) { try open() }
  }

  // MARK: Append

  @Test("An entry that was appended is there for everyone who opens the chart")
  func append() throws {
    var folder = try open()
    let written = try folder.append(mark(1), today: today)
    #expect(written.writer.hasPrefix("epb-"))
    #expect(written.writer.count == 14)
    #expect(written.n == 0)
    #expect(folder.ledger.entries(of: "T2") == [written])
    let again = try folder.append(report(2, 3), today: today)
    #expect(again.n == 1)
    #expect(again.writer == written.writer)
    let reader = try open(state: root + "/other")
    #expect(reader.ledger.entries(of: "T2") == [written])
    #expect(reader.ledger.entries(of: "T1") == [again])
    #expect(reader.findings(today: today).isEmpty)
    #expect(reader.extent == (1, 2))
  }

  @Test("The writer goes on in its file after a restart")
  func restart() throws {
    var first = try open()
    try _ = first.append(mark(1), today: today)
    var second = try open()
    let written = try second.append(report(2, 3), today: today)
    #expect(written.n == 1)
    #expect(second.ownWriters == first.ownWriters)
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("The same entry again is answered with the one on disk, and not written twice")
  func retry() throws {
    var folder = try open()
    let written = try folder.append(mark(1), today: today)
    #expect(try folder.append(mark(1), today: today) == written)
    let meeting = draft(2, .meeting(Fact.Meeting(rhythm: .weekly, isClosing: false)), task: nil)
    let opened = try folder.append(meeting, today: today)
    #expect(try folder.append(meeting, today: today) == opened)
    #expect(try bytes(folder).count { $0 == 10 } == 2)
  }

  @Test("Two programs on one folder write in turns, and none of it is lost")
  func twoPrograms() throws {
    var here = try open()
    var there = try open()
    for number in 0..<10 {
      _ = try here.append(report(UInt64(2 * number + 1), 4), today: today)
      _ = try there.append(report(UInt64(2 * number + 2), 4), today: today)
    }
    #expect(try here.refresh() == true)
    #expect(try here.refresh() == false)
    for folder in [here, there, try open()] {
      #expect(Set(folder.ledger.entries(of: "T1").map(\.id)) == Set((1...20).map(id)))
      #expect(folder.findings(today: today).isEmpty)
    }
    // Started together on a machine without memory of the chart, both end as one writer.
    #expect(try open().ownWriters == there.ownWriters)
    #expect(there.ownWriters.count == 1)
  }

  @Test("Two machines write their own files; each sees the other's entries after a refresh")
  func twoMachines() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    _ = try here.append(mark(1), today: today)
    _ = try there.append(report(2, 4), today: today)
    try here.refresh()
    #expect(here.ledger.count == 2)
    #expect(here.extent.writers == 2)
    #expect(here.ownWriters != there.ownWriters)
  }

  @Test("Many programs at once lose nothing")
  func concurrent() async throws {
    let (path, state, today) = (path, state, today)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for program in 0..<4 {
        group.addTask {
          var folder = try ChartFolder(
            opening: path, state: program < 2 ? state : state + "\(program)")
          for number in 0..<10 {
            var draft = entry(
              UInt64(program * 100 + number + 1), .report(Fact.Report(count: 4)),
              on: "2020-07-31", unit: "epb")
            draft.writer = ""
            _ = try folder.append(draft, today: today)
          }
        }
      }
      try await group.waitForAll()
    }
    let folder = try open()
    #expect(folder.ledger.count == 40)
    #expect(folder.findings(today: today).isEmpty)
  }

  @Test("An entry whose author had not seen the newest one is not written")
  func overtaken() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    let first = try here.append(mark(1), today: today)
    #expect(throws: StoreError.overtaken(by: first)) {
      try there.append(mark(2), today: today)
    }
    #expect(there.ledger.count == 1)
    let undo = draft(3, .undo(of: id(1), reason: nil), task: "T2", was: [1])
    _ = try there.append(undo, today: today)
    #expect(there.ledger.count == 2)
  }

  @Test("The rules are checked once more against what is on disk")
  func recheck() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    _ = try here.append(report(1, 8), today: today)
    #expect(
      throws: StoreError.refused(.fallingCountNeedsReason(from: 8, to: 4))
    ) { try there.append(report(2, 4), today: today) }
    let tomorrow = draft(3, .meeting(Fact.Meeting(rhythm: nil, isClosing: true)), task: nil)
    #expect(throws: StoreError.refused(.dayInTheFuture(today))) {
      try there.append(tomorrow, today: today + -1)
    }
    #expect(try open().ledger.count == 1)
  }

  @Test("An unusable unit name is refused instead of spoiling the file")
  func unusableUnit() throws {
    var folder = try open()
    var entry = mark(1)
    entry.unit = "epb & co"
    #expect(throws: StoreError.refused(.noSuchUnit("epb & co"))) {
      try folder.append(entry, today: today)
    }
    entry.unit = nil
    entry.by = "王 \"K\" \\\n"
    _ = try folder.append(entry, today: today)
    #expect(try open().ledger.entries(of: "T2").map(\.by) == ["王 \"K\" \\\n"])
    #expect(try open().findings(today: today).isEmpty)
  }

  @Test("An independent program comes to the same hashes, numbers and ids")
  func independentProgram() throws {
    var folder = try open()
    for number in 1...5 { _ = try folder.append(report(UInt64(number), 4), today: today) }
    _ = try folder.append(mark(6), today: today)
    let script = """
      import base64, hashlib, json, re, sys
      previous, count = "", 0
      for number, line in enumerate(open(sys.argv[1], encoding="utf-8", newline="\\n")):
          body, trailer = line[:-44], line[-44:]
          match = re.fullmatch(r',"hash":"([0-9a-f]{32})"}\\n', trailer)
          entry = json.loads(line)
          raw = base64.b32decode(entry["id"].upper() + "======")
          assert len(raw) == 16 and int.from_bytes(raw, "big") == number + 1, entry["id"]
          assert entry["n"] == number, number
          assert entry["writer"] == sys.argv[2], entry["writer"]
          previous = hashlib.sha256((previous + body).encode()).hexdigest()[:32]
          assert match and match[1] == previous == entry["hash"], number
          count += 1
      print(count)
      """
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, ledgerPath(folder), folder.ownWriters[0]]
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: said, as: UTF8.self) == "6\n")
  }

  // MARK: Damage

  @Test("A torn last line is ignored, named, and healed by the next append")
  func torn() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let whole = try bytes(folder)
    let fragment = whole.prefix(70)
    try put(whole + fragment, at: ledgerPath(folder))
    var second = try open()
    #expect(second.ledger.count == 1)
    #expect(faults(second) == ["2: tornLine"])
    let written = try second.append(report(2, 3), today: today)
    #expect(written.n == 1)
    #expect(second.ownWriters.count == 1)
    let reader = try open()
    #expect(reader.ledger.count == 2)
    #expect(faults(reader) == ["2: tornLine"])
  }

  @Test("A last line that lacks only its line feed is taken in by the next append")
  func withoutFeed() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let memory = try #require(folder.memoryPath)
    let remembered = try PosixFile.contents(of: memory)
    _ = try folder.append(report(2, 3), today: today)
    let whole = try bytes(folder)
    // As after a power cut in the second append, which was never acknowledged.
    try put(remembered, at: memory)
    try put(whole.dropLast(), at: ledgerPath(folder))
    var second = try open()
    #expect(second.ledger.count == 1)
    _ = try second.append(report(3, 4), today: today)
    let reader = try open()
    #expect(reader.findings(today: today).isEmpty)
    #expect(Set(second.ledger.entries(of: "T1").map(\.id)) == [id(2), id(3)])
    #expect(Set(reader.ledger.entries(of: "T1").map(\.id)) == [id(2), id(3)])
  }

  @Test("A flipped byte costs its line alone; the writer goes on in a new file")
  func flippedByte() throws {
    var folder = try open()
    for number in 1...4 { _ = try folder.append(report(UInt64(number), 4), today: today) }
    var rotten = try bytes(folder)
    let second = try #require(rotten.firstIndex(of: 10)) + 30
    rotten[second] ^= 1
    try put(rotten, at: ledgerPath(folder))
    var reopened = try open()
    #expect(Set(reopened.ledger.entries(of: "T1").map(\.id)) == [id(1), id(3), id(4)])
    #expect(
      reopened.findings(today: today) == [
        Finding(
          file: "\(path)/ledger/\(folder.ownWriters[0]).jsonl", line: 2, column: 0,
          fault: .damagedLine)
      ])
    let written = try reopened.append(report(5, 4), today: today)
    #expect(written.n == 0)
    #expect(reopened.ownWriters.count == 2)
    #expect(reopened.ownWriters[0] == folder.ownWriters[0])
    #expect(try PosixFile.contents(of: "\(path)/ledger/\(folder.ownWriters[0]).jsonl") == rotten)
  }

  @Test("A file that was rolled back is never gone on with", arguments: [0, 1, 2])
  func rolledBack(lines: Int) throws {
    var folder = try open()
    var old: [UInt8] = []
    for number in 1...3 {
      if number == lines + 1, number > 1 { old = try bytes(folder) }
      _ = try folder.append(report(UInt64(number), 4), today: today)
    }
    try put(old, at: ledgerPath(folder))
    var reopened = try open()
    #expect(reopened.ledger.count == lines)
    #expect(try reopened.append(report(9, 4), today: today).n == 0)
    #expect(reopened.ownWriters.count == 2)
  }

  @Test("Without memory a new writer begins, and old entries stay others'")
  func withoutMemory() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    try FileManager.default.removeItem(atPath: state)
    var reopened = try open()
    #expect(reopened.ownWriters.isEmpty)
    #expect(try reopened.append(report(2, 4), today: today).n == 0)
    #expect(reopened.ownWriters != folder.ownWriters)
    #expect(try open().ledger.count == 2)
  }

  @Test("Memory of another kind of file is as none")
  func brokenMemory() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let memory = try #require(folder.memoryPath)
    try put("{\"writers\": [\"../../etc\", 7".utf8, at: memory)
    #expect(try open().ownWriters.isEmpty)
  }

  @Test("Files that are no ledgers are not read, and named")
  func foreignFiles() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    let line = try bytes(folder)
    for name in ["-rf.jsonl", "x (conflicted copy).jsonl", "notes.txt", ".hidden.jsonl"] {
      try put(line, at: "\(path)/ledger/\(name)")
    }
    try FileManager.default.createSymbolicLink(
      atPath: path + "/ledger/link-0000000000.jsonl", withDestinationPath: ledgerPath(folder))
    #expect(mkfifo(path + "/ledger/pipe-0000000000.jsonl", 0o600) == 0)
    let reader = try open()
    #expect(reader.ledger.count == 1)
    #expect(reader.findings(today: today).map(\.fault) == Array(repeating: .foreignFile, count: 6))
  }

  @Test("Entries on unknown tasks and dated tomorrow are named with file and line")
  func findings() throws {
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    try put(try bytes(folder) + Array("{".utf8), at: ledgerPath(folder))
    folder = try open()
    _ = try folder.append(draft(2, .supervise, task: "T1"), today: today)
    var plan = folder.chart
    plan.tasks.removeFirst()
    try folder.apply(plan: plan, entries: [])
    #expect(folder.findings(today: today).map(\.line) == [2, 3])
    #expect(folder.findings(today: today).map(\.fault) == [.tornLine, .unknownTask("T1")])
    let yesterday = today + -1
    #expect(
      folder.findings(today: yesterday).map(\.fault) == [
        .tornLine, .dayInTheFuture(today), .unknownTask("T1"), .dayInTheFuture(today),
      ])
  }

  @Test("An entry that no program of ours writes is named with file and line")
  func forged() throws {
    var folder = try open()
    let forged = [mark(1), draft(2, .met(node: "2"), task: "T1"), draft(3, .crossOff, task: "T1")]
    try folder.apply(plan: folder.chart, entries: forged)
    let path = "\(path)/ledger/\(folder.ownWriters[0]).jsonl"
    let refusals: [Refusal] = [
      .needsCount(task: "T1", node: "2"), .notAtStage(task: "T1", stage: .rectifying),
    ]
    #expect(
      try open().findings(today: today)
        == zip(2..., refusals).map { line, refusal in
          Finding(file: path, line: line, column: 0, fault: .brokenRule(refusal))
        })
  }

  @Test("An entry that others follow is missed when its file, or the end of it, is removed")
  func removed() throws {
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    let start = try bytes(there)
    _ = try there.append(draft(2, .supervise, task: "T2"), today: today)
    var here = try open()
    _ = try here.append(draft(3, .release, task: "T2", was: [2]), today: today)
    #expect(try open(state: root + "/third").findings(today: today).isEmpty)
    let missed = Finding(
      file: ledgerPath(here), line: 1, column: 0, fault: .earlierEntryMissing(id(2).text))
    // Neither chain nor number tells, nor does a machine that has not seen the entries.
    try put(start, at: ledgerPath(there))
    #expect(try open(state: root + "/third").findings(today: today) == [missed])
    unlink(ledgerPath(there))
    #expect(try open(state: root + "/third").findings(today: today) == [missed])
    #expect(missed.fault.isDamage)
  }

  @Test("A busy lock is waited for, then named")
  func busy() throws {
    var folder = try open()
    folder.lockSeconds = 0.05
    do {
      let held = try FolderLock(folder: path)
      #expect(throws: StoreError.busy(path: path + "/.lock")) {
        try folder.append(mark(1), today: today)
      }
      _ = held
    }
    _ = try folder.append(mark(1), today: today)
  }

  // MARK: The plan

  @Test("A new plan replaces the old one, which is kept; entries follow it")
  func apply() throws {
    var folder = try open()
    let old = try text("chart.json")
    let source = Fact.Import(file: "list.csv", sha256: "00", added: 0, changed: 1, withdrawn: 0)
    try folder.apply(
      plan: changed(folder.chart, "new"), entries: [draft(1, .import(source), task: nil)])
    #expect(folder.chart.tasks[0].title == Text("new"))
    #expect(folder.ledger.general.map(\.id) == [id(1)])
    #expect(try text(".backup/1.json") == old)
    let reader = try open()
    #expect(reader.chart == folder.chart)
    #expect(reader.ledger.count == 1)
    #expect(try folder.refresh() == false)
  }

  @Test("The same plan again is not written and leaves no backup")
  func samePlan() throws {
    var folder = try open()
    try folder.apply(plan: folder.chart, entries: [])
    #expect(!PosixFile.exists(path + "/.backup/1.json"))
  }

  @Test("Twenty replaced plans are kept, the newest")
  func backups() throws {
    var folder = try open()
    for number in 1...23 { try folder.apply(plan: changed(folder.chart, "\(number)"), entries: []) }
    let names = PosixFile.names(in: path + "/.backup")
    #expect(Set(names) == Set((4...23).map { "\($0).json" }))
    #expect(try text(".backup/23.json").contains("\"title\": \"22\""))
  }

  @Test("The newest backup is found among what people put beside it")
  func newestBackup() throws {
    #expect(Backups(of: path).newest == nil)
    var folder = try open()
    for number in 1...2 { try folder.apply(plan: changed(folder.chart, "\(number)"), entries: []) }
    let strangers = ["3 copy.json", "007.json", "-9.json", "+8.json", "notes.txt"]
    for name in strangers { try put([1], at: "\(path)/.backup/\(name)") }
    #expect(Backups(of: path).newest == "\(path)/.backup/2.json")
    try folder.apply(plan: changed(folder.chart, "3"), entries: [])
    #expect(Backups(of: path).newest == "\(path)/.backup/3.json")
    #expect(Set(PosixFile.names(in: path + "/.backup")).isSuperset(of: strangers))
  }

  @Test("A plan that somebody else changed is not written over")
  func planChanged() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    try there.apply(plan: changed(there.chart, "theirs"), entries: [])
    #expect(throws: StoreError.planChanged(path: path + "/chart.json")) {
      try here.apply(plan: changed(here.chart, "mine"), entries: [])
    }
    #expect(try open().chart.tasks[0].title == Text("theirs"))
    #expect(here.chart.tasks[0].title == Text("theirs"))
    try here.apply(plan: changed(here.chart, "mine"), entries: [])
    #expect(try open().chart.tasks[0].title == Text("mine"))
  }

  @Test("A plan against the rules, or with an unusable id, is never written")
  func invalidPlan() throws {
    var folder = try open()
    let old = try text("chart.json")
    var badID = folder.chart
    badID.tasks[0].id = "T 1"
    var badOrder = folder.chart
    badOrder.tasks[1].nodes.reverse()
    for plan in [badID, badOrder] {
      #expect(throws: StoreError.self) { try folder.apply(plan: plan, entries: []) }
      #expect(throws: StoreError.self) {
        try ChartFolder.create(at: root + "/second", plan: plan)
      }
    }
    #expect(try text("chart.json") == old)
    #expect(!PosixFile.exists(root + "/second/chart.json"))
  }

  @Test("An entry too long for a line keeps plan and ledger as they were")
  func tooLong() throws {
    var folder = try open()
    let old = try text("chart.json")
    let set = "{\"title\":[\"\(String(repeating: "x", count: 70_000))\",\"\"]}"
    #expect(throws: StoreError.refused(.entryTooLong(limit: 65_536))) {
      try folder.apply(
        plan: changed(folder.chart, "new"), entries: [draft(1, .edit(set: set), task: "T1")])
    }
    #expect(try text("chart.json") == old)
  }

  @Test("Mode and link of a plan are kept")
  func modeAndLink() throws {
    let plan = path + "/chart.json"
    let real = root + "/real.json"
    rename(plan, real)
    chmod(real, 0o640)
    try FileManager.default.createSymbolicLink(atPath: plan, withDestinationPath: real)
    var folder = try open()
    try folder.apply(plan: changed(folder.chart, "new"), entries: [])
    var status = stat()
    #expect(lstat(plan, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(real, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o640)
    #expect(try open().chart.tasks[0].title == Text("new"))
    #expect(PosixFile.names(in: root).contains { $0.hasSuffix(".tmp") } == false)
  }

  @Test("What replacements that were killed left behind goes with the next one")
  func leftOver() throws {
    let real = root + "/elsewhere"
    try PosixFile.makeFolder(real)
    rename(path + "/chart.json", real + "/plan.json")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/chart.json", withDestinationPath: real + "/plan.json")
    let old = ".plan.json.\(EntryID.random().text).tmp"
    let strangers = [".plan.json.backup.tmp", ".other.json.\(EntryID.random().text).tmp", "notes"]
    for name in [old] + strangers {
      try put([1], at: "\(real)/\(name)")
      var times = [timeval(), timeval()]
      #expect(utimes("\(real)/\(name)", &times) == 0)
    }
    // Another machine, whose lock is not seen here, may be at it.
    let new = ".plan.json.\(EntryID.random().text).tmp"
    try put([1], at: "\(real)/\(new)")
    var folder = try open()
    _ = try folder.append(mark(1), today: today)
    #expect(PosixFile.exists("\(real)/\(old)"))
    try folder.apply(plan: changed(folder.chart, "new"), entries: [])
    #expect(Set(PosixFile.names(in: real)) == Set(["plan.json", new] + strangers))
  }

  @Test("A broken plan on disk is an error; what was read before stays")
  func brokenLater() throws {
    var folder = try open()
    try put("{".utf8, at: path + "/chart.json")
    #expect(throws: StoreError.self) { try folder.refresh() }
    #expect(folder.chart == Sample.chart)
    try put(ChartWriter.bytes(of: changed(Sample.chart, "new")), at: path + "/chart.json")
    #expect(try folder.refresh() == true)
    #expect(folder.chart.tasks[0].title == Text("new"))
  }

  @Test("While the plan is broken, entries come in and go out as ever")
  func brokenMeanwhile() throws {
    var here = try open()
    var there = try open(state: root + "/other")
    _ = try there.append(report(1, 4), today: today)
    try put("<<<<<<< HEAD".utf8, at: path + "/chart.json")
    #expect(throws: StoreError.self) { try here.refresh() }
    #expect(here.ledger.count == 1)
    _ = try there.append(report(2, 5), today: today)
    #expect(try here.append(mark(3), today: today).n == 0)
    #expect(here.ledger.count == 3)
    #expect(here.chart == Sample.chart)
    // The rules of the last good plan still hold, and nothing replaces what somebody is mending.
    #expect(throws: StoreError.refused(.noSuchTask("T9"))) {
      try here.append(draft(4, .supervise, task: "T9"), today: today)
    }
    #expect(throws: StoreError.self) { try here.apply(plan: Sample.chart, entries: []) }
    unlink(path + "/chart.json")
    _ = try here.append(report(5, 6), today: today)
    try put(ChartWriter.bytes(of: Sample.chart), at: path + "/chart.json")
    #expect(try open().ledger.count == 4)
  }

  @Test(
    "What may not be read or written is the system's error",
    .enabled(if: getuid() != 0, "the superuser may do everything"))
  func permissions() throws {
    var folder = try open()
    chmod(path, 0o555)
    chmod(path + "/ledger", 0o555)
    defer {
      chmod(path, 0o755)
      chmod(path + "/ledger", 0o755)
    }
    do {
      _ = try folder.append(mark(1), today: today)
      Issue.record("a read-only folder was written to")
    } catch StoreError.system(_, _, let code) {
      #expect(code == EACCES || code == EROFS)
    }
  }
}
