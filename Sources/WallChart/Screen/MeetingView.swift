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
      draw(item, task, &frame)
    }
    drawFoot(&frame)
  }

  /// Which meeting and how far it is; the day, the clock and the time used.
  private func drawMeetingHead(
    _ meeting: Meeting, _ walk: [Meeting.Item], _ frame: inout Frame
  ) {
    var right = words(.asOf, ["date": words.longDate(situation.day)])
    if let now { right += "  \(now.clock)" }
    var start = size.columns - 1 - CellWidth.columns(of: right)
    let title = alone(words.name(ofMeeting: meeting.rhythm))
    let end = frame.write(cut(title, max(0, start - 3 - troubleColumns)), at: 1, 0, .title)
    drawTrouble(after: end, before: start, &frame)
    frame.write(right, at: start, 0)
    let used = meetingMinutes.map { words(.meetingMinutes, ["n": "\($0)"]) } ?? ""
    start = size.columns - 1 - CellWidth.columns(of: used)
    frame.write(cut(meetingPlace(in: walk), start - 3), at: 1, 1, .battle)
    frame.write(used, at: start, 1)
  }

  // MARK: A task

  private func draw(_ item: Meeting.Item, _ task: Int, _ frame: inout Frame) {
    let plan = situation.chart.tasks[task]
    let status = situation.status.tasks[task]
    let width = size.columns - 2
    let end = size.rows - Layout.footRows
    var y = size.rows < 20 ? 2 : 3
    for line in CellWidth.wrap("\(plan.id)  \(words(plan.title))", to: width).prefix(2) {
      frame.write(line, at: 1, y, .title)
      y += 1
    }
    var x = frame.write(" \(words.name(of: status.standing)) ", at: 1, y, role(of: status.standing))
    if status.daysLate > 0 {
      x = frame.write(words(.taskDaysLate, ["n": "\(status.daysLate)"]), at: x + 2, y, .title)
    }
    let dealt = meeting?.discussed.contains(item.task) ?? false ? words(.meetingDealt) : ""
    let dealtStart = size.columns - 1 - CellWidth.columns(of: dealt)
    let unit = situation.unit(plan.unit).map { words($0.name) } ?? plan.unit
    frame.write(cut(unit, dealtStart - x - 4), at: x + 2, y, .title)
    frame.write(dealt, at: dealtStart, y, .saved)
    y += size.rows < 20 ? 1 : 2
    y = draw(field: .meetingWhy, reasons(of: item), y, end, &frame)
    let report = lastReportParts(of: task)
    if report.isEmpty { y = draw(field: .meetingReport, words(.meetingNoReport), y, end, &frame) }
    for part in report { y = draw(field: part.name, part.text, y, end, &frame) }
    if size.rows >= 20 { y += 1 }
    let entered = enteredNow(about: task)
    let nodeEnd = end - entered.count - (entered.isEmpty ? 0 : size.rows < 20 ? 0 : 1)
    y = drawNodes(of: task, y, max(y + 1, nodeEnd), &frame)
    if !entered.isEmpty, size.rows >= 20 { y += 1 }
    for text in entered { y = draw(field: .meetingNow, text, y, end, &frame) }
  }

  private func role(of standing: Standing) -> Role {
    switch standing {
    case .red: .red
    case .yellow: .yellow
    case .dueSoon: .dueSoon
    case .green, .crossedOff: .met
    case .inClosing: .panel
    }
  }

  /// A field over as many lines as it needs and there are; returns the line behind it.
  private func draw(
    field name: Word, _ text: String, _ y: Int, _ end: Int, _ frame: inout Frame
  ) -> Int {
    let names: [Word] = [.meetingWhy, .meetingReport, .meetingPromise, .meetingNow, .fieldProblem]
    let label = names.map { CellWidth.columns(of: words($0)) }.max() ?? 0
    var y = y
    for (row, line) in CellWidth.wrap(text, to: size.columns - label - 4).enumerated() where y < end
    {
      if row == 0 { frame.write(words(name), at: 1, y, .past) }
      frame.write(line, at: label + 3, y)
      y += 1
    }
    return y
  }

  /// The nodes, a line each, as many as there is room for around the selected one.
  private func drawNodes(of task: Int, _ y: Int, _ end: Int, _ frame: inout Frame) -> Int {
    let plan = situation.chart.tasks[task]
    let status = situation.status.tasks[task]
    let height = min(plan.nodes.count, max(0, end - y))
    guard height > 0 else { return y }
    let selected = selectedTask == task ? node : nil
    let first = max(0, min((selected ?? 0) - height / 2, plan.nodes.count - height))
    let start = nodeTextStart(status)
    for (row, place) in (first..<first + height).enumerated() {
      let line = y + row
      let isSelected = place == selected
      let role: Role = isSelected ? .selectedRow : .plain
      if isSelected {
        frame.paint(0..<size.columns, line, role)
        frame.cursor = (6, line)
      }
      let cell = cellText(status.nodes[place])
      let stateRole = cellRole(
        status.nodes[place], isPast: status.standing == .crossedOff, isSelectedRow: isSelected)
      frame.paint(1..<7, line, stateRole, isSelected: isSelected)
      frame.write(
        cell, at: 1 + max(0, 5 - CellWidth.columns(of: cell)), line, stateRole,
        isSelected: isSelected)
      let day = words.shortDate(status.nodes[place].due, today: situation.day)
      frame.write(day, at: 8, line, role)
      let text =
        words(plan.nodes[place].title) + words(.sayAfter) + stateSentence(status.nodes[place])
      frame.write(cut(text, size.columns - start - 2), at: start, line, role)
    }
    drawMore(y..<y + height, above: first, below: plan.nodes.count - first - height, &frame)
    return y + height
  }

  // MARK: The end

  /// What was done at the meeting, what was left out, what is carried over, and how it is closed.
  private func drawMeetingEnd(
    _ meeting: Meeting, _ walk: [Meeting.Item], _ frame: inout Frame
  ) {
    let end = size.rows - Layout.footRows - 1
    var y = size.rows < 20 ? 2 : 3
    func write(_ text: String, _ role: Role = .plain) {
      for line in CellWidth.wrap(text, to: size.columns - 2) where y < end {
        frame.write(line, at: 1, y, role)
        y += 1
      }
    }
    guard !walk.isEmpty else {
      write(words(.meetingNothing), .title)
      frame.write(cut(words(.meetingHowToClose), size.columns - 2), at: 1, end, .title)
      return
    }
    let dealt = walk.count { meeting.discussed.contains($0.task) }
    write(words(.meetingDiscussed, ["n": "\(dealt)", "of": "\(walk.count)"]), .title)
    let left = walk.filter { !meeting.discussed.contains($0.task) }.map(\.task)
    if !left.isEmpty { write(words(.meetingLeft, ["tasks": shownList(left)]), .dueSoon) }
    y += size.rows < 20 ? 0 : 1
    let done = done(at: meeting)
    write(
      done.isEmpty
        ? words(.meetingNothingDone)
        : done.map { sentence(of: $0.done, $0.tasks) }.joined(separator: words(.listComma)))
    y += size.rows < 20 ? 0 : 1
    let carried = carriedOver(from: meeting).map(\.task)
    write(
      carried.isEmpty
        ? words(.meetingCarriedNone)
        : words(.meetingCarried, ["n": "\(carried.count)", "tasks": shownList(carried)]))
    frame.write(cut(words(.meetingHowToClose), size.columns - 2), at: 1, end, .title)
  }

  private func shownList(_ tasks: [String]) -> String { tasks.joined(separator: words(.listComma)) }
}
