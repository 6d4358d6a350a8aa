/// Writes a ``Chart`` as `chart.json`: one task a line, members in a fixed order, byte-stable.
package enum ChartWriter {
  package static func bytes(of chart: Chart) -> [UInt8] {
    var writer = JSONWriter(.spaced)
    writer.raw("{\n")
    var isFirst = true
    func line(_ name: String, _ body: (inout JSONWriter) -> Void) {
      if !isFirst { writer.newline(separated: true) }
      isFirst = false
      writer.name(name)
      body(&writer)
    }
    func list<Element>(
      _ name: String, _ elements: [Element], _ body: (inout JSONWriter, Element) -> Void
    ) {
      line(name) { writer in
        writer.raw("[")
        let start = writer.bytes.count
        for (index, element) in elements.enumerated() {
          // Of very many, the rest will be about as long as the first ones.
          if index == 100 {
            let sample = writer.bytes.count - start
            writer.reserve(start + sample / 80 * elements.count)
          }
          writer.newline(separated: index > 0)
          body(&writer, element)
        }
        writer.newline(separated: false)
        writer.raw("]")
      }
    }
    line("format") { $0.value(chart.format) }
    if let id = chart.id { line("id") { $0.value(id) } }
    line("title") { $0.value(chart.title) }
    if let asOf = chart.asOf { line("asOf") { $0.value(asOf.iso) } }
    line("rules") { write(chart.rules, to: &$0) }
    list("battles", chart.battles) { writer, battle in
      writer.object {
        $0.member("id", battle.id)
        $0.member("name", battle.name)
        $0.members(battle.unknown)
      }
    }
    list("units", chart.units) { write($1, to: &$0) }
    list("tasks", chart.tasks) { write($1, to: &$0) }
    for member in chart.unknown { line(member.name) { $0.raw(member.value) } }
    writer.raw("\n}\n")
    return writer.bytes
  }

  private static func write(_ rules: Chart.Rules, to writer: inout JSONWriter) {
    writer.object {
      $0.member("graceDays", rules.graceDays)
      $0.member("dueSoonDays", rules.dueSoonDays)
      $0.member("noticeDays", rules.noticeDays)
      $0.name("rhythm")
      $0.object { writer in
        for risk in Chart.Risk.allCases {
          writer.member(risk.rawValue, rules.rhythm[risk]?.rawValue)
        }
      }
      $0.member("flags", rules.flags.rawValue)
      $0.member("holidays", rules.holidays.map(\.iso))
      $0.member("workdays", rules.workdays.map(\.iso))
      if !rules.limitWords.isEmpty {
        $0.name("limitWords")
        $0.object { writer in
          for word in rules.limitWords { writer.member(word.words, word.day.iso) }
        }
      }
      if !rules.templates.isEmpty {
        $0.name("templates")
        $0.object { writer in
          for template in rules.templates { write(template, to: &writer) }
        }
      }
      $0.members(rules.unknown)
    }
  }

  private static func write(_ template: Chart.Template, to writer: inout JSONWriter) {
    writer.name(template.name)
    writer.array { writer in
      for step in template.steps {
        writer.object {
          $0.member("title", step.title)
          switch step.due {
          case .share(let share): $0.member("share", share)
          case .daysBefore(let days): $0.member("daysBefore", days)
          case .limit: break
          }
          $0.member("quotaShare", step.quotaShare)
          $0.members(step.unknown)
        }
      }
    }
  }

  static func write(_ unit: Chart.Unit, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", unit.id)
      $0.member("name", unit.name)
      $0.member("short", unit.short)
      $0.member("kind", unit.kind.rawValue)
      $0.members(unit.unknown)
    }
  }

  static func write(_ task: Chart.Task, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", task.id)
      $0.member("battle", task.battle)
      $0.member("title", task.title)
      $0.member("short", task.short)
      $0.member("unit", task.unit)
      $0.member("lead", task.lead)
      $0.member("helpers", task.helpers)
      $0.member("officer", task.officer)
      $0.member("origin", task.origin)
      $0.member("problem", task.problem)
      $0.member("target", task.target)
      $0.member("measures", task.measures)
      $0.member("risk", task.risk.rawValue)
      $0.member("term", task.term.rawValue)
      $0.member("limit", task.limit)
      $0.member("limitText", task.limitText)
      if let quantity = task.quantity {
        $0.name("quantity")
        $0.object {
          $0.member("total", quantity.total)
          $0.member("of", quantity.of)
          $0.members(quantity.unknown)
        }
      }
      $0.name("nodes")
      $0.array { writer in
        for node in task.nodes { write(node, to: &writer) }
      }
      $0.member("added", task.added)
      $0.member("withdrawn", task.withdrawn)
      $0.members(task.unknown)
    }
  }

  static func write(_ node: Chart.Node, to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", node.id)
      $0.member("due", node.due)
      $0.member("title", node.title)
      $0.member("quota", node.quota)
      $0.members(node.unknown)
    }
  }
}

extension JSONWriter {
  package mutating func value(_ text: Text) {
    if text.translations.count == 1, text.translations[0].language.isEmpty {
      value(text.translations[0].words)
    } else {
      object { writer in
        for translation in text.translations {
          writer.member(translation.language, translation.words)
        }
      }
    }
  }

  package mutating func member(_ name: String, _ text: Text?) {
    guard let text else { return }
    self.name(name)
    value(text)
  }
}
