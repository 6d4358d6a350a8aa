/// The plan: what is to be done, by whom, by when. What happened stands in the ``Ledger``.
public struct Chart: Sendable, Equatable {
  /// As the file names it; a later minor version stays what it is.
  package var format = ChartReader.format
  public var title: Text
  /// Freezes the chart on a day: an example, or a closed campaign.
  public var asOf: Day?
  public var rules = Rules()
  public var battles: [Battle] = []
  public var units: [Unit] = []
  public var tasks: [Task] = []
  public var unknown: [UnknownMember] = []

  public init(title: Text) {
    self.title = title
  }

  /// A head under which tasks are grouped: 攻坚战.
  public struct Battle: Sendable, Equatable {
    public var id: String
    public var name: Text
    public var unknown: [UnknownMember] = []

    public init(id: String, name: Text) {
      self.id = id
      self.name = name
    }
  }

  /// Who is responsible or leads: 责任单位, 牵头部门.
  public struct Unit: Sendable, Equatable {
    /// What a unit is. Joint ones are listed and not ranked.
    public enum Kind: String, Sendable, CaseIterable {
      case district, bureau, joint
    }

    public var id: String
    public var name: Text
    /// For the wall, at most 20 columns.
    public var short: Text?
    public var kind: Kind
    public var unknown: [UnknownMember] = []

    public init(id: String, name: Text, short: Text? = nil, kind: Kind) {
      self.id = id
      self.name = name
      self.short = short
      self.kind = kind
    }
  }

  public func battle(_ id: String) -> Battle? {
    battles.first { $0.id == id }
  }

  public func unit(_ id: String) -> Unit? {
    units.first { $0.id == id }
  }

  public func task(_ id: String) -> Task? {
    tasks.first { $0.id == id }
  }
}

/// A member this version does not know, kept byte for byte: `"name": value`.
public struct UnknownMember: Sendable, Hashable {
  /// The member's name, decoded.
  public var name: String
  /// The value's text as it stands in the file.
  public var value: String
}
