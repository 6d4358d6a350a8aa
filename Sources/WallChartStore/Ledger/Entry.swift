/// One line of the ledger 台账: who says what happened, on which day. Never edited, never removed.
public struct Entry: Hashable, Sendable {
  /// Its name for all time, on every machine.
  public var id: EntryID
  /// The writing installation; it alone appends to its file.
  public var writer = ""
  /// Counts 0, 1, 2 … within one writer.
  public var n = 0
  /// When it was written.
  public var at: Moment
  /// Who acts, by their own declaration.
  public var by: String
  /// The acting unit's id.
  public var unit: String?
  /// The task's id; nil when it is about the chart as a whole.
  public var task: String?
  /// The day of the fact.
  public var on: Day
  /// What it says.
  public var fact: Fact
  /// What was handed in: kept files, or words; see ``Evidence``.
  public var evidence: [String] = []
  /// The entries its author saw as current for this node or stage.
  public var was: [EntryID] = []
  /// What it took out of the plan: an import, or taking one back.
  package var removed: [Removal] = []
  /// The instant that orders it: `at` in milliseconds, but never before the line above it in its
  /// file, so that a clock set back cannot turn a writer's own entries round.
  package var turn: Int64 = 0
  /// Its line in the writer's file, from 1; 0 while it is not on disk.
  package var line = 0

  /// An entry as its author makes it: writer and number come when it is written. Prefer the drafts
  /// of ``Situation``, which are checked.
  public init(
    id: EntryID, at: Moment, by: String, unit: String?, task: String?, on: Day, fact: Fact
  ) {
    self.id = id
    self.at = at
    self.by = by
    self.unit = unit
    self.task = task
    self.on = on
    self.fact = fact
    turn = at.milliseconds
  }

  /// Whole days between the day of the fact and the day it was entered; 0 when on the day.
  public var daysUntilEntered: Int { max(0, at.day - on) }
}

/// What an entry says. The procedure: submit, verify and
/// notice, cross off; return and reopen lead back.
///
/// What holds much lies in memory of its own, for nearly all entries of a large ledger are marks.
public enum Fact: Hashable, Sendable {
  /// A node without a quota is met.
  case met(node: String)
  /// Count, progress, problem, next step.
  indirect case report(Report)
  /// Handed in for verification.
  case submit
  /// Verified; the public notice runs until the end of a day.
  case verify(noticeUntil: Day)
  /// Sent back before it was crossed off.
  case `return`(reason: String)
  /// Crossed off 销号, when the notice has run out.
  case crossOff
  /// Opened again after that; `isFalse` when its completion was untrue.
  case reopen(reason: String, isFalse: Bool)
  /// A new limit of the task, or of one node.
  indirect case extend(Extension)
  /// Put under supervision 挂牌督办.
  case supervise
  /// Released from supervision.
  case release
  /// A remark or evidence; it changes no state.
  indirect case note(Note)
  /// Takes an entry back; of an undo: brings it back.
  case undo(of: EntryID, reason: String?)
  /// A change of the plan made in place: field to old and new value, each as JSON.
  case edit(set: String, reason: String? = nil)
  /// A meeting began or ended.
  indirect case meeting(Meeting)
  /// A task list came into the plan.
  indirect case `import`(Import)
  /// A kind of a later version: kept, without effect.
  case unknown(kind: String)

  /// What a unit reports. At least a count, progress, problem or next step.
  public struct Report: Hashable, Sendable {
    /// How many are done by now, 0 to the task's total.
    public var count: Int?
    /// What was done.
    public var progress: String?
    /// What stands in the way.
    public var problem: String?
    /// The next step.
    public var next: String?
    /// The day the next step is promised for.
    public var nextBy: Day?
    /// Why the count fell.
    public var reason: String?

    /// A report of a count, or of none.
    public init(count: Int? = nil) {
      self.count = count
    }
  }

  /// A later or earlier day for a limit, with who allowed it.
  public struct Extension: Hashable, Sendable {
    /// The day until now.
    public var from: Day
    /// The new day.
    public var to: Day
    /// Who approved it.
    public var approvedBy: String
    /// Why; never empty.
    public var reason: String
    /// The id of the node that moves; nil when the task's limit moves.
    public var node: String?

    /// An extension with all that it says.
    public init(from: Day, to: Day, approvedBy: String, reason: String, node: String? = nil) {
      self.from = from
      self.to = to
      self.approvedBy = approvedBy
      self.reason = reason
      self.node = node
    }
  }

  /// A remark, or evidence alone.
  public struct Note: Hashable, Sendable {
    /// What it says; nil when there is only evidence.
    public var text: String?
    /// The id of the node it is about.
    public var node: String?
    /// Not meant for the projector.
    public var isInternal = false
    /// Whether it tells of a visit 回头看 to a task that was crossed off, and all was in order.
    public var isLookBack = false

    /// A note on a task, or on one of its nodes.
    public init(text: String?, node: String?) {
      self.text = text
      self.node = node
    }
  }

  /// The beginning or the end of a scheduling meeting 调度会.
  public struct Meeting: Hashable, Sendable {
    /// Which meeting: the daily, weekly or monthly one.
    public var rhythm: Chart.Rhythm?
    /// Whether it is the end of the meeting, not its beginning.
    public var isClosing: Bool
    /// How far each writer's ledger was read: the number of its last entry. What came later is new.
    public var seen: [String: Int] = [:]
    /// The number of the bulletin written at its end.
    public var bulletin: Int?
    /// The tasks of its agenda that were put up, by their ids; nil where that is not said.
    public var discussed: [String]?

    /// The beginning or the end of a meeting.
    public init(rhythm: Chart.Rhythm?, isClosing: Bool) {
      self.rhythm = rhythm
      self.isClosing = isClosing
    }
  }

  /// A task list that was taken over into the plan.
  public struct Import: Hashable, Sendable {
    /// The name of the list's file.
    public var file: String
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String
    /// How many tasks came.
    public var added: Int
    /// How many tasks changed.
    public var changed: Int
    /// How many tasks were withdrawn.
    public var withdrawn: Int
    /// SHA-256 of the `chart.json` it replaced, in hexadecimal; nil when that is not known.
    public var replaced: String?
    /// SHA-256 of the `chart.json` it left, in hexadecimal; nil when that is not known.
    public var plan: String?

    /// An import with all that it says.
    public init(file: String, sha256: String, added: Int, changed: Int, withdrawn: Int) {
      self.file = file
      self.sha256 = sha256
      self.added = added
      self.changed = changed
      self.withdrawn = withdrawn
    }
  }

  /// The words this version knows, each with the members that only some kinds have.
  static let members: [String: [String]] = [
    "met": ["node"],
    "report": ["count", "progress", "problem", "next", "nextBy", "reason"],
    "submit": [], "verify": ["noticeUntil"], "return": ["reason"], "crossOff": [],
    "reopen": ["reason", "false"],
    "extend": ["node", "from", "to", "approvedBy", "reason"],
    "supervise": [], "release": [],
    "note": ["node", "text", "internal", "lookBack"],
    "undo": ["of", "reason", "removed"], "edit": ["set", "reason"],
    "meeting": ["rhythm", "opened", "closed", "seen", "bulletin", "discussed"],
    "import": [
      "file", "sha256", "added", "changed", "withdrawn", "replaced", "plan", "removed",
    ],
  ]

  /// The word in the file.
  public var kind: String {
    switch self {
    case .met: "met"
    case .report: "report"
    case .submit: "submit"
    case .verify: "verify"
    case .return: "return"
    case .crossOff: "crossOff"
    case .reopen: "reopen"
    case .extend: "extend"
    case .supervise: "supervise"
    case .release: "release"
    case .note: "note"
    case .undo: "undo"
    case .edit: "edit"
    case .meeting: "meeting"
    case .import: "import"
    case .unknown(let kind): kind
    }
  }
}
