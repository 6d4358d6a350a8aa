import WallChartStore
import WallChartWords

// Who acts: asked for once, by name and unit, and shown from then on.
extension State {
  /// Asks for the name, and then for the unit; the name is there to be taken or mended.
  mutating func askWho(then waiting: Prompt.Waiting = Prompt.Waiting()) -> [Effect] {
    ask(.who(then: waiting), words(.promptWho), text: setting.author.name)
    return []
  }

  /// Asks for the unit alone.
  mutating func askUnit(of name: String, then waiting: Prompt.Waiting) {
    let names = PlanNames(situation.chart).all(.unit)
    let unit = names.first { $0.id == setting.author.unit }?.called[words.language.rawValue]
    ask(
      .whoUnit(name: name, then: waiting),
      words(waiting.needsUnit ? .promptWhoUnitNeeded : .promptWhoUnit, ["who": shown(name)]),
      text: unit ?? "")
  }

  /// Enter behind the name.
  mutating func answer(
    name: String, _ prompt: Prompt, _ waiting: Prompt.Waiting
  ) -> [Effect] {
    guard !name.isEmpty else { return askAgain(prompt, words(.promptNeedsName)) }
    if let unseen = words.unseen(inName: name) {
      return askAgain(prompt, alone(words(.promptNameUnseen, ["characters": unseen])))
    }
    askUnit(of: name, then: waiting)
    return []
  }

  /// Enter behind the unit: from now on it is known who acts, and what had to wait goes on.
  mutating func answer(
    unit text: String, of name: String, _ prompt: Prompt, _ waiting: Prompt.Waiting,
    _ stamp: Stamp
  ) -> [Effect] {
    var unit: String?
    if !text.isEmpty {
      do throws(FoundProblem.Fault) {
        unit = try PlanNames(situation.chart).find(text, .unit)
      } catch {
        // Here none can be added.
        if case .unknown(_, let name, _) = error {
          return askAgain(prompt, alone(words(.whoUnknownUnit, ["text": shown(name)])))
        }
        let why = FoundProblem.sentence(for: error, in: situation.chart, words)
        return askAgain(prompt, alone(why))
      }
    } else if waiting.needsUnit {
      return askAgain(prompt, words(.promptNeedsUnit))
    }
    setting.author = Author(name: name, unit: unit)
    setting.asksWho = false
    said = Said(text: words(.saidWho, ["who": who]))
    let effects = [Effect.remember(setting.author)]
    return effects + (waiting.key.map { press(command: $0, stamp) } ?? [])
  }

  /// Who acts, with the unit where one is known: `Lin (Shahekou)`.
  var who: String {
    let name = shown(setting.author.name)
    guard let unit = unitActing else { return name }
    return words(.whoOfUnit, ["who": name, "unit": shortName(ofUnit: unit)])
  }

  /// The unit one acts for, if the chart knows it.
  var unitActing: String? {
    setting.author.unit.flatMap { situation.unit($0) }?.id
  }

  func shortName(ofUnit id: String) -> String {
    situation.unit(id).map { words($0.short ?? $0.name) } ?? shown(id)
  }
}
