import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

@Suite("The command table")
struct CommandTests {
  @Test("No key means two things")
  func noKeyTwice() {
    var seen: Set<Key> = []
    for key in Command.table.flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key.spelling)")
    }
  }

  @Test("Every command has a key, and every key reads back from its spelling")
  func keysReadBack() {
    for command in Command.table {
      #expect(!command.keys.isEmpty, "\(command.name)")
      for key in command.keys { #expect(Key(key.spelling) == key) }
    }
  }

  @Test(
    "The help names every command and every key, in both languages", arguments: Language.allCases)
  func helpIsWhole(language: Language) {
    let session = Session(language: language)
    let words = Words(language)
    let lines = session.state.helpLines
    for command in Command.table {
      #expect(lines.contains { $0.right == words(command.name) }, "\(command.name)")
    }
    var help = Session(columns: 160, rows: 80, language: language)
    help.press("?")
    for line in lines { #expect(help.frame.text.contains(line.right)) }
  }

  @Test("At 80 x 24 the help scrolls to its last line")
  func helpScrolls() {
    var session = Session()
    session.press("?")
    session.press("G")
    #expect(session.frame.text.contains("the task is crossed off"))
    session.press("q")
    #expect(session.frame.text.contains("BLUE SKY"))
  }

  @Test("An unknown key says where to find the keys, and changes nothing")
  func unknownKey() {
    var session = Session()
    let before = session.selected
    session.press("x")
    #expect(session.said.contains("x does nothing here. ? shows the keys."))
    #expect(session.selected == before)
    #expect(session.effects == [.bell])
  }

  @Test("The keys that ask the world for something do so")
  func effects() {
    var session = Session()
    session.press("<C-z>")
    #expect(session.effects == [.suspend])
    session.press("<C-l>")
    #expect(session.effects.last == .redraw)
    session.press("R")
    #expect(session.effects.last == .reload)
    session.press("<C-c>")
    #expect(session.effects.last == .exit(code: 130))
  }

  @Test("A command is in the table only if a story in the tests presses its key")
  func everyCommandHasAStory() throws {
    let stories = try Sources.text(ofFolder: "Tests/WallChartTests")
    for command in Command.table where command.keys.count < 9 {
      #expect(
        command.keys.contains { key in
          stories.contains("press(\"") && stories.contains(key.spelling)
        }, "\(command.name)")
    }
  }
}
