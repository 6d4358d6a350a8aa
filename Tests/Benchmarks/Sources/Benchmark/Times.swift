import ArgumentParser
import Foundation

/// Start, keys, memory, idling: all programs side by side, in rounds.
struct Times: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start, keys, memory and idling on a terminal, in milliseconds and bytes.")

  @Option(help: "How many tasks the charts have.")
  var sizes = Sizes(values: [100, 1000])
  @Option(help: "How often each program is run.")
  var rounds = 5
  @Option(help: "Programs to run, by name, with commas between; all that are here when not given.")
  var only: String?
  @Option(help: "Columns and rows of the terminal; several with commas between.")
  var screen = "200x50"
  @Option(help: "Seconds without a key, in the first round.")
  var idle = 5.0
  @Flag(help: "First install the other programs that Debian has; the script does this.")
  var peers = false
  @Flag(help: "Print the tables as Markdown.")
  var markdown = false

  func run() throws {
    let names = only.map { Set($0.split(separator: ",").map(String.init)) }
    let screens = try screen.split(separator: ",").map { text in
      guard let size = ScreenSize(text) else { throw ValidationError("--screen 200x50: \(text)?") }
      return size
    }
    let known = Program.all(rows: 50).map(\.name)
    guard names?.isSubset(of: known) ?? true else {
      throw ValidationError("The programs are " + known.joined(separator: ", "))
    }
    guard rounds > 0, !screens.isEmpty else { throw ValidationError("At least one of each.") }
    let workshop = try Workshop()
    var sheets: [Sheet] = []
    for tasks in sizes.values {
      let data = try workshop.data(tasks: tasks)
      for size in screens { sheets.append(Sheet(place: workshop.place(data, size))) }
    }
    for round in 0..<rounds {
      for place in sheets.indices {
        for program in workshop.programs(on: sheets[place].place, only: names) {
          let runner = Runner(idle: round == 0 ? idle * 1000 : 0)
          sheets[place].add(program, round: round, runner)
        }
      }
    }
    for sheet in sheets { Console.say(sheet.tables(asMarkdown: markdown)) }
    Console.say(Growth.table(of: sheets).text(asMarkdown: markdown))
    Console.say(Judgement.table(Judgement.all(of: sheets)).text(asMarkdown: markdown))
  }
}

/// Numbers with commas between.
struct Sizes: ExpressibleByArgument {
  var values: [Int]

  init(values: [Int]) { self.values = values }

  init?(argument: String) {
    values = argument.split(separator: ",").compactMap { Int($0) }
    guard !values.isEmpty, values.allSatisfy({ $0 >= 10 }) else { return nil }
  }

  var defaultValueDescription: String { values.map(String.init).joined(separator: ",") }
}
