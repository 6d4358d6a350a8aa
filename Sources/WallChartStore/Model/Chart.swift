/// The plan: what is to be done, by whom, by when. What happened stands in the ``Ledger``.
public struct Chart: Sendable, Equatable {
  /// As the file names it; a later minor version stays what it is.
  package var format = ChartReader.format
  /// Tells it from all other charts, whatever it is called, and never changes; nil in a plan from
  /// before there were such ids.
  public var id: String?
  /// What the campaign is called.
  public var title: Text
  /// Freezes the chart on a day: an example, or a closed campaign.
  public var asOf: Day?
  /// Thresholds and rhythms.
  public var rules = Rules()
  /// In the order they are shown.
  public var battles: [Battle] = []
  /// Everybody who is responsible, leads or acts.
  public var units: [Unit] = []
  /// In the order they are shown.
  public var tasks: [Task] = []
  private var places = TaskPlaces()
  /// Members this version does not know.
  public var unknown: [UnknownMember] = []

  /// A plan of nothing yet.
  public init(title: Text) {
    self.title = title
  }

  /// A head under which tasks are grouped: 攻坚战.
  public struct Battle: Sendable, Equatable {
    /// Unique among the battles.
    public var id: String
    /// As it heads its tasks.
    public var name: Text
    /// Members this version does not know.
    public var unknown: [UnknownMember] = []

    /// A battle without tasks yet.
    public init(id: String, name: Text) {
      self.id = id
      self.name = name
    }
  }

  /// Who is responsible or leads: 责任单位, 牵头部门.
  public struct Unit: Sendable, Equatable {
    /// What a unit is. Joint ones are listed and not ranked.
    public enum Kind: String, Sendable, CaseIterable {
      /// A district, a bureau of the city, or several units together.
      case district, bureau, joint
    }

    /// Unique among the units.
    public var id: String
    /// The full name.
    public var name: Text
    /// For the wall, at most 20 columns.
    public var short: Text?
    /// What it is.
    public var kind: Kind
    /// Members this version does not know.
    public var unknown: [UnknownMember] = []

    /// A unit; `short` is for the wall.
    public init(id: String, name: Text, short: Text? = nil, kind: Kind) {
      self.id = id
      self.name = name
      self.short = short
      self.kind = kind
    }
  }

  /// The battle of an id.
  public func battle(_ id: String) -> Battle? {
    battles.first { $0.id == id }
  }

  /// The unit of an id.
  public func unit(_ id: String) -> Unit? {
    units.first { $0.id == id }
  }

  /// The task of an id.
  public func task(_ id: String) -> Task? {
    index(of: id).map { tasks[$0] }
  }

  /// The place of a task.
  func index(of task: String) -> Int? { places.place(of: task, among: tasks) }

  /// Works out where the tasks stand; again where some have come or gone since.
  mutating func placeTasks() {
    guard !places.fit(tasks) else { return }
    places = TaskPlaces()
    places.make(of: tasks)
  }
}

/// A member this version does not know, kept byte for byte: `"name": value`.
public struct UnknownMember: Sendable, Hashable {
  /// The member's name, decoded.
  public var name: String
  /// The value's text as it stands in the file.
  public var value: String
}
