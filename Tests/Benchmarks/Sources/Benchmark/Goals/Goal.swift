/// What a figure of wallchart shall be beside those of others.
struct Goal {
  enum Weight: String {
    /// Ahead of all that are in use.
    case must
    /// Close to what is possible at all.
    case aim
  }

  enum Limit {
    /// So many times the figure of another program at the same place, in the same round, and so much
    /// more; the same figure when none is named.
    case times(Double, String, more: Double = 0, of: Figure? = nil)
    /// So many times its own figure on a smaller chart, or on another terminal.
    case timesOwn(Double, tasks: Int? = nil, size: ScreenSize? = nil)
    /// So many times the size of the chart's files, in MB.
    case timesFile(Double)
    case atMost(Double)
  }

  var name: String
  var figure: Figure
  /// Nil for charts of every size.
  var tasks: [Int]?
  var size = ScreenSize(columns: 200, rows: 50)
  var must: [Limit] = []
  var aim: [Limit] = []
}

extension Goal {
  /// The goals, by what a person waits for.
  static let table: [Goal] =
    starts + keys + wide + bytes + memory + idling + marks + commands

  private static let starts = [
    Goal(
      name: "start", figure: .frame, tasks: [100],
      must: [.times(1, "vim"), .times(0.1, "visidata")],
      aim: [.times(1.3, "floor"), .times(1.3, "less")]),
    Goal(
      name: "start", figure: .frame, tasks: [10_000],
      must: [
        .times(1, "vim"), .times(1, "nano"), .times(0.05, "visidata"),
        .times(0.01, "vit"),
      ],
      aim: [.times(0.6, "floor"), .times(2, "less")]),
    Goal(
      name: "start", figure: .frame, tasks: [100_000], must: [.times(1, "vim")],
      aim: [.times(3, "less")]),
    Goal(
      name: "all there", figure: .loaded, tasks: [100_000],
      must: [.times(0.5, "visidata", of: .frame)],
      aim: [.times(1.5, "floor")]),
    Goal(
      name: "start, grown", figure: .frame, tasks: [100_000], must: [.timesOwn(11, tasks: 100)],
      aim: [.timesOwn(2.3, tasks: 100)]),
    Goal(
      name: "process alone", figure: .command("start"), must: [.times(0.3, "hello")],
      aim: [.times(1.6, "true")]),
  ]

  private static let keys =
    [
      Goal(
        name: "move", figure: .key(.move, .p50), must: [.times(1, "vim")],
        aim: [.times(1.5, "raw")]),
      Goal(
        name: "scroll", figure: .key(.scroll, .p50),
        must: [.times(1, "vim")],
        aim: [.times(1.3, "raw"), .times(1, "less")]),
      Goal(
        name: "scroll, processor", figure: .key(.scroll, .processor),
        must: [.times(1, "vim")],
        aim: [.times(1.3, "raw"), .times(1, "less")]),
      Goal(
        name: "page", figure: .key(.page, .p50),
        must: [.times(1, "vim"), .times(1, "less"), .times(1, "ncdu")], aim: [.times(2, "raw")]),
      Goal(
        name: "burst", figure: .key(.burst, .p50), must: [.times(1, "vim"), .times(0.15, "plain")],
        aim: [.times(2, "raw")]),
      Goal(
        name: "slowest scroll", figure: .key(.scroll, .p99),
        must: [.times(1.2, "vim"), .times(0.1, "visidata")],
        aim: [.times(1, "echo", more: 1, of: .key(.move, .p99))]),
      Goal(
        name: "search", figure: .key(.search, .p50), tasks: [10_000, 100_000],
        must: [.times(1, "vim"), .times(0.1, "less")], aim: [.times(1.5, "raw")]),
    ]
    + [Act.move, .scroll, .page].map {
      Goal(
        name: "\($0), grown", figure: .key($0, .p50), tasks: [100_000],
        must: [.timesOwn(1.1, tasks: 100)], aim: [.timesOwn(1, tasks: 100)])
    }

  /// On a projector's large screen.
  private static let wide =
    [Act.scroll, .page].map {
      Goal(
        name: $0.rawValue, figure: .key($0, .p50), size: projector,
        must: [.times(1, "vim"), .times(0.5, "plain")], aim: [.times(1.5, "raw")])
    } + [
      Goal(
        name: "scroll, grown", figure: .key(.scroll, .p50), size: projector,
        aim: [.timesOwn(1.3, size: ScreenSize(columns: 80, rows: 24))])
    ]

  private static let projector = ScreenSize(columns: 320, rows: 90)

  private static let bytes =
    [Act.move, .scroll, .page, .mark].map {
      Goal(
        name: "\($0), bytes", figure: .key($0, .bytes), must: [.times(1, "floor")],
        aim: [.times(1, "raw")])
    } + [Goal(name: "no change, bytes", figure: .key(.nothing, .bytes), must: [.atMost(0)])]

  private static let memory = [
    Goal(
      name: "memory MB", figure: .memory, tasks: [100], must: [.times(1, "vim", more: 2)],
      aim: [.times(1, "floor", more: 2)]),
    Goal(
      name: "memory MB", figure: .memory, tasks: [10_000, 100_000],
      must: [.times(1, "floor"), .times(1, "visidata")],
      aim: [.timesFile(1.5)]),
  ]

  private static let idling = [
    Goal(name: "idle, wake-ups", figure: .idleSwitches, must: [.atMost(0)]),
    Goal(name: "idle, bytes", figure: .idleBytes, must: [.atMost(0)]),
    Goal(name: "idle, processor", figure: .idleProcessor, must: [.atMost(0.1)]),
  ]

  private static let marks = [
    Goal(
      name: "mark", figure: .key(.mark, .p50), tasks: [100],
      must: [.times(0.5, "vim"), .times(0.1, "task", of: .command("mark"))],
      aim: [.times(1.2, "floor")]),
    Goal(
      name: "mark", figure: .key(.mark, .p50), tasks: [10_000],
      must: [.times(0.05, "vim"), .times(0.005, "task", of: .command("mark"))],
      aim: [.times(1.2, "floor"), .timesOwn(1.1, tasks: 100)]),
  ]

  private static let commands = [
    Goal(name: "import", figure: .command("import"), must: [.times(0.1, "task")])
  ]
}
