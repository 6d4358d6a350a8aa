/// A goal's limit held against what was measured.
struct Judgement {
  var goal: Goal
  var weight: Goal.Weight
  var place: String
  /// The figure as measured.
  var own: Spread
  /// What it is held against, and how much of that it may be.
  var against: String
  var limit: Double
  /// How much of that it is.
  var share: Spread

  var isMet: Bool { share.median <= limit }

  /// All limits for which there are figures.
  static func all(of sheets: [Sheet]) -> [Judgement] {
    sheets.flatMap { sheet in
      Goal.table.filter { sheet.isPlace(of: $0) }.flatMap { goal in
        goal.must.compactMap { sheet.judge($0, of: goal, .must, among: sheets) }
          + goal.aim.compactMap { sheet.judge($0, of: goal, .aim, among: sheets) }
      }
    }
  }

  static func table(_ judgements: [Judgement]) -> Table {
    var table = Table(
      title: "goals: medians of the ratios in each round",
      header: ["", "goal", "at", "measured", "against", "ratio", "limit", ""])
    table.rows = judgements.map {
      [
        $0.weight.rawValue, $0.goal.name, $0.place, Number.text($0.own.median), $0.against,
        Number.text($0.share), "≤ " + Number.text($0.limit), $0.isMet ? "met" : "missed",
      ]
    }
    return table
  }
}

extension Sheet {
  /// The program whose goals these are.
  static let own = "wallchart"

  func isPlace(of goal: Goal) -> Bool {
    goal.size == place.size && (goal.tasks?.contains(place.data.tasks) ?? true)
  }

  /// Nil when something was not measured.
  func judge(
    _ limit: Goal.Limit, of goal: Goal, _ weight: Goal.Weight, among sheets: [Sheet]
  ) -> Judgement? {
    let values = values(goal.figure, of: Self.own)
    guard let own = Spread(values.compactMap { $0 }) else { return nil }
    func judgement(_ against: String, _ limit: Double, _ share: Spread?) -> Judgement? {
      share.map {
        Judgement(
          goal: goal, weight: weight, place: title, own: own, against: against, limit: limit,
          share: $0)
      }
    }
    switch limit {
    case .times(let factor, let name, let more, let figure):
      let less = values.map { $0.map { max(0, $0 - more) } }
      let others = self.values(figure ?? goal.figure, of: name)
      return judgement(
        more == 0 ? name : "\(name) + \(Number.text(more))", factor,
        Spread(Statistics.ratios(less, to: others)))
    case .timesOwn(let factor, let tasks, let size):
      let other = sheets.first {
        $0.place.data.tasks == tasks ?? place.data.tasks
          && $0.place.size == size ?? place.size
      }
      let others = other?.values(goal.figure, of: Self.own) ?? []
      return judgement(
        "own at \(other?.title ?? "")", factor, Spread(Statistics.ratios(values, to: others)))
    case .timesFile(let factor):
      let size = [Double?](repeating: place.data.megabytes, count: values.count)
      return judgement("its files", factor, Spread(Statistics.ratios(values, to: size)))
    case .atMost(let most):
      return judgement("nothing", most, own)
    }
  }
}
