extension Sheet {
  /// What was measured, as medians of the rounds with the least and the most.
  func tables(asMarkdown: Bool) -> String {
    let tables = [
      start, keys(.p50, "median"), keys(.p99, "99 of 100"), keys(.processor, "on a processor"),
      keys(.bytes, "bytes"),
    ]
    let texts = (tables + [commands]).map { $0.text(asMarkdown: asMarkdown) }
    return texts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var title: String { "\(Number.text(Double(place.data.tasks))) tasks, \(place.size.name)" }

  private var start: Table {
    let columns: [(name: String, figure: Figure)] = [
      ("first frame ms", .frame), ("all there ms", .loaded), ("processor ms", .startProcessor),
      ("memory MB", .startMemory), ("at the end MB", .memory), ("idle ms", .idleProcessor),
      ("switches", .idleSwitches), ("bytes", .idleBytes),
    ]
    return table("start and rest", columns)
  }

  private func keys(_ quantity: Quantity, _ words: String) -> Table {
    let unit = quantity == .bytes ? "" : " ms"
    return table(
      "a key, " + words, Act.allCases.map { ($0.rawValue + unit, .key($0, quantity)) })
  }

  /// Whole runs of commands, with all that the process costs.
  private var commands: Table {
    var names: [String] = []
    for sample in samples.values.joined() {
      for case .command(let name)? in sample?.keys.map(Optional.some) ?? [] {
        if !names.contains(name) { names.append(name) }
      }
    }
    return table("commands, ms", names.sorted().map { ($0, .command($0)) })
  }

  private func table(_ words: String, _ columns: [(name: String, figure: Figure)]) -> Table {
    var table = Table(title: "\(title): \(words)", header: ["program"] + columns.map(\.name))
    table.rows = names.map { name in
      [name] + columns.map { Number.text(spread($0.figure, of: name)) }
    }
    return table
  }
}
