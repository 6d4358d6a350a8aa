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
      public var total: Int
      public var of: Text?
      public var unknown: [UnknownMember] = []

      public init(total: Int, of: Text?) {
        self.total = total
        self.of = of
      }
    }

    public var id: String
    public var battle: String
    public var title: Text
    /// For the wall, at most 20 columns, quantity and thing first.
    public var short: Text?
    public var unit: String
    public var lead: String?
    public var helpers: [String] = []
    public var officer: String?
    public var origin: Text?
    public var problem: Text?
    public var target: Text?
    public var measures: Text?
    public var risk = Risk.medium
    public var term = Term.dated
    /// The first limit; the current one may come from an `extend` entry.
    public var limit: Day?
    /// The limit in the list's own words, such as 采暖期前.
    public var limitText: String?
    public var quantity: Quantity?
    public var nodes: [Node] = []
    public var added: Day?
    /// Out of the totals from this day on; never deleted.
    public var withdrawn: Day?
    public var unknown: [UnknownMember] = []

    public init(id: String, battle: String, title: Text, unit: String) {
      self.id = id
      self.battle = battle
      self.title = title
      self.unit = unit
    }

    /// The title for the wall.
    public var wallTitle: Text { short ?? title }

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
    public var title: Text
    /// The count a report must reach for the node to be met.
    public var quota: Int?
    public var unknown: [UnknownMember] = []

    public init(id: String, due: Day, title: Text, quota: Int? = nil) {
      self.id = id
      self.due = due
      self.title = title
      self.quota = quota
    }
  }
}
