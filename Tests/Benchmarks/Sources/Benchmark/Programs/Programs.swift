import Foundation
import WallChartStore

extension Program {
  /// All that can be measured, our own first.
  static func all(rows: Int) -> [Program] {
    [wallchart(rows: rows)] + floors(rows: rows)
      + [
        vim(rows: rows), less(rows: rows), nano(rows: rows), ncdu(rows: rows),
        visidata(rows: rows), calcurse(rows: rows), vit(rows: rows), task, hello,
        nothing,
      ]
  }

  static func wallchart(rows: Int) -> Program {
    Program(
      name: "wallchart",
      arguments: { [$0.binaries.wallchart, "--lang", "en", $0.data.chart] },
      environment: ["WALLCHART_AS": "k.wang"],
      prepare: { try $0.data.removeMarks() },
      steps: [
        Step(act: .nothing, keys: ["g"], count: 5, patience: 100),
        Step(act: .move, keys: ["j", "k"]),
        burst(rows, "j", after: "g"),
        Step(act: .scroll, keys: ["j"]),
        page(after: "g"),
        Step(act: .zoom, keys: ["+", "-"], count: 10),
        search(back: "g"),
        Step(act: .mark, keys: [" "], before: "$h", expected: { _ in "saved" }),
      ],
      commands: [
        Command(name: "start", arguments: { [$0.binaries.wallchart, "--version"] }),
        Command(name: "show", arguments: { [$0.binaries.wallchart, "show", $0.data.chart] }),
        Command(
          name: "bulletin", arguments: { [$0.binaries.wallchart, "bulletin", $0.data.chart] }),
        Command(
          name: "mark",
          arguments: { [$0.binaries.wallchart, "mark", Campaign.id(1) + "/5", $0.data.chart] },
          prepare: { try $0.data.removeMarks() }),
        Command(
          name: "import",
          arguments: { [$0.binaries.importer, $0.data.list, "--into", $0.work + "/imported"] }),
      ])
  }

  /// The least that is possible, see `floor.c`.
  private static func floors(rows: Int) -> [Program] {
    var floors = ["curses", "raw", "plain"].map { mode in
      Program(
        name: mode == "curses" ? "floor" : mode,
        arguments: {
          [$0.binaries.floor, mode, $0.data.plan, $0.data.ledger, $0.work + "/marks"]
        },
        steps: [
          Step(act: .nothing, keys: ["g"], count: 5, patience: 100),
          Step(act: .move, keys: ["j", "k"]),
          burst(rows, "j", after: "g"),
          Step(act: .scroll, keys: ["j"]),
          page(after: "g"),
          search(back: "g"),
          Step(act: .mark, keys: ["x"], expected: { _ in "saved" }),
        ])
    }
    floors.append(
      Program(
        name: "echo",
        arguments: { [$0.binaries.floor, "echo", $0.data.plan, $0.data.ledger, "/dev/null"] },
        isReady: { screen, _ in screen.shows("ready") },
        steps: [Step(act: .move, keys: ["j"])]))
    return floors
  }

  private static func vim(rows: Int) -> Program {
    Program(
      name: "vim",
      arguments: { ["vim", "-c", "set nowrap", $0.work + "/chart.txt"] },
      prepare: { try copyText(of: $0) },
      steps: [
        Step(act: .move, keys: ["j", "k"]),
        burst(rows, "j", after: "gg"),
        Step(act: .scroll, keys: ["j"]),
        page(after: "gg"),
        search(back: "gg"),
        Step(act: .mark, keys: ["rx:w\r", "ry:w\r"], count: 10, expected: { _ in "written" }),
      ],
      quit: ":q!\r")
  }

  private static func less(rows: Int) -> Program {
    Program(
      name: "less",
      arguments: { ["less", "-S", "-R", $0.data.text] },
      steps: [
        burst(rows, "j", after: "g"),
        Step(act: .scroll, keys: ["j"], before: "g"),
        page(after: "g"),
        search(back: "g"),
      ])
  }

  static func copyText(of place: Place) throws {
    try FileManager.default.copyItem(atPath: place.data.text, toPath: place.work + "/chart.txt")
  }

  /// A screenful of keys that wait already, as from one that is held down.
  static func burst(_ rows: Int, _ key: String, after home: String) -> Step {
    Step(act: .burst, keys: [String(repeating: key, count: rows)], count: 1, before: home)
  }

  /// A page down, a page up, from the top.
  static func page(after home: String) -> Step {
    Step(act: .page, keys: ["\u{6}", "\u{2}"], count: 10, before: home)
  }

  /// The one word that stands at nine tenths of the chart.
  static func search(back: String) -> Step {
    Step(
      act: .search, keys: ["/" + Campaign.needle + "\r"], count: 3, back: back,
      expected: { Campaign.id(Campaign.target(of: $0.data.tasks)) })
  }
}
