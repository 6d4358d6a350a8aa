import ArgumentParser
import WallChartStore
import WallChartWords

/// The tasks that a command that writes is named, and the chart, which may stand behind them.
struct NamedTasks {
  let tasks: [String]
  /// Where the chart is; nil when nothing named it.
  private let chart: String?

  /// How the help tells of the argument.
  static func help(_ word: Word) -> ArgumentHelp {
    ArgumentHelp(Console.words(word), valueName: "task")
  }

  /// The last of several words is the chart where one is there, or where it can be no task.
  init(_ words: [String]) {
    if words.count > 1, let last = words.last, last != "-",
      ChartChoice.isThere(last) || !Target.canBe(last)
    {
      (tasks, chart) = (words.dropLast(), last)
    } else {
      (tasks, chart) = (words, nil)
    }
  }

  /// Opens the chart. Where none was named, the last word must be one of its tasks: a slip in the
  /// name of the chart must not write into another one.
  func open() throws -> ChartFolder {
    if let chart { return try ChartChoice.open(chart) }
    let last = tasks.last ?? "-"
    let isChart = last != "-" && ChartChoice.isThere(last)
    // A single word, the usual case, is told of by the rules.
    let isClear = last == "-" || tasks.count == 1 && !isChart && Target.canBe(last)
    let text = Printable.filtered(last)
    let path: String
    do {
      path = try ChartChoice.forWriting(nil)
    } catch let error as Console.UsageError {
      guard !isClear else { throw error }
      throw Console.UsageError(
        text: Console.words(isChart ? .cliNeedsTask : .cliNoChartBehind, ["text": text]))
    }
    let folder = try ChartChoice.open(path)
    guard isClear || folder.chart.task(Target(last).task) != nil else {
      throw Console.UsageError(
        text: isChart
          ? Console.words(.cliNeedsTask, ["text": text])
          : Console.words(
            .cliNeitherTaskNorChart, ["text": text, "path": Printable.filtered(folder.name)]))
    }
    return folder
  }
}

/// A task, or a node of it, as named: `TASK` or `TASK/NODE`.
struct Target {
  var task: String
  var node: String?

  /// The first word counts; what else stands on a line of stdin is a remark.
  init(_ line: String) {
    let word = line.split(whereSeparator: \.isWhitespace).first ?? ""
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    task = parts.first.map(String.init) ?? ""
    node = parts.count == 2 ? String(parts[1]) : nil
  }

  /// Whether a word has the form of one; the paths `.`, `..` and what begins with them have it, too.
  static func canBe(_ word: String) -> Bool {
    let target = Target(word)
    guard target.task != ".", target.task != ".." else { return false }
    return Identifier.isValid(target.task) && target.node.map(Identifier.isValid) ?? true
  }

  /// The task, where only a whole one can be meant: a slip must not take it for its node.
  func whole() throws(Refusal) -> String {
    if let node { throw .noSuchTask("\(task)/\(node)") }
    return task
  }
}
