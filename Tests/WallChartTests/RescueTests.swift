import Testing
import WallChartStore

@testable import WallChart

/// What an earlier run could not save, at the next start.
@Suite("Rescued entries")
struct RescueTests {
  /// A session that found marks of an earlier run: one that the chart takes, and one of a task
  /// that has left it.
  static func found() throws -> (session: Session, mark: Entry, stray: Entry) {
    var session = Session()
    let stamp = Stamp(id: .random(), at: Moment(milliseconds: 0, offset: 0))
    let mark = try session.state.situation.mark(
      "BS-04", by: session.state.setting.author, stamp)
    var stray = mark
    stray.id = .random()
    stray.task = "XX-99"
    session.state.takeUp([mark, stray])
    return (session, mark, stray)
  }

  @Test("They are on screen, listed as not saved, and nothing is written before R")
  func listed() throws {
    let (session, mark, _) = try Self.found()
    #expect(session.said.contains("2 entries of an earlier run not saved: R saves them."))
    #expect(session.frame.text(ofRow: 0).contains("2 not saved"))
    #expect(session.ledger.isEmpty)
    #expect(session.state.situation.ledger.entries(of: "BS-04").contains(mark))
  }

  @Test("With the last one saved their file goes")
  func saved() throws {
    var (session, mark, stray) = try Self.found()
    session.press("R")
    #expect(Set(session.ledger.map(\.id)) == [mark.id, stray.id])
    #expect(session.effects.last == .settleRescue(isKept: false))
    #expect(session.effects.count { $0 == .settleRescue(isKept: false) } == 1)
    session.press("R")
    #expect(session.ledger.count == 2)
  }

  @Test("What the rules refuse is told, and kept aside instead of thrown away")
  func refused() throws {
    var (session, mark, stray) = try Self.found()
    session.send(.failed([stray], .refused(.noSuchTask("XX-99"))))
    #expect(session.said.contains("The rescue file keeps the entry."))
    #expect(!session.effects.contains(.settleRescue(isKept: true)))
    session.send(.saved([mark], ownWriters: []))
    #expect(session.effects.last == .settleRescue(isKept: true))
  }

  @Test("What waits for an answer is rescued as it was before the question")
  func waiting() throws {
    var (session, mark, stray) = try Self.found()
    var other = mark
    other.id = .random()
    other.fact = .undo(of: .random(), reason: nil)
    session.send(.failed([mark], .overtaken(by: other)))
    #expect(session.state.unsaved == [stray])
    #expect(session.state.entriesToRescue == [mark, stray])
  }
}
