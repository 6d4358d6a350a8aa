import WallChartStore
import WallChartWords

// The roll-call: the task that is up in large layout, and the end of the meeting.
extension State {
  func drawMeeting(_ frame: inout Frame) {
    guard let meeting else { return }
    guard !meeting.isBlank else {
      frame.hidesCursor = true
      return
    }
    let walk = walk(of: meeting)
    drawMeetingHead(meeting, walk, &frame)
    if meeting.task == nil {
      drawMeetingEnd(meeting, walk, &frame)
    } else if let item = itemUp, let task = situation.index(of: item.task) {
      draw(
        large(item, task), rows: 2..<size.rows - Layout.footRows, margin: 1, &frame)
    }
    drawFoot(&frame)
  }

  /// Which meeting of which campaign, and how far it is; the day, the clock and the time used.
  private func drawMeetingHead(
    _ meeting: Meeting, _ walk: [Meeting.Item], _ frame: inout Frame
  ) {
    let title = alone(words.name(ofMeeting: meeting.rhythm))
    let dot = " \(setting.glyphs.dot) "
    let day = words(.asOf, ["date": words.longDate(situation.day)])
    // Which day is shown and which time it is must not be taken for one another.
    let rights =
      now.map { [words(.nowIs, ["clock": $0.clock]), $0.clock] }?.map { day + dot + $0 } ?? [day]
    let room = size.columns - 5 - CellWidth.columns(of: title) - troubleColumns
    let right = rights.first { CellWidth.columns(of: $0) <= room } ?? rights[rights.count - 1]
    var start = size.columns - 1 - CellWidth.columns(of: right)
    var end = frame.write(cut(title, max(0, start - 3 - troubleColumns)), at: 1, 0, .title)
    /// The title of the chart behind what stands there; false where too little would be left of it.
    func drawTitle(to limit: Int, _ y: Int, _ role: Role) -> Bool {
      let text = dot + words(situation.chart.title)
      guard limit - end >= min(CellWidth.columns(of: text), 15) else { return false }
      end = frame.write(cut(text, limit - end), at: end, y, role)
      return true
    }
    let isTitled = drawTitle(to: start - 3 - troubleColumns, 0, .title)
    drawTrouble(after: end, before: start, &frame)
    frame.write(right, at: start, 0, .title)
    let used = meetingMinutes.map { words(.meetingMinutes, ["n": "\($0)"]) } ?? ""
    start = size.columns - 1 - CellWidth.columns(of: used)
    end = frame.write(cut(meetingPlace(in: walk), start - 3), at: 1, 1, .battle)
    if !isTitled { _ = drawTitle(to: start - (used.isEmpty ? 0 : 2), 1, .plain) }
    frame.write(used, at: start, 1, .title)
    drawProgress(
      walk.count { meeting.discussed.contains($0.task) }, of: walk.count,
      min(end + 2, start)..<max(start - (used.isEmpty ? 0 : 2), min(end + 2, start)), 1, &frame)
  }

  /// How much of the agenda was discussed, as a bar where there is room for one.
  private func drawProgress(
    _ part: Int, of whole: Int, _ columns: Range<Int>, _ y: Int, _ frame: inout Frame
  ) {
    guard columns.count >= 10, whole > 0 else { return }
    let length = min(columns.count, 40)
    // Some is never drawn as none, and only all as all.
    let full =
      part <= 0 ? 0 : part >= whole ? length : max(1, min(length - 1, part * length / whole))
    let start = columns.upperBound - length
    let glyphs = setting.glyphs
    for x in 0..<length {
      let isFull = x < full
      frame.write(
        isFull ? glyphs.barFull : glyphs.path, at: start + x, y, isFull ? .load : .line)
    }
  }

  /// The task that is up, with what was last said of it and what is said of it now.
  private func large(_ item: Meeting.Item, _ task: Int) -> LargeTask {
    var large = LargeTask(task: task, node: selectedTask == task ? node : nil)
    large.reasons = reasons(of: item)
    if meeting?.discussed.contains(item.task) == true {
      large.note = "\(setting.glyphs.met) \(words(.meetingDealt))"
    }
    let report = lastReportParts(of: task)
    large.fields = report.isEmpty ? [(.meetingReport, words(.meetingNoReport))] : report
    large.fields += enteredNow(about: task).map { (.meetingNow, $0) }
    return large
  }

  // MARK: The end

  /// What was done at the meeting, what was left out, what is carried over, and how it is closed.
  private func drawMeetingEnd(
    _ meeting: Meeting, _ walk: [Meeting.Item], _ frame: inout Frame
  ) {
    let end = size.rows - Layout.footRows - 1
    let gap = size.rows < 20 ? 0 : 1
    var y = 2 + gap
    func write(_ text: String, _ role: Role = .plain) {
      let lines = CellWidth.wrap(text, to: size.columns - 2)
      for (place, line) in lines.enumerated() where y < end {
        let isCut = y == end - 1 && place < lines.count - 1
        frame.write(
          isCut ? cut(line + " " + lines[place + 1], size.columns - 2) : line, at: 1, y, role)
        y += 1
      }
      y += gap
    }
    frame.write(cut(words(.meetingHowToClose), size.columns - 2), at: 1, end, .title)
    frame.cursor = (1, end)
    guard !walk.isEmpty else { return write(words(.meetingNothing), .title) }
    let left = walk.filter { !meeting.discussed.contains($0.task) }.map(\.task)
    let carried = carriedOver(from: meeting).map(\.task)
    let dealt = walk.count - left.count
    y = drawFigures(dealt: dealt, left: left.count, carried: carried.count, y, end, &frame)
    write(words(.meetingDiscussed, ["n": "\(dealt)", "of": "\(walk.count)"]), .title)
    if !left.isEmpty { write(words(.meetingLeft, ["tasks": shownList(left)])) }
    let done = done(at: meeting)
    write(
      done.isEmpty
        ? words(.meetingNothingDone)
        : done.map { sentence(of: $0.done, $0.tasks) }.joined(separator: words(.listComma)))
    write(
      carried.isEmpty
        ? words(.meetingCarriedNone)
        : words(.meetingCarried, ["n": "\(carried.count)", "tasks": shownList(carried)]))
  }

  /// The end in figures, where more than half of the screen is left for the words; returns the row
  /// behind.
  private func drawFigures(
    dealt: Int, left: Int, carried: Int, _ y: Int, _ end: Int, _ frame: inout Frame
  ) -> Int {
    var all = [
      FigureTiles.Tile(number: dealt, label: words(.meetingDealt), role: .tileDone),
      FigureTiles.Tile(number: carried, label: words(.figureCarried), role: .tileCalm),
    ]
    if left > 0 {
      all.insert(
        FigureTiles.Tile(number: left, label: words(.figureLeft), role: .tileSoon), at: 1)
    }
    let tiles = FigureTiles(all, block: setting.glyphs.block)
    let height = (end - y) / 2
    guard tiles.scale(width: size.columns - 2, height: height) != nil else { return y }
    return tiles.draw(&frame, at: 1, y, width: size.columns - 2, height: height) + 1
  }

  private func shownList(_ tasks: [String]) -> String { tasks.joined(separator: words(.listComma)) }
}
