import WallChartStore
import WallChartWords

/// The chart as one page for a browser and for paper, in plain values: the wall, or a list of chosen
/// tasks for the chair's hand.
struct ChartPage {
  /// What a page shows of a chart.
  enum Kind {
    case wall, list
  }

  let kind: Kind
  /// What narrows it, and of how many tasks; nil where all of them are shown.
  let narrowing: String?
  /// The screen's own cells, signs and sentences.
  let state: State
  /// The same for cells that have to say their month.
  let wideState: State
  let columns: PageColumns

  /// - Parameters:
  ///   - situation: of the tasks shown alone.
  ///   - narrowing: words for what was chosen.
  ///   - whole: how many tasks the chart has.
  init(
    of situation: Situation, _ kind: Kind, narrowing: [String] = [], of whole: Int? = nil,
    words: Words, glyphs: Glyphs
  ) {
    self.kind = kind
    columns = PageColumns(of: situation)
    var state = State(
      setting: State.Setting(words: words, glyphs: glyphs, author: Author(name: "")),
      situation: situation, ownWriters: [], size: Layout.smallest)
    state.axis = .calendar(columns.zoom)
    self.state = state
    state.axis = .calendar(.quarter)
    wideState = state
    let count = situation.status.total.tasks
    let counted = whole.map { words(.countOf, ["n": "\(count)", "total": "\($0)"]) }
    self.narrowing =
      narrowing.isEmpty
      ? nil : (narrowing + [counted].compactMap(\.self)).joined(separator: " · ")
  }

  var situation: Situation { state.situation }
  var words: Words { state.words }

  /// What a template is given.
  var datum: Datum {
    let page: Datum = [
      "format": "wallchart-page/1",
      "language": .text(words.language.rawValue),
      "title": .text(words(situation.chart.title)),
      "day": .text(situation.day.iso),
      "asOf": .text(words(.asOf, ["date": words.longDate(situation.day)])),
      "basis": .text(basis),
      "narrowing": Datum(narrowing),
      // Black flags are seen on paper alone.
      "isPaper": .flag(theme.name == .printedFlags),
      "looks": .list(Role.allCases.compactMap(look)),
      "tiles": .list(tiles),
    ]
    switch kind {
    case .wall:
      let plots = plots
      let says = PaperWords(words, situation)
      return page.with([
        "wall": wall,
        "legend": .list(legend),
        "ranking": [
          "title": .text(words(.rankingTitle)), "table": ranking.datum(words),
        ],
        "plots": plots.isEmpty
          ? .none
          : [
            "title": .text(words(.pageProgress)),
            "scheduledName": .text(says.opening(words(.fieldScheduled))),
            "realName": .text(says.opening(words(.fieldReal))),
            "battles": .list(plots),
          ],
      ])
    case .list: return page.with(["list": list])
    }
  }

  /// How much it rests on: of a part of the chart, the entries about its tasks.
  private var basis: String {
    let (ledger, day) = (situation.ledger, situation.day)
    let entries =
      narrowing == nil
      ? ledger.count(through: day)
      : situation.chart.tasks.reduce(0) { sum, task in
        sum + ledger.entries(of: task.id).count { $0.on <= day }
      }
    return words(
      .bulletinBasis,
      [
        "tasks": "\(situation.status.total.tasks)", "nodes": "\(situation.status.total.nodes)",
        "entries": "\(entries)",
      ])
  }

  // MARK: Looks

  private var theme: Theme { Theme(state.theme, .fixed) }

  /// The colours of a role on the screen; nil where it has none of its own.
  private func look(_ role: Role) -> Datum? {
    let style = theme[role, isSelected: false]
    guard style.ground != theme[.plain, isSelected: false].ground, let text = Theme.hex(style.text),
      let ground = Theme.hex(style.ground)
    else { return nil }
    return [
      "name": .text("\(role)"), "text": .text(text), "ground": .text(ground),
      "isBold": .flag(style.isBold),
    ]
  }

  /// A sign with the look of its role.
  func signed(_ text: String, _ role: Role) -> Datum {
    ["text": .text(text), "look": .text("\(role)")]
  }

  // MARK: Figures

  /// How many tasks there are, by where they stand; how many are silent; the nodes due and met.
  private var tiles: [Datum] {
    let total = situation.status.total
    func tile(_ id: String, _ count: String, _ name: String, _ role: Role? = nil) -> Datum {
      [
        "id": .text(id), "count": .text(count), "name": .text(name),
        "look": Datum(role.map { "\($0)" }),
      ]
    }
    let standings: [Standing] = [.red, .yellow, .dueSoon, .green, .inClosing, .crossedOff]
    return [tile("tasks", "\(total.tasks)", words(.rankingTasks))]
      + standings.map { standing in
        tile(
          standing.rawValue, "\(total[standing])", words.name(of: standing),
          total[standing] == 0 ? nil : FigureTiles.states.first { $0.standing == standing }?.role)
      }
      + [
        tile("silent", "\(total.silent)", words(.silent)),
        tile("nodesDueMet", "\(total.nodesDueMet)/\(total.nodesDue)", words(.rankingMet)),
      ]
  }

  /// Units by red tasks and days late; they add up to the last row.
  private var ranking: Document.Table {
    let says = PaperWords(words, situation)
    let isFalse = situation.status.total.falselyDone > 0
    func column(
      _ word: Word, _ kind: Document.Column.Kind = .figure
    ) -> Document.Column {
      Document.Column(id: word.rawValue, head: says.opening(words(word)), kind: kind)
    }
    func row(_ rank: Document.Cell, _ name: String, _ tally: Tally) -> [Document.Cell] {
      [rank, .text(name), .figure(tally[.red])]
        + (isFalse ? [.figure(tally.falselyDone)] : [])
        + [
          .figure(tally.daysLate), .figure(tally.tasks), .figure(tally[.crossedOff]),
          .figure(tally.silent), .share(part: tally.nodesDueMet, of: tally.nodesDue),
        ]
    }
    return Document.Table(
      id: "ranking",
      columns: [
        column(.rankingRank), column(.paperUnit, .text), column(.rankingRed),
      ] + (isFalse ? [column(.rankingFalse)] : [])
        + [
          column(.rankingDaysLate), column(.rankingTasks), column(.rankingCrossedOff),
          column(.paperSilent), column(.pageDueMet, .share),
        ],
      rows: situation.ranking.map { unit in
        Document.Row(
          cells: row(
            unit.rank.map { .figure($0) } ?? .none,
            words(situation.chart.units[unit.unit].name), unit.tally))
      } + [
        Document.Row(
          cells: row(.text(""), words(.bulletinSum), situation.status.total), isTotal: true)
      ])
  }
}
