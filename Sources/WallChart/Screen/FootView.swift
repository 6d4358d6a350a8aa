import WallChartStore
import WallChartWords

/// All that the keys in the last row of the chart depend on.
struct HintsLook: Equatable, Sendable {
  var size: Size
  var actor: String
  var asksWho: Bool
  var canWrite: Bool
  var isLooking: Bool
  /// Where one step back leads, and whether that stands first.
  var back: Word
  var isNarrowed: Bool
  var views: Int
}

// The two bottom lines: the selected node in words; what was said, a prompt, or the keys.
extension State {
  /// - Parameter last: the screen before, from which the keys are taken where they are the same.
  func drawFoot(_ frame: inout Frame, after last: Frame? = nil) {
    let row = size.rows - 1
    let above =
      confirmedTask.map { procedureSentence(of: $0) } ?? (mode == .commands ? said?.above : nil)
    let selection =
      switch onTop {
      case .ranking(let selected): above ?? rankingSentence(selected)
      case .since(let selected): above ?? newsSentence(selected)
      case .lookBack: above ?? lookBackSentence
      default: above ?? selectionSentence
      }
    frame.write(cut(selection, size.columns - 2), at: 1, row - 1, .said)
    switch mode {
    case .prompt(let prompt): drawPrompt(prompt, row, &frame)
    case .confirming(let wish): drawQuestion(of: wish, row, &frame)
    case .overtaken(let question):
      let text = words(
        .promptOvertaken,
        [
          "who": shown(question.other.by), "task": question.entry.task ?? "",
          "clock": question.other.at.clock,
        ])
      frame.cursor = (frame.write(cut(text, size.columns - 2), at: 1, row, .title), row)
    case .commands, .menu: drawSaid(row, after: last, &frame)
    }
  }

  /// The task that something is to be written about, while that is asked.
  private var confirmedTask: Int? {
    guard case .confirming(let wish) = mode else { return nil }
    return situation.index(of: wish.task)
  }

  /// What will be written, and which keys answer.
  private func drawQuestion(of wish: Wish, _ y: Int, _ frame: inout Frame) {
    let hints = words.forms(.confirmHint)
    let least = hints.map { CellWidth.columns(of: $0) }.min() ?? 0
    let text = fitted(who, width: size.columns - 4 - least) { question(of: wish, who: $0[0]) }
    let end = frame.write(text, at: 1, y, .title)
    frame.cursor = (end, y)
    let hint = fitted(width: size.columns - end - 3) { _ in hints }
    frame.write(hint, at: end + 2, y, .hint)
  }

  private func drawSaid(_ y: Int, after last: Frame?, _ frame: inout Frame) {
    let sign = savingSign
    let signWidth = sign.map { CellWidth.columns(of: $0.text) + 1 } ?? 0
    if let said {
      let role: Role = said.isError ? .error : .said
      frame.write(cut(said.text, size.columns - 2 - signWidth - 1), at: 1, y, role)
    } else if onTop == .chart, isChoosing {
      frame.write(choiceSentence(width: size.columns - 2 - signWidth - 1), at: 1, y, .title)
    } else if contrast != nil, onTop.place != .since {
      drawContrast(y, width: size.columns - 2 - signWidth, &frame)
    } else if onTop == .chart, sign == nil {
      let look = hintsLook
      frame.hintsLook = look
      if let last, last.hintsLook == look {
        frame.copy(y, of: last, to: y)
      } else {
        drawHints(y, width: size.columns - 2, &frame)
      }
    } else {
      drawHints(y, width: size.columns - 2 - signWidth, &frame)
    }
    if let sign {
      frame.write(sign.text, at: size.columns - signWidth, y, sign.role)
    }
  }

  /// Whether everything is on disk: nothing is said of it before it is true.
  var savingSign: (text: String, role: Role)? {
    // What failed stands in the head as long as it does.
    if !failed.isEmpty { return nil }
    if !unsaved.isEmpty || !editing.isEmpty || !handedIn.isEmpty {
      return (" \(words(.saidSaving)) ", .said)
    }
    if justSaved != nil {
      return (" \(setting.glyphs.met) \(words(.saidSaved)) ", .saved)
    }
    return nil
  }

  /// What the day looked at changes, and the way back.
  private func drawContrast(_ y: Int, width: Int, _ frame: inout Frame) {
    let back = words(.hintLookNoMore)
    let start = 1 + width - 2 - CellWidth.columns(of: back)
    frame.write("\\", at: start, y, .hintKey)
    frame.write(back, at: start + 2, y, .hint)
    frame.write(contrastSentence(width: start - 3) ?? "", at: 1, y, .said)
  }

  /// The word for a command on the bottom line of this view, where it stands there.
  private func hint(for command: Command) -> Word? {
    switch (command.name, onTop.place) {
    case (.commandDown, .task): .hintNextTask
    case (.commandReport, .meeting): .hintReport
    case (.commandExtend, .meeting): .hintExtend
    case (.commandNextStep, .meeting): .hintNextStep
    case (.commandNote, .lookBack): .hintVisit
    case (.commandUndo, .lookBack): nil
    case (.commandSendBack, .lookBack): .hintReopen
    case (.commandLookBack, .lookBack): .hintSample
    case (.commandNextStep, .task): .hintNextStep
    case (.commandDayBack, .since): .hintDayBack
    // The way back matters only while away.
    case (.commandLookNoMore, .since): sinceDay == nil ? nil : .hintLastMeeting
    case (.commandLookNoMore, _): isLooking ? command.hint : nil
    case (.commandBack, _):
      isNarrowed || views.count > 1 ? hintBack : isLooking ? nil : command.hint
    default: command.hint
    }
  }

  /// Behind the last task of a meeting, where there is none to write about.
  private var isAtMeetingEnd: Bool { onTop == .meeting && meeting?.task == nil }

  /// Whether Esc at the chart shows more of it again.
  private var isNarrowed: Bool { onTop == .chart && !showing.isWhole }

  /// Where one step back leads.
  private var hintBack: Word {
    guard isNarrowed, rankingBehind == nil else { return .hintBack }
    let isBattleLeft = !showing.filter.isEmpty && showing.onlyBattle != nil
    return isBattleLeft ? .hintFilterNone : .hintShowAll
  }

  /// A key and what it does, for the bottom line.
  struct Hint {
    var key: String
    var text: String
    /// Whether it stays where there is no room for all: the way to the other keys, and the way out.
    var isKept: Bool

    var columns: Int { CellWidth.columns(of: key) + 1 + CellWidth.columns(of: text) }
  }

  /// Writes the hints that fit, in their order, and tells where they end.
  func draw(
    _ hints: [Hint], from start: Int, to end: Int, _ y: Int, gap: Int, _ frame: inout Frame
  ) -> Int {
    var room = end - start - hints.filter(\.isKept).reduce(0) { $0 + $1.columns + gap }
    var isFull = false
    var x = start
    for hint in hints {
      if !hint.isKept {
        room -= hint.columns + gap
        isFull = isFull || room < 0
        if isFull { continue }
      }
      x = frame.write(hint.key, at: x, y, .hintKey)
      x = frame.write(hint.text, at: x + 1, y, .hint) + gap
    }
    return x
  }

  private var hintsLook: HintsLook {
    HintsLook(
      size: size, actor: who, asksWho: setting.asksWho, canWrite: canWrite, isLooking: isLooking,
      back: hintBack, isNarrowed: isNarrowed, views: views.count)
  }

  private func drawHints(_ y: Int, width: Int, _ frame: inout Frame) {
    // The way back from a part of the chart is what is looked for first there.
    let table = Command.table
    let isNarrowed = isNarrowed
    let back = table.indices.filter { isNarrowed && table[$0].name == .commandBack }
    // What the keys do there alone.
    let own = (onTop == .meeting ? MeetingCommand.table : []).compactMap { command -> Hint? in
      guard var hint = command.hint, let key = command.keys.first else { return nil }
      if isAtMeetingEnd, key == .named(.enter) { hint = .hintMeetingClose }
      return Hint(key: words.name(of: key), text: words(hint), isKept: true)
    }
    let hints =
      own
      + (back + table.indices.filter { !back.contains($0) }).compactMap { place -> Hint? in
        // In place: copying every command of the table at every key takes long.
        guard let hint = hint(for: table[place]), table[place].places.contains(onTop.place),
          !table[place].writes || canWrite && !isAtMeetingEnd,
          let key = back.contains(place) ? table[place].keys.last : table[place].keys.first
        else { return nil }
        let name = table[place].name
        return Hint(
          key: words.name(of: key), text: words(hint),
          isKept: name == .commandHelp || name == .commandBack)
      }
    // Who acts stands where it is seen before the first mark.
    let name = CellWidth.cut(shown(setting.author.name), to: 20, ellipsis: setting.glyphs.ellipsis)
    let forms = [setting.asksWho ? words(.whoUndeclared, ["who": name]) : who, name]
    let kept = size.columns < 80 ? 0 : CellWidth.columns(of: name) + 1
    let room = width - draw(hints, from: 1, to: width - kept, y, gap: 2, &frame)
    guard let acting = forms.first(where: { CellWidth.columns(of: $0) <= room }) else { return }
    frame.write(acting, at: 1 + width - CellWidth.columns(of: acting), y, .hint)
  }

  private func drawPrompt(_ prompt: Prompt, _ y: Int, _ frame: inout Frame) {
    // The question gives way to the answer only as far as it must.
    let answer = CellWidth.columns(of: shown(String(prompt.text.prefix(size.columns)))) + 3
    let room = max(size.columns / 2, size.columns - 3 - max(16, answer))
    let question = cut(prompt.question, room)
    let start = frame.write(question, at: 1, y, .title) + 1
    // The part of the line around the caret, when it is longer than its place: what stands behind
    // the caret keeps up to a third of it, and a sign at either end says that there is more.
    let width = size.columns - start - 1
    let behind = shown(String(prompt.text[prompt.caret...].prefix(width)))
    let before = width - 1 - min(CellWidth.columns(of: behind), width / 3)
    var first = prompt.caret
    var used = 0
    while first > 0 {
      used += CellWidth.columns(of: shown(String(prompt.text[first - 1])))
      if used > (first > 1 ? before - 1 : before) { break }
      first -= 1
    }
    var end = start
    if first > 0 { end = frame.write(String(setting.glyphs.ellipsis), at: end, y, .past) }
    // A proposal stands out as what is chosen does.
    end = frame.write(
      shown(String(prompt.text[first..<prompt.caret])), at: end, y,
      prompt.isProposal ? .panel : .said, isSelected: prompt.isProposal)
    frame.write(cut(behind, size.columns - 1 - end), at: end, y, .said)
    frame.cursor = (min(end, size.columns - 1), y)
    if let said {
      // What is wrong with the answer stands above it.
      frame.write(String(repeating: " ", count: size.columns), at: 0, y - 1)
      frame.write(cut(said.text, size.columns - 2), at: 1, y - 1, said.isError ? .error : .said)
    } else if let completion = completion(in: prompt), !completion.candidates.isEmpty {
      drawCompletion(completion, y - 1, &frame)
    } else if case .problem = prompt.purpose {
      // How such a line is written is looked up while it is.
      frame.write(String(repeating: " ", count: size.columns), at: 0, y - 1)
      let hint = fitted(width: size.columns - 2) { _ in words.forms(.promptAddHint) }
      frame.write(hint, at: 1, y - 1, .hint)
    } else if prompt.text.isEmpty {
      let hint = fitted(width: width - 1) { _ in
        words.forms(prompt.purpose.isEvidence ? .promptEvidenceHint : .promptHint)
      }
      frame.write(hint, at: end + 1, y, .past)
    }
  }

  /// What Tab offers, above the line that is typed; the one that was put in stands out.
  private func drawCompletion(_ completion: Completion, _ y: Int, _ frame: inout Frame) {
    frame.write(String(repeating: " ", count: size.columns), at: 0, y)
    var x = frame.write(words(.addCandidates), at: 1, y, .hintKey) + 1
    let widths = completion.candidates.map { CellWidth.columns(of: $0.shown) + 2 }
    // From a candidate on from which the one put in is seen.
    let selected = completion.selected ?? 0
    var first = 0
    while first < selected, widths[first...selected].reduce(x, +) > size.columns - 2 { first += 1 }
    for place in completion.candidates.indices.dropFirst(first) {
      let isSelected = place == completion.selected
      let room = size.columns - 1 - x
      guard room >= min(widths[place], 8) else { break }
      let text = cut(" \(completion.candidates[place].shown) ", room)
      x = frame.write(text, at: x, y, .panel, isSelected: isSelected)
    }
  }
}
