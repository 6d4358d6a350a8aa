import ArgumentParser
import WallChartWords

/// `wallchart testcard`: whether the room can read the picture.
struct TestCardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "testcard", abstract: Console.words(.cliTestCard))

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var speech: SpeechOptions

  func run() throws {
    try Console.run {
      try speech.check()
      screen.check(speech)
      let locale = Console.locale
      if locale.isASCIIOnly { speech.remark(Console.asciiWarning) }
      var card = TestCard(
        words: Console.words, glyphs: screen.glyphs,
        theme: screen.chosenTheme ?? .standard, size: try screen.checkedSize())
      card.suit(screen.ambiguous ?? .narrow)
      card.isASCIIOnly = locale.isASCIIOnly
      guard ScreenOptions.hasTerminal else { return Console.say(card.text(.fixed)) }
      let modes = TerminalModes(
        kind: ScreenOptions.kind, title: locale.isUTF8 ? Console.words(.testCardTitle) : nil,
        wantsMouse: false, asksWidth: screen.ambiguous == nil && card.glyphs != .ascii,
        asksKind: screen.choosesSigns)
      let code = TestCardProgram(
        try screen.terminal(modes), card, keep: Console.folders.remember
      ).run()
      if code != 0 { throw ExitCode(code) }
    }
  }
}
