import WallChartStore
import WallChartWords

/// All that the screen depends on. A value: no clock, no randomness, no disk.
struct State: Sendable {
  /// What fills the screen.
  enum View: Equatable, Sendable {
    case chart
    /// Everything about the selected task, scrolled by so many lines.
    case task(scroll: Int)
    /// The ranking of units, with the place selected in it.
    case ranking(selected: Int)
    /// What is new since the last meeting or a day, with the place selected in it.
    case since(selected: Int)
    /// A sample of closed tasks to visit again, with the place selected in it.
    case lookBack(selected: Int)
    /// The key list.
    case help(scroll: Int)
    /// The large pages for the meeting room.
    case projector
    /// The roll-call of the meeting that is open.
    case meeting

    /// The view without its scrolling: where a command works.
    var place: Place {
      switch self {
      case .chart: .chart
      case .task: .task
      case .ranking: .ranking
      case .since: .since
      case .lookBack: .lookBack
      case .help: .help
      case .projector: .projector
      case .meeting: .meeting
      }
    }
  }

  /// A kind of view.
  enum Place: CaseIterable, Sendable {
    case chart, task, ranking, since, lookBack, help, projector, meeting
  }

  /// What the keys mean at the moment.
  enum Mode: Equatable, Sendable {
    /// The commands of the table.
    case commands
    case prompt(Prompt)
    case menu(Menu)
    /// Whether an entry is to be written that no key takes back.
    case confirming(Wish)
    case overtaken(Question)
  }

  /// The last thing said on the bottom line.
  struct Said: Equatable, Sendable {
    var text: String
    var isError = false
    /// What belongs to it and has no room there; it stands in the line above.
    var above: String?
  }

  /// How the program was started. Only who acts may change while it runs.
  struct Setting: Sendable {
    var words: Words
    /// What a person chose or set; else the chart's rules do.
    var theme: ThemeName?
    /// What holds where nothing is chosen by key.
    var usualTheme: ThemeName?
    var glyphs = Glyphs.rich
    var colours = Colours.shown
    /// Whether the terminal takes UTF-8.
    var isUTF8 = true
    /// How the terminal draws what is of ambiguous width.
    var ambiguous = CellWidth.Ambiguous.narrow
    /// The locale can show nothing else; signs alone may be ASCII where it can.
    var isASCIIOnly = false
    var author: Author
    /// Nobody said who acts: the name is the system's for the user, and asked for before anything
    /// is written in it.
    var asksWho = false
    var isReadOnly = false
    /// Started for the meeting room: `q` at the projector ends it.
    var isProjector = false
    /// Whether the projector shows what a clerk has selected elsewhere.
    var follows = false
    /// Seconds for which each page of the projector stands, where they turn by themselves.
    var turnSeconds: Int?
  }

  /// Whether a theme can be seen.
  enum Colours: Sendable {
    case shown
    /// Switched off by a person.
    case off
    /// The terminal has none.
    case none
  }

  /// What is written once it is confirmed.
  struct Wish: Equatable, Sendable {
    var task: String
    var fact: Fact
    /// What had been said when it was asked about.
    var known: Known?
  }

  /// An entry that somebody else's came before, and that other one: write it all the same?
  struct Question: Equatable, Sendable {
    var entry: Entry
    var other: Entry
  }

  var setting: Setting {
    didSet { revision += 1 }
  }
  private(set) var situation: Situation
  /// Counts the changes of what head and lines say, so that what was drawn before one is known.
  private(set) var revision = 0
  /// Counts the changes of the situation that are not of single tasks.
  private(set) var situationRevision = 0 {
    didSet {
      changed = []
      revision += 1
    }
  }
  /// The tasks that entries have changed since the last of these, one after the other: their lines
  /// alone say something else.
  private(set) var changed: [Int] = []
  /// The machine's day.
  var today: Day
  /// What time it was when it was last told; kept up only while ``needsClock``.
  var now: Moment?
  /// Another day that is looked at; nothing is written there.
  var lens: Day?
  /// Writers of this installation, oldest first: whose steps `u` takes back.
  var ownWriters: [String]
  var size: Size
  /// The view on the screen and, below it, those that Esc leads back to; never empty.
  var views = [View.chart]
  var mode = Mode.commands
  var said: Said?
  /// What was just written and is still to be said, unless something else is.
  var toSay: [Entry] = []
  /// Entries on screen and not yet on disk, oldest first.
  var unsaved: [Entry] = []
  /// Changes of the plan on screen and not yet on disk, oldest first.
  var editing: [PlanStep] = []
  /// Evidence that is not kept yet, oldest first; and why some could not be kept, with the prompt
  /// that comes back.
  var handedIn: [HandedIn] = []
  var notKept: [(prompt: Prompt?, why: String)] = []
  /// What is damaged or missing in the ledgers, as long as it is.
  var damage: [Finding] = []
  /// Why the plan on disk cannot be read, as long as it cannot.
  var planError: StoreError?
  /// Those of them whose saving failed.
  var failed: Set<EntryID> = []
  /// Those that an earlier run had left behind, and that are not decided yet.
  var rescued: Set<EntryID> = []
  /// Whether the rules refused one of them: what is refused is kept, not thrown away.
  var isRescueRefused = false
  /// The last entry that reached the disk, while its sign is shown.
  var justSaved: EntryID?
  /// End as soon as nothing is on its way to disk.
  var leaving: Int32?
  /// A signal or the end of input is no wish that a key could take back.
  var mustLeave = false
  /// What is to be asked as soon as nothing else is being typed, oldest first.
  var questions: [Question] = []

  /// Which tasks are shown, in which order.
  var showing = Showing()
  /// What the tasks shown come to.
  var shownTotal = Tally()
  /// The task where `V` was pressed: it and those up to the selected one are chosen together.
  var chosenFrom: String?
  /// The views that a person gave names to.
  var namedViews: [NamedView] = []
  /// Where Enter in the ranking led away from.
  var rankingLeft: RankingLeft?
  /// A task that was selected and left the plan; nothing is written until another is chosen.
  var lost: String?
  /// What was entered in prompts of each kind since the start, newest first.
  var answers: [Prompt.Kind: [String]] = [:]
  /// What was last cut in a prompt.
  var cut: [Character] = []
  /// What was searched for last.
  var search: Search?
  /// What a search looks in; made at the first one, or begun before it.
  var searchIndex: SearchIndex?
  var comingIndex: Ahead<SearchIndex>?
  var rows = Rows() {
    didSet { revision += 1 }
  }
  /// Whether a task, by its place in the plan, is among those shown.
  var isShown: [Bool] = []
  /// The selected row; a task, or the head of a folded group, where there is one.
  var row = 0
  /// The selected node of that task, by place; nil when it has none.
  var node: Int?
  /// What was selected before it was hidden.
  var hidden: HiddenSelection?
  /// The day and the place that moving up and down keeps to, as vi keeps its column.
  var wantedDay: Day
  var wantedPlace = 0
  /// The first row and the first time column shown.
  var topRow = 0
  var firstColumn = 0
  var axis = Axis.calendar(.month)
  /// The zoom to come back to from the axis of nodes.
  var zoom = Axis.Zoom.month
  /// The stretches of the calendar, or places of nodes, that are the columns of the chart.
  var columns = 0...0
  /// What all nodes on the chart come to; and those shown, where these are others.
  var allLoads: Loads
  var shownLoads: Loads?
  /// What the nodes shown come to, by column; those without nodes are left out, for at the zoom of
  /// days a calendar may have millions.
  var loads: [Int: Load] = [:]
  var widths: Layout.Widths
  /// Whether details of the selected task stand below the chart.
  var showsDetails = false
  var projector = Projector()
  /// Where the clerk is looking whom this projector follows, and since when; and where it was when
  /// somebody turned the pages.
  var followed: LivePlace?
  var followedSince: Moment?
  var leftBehind: LivePlace?
  /// The meeting that is open, wherever its roll-call is.
  var meeting: Meeting?
  /// The meeting that this run opened or went on with: the day stands still until it is closed.
  var heldMeeting: EntryID?
  /// The meeting whose closing is on its way to disk; and why it was refused.
  var closing: (meeting: Meeting, refusal: String?)?
  /// The entries that closed meetings whose papers are not written yet, oldest first.
  var papersDue: [Entry] = []
  /// Which papers could not be written; and whether the person has yet to be told.
  var papersTrouble: Said?
  var hidesPapersTrouble = false
  /// What the chart showed before the roll-call.
  var showingBefore: Showing?
  /// The charts that were opened on this machine, the last one first.
  var charts: [ListedChart] = []
  /// The folder of the one that is open, where that matters.
  var openChart: String?
  /// What was worked out of all tasks for some keys.
  var kept = Kept()
  /// What is new since then; nil until it is asked for, and after more than single tasks changed.
  var news: News? {
    didSet { newsRevision += 1 }
  }
  private(set) var newsRevision = 0
  /// The day chosen to compare with, instead of the last meeting.
  var sinceDay: Day?
  /// The closed tasks that were drawn to be visited again, and the day they were drawn for.
  var lookBack: (sample: LookBack, day: Day)?
  /// Signs of perfunctory work on the tasks that were shown since such a view was opened.
  var signs: [String: [Sign]] = [:]
  /// How another day that is looked at differs from the present one; nil while none is.
  var contrast: Contrast? {
    didSet { revision += 1 }
  }

  /// - Parameters:
  ///   - today: the machine's day; by default that of the situation.
  ///   - lens: the day to look at instead, which the situation is for.
  init(
    setting: Setting, situation: Situation, ownWriters: [String], size: Size, today: Day? = nil,
    lens: Day? = nil
  ) {
    self.setting = setting
    self.situation = situation
    self.today = today ?? situation.day
    self.lens = lens
    self.ownWriters = ownWriters
    self.size = size
    wantedDay = situation.day
    widths = Self.widths(of: situation.chart, setting)
    allLoads = Loads(in: situation)
    projector.isTurning = setting.turnSeconds != nil
    chooseWords()
    arrange()
    row = rows.row(in: rows.indices) { _ in true } ?? 0
    scrollToToday()
    selectNearestNode()
    catchUp()
  }

  /// The widest texts, as they are measured for a terminal.
  static func widths(of chart: Chart, _ setting: Setting) -> Layout.Widths {
    CellWidth.measuring(ambiguous: setting.ambiguous) {
      Layout.Widths(of: chart, words: setting.words)
    }
  }

  /// Whether what is shown of the chart has Chinese in it.
  var showsChinese: Bool {
    let texts = [situation.chart.title] + situation.chart.tasks.map(\.wallTitle)
    return texts.contains { words($0).unicodeScalars.contains(where: WideCharacters.contains) }
  }

  var words: Words { setting.words }

  /// The view on the screen.
  var onTop: View {
    get { views.last ?? .chart }
    set { views[views.count - 1] = newValue }
  }

  var layout: Layout {
    var layout = Layout(
      size: size, widths: widths, columnTotal: columns.count, hasWideCells: axis.saysMonth,
      extraColumn: axis == .calendar(.day))
    layout.hasDetails = showsDetails
    // Where rows are few, the signs of what is due stand above the chart alone, before their words.
    layout.hasLegend = size.rows >= 30
    return layout
  }

  // MARK: The situation

  /// Changes the situation as a whole.
  mutating func change(_ change: (inout Situation) -> Void) {
    change(&situation)
    allLoads = Loads(in: situation)
    situationRevision += 1
  }

  /// Takes the situation to another day, and says which tasks had to be looked at for it.
  mutating func move(to day: Day) -> [TaskMove] {
    let moves = situation.moveNoting(to: day)
    allLoads.count(moves, in: situation)
    situationRevision += 1
    return moves
  }

  /// Adds an entry; false when it was there already.
  mutating func takeIn(_ entry: Entry) -> Bool {
    guard situation.add(entry) else { return false }
    if let id = entry.task {
      if let task = situation.index(of: id) { changed.append(task) }
    } else {
      situationRevision += 1
    }
    return true
  }

  // MARK: The day

  /// The day entries are written for: the chart's own, else the machine's.
  var writingDay: Day { situation.chart.asOf ?? today }

  /// Whether another day than that is shown.
  var isLooking: Bool { situation.day != writingDay }

  var canWrite: Bool { !setting.isReadOnly && !isLooking }

  /// Shows the day that the clock, the chart and the lens now ask for.
  mutating func showDay() {
    let day = lens ?? writingDay
    guard day != situation.day else { return }
    // How it stands at present is known: it is shown, or was and is compared with.
    let present = contrast?.present ?? PresentStandings(situation.status)
    replace(hasNewPlan: false) { state in
      let moves = state.move(to: day)
      return state.showing.staysAs(moves, in: state.situation)
    }
    if isLooking, present.day == writingDay { contrast(with: present) }
  }
}
