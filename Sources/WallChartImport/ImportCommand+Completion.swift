import ArgumentParser
import WallChartStore
import WallChartWords

// What the shells offer while a line is typed: what the chart has that it is to go into.
extension ImportCommand {
  static let battles = offering { $0.battles.map(\.id) }
  static let units = offering { $0.units.map(\.id) }
  static let templates = offering { $0.rules.templates.map(\.name) }

  private static func offering(_ names: @escaping @Sendable (Chart) -> [String]) -> CompletionKind {
    .custom { words, index, prefix in
      let line = TypedLine(words: words, index: index, prefix: prefix)
      return line.plan.map(names)?.filter { $0.allSatisfy(TypedLine.isPlain) } ?? []
    }
  }
}
