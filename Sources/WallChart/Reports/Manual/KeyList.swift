import WallChartWords

/// The keys and signs as the man page lists them, from the tables that the screen's help reads.
struct KeyList {
  let words: Words

  /// The keys of the chart under the heads of the help, then those while typing.
  var keys: [String] {
    Command.Section.allCases.flatMap { section in
      head(section.title)
        + list(Command.table.filter { $0.section == section }.map { ($0.keys, $0.name) })
    } + head(.helpTyping) + list(Prompt.keyList.map { ($0.keys, $0.name) })
  }

  /// Those that mean something of their own at the meeting.
  var meetingKeys: [String] { list(MeetingCommand.table.map { ($0.keys, $0.name) }) }

  /// Those of the projector, and of its pages while marks may be made there.
  var projectorKeys: [String] { list(ProjectorCommand.own.map { ($0.keys, $0.name) }) }

  /// What the signs of the chart mean.
  var signs: [String] {
    Mdoc.list(
      Legend.allCases.map { sign in
        ("Li " + Mdoc.argument(sign.example(.rich, words).text), Mdoc.text(words(sign.meaning)))
      })
  }

  private func head(_ title: Word) -> [String] { [".Ss " + Mdoc.argument(words(title))] }

  private func list(_ commands: [(keys: [Key], name: Word)]) -> [String] {
    Mdoc.list(
      commands.map { keys, name in
        (
          keys.map { "Ic " + Mdoc.argument(words.name(of: $0)) }.joined(separator: " "),
          Mdoc.text(words(name))
        )
      })
  }
}
