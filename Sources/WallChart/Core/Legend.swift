import WallChartWords

/// The signs that the help explains.
enum Legend: CaseIterable, Sendable {
  case met, metLate, overdue, dueSoon, open, several, partlyMet, disputed
  case red, lateInClosing, silent, crossedOff, chosen, turned

  /// What a sign in a cell or before a task says, in a word or two, for the row below the chart; those
  /// first that are met most. The others stand in the help.
  static let shortly: [(sign: Legend, word: Word)] = [
    (.met, .signMet), (.metLate, .signMetLate), (.overdue, .signOverdue), (.dueSoon, .signDueSoon),
    (.open, .signOpen), (.several, .signSeveral), (.silent, .signSilent),
    (.lateInClosing, .signLateInClosing), (.disputed, .signDisputed), (.turned, .signTurned),
  ]

  var meaning: Word {
    switch self {
    case .met: .legendMet
    case .metLate: .legendMetLate
    case .overdue: .legendOverdue
    case .dueSoon: .legendDueSoon
    case .open: .legendOpen
    case .several: .legendSeveral
    case .partlyMet: .legendPartlyMet
    case .disputed: .legendDisputed
    case .red: .legendRed
    case .lateInClosing: .legendLateInClosing
    case .silent: .legendSilent
    case .crossedOff: .legendCrossedOff
    case .chosen: .legendChosen
    case .turned: .legendTurned
    }
  }
}
