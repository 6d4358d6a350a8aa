import ArgumentParser
import Foundation

/// What asks about all of a chart at once, and so may take as long as the chart is large.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Milliseconds of wallchart's keys that are about the whole chart.",
    discussion: """
      Of each the first press in a run, at which something may be worked out that later ones know, \
      and the median of the others (least–most).
      """)

  @Option(help: "How many tasks the charts have.")
  var sizes = Sizes(values: [1000, 10_000])
  @Option(help: "How often each key is pressed.")
  var presses = 7
  @Option(help: "Columns and rows of the terminal.")
  var screen = ScreenSize(columns: 200, rows: 50)
  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  /// A key, what is pressed before it, and what leads back from it, unmeasured.
  private struct Asked {
    var name: String
    var key: String
    var before = ""
    var back = ""
    /// Asked where this installation itself entered all there is.
    var isOwnLedger = false
  }

  private static let all = [
    Asked(name: "search, its first letter", key: "d", before: "/", back: "\u{3}/"),
    Asked(name: "mark", key: " ", before: "$h"),
    Asked(name: "undo, all being own", key: "u", before: "$h ", back: "\u{12}", isOwnLedger: true),
    Asked(name: "redo, all being own", key: "\u{12}", before: "$h u", back: "u", isOwnLedger: true),
    Asked(name: "next day", key: "]"),
    Asked(name: "next week", key: "}"),
    Asked(name: "back to today", key: "\\", before: "}", back: "}"),
    Asked(name: "day before", key: "[", back: "\\"),
    Asked(name: "week before", key: "{", back: "\\"),
    Asked(name: "next order", key: "s"),
    Asked(name: "one battle", key: "2", back: "0"),
    Asked(name: "filter: overdue", key: "1", before: "f", back: "Ff"),
    Asked(name: "what needs attention", key: ".", before: "g"),
    Asked(name: "since the last meeting", key: "=", back: "="),
    Asked(name: "choice of meetings", key: "m", back: "\u{3}"),
    Asked(name: "look-back", key: "L", back: "q"),
    Asked(name: "projector", key: "p", back: "q"),
    Asked(name: "arming its pages", key: "A", before: "p", back: "A"),
  ]

  func run() throws {
    guard presses > 1 else { throw ValidationError("--presses 2 at least.") }
    let workshop = try Workshop()
    let places = try sizes.values.map { workshop.place(try workshop.data(tasks: $0), screen) }
    var table = Table(
      title: "keys about the whole chart, \(screen.name), ms",
      header: ["key"] + sizes.values.flatMap { ["\($0), first", "then"] })
    var columns: [[[String]]] = []
    for place in places { columns.append(try measured(at: place)) }
    for (row, asked) in Self.all.enumerated() {
      table.rows.append([asked.name] + columns.flatMap { $0[row] })
    }
    Console.say(table.text(asMarkdown: markdown))
  }

  /// The first press of each and the others, in words.
  private func measured(at place: Place) throws -> [[String]] {
    try Self.all.map { asked in
      var program = Program.wallchart(rows: screen.rows)
      if asked.isOwnLedger {
        program.prepare = { place in
          try place.data.removeMarks()
          try FileManager.default.createDirectory(
            atPath: place.state, withIntermediateDirectories: true)
          try FileManager.default.copyItem(
            atPath: place.data.state, toPath: place.state + "/wallchart")
        }
      }
      let step = Program.Step(
        act: .whole, keys: [asked.key], count: presses, before: asked.before, back: asked.back)
      let times = try Runner(idle: 0).times(of: step, in: program, at: place)
      return [
        times.first.map(Number.text) ?? "", Number.text(Spread(Array(times.dropFirst()))),
      ]
    }
  }
}
