import WallChartStore
import WallChartWords

/// A field of the plan with what it held when the user was shown it: what it is changed from.
struct SeenField: Equatable, Sendable {
  var field: PlanEdit.Field
  /// The selected task; of a unit's field, the one it was reached by.
  var task: String
  /// What it held, as JSON.
  var json: String?

  /// Its words in a language, as they stand in the plan: what is edited is not made fit to be shown,
  /// or it would be written back so.
  func text(in language: Language) -> String {
    json.flatMap { Text(json: $0) }?[language.rawValue] ?? ""
  }

  /// What it holds with these words: those of the language change, or go, and others stay; nil when
  /// none are left.
  func value(_ words: String, in language: Language) -> PlanEdit.Value? {
    if field == .officer { return words.isEmpty ? nil : .word(words) }
    let text = json.flatMap { Text(json: $0) }
    guard words.isEmpty else {
      return .text(text?.saying(words, in: language.rawValue) ?? Text(words))
    }
    switch field {
    // What must be called something is refused by the plan.
    case .title, .node, .unitName: return .text(Text(""))
    default: return text?.silent(in: language.rawValue).map { .text($0) }
    }
  }

  func edit(to value: PlanEdit.Value?) -> PlanEdit {
    PlanEdit(
      task: field.unitID == nil ? task : nil,
      changes: [PlanEdit.Change(field: field.name, old: json, new: value?.json)])
  }
}

extension PlanEdit.Field {
  /// Whether it stands on the wall, where there is little room.
  var isForWall: Bool {
    switch self {
    case .short, .unitShort: true
    default: false
    }
  }
}

extension Prompt {
  /// The same line, knowing what the field now holds: what was typed may be written over it.
  func seeing(_ refusal: Refusal) -> Prompt {
    guard case .changedMeanwhile(_, _, let now, _) = refusal, case .field(var seen) = purpose else {
      return self
    }
    var prompt = self
    seen.json = now
    prompt.purpose = .field(seen)
    return prompt
  }
}
