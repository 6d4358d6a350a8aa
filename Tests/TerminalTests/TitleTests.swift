import Glibc
import Testing

/// The window is called what the chart is called, while it is shown.
@Suite struct TitleTests {
  /// What was done to the title: set, put on the pile, taken from it.
  private func doings(_ session: TerminalSession) -> [String] {
    Piece.pieces(of: session.received).compactMap { piece in
      switch piece {
      case .string("]", let text): String(text.dropFirst(2))
      case .sequence("22;0", "t"): "push"
      case .sequence("23;0", "t"): "pop"
      default: nil
      }
    }
  }

  @Test(arguments: [("en", "Dalian 2020: the battle against pollution"), ("zh", "大连市2020年污染防治攻坚战")])
  func `The window has the chart's title, and its own again at the end`(
    language: String, title: String
  ) throws {
    let session = try Desk().open("--lang", language)
    #expect(session.display.title == title)
    try session.quit()
    #expect(doings(session) == ["push", title, "pop"])
    // ncurses puts titles away as well: after all of it the window's own is back.
    var title = "own"
    var pile: [String] = []
    for piece in Piece.pieces(of: session.received) {
      switch piece {
      case .string("]", let text): title = text
      case .sequence("22;0", "t"), .sequence("22;0;0", "t"): pile.append(title)
      case .sequence("23;0", "t"), .sequence("23;0;0", "t"): title = pile.popLast() ?? "none"
      default: break
      }
    }
    #expect(title == "own")
    #expect(pile == [])
  }

  @Test(arguments: ["tmux-256color", "screen-256color", "rxvt-unicode"])
  func `Other windows too`(kind: String) throws {
    let session = try Desk().open(with: ["TERM": kind])
    try session.quit()
    #expect(doings(session) == ["push", "Dalian 2020: the battle against pollution", "pop"])
  }

  @Test(arguments: ["linux", "vt100"])
  func `Terminals that are no windows get neither a title nor the mouse`(kind: String) throws {
    let session = try Desk().open(with: ["TERM": kind])
    try session.quit()
    #expect(doings(session) == [])
    #expect(!session.receivedText.contains("[?1000h"))
    #expect(session.modesLeftOn == [])
  }

  @Test func `A crash gives the title back`() throws {
    let session = try Desk().open()
    session.send(signal: SIGSEGV)
    try session.waitForEnd()
    #expect(doings(session) == ["push", "Dalian 2020: the battle against pollution", "pop"])
  }

  @Test func `Where only ASCII can be shown, a title of other letters is left alone`() throws {
    let session = try Desk().open("--lang", "zh", with: ["LC_ALL": "C"])
    #expect(doings(session) == [])
    #expect(try Desk().open(with: ["LC_ALL": "C"]).display.title.hasPrefix("Dalian"))
  }
}
