import WallChartWords

extension ChartCSV {
  /// A column, in the order of the sheet, called as the import calls the field. Standing, silence and
  /// what is computed of nodes are for people alone: the import passes them over.
  enum Column: String, CaseIterable {
    case id, battle, title, short, unit, lead, risk
    case rhythm = "frequency"
    case limit = "deadline"
    case limitText = "deadline_zh"
    case stage = "state"
    case standing, silent, daysLate
    case nodeID = "node_id"
    case node
    case nodeDue = "node_due"
    case nodeQuota = "node_quota"
    case nodeDone = "node_done"
    case nodeState, nodeDaysLate
    case quantity
    case quantityUnit = "quantity_unit"
    case count = "quantity_done"
    case countOn = "quantity_asof"
    case stageSince = "state_since"
    case evidence, helpers, officer, origin, problem, target, measures, term

    var header: Word {
      switch self {
      case .id: .csvId
      case .battle: .csvBattle
      case .title: .csvTitle
      case .short: .csvShort
      case .unit: .csvUnit
      case .lead: .csvLead
      case .helpers: .csvHelpers
      case .officer: .csvOfficer
      case .origin: .csvOrigin
      case .problem: .csvProblem
      case .target: .csvTarget
      case .measures: .csvMeasures
      case .risk: .csvRisk
      case .rhythm: .csvRhythm
      case .term: .csvTerm
      case .limit: .csvLimit
      case .limitText: .csvLimitText
      case .stage: .csvStage
      case .stageSince: .csvStageSince
      case .evidence: .csvEvidence
      case .quantity: .csvQuantity
      case .quantityUnit: .csvQuantityUnit
      case .count: .csvCount
      case .countOn: .csvCountOn
      case .standing: .csvStanding
      case .silent: .csvSilent
      case .daysLate: .csvDaysLate
      case .nodeID: .csvNodeId
      case .node: .csvNode
      case .nodeDue: .csvNodeDue
      case .nodeQuota: .csvNodeQuota
      case .nodeDone: .csvNodeDone
      case .nodeState: .csvNodeState
      case .nodeDaysLate: .csvNodeDaysLate
      }
    }

    /// Whether it holds words of the plan, which may be said in two languages.
    var isOfWords: Bool {
      switch self {
      case .title, .short, .origin, .problem, .target, .measures, .quantityUnit, .node: true
      default: false
      }
    }

    var isOfNode: Bool {
      switch self {
      case .nodeID, .node, .nodeDue, .nodeQuota, .nodeDone, .nodeState, .nodeDaysLate: true
      default: false
      }
    }
  }
}
