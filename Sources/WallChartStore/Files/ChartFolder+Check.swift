internal import Glibc

extension ChartFolder {
  /// Everything that is wrong in the ledgers, or in how they fit the plan, by file and line.
  /// Torn lines are named too; they were never acknowledged and are no damage. So are texts with
  /// characters that nobody sees.
  public func findings(today: Day) -> [Finding] {
    var findings = unseenInPlan
    for name in PosixFile.names(in: ledgerFolder)
    where Self.writer(of: name).flatMap({ files[$0] }) == nil {
      findings.append(
        Finding(file: "\(self.name)/ledger/\(name)", line: 0, column: 0, fault: .foreignFile))
    }
    for (writer, file) in files.sorted(by: { $0.key < $1.key }) {
      findings += file.findings
      if isTorn(writer, file) {
        findings.append(
          Finding(file: file.path, line: file.lineCount + 1, column: 0, fault: .tornLine))
      }
      findings += unseen(in: file, of: writer)
    }
    findings += ledger.findings.map { finding in
      Finding(
        file: "\(name)/\(finding.file)", line: finding.line, column: finding.column,
        fault: finding.fault)
    }
    findings += missing + cutOff
    let tasks = Dictionary(chart.tasks.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    // Tasks and nodes that came with a list may go with it; what it said of them was taken back.
    let goneWithList = ledger.takenBackWithImports
    var kept = KeptFiles(of: self)
    var aboutEntries: [Finding] = []
    for task in ledger.tasks {
      let entries = ledger.entries(of: task)
      // Few tasks have entries that are held against others.
      let looks = entries.contains { $0.isHeldAgainstOthers || !$0.was.isEmpty }
      let known =
        looks ? Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 }) : [:]
      for entry in entries {
        func note(_ fault: Fault) {
          aboutEntries.append(
            Finding(
              file: "\(name)/ledger/\(entry.writer).jsonl", line: entry.line, column: 0,
              fault: fault))
        }
        let plan = tasks[task]
        if !goneWithList.contains(entry.id) {
          if plan == nil { note(.unknownTask(task)) }
          if let plan, let refusal = entry.brokenRule(in: plan, among: known) {
            note(.brokenRule(refusal))
          }
        }
        if let earlier = entry.was.lazy.compactMap({ known[$0] }).first(where: {
          $0.writer != entry.writer && entry.at.isSetBack(after: $0.at)
        }) {
          note(.clockSetBack(entry.at, after: earlier.at))
        }
        // Removed with the end of its file or the whole of it, which no hash tells.
        if let missing = entry.was.first(where: { !ledger.contains($0) }) {
          note(.earlierEntryMissing(missing.text))
        }
        for fault in kept.faults(of: entry) { note(fault) }
        if entry.on > today { note(.dayInTheFuture(entry.on)) }
      }
    }
    for entry in ledger.general {
      guard case .meeting(let meeting) = entry.fact, let refusal = meeting.badNumber else {
        continue
      }
      aboutEntries.append(
        Finding(
          file: "\(name)/ledger/\(entry.writer).jsonl", line: entry.line, column: 0,
          fault: .brokenRule(refusal)))
    }
    for (entry, fault) in ledger.lostEdits(in: chart) {
      aboutEntries.append(
        Finding(
          file: "\(name)/ledger/\(entry.writer).jsonl", line: entry.line, column: 0, fault: fault))
    }
    return findings
      + aboutEntries.sorted {
        $0.file == $1.file ? $0.line < $1.line : $0.file < $1.file
      }
  }

  /// The texts of the plan with characters that nobody sees.
  private var unseenInPlan: [Finding] {
    // What cannot be read now was said when it was opened.
    guard let bytes = try? PosixFile.contents(of: path + "/chart.json") else { return [] }
    return UnseenTexts(in: bytes, file: planPath).findingsOfPlan
  }

  /// The same of the lines of a ledger that were read.
  private func unseen(in read: LedgerFile, of writer: String) -> [Finding] {
    let path = "\(ledgerFolder)/\(writer).jsonl"
    guard let file = try? PosixFile.open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW),
      let bytes = try? PosixFile.read(file, path)
    else { return [] }
    return UnseenTexts(in: bytes, file: read.path, count: min(read.consumed, bytes.count))
      .findingsOfLedger
  }

  /// What is damaged in the files as they were read, or was lost from them: worth a word to
  /// everybody who opens them.
  public var damage: [Finding] {
    let damaged = files.values.sorted { $0.path < $1.path }.flatMap(\.findings)
    let unread = oversized.map {
      Finding(file: "\(name)/ledger/\($0)", line: 0, column: 0, fault: .foreignFile)
    }
    return damaged.filter { $0.fault != .tornLine } + unread + missing + cutOff
  }

  /// Entries that were seen, or saved by this machine, and are no longer there, or not as they were.
  private var missing: [Finding] {
    var counts: [String: Int] = [:]
    for writer in gone.values { counts[writer, default: 0] += 1 }
    for end in installation.ends where statusOfFile(holding: end) == nil {
      counts[end.writer, default: 0] += 0
    }
    let lost = counts.sorted { $0.key < $1.key }.map { writer, count in
      Finding(
        file: "\(name)/ledger/\(writer).jsonl", line: 0, column: 0,
        fault: ownWriters.contains(writer) ? .ownEntriesMissing : .entriesGone(count))
    }
    let rewritten = altered.values.map { _, now in
      Finding(
        file: "\(name)/ledger/\(now.writer).jsonl", line: now.line, column: 0,
        fault: .entryRewritten)
    }
    return lost
      + rewritten.sorted { $0.file == $1.file ? $0.line < $1.line : $0.file < $1.file }
  }

  /// Ends of ledgers that a meeting had read and that are no longer there: the hashes do not tell,
  /// but somebody else has written down how far each file went.
  private var cutOff: [Finding] {
    var seen: [String: Int] = [:]
    for entry in ledger.general {
      guard case .meeting(let meeting) = entry.fact else { continue }
      seen.merge(meeting.seen) { max($0, $1) }
    }
    return seen.sorted { $0.key < $1.key }.compactMap { writer, last in
      let next = files[writer]?.nextN ?? 0
      guard last >= next else { return nil }
      return Finding(
        file: "\(name)/ledger/\(writer).jsonl", line: 0, column: 0,
        fault: .missingLines(from: next, through: last))
    }
  }

  /// Whether a file ends in a piece without line feed.
  private func isTorn(_ writer: String, _ read: LedgerFile) -> Bool {
    let path = "\(ledgerFolder)/\(writer).jsonl"
    guard let file = try? PosixFile.open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW),
      let rest = try? PosixFile.read(file, path, from: read.consumed)
    else { return false }
    return !rest.isEmpty && !rest.contains(10)
  }

  /// How many writers and entries were read.
  public var extent: (writers: Int, entries: Int) { (files.count, ledger.count) }
}
