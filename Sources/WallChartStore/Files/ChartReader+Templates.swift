extension ChartReader {
  /// Words of lists by the day they mean, in the order of the file.
  static func limitWords(_ reader: inout JSONReader) throws -> [Chart.LimitWord] {
    var result: [Chart.LimitWord] = []
    _ = try reader.members { reader, words in
      _ = reader.peek()
      let start = reader.at
      let text = try reader.text()
      guard let day = DayOfYear(iso: text) else {
        throw reader.finding(.badDayOfYear(text), at: start)
      }
      result.append(Chart.LimitWord(words: reader.text(of: words), day: day))
      return true
    }
    return result
  }

  /// Templates by their name, in the order of the file.
  static func templates(_ reader: inout JSONReader) throws -> [Chart.Template] {
    var result: [Chart.Template] = []
    _ = try reader.members { reader, name in
      let name = reader.text(of: name)
      var template = Chart.Template(name: name, steps: [])
      var order = StepOrder()
      try reader.elements { reader in
        _ = reader.peek()
        let start = reader.at
        let step = try step(&reader, of: template)
        guard order.takes(step) else {
          throw reader.finding(
            .stepOutOfOrder(template: name, step: template.steps.count + 1), at: start)
        }
        template.steps.append(step)
      }
      result.append(template)
      return true
    }
    return result
  }

  private static func step(
    _ reader: inout JSONReader, of template: Chart.Template
  ) throws -> Chart.Template.Step {
    _ = reader.peek()
    let start = reader.at
    var title: Text?
    var share: Int?
    var days: Int?
    var quotaShare: Int?
    let unknown = try reader.members { reader, member in
      switch member {
      case "title": title = try reader.words()
      case "share": share = try reader.percent(0...100)
      case "daysBefore": days = try reader.dayCount()
      case "quotaShare": quotaShare = try reader.percent(1...100)
      default: return false
      }
      return true
    }
    if share != nil, days != nil {
      throw reader.finding(
        .stepDueTwice(template: template.name, step: template.steps.count + 1), at: start)
    }
    let due: Chart.Template.Step.Due? = share.map { .share($0) } ?? days.map { .daysBefore($0) }
    var step = Chart.Template.Step(
      title: try reader.required(title, "title", from: start), due: due ?? .limit,
      quotaShare: quotaShare)
    step.unknown = unknown
    return step
  }
}

/// Whether steps come one after another whatever the limit: each later than those that are dated in
/// the same way, and with no smaller quota.
private struct StepOrder {
  private var share = -1
  private var daysBefore = Int.max
  private var quotaShare = 0

  mutating func takes(_ step: Chart.Template.Step) -> Bool {
    // After the limit itself nothing comes.
    guard share < 100, daysBefore > 0, step.quotaShare ?? 100 >= quotaShare else { return false }
    switch step.due {
    case .share(let next):
      guard next > share else { return false }
      share = next
    case .daysBefore(let next):
      guard next < daysBefore else { return false }
      daysBefore = next
    case .limit: daysBefore = 0
    }
    quotaShare = step.quotaShare ?? quotaShare
    return true
  }
}

extension JSONReader {
  /// A whole number of per cent.
  fileprivate mutating func percent(_ range: ClosedRange<Int>) throws -> Int {
    _ = peek()
    let start = at
    let number = try wholeNumber()
    guard range.contains(number) else { throw finding(.badNumber(String(number)), at: start) }
    return number
  }
}
