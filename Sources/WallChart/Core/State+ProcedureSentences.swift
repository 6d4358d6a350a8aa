import WallChartStore
import WallChartWords

// The cross-off procedure in words: what a step did, where a task stands, and what is next.
extension State {
  /// What a step of the procedure did, as the bottom line says it.
  func stepSentence(of entry: Entry, _ task: Chart.Task) -> String {
    func say(_ word: Word, _ text: String = "", from: Day? = nil, to: Day? = nil) -> String {
      func date(_ day: Day?) -> String {
        day.map { words.shortDate($0, today: situation.day) } ?? ""
      }
      return fitted(text) { parts in
        words.forms(
          word,
          [
            "task": task.id, "unit": shortName(ofUnit: task.unit), "text": parts[0],
            "from": date(from), "to": date(to),
          ])
      }
    }
    switch entry.fact {
    case .submit: return say(.saidSubmitted)
    case .verify(let until): return say(.saidVerified, to: until)
    case .crossOff: return say(.saidCrossedOff)
    case .return(let reason): return say(.saidReturned, shown(reason))
    case .reopen(let reason, let isFalse):
      return say(isFalse ? .saidReopenedFalse : .saidReopened, shown(reason))
    case .extend(let move):
      return say(.saidExtended, moved(move, task.id), from: move.from, to: move.to)
    case .supervise: return say(.saidSupervised)
    case .release: return say(.saidReleased)
    default: return ""
    }
  }

  /// How far a node or limit was moved from its first day: `extended 26 days from 15 Jul`, or
  /// without the day.
  func extensionSentence(from first: Day, to day: Day, isShort: Bool = false) -> String? {
    guard first != day else { return nil }
    let word: Word =
      day > first
      ? isShort ? .stateExtendedBy : .stateExtended
      : isShort ? .stateBroughtForwardBy : .stateBroughtForward
    return words(
      word, ["n": "\(abs(day - first))", "date": words.shortDate(first, today: situation.day)])
  }

  // MARK: Where a task stands

  /// The stages in one line, as far as it goes each with the day it was reached.
  func procedureSentence(of index: Int) -> String {
    let stops = procedureStops(of: index)
    func line(_ stops: [ProcedureStop], withDays: Bool) -> String {
      stops.map { stop in
        [String(stop.sign(setting.glyphs)), words(stop.name), withDays ? stop.day(self) : nil]
          .compactMap(\.self).joined(separator: " ")
      }.joined(separator: "  ")
    }
    let forms = [
      line(stops, withDays: true), line(Array(stops.dropFirst()), withDays: true),
      line(Array(stops.dropFirst()), withDays: false),
    ]
    return forms.first { CellWidth.columns(of: $0) <= size.columns - 2 } ?? forms[2]
  }

  func procedureStops(of index: Int) -> [ProcedureStop] {
    let stage = situation.status.tasks[index].record.stage
    let entries = situation.stageEntries(of: index)
    let current = Stage.allCases.firstIndex(of: stage) ?? 0
    return Stage.allCases.enumerated().map { place, stop in
      ProcedureStop(
        stage: stop, entry: entries[stop],
        place: place < current ? .passed : place == current ? .current : .ahead)
    }
  }

  /// What a submission lacks, in short: counts where the store's sentence names nodes.
  private func lacks(_ refusal: Refusal) -> String? {
    guard
      case .incomplete(_, let stage, let nodes, let count, let total, let lacksEvidence, _) =
        refusal, stage == .submitted
    else {
      return nil
    }
    var lacks: [String] = []
    if !nodes.isEmpty { lacks.append(words(.lacksNodes, ["n": "\(nodes.count)"])) }
    if let count, let total {
      lacks.append(words(.lacksCount, ["n": "\(count)", "total": "\(total)"]))
    }
    if lacksEvidence { lacks.append(words(.lacksEvidence)) }
    return lacks.joined(separator: words(.listComma))
  }

  /// Why a step is refused, for the bottom line: all of it where that has room, else in short.
  func stepSentence(for refusal: Refusal, of task: String) -> String {
    let whole = words(refusal)
    guard CellWidth.columns(of: whole) > size.columns - 3, let lacks = lacks(refusal) else {
      return whole
    }
    return words(.saidLacks, ["task": task, "what": lacks])
  }

  /// The next step of the procedure and what it lacks.
  func nextStepSentence(of index: Int) -> String {
    if let lacks = stepRefusal(of: index).flatMap(lacks) {
      return words(.procedureLacks, ["what": lacks])
    }
    if let lack = lacksNextStep { return alone(lack) }
    return switch nextStep(of: index) {
    case .submit: words(.procedureCanSubmit)
    case .verify: words(.procedureCanVerify)
    default: words(.procedureCanCrossOff)
    }
  }
}

/// A stage of the procedure on its path.
struct ProcedureStop: Equatable, Sendable {
  enum Place: Sendable {
    case passed, current, ahead
  }

  var stage: Stage
  /// What led to it.
  var entry: Entry?
  var place: Place

  var name: Word {
    switch stage {
    case .notStarted: .procedureListed
    case .rectifying: .procedureRectifying
    case .submitted: .procedureSubmitted
    case .notice: .procedureNotice
    case .crossedOff: .procedureCrossedOff
    }
  }

  func sign(_ glyphs: Glyphs) -> Character {
    switch place {
    case .passed: glyphs.met
    case .current: stage == .crossedOff ? glyphs.met : glyphs.pathSoon
    case .ahead: glyphs.pathOpen
    }
  }

  /// The day it was reached.
  func day(_ state: State) -> String? {
    entry.map { state.words.shortDate($0.on, today: state.situation.day) }
  }
}
