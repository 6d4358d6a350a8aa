import WallChartStore

/// The chart a list goes into: the folder that is there, or one that is yet to be made.
struct Target {
  /// The chart as it stands; an empty one when it is new.
  private(set) var chart: Chart
  private(set) var ledger: Ledger
  private let path: String
  private var folder: ChartFolder?
  private let state: String?

  /// Throws ``StoreError``.
  /// - Parameters:
  ///   - path: the chart's folder or its `chart.json`, there or not.
  ///   - list: the list's file, whose name a new chart gets as its title; of a list from standard
  ///     input, the folder's name.
  ///   - id: what a new chart is known by.
  ///   - frame: what a new chart begins with instead, when the list is the plan of another one.
  init(
    _ path: String, list: String, id: EntryID, frame: Chart? = nil, environment: [String: String]
  ) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let isPlan = PosixFile.lastComponent(of: path) == "chart.json"
    self.path = isPlan ? PosixFile.parent(of: path) : path
    state = Folders(environment: environment).state
    if PosixFile.exists(self.path + "/chart.json") {
      let folder = try ChartFolder(opening: self.path, state: state)
      folder.beginDigest()
      chart = folder.chart
      ledger = folder.ledger
      self.folder = folder
      return
    }
    // Said now, so that a dry run says it too.
    if PosixFile.exists(self.path), !PosixFile.isFolder(self.path) {
      throw StoreError.alreadyThere(path: self.path)
    }
    ledger = Ledger()
    let file = PosixFile.lastComponent(of: list)
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let isUnnamed = list == "-" || stem.isEmpty
    let title = isUnnamed ? PosixFile.lastComponent(of: PosixFile.resolved(self.path)) : stem
    chart = frame ?? Chart(title: Text(title))
    // A chart made of another one's tasks is another one: its ledger stays behind.
    chart.id = id.text
  }

  /// Gives a chart that is yet to be made the title of its list.
  mutating func entitle(_ title: String?) {
    if folder == nil, let title { chart.title = Text(title) }
  }

  /// The headers that a person named at an earlier import of this chart.
  var columnMap: ColumnMap {
    ColumnMap(remembered: folder?.importMemory.headers ?? [:])
  }

  /// Remembers what a person named now, for the next list.
  func remember(_ map: ColumnMap) {
    guard !map.isEmpty else { return }
    folder?.remember(ImportMemory(headers: columnMap.overridden(by: map).headers))
  }

  /// The days of plan and ledger that no list could bring in.
  var unlikelyDays: Set<Day> {
    var days: Set<Day> = []
    func take(_ day: Day?) {
      if let day, !DayReading.isLikely(day) { days.insert(day) }
    }
    take(chart.asOf)
    for task in chart.tasks {
      take(task.limit)
      for node in task.nodes { take(node.due) }
    }
    for task in ledger.tasks {
      for entry in ledger.entries(of: task) {
        take(entry.on)
        if case .extend(let extension_) = entry.fact { take(extension_.to) }
      }
    }
    return days
  }

  /// A chart that must be there. Throws ``StoreError``.
  init(openingForUndo path: String, environment: [String: String]) throws {
    state = Folders(environment: environment).state
    let folder = try ChartFolder(opening: path, state: state)
    folder.beginDigest()
    (self.path, chart, ledger) = (folder.path, folder.chart, folder.ledger)
    self.folder = folder
  }

  /// SHA-256 of the plan that will be replaced.
  var digest: String { folder?.planDigest ?? HashChain.sha256(ChartWriter.bytes(of: chart)) }

  /// The replaced plan of a digest, if it is still kept and can be read.
  func replacedPlan(of digest: String) -> Chart? {
    guard let folder, let bytes = Backups(of: folder.path).plan(of: digest) else { return nil }
    return try? ChartReader.read(bytes, file: folder.path)
  }

  /// Reads what others have written since.
  mutating func refresh() throws {
    guard var folder else { return }
    try folder.refresh()
    (chart, ledger) = (folder.chart, folder.ledger)
    self.folder = folder
  }

  /// Writes plan and entries. A new chart is made empty first, so that plan and entries go the
  /// same way as into any other; a run that was cut off is completed by the next one. Where nothing
  /// could be written, none is left behind.
  mutating func write(_ plan: inout ImportPlan) throws {
    let made = folder == nil ? ChartFolder.missingFolders(of: path) : []
    let frame = chart
    if folder == nil { try make() }
    guard let written = plan.written else { return }
    plan.written = nil
    do {
      try folder?.apply(plan: plan.chart, written: consume written, entries: plan.sound)
    } catch {
      if !made.isEmpty {
        ChartFolder.unmake(made, plan: frame)
        if !PosixFile.exists(path) { folder = nil }
      }
      throw error
    }
  }

  /// Writes what takes an import back.
  mutating func write(_ undo: ImportUndo) throws {
    try folder?.apply(plan: undo.chart, entries: undo.entries)
  }

  private mutating func make() throws {
    do throws(StoreError) {
      try ChartFolder.create(at: path, plan: chart, state: state)
    } catch .alreadyThere where PosixFile.exists(path + "/chart.json") {
      // Somebody else was first.
      folder = try ChartFolder(opening: path, state: state)
      throw StoreError.planChanged(path: path + "/chart.json")
    }
    folder = try ChartFolder(opening: path, state: state)
  }

  /// The plan that an import took the place of before it was cut off: the newest one replaced,
  /// when the ledger has no word of the one on disk. Nil where hands may have changed it.
  var cutOff: CutOff? {
    let last = ledger.general.max { ($0.turn, $0.n) < ($1.turn, $1.n) }
    var left: String?
    switch last?.fact {
    case .import(let source)?:
      if digest == source.plan || digest == source.replaced { return nil }
      left = source.plan
    case .undo?: return nil
    default: break
    }
    guard let folder, let newest = Backups(of: folder.path).newest,
      let bytes = try? PosixFile.contents(of: newest),
      let before = try? ChartReader.read(bytes, file: newest)
    else { return nil }
    let replaced = HashChain.sha256(bytes)
    // It found the plan as the import before had left it.
    guard left ?? replaced == replaced else { return nil }
    let days = Set(before.tasks.flatMap { [$0.added, $0.withdrawn] })
    return CutOff(
      chart: before, digest: replaced,
      day: chart.tasks.lazy.flatMap { [$0.added, $0.withdrawn] }.first { !days.contains($0) } ?? nil
    )
  }

  /// What an import that was cut off had found.
  struct CutOff {
    var chart: Chart
    var digest: String
    /// The day it was made on, as far as the plan tells.
    var day: Day?
  }
}
