import WallChartStore
import WallChartWords

// The key list, drawn from the command table, and the signs.
extension State {
  /// A line of the help: keys or a sign, and what they mean; heads have no keys.
  struct HelpLine: Equatable {
    var left: String
    var right: String
    var role: Role = .plain
  }

  var helpLines: [HelpLine] {
    var lines = helpHere
    for section in Command.Section.allCases {
      lines.append(HelpLine(left: "", right: words(section.title)))
      for command in Command.table where command.section == section {
        lines += self.lines(of: command.keys, command.name)
      }
    }
    lines.append(HelpLine(left: "", right: words(.helpTyping)))
    lines += Prompt.keyList.flatMap { self.lines(of: $0.keys, $0.name) }
    if placeBelow != .meeting { lines += meetingLines }
    if placeBelow != .projector { lines += projectorLines }
    lines.append(HelpLine(left: "", right: words(.helpLegend)))
    return lines
      + Legend.allCases.map { sign in
        let (text, role) = sign.example(setting.glyphs, words)
        return HelpLine(left: text, right: words(sign.meaning), role: role)
      }
  }

  /// What the keys do in the view that the help was called from, above everything else; at the chart
  /// that is all the help.
  private var helpHere: [HelpLine] {
    switch placeBelow {
    case .chart: return []
    case .projector: return projectorLines
    case .meeting: return meetingLines + linesHere(.meeting)
    case let place: return linesHere(place)
    }
  }

  private func linesHere(_ place: Place) -> [HelpLine] {
    let all = Set(State.Place.allCases)
    let here = Command.table.filter {
      $0.places.contains(place) && ($0.places != all || $0.name == .commandBack)
    }
    return [HelpLine(left: "", right: words(.helpHere))]
      + here.flatMap { lines(of: $0.keys, $0.name) }
  }

  /// What the keys do at the meeting alone.
  private var meetingLines: [HelpLine] {
    [HelpLine(left: "", right: words(.helpMeeting))]
      + MeetingCommand.table.flatMap { lines(of: $0.keys, $0.name) }
  }

  /// The view below the help.
  private var placeBelow: Place { views.last { $0.place != .help }?.place ?? .chart }

  private var projectorLines: [HelpLine] {
    [HelpLine(left: "", right: words(.helpProjector))]
      + ProjectorCommand.own.flatMap { lines(of: $0.keys, $0.name) }
  }

  /// Columns of the keys, before what they mean.
  private static let keyColumns = 18

  /// Keys and what they do; keys that need more than a line go on below.
  private func lines(of keys: [Key], _ name: Word) -> [HelpLine] {
    let list = words.names(of: keys)
    return CellWidth.wrap(list, to: Self.keyColumns).enumerated().map { place, keys in
      HelpLine(left: keys, right: place == 0 ? words(name) : "")
    }
  }

  func drawHelp(_ frame: inout Frame, scroll: Int) {
    frame.write(words(.helpTitle), at: 1, 0, .title)
    frame.cursor = (1, 1)
    frame.write(cut(words(.helpEnd), size.columns - 2), at: 1, size.rows - 1, .hint)
    let lines = helpLines
    let (height, columns) = helpPage
    let width = (size.columns - 2) / columns
    let perPage = height * columns
    let first = min(scroll, helpScrollEnd)
    for (index, line) in lines[first..<min(lines.count, first + perPage)].enumerated() {
      draw(line, at: 1 + index / height * width, 1 + index % height, width: width, &frame)
    }
    drawMore(1..<1 + height, above: first, below: lines.count - first - perPage, &frame)
  }

  private func draw(_ line: HelpLine, at x: Int, _ y: Int, width: Int, _ frame: inout Frame) {
    let keys = Self.keyColumns
    if line.left.isEmpty {
      frame.write(cut(line.right, width - 1), at: x, y, .battle)
    } else {
      let role = line.role == .plain ? .hintKey : line.role
      frame.write(cut(line.left, keys), at: x + 2, y, role)
      frame.write(cut(line.right, width - keys - 5), at: x + keys + 3, y)
    }
  }
}

extension Legend {
  /// A sign as the chart draws it.
  func example(_ glyphs: Glyphs, _ words: Words) -> (text: String, role: Role) {
    switch self {
    case .met: ("\(glyphs.met)15", .met)
    case .metLate: ("\(glyphs.metLate)8", .metLate)
    case .overdue: ("\(glyphs.overdue)16", .red)
    case .dueSoon: (words(.cellDueIn, ["n": "3"]), .dueSoon)
    case .open: ("15", .open)
    case .several: ("20\(glyphs.several)", .open)
    case .partlyMet: ("20\(glyphs.met)", .open)
    case .disputed: ("\(glyphs.disputed)15", .yellow)
    case .red: ("\(glyphs.overdue)", .red)
    case .lateInClosing: ("\(glyphs.lateInClosing)", .yellow)
    case .silent: ("\(glyphs.silent)", .plain)
    case .crossedOff: ("\(glyphs.met)", .past)
    case .chosen: ("\(glyphs.chosen)", .selectedRow)
    case .turned: ("\(glyphs.turned)", .title)
    }
  }
}
