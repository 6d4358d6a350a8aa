import Testing
import WallChartStore
import WallChartWords

@testable import WallChart

/// A projector that shows what a clerk has selected at another terminal.
@Suite("Following the clerk")
struct FollowingTests {
  private func moment(_ minute: Int) -> Moment {
    Moment(milliseconds: 1_596_157_200_000 + Int64(minute) * 60_000, offset: 480)
  }

  /// A projector that was told where the clerk is.
  private func projector(_ place: LivePlace?, columns: Int = 80, rows: Int = 24) -> Session {
    var session = Session(columns: columns, rows: rows, isReadOnly: true, isProjector: true)
    session.state.setting.follows = true
    session.state.showProjector()
    session.send(.clock(moment(0)))
    session.send(.followed(place))
    return session
  }

  private func place(_ task: String?, node: String? = nil, minute: Int = 0) -> LivePlace {
    LivePlace(at: moment(minute), view: "chart", task: task, node: node)
  }

  /// Whether a frame shows a task large, by the beginning of its title.
  private func shows(_ id: String, _ frame: Frame, _ language: Language = .en) -> Bool {
    let task = Seeds.situation.chart.tasks.first { $0.id == id }
    let title = task.map { Words(language)($0.title) } ?? id
    return frame.text.contains(title.prefix(language == .en ? 12 : 6))
      && frame.text(ofRow: frame.size.rows - 1).contains(Words(language)(.projectorFollowed))
  }

  @Test("The key that turns pages leads from the clerk's task to the page behind it")
  func keyBelowFollowed() {
    var session = projector(place("BS-04", node: "2"))
    #expect(shows("BS-04", session.frame))
    session.press("<PageUp>")
    #expect(!shows("BS-04", session.frame))
    #expect(session.state.place(in: session.state.sheets) == 0)
    session.send(.followed(place("BS-05", minute: 1)))
    session.press("<PageDown>")
    #expect(session.state.place(in: session.state.sheets) == 0)
    session.press("<PageDown>")
    #expect(session.state.place(in: session.state.sheets) == 1)
  }

  @Test("When the clerk darkens the meeting, the room is dark")
  func darkMeeting() {
    var clerk = Session()
    clerk.press("m2")
    #expect(!clerk.state.place(at: moment(0)).isDark)
    clerk.press("b")
    let dark = clerk.state.place(at: moment(1))
    #expect(dark.isDark)
    var session = projector(dark)
    #expect(session.frame.text.allSatisfy { $0 == "\n" })
    session.press("<PageDown>")
    #expect(session.frame.text.contains("63"))
  }

  // MARK: The clerk

  @Test("Moving says where the cursor is, by ids; the key list and prompts lead nowhere")
  func moving() {
    var clerk = Session()
    clerk.press("/BS-04<Enter>")
    let place = clerk.state.place(at: moment(0))
    #expect(place == self.place("BS-04", node: "2"))
    for keys in ["?", "<Esc>e", "<Esc>:"] {
      clerk.press(keys)
      #expect(clerk.state.place(at: moment(1)).task == "BS-04")
    }
    clerk.press("<Esc><Enter>")
    let opened = clerk.state.place(at: moment(2))
    #expect(opened.view == "task" && opened.task == "BS-04")
    #expect(!opened.isSame(as: place))
    #expect(place.isSame(as: self.place("BS-04", node: "2", minute: 5)))
  }

  @Test("In the ranking, on a folded battle and at the projector no task is selected")
  func nothing() {
    var clerk = Session()
    clerk.press("U")
    #expect(clerk.state.place(at: moment(0)).task == nil)
    clerk.press("<Esc>p")
    #expect(clerk.state.place(at: moment(0)).task == nil)
    clerk.press("<Esc>Z")
    #expect(clerk.state.place(at: moment(0)).task == nil)
  }

  @Test("Who only looks, or projects, is not followed")
  func notFollowed() {
    #expect(Session().state.isFollowable)
    #expect(!Session(isReadOnly: true).state.isFollowable)
    #expect(!Session(isProjector: true).state.isFollowable)
  }

  // MARK: The projector

  @Test("It shows the clerk's task, says so, and goes back to its page when the clerk stops")
  func shows() {
    var session = projector(nil)
    session.press("<PageDown>")
    let page = session.frame
    session.send(.followed(place("BS-04", node: "2")))
    #expect(shows("BS-04", session.frame))
    #expect(session.frame.text.contains("S H A H E K O U"))
    session.send(.followed(nil))
    #expect(session.frame == page)
  }

  @Test("A task that the projector's chart does not have, and none, leave the pages up")
  func unknown() {
    let page = projector(nil).frame
    #expect(projector(place("XX-99")).frame == page)
    #expect(projector(place(nil)).frame == page)
  }

  @Test("Turning the pages leaves the clerk, until the clerk goes on")
  func turning() {
    var session = projector(place("BS-04"))
    session.press("<PageDown>")
    #expect(session.said.contains("page 1 of "), "\(session.said)")
    session.send(.followed(place("BS-05", minute: 1)))
    #expect(shows("BS-05", session.frame))
  }

  @Test("Dark stays dark, and the key that lights it leaves nothing")
  func dark() {
    var session = projector(place("BS-04"))
    session.press("b")
    session.send(.followed(place("BS-05", minute: 1)))
    #expect(session.frame.text.allSatisfy { $0 == " " || $0 == "\n" })
    session.press("<PageDown>")
    #expect(shows("BS-05", session.frame))
  }

  @Test("After ten minutes without a move the pages come back, but not out of a meeting")
  func leftOpen() {
    var session = projector(place("BS-04"))
    session.send(.clock(moment(9)))
    #expect(shows("BS-04", session.frame))
    session.send(.clock(moment(10)))
    #expect(session.said.contains("page 1 of "), "\(session.said)")
    session.send(.followed(place("BS-04", minute: 11)))
    #expect(shows("BS-04", session.frame))
    var discussed = place("BS-04", minute: 12)
    (discussed.meeting, discussed.place, discussed.of) = (.weekly, 7, 31)
    session.send(.followed(discussed))
    session.send(.clock(moment(50)))
    #expect(shows("BS-04", session.frame))
  }

  @Test(
    "It fits every window, in both languages",
    arguments: [(40, 10), (60, 16), (80, 24), (120, 34), (200, 60)])
  func sizes(columns: Int, rows: Int) {
    for language in Language.allCases {
      for task in Seeds.situation.chart.tasks {
        var session = Session(columns: columns, rows: rows, language: language, isProjector: true)
        session.state.showProjector()
        session.send(.followed(place(task.id, node: task.nodes.last?.id)))
        let frame = session.frame
        #expect(shows(task.id, frame, language), "\(frame.text)")
        #expect(frame.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
