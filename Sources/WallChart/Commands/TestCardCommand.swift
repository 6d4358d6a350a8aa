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
      let isUTF8 = Console.setLocale()
      if !isUTF8 { speech.remark(Console.words(.asciiOnly)) }
      var card = TestCard(
        words: Console.words, glyphs: screen.glyphs(isUTF8: isUTF8), size: try screen.checkedSize())
      card.suit(screen.ambiguous ?? .narrow)
      card.isASCIIOnly = !isUTF8
      guard ScreenOptions.hasTerminal else { return Console.say(card.text(in: .rich)) }
      let modes = TerminalModes(
        kind: ScreenOptions.kind, title: Console.words(.testCardTitle), wantsMouse: false,
        asksWidth: screen.ambiguous == nil && card.glyphs != .ascii)
      let code = TestCardProgram(try screen.terminal(modes), card).run()
      if code != 0 { throw ExitCode(code) }
    }
  }
}
