import WallChartStore
import WallChartWords

// Editing in place: a menu of the fields with what they hold, then one line for the new value.
extension State {
  /// The fields of the selected task, of its selected node and of its unit.
  mutating func askField() -> [Effect] {
    guard let index = selectedTask else { return noTask() }
    let task = situation.chart.tasks[index]
    var fields: [PlanEdit.Field] = [.title, .short]
    if let node { fields.append(.node(task.nodes[node].id)) }
    fields += [.unit, .lead, .officer, .risk, .problem, .target, .measures, .origin]
    let unitFields: [PlanEdit.Field] = [
      .unitName(task.unit), .unitShort(task.unit), .unitKind(task.unit),
    ]
    let all = (fields + unitFields).map { seen($0, of: task.id) }
    let width = all.map { CellWidth.columns(of: words.name(of: $0.field)) }.max() ?? 0
    func item(_ name: String, _ value: String, _ choice: Menu.Choice) -> Menu.Item {
      let blanks = String(repeating: " ", count: max(0, width - CellWidth.columns(of: name)) + 2)
      return Menu.Item(text: name + blanks + value, choice: choice)
    }
    var items = all.map { seen in
      let value = words.value(seen.json, of: seen.field, in: situation.chart)
      return item(words.name(of: seen.field), value ?? words(.editNone), .field(seen))
    }
    let limit = situation.status.tasks[index].record.limit.map { words.date($0) }
    items.insert(item(words(.fieldLimit), limit ?? words(.limitNone), .dates), at: fields.count)
    items.append(Menu.Item(text: words(.editWithdraw), choice: .withdraw(task.id)))
    mode = .menu(Menu(question: words(.promptEdit, ["task": task.id]), items: items))
    return []
  }

  private func seen(_ field: PlanEdit.Field, of task: String) -> SeenField {
    let json = try? situation.chart.json(of: field, of: task)
    return SeenField(field: field, task: task, json: json ?? nil)
  }

  /// A field was chosen: its new value is chosen too where there are few, else typed.
  mutating func askValue(of seen: SeenField) -> [Effect] {
    func choose(_ values: [(String, String, PlanEdit.Value?)]) {
      let items = values.map { text, alias, value in
        Menu.Item(text: text, alias: alias, choice: .value(value, of: seen))
      }
      mode = .menu(Menu(question: question(for: seen), items: items))
    }
    switch seen.field {
    case .risk: choose(Chart.Risk.allCases.map { (words.name(of: $0), "", .word($0.rawValue)) })
    case .unitKind:
      choose(Chart.Unit.Kind.allCases.map { (words.name(of: $0), "", .word($0.rawValue)) })
    case .unit, .lead:
      let units = situation.chart.units.map { unit -> (String, String, PlanEdit.Value?) in
        let names = [unit.name, unit.short].compactMap(\.self).flatMap(\.translations)
        return (words(unit.name), names.map(\.words).joined(separator: "\n"), .word(unit.id))
      }
      choose((seen.field == .lead ? [(words(.editNone), "", nil)] : []) + units)
    default:
      said = nil
      open(
        Prompt(
          .field(seen), question: question(for: seen), text: seen.text(in: words.language)))
    }
    return []
  }

  private func question(for seen: SeenField) -> String {
    let owner = seen.field.unitID.flatMap(situation.chart.unit).map { words($0.short ?? $0.name) }
    return words(
      .promptField, ["task": owner ?? seen.task, "field": words.name(of: seen.field)])
  }

  /// Enter behind a new value.
  mutating func answer(_ seen: SeenField, _ prompt: Prompt, _ stamp: Stamp) -> [Effect] {
    let answer = prompt.trimmedAnswer
    let columns = CellWidth.columns(of: answer)
    if seen.field.isForWall, columns > 20 {
      mode = .prompt(prompt)
      said = Said(
        text: words(.editShortTooLong, ["text": shown(answer), "n": "\(columns)"]), isError: true)
      return [.bell]
    }
    guard answer != seen.text(in: words.language) else { return [] }
    return write(seen.edit(to: seen.value(answer, in: words.language)), from: prompt, stamp)
  }

  // MARK: Withdrawing

  mutating func askWithdrawal(of task: String) -> [Effect] {
    said = nil
    open(
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
      said = Said(text: alone(words(error)), isError: true)
      return [.bell]
    }
  }
}
