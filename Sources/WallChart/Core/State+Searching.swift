import WallChartStore
import WallChartWords

extension State {
  /// Asks what to search for.
  mutating func askSearch() {
    let start = SearchStart(
      task: selectedTask.map { situation.chart.tasks[$0].id },
      node: selectedTask.flatMap { task in
        node.map { situation.chart.tasks[task].nodes[$0].id }
      }, wantedDay: wantedDay, wantedPlace: wantedPlace)
    open(Prompt(.search(from: start), question: words(.promptSearch)))
  }

  /// Begins what the next key will need, on a thread of its own when the screen is drawn already:
  /// nobody waits for it then.
  mutating func prepare() {
    guard searchIndex == nil, comingIndex == nil, case .prompt(let prompt) = mode,
      case .search = prompt.purpose
    else { return }
    let chart = situation.chart
    comingIndex = Ahead { SearchIndex(of: chart) }
  }

  /// Shows the first task found while the pattern is typed.
  mutating func searchAsTyped(_ prompt: Prompt) {
    guard case .search(let start) = prompt.purpose else { return }
    goBack(to: start)
    guard !prompt.trimmedAnswer.isEmpty else { return }
    if !find(Search(prompt.trimmedAnswer), by: 1, fromHere: true, isCounted: false) {
      said = Said(text: notFoundWords(prompt.trimmedAnswer), isError: true)
    }
  }

  /// The selection as it was before anything was typed, and the column it kept to.
  mutating func goBack(to start: SearchStart) {
    select(task: start.task, node: start.node)
    (wantedDay, wantedPlace) = (start.wantedDay ?? wantedDay, start.wantedPlace)
  }

  /// Enter behind a pattern: an empty one means the last one.
  mutating func search(for text: String) -> [Effect] {
    guard !text.isEmpty else { return searchAgain(by: 1) }
    search = Search(text)
    return find(search, by: 1, fromHere: true) ? [] : notFound()
  }

  /// To the next task found, or the previous one.
  mutating func searchAgain(by step: Int) -> [Effect] {
    if let lacksSearch {
      said = Said(text: lacksSearch)
      return [.bell]
    }
    return find(search, by: step, fromHere: false) ? [] : notFound()
  }

  private mutating func notFound() -> [Effect] {
    said = Said(text: notFoundWords(search?.text ?? ""), isError: true)
    return [.bell]
  }

  private func notFoundWords(_ text: String) -> String {
    words(showing.isWhole ? .saidNotFound : .saidNotFoundFiltered, ["text": shown(text)])
  }

  /// Selects the next task in which the pattern stands, else the next one that is read so; one that
  /// is folded away comes forth.
  /// - Parameter isCounted: whether to say which of how many it is, which takes a look at all.
  private mutating func find(
    _ search: Search?, by step: Int, fromHere: Bool, isCounted: Bool = true
  ) -> Bool {
    guard let search else { return false }
    if searchIndex == nil {
      searchIndex = comingIndex?.value ?? SearchIndex(of: situation.chart)
      comingIndex = nil
    }
    // In the order of the rows as if nothing were folded.
    let all = rows.unfolded
    guard !all.isEmpty else { return false }
    let place = taskOfRow.flatMap { all.row(of: $0) } ?? headGroup.flatMap { all.head(of: $0) } ?? 0
    let isBack = step < 0
    for way in Search.Way.allCases {
      let tasks = searchIndex?.tasks(with: search, by: way) ?? []
      // From here on, and from the other side back to here.
      let ahead = isBack ? 0..<place + (fromHere ? 1 : 0) : place + (fromHere ? 0 : 1)..<all.count
      let behind = isBack ? place..<all.count : 0..<place + 1
      let next = all.row(in: ahead, isLast: isBack) { tasks[$0] }
      guard let found = next ?? all.row(in: behind, isLast: isBack, where: { tasks[$0] }),
        case .task(let task) = all[found]
      else { continue }
      let wrapped = next == nil ? words(isBack ? .saidWrappedBack : .saidWrapped) : nil
      let part = select(found: task, by: search, way)
      let count = isCounted && !isChoosing ? countSentence(of: task, among: tasks, in: all) : nil
      let sentences = [count, wrapped, part.map { words(.saidFoundIn, ["field": words($0)]) }]
        .compactMap(\.self)
      if !sentences.isEmpty { said = Said(text: sentences.joined(separator: " ")) }
      return true
    }
    return false
  }

  /// `1 of 3, n next.`
  private func countSentence(of task: Int, among found: [Bool], in rows: Rows) -> String {
    var (place, total) = (0, 0)
    for section in rows.sections {
      for other in section.tasks where found[other] {
        total += 1
        if other == task { place = total }
      }
    }
    return total == 1
      ? words(.saidFoundOne) : words(.saidFound, ["n": "\(place)", "total": "\(total)"])
  }

  /// Selects a task that was found, and the node whose title has the pattern; the field it was
  /// found in, where that is not to be seen on the chart.
  private mutating func select(found task: Int, by search: Search, _ way: Search.Way) -> Word? {
    unfold(task)
    row = rows.row(of: task) ?? row
    selectNearestNode()
    let chart = situation.chart
    let parts = searchParts(of: chart.tasks[task])
    let part = parts.first { part in
      part.texts.contains { search.isFound(in: Search.bytes(of: $0.everything), by: way) }
    }
    if part == nil {
      let node = chart.tasks[task].nodes.firstIndex { node in
        search.isFound(in: Search.bytes(of: node.title.everything), by: way)
      }
      if let node { select(place: node) }
    } else if let late = firstOverdue(in: task) {
      // What presses, without another column to keep to for the next one found.
      node = late
    }
    scrollToSelection()
    return part?.field
  }

  /// The parts of a task that a search looks in before its nodes: first what its row shows, then
  /// fields by name.
  private func searchParts(of task: Chart.Task) -> [(field: Word?, texts: [Text])] {
    func names(_ id: String) -> [Text] {
      situation.unit(id).map { [$0.name, $0.short].compactMap(\.self) } ?? []
    }
    return [
      (nil, [Text(task.id), task.title] + [task.short].compactMap(\.self) + names(task.unit)),
      (.fieldLead, task.lead.map(names) ?? []),
      (.fieldHelpers, task.helpers.flatMap(names)),
      (.fieldOfficer, [task.officer].compactMap { $0.map { Text($0) } }),
      (.fieldProblem, [task.problem].compactMap(\.self)),
    ]
  }
}
