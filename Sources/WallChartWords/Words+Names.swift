public import WallChartStore

// The names of states, stages, standings, rhythms and risks.
extension Words {
  public func name(of stage: Stage) -> String {
    switch stage {
    case .notStarted: self(.stageNotStarted)
    case .rectifying: self(.stageRectifying)
    case .submitted: self(.stageSubmitted)
    case .notice: self(.stageNotice)
    case .crossedOff: self(.stageCrossedOff)
    }
  }

  public func name(of state: NodeStatus.State) -> String {
    switch state {
    case .met: self(.nodeStateMet)
    case .metLate: self(.nodeStateMetLate)
    case .overdue: self(.nodeStateOverdue)
    case .dueSoon: self(.nodeStateDueSoon)
    case .open: self(.nodeStateOpen)
    }
  }

  public func name(of standing: Standing) -> String {
    switch standing {
    case .crossedOff: self(.standingCrossedOff)
    case .inClosing: self(.standingInClosing)
    case .red: self(.standingRed)
    case .yellow: self(.standingYellow)
    case .dueSoon: self(.standingDueSoon)
    case .green: self(.standingGreen)
    }
  }

  public func name(of rhythm: Chart.Rhythm) -> String {
    switch rhythm {
    case .daily: self(.rhythmDaily)
    case .weekly: self(.rhythmWeekly)
    case .monthly: self(.rhythmMonthly)
    }
  }

  /// The meeting of a rhythm; of none that is said, just a meeting.
  public func name(ofMeeting rhythm: Chart.Rhythm?) -> String {
    switch rhythm {
    case .daily: self(.meetingDaily)
    case .weekly: self(.meetingWeekly)
    case .monthly: self(.meetingMonthly)
    case nil: self(.meetingAny)
    }
  }

  public func name(of risk: Chart.Risk) -> String {
    switch risk {
    case .high: self(.riskHigh)
    case .medium: self(.riskMedium)
    case .low: self(.riskLow)
    }
  }

  public func name(of reason: Agenda.Reason) -> String {
    switch reason {
    case .overdue: self(.agendaOverdue)
    case .listed: self(.agendaListed)
    case .returned: self(.agendaReturned)
    case .disputed: self(.agendaDisputed)
    case .promised: self(.agendaPromised)
    case .due: self(.agendaDue)
    case .silent: self(.agendaSilent)
    }
  }
}
