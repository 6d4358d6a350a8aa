extension Chart {
  /// Words that lists use for a limit, and the day they mean here: 采暖期前 is 31 October.
  public struct LimitWord: Sendable, Equatable {
    /// As lists write it.
    public var words: String
    /// The day it means, in whichever year.
    public var day: DayOfYear

    /// Words and their day.
    public init(words: String, day: DayOfYear) {
      self.words = words
      self.day = day
    }
  }

  /// A usual course of work, from which the nodes of a task are laid back from its limit: 倒排工期.
  public struct Template: Sendable, Equatable {
    /// What it is called by; unique among the templates.
    public var name: String
    /// In the order of their days.
    public var steps: [Step]

    /// A course of these steps.
    public init(name: String, steps: [Step]) {
      self.name = name
      self.steps = steps
    }

    /// One node to be.
    public struct Step: Sendable, Equatable {
      /// When a step is due.
      public enum Due: Sendable, Equatable {
        /// When so many per cent of the time from the start to the limit have gone by, 0...100.
        case share(Int)
        /// So many days of the calendar before the limit.
        case daysBefore(Int)
        /// On the limit itself.
        case limit
      }

      /// What must be true by then.
      public var title: Text
      /// When it is due.
      public var due: Due
      /// The node's quota in per cent of the task's quantity, 1...100.
      public var quotaShare: Int?
      /// Members this version does not know.
      public var unknown: [UnknownMember] = []

      /// A step; `quotaShare` has a meaning only for tasks with a quantity.
      public init(title: Text, due: Due, quotaShare: Int? = nil) {
        self.title = title
        self.due = due
        self.quotaShare = quotaShare
      }
    }
  }
}
