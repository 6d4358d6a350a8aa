import WallChartStore
import WallChartWords

// Editing in place: a menu of the fields with what they hold, then one line for the new value.
extension State {
  /// The fields of the selected task, of its selected node and of its unit.
  mutating func askField() -> [Effect] {
    guard let index = selectedTask else {
      said = Said(text: words(selectedGroup != nil ? .saidFolded : .saidNoTasks))
      return [.bell]
    }
    let task = situation.chart.tasks[index]
    var fields: [PlanEdit.Field] = [.title, .short]
    if let node { fields.append(.node(task.nodes[node].id)) }
    fields += [.unit, .lead, .officer, .risk, .problem, .target, .measures, .origin]
    let unitFields: [PlanEdit.Field] = [
      .unitName(task.unit), .unitShort(task.unit), .unitKind(task.unit),
    ]
    let all = fields + unitFields
    let width = all.map { CellWidth.columns(of: words.name(of: $0)) }.max() ?? 0
    func item(_ name: String, _ value: String, _ choice: Menu.Choice) -> Menu.Item {
      let blanks = String(repeating: " ", count: max(0, width - CellWidth.columns(of: name)) + 2)
      return Menu.Item(text: name + blanks + value, choice: choice)
    }
    var items = all.map { field in
      item(
        words.name(of: field), value(of: field, task.id) ?? words(.editNone),
        .field(field, task: task.id))
    }
    let limit = situation.status.tasks[index].record.limit.map { words.date($0) }
    items.insert(
      item(words(.fieldLimit), limit ?? words(.limitNone), .dates), at: fields.count)
    items.append(Menu.Item(text: words(.editWithdraw), choice: .withdraw(task.id)))
    mode = .menu(Menu(question: words(.promptEdit, ["task": task.id]), items: items))
    return []
  }

  /// What a field holds now, in words.
  private func value(of field: PlanEdit.Field, _ task: String) -> String? {
    let json = try? situation.chart.json(of: field, of: task)
    return words.value(json ?? nil, of: field, in: situation.chart)
  }

  /// A field was chosen: its new value is chosen too where there are few, else typed.
  mutating func askValue(of field: PlanEdit.Field, _ task: String) -> [Effect] {
    func choose(_ values: [(String, String, PlanEdit.Value?)]) {
      let items = values.map { text, alias, value in
        Menu.Item(text: text, alias: alias, choice: .value(value, of: field, task: task))
      }
      mode = .menu(Menu(question: question(for: field, task), items: items))
    }
    switch field {
    case .risk: choose(Chart.Risk.allCases.map { (words.name(of: $0), "", .word($0.rawValue)) })
    case .unitKind:
      choose(Chart.Unit.Kind.allCases.map { (words.name(of: $0), "", .word($0.rawValue)) })
    case .unit, .lead:
      let units = situation.chart.units.map { unit -> (String, String, PlanEdit.Value?) in
        let names = [unit.name, unit.short].compactMap(\.self).flatMap(\.translations)
        return (
          words(unit.name), names.map(\.words).joined(separator: "\n"), .word(unit.id)
        )
      }
      choose((field == .lead ? [(words(.editNone), "", nil)] : []) + units)
    default:
      said = nil
      mode = .prompt(
        Prompt(
          .field(field, task: task), question: question(for: field, task),
          text: text(of: field, task)))
    }
    return []
  }

  private func question(for field: PlanEdit.Field, _ task: String) -> String {
    let owner = field.unitID.flatMap(situation.chart.unit).map { words($0.short ?? $0.name) }
    return words(.promptField, ["task": owner ?? task, "field": words.name(of: field)])
  }

  /// The text of a field as it stands in the plan, in the interface's language: what is edited is
  /// not filtered, or it would be written back so.
  private func text(of field: PlanEdit.Field, _ task: String) -> String {
    guard let json = try? situation.chart.json(of: field, of: task) else { return "" }
    return Text(json: json)?[words.language.rawValue] ?? ""
  }

  /// Enter behind a new value: the words of the interface's language change, others stay.
  mutating func answer(
    _ field: PlanEdit.Field, _ task: String, _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    let answer = prompt.trimmedAnswer
    if answer == text(of: field, task) { return [] }
    let isShort: Bool
    switch field {
    case .short, .unitShort: isShort = true
    default: isShort = false
    }
    let columns = CellWidth.columns(of: answer)
    if isShort, columns > 20 {
      mode = .prompt(prompt)
      said = Said(
        text: words(.editShortTooLong, ["text": shown(answer), "n": "\(columns)"]), isError: true)
      return [.bell]
    }
    var value: PlanEdit.Value? = field == .officer ? .word(answer) : .text(Text(answer))
    let json = (try? situation.chart.json(of: field, of: task)) ?? nil
    if let json, field != .officer, let text = Text(json: json) {
      value = .text(text.saying(answer, in: words.language.rawValue))
    }
    if answer.isEmpty {
      switch field {
      // What must be called something is refused by the plan.
      case .title, .node, .unitName: value = .text(Text(""))
      default: value = nil
      }
    }
    return edit(field, of: task, to: value, from: prompt, stamp)
  }

  mutating func edit(
    _ field: PlanEdit.Field, of task: String, to value: PlanEdit.Value?, from prompt: Prompt?,
    _ stamp: Stamp
  ) -> [Effect] {
    do throws(Refusal) {
      return write(
        try PlanEdit(field, of: task, to: value, in: situation.chart), from: prompt, stamp)
    } catch {
      said = Said(text: words(error), isError: true)
      return [.bell]
    }
  }

  // MARK: Withdrawing

  mutating func askWithdrawal(of task: String) -> [Effect] {
    said = nil
    mode = .prompt(
      Prompt(.withdrawal(task: task), question: words(.promptWithdraw, ["task": task])))
    return []
  }

  mutating func withdraw(
    _ task: String, _ prompt: Prompt, _ stamp: Stamp
  ) -> [Effect] {
    let reason = prompt.trimmedAnswer
    guard !reason.isEmpty else {
      mode = .prompt(prompt)
      said = Said(text: words(.promptNeedsReason), isError: true)
      return [.bell]
    }
    do throws(Refusal) {
      return write(
        try situation.withdrawal(of: task, reason: reason), from: prompt, stamp)
    } catch {
      said = Said(text: words(error), isError: true)
      return [.bell]
    }
  }
}
