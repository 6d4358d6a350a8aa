package import WallChartStore

// Evidence, and the signs of perfunctory work.
extension Words {
  /// An item of an entry's evidence: words, or a kept file's name and the beginning of its digest.
  package func evidence(_ item: String) -> String {
    let evidence = Evidence(item)
    let words = Printable.filtered(evidence.words)
    guard let file = evidence.file else { return words }
    return self(.recordFile, ["name": words, "digest": String(file.sha256.prefix(8))])
  }

  /// What was made of something handed in: whether a file was kept, or words.
  package func kept(_ item: String) -> String {
    let text = Printable.filtered(Evidence(item).words)
    return Evidence(item).file == nil
      ? self(.keptWords, ["text": text]) : self(.keptFile, ["name": text])
  }

  /// What an entry did, and what was made of what was handed in with it.
  package func withEvidence(of entry: Entry, _ sentence: String) -> String {
    guard !entry.evidence.isEmpty else { return sentence }
    let kept = entry.evidence.map(kept).joined(separator: self(.listComma))
    return self(.cliWithEvidence, ["what": sentence, "evidence": kept])
  }

  /// What was noticed, as a finding with its reason; whether it is anything is for people to ask.
  package func sentence(for sign: Sign) -> String {
    switch sign.kind {
    case .enteredLate(let days): self(.signEnteredLate, ["n": "\(days)"])
    case .samePerson(let by): self(.signSamePerson, ["who": Printable.filtered(by)])
    case .extendedLate(let days): self(.signExtendedLate, ["n": "\(days)"])
    case .approvedOneself(let by):
      self(.signApprovedOneself, ["who": Printable.filtered(by)])
    case .manyAtOnce(let count, let by, let seconds):
      self(
        .signManyAtOnce,
        [
          "n": "\(count)", "who": Printable.filtered(by), "seconds": "\(max(1, seconds))",
        ])
    case .sharedEvidence(let evidence, let tasks):
      self(
        .signSharedEvidence,
        [
          "tasks": list(tasks.filter { $0 != sign.task }),
          "evidence": self.evidence(evidence.item),
        ])
    }
  }

  /// The first of many ids.
  private func list(_ tasks: [String]) -> String {
    let most = 4
    let ids = tasks.prefix(most).joined(separator: self(.listComma))
    return tasks.count <= most
      ? ids : self(.signMoreTasks, ["tasks": ids, "n": "\(tasks.count - most)"])
  }
}
