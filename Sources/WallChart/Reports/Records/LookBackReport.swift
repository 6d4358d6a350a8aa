import WallChartStore
import WallChartWords

/// The tasks to visit again, with what was said of each when it was closed: what `wallchart
/// look-back` prints.
struct LookBackReport {
  static let format = "wallchart-look-back/1"

  let situation: Situation
  let sample: LookBack
  let tasks: [Closed]

  /// A closed task, and what to ask about on the spot.
  struct Closed {
    let task: Chart.Task
    let verified: Entry?
    let crossedOff: Entry?
    /// The last entry that something was handed in with.
    let evidence: Entry?
    /// What is wrong with the files kept of it: not here, or altered.
    let faults: [Fault]
    let signs: [Sign]
    let visits: [Entry]
  }

  /// - Parameter faults: what is wrong with the files that an entry hands in.
  init(
    of situation: Situation, count: Int?, seed: UInt64?, faults: (Entry) -> [Fault]
  ) {
    self.situation = situation
    sample = LookBack(of: situation, count: count, seed: seed)
    let signs = Dictionary(grouping: situation.signs, by: \.task)
    tasks = sample.tasks.compactMap(situation.index).map { index in
      let task = situation.chart.tasks[index]
      let record = situation.status.tasks[index].record
      let stages = situation.stageEntries(of: index)
      let evidence = situation.ledger.entries(of: task.id).filter {
        !$0.evidence.isEmpty && $0.on <= situation.day && !record.isTakenBack($0.id)
      }.newestFirst().first
      return Closed(
        task: task, verified: stages[.notice], crossedOff: stages[.crossedOff],
        evidence: evidence, faults: evidence.map(faults) ?? [], signs: signs[task.id] ?? [],
        visits: situation.visits(of: task.id))
    }
  }

  // MARK: For people

  func text(_ words: Words, dot: Character) -> String {
    guard sample.closed > 0 else { return words(.lookBackNone) }
    let title = words(
      .lookBackTitle,
      ["n": "\(tasks.count)", "total": "\(sample.closed)", "seed": "\(sample.seed)"])
    return ([title] + tasks.flatMap { lines(of: $0, words, dot) }).joined(separator: "\n")
  }

  private func lines(of closed: Closed, _ words: Words, _ dot: Character) -> [String] {
    let sentences = EntryWords(words: words, situation: situation)
    let roots = situation.ledger.roots(of: closed.task.id)
    let unit = situation.chart.unit(closed.task.unit).map { words($0.name) } ?? closed.task.unit
    func said(_ word: Word, _ entry: Entry?) -> String? {
      entry.map { words(word, ["date": words.date($0.on), "who": sentences.who(of: $0)]) }
    }
    var lines = [
      said(.lookBackVerified, closed.verified), said(.lookBackCrossedOff, closed.crossedOff),
    ]
    lines.append(
      closed.evidence.map { entry in
        let items = entry.evidence.map(words.evidence).joined(separator: words(.listComma))
        return words(.recordEvidence, ["text": items]) + words(.comma) + words.date(entry.on)
      })
    lines += closed.faults.map { words.sentence(for: $0) }
    // What several entries show is said once.
    var seen: Set<Sign.Kind> = []
    for sign in closed.signs where seen.insert(sign.kind).inserted {
      lines.append(words(.lookBackSign, ["sign": words.sentence(for: sign)]))
    }
    lines += closed.visits.map { visit in
      let what = sentences.text(of: visit, closed.task, roots)
      return words.date(visit.on) + words(.sayAfter)
        + words(.recordBy, ["who": sentences.who(of: visit), "what": what])
    }
    if closed.visits.isEmpty { lines.append(words(.lookBackOpen)) }
    let head = "\(closed.task.id) \(words(closed.task.wallTitle)) \(dot) \(unit)"
    return ["", head] + lines.compactMap(\.self).map { "  " + $0 }
  }

  // MARK: For scripts

  var json: String {
    var writer = JSONWriter(.spaced)
    writer.object { writer in
      writer.member("format", Self.format)
      writer.member("asOf", situation.day)
      writer.member("seed", json: "\(sample.seed)")
      writer.member("closed", sample.closed)
      writer.name("tasks")
      writer.array { writer in
        for (place, closed) in tasks.enumerated() {
          writer.newline(separated: place > 0)
          writer.object { Self.write(closed, to: &$0) }
        }
      }
    }
    return writer.text
  }

  private static func write(_ closed: Closed, to writer: inout JSONWriter) {
    writer.member("id", closed.task.id)
    writer.member("title", closed.task.title)
    writer.member("unit", closed.task.unit)
    for (name, entry) in [
      ("verified", closed.verified), ("crossedOff", closed.crossedOff),
      ("evidence", closed.evidence),
    ] {
      guard let entry else { continue }
      writer.name(name)
      write(entry, to: &writer)
    }
    writer.member("missing", closed.faults.compactMap(\.missingEvidence))
    writer.member("altered", closed.faults.compactMap(\.alteredEvidence))
    writer.name("signs")
    writer.array { writer in
      for sign in closed.signs { sign.write(to: &writer) }
    }
    writer.name("visits")
    writer.array { writer in
      for visit in closed.visits { write(visit, to: &writer) }
    }
  }

  private static func write(_ entry: Entry, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("entry", entry.id.text)
      writer.member("kind", entry.fact.kind)
      writer.member("on", entry.on)
      writer.member("by", entry.by)
      writer.member("unit", entry.unit)
      switch entry.fact {
      case .note(let note): writer.member("text", note.text)
      case .reopen(let reason, let isFalse):
        writer.member("reason", reason)
        writer.name("false")
        writer.value(isFalse)
      default: break
      }
      writer.member("evidence", entry.evidence)
    }
  }
}

extension Fault {
  /// The path of a kept file that is not here.
  fileprivate var missingEvidence: String? {
    if case .evidenceMissing(let path) = self { path } else { nil }
  }

  /// The path of one that is no longer what was handed in.
  fileprivate var alteredEvidence: String? {
    if case .evidenceAltered(let path) = self { path } else { nil }
  }
}
