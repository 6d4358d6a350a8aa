import ArgumentParser
import WallChartStore
import WallChartWords

/// What the shells offer while a command is typed: what the chart has that the line is about.
enum ShellCompletion {
  /// Tasks, and behind a slash the nodes of one.
  static let tasksAndNodes = naming { line, chart in
    guard let slash = line.prefix.firstIndex(of: "/"),
      let task = chart.task(String(line.prefix[..<slash]))
    else { return tasks(of: chart) }
    return nodes(of: task).map { Choice(task.id + "/" + $0.id, $0.meaning) }
  }

  /// Whole tasks.
  static let tasks = naming { _, chart in tasks(of: chart) }

  /// Nodes of the task that is named on the line.
  static let nodes = offering { line, chart in nodes(of: line.task(of: chart)) }

  static let units = offering { _, chart in
    chart.units.map { Choice($0.id, Console.words($0.name)) }
  }

  static let battles = offering { _, chart in
    chart.battles.map { Choice($0.id, Console.words($0.name)) }
  }

  static let rhythms = CompletionKind.list(Chart.Rhythm.allCases.map(\.rawValue))

  static let languages = CompletionKind.list(Language.allCases.map(\.rawValue))

  /// Standings, of which several may stand in a row with commas between.
  static let standings = CompletionKind.custom { words, index, prefix in
    let line = TypedLine(words: words, index: index, prefix: prefix)
    let said = line.prefix.lastIndex(of: ",").map { line.prefix[...$0] } ?? ""
    let names = said.split(separator: ",")
    return Standing.allCases.map(\.rawValue).filter { !names.contains($0[...]) }
      .map { said + $0 }
  }

  /// A word to type, and what it means.
  private struct Choice {
    var id: String
    var meaning: String

    init(_ id: String, _ meaning: String) {
      self.id = id
      self.meaning = meaning
    }

    /// As the asking shell takes it; bash knows words alone.
    func offered(to shell: CompletionShell?) -> String {
      let meaning = String(meaning.prefix(60))
      return switch shell {
      // It takes a backslash away.
      case .zsh: id + ":" + meaning.replacing("\\", with: "\\\\")
      case .fish: id + "\t" + meaning
      default: id
      }
    }
  }

  private static func offering(
    _ choices: @escaping @Sendable (TypedLine, Chart) -> [Choice]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      let line = TypedLine(words: words, index: index, prefix: prefix)
      return line.plan.map { offered(choices(line, $0), line) } ?? []
    }
  }

  /// The same for the words that say what a command works on: behind the first of them may come the
  /// chart.
  private static func naming(
    _ choices: @escaping @Sendable (TypedLine, Chart) -> [Choice]
  ) -> CompletionKind {
    .custom { words, index, prefix in
      let line = TypedLine(words: words, index: index, prefix: prefix)
      let found = line.plan.map { offered(choices(line, $0), line) } ?? []
      return found + (line.prefix.isEmpty && !line.isBehindWord ? [] : line.folders)
    }
  }

  private static func offered(_ choices: [Choice], _ line: TypedLine) -> [String] {
    choices.filter { $0.id.hasPrefix(line.prefix) }
      .map { $0.offered(to: CompletionShell.requesting) }
  }

  private static func tasks(of chart: Chart) -> [Choice] {
    chart.tasks.map { task in
      // As the wall tells them apart.
      let unit = chart.unit(task.unit).map { Console.words($0.short ?? $0.name) } ?? task.unit
      return Choice(task.id, Console.words(task.short ?? task.title) + ", " + unit)
    }
  }

  private static func nodes(of task: Chart.Task?) -> [Choice] {
    task?.nodes.map { Choice($0.id, Console.words($0.title)) } ?? []
  }
}
