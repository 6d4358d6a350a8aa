extension ChartFolder {
  /// Everything that is wrong in the ledgers, or in how they fit the plan, by file and line.
  /// Torn lines are named too; they were never acknowledged and are no damage.
  public func findings(today: Day) -> [Finding] {
    var findings: [Finding] = []
    for name in PosixFile.names(in: ledgerFolder) where Self.writer(of: name) == nil {
      findings.append(
        Finding(file: "\(self.name)/ledger/\(name)", line: 0, column: 0, fault: .foreignFile))
    }
    for writer in files.keys.sorted() { findings += files[writer]?.findings ?? [] }
    findings += ledger.findings
    let tasks = Set(chart.tasks.map(\.id))
    var aboutEntries: [Finding] = []
    for task in ledger.tasks {
      for entry in ledger.entries(of: task) {
        func note(_ fault: Fault) {
          aboutEntries.append(
            Finding(
              file: "\(name)/ledger/\(entry.writer).jsonl", line: entry.n + 1, column: 0,
              fault: fault))
        }
        if !tasks.contains(task) { note(.unknownTask(task)) }
        if entry.on > today { note(.dayInTheFuture(entry.on)) }
      }
    }
    return findings
      + aboutEntries.sorted {
        $0.file == $1.file ? $0.line < $1.line : $0.file < $1.file
      }
  }

  /// How many writers and entries were read.
  public var extent: (writers: Int, entries: Int) { (files.count, ledger.count) }
}
