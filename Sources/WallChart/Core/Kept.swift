import WallChartStore

/// What was worked out of all tasks for some keys, each beside what it holds for: asked for again, it is
/// renewed by those tasks alone of which something was entered since, or is still the same.
struct Kept: Sendable {
  /// The projector's pages.
  var sheets: (look: Projector.SheetsLook, value: Projector.Sheets)?
  /// What they are about, after so many changes of tasks.
  var projectorTasks: (look: ProjectorTasks.Look, changes: Int, value: ProjectorTasks)?
  /// What is new of the only battle on them.
  var battleNews: (battle: String, value: Changes)?
  /// How many tasks each meeting has, after so many changes of tasks.
  var agendas: (revision: Int, changes: Int, value: AgendaCounts)?
  /// The units that lead tasks.
  var leads: (revision: Int, value: Set<String>)?
  /// The rows of tasks that stand otherwise on another day.
  var turned: (revision: Int, value: [Int])?
}
