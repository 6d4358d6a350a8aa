import WallChartStore
import WallChartWords

// A found problem, added in one line.
extension State {
  mutating func askProblem() {
    let battle = battleHere
    said = nil
    open(
      Prompt(
        .problem(battle: battle),
        question: words(.promptAdd, ["battle": battle ?? "?"])))
  }

  /// The battle that a new task is of when none is named: that of the selection.
  private var battleHere: String? {
    if let task = selectedTask { return situation.chart.tasks[task].battle }
    if case .battle(let id) = selectedGroup { return id }
    return showing.onlyBattle
  }

  /// Enter behind the line; what is wrong with it is said, and it stays to be mended.
  mutating func addProblem(
    _ prompt: Prompt, battle: String?, _ stamp: Stamp
  ) -> [Effect] {
    let line = prompt.trimmedAnswer
    guard !line.isEmpty else { return [] }
    let chart = situation.chart
    do throws(FoundProblem.Fault) {
      let problem = try FoundProblem(line, in: chart, on: situation.day, battle: battle)
      return write(
        try problem.edit(in: chart, situation.ledger, on: situation.day), from: prompt, stamp)
    } catch {
      mode = .prompt(prompt)
      said = Said(
        text: alone(FoundProblem.sentence(for: error, in: chart, words)), isError: true)
      return [.bell]
    }
  }

  // MARK: Completion

  /// Tab in the line; nil for every other key and in every other prompt.
  mutating func complete(_ key: Key, in prompt: Prompt) -> [Effect]? {
    guard prompt.purpose.isCompleted, key == .named(.tab) || key == .named(.backTab) else {
      return nil
    }
    var prompt = prompt
    said = nil
    guard var completion = completion(in: prompt), !completion.candidates.isEmpty else {
      return [.bell]
    }
    completion.step(by: key == .named(.tab) ? 1 : -1, in: &prompt)
    mode = .prompt(prompt)
    return []
  }

  /// What Tab offers where the caret stands; nil where it offers nothing.
  func completion(in prompt: Prompt) -> Completion? {
    guard prompt.purpose.isCompleted else { return nil }
    if let last = prompt.completion, last.isCurrent(in: prompt) { return last }
    let names = PlanNames(situation.chart)
    let language = words.language.rawValue
    if case .whoUnit = prompt.purpose {
      let typed = String(prompt.text[..<prompt.caret])
      let candidates = names.meant(by: typed, .unit).map {
        Completion.Candidate(text: $0.called[language], shown: shown($0.called[language]))
      }
      return Completion(candidates: candidates, start: 0, end: prompt.caret)
    }
    guard let (sign, start, typed) = prompt.partAtCaret else { return nil }
    let candidates: [Completion.Candidate]
    switch sign {
    case .unit:
      candidates = names.meant(by: typed, sign).map {
        let name = $0.called[language]
        return Completion.Candidate(text: "@" + Completion.quoted(name), shown: shown(name))
      }
    case .battle:
      candidates = names.meant(by: typed, sign).map {
        Completion.Candidate(text: "+" + $0.id, shown: shown("\($0.id) \($0.called[language])"))
      }
    case .template:
      candidates = names.meant(by: typed, sign).map {
        Completion.Candidate(text: "#" + Completion.quoted($0.id), shown: shown($0.id))
      }
    case .risk:
      candidates = TypedWords(words).risks.compactMap(\.words.first)
        .filter { $0.hasPrefix(PlanNames.plain(typed)) }
        .map { Completion.Candidate(text: "!" + $0, shown: $0) }
    case .limit: return nil
    }
    return Completion(candidates: candidates, start: start, end: prompt.caret)
  }
}
