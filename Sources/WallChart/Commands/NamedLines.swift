import ArgumentParser
import WallChartStore
import WallChartWords

/// What a command is named to work on: its arguments, and for a `-` among them each line of stdin.
struct NamedLines {
  private struct Line {
    var text: String
    /// What it is told by when there are others.
    var place: String
  }

  private let lines: [Line]
  /// Whether there can be others: then one that is refused is no end.
  private let isList: Bool
  private let areTasks: Bool

  /// Reads stdin to its end where it is meant. That comes before the chart is opened and the day
  /// taken: what makes the lines may take its time, write to the chart, or go on past midnight.
  /// - Parameter areTasks: whether they name tasks, and not what is to be one.
  init(of named: [String], areTasks: Bool = true) throws {
    self.areTasks = areTasks
    var lines: [Line] = []
    for text in named {
      // A second one would find nothing left.
      if text == "-" {
        lines += try Self.inputLines()
      } else {
        lines.append(Line(text: text, place: Printable.excerpt(text)))
      }
    }
    self.lines = lines
    isList = lines.count > 1 || named.contains("-")
  }

  /// Does something for each of them, with a sentence for those that are refused; the others go on.
  /// What stops one stops all that follow: it is said how far they came.
  func each(_ work: (String) throws -> Void) throws {
    guard isList else { return try lines.forEach { try work($0.text) } }
    if lines.isEmpty { Console.complain(Console.words(.cliNoLines)) }
    var refused: Set<Int32> = []
    var entered = 0
    var seen: Set<Substring> = []
    for line in lines {
      // Twice in a list is a slip, and without its node it would mean the next one then.
      if areTasks, let word = line.text.split(whereSeparator: \.isWhitespace).first,
        !seen.insert(word).inserted
      {
        Console.complain(line.place + ": " + Console.words(.cliNamedTwice))
        refused.insert(65)
        continue
      }
      do {
        try work(line.text)
        entered += 1
      } catch let error where Self.isAboutLine(error) {
        let usage = error as? Console.UsageError
        let sentence = usage?.text ?? Console.words(error)
        let isTold = line.place == line.text && areTasks && Self.names(sentence, line.text)
        Console.complain(isTold ? sentence : line.place + ": " + sentence)
        refused.insert(usage == nil ? Words.exitCode(for: error) : 65)
      } catch {
        let code = Console.tell(of: error)
        if lines.count > 1 { tell(.cliStopped, entered, line) }
        throw code
      }
    }
    // What somebody else was first with may succeed when it is tried again: only when that is all.
    guard let code = refused.min() else { return }
    if lines.count > 1 { tell(.cliSomeRefused, entered) }
    throw ExitCode(code)
  }

  /// Whether a sentence says itself which task it is about.
  private static func names(_ sentence: String, _ line: String) -> Bool {
    let words = sentence.split {
      !$0.isASCII || !($0.isLetter || $0.isNumber || "._-".contains($0))
    }
    return words.contains(Target(line).task[...])
  }

  private func tell(_ word: Word, _ entered: Int, _ line: Line? = nil) {
    Console.complain(
      Console.words(
        word, ["n": "\(entered)", "total": "\(lines.count)", "line": line?.place ?? ""]))
  }

  /// Whether an error is about the line alone: a rule that says no, words that make no sense, or
  /// somebody who was first.
  private static func isAboutLine(_ error: any Error) -> Bool {
    switch error {
    case let usage as Console.UsageError: usage.isAboutTask
    case is Refusal, StoreError.refused, StoreError.overtaken: true
    default: false
    }
  }

  /// All lines that say something.
  private static func inputLines() throws -> [Line] {
    var bytes = try StandardInput.read()[...]
    // As Windows begins its text files.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        let text = String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { return nil }
        return Line(text: text, place: "-:\(index + 1)")
      }
  }
}
