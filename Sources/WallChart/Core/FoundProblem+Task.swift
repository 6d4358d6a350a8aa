import WallChartStore
import WallChartWords

// A found problem as a task of the plan.
extension FoundProblem {
  /// The change that puts it on the chart: a task with the next free id of its battle, its nodes
  /// laid back from the limit by the template, else one node on the limit, for without any it could
  /// not be marked. Throws ``Fault``.
  func edit(in chart: Chart, _ ledger: Ledger, on day: Day) throws(Fault) -> PlanEdit {
    let battle = battle ?? ""
    var units: [Chart.Unit] = []
    let unitID: String
    switch unit {
    case .known(let id): unitID = id
    case .new(let name):
      unitID = chart.freeUnitID(for: name)
      units = [Chart.Unit(id: unitID, name: Text(name), kind: .bureau)]
    case nil: throw .noUnit
    }
    var task = Chart.Task(
      id: chart.nextTaskID(inBattle: battle, besides: ledger.tasks), battle: battle,
      title: Text(title), unit: unitID)
    task.risk = risk ?? .medium
    task.term = term
    task.limit = limit
    task.added = day
    if let template, let limit {
      do throws(BackSchedule.Obstacle) {
        task.nodes = try BackSchedule(template, from: day, rules: chart.rules)
          .nodes(until: limit, quantity: nil)
      } catch {
        throw .tooShort(template: template.name, step: error.step, error.title)
      }
    } else if let limit {
      task.nodes = [Chart.Node(id: "1", due: limit, title: Self.done)]
    }
    return PlanEdit(adding: task, units: units)
  }

  /// What the one node of a task without a template is called, in every language.
  private static let done = Text(
    translations: Language.allCases.map {
      Text.Translation(language: $0.rawValue, words: Words($0)(.nodeDone))
    })
}

extension Chart {
  /// The next id in a battle, as its other tasks are numbered: BS-23 after BS-22, whether that is
  /// withdrawn or not. The first one of a battle is BS-01.
  /// - Parameter others: ids that are no new task's either: entries name them.
  func nextTaskID(
    inBattle battle: String, besides others: some Sequence<String> = EmptyCollection<String>()
  ) -> String {
    var heads: [String: (count: Int, last: Int, width: Int)] = [:]
    for task in tasks where task.battle == battle {
      let digits = String(task.id.reversed().prefix { $0.isNumber }.reversed())
      guard let number = Int(digits) else { continue }
      var head = heads[String(task.id.dropLast(digits.count)), default: (0, 0, 0)]
      head = (head.count + 1, max(head.last, number), max(head.width, digits.count))
      heads[String(task.id.dropLast(digits.count))] = head
    }
    // Where ids are of several kinds, the kind that most are of.
    let usual = heads.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    let head = usual?.key ?? String(battle.prefix(50)) + "-"
    let width = usual?.value.width ?? 2
    let taken = Set(tasks.map(\.id)).union(others)
    var number = usual?.value.last ?? 0
    while true {
      number += 1
      let digits = String(number)
      let id = head + String(repeating: "0", count: max(0, width - digits.count)) + digits
      if !taken.contains(id) { return id }
    }
  }

  /// An id for a unit that comes with a name alone: `u1`, `u2` …, or what is Latin in the name.
  func freeUnitID(for name: String) -> String {
    let taken = Set(units.map(\.id))
    let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let slug = String(words.joined(separator: "-").prefix(64))
    if name.allSatisfy(\.isASCII), Identifier.isValid(slug), !taken.contains(slug) { return slug }
    var number = 1
    while taken.contains("u\(number)") { number += 1 }
    return "u\(number)"
  }
}

extension FoundProblem {
  /// What is wrong with a line, in words.
  static func sentence(for fault: Fault, in chart: Chart, _ words: Words) -> String {
    func list(_ ids: [String], _ sign: Sign) -> String {
      let shown = ids.prefix(8).map { id in
        switch sign {
        case .unit: chart.unit(id).map { words($0.short ?? $0.name) } ?? id
        case .battle: "\(id) \(chart.battle(id).map { words($0.name) } ?? "")"
        default: Printable.filtered(id)
        }
      }
      return shown.joined(separator: words(.listComma)) + (ids.count > 8 ? " …" : "")
    }
    switch fault {
    case .noTitle: return words(.addNoTitle)
    case .noUnit: return words(.addNoUnit)
    case .noLimit: return words(.addNoLimit)
    case .noBattle(let ids): return words(.addNoBattle, ["candidates": list(ids, .battle)])
    case .unknown(let sign, let text, let candidates):
      let values: KeyValuePairs = [
        "text": Printable.excerpt(text), "candidates": list(candidates, sign),
      ]
      switch sign {
      case .unit: return words(.addUnknownUnit, values)
      case .battle: return words(.addUnknownBattle, values)
      case .template:
        return words(candidates.isEmpty ? .addNoTemplates : .addUnknownTemplate, values)
      case .risk, .limit: return words(.addUnknownRisk, values)
      }
    case .ambiguous(let sign, let text, let candidates):
      return words(
        .addAmbiguous,
        [
          "sign": String(sign.rawValue), "text": Printable.excerpt(text),
          "candidates": list(candidates, sign),
        ])
    case .halfName(let sign, let text, let first, let ids):
      let names = ids.prefix(3).map { id in
        words((sign == .unit ? chart.unit(id)?.name : chart.battle(id)?.name) ?? Text(id))
      }
      return words(
        .addHalfName,
        [
          "sign": String(sign.rawValue), "text": Printable.excerpt(text),
          "first": Printable.excerpt(first),
          "candidates": names.joined(separator: words(.listComma)),
        ])
    case .bareRisk(let text): return words(.addBareRisk, ["text": Printable.excerpt(text)])
    case .twice(let sign):
      return sign == .limit
        ? words(.addTwoLimits) : words(.addTwice, ["sign": String(sign.rawValue)])
    case .needsYear(let text): return words(.addNeedsYear, ["text": Printable.excerpt(text)])
    case .notADay(let text): return words(.addNotADay, ["text": Printable.excerpt(text)])
    case .badDay(let text): return words(.addBadDay, ["text": Printable.excerpt(text)])
    case .ambiguousDay(let text, let one, let other):
      return words(
        .addAmbiguousDay,
        [
          "text": Printable.excerpt(text), "one": words.date(one), "other": words.date(other),
        ])
    case .monthFirst(let text, let day, let year):
      let (month, dayOfMonth) = (day.date.month, day.date.day)
      return words(
        .addMonthFirst,
        [
          "text": Printable.excerpt(text), "right": "\(month)-\(dayOfMonth)",
          "date": words.date(day),
          "month": words(
            .addMonthOfYear, ["year": "\(year)", "month": words.name(of: Month(of: day))]),
        ])
    case .limitPassed(let day): return words(.addLimitPassed, ["date": words.date(day)])
    case .templateNeedsLimit(let name):
      return words(.addTemplateNeedsLimit, ["template": Printable.filtered(name)])
    case .tooShort(let name, let step, let title):
      return words(
        .addTooShort,
        ["template": Printable.filtered(name), "step": "\(step)", "node": words(title)])
    }
  }
}
