import WallChartWords

/// The signs that the help explains.
enum Legend: CaseIterable, Sendable {
  case met, metLate, overdue, dueSoon, open, several, disputed, red, silent, crossedOff

  var meaning: Word {
    switch self {
    case .met: .legendMet
    case .metLate: .legendMetLate
    case .overdue: .legendOverdue
    case .dueSoon: .legendDueSoon
    case .open: .legendOpen
    case .several: .legendSeveral
    case .disputed: .legendDisputed
    case .red: .legendRed
    case .silent: .legendSilent
    case .crossedOff: .legendCrossedOff
    }
  }
}

extension State {
  /// Lines of the help: every command and sign, and the heads of their sections.
  var helpLineCount: Int {
    Command.table.count + Command.Section.allCases.count + Legend.allCases.count + 1
      + projectorHelp.count
  }
}
