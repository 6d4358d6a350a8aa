import WallChartWords

/// The signs that the help explains.
enum Legend: CaseIterable, Sendable {
  case met, metLate, overdue, dueSoon, open, several, partlyMet, disputed
  case red, lateInClosing, silent, crossedOff, chosen, turned

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
