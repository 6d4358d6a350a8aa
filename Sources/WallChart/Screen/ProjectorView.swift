import WallChartStore
import WallChartWords

// The projected pages: what frames them, the totals, and a battle's figures.
extension State {
  func drawProjector(_ frame: inout Frame) {
    // Who marks by ear needs it on the line that is chosen.
    frame.hidesCursor = projector.armed == nil || projector.isBlank || isFollowedDark
    guard !projector.isBlank, !isFollowedDark else { return }
    let layout = ProjectorLayout(size: size)
    frame.cursor = (layout.margin, size.rows - 1)
    if let task = followedTask {
      drawProjectorHead(layout, &frame)
      drawFollowed(task, layout, &frame)
      return drawProjectorFoot(words(.projectorFollowed), layout, &frame)
    }
    let sheets = sheets
    let place = place(in: sheets)
    let sheet = sheets[place]
    drawProjectorHead(layout, &frame)
    switch sheet.page.topic {
    case .totals: drawFigures(layout, &frame)
    case .battle(let id): drawBattlePage(id, sheet, layout, &frame)
    case .ranking:
      drawBand(sheet, layout, &frame)
      drawProjectedRanking(sheet, layout, &frame)
    case .laggards, .week, .month, .since:
      drawBand(sheet, layout, &frame)
      if sheet.page.topic == .since { drawCountsForTheRoom(layout, &frame) }
      drawLines(of: sheet, layout, &frame)
    }
    var page = words(.projectorPage, ["n": "\(place + 1)", "of": "\(sheets.count)"])
    if let turning = turningText, size.columns >= 60, projector.said == nil {
      page = "\(turning) \(setting.glyphs.dot) \(page)"
    }
    drawProjectorFoot(page, layout, &frame)
  }

  /// Title, day and time stand on every page.
  private func drawProjectorHead(_ layout: ProjectorLayout, _ frame: inout Frame) {
    let date = words.longDate(situation.day)
    let clock = now.map { "  \($0.clock)" } ?? ""
    let armed = projector.armed == nil ? "" : " \(words(.projectorArmed)) "
    let others = troubleColumns + CellWidth.columns(of: armed) + 2 * layout.margin + 3
    // Of the title more must be left than a few letters.
    let days = [words(.asOf, ["date": date]), date].map { $0 + clock }
    let day = days.first { size.columns - others - CellWidth.columns(of: $0) >= 14 } ?? days[1]
    let start = size.columns - layout.margin - CellWidth.columns(of: day)
    var title = words(situation.chart.title)
    if let battle = showing.onlyBattle.flatMap({ situation.chart.battle($0) }) {
      title = "\(words(battle.name)) \(setting.glyphs.dot) \(title)"
    }
    let room = max(14, size.columns - others - CellWidth.columns(of: day) + 1)
    var end = frame.write(cut(title, room), at: layout.margin, 0, .title)
    if !armed.isEmpty { end = frame.write(armed, at: end + 1, 0, .tileYellow) }
    drawTrouble(after: end, before: start, &frame)
    // Another day than the present one must not be mistaken for it.
    frame.write(day, at: start, 0, isLooking ? .tileSoon : .title)
  }

  /// What was said, else the keys; whether the pages turn, and the number of this one, or what is
  /// shown instead.
  private func drawProjectorFoot(
    _ page: String, _ layout: ProjectorLayout, _ frame: inout Frame
  ) {
    let y = size.rows - 1
    if let line = armedLine, layout.end < y {
      frame.write(
        sentence(of: line, width: layout.width), at: layout.margin, y - 1, .said)
    }
    var end = size.columns - layout.margin - CellWidth.columns(of: page)
    frame.write(page, at: end, y, .title)
    if projector.armed != nil, let sign = savingSign {
      end -= CellWidth.columns(of: sign.text) + 1
      frame.write(sign.text, at: end, y, sign.role)
    }
    if let said = projector.said {
      let text = cut(said.text, end - 2 - layout.margin)
      frame.write(text, at: layout.margin, y, said.isError ? .error : .said)
      return
    }
    let armed = projector.armed == nil ? [] : ProjectorCommand.armed
    let hints = (armed + ProjectorCommand.table).compactMap { command -> Hint? in
      let disarms = command.name == .projectorArm && projector.armed != nil
      guard let hint = disarms ? .hintDisarm : command.hint, let key = command.keys.first else {
        return nil
      }
      return Hint(
        key: words.name(of: key), text: words(hint),
        isKept: disarms || command.name == .commandHelp || command.name == .projectorLeave)
    }
    _ = draw(hints, from: layout.margin, to: end, y, gap: layout.isTiny ? 2 : 3, &frame)
  }

  /// How often the pages turn by themselves; that they were to, and stand still.
  private var turningText: String? {
    if isTurning {
      return words(.projectorTurns, ["n": "\(setting.turnSeconds ?? Projector.usualSeconds)"])
    }
    if projector.armed != nil { return nil }
    return projector.isTurning || setting.turnSeconds != nil ? words(.projectorPaused) : nil
  }

  // MARK: Totals

  private func drawFigures(_ layout: ProjectorLayout, _ frame: inout Frame) {
    let tally = shownTally
    let tiles = FigureTiles(tally, words: words, block: setting.glyphs.block)
    // Below the tiles: the tasks, the nodes met and their bar, each with room around it.
    let below = layout.isTiny ? 2 : layout.isLow ? 4 : 6
    let height = layout.end - layout.top - below
    let tileRows = tiles.scale(width: layout.width, height: height).map {
      min(height, FigureTiles.height($0))
    }
    let free = max(0, height - (tileRows ?? tiles.tiles.count))
    // Spare rows go above, between and below.
    let top = layout.top + free / 3
    let end = tiles.draw(
      &frame, at: layout.margin, top, width: layout.width, height: height)
    let gap = layout.isTiny ? 0 : 1 + min(2, free / 4)
    guard tally.tasks > 0 else {
      frame.write(
        cut(words(.saidNoTasks), layout.width), at: layout.margin, end + gap, .title)
      return
    }
    let rest = words(
      .projectorTasks,
      ["n": "\(tally.tasks)", "green": "\(tally[.green])", "silent": "\(tally.silent)"])
    frame.write(cut(rest, layout.width), at: layout.margin, end + gap, .title)
    let met = end + gap + (layout.isLow ? 1 : 2)
    frame.write(cut(metSentence(tally), layout.width), at: layout.margin, met, .title)
    guard !layout.isTiny else { return }
    drawBar(tally, layout, met + 1 + (layout.isTall ? 1 : 0), &frame)
  }

  /// `96 of 113 due nodes met (85 %)`: the base stands beside the share.
  func metSentence(_ tally: Tally) -> String {
    guard tally.nodesDue > 0 else { return words(.projectorNoneDueYet) }
    // Not all is never 100 %, and some never 0 %.
    let share = (tally.nodesDueMet * 200 + tally.nodesDue) / (tally.nodesDue * 2)
    let isAll = tally.nodesDueMet == tally.nodesDue
    let honest = isAll ? 100 : min(99, max(tally.nodesDueMet == 0 ? 0 : 1, share))
    return words(
      .projectorMet,
      ["met": "\(tally.nodesDueMet)", "due": "\(tally.nodesDue)", "share": "\(honest)"])
  }

  /// The due nodes as a bar, the met ones filled.
  private func drawBar(
    _ tally: Tally, _ layout: ProjectorLayout, _ row: Int, _ frame: inout Frame
  ) {
    guard tally.nodesDue > 0 else { return }
    let filled = layout.width * tally.nodesDueMet / tally.nodesDue
    for y in row..<row + (layout.isTall ? 2 : 1) {
      for x in 0..<layout.width {
        let glyph = x < filled ? setting.glyphs.filled : setting.glyphs.barEmpty
        frame.write(glyph, at: layout.margin + x, y, x < filled ? .tileDone : .plain)
      }
    }
  }

  // MARK: A battle

  private func drawBattlePage(
    _ id: String, _ sheet: Projector.Sheet, _ layout: ProjectorLayout, _ frame: inout Frame
  ) {
    drawBand(sheet, layout, &frame)
    let tally = situation.status.battles[id] ?? Tally()
    let tiles = FigureTiles(tally, words: words, block: setting.glyphs.block)
    if layout.isTall {
      _ = tiles.draw(
        &frame, at: layout.margin, layout.figureTop, width: layout.width,
        height: layout.figureRows)
      frame.write(
        cut(metSentence(tally), layout.width), at: layout.margin, layout.unitTop, .title)
    } else {
      drawFigureLine(tally, tiles.tiles, layout, &frame)
    }
    drawUnits(id, layout, layout.unitTop + (layout.isTall ? 1 : 0), &frame)
    drawLines(of: sheet, layout, &frame)
  }

  /// The figures of a battle in one line: the nodes met at its end, as many standings before them
  /// as there is room for.
  private func drawFigureLine(
    _ tally: Tally, _ tiles: [FigureTiles.Tile], _ layout: ProjectorLayout, _ frame: inout Frame
  ) {
    let y = layout.figureTop
    let met = metSentence(tally)
    let short = words(
      .totalMetShort, ["met": "\(tally.nodesDueMet)", "due": "\(tally.nodesDue)"])
    let text = CellWidth.columns(of: met) <= layout.width - 20 ? met : short
    let end = size.columns - layout.margin - CellWidth.columns(of: text)
    frame.write(text, at: end, y, .title)
    var x = layout.margin
    // Red and yellow are said even when there are none.
    for tile in tiles where tile.number > 0 || tile.role == .tileRed || tile.role == .tileYellow {
      let chip = " \(words(.projectorFigure, ["n": "\(tile.number)", "what": tile.label])) "
      guard x + CellWidth.columns(of: chip) + 2 <= end else { break }
      x = frame.write(chip, at: x, y, tile.role) + 1
    }
  }

  /// The units that hold a battle up, worst first: as many as the row has room for.
  private func drawUnits(
    _ id: String, _ layout: ProjectorLayout, _ row: Int, _ frame: inout Frame
  ) {
    var x = layout.margin
    let end = size.columns - layout.margin
    let units = projectorTasks.units.units(of: id, in: situation.chart).map { unit in
      let plan = situation.chart.units[unit.unit]
      let name = words(plan.short ?? plan.name)
      return words(
        unit.red > 0 ? .projectorUnitRed : .projectorUnitYellow,
        [
          "unit": name, "n": "\(unit.red > 0 ? unit.red : unit.yellow)",
          "days": "\(unit.daysLate)",
        ])
    }
    guard !units.isEmpty else { return }
    if layout.width >= 76 { x = frame.write(words(.projectorUnits), at: x, row, .title) + 2 }
    for (index, text) in units.enumerated() {
      let gap = index > 0 ? 3 : 0
      guard x + gap + CellWidth.columns(of: text) <= end else { break }
      if index > 0 { frame.write(setting.glyphs.dot, at: x + 1, row, .plain) }
      x = frame.write(text, at: x + gap, row)
    }
  }
}
