package import WallChartStore

// The fields of the plan that are changed in place, and what they hold.
extension Words {
  package func name(of field: PlanEdit.Field) -> String {
    switch field {
    case .title: self(.fieldTitle)
    case .short: self(.fieldShort)
    case .unit: self(.fieldUnit)
    case .lead: self(.fieldLead)
    case .helpers: self(.fieldHelpers)
    case .officer: self(.fieldOfficer)
    case .origin: self(.fieldOrigin)
    case .problem: self(.fieldProblem)
    case .target: self(.fieldTarget)
    case .measures: self(.fieldMeasures)
    case .risk: self(.fieldRisk)
    case .withdrawn: self(.fieldWithdrawn)
    case .node(let id): self(.fieldNode, ["node": id])
    case .unitName: self(.fieldUnitName)
    case .unitShort: self(.fieldUnitShort)
    case .unitKind: self(.fieldUnitKind)
    case .newTask: self(.fieldTask)
    case .newUnit: self(.fieldUnit)
    }
  }

  /// What a field holds, given as JSON, in words; units by their names where the plan is given. Nil
  /// when it holds nothing.
  package func value(
    _ json: String?, of field: PlanEdit.Field, in chart: Chart? = nil
  ) -> String? {
    guard let json else { return nil }
    var reader = JSONReader(Array(json.utf8), file: "")
    func unit(_ id: String) -> String {
      chart?.unit(id).map { self($0.name) } ?? Printable.filtered(id)
    }
    switch field {
    case .risk: return (try? reader.word(Chart.Risk.self)).map { name(of: $0) }
    case .unitKind: return (try? reader.word(Chart.Unit.Kind.self)).map { name(of: $0) }
    case .withdrawn: return (try? reader.day()).map { date($0) }
    case .unit, .lead: return (try? reader.text()).map(unit)
    case .helpers:
      return (try? reader.texts())?.map(unit).joined(separator: self(.listComma))
    case .newTask, .newUnit: return nil
    default: return (try? reader.words()).map { self($0) }
    }
  }

  /// How many of what: `4 boilers`, `4台`.
  package func amount(_ quantity: Chart.Task.Quantity) -> String {
    guard let of = quantity.of else { return "\(quantity.total)" }
    return self(.amount, ["n": "\(quantity.total)", "of": self(of)])
  }

  package func name(of kind: Chart.Unit.Kind) -> String {
    switch kind {
    case .district: self(.kindDistrict)
    case .bureau: self(.kindBureau)
    case .joint: self(.kindJoint)
    }
  }

  /// Who changed what meanwhile, and to what.
  func changedMeanwhile(_ task: String?, field: String, now: String?, by: String?) -> String {
    var what = Printable.filtered(field)
    var value: String?
    if let field = PlanEdit.Field(name: field) {
      what = name(of: field)
      value = self.value(now, of: field)
      if let unit = field.unitID { what = self(.fieldOf, ["field": what, "of": unit]) }
    }
    if let task { what = self(.fieldOf, ["field": what, "of": task]) }
    return self(
      by == nil ? .refusedChanged : .refusedChangedBy,
      [
        "what": what, "who": Printable.filtered(by ?? ""), "now": value ?? self(.valueNone),
      ])
  }
}
