import Glibc
import WallChartStore
import WallChartWords

/// The loop: wait, read, update, perform, paint. One thread, one stack.
struct Program<Screen: Terminal & ~Copyable>: ~Copyable {
  private var terminal: Screen
  private var state: State
  private var worker: Worker
  private var mailbox: Mailbox
  private let remembersPlace: Bool
  private let isFollowable: Bool
  private let clock: Clock
  private let open: (String) throws -> OpenChart
  private let keep: (ThemeName?) -> Void
  private var watch: FolderWatch
  /// When to look at the folder without a hint, in seconds of the machine's uptime.
  private var nextLook = 0
  private var exitCode: Int32?
  /// Whether entries went to the worker since the screen was last drawn.
  private var hasSent = false
  /// The screen as it is: what does not change is taken from it.
  private var frame: Frame?
  /// What those who follow were last told.
  private var shown: LivePlace?

  /// - Parameters:
  ///   - remembersPlace: whether the next start goes on where this one ended.
  ///   - isFollowable: whether others are told where the cursor is.
  ///   - keep: keeps a theme for this machine.
  ///   - open: opens another chart, by its folder.
  init(
    _ terminal: consuming Screen, _ chart: consuming OpenChart, remembersPlace: Bool = true,
    isFollowable: Bool = true, clock: Clock = Clock(),
    keep: @escaping (ThemeName?) -> Void = { _ in },
    open: @escaping (String) throws -> OpenChart
  ) {
    self.terminal = terminal
    state = chart.state
    worker = chart.worker
    mailbox = chart.mailbox
    watch = FolderWatch(folder: chart.folder, watchesLive: state.setting.follows)
    self.remembersPlace = remembersPlace
    self.isFollowable = isFollowable
    self.clock = clock
    self.open = open
    self.keep = keep
  }

  /// Runs until the program ends.
  consuming func run() -> Ending {
    state.size = terminal.size
    state.scrollToSelection()
    handle(.clock(clock.now()))
    begin()
    paint(draw())
    while true {
      // While the worker writes it could not look; what it writes itself would wake us.
      let hints = state.isSaving ? [] : [watch.descriptor]
      terminal.wait(for: [mailbox.descriptor] + hints, milliseconds: patience)
      takeMail()
      handle(.dayBegan(clock.now().day))
      takeInput()
      tellTime()
      let next = draw()
      if let exitCode {
        rememberPlace()
        return end(exitCode)
      }
      paint(next)
      showPlace()
      // Behind the keys, which were pressed for what was on the screen, and behind the screen.
      if !state.isSaving { lookAtFolder() }
    }
  }

  private mutating func takeMail() {
    for message in mailbox.take() { handle(message) }
  }

  /// Tells those who follow where the cursor is, when it is somewhere else.
  private mutating func showPlace() {
    guard isFollowable, state.isFollowable, worker.isFollowed else {
      shown = nil
      return
    }
    let place = state.place(at: clock.now())
    guard !place.isSame(as: shown) else { return }
    shown = place
    worker.show(place)
  }

  /// Milliseconds until there is something to do without being told. Idle costs nothing: the only
  /// timers are the next look, the next midnight, and what a clock on the screen asks for.
  private var patience: Int {
    let now = clock.now()
    let seconds = min(now.secondsUntilMidnight, nextLook - clock.uptime())
    let due = state.clockDue.map { Int(max($0, now.milliseconds) - now.milliseconds) }
    return min(max(0, seconds) * 1000, due ?? .max)
  }

  /// Tells what time it is where the screen shows it, before it is painted.
  private mutating func tellTime() {
    let now = clock.now()
    if state.isClockDue(at: now) { handle(.clock(now)) }
  }

  /// The screen to be painted. What was just sent to the disk is mostly there when it is drawn: then
  /// one painting says at once what was done and that it is saved. No longer is waited for it.
  private mutating func draw() -> Frame {
    let next = state.view(after: frame)
    guard hasSent else { return next }
    hasSent = false
    terminal.wait(for: [mailbox.descriptor], milliseconds: Self.diskPatience)
    takeMail()
    return state.view(after: next)
  }

  /// Milliseconds that nobody sees.
  private static var diskPatience: Int { 4 }

  private mutating func paint(_ next: Frame) {
    terminal.paint(next)
    frame = next
    state.prepare()
  }

  /// What was still on its way to disk arrives there; what cannot is kept for the next start. Before
  /// the terminal is given back, for with it the signals to end come through again.
  private mutating func end(_ code: Int32) -> Ending {
    worker.showNothing()
    for message in mailbox.take() { _ = state.update(message) }
    let entries = state.entriesToRescue
    let trouble = state.papersTrouble.map { [$0.text, $0.above].compactMap(\.self) } ?? []
    guard !entries.isEmpty else {
      return Ending(
        code: trouble.isEmpty ? state.leaving ?? code : 74, papersTrouble: trouble)
    }
    return Ending(
      code: 74, rescue: worker.rescue(entries, setsAside: state.isRescueRefused),
      papersTrouble: trouble)
  }

  /// Lets the worker look when there is a hint, or there has been none for long.
  private mutating func lookAtFolder() {
    let now = clock.uptime()
    let hints = watch.hints()
    let isDue = now >= nextLook
    let looks = isDue || hints.contains(.chart)
    // First, so that nothing falls between looking and watching; hints that the folders are others
    // have renewed it.
    if isDue { watch.renew() }
    if looks || hints.contains(.live) {
      if state.setting.follows {
        worker.follow(isHint: hints.contains(.live))
      } else if isFollowable, state.isFollowable {
        worker.lookForFollowers()
      }
    }
    guard looks else { return }
    nextLook = now + watch.patience
    worker.look()
  }

  /// Writes what an earlier run left to be written; says that it follows.
  private mutating func begin() {
    if state.setting.follows { worker.beginFollowing() }
    for closing in state.papersDue { perform(.writePapers(closing: closing)) }
  }

  private func rememberPlace() {
    if remembersPlace { worker.remember(state.place) }
  }

  /// Goes over to another chart; where it cannot be opened, this one stays.
  private mutating func go(to path: String) {
    do {
      let chart = try open(path)
      rememberPlace()
      worker.showNothing()
      frame = nil
      let (ambiguous, glyphs) = (state.setting.ambiguous, state.setting.glyphs)
      (state, worker, mailbox) = (chart.state, chart.worker, chart.mailbox)
      watch = FolderWatch(folder: chart.folder, watchesLive: state.setting.follows)
      (nextLook, shown) = (0, nil)
      terminal.entitle(state.windowTitle)
      // The terminal is the same.
      state.setting.glyphs = glyphs
      if state.setting.ambiguous != ambiguous { handle(.ambiguousIs(ambiguous)) }
      handle(.resized(terminal.size))
      begin()
    } catch {
      handle(.notOpened(Worker.storeError(error)))
    }
  }

  /// All keys that wait are handled before one painting, so that a held key never lags behind.
  private mutating func takeInput() {
    while exitCode == nil, let input = terminal.next() {
      switch input {
      case .key(let key):
        handle(.key(key, Stamp(id: .random(), at: clock.now())))
      case .pasted(let text): handle(.pasted(text))
      case .clicked(let column, let row): handle(.clicked(column: column, row: row))
      case .scrolled(let rows): handle(.scrolled(rows: rows))
      case .resized(let size): handle(.resized(size))
      case .ambiguousIs(let ambiguous):
        // Nothing is where it was.
        frame = nil
        handle(.ambiguousIs(ambiguous))
      case .lacksSigns: handle(.lacksSigns)
      case .suspended: perform(.suspend)
      // The end is told again and again: the messages of the worker must come in between.
      case .terminated(let signal): return handle(.terminated(signal: signal))
      case .ended: return handle(.inputEnded)
      }
    }
  }

  private mutating func handle(_ message: Message) {
    let begun = state.begin(message)
    begun.effects.forEach { perform($0) }
    state.finish(begun).forEach { perform($0) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .append(let entries):
      worker.append(entries, today: state.writingDay)
      hasSent = true
      // Where both run on one processor, the disk begins first and the screen is drawn meanwhile.
      sched_yield()
    case .keep(let evidence, let id): worker.keep(evidence, for: id)
    case .edit(let edit, let entry): worker.edit(edit, as: entry, today: state.writingDay)
    case .reload: worker.reload()
    case .redraw: terminal.redraw()
    case .suspend:
      worker.showNothing()
      shown = nil
      terminal.suspend()
      handle(.resized(terminal.size))
    case .bell: terminal.bell()
    case .open(let path): go(to: path)
    case .nameView(let name, let json): worker.name(view: json, name)
    case .rememberTheme(let theme): keep(theme)
    case .remember(let author): worker.remember(author)
    case .rememberMeeting(let place): worker.remember(place)
    case .writePapers(let closing):
      let words = state.words.forPaper
      worker.write(papersOf: closing) {
        MeetingPapers.all(of: closing, $0, $1, words.under($0.rules.flags))
      }
    case .settleRescue(let isKept): worker.settleRescue(isKept: isKept)
    case .exit(let code): exitCode = code
    }
  }
}

/// What the loop reads the time from.
struct Clock {
  var now: () -> Moment = SystemClock.now
  /// Whole seconds of a clock that never jumps.
  var uptime: () -> Int = SystemClock.uptime
}

/// A chart that is open: what is shown of it, and who reads and writes it.
struct OpenChart {
  var state: State
  let worker: Worker
  let mailbox: Mailbox
  /// Its folder, which others may write to.
  let folder: String

  init(_ folder: ChartFolder, _ state: State) {
    self.state = state
    mailbox = Mailbox()
    worker = Worker(
      folder, mailbox: mailbox, name: state.setting.author.unit ?? state.setting.author.name)
    self.folder = folder.path
  }
}

/// How the program ended.
struct Ending {
  /// Entries that are not on disk.
  struct Rescue {
    /// The chart they belong to, as the user named it.
    var chart: String
    var entries: [Entry]
    /// The path of the file that keeps them, or why there is none.
    var file: Result<String, StoreError>
  }

  /// Its exit code.
  var code: Int32
  var rescue: Rescue?
  /// Which papers of a meeting are not written, and what prints them, in sentences.
  var papersTrouble: [String] = []
}
