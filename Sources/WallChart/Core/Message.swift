import WallChartStore
import WallChartWords

/// Everything that can happen to the program. Time and new ids come in with it.
enum Message: Sendable {
  case key(Key, Stamp)
  /// Text that was pasted.
  case pasted(String)
  /// The left button of the mouse, at a place of the screen.
  case clicked(column: Int, row: Int)
  /// The wheel of the mouse; up when negative.
  case scrolled(rows: Int)
  case resized(Size)
  /// The terminal has said how it draws what is of ambiguous width.
  case ambiguousIs(CellWidth.Ambiguous)
  /// The terminal has fonts without some of the rich signs.
  case lacksSigns
  /// The day began (past midnight).
  case dayBegan(Day)
  /// What time it is; told at the start, and then only as ``State/clockDue`` asks for it.
  case clock(Moment)
  /// What one keystroke wrote is on disk, as it stands there.
  case saved([Entry], ownWriters: [String])
  /// None of what one keystroke wrote is.
  case failed([Entry], StoreError)
  /// A change of the plan is on disk, and with it its entry; or neither is.
  case edited(Entry, Chart, Ledger, ownWriters: [String])
  case notEdited(Entry, StoreError)
  /// Evidence is kept with the chart, as the ledger is to name it; or it cannot be.
  case kept(EntryID, item: String)
  case notKept(EntryID, StoreError)
  /// Entries that came to the ledger, one's own among them.
  case arrived([Entry])
  /// Plan and ledger as they are on disk now.
  case loaded(Chart, Ledger, ownWriters: [String])
  case loadFailed(StoreError)
  /// Another chart could not be opened.
  case notOpened(StoreError)
  /// A view was given this name, or the name taken away; all that are named now.
  case viewNamed(name: String, all: [NamedView])
  case viewNotNamed(StoreError)
  /// Where the clerk is looking whom this projector follows; nil when there is none.
  case followed(LivePlace?)
  /// What became of the papers of the meeting that an entry closed.
  case papersDone(closing: EntryID, [WrittenPaper])
  /// What is damaged or missing in the ledgers now.
  case damaged([Finding])
  /// A signal asks the program to end.
  case terminated(signal: Int32)
  /// No more input will come.
  case inputEnded
}

/// A paper that was to be written: under which name it is, or why it is not.
struct WrittenPaper: Sendable {
  var paper: Paper
  var name: Result<String, StoreError>

  var why: StoreError? {
    if case .failure(let error) = name { error } else { nil }
  }
}

/// Everything the core may ask of the world.
enum Effect: Hashable, Sendable {
  /// What one keystroke wrote: all of it, or nothing.
  case append([Entry])
  /// Keeps evidence with the chart where it names a file, for the entry of this id.
  case keep(evidence: String, for: EntryID)
  /// Changes the plan and appends the entry that says so.
  case edit(PlanEdit, Entry)
  /// Reads everything anew and says so.
  case reload
  case redraw
  case suspend
  case bell
  /// Goes over to another chart, by its folder.
  case open(path: String)
  /// Gives a view a name on this machine; without a view, takes the name away.
  case nameView(name: String, json: String?)
  /// Keeps who acts for the next start.
  case remember(Author)
  /// Keeps the theme for all charts on this machine; without one, forgets it.
  case rememberTheme(ThemeName?)
  /// Keeps how far the meeting has come.
  case rememberMeeting(MeetingPlace)
  /// Writes the minutes of the meeting that an entry closed, and the bulletin it names.
  case writePapers(closing: Entry)
  /// Everything that an earlier run had left unsaved is decided.
  case settleRescue(isKept: Bool)
  case exit(code: Int32)
}

/// Columns and rows of the terminal.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int
}
