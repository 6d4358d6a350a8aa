import WallChartStore
import WallChartWords

/// One thing a key does at the meeting alone; all other keys do what they do at the chart, where they
/// work. Its bottom line, the help and the list of commands read ``table``.
struct MeetingCommand: Sendable {
  var keys: [Key]
  var name: Word
  /// A shorter name for the bottom line, for the few that stand there.
  var hint: Word?
  var run: @Sendable (inout State, Key) -> [Effect]

  /// Spellings are constants of the table; a test reads every one back.
  private init(
    _ spellings: String..., name: Word, hint: Word? = nil,
    run: @escaping @Sendable (inout State, Key) -> [Effect]
  ) {
    keys = spellings.compactMap { Key($0) }
    self.name = name
    self.hint = hint
    self.run = run
  }

  /// Presenters' clickers send PageDown, PageUp, F5, Esc, `b` and `.`.
  static let table: [MeetingCommand] = [
    MeetingCommand(
      "<Enter>", "<PageDown>", "j", "<Down>", "n", "<C-f>", name: .meetingNext,
      hint: .hintMeetingNext
    ) { state, key in
      // Only Enter closes: a clicker sends PageDown once more than there are tasks.
      key == .named(.enter) && state.meeting?.task == nil
        ? state.askClosing() : state.discuss(by: 1)
    },
    MeetingCommand(
      "<PageUp>", "k", "<Up>", "N", "<BS>", "<C-b>", name: .meetingPrevious
    ) { state, _ in state.discuss(by: -1) },
    MeetingCommand("<Tab>", name: .meetingNextGroup) { state, _ in state.discussGroup(by: 1) },
    MeetingCommand("<S-Tab>", name: .meetingPreviousGroup) { state, _ in
      state.discussGroup(by: -1)
    },
    MeetingCommand("g", name: .meetingFirst) { state, _ in state.discuss(last: false) },
    MeetingCommand("G", name: .meetingLast) { state, _ in state.discuss(last: true) },
    MeetingCommand("<F5>", name: .meetingLeftOut) { state, _ in state.discussLeftOut() },
    MeetingCommand("v", name: .meetingOrder) { state, _ in
      state.changeMeetingOrder()
      return []
    },
    MeetingCommand("b", ".", name: .meetingBlank) { state, _ in
      state.meeting?.isBlank = true
      return []
    },
  ]

  /// The command of each key.
  static let byKey: [Key: MeetingCommand] = {
    var map: [Key: MeetingCommand] = [:]
    for command in table {
      for key in command.keys { map[key] = command }
    }
    return map
  }()
}

extension State {
  /// Runs the command of a key that means something of its own at the meeting; nil where it does not.
  mutating func pressAtMeeting(_ key: Key) -> [Effect]? {
    // The key that ends the dark does nothing else; only Ctrl-C always means the same.
    if meeting?.isBlank == true, key != .control("c") {
      meeting?.isBlank = false
      return []
    }
    guard let command = MeetingCommand.byKey[key] else { return nil }
    said = nil
    justSaved = nil
    if !mustLeave { leaving = nil }
    return command.run(&self, key)
  }
}
