import WallChartStore
import WallChartWords

/// The ledger as sentences, newest first: what `wallchart log` prints.
struct LogReport {
  /// Which entries; what is nil leaves none out.
  struct Selection {
    var task: String?
    /// The id of a unit: entries about the tasks it is responsible for.
    var responsible: String?
    /// What the name of who acted has in it, capital or small.
    var person: String?
    /// The days of writing, both included.
    var since: Day?
    var until: Day?
    /// The last day of the fact.
    var through: Day?
    /// Only entries with a sign of perfunctory work.
    var hasSigns = false
  }

  let situation: Situation
  let words: Words
  /// What parts a task from what happened to it.
  let dot: Character
  private(set) var entries: [Entry]
  /// Looked up once a task; nil is the chart as a whole.
  private var roots: [String?: Roots] = [:]
  private var takenBack: Set<EntryID> = []
  private let signs: [EntryID: [Sign]]

  init(of situation: Situation, _ selection: Selection, words: Words, dot: Character) {
    self.situation = situation
    self.words = words
    self.dot = dot
    let signs = Dictionary(grouping: situation.signs, by: \.entry)
    self.signs = signs
    entries = selection.candidates(in: situation).filter { entry in
      selection.holds(for: entry, in: situation) && !(selection.hasSigns && signs[entry.id] == nil)
    }.newestFirst()
    for task in Set(entries.map(\.task)) { note(task) }
  }

  /// Looks up what entries about a task are finally about, and which of them no longer hold.
  private mutating func note(_ task: String?) {
    let ledger = situation.ledger
    guard let task else {
      roots[nil] = ledger.generalRoots
      takenBack.formUnion(ledger.generalTakenBack)
      return
    }
    roots[task] = ledger.roots(of: task)
    let entries = ledger.entries(of: task)
    let record = situation.index(of: task).map { situation.status.tasks[$0].record }
    // A task that left the plan has its entries still.
    let gone = Chart.Task(id: task, battle: "", title: Text(""), unit: "")
    let known = record ?? TaskRecord(of: gone, entries: entries, on: situation.day)
    takenBack.formUnion(entries.lazy.map(\.id).filter(known.isTakenBack))
  }

  /// A task as the plan has it, looked up quickly.
  private func plan(of id: String) -> Chart.Task? {
    situation.index(of: id).map { situation.chart.tasks[$0] }
  }

  /// Who said what, without time and task.
  func sentence(of entry: Entry) -> String {
    EntryWords(words: words, situation: situation).sentence(
      of: entry, entry.task.flatMap(plan), roots[entry.task] ?? Roots(),
      isTakenBack: takenBack.contains(entry.id))
  }

  /// `2020-07-31 09:14  BS-04 11 small boilers · Wang (Shahekou): …`, and behind it the signs.
  func line(of entry: Entry) -> String {
    let task = entry.task.map { id in
      let title = plan(of: id).map { " " + words($0.wallTitle) } ?? ""
      return Printable.filtered(id) + title + " \(dot) "
    }
    let signs = (signs[entry.id] ?? []).map { "  [\(words.sentence(for: $0))]" }.joined()
    return "\(entry.at.day.iso) \(entry.at.clock)  " + (task ?? "") + sentence(of: entry) + signs
  }

  /// The entry as it stands in the ledger, and behind its members what is known of it.
  func json(of entry: Entry) -> String {
    let known = JSONWriter.tight { writer in
      writer.object { writer in
        writer.member("enteredLater", entry.daysUntilEntered)
        writer.name("takenBack")
        writer.value(takenBack.contains(entry.id))
        writer.name("signs")
        writer.array { writer in signs[entry.id]?.forEach { $0.write(to: &writer) } }
        writer.member("sentence", sentence(of: entry))
      }
    }
    return String(decoding: entry.lineBytes, as: UTF8.self) + "," + known.dropFirst()
  }
}

extension LogReport.Selection {
  fileprivate func candidates(in situation: Situation) -> [Entry] {
    let ledger = situation.ledger
    if let task { return ledger.entries(of: task) }
    return (responsible == nil ? ledger.general : []) + ledger.tasks.flatMap(ledger.entries)
  }

  fileprivate func holds(for entry: Entry, in situation: Situation) -> Bool {
    if let responsible {
      let task = entry.task.flatMap(situation.index).map { situation.chart.tasks[$0] }
      guard task?.unit == responsible else { return false }
    }
    if let person, !entry.by.lowercased().contains(person.lowercased()) { return false }
    if let since, entry.at.day < since { return false }
    if let until, entry.at.day > until { return false }
    return through.map { entry.on <= $0 } ?? true
  }
}
