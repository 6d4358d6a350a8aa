import ArgumentParser
import Foundation

/// Counts what the processor does instead of how long it takes: the same on a busy machine.
struct Instructions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Instructions of wallchart's start, keys and commands, counted by callgrind.",
    discussion: """
      A key's figure is the difference between a session with four of it and one with eight, so \
      that neither the start nor what is done only once counts.
      """)

  @Option(help: "How many tasks the charts have.")
  var sizes = Sizes(values: [1000])
  @Option(help: "Columns and rows of the terminal.")
  var screen = ScreenSize(columns: 200, rows: 50)
  @Option(help: "Write the figures to this file.")
  var keep: String?
  @Option(help: "Print beside them those that --keep has written before.")
  var against: String?
  @Option(help: "Acts and commands to count, with commas between, such as start,mark.")
  var only: String?
  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  func run() throws {
    let workshop = try Workshop()
    guard Child.path(of: "valgrind") != nil else { throw ValidationError("valgrind is not here") }
    let names = only.map { Set($0.split(separator: ",").map(String.init)) }
    let before = try against.map(Self.figures(of:)) ?? [:]
    var table = Table(
      title: "instructions, \(screen.name)", header: ["what", "now", "before", "change"])
    var kept = ""
    for tasks in sizes.values {
      let place = workshop.place(try workshop.data(tasks: tasks), screen)
      try Count(at: place).all(only: names) { name, count in
        let name = "\(tasks) \(name)"
        kept += "\(name)\t\(Int(count))\n"
        Console.note("\(name): \(Number.text(count))")
        let old = before[name]
        let change = old.map { ($0 > 0 ? 100 * (count - $0) / $0 : 0) }
        table.rows.append([
          name, Number.text(count), old.map { Number.text($0) } ?? "",
          change.map { String(format: "%+.1f %%", $0) } ?? "",
        ])
      }
    }
    if let keep { try kept.write(toFile: keep) }
    Console.say(table.text(asMarkdown: markdown))
  }

  /// What an earlier run has kept.
  private static func figures(of path: String) throws -> [String: Double] {
    var figures: [String: Double] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2, let count = Double(parts[1]) { figures[String(parts[0])] = count }
    }
    return figures
  }
}

extension ScreenSize: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }

  var defaultValueDescription: String { name }
}
