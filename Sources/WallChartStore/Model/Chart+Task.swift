extension Chart {
  /// One thing to put right, for one responsible unit.
  public struct Task: Sendable, Equatable {
    /// What kind of limit it has.
    public enum Term: String, Sendable, CaseIterable {
      /// 限期: by its limit.
      case dated
      /// 立行立改: at once; the limit is the day it must be over.
      case atOnce
      /// 长期坚持: a standing duty; never overdue as a whole, only by its nodes.
      case standing
    }

    /// How many of what: 47 boilers.
    public struct Quantity: Sendable, Equatable {
      /// How many there are in all, at least 0.
      public var total: Int
      /// The things counted.
      public var of: Text?
      /// Members this version does not know.
      public var unknown: [UnknownMember] = []

      /// So many of something.
      public init(total: Int, of: Text?) {
        self.total = total
        self.of = of
      }

      /// Per cent of a total, rounded up; in parts, so that no total overflows.
      package static func share(_ percent: Int, of total: Int) -> Int {
        let percent = min(max(percent, 0), 100)
        return total / 100 * percent + (total % 100 * percent + 99) / 100
      }
    }

    /// Unique among the tasks.
    public var id: String
    /// The id of its battle.
    public var battle: String
    /// What is to be done.
    public var title: Text
    /// For the wall, at most 20 columns, quantity and thing first.
    public var short: Text?
    /// The id of the responsible unit.
    public var unit: String
    /// The id of the lead department.
    public var lead: String?
    /// Ids of units that help.
    public var helpers: [String] = []
    /// Who answers for it in person.
    public var officer: String?
    /// Where it comes from, such as an inspection.
    public var origin: Text?
    /// What was found.
    public var problem: Text?
    /// What must be true at the end.
    public var target: Text?
    /// How that is to be reached.
    public var measures: Text?
    /// Decides the rhythm.
    public var risk = Risk.medium
    /// Whether it has a limit, and of which kind.
    public var term = Term.dated
    /// The first limit; the current one may come from an `extend` entry.
    public var limit: Day?
    /// The limit in the list's own words, such as 采暖期前.
    public var limitText: String?
    /// How many of what; nil when nothing is counted.
    public var quantity: Quantity?
    /// The dated steps, their days ascending.
    public var nodes: [Node] = []
    /// The day it came onto the chart; nil when with the first list.
    public var added: Day?
    /// Out of the totals from this day on; never deleted.
    public var withdrawn: Day?
    /// Members this version does not know.
    public var unknown: [UnknownMember] = []

    /// A task with what none can be without; all but standing duties need a limit, too.
    public init(id: String, battle: String, title: Text, unit: String) {
      self.id = id
      self.battle = battle
      self.title = title
      self.unit = unit
    }

    /// The title for the wall.
    public var wallTitle: Text { short ?? title }

    /// The node of an id.
    public func node(_ id: String) -> Node? {
      nodes.first { $0.id == id }
    }
  }

  /// A dated step before the limit: 时间节点.
  public struct Node: Sendable, Equatable {
    /// Stable inside its task.
    public var id: String
    /// The first due day; an `extend` entry may move it.
    public var due: Day
    /// What must be true by then.
    public var title: Text
    /// The count a report must reach for the node to be met.
    public var quota: Int?
    /// Members this version does not know.
    public var unknown: [UnknownMember] = []

    /// A node; `quota` counts things of the task's quantity.
    public init(id: String, due: Day, title: Text, quota: Int? = nil) {
      self.id = id
      self.due = due
      self.title = title
      self.quota = quota
    }
  }
}
