import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A clerk whose Chinese input method is on.
@Suite("With an input method on")
struct InputMethodTests {
  @Test(
    "Signs that it sends for those of the keyboard are taken for them",
    arguments: zip(
      "？／。，：；！＜＞＋－＝［］｛｝＼＾＄＠＃０９ｊＧ《》〈〉【】「」『』、￥…",
      "?/.,:;!<>+-=[]{}\\^$@#09jG<><>[][]{}\\$^"))
  func folding(sent: Character, meant: Character) {
    #expect(Key.character(sent).folded == .character(meant))
    #expect(Key.character("\u{3000}").folded == .named(.space))
  }

  @Test("What is typed into a line stays as it is", arguments: Language.allCases)
  func typed(language: Language) {
    let text = "现场：４号炉（《通告》、“已拆”），ｊ。？"
    var session = Session(language: language)
    session.press("e")
    session.type(text)
    session.press("<Enter>")
    #expect(session.ledger.last?.evidence == [text])
    session.press("/")
    session.type("，４")
    guard case .prompt(let prompt) = session.state.mode else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.answer == "，４")
  }

  @Test("A Chinese character as a command says why it does nothing, and what to do")
  func explained() {
    for (keys, width) in [
      ("", 120), ("", 80), ("", 60), ("", 40), ("U", 80), (".<Enter>", 80), ("p", 80),
    ] {
      for (language, part) in [(Language.en, "nput method is on"), (.zh, "输入法处于中文状态")] {
        var session = Session(columns: width, rows: 24, language: language)
        session.press(keys)
        let before = session.selected
        session.forgetEffects()
        session.press("就")
        #expect(session.effects == [.bell])
        #expect(session.selected == before)
        #expect(session.frame.text.contains(part), "\(keys) \(width): \(session.said)")
      }
    }
  }

  /// A key that arrives whatever an input method does: no letter.
  private static func arrives(_ key: Key) -> Bool {
    switch key {
    case .character(let character): !character.isLetter
    case .control, .named: true
    }
  }

  @Test("Every command is reached without a letter: by a key, or by its name in the list")
  func reached() throws {
    // The list itself opens by a sign, and takes Chinese.
    let palette = try #require(Command.table.first { $0.name == .commandPalette })
    #expect(palette.keys.contains(where: Self.arrives))
    for command in Command.table where !command.keys.contains(where: Self.arrives) {
      var session = Session(language: .zh)
      session.press("：")
      session.type(Words(.zh)(command.name))
      guard case .menu(let menu) = session.state.mode, let first = command.keys.first else {
        Issue.record("no list")
        continue
      }
      #expect(menu.found.contains { $0.choice == .command(first) }, "\(command.name)")
    }
  }

  @Test("At the meeting, every command that leads through it has a key that is no letter")
  func meeting() {
    let others: Set<Word> = [.meetingFirst, .meetingLast, .meetingOrder]
    for command in MeetingCommand.table where !others.contains(command.name) {
      #expect(command.keys.contains(where: Self.arrives), "\(command.name)")
    }
    // And what is done there: mark, report, evidence, undo, next step.
    for name in [
      Word.commandMark, .commandReport, .commandEvidence, .commandUndo, .commandNextStep,
      .commandMeeting, .commandProjector, .commandHelp,
    ] {
      let keys = Command.table.first { $0.name == name }?.keys ?? []
      #expect(keys.contains(where: Self.arrives), "\(name)")
    }
    for command in ProjectorCommand.table
    where ![.projectorArm, .commandRetry, .projectorTheme].contains(command.name) {
      #expect(command.keys.contains(where: Self.arrives), "\(command.name)")
    }
  }

  @Test("A roll-call is led without a single letter: report, mark, evidence, close")
  func rollCall() {
    var session = Session(language: .zh)
    session.press("<F7>２<F2>")
    session.type("３")
    session.press("<Enter>")
    session.type("已拆除３台")
    session.press("<Enter><Enter><Enter><Enter><PageDown><Space><F3>")
    session.type("照片")
    session.press("<Enter><F4>")
    let kinds = session.ledger.map(\.fact.kind)
    #expect(kinds.first == "meeting")
    #expect(kinds.contains("report") && kinds.contains("met") && kinds.contains("undo"), "\(kinds)")
  }

  @Test("Full-width digits are numbers where a number or a day is asked for")
  func digits() {
    var session = Session(language: .zh)
    session.press(".<F2>")
    session.type("３")
    session.press("<Enter><Enter><Enter>")
    session.type("挂网")
    session.press("<Enter>")
    session.type("８月５日")
    session.press("<Enter>")
    guard case .report(let report)? = session.ledger.last?.fact else {
      Issue.record("\(session.said) \(session.selection)")
      return
    }
    #expect(report.count == 3)
    #expect(report.nextBy == Day(iso: "2020-08-05"))
  }

  @Test(
    "The caret is where an input method shows what is being typed", arguments: [40, 60, 80, 120])
  func caret(columns: Int) {
    for text in ["", "现", "现场照片", String(repeating: "现场照片，", count: 40), "e\u{301}", "👨‍👩‍👧"] {
      for keys in ["e", "/", "f", "c", "<F7>", ":"] {
        var session = Session(columns: columns, rows: 16, language: .zh)
        session.press(keys)
        session.send(.pasted(text))
        if case .menu = session.state.mode { session.type(text) }
        let frame = session.frame
        #expect(frame.cursor.row == 15 && !frame.hidesCursor)
        #expect(frame.cursor.column < columns)
        // Never in the middle of a wide character.
        #expect(frame[frame.cursor.column, 15].glyph != nil, "\(keys) \(text)")
      }
    }
  }

  @Test("Whatever is pasted becomes one line of text")
  func pasted() {
    let control = String(String.UnicodeScalarView((0..<0xA0).compactMap { Unicode.Scalar($0) }))
    for text in [
      "第一行\n第二行\r\n第三行\t完", control, String(repeating: "大连", count: 50_000), "\u{1B}[201~x\u{9B}2J",
      "\u{FFFD}\u{D7FF}", "\u{301}", "",
    ] {
      for keys in ["e", "c", "/", "a", "f", "<F2>"] {
        var session = Session(language: .zh)
        session.press(keys)
        session.send(.pasted(text))
        #expect(session.ledger.isEmpty)
        let frame = session.frame
        let raw = frame.text.unicodeScalars.filter { $0.properties.generalCategory == .control }
        #expect(raw.allSatisfy { $0 == "\n" }, "\(keys)")
        guard case .prompt(let prompt) = session.state.mode else { continue }
        #expect(prompt.text.count <= Prompt.pasteLimit)
        #expect(!prompt.answer.unicodeScalars.contains { $0.value < 0x20 })
        session.press("<Esc>")
        #expect(session.state.mode == .commands)
      }
    }
  }
}
