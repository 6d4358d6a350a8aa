import ArgumentParser
import WallChartStore
import WallChartWords

/// What a command is named to work on: the argument itself, or with `-` each line of stdin.
struct NamedLines {
  private let named: String
  private let input: [(number: Int, line: String)]

  /// Reads stdin to its end where it is meant. That comes before the chart is opened and the day
  /// taken: what makes the lines may take its time, write to the chart, or go on past midnight.
  init(of named: String) {
    self.named = named
    input = named == "-" ? Self.inputLines() : []
  }

  /// Does something for each of them. A line of stdin that is refused is told with its number, and
  /// the others go on; blank lines say nothing.
  func each(_ work: (String) throws -> Void) throws {
    guard named == "-" else { return try work(named) }
    var isRefused = false
    for (number, line) in input {
      do {
        try work(line)
      } catch let error where Self.refuses(error) {
        let why = (error as? Console.UsageError)?.text ?? Console.words(error)
        Console.complain("-:\(number): " + why)
        isRefused = true
      }
    }
    if isRefused { throw ExitCode(65) }
  }

  /// Whether an error is about the line alone: a rule that says no, or words that make no sense.
  private static func refuses(_ error: any Error) -> Bool {
    error is Console.UsageError || Words.exitCode(for: error) == 65
  }

  /// All lines that say something.
  private static func inputLines() -> [(number: Int, line: String)] {
    var lines: [(number: Int, line: String)] = []
    var number = 0
    while var line = readLine() {
      number += 1
      // As Windows begins its text files.
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.contains(where: { !$0.isWhitespace }) { lines.append((number, line)) }
    }
    return lines
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

  /// The task, where only a whole one can be meant: a slip must not take it for its node.
  func whole() throws(Refusal) -> String {
    if let node { throw .noSuchTask("\(task)/\(node)") }
    return task
  }
}
