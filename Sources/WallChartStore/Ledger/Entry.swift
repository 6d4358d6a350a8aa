/// One line of the ledger 台账: who says what happened, on which day. Never edited, never removed.
public struct Entry: Hashable, Sendable {
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
  public var task: String?
  /// The day of the fact.
  public var on: Day
  public var fact: Fact
  public var evidence: [String] = []
  /// The entries its author saw as current for this node or stage.
  public var was: [EntryID] = []
  /// The instant that orders it: `at` in milliseconds, but never before the line above it in its
  /// file, so that a clock set back cannot turn a writer's own entries round.
  package var turn: Int64 = 0
  /// Its line in the writer's file, from 1; 0 while it is not on disk.
  package var line = 0

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
public enum Fact: Hashable, Sendable {
  /// A node without a quota is met.
  case met(node: String)
  case report(Report)
  case submit
  /// Verified; the public notice runs until the end of a day.
  case verify(noticeUntil: Day)
  case `return`(reason: String)
  case crossOff
  case reopen(reason: String, isFalse: Bool)
  /// A new limit of the task, or of one node.
  case extend(Extension)
  case supervise
  case release
  case note(Note)
  /// Takes an entry back; of an undo: brings it back.
  case undo(of: EntryID, reason: String?)
  /// A change of the plan made in place: field to old and new value, each as JSON.
  case edit(set: String)
  case meeting(Meeting)
  case `import`(Import)
  /// A kind of a later version: kept, without effect.
  case unknown(kind: String)

  public struct Report: Hashable, Sendable {
    public var count: Int?
    public var progress: String?
    public var problem: String?
    public var next: String?
    public var nextBy: Day?
    /// Why the count fell.
    public var reason: String?

    public init(count: Int? = nil) {
      self.count = count
    }
  }

  public struct Extension: Hashable, Sendable {
    public var from: Day
    public var to: Day
    public var approvedBy: String
    public var reason: String
    public var node: String?

    public init(from: Day, to: Day, approvedBy: String, reason: String, node: String? = nil) {
      self.from = from
      self.to = to
      self.approvedBy = approvedBy
      self.reason = reason
      self.node = node
    }
  }

  public struct Note: Hashable, Sendable {
    public var text: String?
    public var node: String?
    /// Not meant for the projector.
    public var isInternal = false

    public init(text: String?, node: String?) {
      self.text = text
      self.node = node
    }
  }

  /// The beginning or the end of a scheduling meeting 调度会.
  public struct Meeting: Hashable, Sendable {
    public var rhythm: Chart.Rhythm?
    public var isClosing: Bool
    /// How far each writer's ledger was read: the number of its last entry. What came later is new.
    public var seen: [String: Int] = [:]
    /// The number of the bulletin written at its end.
    public var bulletin: Int?

    public init(rhythm: Chart.Rhythm?, isClosing: Bool) {
      self.rhythm = rhythm
      self.isClosing = isClosing
    }
  }

  public struct Import: Hashable, Sendable {
    public var file: String
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String
    public var added: Int
    public var changed: Int
    public var withdrawn: Int

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
    "note": ["node", "text", "internal"],
    "undo": ["of", "reason"], "edit": ["set"],
    "meeting": ["rhythm", "opened", "closed", "seen", "bulletin"],
    "import": ["file", "sha256", "added", "changed", "withdrawn"],
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
